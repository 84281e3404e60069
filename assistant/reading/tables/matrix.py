"""一栏的行列：各行按列取数。不知道列的行，数值一样多的按次序，不一样多的只取一个。"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from assistant.domain.findings import Span
from assistant.domain.quantities import Dimension
from assistant.reading.claims.judging.judging import Input
from assistant.reading.tables.grids import Entry, Grid, Value
from assistant.reading.tables.headings import is_ratio
from assistant.reading.tables.repairs import Layout

_COUNTED_FIRST = re.compile(r"数量|面积|个数|台数")
_TOTAL_FIRST = re.compile(r"合计|总计|小计")


@dataclass(frozen=True, eq=False)
class Matrix:
    """一栏：各行和它们按列号取得的数；heads 是各列表头，列不明时为空。

    ragged 是缺了格、不知各数在哪一列的行。
    """

    entries: tuple[Entry, ...]
    cells: Mapping[int, Mapping[int, Value]]
    heads: Mapping[int, str]
    ragged: frozenset[int] = frozenset()

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """有数的各列。"""
        return tuple(sorted({column for row in self.cells.values() for column in row}))

    def at(self, entry: Entry, column: int) -> Value | None:
        """某行某列的数；没有或不知道为 None。"""
        return self.cells[entry.row].get(column)

    def unknown(self, entry: Entry, column: int) -> bool:
        """这一行有没有这一列的数，无从知道。"""
        return entry.row in self.ragged and column not in self.cells[entry.row]

    def ratio(self, column: int) -> bool:
        """这一列是比率：表头写明，或有数的格多半带百分号。"""
        return column in self._ratios

    @cached_property
    def _ratios(self) -> frozenset[int]:
        columns = {*self.columns, *self.heads}
        return frozenset(c for c in columns if is_ratio(self.heads.get(c, "")) or self._marked(c))

    def _marked(self, column: int) -> bool:
        found = [row[column] for row in self.cells.values() if column in row]
        marked = sum(v.quantity.dimension is Dimension.RATIO for v in found)
        return marked * 2 > len(found)


def matrices(grid: Grid) -> tuple[Matrix, ...]:
    """一张表的各栏。"""
    sides = sorted({entry.side for entry in grid.entries})
    return tuple(matrix(grid, [e for e in grid.entries if e.side == side]) for side in sides)


def matrix(grid: Grid, entries: Sequence[Entry]) -> Matrix:
    """由挑出的各行成一栏。"""
    heads = dict(enumerate(grid.columns))
    if heads:
        cells = {e.row: {v.column: v for v in e.values if v.column is not None} for e in entries}
        ragged = frozenset(e.row for e in entries if e.values and not cells[e.row])
        if _TOTAL_FIRST.search(heads.get(1, "")):
            cells |= {e.row: {1: e.values[0]} for e in entries if e.row in ragged}
        return Matrix(tuple(entries), cells, heads, ragged)
    width = max((len(entry.values) for entry in entries), default=0)
    full = {e.row: dict(enumerate(e.values)) for e in entries if len(e.values) in (0, width)}
    ragged = frozenset(e.row for e in entries) - full.keys()
    if _COUNTED_FIRST.search(grid.head) and ragged:
        last = {e.row: {0: e.values[-1]} if e.values else {} for e in entries}
        return Matrix(tuple(entries), last, {})
    known = _TOTAL_FIRST.search(grid.head) is not None
    firsts = {e.row: {0: e.values[0]} if known else {} for e in entries if e.row in ragged}
    return Matrix(tuple(entries), {**full, **firsts}, {}, ragged)


def layout_of(panels: Sequence[Matrix]) -> Layout:
    """各栏里格与格的位置，供会诊用。"""
    steps: list[tuple[Input, Input]] = []
    openings: dict[Span, Input] = {}
    for each in panels:
        for column in each.columns:
            cells = [v for e in each.entries if (v := each.at(e, column)) is not None]
            inputs = [value_input(v, "cell") for v in cells]
            steps += pairwise(inputs)
        opening = [c for c, head in each.heads.items() if "年初" in head]
        for row in each.cells.values():
            if len(opening) == 1 and opening[0] in row:
                found = value_input(row[opening[0]], "budget")
                openings |= {v.span: found for v in row.values()}
    return Layout(tuple(steps), openings)


def value_input(value: Value, role: str) -> Input:
    """一格数值作运算数。"""
    return Input(role, value.quantity, value.span)
