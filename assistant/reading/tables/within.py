"""表里的“其中”：部分不大于整体。整体是哪一行有几种可能的，比以上各行都大才算。"""

from collections.abc import Iterator
from typing import NamedTuple

from assistant.reading.tables.grids import Entry, Grid, Value
from assistant.reading.tables.levels import WITHIN, level
from assistant.reading.tables.matrix import Matrix, matrices


class Oversized(NamedTuple):
    """其中的一格，和比它小的整体的一格。"""

    part: Value
    whole: Value


def oversized(grid: Grid) -> Iterator[Oversized]:
    """比整体还大的各格。"""
    if not any(level(entry.label) == WITHIN for entry in grid.entries):
        return
    for matrix in matrices(grid):
        for at, entry in enumerate(matrix.entries):
            if level(entry.label) == WITHIN:
                yield from _cells(matrix, entry, matrix.entries[:at])


def _cells(matrix: Matrix, entry: Entry, above: tuple[Entry, ...]) -> Iterator[Oversized]:
    for column in matrix.columns:
        part = matrix.at(entry, column)
        wholes = [v for e in above if (v := matrix.at(e, column)) is not None]
        whole = max(wholes, key=lambda v: v.quantity.base, default=None)
        if part is None or whole is None or matrix.ratio(column):
            continue
        same = {part.quantity.dimension} == {v.quantity.dimension for v in wholes}
        if same and part.quantity.base > whole.quantity.base > 0:
            yield Oversized(part, whole)
