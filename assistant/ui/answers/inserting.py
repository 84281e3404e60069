"""写入报告：选一节，话可以改，写进去；写进去的随时可以拿掉。"""

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.domain.errors import JigaoError
from assistant.domain.evidence import Answer, Citation
from assistant.domain.outline import Section
from assistant.ui.markup import as_text
from assistant.ui.session import author, complain, mark_seen, report_id
from assistant.workflow.answers.inserting import (
    LONGEST,
    insert,
    inserted,
    sections,
    suggestion,
    withdraw,
)
from assistant.workflow.books import Book, open_book

SAID = "inserted-said"


@st.dialog("写入报告", width="large")
def write_into_report(desk: LocalDesk, citation: Citation, answer: Answer) -> None:
    """选一节，看要印的话，写进去。"""
    book = open_book(desk, report_id())
    chosen = st.selectbox(
        "写进哪一节的末尾", sections(book), format_func=lambda s: s.title or "开头"
    )
    text = st.text_area(
        "要印的话（可以改）", suggestion(citation, answer), max_chars=LONGEST, height=160
    )
    if not citation.verbatim:
        st.caption("库里只有要点，不是原文：写进去的话不加引号，请核对原文后再用。")
    if st.button("写入", type="primary", disabled=not text.strip()):
        try:
            mark_seen(insert(desk, book.report.id, chosen.id, citation, text, author()))
        except JigaoError as error:
            complain(error)
        else:
            st.session_state[SAID] = (
                f"已写进“{chosen.title or '开头'}”，在“填写”页可以看、可以拿掉。"
            )
            st.rerun()


def inserted_view(desk: LocalDesk, book: Book, section: Section) -> None:
    """一节里写进来的依据，可以拿掉。"""
    found = inserted(book, section.id)
    if not found:
        return
    with st.expander(f"写进来的依据 {len(found)} 条"):
        for each in found:
            words, button = st.columns([5, 2], vertical_alignment="center")
            words.markdown(as_text(each.words))
            if button.button("拿掉", key=f"withdraw-{each.seq}", width="stretch"):
                mark_seen(withdraw(desk, book.report.id, section.id, each.seq, author()))
                st.rerun()
