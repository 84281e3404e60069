"""两处不一致：几个值连同出处并列，点一下选定；待确认的、先前确认过的都在内。"""

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.domain.errors import JigaoError
from assistant.domain.facts import Fact, shown
from assistant.ui.markup import as_text
from assistant.ui.session import author, complain, mark_seen
from assistant.workflow.books import Book
from assistant.workflow.interview.rivals import Rivalry, choose


def rival_box(desk: LocalDesk, book: Book, rivalry: Rivalry) -> None:
    """一项的几个值并列。"""
    with st.container(border=True, gap="small"):
        label = book.ledger.label(rivalry.key)
        st.markdown(f":orange[两处不一致]　**{as_text(label)}**　{rivalry.year}年")
        for fact in rivalry.facts:
            _side(desk, book, fact)


def _side(desk: LocalDesk, book: Book, fact: Fact) -> None:
    words, button = st.columns([5, 2], vertical_alignment="center")
    kept = "　现用" if fact.status == "confirmed" else ""
    value = as_text(shown(fact.value)[:80])
    words.markdown(f"**{value}**{kept}  \n:gray[{as_text(fact.provenance.origin)}]")
    label = "留用这个" if kept else "用这个"
    if button.button(label, key=f"choose-{fact.id}", width="stretch"):
        try:
            mark_seen(choose(desk, book.report.id, fact.id, author()))
        except JigaoError as error:
            complain(error)
        else:
            st.rerun()
