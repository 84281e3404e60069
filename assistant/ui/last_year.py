"""去年的问题对照单：逐条填今年改得怎样。"""

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.domain.errors import JigaoError
from assistant.ui.markup import as_text
from assistant.ui.session import author, complain, mark_seen
from assistant.workflow.books import Book
from assistant.workflow.last_year import STATES, Followed, checklist, follow


def last_year(desk: LocalDesk, book: Book) -> None:
    """没有沿用去年的报告、也没附过的，什么也不画。"""
    items = checklist(book)
    if not items:
        return
    left = sum(not item.answer for item in items)
    st.subheader("去年的问题", anchor=False)
    st.caption(
        f"共 {len(items)} 条，{left} 条没有交代。已整改的写结果，没改的写缘由，都写进第五部分。"
    )
    for number, item in enumerate(items, 1):
        with st.container(border=True):
            _item(desk, book, number, item)


def _item(desk: LocalDesk, book: Book, number: int, item: Followed) -> None:
    st.markdown(f"{number}. {as_text(item.problem)}")
    if item.measure:
        st.caption(as_text(f"当时的措施：{item.measure}"))
    if item.answer:
        st.markdown(f":green[{as_text(item.answer)}]")
    state, note, button = st.columns([3, 5, 2], vertical_alignment="bottom")
    chosen = state.selectbox("整改情况", STATES, key=f"state-{number}")
    said = note.text_input("结果或缘由", key=f"note-{number}")
    if button.button("记下", key=f"follow-{number}"):
        try:
            mark_seen(follow(desk, book.report.id, item.problem, chosen, said, author()))
        except JigaoError as error:
            complain(error)
        else:
            st.rerun()
