"""合计在前、空格略去的表：不管各数在哪一列，行首的合计都等于其后各数之和。"""

import re
from collections.abc import Iterator

from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import TOTAL
from assistant.reading.claims.judging.judging import Claim, agrees
from assistant.reading.tables.grids import Entry, Grid
from assistant.reading.tables.matrix import value_input

_TOTAL_COLUMN = re.compile("合计|总计|小计")
_NOT_PARTS = re.compile("预算数.*决算数|上年|增减|完成|执行率|得分|分值|比|数量")


def first_claims(grid: Grid) -> Iterator[Claim]:
    """没有列的表，每行都应成立；多半不成立的不是这种表。"""
    if grid.columns or not _TOTAL_COLUMN.search(grid.head) or _NOT_PARTS.search(grid.head):
        return
    claims = [claim for entry in grid.entries if (claim := _first_is_total(entry)) is not None]
    good = sum(agrees(c.formula, c.inputs, c.stated) for c in claims)
    if len(claims) >= 4 and good * 10 >= len(claims) * 8:
        yield from claims


def _first_is_total(entry: Entry) -> Claim | None:
    if len(entry.values) < 2:
        return None
    inputs = tuple(value_input(v, f"part{n}") for n, v in enumerate(entry.values[1:], 1))
    stated = value_input(entry.values[0], "total")
    return Claim(Relationship.SUM, TOTAL, inputs, stated, entry.span)
