"""等答复：模型在后台听，页面可以刷新、可以不等；没有送出的话等人看过。"""

from contextlib import suppress

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.domain.errors import Answered, JigaoError
from assistant.ui.session import complain, mark_seen
from assistant.workflow.books import Book, open_book
from assistant.workflow.interview.interview import answer

_PATIENCE = 0.3


def settled(desk: LocalDesk, book: Book) -> Book:
    """把等着答的话答了：没有模型当场答；有模型在后台答，等得到就等。"""
    if book.report.waiting and desk.model is None:
        with suppress(Answered):
            return answer(desk, book.report.id).book
        return open_book(desk, book.report.id)
    if book.report.waiting:
        desk.turns.start(book.report.id)
    going = desk.turns.of(book.report.id)
    if going is None or not going.wait(_PATIENCE):
        return book
    desk.turns.forget(book.report.id)
    if going.error is not None:
        _failed(desk, book.report.id, going.error)
    if going.turn is not None and going.turn.section:
        st.session_state["go-section"] = going.turn.section
    book = open_book(desk, book.report.id)
    mark_seen(book)
    return book


def _failed(desk: LocalDesk, report_id: str, error: JigaoError) -> None:
    """没有答成：话还等着答的，按规则答，缘由写在答复里；不等答的（已在别处答过）只说一句。"""
    if open_book(desk, report_id).report.waiting:
        desk.turns.skip(report_id, f"{error.words}这段话已按读话规则读过。")
    else:
        complain(error)


def waiting_note(desk: LocalDesk, book: Book) -> None:
    """正在听的说明；没有在听的，看看有没有等人看过才送的话。"""
    if desk.turns.of(book.report.id) is not None:
        _listening(desk, book.report.id)
    elif book.report.messages and book.report.messages[-1].withheld:
        _held_back(desk, book)


@st.fragment(run_every=0.5)
def _listening(desk: LocalDesk, report_id: str) -> None:
    going = desk.turns.of(report_id)
    if going is None or going.done:
        st.rerun()
    name = desk.model.name if desk.model else ""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(f":material/hourglass_top: 话已存下，{name} 正在读。刷新、关掉页面都不丢。")
        if st.button("不等了，按规则读", key="skip-model"):
            mark_seen(desk.turns.skip(report_id).book)
            st.rerun()


def _held_back(desk: LocalDesk, book: Book) -> None:
    last = book.report.messages[-1]
    key = f"kept-here-{book.report.id}-{last.seq}"
    if st.session_state.get(key):
        return
    with st.container(border=True, key="held"):
        st.markdown("**这段话没有送给模型。** 要送的是遮过的下面这段，看过可以的再送：")
        st.code(last.withheld[:2000], language=None, wrap_lines=True)
        with st.container(horizontal=True):
            if st.button("可以送出", key="send-seen"):
                desk.turns.start(book.report.id, seen=True)
                st.rerun()
            if st.button("不送", key="keep-here"):
                st.session_state[key] = True
                st.rerun()
