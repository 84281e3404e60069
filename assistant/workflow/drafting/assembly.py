"""装配：各节文字印上数字，连成一份文稿。"""

from collections.abc import Iterator
from typing import NamedTuple

from assistant.domain.draft import DraftVersion
from assistant.domain.ledger import Ledger
from assistant.domain.manuscript import Grid, Heading, Line, Manuscript, Paragraph, Part
from assistant.domain.outline import Outline, Section, SignOff, TableBody
from assistant.domain.report import Report
from assistant.workflow.books import Book
from assistant.workflow.drafting.basis import is_stale
from assistant.workflow.drafting.composing import (
    SIGN_OFF_LINE,
    TABLE_LINE,
    compose,
    table_line,
)
from assistant.workflow.drafting.printing import cell_address, fill, gap


class SectionText(NamedTuple):
    """一节现用的文字（带占位符）和它的来历。"""

    text: str
    model: str = ""
    prompt: str = ""


def section_text(section: Section, book: Book) -> SectionText:
    """一节现用的文字：有模型或人写的版本用最新的，否则由大纲现写。

    写成之后文字事实改过的那一版不再用：照大纲现写，等人重新起草，或看过之后退回那一版。
    """
    kept = kept_version(book.report, section.id)
    if kept is None or is_stale(kept, section, book.ledger):
        return SectionText(compose(section, book.outline, book.ledger))
    return SectionText(with_tables(kept.text, section), kept.model, kept.prompt)


def kept_version(report: Report, section_id: str) -> DraftVersion | None:
    """要留用的最新版本：模型写的或人改的；大纲自写的不必留，因为事实会变。"""
    versions = report.drafts.get(section_id, ())
    latest = versions[-1] if versions else None
    return latest if latest and (latest.model or latest.by) else None


def with_tables(text: str, section: Section) -> str:
    """改写时丢掉的表格补回节末。"""
    lines = text.split("\n")
    count = sum(isinstance(body, TableBody) for body in section.body)
    lost = [table_line(n) for n in range(1, count + 1) if table_line(n) not in lines]
    return "\n".join([*lines, *lost])


def assemble(book: Book) -> Manuscript:
    """整份文稿。"""
    title = fill(book.outline.title, book.ledger).line
    parts: list[Part] = [Heading("title", 0, title)]
    for section in book.outline.sections:
        if section.title:
            parts.append(Heading(section.id, section.level, fill(section.title, book.ledger).line))
        parts += section_parts(section, book)
    return Manuscript(title.text, tuple(parts))


def section_parts(section: Section, book: Book) -> Iterator[Part]:
    """一节的段落和表格，数字已印上；所引法规附在节末。"""
    tables = [body for body in section.body if isinstance(body, TableBody)]
    current = section_text(section, book)
    for line in current.text.split("\n"):
        if match := TABLE_LINE.match(line):
            number = int(match[1]) - 1
            if number < len(tables) and _worth_printing(tables[number], book.ledger):
                yield _grid(section.id, tables[number], book.outline, book.ledger)
        elif line == SIGN_OFF_LINE:
            yield from _sign_off(section, book.ledger)
        elif line:
            yield from _paragraphs(section.id, line, book.ledger, current.model)
    for inserted in book.report.citations.get(section.id, ()):
        yield Paragraph(section.id, Line(inserted.words))


def _paragraphs(section_id: str, line: str, ledger: Ledger, model: str) -> Iterator[Paragraph]:
    """一行印成一段；照录的文字可能有多段，按换行拆开。"""
    whole = fill(line, ledger).line
    start = 0
    for text in whole.text.split("\n"):
        end = start + len(text)
        inside = [
            p.model_copy(
                update={
                    "span": p.span._replace(
                        start=max(p.span.start, start) - start, end=min(p.span.end, end) - start
                    )
                }
            )
            for p in whole.printed
            if p.span.start < end and p.span.end > start
        ]
        if text.strip():
            yield Paragraph(section_id, Line(text, tuple(inside)), model)
        start = end + 1


def _sign_off(section: Section, ledger: Ledger) -> Iterator[Paragraph]:
    for body in section.body:
        if isinstance(body, SignOff):
            lines = (fill(line, ledger).line for line in body.lines)
            yield from (Paragraph(section.id, line, sign_off=True) for line in lines)


def _worth_printing(body: TableBody, ledger: Ledger) -> bool:
    """没有行的表：必填的留一行待补，不必填的整张不印。"""
    return not body.field or bool(ledger.rows.get(body.field)) or body.field in ledger.missing


def _grid(section_id: str, body: TableBody, outline: Outline, ledger: Ledger) -> Grid:
    rows = _field_rows(body, outline, ledger) if body.field else _fixed_rows(body, ledger)
    return Grid(
        section_id,
        fill(body.caption, ledger).line,
        fill(body.note, ledger).line,
        body.head,
        tuple(rows),
    )


def _fixed_rows(body: TableBody, ledger: Ledger) -> Iterator[tuple[Line, ...]]:
    """固定行：没有值的格印“—”，必填的印待补。"""
    for row in body.rows:
        filled = [fill(cell, ledger, bare=True) for cell in row]
        yield tuple(
            Line("—") if item.gaps and not set(item.gaps) & set(ledger.missing) else item.line
            for item in filled
        )


def _field_rows(body: TableBody, outline: Outline, ledger: Ledger) -> Iterator[tuple[Line, ...]]:
    field = outline.field(body.field)
    keys = [column.key for column in field.columns] if field else []
    wanted = [keys.index(key) for key in body.columns] if body.columns else list(range(len(keys)))
    numbered = len(body.head) > len(wanted) + body.blank_columns
    rows = ledger.rows.get(body.field, ())
    if not rows:
        empty = [Line("")] * len(body.head)
        yield (*empty[: int(numbered)], Line(gap(body.field, ledger)), *empty[int(numbered) + 1 :])
    for row in range(len(rows)):
        cells = ["{{" + cell_address(body.field, row, column) + "}}" for column in wanted]
        lines = [fill(cell, ledger).line for cell in cells]
        number = [Line(str(row + 1))] if numbered else []
        yield (*number, *lines, *([Line("")] * body.blank_columns))
