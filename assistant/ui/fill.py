"""填写：左边对话，右边是正在成形的章节和事实台账。"""

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.domain.errors import JigaoError
from assistant.ui.cards import proposal_cards
from assistant.ui.facts_table import facts_table
from assistant.ui.markup import as_text
from assistant.ui.outgoing import outgoing_note
from assistant.ui.section_map import section_map
from assistant.ui.section_view import section_view
from assistant.ui.session import author, complain, current_book, mark_seen, notice_other_windows
from assistant.ui.waiting import settled, waiting_note
from assistant.workflow.books import Book
from assistant.workflow.interview.asking import next_ask, words_of
from assistant.workflow.interview.interview import say


def render(desk: LocalDesk) -> None:
    """画出本页。"""
    book = current_book(desk)
    if book is None:
        return
    if desk.turns.of(book.report.id) or desk.jobs.of(book.report.id):
        mark_seen(book)
    notice_other_windows(book)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader(f"{book.report.bureau}　{book.report.year}年度", anchor=False)
        outgoing_note(desk, book.report.id)
    book = settled(desk, book)
    left, right = st.columns([5, 4], gap="large")
    with left:
        book = _chat(desk, book)
    with right:
        _document(desk, book)


def _chat(desk: LocalDesk, book: Book) -> Book:
    box = st.container(height=380, border=True)
    cards = st.container()
    typed = st.chat_input("报数、提问，或说“不知道”“跳过”“让办公室答”", key="turn")
    if typed is not None:
        book = _turn(desk, book, typed)
    with box:
        _messages(book)
    with cards:
        waiting_note(desk, book)
        proposal_cards(desk, book)
    return book


def _turn(desk: LocalDesk, book: Book, typed: str) -> Book:
    """话先存下再答：接了模型的在后台答。"""
    try:
        book = settled(desk, say(desk, book.report.id, typed, author()))
    except JigaoError as error:
        complain(error)
        st.code(typed[:2000], language=None)
        return book
    mark_seen(book)
    return book


def _messages(book: Book) -> None:
    if not book.report.messages:
        with st.chat_message("assistant", avatar=":material/edit_document:"):
            ask = next_ask(book)
            hello = "您好，我来帮您把报告写齐。报几项都行，想到什么先说什么。"
            st.markdown(as_text(f"{hello}\n\n{words_of(ask, book)}" if ask else "要问的都齐了。"))
    for message in book.report.messages:
        who = "user" if message.who else "assistant"
        avatar = ":material/person:" if message.who else ":material/edit_document:"
        with st.chat_message(who, avatar=avatar):
            st.text(message.text) if message.who else st.markdown(as_text(message.text))


def _document(desk: LocalDesk, book: Book) -> None:
    sections, facts, outline = st.tabs(["本节成文", "事实台账", "章节进度"])
    with sections:
        section_view(desk, book)
    with facts:
        facts_table(desk, book)
    with outline:
        section_map(book)
