"""文字层的表格：空格隔开的行切成记录；折到下一行的名称和数值归回原记录。

各行数值一样多、表头也是那么多栏的，数值按次序认列；空格略去的行不知道列。
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.domain.findings import Span
from assistant.reading.tables.alignment import aligned, columns_of, ratio_columns
from assistant.reading.tables.grids import TOTALS, Entry, Grid, Value, assembled
from assistant.reading.tables.headings import HEADING
from assistant.reading.tables.rows import Kind, Token, row_tokens
from assistant.reading.tables.sides import noted, sided, unnumbered
from assistant.reading.text.lines import MARKER, Line

_ITEM = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[、．.]"
)
_FRAGMENT = re.compile(
    r"[的等]?(?:支?出|收?入|预算|拨?款|费用?|补助|资金|金|余|用|缴费|事务)(?:支出|收入)?$"
)
_CAPTION = re.compile(r"(?:附|续)?表\s*[一二三四五六七八九十\d]{1,2}(?![\d.])|附[表件]")
_LINE_NUMBER = "行次"

Row = tuple[Token, ...]


def text_grids(text: str, lines: Sequence[Line]) -> Iterator[Grid]:
    """一片表格里的各张表：中间又有表名、表头的分开。"""
    rows = _lone_codes([tuple(row_tokens(text, line.span)) for line in lines])
    start, body, heads = 0, False, frozenset[str]()
    for at, (line, row) in enumerate(zip(lines, rows, strict=True)):
        if _is_body(row):
            body = True
        elif body and _is_heading(line.text) and line.text not in heads:
            yield _text_grid(lines[start:at], rows[start:at])
            start, body, heads = at, False, frozenset()
        else:
            heads |= {line.text}
    yield _text_grid(lines[start:], rows[start:])


def _is_heading(line: str) -> bool:
    """表中间的一行又是表名或表头。"""
    words = line.split()
    named = sum(HEADING.search(word) is not None for word in words[1:])
    return _CAPTION.match(line) is not None or (len(words) > 2 and named * 2 >= len(words))


def _text_grid(lines: Sequence[Line], rows: Sequence[Row]) -> Grid:
    first = next((n for n, row in enumerate(rows) if _is_body(row)), len(rows))
    names = [line.text for line in lines[:first]]
    span = Span(lines[0].span.start, lines[-1].span.end)
    body = [row for row in rows[first:] if not _is_numbering(row)]
    entries = tuple(sided(tuple(_entries(body))))
    if any(_LINE_NUMBER in name for name in names):
        entries = tuple(unnumbered(entries))
    entries = tuple(noted(entries))
    columns = columns_of(names[-1].split() if names else [], entries)
    grid = assembled(names, () if columns else entries, span, columns)
    if columns:
        ratios = ratio_columns(columns, entries)
        placed = tuple(aligned(e, columns, ratios, grid.unit) for e in entries)
        grid = grid._replace(entries=placed)
    return grid


def _is_numbering(row: Row) -> bool:
    """栏次行：栏次 1 2 3。"""
    return bool(row) and row[0].text in ("栏次", "行次")


def _lone_codes(rows: list[Row]) -> list[Row]:
    """独占一行的科目编码：下一行是它的名称。"""
    for at, (row, after) in enumerate(pairwise(rows)):
        if len(row) != 1 or not after or after[0].kind is not Kind.LABEL:
            continue
        token = row[0]
        if token.kind is Kind.VALUE and token.text.isdigit() and len(token.text) in (3, 5, 7):
            rows[at] = (token._replace(kind=Kind.CODE, value=None),)
    return rows


def _is_body(row: Row) -> bool:
    """有数值，或以编码、序号起头。"""
    kinds = [token.kind for token in row]
    if Kind.VALUE in kinds:
        return True
    text = row[0].text if row else ""
    return bool(row) and (kinds[0] is Kind.CODE or _ITEM.match(text) is not None)


def _entries(rows: Sequence[Row]) -> Iterator[Entry]:
    """逐行切成记录。"""
    pending: Entry | None = None
    for number, row in enumerate(rows):
        for side, group in enumerate(_groups(row)):
            entry = _entry(group, number, side)
            if pending is not None and side == 0 and _completes(pending, entry):
                entry = _joined(pending, entry)
            elif pending is not None:
                yield pending
            pending = entry
            if entry.values or not (entry.code or MARKER.match(entry.label)):
                yield entry
                pending = None
    if pending is not None:
        yield pending


def _groups(row: Row) -> Iterator[Row]:
    """一行里的各条记录：名称或编码在数值之后出现，就另起一条。"""
    start = 0
    for at in range(1, len(row)):
        kind, before = row[at].kind, row[at - 1].kind
        fresh = kind is Kind.CODE and before is not Kind.CODE
        fresh |= kind is Kind.LABEL and before in (Kind.VALUE, Kind.BLANK, Kind.LABEL)
        if fresh:
            yield row[start:at]
            start = at
    if row:
        yield row[start:]


def _entry(group: Row, row: int, side: int) -> Entry:
    codes = [token.text for token in group if token.kind is Kind.CODE]
    labels = [token.text for token in group if token.kind is Kind.LABEL]
    values = tuple(
        Value(token.value, token.span)
        for token in group
        if token.kind is Kind.VALUE and token.value is not None
    )
    span = Span(group[0].span.start, group[-1].span.end)
    return Entry("".join(codes), "".join("".join(labels).split()), values, row, side, span)


def _completes(pending: Entry, entry: Entry) -> bool:
    """这一条是上一条折下来的部分。"""
    if entry.code or MARKER.match(entry.label):
        return False
    if not entry.label:
        return True
    if TOTALS.search(entry.label):
        return False
    return bool(pending.code) or _FRAGMENT.fullmatch(entry.label) is not None


def _joined(pending: Entry, entry: Entry) -> Entry:
    return pending._replace(
        label=pending.label + entry.label,
        values=entry.values,
        span=Span(pending.span.start, entry.span.end),
    )
