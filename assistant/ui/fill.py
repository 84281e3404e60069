"""填写：左边对话，右边是正在成形的章节、事实台账、章节进度和经过。"""

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.domain.errors import JigaoError
from assistant.ui.answers.inserting import inserted_view
from assistant.ui.cards import proposal_cards
from assistant.ui.facts_table import facts_table
from assistant.ui.history import history
from assistant.ui.markup import as_text
from assistant.ui.outgoing import outgoing_note
from assistant.ui.section_map import section_map
from assistant.ui.section_view import section_view
from assistant.ui.session import author, complain, current_book, mark_seen, notice_other_windows
from assistant.ui.slip_box import slip_box
from assistant.ui.waiting import settled, waiting_note
from assistant.workflow.books import Book
from assistant.workflow.interview.asking import (
    Progress,
    next_ask,
    office_of,
    pending,
    progress,
    words_of,
)
from assistant.workflow.interview.interview import say

_TABS = ("本节成文", "事实台账", "章节进度", "经过")
_HELLO = "您好，我来帮您把报告写齐。一次报几项都行，想到什么先说什么；也可以先到“材料”页拖进表格。"
_DONE = "要问的都齐了。可以到“体检”看问题，到“成稿”导出；要改哪个数，直接在这里说。"


def render(desk: LocalDesk) -> None:
    """画出本页。"""
    book = current_book(desk)
    if book is None:
        return
    if desk.turns.of(book.report.id) or desk.jobs.of(book.report.id):
        mark_seen(book)
    notice_other_windows(book)
    head, meter = st.columns([5, 4], gap="medium", vertical_alignment="center")
    with head, st.container(horizontal=True, vertical_alignment="center"):
        st.subheader(f"{book.report.bureau}　{book.report.year}年度", anchor=False)
        outgoing_note(desk, book.report.id)
    place = meter.empty()
    book = settled(desk, book)
    left, right = st.columns([5, 4], gap="medium")
    with left:
        book = _chat(desk, book)
    now = progress(book)
    place.progress(now.share, _progress_words(now))
    with right:
        _document(desk, book)


def _progress_words(now: Progress) -> str:
    if now.given == now.required:
        return f"必填的 {now.required} 项都有了"
    left = f"，还有 {now.questions} 问" if now.questions else "，要问的都问过了"
    return f"必填 {now.required} 项，已有 {now.given} 项{left}"


def _chat(desk: LocalDesk, book: Book) -> Book:
    box = st.empty()
    cards = st.container()
    quick = _quick_replies(book)
    typed = st.chat_input("报数、提问，或说“不知道”", key="turn")
    if (said := typed or quick) is not None:
        book = _turn(desk, book, said)
    waiting = bool(book.report.proposed())
    with box, st.container(height=380, border=True, key="chat-short" if waiting else "chat-tall"):
        _messages(book)
    with cards:
        waiting_note(desk, book)
        proposal_cards(desk, book)
    return book


def _quick_replies(book: Book) -> str | None:
    """一时答不上来的三种回话，点一下就说出去。"""
    asked = pending(book)
    if not asked:
        return None
    said = None
    with st.container(horizontal=True, gap="small", key="quick"):
        for words in ("不知道", "先跳过", f"让{office_of(asked, book)}答"):
            if st.button(words, key=f"quick-{words}"):
                said = words
    return said


def _turn(desk: LocalDesk, book: Book, typed: str) -> Book:
    """话先存下再答：接了模型的在后台答。"""
    try:
        book = settled(desk, say(desk, book.report.id, typed, author()))
    except JigaoError as error:
        complain(error)
        st.code(typed[:2000], language=None)
        return book
    mark_seen(book)
    for wish in ("show-tab", "show-fact"):
        st.session_state.pop(wish, None)
    return book


def _messages(book: Book) -> None:
    if not book.report.messages:
        ask = next_ask(book)
        with st.chat_message("assistant", avatar=":material/edit_document:"):
            st.markdown(as_text(f"{_HELLO}\n\n{words_of(ask, book)}" if ask else _DONE))
    for message in book.report.messages:
        who = "user" if message.who else "assistant"
        avatar = ":material/person:" if message.who else ":material/edit_document:"
        with st.chat_message(who, avatar=avatar):
            st.text(message.text) if message.who else st.markdown(as_text(message.text))


def _document(desk: LocalDesk, book: Book) -> None:
    sections, facts, outline, past = st.tabs(
        _TABS, default=st.session_state.get("show-tab", _TABS[0])
    )
    with sections:
        inserted_view(desk, book, section_view(desk, book))
    with facts:
        facts_table(desk, book)
    with outline:
        slip_box(desk, book)
        section_map(book)
    with past:
        history(desk, book)
