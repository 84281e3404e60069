"""本节成文：随事实变化的文字，数字着色，点开看算式。"""

from collections.abc import Container

import streamlit as st

from assistant.bootstrap import LocalDesk
from assistant.domain.draft import Printed
from assistant.domain.manuscript import Grid, Heading, Line, Paragraph
from assistant.domain.outline import Section
from assistant.ui.drafting.marks import marked, model_sentences
from assistant.ui.drafting.progress import drafting_buttons, drafting_progress
from assistant.ui.drafting.rewriting import rewriting
from assistant.ui.drafting.versions import version_list
from assistant.ui.markup import as_text, with_gaps
from assistant.workflow.books import Book
from assistant.workflow.drafting.assembly import kept_version, section_parts
from assistant.workflow.drafting.basis import is_stale
from assistant.workflow.interview.asking import next_ask


def section_view(desk: LocalDesk, book: Book) -> Section:
    """选一节，看它现在的样子；请模型写、改文字、看版本。返回选的是哪一节。"""
    drafting_progress(desk, book)
    chosen = _chosen(book)
    parts = list(section_parts(chosen, book))
    written = model_sentences(chosen, book)
    if waiting := len(book.report.proposed()):
        st.caption(f"有 {waiting} 项等您在左边确认，确认了才写进来。")
    with st.container(height=420, border=True, key="section-text"):
        for part in parts:
            match part:
                case Heading(line=line) | Paragraph(line=line):
                    st.markdown(INDENT + marked(line, book.ledger.figures, written))
                case Grid() as grid:
                    grid_view(grid, book.ledger.figures)
        if not parts:
            st.caption("还没有可写的：报了事实，这里就有文字。")
    _about(chosen, book, written)
    drafting_buttons(desk, book, chosen)
    rewriting(desk, book, chosen)
    version_list(desk, book, chosen)
    _formulas(parts, book)
    return chosen


def _about(section: Section, book: Book, written: frozenset[str]) -> None:
    """哪几句是模型写的；模型写的一版为什么没有用。"""
    kept = kept_version(book.report, section.id)
    if written:
        st.caption(":gray-background[灰底]的句子是模型写的，其余是事实原文或大纲自带的文字。")
    if kept is not None and is_stale(kept, section, book.ledger):
        st.caption(
            ":orange[这一节的事实改过，先前写成的那一版没有再用]，现在是照事实写的。"
            "请重新起草；或在“版本”里看过差别，仍合用的就退回那一版。"
        )


INDENT = "&emsp;&emsp;"


def tinted(line: Line, figures: Container[str]) -> str:
    """由代码印出的数字着色；figures 是台账里有的数字。"""
    pieces, cursor = [], 0
    for place in line.printed:
        if place.key not in figures:
            continue
        pieces.append(with_gaps(line.text[cursor : place.span.start]))
        inside = as_text(line.text[place.span.start : place.span.end])
        pieces.append(f":blue[{inside}]" if inside.strip() else inside)
        cursor = place.span.end
    pieces.append(with_gaps(line.text[cursor:]))
    return "".join(pieces)


def _chosen(book: Book) -> Section:
    """要看的一节：人选的；问到下一节、或说了要去哪一节时跟着换。"""
    sections = {s.id: s for s in book.outline.sections if s.body}
    key, due = f"section-{book.report.id}", _due(book, list(sections))
    wanted = st.session_state.pop("go-section", "")
    if st.session_state.get(f"due-{key}") != due:
        st.session_state[f"due-{key}"] = st.session_state[key] = due
    if wanted in sections:
        st.session_state[key] = wanted
    number = st.selectbox(
        "章节",
        list(sections),
        format_func=lambda section_id: sections[section_id].title or "开头",
        key=key,
        label_visibility="collapsed",
    )
    return sections[number]


def _due(book: Book, sections: list[str]) -> str:
    """正在问的那一节。"""
    ask = next_ask(book)
    asked = (s.id for s in book.outline.sections if ask is not None and ask.question in s.questions)
    return next((section for section in asked if section in sections), sections[0])


def grid_view(grid: Grid, figures: Container[str]) -> None:
    """一张表，连同题注。"""
    if grid.caption.text:
        st.markdown(f"**{tinted(grid.caption, figures)}**　{tinted(grid.note, figures)}")
    rows = [{h: cell.text for h, cell in zip(grid.head, row, strict=False)} for row in grid.rows]
    st.table(rows, hide_index=True)


def _formulas(parts: list[Heading | Paragraph | Grid], book: Book) -> None:
    keys = dict.fromkeys(place.key for part in parts for place in _places(part))
    figures = [book.ledger.figures[key] for key in keys if key in book.ledger.figures]
    if not figures:
        return
    with st.expander("这一节的数字从哪里来"):
        for figure in figures:
            origin = f"= {figure.formula}" if figure.formula else _origin(figure.facts, book)
            st.markdown(f"{figure.label}　**{as_text(str(figure.quantity))}**")
            st.caption(origin)


def _places(part: Heading | Paragraph | Grid) -> tuple[Printed, ...]:
    if isinstance(part, Grid):
        return tuple(place for row in part.rows for cell in row for place in cell.printed)
    return part.line.printed


def _origin(fact_ids: tuple[str, ...], book: Book) -> str:
    facts = (book.ledger.facts[i] for i in fact_ids if i in book.ledger.facts)
    return "；".join(fact.provenance.origin for fact in facts)
