"""Markdown：文字原样；# 开头的是标题，竖线表格读成表。"""

import re
from collections.abc import Iterator
from itertools import pairwise

from assistant.adapters.documents.composer import trim
from assistant.adapters.documents.text_file import decoded, pages
from assistant.domain.document import Block, BlockKind, Cell, Document, Table
from assistant.domain.findings import Span

_HEADING = re.compile(r"(#{1,6})\s+\S")
_ROW = re.compile(r"\s*\|.*\|\s*")
_RULE = re.compile(r"[\s|:-]*-[\s|:-]*")
_BAR = re.compile(r"(?<!\\)\|")


def read(name: str, content: bytes) -> Document:
    """读一份 Markdown。"""
    text, notes = decoded(name, content)
    blocks: list[Block] = []
    tables: list[Table] = []
    for rows in _groups(text):
        if _ROW.fullmatch(text[rows[0].start : rows[0].end]):
            tables.append(_table(text, rows, f"表{len(tables) + 1}"))
            blocks.append(Block(BlockKind.TABLE, tables[-1].span, 0, tables[-1].locator))
        else:
            blocks.append(_block(text, rows[0]))
    return Document(name, text, tuple(blocks), tuple(tables), pages(text), notes)


def _groups(text: str) -> Iterator[list[Span]]:
    """非空行；相连的表格行合成一组。"""
    held: list[Span] = []
    start = 0
    for line in text.splitlines(keepends=True):
        span = trim(text, Span(start, start + len(line)))
        start += len(line)
        if _ROW.fullmatch(line):
            held.append(span)
            continue
        if held:
            yield held
            held = []
        if span.end > span.start:
            yield [span]
    if held:
        yield held


def _block(text: str, span: Span) -> Block:
    found = _HEADING.match(text, span.start, span.end)
    if found is None:
        return Block(BlockKind.PARAGRAPH, span, locator=_line(text, span))
    start = found.end() - 1
    return Block(BlockKind.HEADING, Span(start, span.end), len(found[1]), _line(text, span))


def _line(text: str, span: Span) -> str:
    return f"第{text.count(chr(10), 0, span.start) + 1}行"


def _table(text: str, rows: list[Span], locator: str) -> Table:
    cells: list[Cell] = []
    body = [row for row in rows if not _RULE.fullmatch(text[row.start : row.end])]
    for number, row in enumerate(body):
        bars = [found.start() for found in _BAR.finditer(text, row.start, row.end)]
        for column, (left, right) in enumerate(pairwise(bars)):
            span = trim(text, Span(left + 1, right))
            where = f"{locator}第{number + 1}行第{column + 1}列"
            cells.append(Cell(number, column, text[span.start : span.end], span, locator=where))
    return Table(tuple(cells), Span(rows[0].start, rows[-1].end), locator=locator)
