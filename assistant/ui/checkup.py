"""体检：问题分三档，每条说清何处、写着什么、应是什么、怎么办。"""

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.domain.errors import JigaoError
from assistant.domain.findings import Finding, Severity
from assistant.ui.markup import as_text
from assistant.ui.session import author, complain, current_book, mark_seen, report_id
from assistant.workflow.drafting.sourcing import coverage_words
from assistant.workflow.review import Review, accept, review

_MISSING = "FCT902"
_WORDS = {
    Severity.MUST: ("必改", "仅凭报告本身就能断定的矛盾，不改不能导出。", "red"),
    Severity.DOUBT: ("存疑", "多半有误，或缺少应有的事实；请看一眼，不挡导出。", "orange"),
    Severity.HINT: ("提示", "体例和习惯。", "gray"),
}


def render(desk: LocalDesk) -> None:
    """画出本页。"""
    if current_book(desk) is None:
        return
    found = review(desk, report_id())
    st.title("体检", anchor=False)
    _summary(found)
    for severity in Severity:
        _group(desk, severity, [f for f in found.open if f.severity is severity])
    _accepted(found)


def _summary(found: Review) -> None:
    coverage = found.result.coverage
    counts = {s: sum(f.severity is s for f in found.open) for s in Severity}
    for column, severity in zip(st.columns(4)[:3], Severity, strict=True):
        column.metric(severity.value, counts[severity])
    st.progress(coverage.share, text=coverage_words(coverage))


def _group(desk: LocalDesk, severity: Severity, findings: list[Finding]) -> None:
    name, meaning, colour = _WORDS[severity]
    if not findings:
        return
    st.subheader(f":{colour}[{name}]　{len(findings)} 条", anchor=False)
    st.caption(meaning)
    lacking = [f for f in findings if f.code == _MISSING]
    if len(lacking) > 3:
        with st.container(border=True):
            st.markdown(f"**还有 {len(lacking)} 项事实没有提供**　:gray[{_MISSING}]")
            st.text("、".join(f.fault.found for f in lacking))
        findings = [f for f in findings if f.code != _MISSING]
    for finding in findings:
        with st.container(border=True):
            _finding(desk, finding)


def _finding(desk: LocalDesk, finding: Finding) -> None:
    st.markdown(f"{as_text(finding.fault.message)}　:gray[{finding.code}]")
    if finding.fault.where and finding.quote:
        st.caption(as_text(f"原文：“{finding.quote}”"))
    if finding.fault.suggestion:
        st.text(f"可改为：{finding.fault.suggestion}")
    if finding.waivable:
        with st.popover("我有理由"):
            reason = st.text_input("理由（印入附表）", key=f"reason-{finding.id}")
            if st.button("接受这一条", key=f"accept-{finding.id}", disabled=not reason):
                _accept(desk, finding, reason)


def _accept(desk: LocalDesk, finding: Finding, reason: str) -> None:
    try:
        mark_seen(accept(desk, report_id(), finding.id, reason, author()).book)
    except JigaoError as error:
        complain(error)
    else:
        st.rerun()


def _accepted(found: Review) -> None:
    if found.accepted:
        with st.expander(f"已说明理由接受的 {len(found.accepted)} 条"):
            for finding in found.accepted:
                waiver = found.book.report.waivers[finding.id]
                st.text(f"{finding.code} {finding.name}：{waiver.reason}（{waiver.by}）")
