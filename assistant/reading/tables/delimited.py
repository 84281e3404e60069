"""制表符分列的文字：从表格软件粘贴来的行，按制表符认列，与真表格一样读。"""

import re
from collections.abc import Iterator, Sequence

from assistant.domain.document import Cell, Document, Table
from assistant.domain.findings import Span
from assistant.reading.text.lines import MARKER, PAGE

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_INSIDE = re.compile(r"\S *\t[\t ]*\S")
_SENTENCE = re.compile(r"[。；！？]$")
_ITEM = re.compile(r"(?:\d{1,2}[、．.]|[（(]\d{1,2}[）)]|其中[：:])[^。；，]+$")
_TAIL = re.compile(r"\t|-?[\d,]+(?:\.\d+)?%?\t")
_HELD = 4
_CONTENTS = re.compile(r"\t *\d{1,3}$")


def delimited_tables(document: Document) -> tuple[Table, ...]:
    """文档里制表符分列的各段行；已是表格的地方不再看。"""
    if "\t" not in document.text:
        return ()
    taken = sorted(table.span for table in document.tables)
    found = []
    for group in _groups(document.text, taken):
        table = _table(document.text, group)
        if table is not None:
            found.append(table)
    return tuple(found)


def _groups(text: str, taken: Sequence[Span]) -> Iterator[list[Span]]:
    """相连的分列的行；中间只隔页码、空行，或夹着几行后面全空的（1、房屋）仍是一张表。"""
    group: list[Span] = []
    held: list[Span] = []
    at = 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        while at < len(taken) and taken[at].end <= start:
            at += 1
        inside = at < len(taken) and taken[at].start < end
        line = match.group()
        bare = line.strip()
        if not inside and _is_row(line, follows=bool(group)):
            group += [*held, Span(start, end)]
            held = []
        elif not inside and group and len(held) < _HELD and _ITEM.match(bare) and len(bare) <= 20:
            held.append(Span(start, end))
        elif inside or (bare and not PAGE.fullmatch(bare)):
            if group:
                yield group
            group, held = [], []
    if group:
        yield group


def _is_row(line: str, *, follows: bool) -> bool:
    """行中有制表符；只在行首有的（右栏独在的行）须跟在分列的行后面。"""
    if "\t" not in line or _SENTENCE.search(line.rstrip()):
        return False
    if _INSIDE.search(line):
        cells = [cell for cell in line.split("\t") if cell.strip()]
        return not (len(cells) == 2 and MARKER.fullmatch(cells[0].strip()))
    return follows and len(line.strip()) <= 40


def _table(text: str, lines: Sequence[Span]) -> Table | None:
    """两行以上才是表；各行只有题目和页码的是目录。"""
    rows = [text[line.start : line.end] for line in lines]
    if len(rows) < 2 or all(_CONTENTS.search(row) and row.count("\t") == 1 for row in rows):
        return None
    cells = [cell for n, row in enumerate(_whole(text, lines)) for cell in _row_cells(text, n, row)]
    return Table(tuple(cells), Span(lines[0].start, lines[-1].end))


def _whole(text: str, lines: Sequence[Span]) -> Iterator[tuple[Span, ...]]:
    """一行折成两行的接起来：两行各缺几列，接上恰好与表头一样多，后一行不以名称起头。"""
    width, at = text.count("\t", lines[0].start, lines[0].end), 0
    while at < len(lines):
        pair = lines[at : at + 2]
        tabs = [text.count("\t", line.start, line.end) for line in pair]
        broken = len(pair) > 1 and sum(tabs) == width and min(tabs) > 0
        if at and broken and _TAIL.match(text, pair[1].start):
            yield tuple(pair)
            at += 2
        else:
            yield (lines[at],)
            at += 1


def _row_cells(text: str, row: int, lines: Sequence[Span]) -> Iterator[Cell]:
    """一行各格；折成两行的，前一行的末格与后一行的首格是同一格。"""
    column = 0
    for line in lines:
        yield from _cells(text, row, line, column)
        column += text.count("\t", line.start, line.end)


def _cells(text: str, row: int, line: Span, first: int) -> Iterator[Cell]:
    start = line.start
    for column, piece in enumerate(text[line.start : line.end].split("\t"), first):
        bare = piece.strip()
        if bare:
            at = start + piece.index(bare)
            yield Cell(row, column, bare, Span(at, at + len(bare)))
        start += len(piece) + 1
