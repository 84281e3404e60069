"""版本：一节写过的各版，谁写的，差别在哪里，退回哪一版。"""

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.domain.draft import DraftVersion
from assistant.domain.outline import Section
from assistant.ui.drafting.rewriting import show_difference
from assistant.ui.markup import as_text
from assistant.ui.session import author, mark_seen
from assistant.workflow.books import Book
from assistant.workflow.drafting.assembly import section_text
from assistant.workflow.drafting.versions import roll_back, versions


def version_list(desk: LocalDesk, book: Book, section: Section) -> None:
    """各版由新到旧；看与现用的差别，退回其中一版。"""
    kept = versions(book.report, section.id)
    if not kept:
        return
    with st.expander(f"版本（{len(kept)}）"):
        numbers = list(range(len(kept), 0, -1))
        number = st.selectbox(
            "版本",
            numbers,
            format_func=lambda n: _named(n, kept[n - 1]),
            key=f"version-{section.id}-{len(kept)}",
            label_visibility="collapsed",
        )
        chosen = kept[number - 1]
        for note in chosen.notes:
            st.caption(as_text(note))
        now = section_text(section, book).text
        if now == chosen.text:
            st.caption("就是现用的文字。")
            return
        st.markdown("从这一版到现用的文字：　:red[~~删去~~]　:green[添上]")
        show_difference(chosen.text, now, book)
        if st.button("退回这一版", key=f"back-{section.id}-{number}"):
            mark_seen(roll_back(desk, book.report.id, section.id, number, author()))
            st.rerun()


def _named(number: int, version: DraftVersion) -> str:
    who = "、".join(
        part for part in (version.model and f"模型 {version.model}", version.by) if part
    )
    return f"第{number}版　{version.at[:16].replace('T', ' ')}　{who or '大纲自带的文字'}"
