"""本节成文：随事实变化的文字，数字着色，点开看算式。"""

from collections.abc import Container

import streamlit as st

from assistant.domain.draft import Printed
from assistant.domain.manuscript import Grid, Heading, Line, Paragraph
from assistant.domain.outline import Section
from assistant.ui.markup import as_text
from assistant.workflow.books import Book
from assistant.workflow.drafting.assembly import section_parts
from assistant.workflow.interview.asking import next_ask


def section_view(book: Book) -> None:
    """选一节，看它现在的样子。"""
    sections = [s for s in book.outline.sections if s.body]
    chosen = st.selectbox(
        "章节",
        sections,
        index=_current(book, sections),
        format_func=lambda section: section.title or "开头",
        label_visibility="collapsed",
    )
    parts = list(section_parts(chosen, book))
    with st.container(height=420, border=True):
        for part in parts:
            match part:
                case Heading(line=line) | Paragraph(line=line):
                    st.markdown(INDENT + tinted(line, book.ledger.figures))
                case Grid() as grid:
                    grid_view(grid, book.ledger.figures)
        if not parts:
            st.caption("还没有可写的：报了事实，这里就有文字。")
    _formulas(parts, book)


INDENT = "&emsp;&emsp;"


def tinted(line: Line, figures: Container[str]) -> str:
    """由代码印出的数字着色；figures 是台账里有的数字。"""
    pieces, cursor = [], 0
    for place in line.printed:
        if place.key not in figures:
            continue
        pieces.append(as_text(line.text[cursor : place.span.start]))
        inside = as_text(line.text[place.span.start : place.span.end])
        pieces.append(f":blue[{inside}]" if inside.strip() else inside)
        cursor = place.span.end
    pieces.append(line.text[cursor:])
    return "".join(pieces)


def _current(book: Book, sections: list[Section]) -> int:
    ask = next_ask(book)
    for number, section in enumerate(sections):
        if ask is not None and ask.question in section.questions:
            return number
    return 0


def grid_view(grid: Grid, figures: Container[str]) -> None:
    """一张表，连同题注。"""
    if grid.caption.text:
        st.markdown(f"**{tinted(grid.caption, figures)}**　{tinted(grid.note, figures)}")
    rows = [{h: cell.text for h, cell in zip(grid.head, row, strict=False)} for row in grid.rows]
    st.table(rows)


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
