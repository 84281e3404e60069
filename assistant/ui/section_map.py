"""章节进度：哪些齐了，哪些还缺什么。"""

import streamlit as st

from assistant.domain.outline import Section
from assistant.workflow.books import Book
from assistant.workflow.interview.asking import still_missing


def section_map(book: Book) -> None:
    """按大纲列出各节。"""
    missing = set(still_missing(book))
    waiting = len(book.report.proposed())
    said = f"还缺 {len(missing)} 项必填的。" if missing else "必填的都有了。"
    said += f"有 {waiting} 项等您确认。" if waiting else ""
    st.caption(f"{said}缺着也可以先出稿，文中印作“待补”。")
    for section in book.outline.sections:
        if section.title or section.questions:
            _row(section, missing, book)


def _row(section: Section, missing: set[str], book: Book) -> None:
    lacking = [a for q in section.questions for a in q.fields if a in missing]
    indent = "　" * (section.level - 1)
    title = section.title or "开头（自评依据）"
    if not section.questions:
        st.markdown(f"{indent}{title}")
    elif lacking:
        names = "、".join(_name(a, book) for a in lacking)
        st.markdown(f"{indent}:orange[○] {title}　:gray[还缺：{names}]")
    else:
        st.markdown(f"{indent}:green[●] {title}")


def _name(address: str, book: Book) -> str:
    label = book.ledger.label(address)
    declined = book.report.declined.get(address)
    if declined is None:
        return label
    return f"{label}（{declined.office or '先放下'}）"
