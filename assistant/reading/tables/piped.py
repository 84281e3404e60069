"""竖线分列的文字：文本文件里照 Markdown 写的表，按竖线认列，与真表格一样读。"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.domain.document import Cell, Document, Table
from assistant.domain.findings import Span

_ROWS = re.compile(r"[ \t]*\|[^\n]*[^|\s][ \t]*\n[^\n|]*\|[ \t]*(?=\n|$)|[^\n]+")
_ROW = re.compile(r"\s*\|[^|\n]*\|(?:.|\n)*\|\s*")
_RULE = re.compile(r"[\s|:-]*-[\s|:-]*")
_BAR = re.compile(r"\|")


def piped_tables(document: Document) -> tuple[Table, ...]:
    """文档里两行以上相连的竖线分列；已是表格的地方不再看。"""
    if "|" not in document.text:
        return ()
    taken = [table.span for table in document.tables]
    groups = _groups(document.text)
    return tuple(
        _table(document.text, rows)
        for rows in groups
        if len(rows) > 1
        and not any(s.start < rows[-1].end and rows[0].start < s.end for s in taken)
    )


def _groups(text: str) -> Iterator[list[Span]]:
    """相连的竖线行；分隔线不算行，也不断开；一行折成两行的接起来。"""
    group: list[Span] = []
    for match in _ROWS.finditer(text):
        if _ROW.fullmatch(match.group()):
            if not _RULE.fullmatch(match.group()):
                group.append(Span(*match.span()))
        elif group:
            yield group
            group = []
    if group:
        yield group


def _table(text: str, rows: Sequence[Span]) -> Table:
    cells = [cell for number, row in enumerate(rows) for cell in _cells(text, number, row)]
    return Table(tuple(cells), Span(rows[0].start, rows[-1].end))


def _cells(text: str, number: int, row: Span) -> Iterator[Cell]:
    bars = [found.start() for found in _BAR.finditer(text, row.start, row.end)]
    for column, (left, right) in enumerate(pairwise(bars)):
        piece = text[left + 1 : right]
        bare = piece.strip()
        if bare:
            start = left + 1 + piece.index(bare)
            yield Cell(number, column, bare, Span(start, start + len(bare)))
