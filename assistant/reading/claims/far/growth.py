"""正文说的增减，本年、上年的数都在表里：正文的数正是某一行本年的那一格，上年的格就是基数。

教育支出210万元，增长5.0%。（表：教育支出，2023年200万元，2024年210万元）
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from assistant.domain.findings import Span
from assistant.domain.quantities import Dimension, digits
from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import CHANGE, RATE_BY_PRIOR
from assistant.reading.claims.judging.judging import Claim, Input
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain, signed
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.tables.grids import TOTALS, Grid
from assistant.reading.tables.headings import is_ratio
from assistant.reading.tables.matrix import value_input
from assistant.reading.text.labels import likeness

_YEAR = re.compile(r"(?:19|20)\d\d(?=年)")
_CHANGED = re.compile("增减|增长|变动|差")
_DIGITS = 4
Rows = Mapping[Decimal, tuple[tuple[str, Input], ...]]


def row_growth_claims(
    paragraphs: Sequence[Paragraph], grids: Sequence[Grid], settled: frozenset[Span]
) -> Iterator[Claim]:
    """各处还没有读懂的、没说与预算相比的增减。"""
    rows = _rows(grids)
    for paragraph in paragraphs if rows else ():
        for at, item in enumerate(paragraph.items):
            moved = item.role in (Role.RATE, Role.CHANGE) and item.mention.span not in settled
            if moved and (found := _sides(paragraph, at, rows)) is not None:
                yield _claim(paragraph, at, *found)


def _rows(grids: Sequence[Grid]) -> Rows:
    """本年那一格的值到行名和上年那一格。"""
    found: dict[Decimal, list[tuple[str, Input]]] = {}
    for grid in grids:
        years = {c: int(y[0]) for c, head in enumerate(grid.columns) if (y := _plain(head))}
        if len(set(years.values())) != 2 or len(years) != 2:
            continue
        now, before = max(years, key=lambda c: years[c]), min(years, key=lambda c: years[c])
        for entry in grid.entries:
            cells = {value.column: value for value in entry.values}
            if now in cells and before in cells:
                prior = value_input(cells[before], "prior")
                found.setdefault(cells[now].quantity.base, []).append((entry.label, prior))
    return {base: tuple(each) for base, each in found.items()}


def _plain(head: str) -> re.Match[str] | None:
    """写着年份的金额栏。"""
    return None if is_ratio(head) or _CHANGED.search(head) else _YEAR.search(head)


def _sides(paragraph: Paragraph, at: int, rows: Rows) -> tuple[int, Input] | None:
    """同一句里前面最近的金额，和表里它那一行上年的数。"""
    items, item = paragraph.items, paragraph.items[at]
    against = item.against
    if against is not None and (against.basis or against.year not in (None, -1)):
        return None
    now = next((i for i in paragraph.before(at, Role.LEVEL, Role.REACHED)), None)
    if now is None or items[now].dimension is not Dimension.MONEY or items[now].part != item.part:
        return None
    if item.role is Role.CHANGE and item.dimension is not Dimension.MONEY:
        return None
    told = digits(abs(items[now].quantity.value)).replace(".", "").strip("0")
    name = paragraph.subjects[now].core
    own = [
        prior
        for label, prior in rows.get(items[now].quantity.base, ())
        if likeness(label, name) or TOTALS.search(label)
    ]
    return (now, own[0]) if len(own) == 1 and len(told) >= _DIGITS else None


def _claim(paragraph: Paragraph, at: int, now: int, prior: Input) -> Claim:
    items = paragraph.items
    rate = items[at].role is Role.RATE
    stated = signed(items[at], "rate" if rate else "change")
    return Claim(
        Relationship.YOY_PERCENT if rate else Relationship.YOY_AMOUNT,
        RATE_BY_PRIOR if rate else CHANGE,
        (plain(items[now], "current"), prior),
        stated,
        paragraph.flow.span(items[now].spot.start, items[at].spot.end),
    )
