"""由数看层次：某行恰为其下相连几行之和的，那几行是它的组成，不另加。"""

from collections.abc import Sequence
from decimal import Decimal

from assistant.domain.intervals import Interval
from assistant.reading.tables.grids import Entry
from assistant.reading.tables.matrix import Matrix

_LONGEST = 40


def roots(matrix: Matrix, rows: Sequence[Entry]) -> tuple[Entry, ...]:
    """各行里不是别行组成部分的。"""
    if not 3 <= len(rows) <= _LONGEST:
        return tuple(rows)
    columns = [c for c in matrix.columns if not matrix.ratio(c)]
    numbers = [_numbers(matrix, row, columns) for row in rows]
    found: list[Entry] = []
    at = 0
    while at < len(rows):
        found.append(rows[at])
        at += 1 + _children(numbers, at)
    return tuple(found)


def _numbers(matrix: Matrix, row: Entry, columns: Sequence[int]) -> list[Interval | None]:
    cells = [matrix.at(row, column) for column in columns]
    return [None if cell is None else Interval.printed(cell.quantity) for cell in cells]


def _children(numbers: Sequence[Sequence[Interval | None]], at: int) -> int:
    """其下几行之和恰为这一行：每列都成立，至少一列有两项不为零；没有为 0。"""
    parent = numbers[at]
    totals = [Interval.exactly(Decimal(0)) for _ in parent]
    filled = [0 for _ in parent]
    for count, row in enumerate(numbers[at + 1 :], 1):
        for n, cell in enumerate(row):
            if cell is not None:
                totals[n] += cell
                filled[n] += not cell.low <= 0 <= cell.high
        stated = [(p, t, f) for p, t, f in zip(parent, totals, filled, strict=True) if p]
        if count > 1 and any(f > 1 for _, _, f in stated) and all(t.meets(p) for p, t, _ in stated):
            return count
    return 0
