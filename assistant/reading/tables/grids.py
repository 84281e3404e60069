"""格表：任何来源的表格都化成同一样东西——一条条带名称、编码和数值的记录。

文字层的表格没有列，空格被略去，只知数值的次序；真表格有列号。
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from assistant.domain.document import Table
from assistant.domain.findings import Span
from assistant.domain.quantities import Quantity, places_of
from assistant.reading.tables.rows import Kind, Token, cell_token, coded, row_tokens
from assistant.reading.text.lines import MARKER, Line

_UNIT = re.compile(r"单位\s*[:：]?\s*(?:人民币)?\s*(万元|亿元|千元|百万元|元)")
_IN_HEAD = re.compile(r"[（(](万元|元|亿元)[)）]")
_ITEM = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[、．.]"
)
_COUNTED = re.compile(r"数量|人数|个数|面积|得分|分值")
_NAME = re.compile(r"表(?:[（(].{1,20}[）)])?$|情况$")
_FRAGMENT = re.compile(
    r"[的等]?(?:支?出|收?入|预算|拨?款|费用?|补助|资金|金|余|用|缴费|事务)(?:支出|收入)?$"
)
_TOTALS = re.compile(r"合\s*计|总\s*计|小\s*计|总额|累计")


class Value(NamedTuple):
    """一格数值。column 是列号，文字层的表格为 None。"""

    quantity: Quantity
    span: Span
    column: int | None = None


class Entry(NamedTuple):
    """一条记录：编码（去空格）、名称、各数值；side 是并列几栏中的第几栏。"""

    code: str
    label: str
    values: tuple[Value, ...]
    row: int
    side: int
    span: Span

    @property
    def is_total(self) -> bool:
        """合计、总计、小计。"""
        return _TOTALS.search(self.label) is not None


class Grid(NamedTuple):
    """一张表。caption 是表名，unit 是表头写明的单位，head 是表头全部文字（去空格）。

    columns 是各列的表头文字（真表格才有）；span 是全表在原文的位置。
    """

    caption: str
    unit: str
    head: str
    entries: tuple[Entry, ...]
    span: Span
    columns: tuple[str, ...] = ()


class _Placed(NamedTuple):
    token: Token
    column: int | None


Row = tuple[_Placed, ...]


def text_grid(text: str, lines: Sequence[Line]) -> Grid:
    """文字层的一张表。"""
    rows = _lone_codes(
        [tuple(_Placed(t, None) for t in row_tokens(text, line.span)) for line in lines]
    )
    first = next((n for n, row in enumerate(rows) if _is_body(row)), len(rows))
    names = [line.text for line in lines[:first]]
    span = Span(lines[0].span.start, lines[-1].span.end)
    return _grid(names, rows[first:], span, ())


def table_grid(table: Table, before: str = "") -> Grid:
    """真表格；before 是表前一两行，可能有表名和单位。"""
    rows: dict[int, list[_Placed]] = {}
    for cell in table.cells:
        token = cell_token(cell.text, cell.span)
        rows.setdefault(cell.row, []).append(_Placed(token, cell.column))
    placed = [_coded_row(sorted(rows[key], key=_column)) for key in sorted(rows)]
    first = next((n for n, row in enumerate(placed) if _is_body(row)), len(placed))
    head = placed[:first]
    names = [*before.splitlines(), *table.caption.splitlines()]
    names += ["".join(p.token.text for p in row) for row in head]
    columns = _headings(head)
    return _grid(names, placed[first:], table.span, columns)


def _lone_codes(rows: list[Row]) -> list[Row]:
    """独占一行的科目编码：下一行是它的名称。"""
    for at, (row, after) in enumerate(pairwise(rows)):
        if len(row) != 1 or not after or after[0].token.kind is not Kind.LABEL:
            continue
        token = row[0].token
        if token.kind is Kind.VALUE and token.text.isdigit() and len(token.text) in (3, 5, 7):
            rows[at] = (_Placed(token._replace(kind=Kind.CODE, value=None), None),)
    return rows


def _column(placed: _Placed) -> int:
    return placed.column or 0


def _coded_row(row: Sequence[_Placed]) -> Row:
    filled = [p for p in row if p.token.kind is not Kind.BLANK]
    tokens = coded([p.token for p in filled])
    return tuple(_Placed(t, p.column) for t, p in zip(tokens, filled, strict=True))


def _headings(head: Iterable[Row]) -> tuple[str, ...]:
    """各列的表头文字：上下各行连起来。"""
    found: dict[int, str] = {}
    for row in head:
        for placed in row:
            column = placed.column or 0
            found[column] = found.get(column, "") + "".join(placed.token.text.split())
    return tuple(found.get(n, "") for n in range(max(found, default=-1) + 1))


def _is_body(row: Row) -> bool:
    """有数值，或以编码、序号起头。"""
    kinds = [placed.token.kind for placed in row]
    if Kind.VALUE in kinds:
        return True
    text = row[0].token.text if row else ""
    return bool(row) and (kinds[0] is Kind.CODE or _ITEM.match(text) is not None)


def _grid(names: Sequence[str], rows: Sequence[Row], span: Span, columns: tuple[str, ...]) -> Grid:
    head = "".join("".join(name.split()) for name in names)
    unit = _UNIT.search(head) or _IN_HEAD.search(head)
    caption = next((n for n in reversed(names) if _NAME.search("".join(n.split()))), "")
    mixed = _COUNTED.search(head) is not None
    entries = tuple(_with_unit(e, unit[1] if unit else "", mixed) for e in _entries(rows))
    return Grid("".join(caption.split()), unit[1] if unit else "", head, entries, span, columns)


def _with_unit(entry: Entry, unit: str, mixed: bool) -> Entry:
    """表头写明金额单位的，数值补上单位；另有数量列的表只补带小数的。"""
    if not unit:
        return entry
    return entry._replace(values=tuple(_valued(value, unit, mixed) for value in entry.values))


def _valued(value: Value, unit: str, mixed: bool) -> Value:
    plain = value.quantity.value
    if value.quantity.unit or (mixed and not places_of(plain)):
        return value
    return value._replace(quantity=Quantity(value=plain, unit=unit))


def _entries(rows: Sequence[Row]) -> Iterator[Entry]:
    """逐行切成记录；折到下一行的名称和数值归回原记录。"""
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
        kind, before = row[at].token.kind, row[at - 1].token.kind
        fresh = kind is Kind.CODE and before is not Kind.CODE
        fresh |= kind is Kind.LABEL and before in (Kind.VALUE, Kind.BLANK, Kind.LABEL)
        if fresh:
            yield row[start:at]
            start = at
    if row:
        yield row[start:]


def _entry(group: Row, row: int, side: int) -> Entry:
    codes = [p.token.text for p in group if p.token.kind is Kind.CODE]
    labels = [p.token.text for p in group if p.token.kind is Kind.LABEL]
    values = tuple(
        Value(p.token.value, p.token.span, p.column)
        for p in group
        if p.token.kind is Kind.VALUE and p.token.value is not None
    )
    span = Span(group[0].token.span.start, group[-1].token.span.end)
    label = "".join("".join(labels).split())
    return Entry("".join(codes), label, values, row, side, span)


def _completes(pending: Entry, entry: Entry) -> bool:
    """这一条是上一条折下来的部分。"""
    if entry.code or MARKER.match(entry.label):
        return False
    if not entry.label:
        return True
    if _TOTALS.search(entry.label):
        return False
    return bool(pending.code) or _FRAGMENT.fullmatch(entry.label) is not None


def _joined(pending: Entry, entry: Entry) -> Entry:
    return pending._replace(
        label=pending.label + entry.label,
        values=entry.values,
        span=Span(pending.span.start, entry.span.end),
    )
