"""事实卡片：读出的每个值连同原话，确认、改正或不要。"""

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.domain.errors import JigaoError
from assistant.domain.facts import Fact, shown
from assistant.ui.markup import as_text
from assistant.ui.session import author, complain, mark_seen
from assistant.workflow.books import Book
from assistant.workflow.interview.confirming import (
    Confirmation,
    confirm,
    confirm_all,
    correct,
    withdraw,
)


def proposal_cards(desk: LocalDesk, book: Book) -> None:
    """等待确认的卡片，最近说的在上面。"""
    for message in st.session_state.pop("conflicts", ()):
        st.warning(message)
    proposed = book.report.proposed()
    if not proposed:
        return
    with st.container(border=True):
        head, everything = st.columns([3, 2], vertical_alignment="center")
        head.markdown(f"**等您确认**　{len(proposed)} 项")
        if everything.button("全部确认", type="primary", width="stretch", key="confirm-all"):
            _confirmed(confirm_all(desk, book.report.id, author()))
        with st.container(height=210 if len(proposed) > 2 else "content", border=False):
            for fact in reversed(proposed):
                _card(desk, book, fact)


def _card(desk: LocalDesk, book: Book, fact: Fact) -> None:
    words, yes, change, no = st.columns([6, 2, 2, 2], vertical_alignment="center")
    words.markdown(
        f"{book.ledger.label(fact.key)}　{fact.year}年　**{as_text(shown(fact.value)[:200])}**"
    )
    if fact.provenance.quote:
        words.caption(as_text(f"原话：“{fact.provenance.quote}”"))
    if yes.button("确认", key=f"yes-{fact.id}", width="stretch"):
        _confirmed(confirm(desk, book.report.id, [fact.id], author()))
    with change.popover("改正", width="stretch"):
        value = st.text_input("应为", key=f"value-{fact.id}", placeholder="如 12.50万元")
        if st.button("改", key=f"change-{fact.id}") and value:
            _changed(desk, book, fact, value)
    if no.button("不要", key=f"no-{fact.id}", width="stretch"):
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
