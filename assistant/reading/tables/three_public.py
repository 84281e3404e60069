"""“三公”经费各栏之间的关系：没有列的文字层表格，凭各数自己认出次序。"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import TOTAL
from assistant.reading.claims.judging.judging import Claim, agrees
from assistant.reading.tables.grids import Entry, Grid, Value
from assistant.reading.tables.matrix import value_input

Order = tuple[tuple[int, int, int], int, tuple[int, int]]

_THREE_PUBLIC = re.compile("三公")
_ITEM = re.compile("出国|接待")
# 各栏的次序：合计、出国、小计、购置、运行、接待；或 合计、出国、接待、小计、购置、运行
_ORDERS = (((1, 2, 5), 2, (3, 4)), ((1, 2, 3), 3, (4, 5)), ((1, 4, 5), 1, (2, 3)))
_NAMES = {
    _ORDERS[
        0
    ]: "三公经费 因公出国费 公务用车购置及运行维护费 公务用车购置费 公务用车运行维护费 公务接待费",
    _ORDERS[
        1
    ]: "三公经费 因公出国费 公务接待费 公务用车购置及运行维护费 公务用车购置费 公务用车运行维护费",
    _ORDERS[
        2
    ]: "三公经费 公务用车购置及运行维护费 公务用车购置费 公务用车运行维护费 公务接待费 因公出国费",
}


class Pair(NamedTuple):
    """同一项的预算数和决算数。"""

    name: str
    budget: Value
    final: Value


def three_public_claims(grid: Grid) -> Iterator[Claim]:
    """“三公”经费表：合计=出国＋车辆＋接待，车辆=购置＋运行；预算、决算各算一遍。"""
    if not _across(grid):
        return
    for entry in grid.entries:
        rows = _split(entry)
        order = _order(entry, rows)
        if order is not None:
            for row in rows:
                yield from _three_public(entry, row, order)


def _across(grid: Grid) -> bool:
    """各项横着排的“三公”经费表；竖着排的，一行就是一项。"""
    named = _THREE_PUBLIC.search(grid.caption + grid.head) is not None
    return named and not any(_ITEM.search(entry.label) for entry in grid.entries)


def _order(entry: Entry, rows: Sequence[tuple[int, ...]]) -> Order | None:
    """各栏是哪种次序：成立的式子最多的；都不成立的认不出。"""
    if not rows:
        return None
    best = max(_ORDERS, key=lambda order: sum(_holding(entry, row, order) for row in rows))
    return best if any(_holding(entry, row, best) for row in rows) else None


def three_public_pairs(grid: Grid) -> Iterator[Pair]:
    """预算、决算相间的“三公”经费表里各项的一对数。"""
    if not _across(grid):
        return
    for entry in grid.entries:
        rows = _split(entry)
        order = _order(entry, rows)
        if order is None or len(rows) != 2:
            continue
        for name, budget, final in zip(_NAMES[order].split(), *rows, strict=True):
            yield Pair(name, entry.values[budget], entry.values[final])


def three_public_names(grid: Grid) -> Iterator[tuple[str, Value]]:
    """一套六栏（或加机关运行经费）的各栏名称和数。"""
    if not _across(grid):
        return
    for entry in grid.entries:
        rows = _split(entry)
        order = _order(entry, rows)
        if order is None or len(rows) != 1:
            continue
        yield from zip(_NAMES[order].split(), entry.values, strict=False)
        if len(entry.values) == 7 and "机关运行经费" in grid.head:
            yield "机关运行经费", entry.values[6]


def _split(entry: Entry) -> list[tuple[int, ...]]:
    """十二个数是预算、决算相间的六栏，六七个数是一套六栏。"""
    count = len(entry.values)
    if count == 12:
        return [tuple(range(0, 12, 2)), tuple(range(1, 12, 2))]
    return [tuple(range(6))] if count in (6, 7) else []


def _three_public(entry: Entry, row: tuple[int, ...], order: Order) -> Iterator[Claim]:
    parts, vehicles, halves = order
    yield _columns(entry, row[0], [row[i] for i in parts])
    yield _columns(entry, row[vehicles], [row[i] for i in halves])


def _columns(entry: Entry, total: int, parts: Sequence[int]) -> Claim:
    inputs = tuple(value_input(entry.values[i], f"part{n}") for n, i in enumerate(parts, 1))
    return Claim(
        Relationship.SUM, TOTAL, inputs, value_input(entry.values[total], "total"), entry.span
    )


def _holding(entry: Entry, row: tuple[int, ...], order: Order) -> int:
    return sum(
        agrees(c.formula, c.inputs, c.stated)
        for c in _three_public(entry, row, order)
        if c.stated.quantity.value
    )
