"""经过：谁在什么时候做了什么；撤销一步，或退回到某一步。"""

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.domain.errors import JigaoError
from assistant.ui.markup import as_text
from assistant.ui.session import author, complain, mark_seen
from assistant.workflow.books import Book
from assistant.workflow.history import Step, rewind, steps, undo

_SHOWN = 30


def history(desk: LocalDesk, book: Book) -> None:
    """最近的在上面；退掉的划去。"""
    listed = steps(desk, book.report.id)
    left = [step for step in listed if not step.undone]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(f"共 {len(listed)} 步，逐条相连，改过看得出来。", width="stretch")
        if st.button("撤销上一步", icon=":material/undo:", disabled=len(left) < 2):
            _go_back(desk, book)
    for step in reversed(listed[-_SHOWN:]):
        _row(desk, book, step)
    if len(listed) > _SHOWN:
        st.caption(f"更早的 {len(listed) - _SHOWN} 步请用命令 jigao history 看。")


def _row(desk: LocalDesk, book: Book, step: Step) -> None:
    words = as_text(step.words)
    when = f":gray[{step.at[5:16].replace('T', ' ')} {as_text(step.by)}]"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"{when}　{f'~~{words}~~' if step.undone else words}", width="stretch")
        if step.last < book.report.seq and st.button("退到这里", key=f"back-{step.last}"):
            _go_back(desk, book, step.last)


def _go_back(desk: LocalDesk, book: Book, to: int = 0) -> None:
    try:
        report = book.report.id
        mark_seen(rewind(desk, report, to, author()) if to else undo(desk, report, author()))
    except JigaoError as error:
        complain(error)
    else:
        st.rerun()
