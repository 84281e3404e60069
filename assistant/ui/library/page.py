"""资料库：拖进法规、通知的正式文本，或往年报告；看切成了哪些条，切错的改正。"""

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.ui.library.intake import intake
from assistant.ui.library.reading import document
from assistant.ui.markup import as_text
from assistant.workflow.library.browsing import Entry, entries, today

_PICKED = "library-picked"


def render(desk: LocalDesk) -> None:
    """画出本页。刚收下、改过的，在后台编进索引。"""
    desk.evidence.prepare()
    st.title("资料库", anchor=False)
    st.caption(
        "随系统带的是要点，不是原文。拖进正式文本，从此逐字引用；同名的新版本一到，旧版本自动到期。"
        "往年报告只学写法，数、姓名、单位都先隐去。文件不出本机。"
    )
    left, right = st.columns([4, 7], gap="medium")
    with left:
        intake(desk)
        picked = _choice(desk)
    with right:
        if picked:
            document(desk, picked)


def _choice(desk: LocalDesk) -> Entry | None:
    found = entries(desk.library.shelf())
    on = today(desk)
    by_id = {entry.source.id: entry for entry in found}
    ids = list(by_id)
    asked = st.query_params.get("source", "")
    if asked in by_id and st.session_state.get("library-asked") != asked:
        st.session_state["library-asked"] = asked
        st.session_state[_PICKED] = asked
    if st.session_state.get(_PICKED) not in by_id:
        st.session_state[_PICKED] = ids[0] if ids else None
    chosen = st.selectbox(
        f"库里的文件（{len(found)} 份，可以打字找）",
        ids,
        format_func=lambda i: _label(by_id[i], by_id[i].state(on)),
        key=_PICKED,
    )
    with st.expander("全部目录"):
        st.dataframe([_row(entry, entry.state(on)) for entry in found], hide_index=True)
    for fault in desk.library.faults():
        st.warning(as_text(fault.words))
    return by_id.get(chosen) if chosen else None


def _label(entry: Entry, state: str) -> str:
    source = entry.source
    since = f"　{source.effective_from} 起" if source.effective_from else ""
    return f"{source.name}　{entry.kind}{since}　{state}"


def _row(entry: Entry, state: str) -> dict[str, object]:
    source = entry.source
    return {
        "名称": source.name,
        "种类": entry.kind,
        "文号": source.document_number,
        "施行": str(source.effective_from or ""),
        "失效": str(source.effective_to or ""),
        "状态": state,
        "段数": entry.size,
        "编号": source.id,
    }
