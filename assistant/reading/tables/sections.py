"""真表格的各行：每格认一次，哪些行是表头，哪一行起另是一张表。"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

from assistant.domain.document import Cell
from assistant.reading.tables.headings import HEADING
from assistant.reading.tables.rows import Kind, Token, cell_token

_ITEM = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[、．.](?!\d)|其中[：:]"
)
_NUMBERED = re.compile(r"栏次|行次|序号")
_YEAR = re.compile(r"(?:19|20)\d\d")


class Row(NamedTuple):
    """一行：各格，和各格认作名称还是数值；body 是有数值或以序号起头的，numbering 是栏次行。"""

    cells: tuple[Cell, ...]
    tokens: tuple[Token, ...]
    body: bool
    numbering: bool


def row_of(cells: Sequence[Cell]) -> Row:
    """认出一行。"""
    tokens = tuple(cell_token(cell.text, cell.span) for cell in cells)
    numbering = _is_numbering(tokens)
    return Row(tuple(cells), tokens, _is_body(cells, tokens, numbering=numbering), numbering)


def sections(rows: Mapping[int, Row]) -> Iterator[list[int]]:
    """表中另起表头的地方分开。"""
    section: list[int] = []
    body = False
    for number, after in zip_longest(rows, list(rows)[1:]):
        fresh = body and after is not None and _is_heading(rows[number], rows[after])
        if fresh and section:
            yield section
            section, body = [], False
        section.append(number)
        body = body or rows[number].body
    if section:
        yield section


def _is_heading(row: Row, after: Row) -> bool:
    """表中间的一行又是表头：没有数值，至少两格是栏名，下一行有数值。"""
    if row.body or not after.body:
        return False
    texts = ["".join(cell.text.split()) for cell in row.cells if cell.text.strip()]
    if len(texts) < 2 or any(len(text) > 20 for text in texts):
        return False
    named = sum(HEADING.search(text) is not None for text in texts[1:])
    return named * 2 > len(texts) - 1


def _is_body(cells: Sequence[Cell], tokens: Sequence[Token], *, numbering: bool) -> bool:
    """有数值（年份、栏次不算），或以序号起头。"""
    values = [t.text for t in tokens if t.kind is Kind.VALUE]
    if values and not numbering and not all(_YEAR.fullmatch(v) for v in values):
        return True
    first = "".join(cells[0].text.split()) if cells else ""
    return _ITEM.match(first) is not None and len(cells) > 1


def _is_numbering(tokens: Sequence[Token]) -> bool:
    """栏次行：1 2 3 4。"""
    values = [t.text for t in tokens if t.kind is Kind.VALUE]
    if len(values) < 2 or values[0] != "1":
        return False
    labels = [t.text for t in tokens if t.kind is Kind.LABEL]
    steps = all(v.isdigit() for v in values) and all(
        int(b) == int(a) + 1 for a, b in pairwise(values)
    )
    plain = not labels or all(_NUMBERED.search(t) or len(t) == 1 for t in labels)
    return steps and plain
