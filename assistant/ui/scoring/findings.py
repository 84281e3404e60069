"""问题：按表归组，一条一行，指到格；没有读懂的另列。"""

from collections.abc import Sequence

import streamlit as st

from assistant.domain.findings import Severity
from assistant.ui.markup import as_text
from assistant.ui.scoring.files import Source
from assistant.workflow.scoring.views import FindingGroup, finding_groups, unread_rows

_COLOURS = {Severity.MUST: "red", Severity.DOUBT: "orange", Severity.HINT: "gray"}
_OPEN = 6
_MOST = 60


def findings_view(found: Sequence[Source]) -> None:
    """必改多的表在前，前几组展开。"""
    books = [each.checked for each in found]
    groups = finding_groups(books)
    if not groups and found:
        st.success("没有发现问题。")
    for number, group in enumerate(groups[:_MOST]):
        with st.expander(_title(group), expanded=number < _OPEN):
            st.markdown("\n".join(_line(group, index) for index in range(len(group.findings))))
    if len(groups) > _MOST:
        st.caption(f"另有{len(groups) - _MOST}份表有问题，先改上面的；全部问题可用命令行导出。")
    if unread := unread_rows(books):
        st.subheader("没有读懂的地方", anchor=False)
        st.caption("这些格没有猜，也没有计分；请在原表改好后重新上传。")
        st.dataframe(unread, hide_index=True)


def _title(group: FindingGroup) -> str:
    counts = (
        f":{colour}[{severity.value}{number}]"
        for severity, colour in _COLOURS.items()
        if (number := sum(each.severity is severity for each in group.findings))
    )
    return f"**{as_text(group.title)}**　{' '.join(counts)}　:gray[{as_text(group.file)}]"


def _line(group: FindingGroup, index: int) -> str:
    each = group.findings[index]
    mark = f":{_COLOURS[each.severity]}[{each.severity.value}]"
    return f"- {mark}　`{each.cell}`　{as_text(each.message)}"
