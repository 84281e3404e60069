"""导入：一次拖几份，一份份收；收不了的说为什么，与已有的不同的问一声。"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.domain.errors import JigaoError, Refused
from assistant.ui.markup import as_text
from assistant.workflow.library.adding import Added, add
from assistant.workflow.library.examining import Kind

_TYPES = "docx doc wps rtf pdf html htm md txt png jpg jpeg".split()
_KINDS: dict[str, Kind | None] = {
    "自己认": None,
    "法规、通知": "regulation",
    "往年报告": "report",
}
_FEW, _TALL = 4, 440
_SAY: dict[str, Callable[[str], object]] = {
    "success": st.success,
    "info": st.info,
    "warning": st.warning,
    "error": st.error,
}


class Waiting(NamedTuple):
    """与库里同一版本不同、等人决定的一份。"""

    name: str
    content: bytes
    said: str


def intake(desk: LocalDesk) -> None:
    """导入框和刚才的结果。"""
    round_number = st.session_state.setdefault("library-round", 0)
    files = st.file_uploader(
        "正式文本或往年报告（可多选）",
        _TYPES,
        accept_multiple_files=True,
        key=f"library-{round_number}",
        max_upload_size=100,
    )
    with st.expander("是什么、在哪里适用"):
        kind = st.radio("是什么", list(_KINDS), horizontal=True, key="library-kind")
        locality = st.selectbox("在哪里适用", _localities(desk), format_func=_place(desk))
    if files:
        st.session_state["library-said"] = []
        with st.spinner("正在读、正在切分 …"):
            for file in files:
                _take(desk, file.name, file.getvalue(), _KINDS[kind], locality)
        st.session_state["library-round"] = round_number + 1
        st.rerun()
    _told(st.session_state.get("library-said", ()))
    for waiting in st.session_state.get("library-waiting", ()):
        _decide(desk, waiting)


def _told(said: Sequence[tuple[str, str]]) -> None:
    """这一次拖进的每份怎样了，一份不少；多的在框里滚着看。"""
    with st.container(height=_TALL if len(said) > _FEW else "content"):
        for level, message in said:
            _SAY[level](as_text(message))


def _localities(desk: LocalDesk) -> list[str]:
    known = (each.id for each in desk.catalogue.localities() if each.id != "national")
    return ["", *known]


def _place(desk: LocalDesk) -> Callable[[str], str]:
    titles = {each.id: each.title for each in desk.catalogue.localities()}
    return lambda i: titles[i] if i else "不限"


def _take(desk: LocalDesk, name: str, content: bytes, kind: Kind | None, locality: str) -> None:
    said = st.session_state.setdefault("library-said", [])
    try:
        done = add(desk, name, content, kind=kind, locality=locality)
    except Refused as error:
        waiting = Waiting(name, content, f"{error.where}。")
        st.session_state.setdefault("library-waiting", []).append(waiting)
    except JigaoError as error:
        said.append(("error", f"{name}：{error.words}"))
    else:
        said.append(_said(done))
        st.session_state["library-picked"] = done.source.id


def _said(done: Added) -> tuple[str, str]:
    title = f"《{done.source.title}》" if done.source.kind == "regulation" else done.source.title
    if not done.fresh:
        return "info", f"{done.file}：{title}早已收过，没有变。"
    words = [f"{done.file}：收下{title}，{len(done.passages)} 段。"]
    words += [f"{s.effective_from} 起施行的版本到 {s.effective_to} 为止。" for s in done.ended]
    words += [f"请看：{note}。" for note in done.notes]
    return ("warning" if done.notes else "success"), "\n".join(words)


def _decide(desk: LocalDesk, waiting: Waiting) -> None:
    with st.container(border=True):
        st.markdown(as_text(waiting.said))
        keep, change = st.columns(2)
        if keep.button("留原来的", key=f"keep-{waiting.name}", width="stretch"):
            _settle(waiting)
        if change.button("换成这一份", key=f"replace-{waiting.name}", width="stretch"):
            done = add(desk, waiting.name, waiting.content, replace=True)
            st.session_state.setdefault("library-said", []).append(_said(done))
            st.session_state["library-picked"] = done.source.id
            _settle(waiting)


def _settle(waiting: Waiting) -> None:
    left = [w for w in st.session_state["library-waiting"] if w is not waiting]
    st.session_state["library-waiting"] = left
    st.rerun()
