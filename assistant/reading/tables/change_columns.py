"""只写着“增减”的一列：是增减额还是增减率，看它是不是另两列之差。"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import permutations

from assistant.reading.tables.headings import is_ratio
from assistant.reading.tables.sections import Row

_CHANGE = re.compile(r"(?:增长|增减|升降|变动|变化)(?:情况)?$")
_ENOUGH = 2


def amounts_told(columns: Sequence[str], body: Sequence[Row]) -> tuple[str, ...]:
    """各列的表头；“比上年增减”写的是额的，补明是额。"""
    doubted = [c for c, head in enumerate(columns) if _CHANGE.search(head)]
    if not doubted:
        return tuple(columns)
    rows = [_plain(row) for row in body]
    others = [c for c, head in enumerate(columns) if c not in doubted and not is_ratio(head)]
    told = {c for c in doubted if any(_is_difference(rows, c, p) for p in permutations(others, 2))}
    return tuple(f"{head}额" if c in told else head for c, head in enumerate(columns))


def _plain(row: Row) -> dict[int, Decimal]:
    """一行里没有写单位的数。"""
    found = zip((cell.column for cell in row.cells), row.tokens, strict=True)
    return {c: t.value.value for c, t in found if t.value is not None and not t.value.unit}


def _is_difference(
    rows: Sequence[Mapping[int, Decimal]], column: int, pair: tuple[int, ...]
) -> bool:
    """多数行里这一列恰是那两列之差，至少两行不为零。"""
    now, then = pair
    full = [r for r in rows if {column, now, then} <= r.keys() and r[column]]
    good = sum(r[now] - r[then] == r[column] for r in full)
    return good >= _ENOUGH and good * 2 > len(full)
