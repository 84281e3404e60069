"""事实卡片：读出的每个值连同原话，确认、改正或不要；对不上的当场标出。"""

from collections.abc import Mapping

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.domain.errors import JigaoError
from assistant.domain.facts import Fact, shown
from assistant.domain.figures import Contradiction
from assistant.ui.markup import as_text
from assistant.ui.rivals import rival_box
from assistant.ui.session import author, complain, mark_seen
from assistant.workflow.books import Book
from assistant.workflow.interview.confirming import (
    Confirmation,
    confirm,
    confirm_all,
    correct,
    doubts,
    withdraw,
)
from assistant.workflow.interview.rivals import rivalries


def proposal_cards(desk: LocalDesk, book: Book) -> None:
    """等待确认的卡片，最近说的在上面；同一句话里的几项放在一起。两处不一致的另摆，由人选。"""
    for message in st.session_state.pop("conflicts", ()):
        st.warning(message)
    split = rivalries(book)
    if split:
        with st.container(key="rivals", gap="small"):
            for rivalry in split:
                rival_box(desk, book, rivalry)
    beside = {fact.id for rivalry in split for fact in rivalry.facts}
    proposed = [fact for fact in book.report.proposed() if fact.id not in beside]
    if not proposed:
        return
    doubtful = doubts(book)
    with st.container(border=True, gap="small"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**等您确认**　{len(proposed)} 项", width="stretch")
            if st.button("全部确认", type="primary", key="confirm-all"):
                _confirmed(confirm_all(desk, book.report.id, author()))
        with st.container(key="cards", gap="small"):
            quoted = ""
            for fact in reversed(proposed):
                if fact.provenance.quote not in quoted:
                    quoted = fact.provenance.quote
                    st.caption(as_text(f"原话：“{quoted[:160]}”"))
                _card(desk, book, fact, doubtful)


def name_of(fact: Fact, book: Book) -> str:
    """一条事实的名称；不是本年的写明年度。"""
    label = book.ledger.label(fact.key)
    behind = book.report.year - fact.year
    return label if behind == 0 else f"上年{label}" if behind == 1 else f"{fact.year}年{label}"


def _card(desk: LocalDesk, book: Book, fact: Fact, doubtful: Mapping[str, Contradiction]) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        words = f"{as_text(name_of(fact, book))}　**{as_text(shown(fact.value)[:120])}**"
        if found := doubtful.get(fact.id):
            cause = f"，{found.cause}" if found.cause else ""
            words += f"　:red[应为{as_text(found.expected + cause)}]"
        st.markdown(words, width="stretch")
        with st.container(horizontal=True, width="content", gap="small"):
            if st.button("确认", key=f"yes-{fact.id}"):
                _confirmed(confirm(desk, book.report.id, [fact.id], author()))
            with st.popover("改正"):
                value = st.text_input("应为", key=f"value-{fact.id}", placeholder="如 12.50万元")
                if st.button("改", key=f"change-{fact.id}") and value:
                    _changed(desk, book, fact, value)
            if st.button("不要", key=f"no-{fact.id}"):
                mark_seen(withdraw(desk, book.report.id, fact.id, "办事人员不要", author()))
                st.rerun()


def _confirmed(done: Confirmation) -> None:
    st.session_state["conflicts"] = [conflict.message for conflict in done.conflicts]
    mark_seen(done.book)
    st.rerun()


def _changed(desk: LocalDesk, book: Book, fact: Fact, value: str) -> None:
    try:
        mark_seen(correct(desk, book.report.id, fact.id, value, "页面上改正", author()))
    except JigaoError as error:
        complain(error)
    else:
        st.rerun()
