"""横排的得分表：一列一个指标，分值、得分、扣分、得分率各是一行。

指标   决策  过程  合计
分值   40    60    100      得分不超过分值；扣分 = 分值 - 得分；得分率 = 得分 ÷ 分值；
得分   38    55    93       分值、得分、扣分的合计是各列之和。
"""

import re
from collections.abc import Iterator, Sequence

from assistant.domain.quantities import Dimension, Quantity, in_cents
from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import COMPLETED, TOTAL
from assistant.reading.claims.judging.judging import Claim, Input
from assistant.reading.tables.grids import TOTALS, Grid, Value

_WEIGHT = re.compile("^(?:标准)?(?:分值|权重|满分|标准分)$")
_SCORE = re.compile("^(?:自评|评价|实际)?得分$|^实得分$")
_LOST = re.compile("^(?:扣分|失分)$")
_RATE = re.compile("^得分率$")
_LEAST = 3
Row = dict[int, Value]


def score_column_claims(grid: Grid) -> Iterator[Claim]:
    """一张横排的得分表；没有分值、得分两行的不是。"""
    weights, scores = _row(grid, _WEIGHT), _row(grid, _SCORE)
    if len(weights) < _LEAST or weights.keys() != scores.keys():
        return
    lost, rates = _row(grid, _LOST), _row(grid, _RATE)
    for column, score in scores.items():
        weight = _exact(weights[column], "part1")
        if cell := lost.get(column):
            less = _exact(score, "less")._replace(sign=-1)
            yield _claim(Relationship.SCORE_SUM, (weight, less), cell)
        if cell := rates.get(column):
            inputs = (_exact(score, "actual"), weight._replace(role="budget"))
            claim = _claim(Relationship.RATIO, inputs, cell)
            yield claim._replace(formula=COMPLETED, stated=_percent(cell))
    for row in (weights, scores, lost):
        yield from _summed(grid, row)


def _row(grid: Grid, name: re.Pattern[str]) -> Row:
    found = [e for e in grid.entries if name.search("".join(e.label.split()))]
    values = found[0].values if len(found) == 1 and grid.columns else ()
    return {v.column: v for v in values if v.column is not None}


def _summed(grid: Grid, row: Row) -> Iterator[Claim]:
    """末一列的合计。"""
    if len(row) < _LEAST:
        return
    *parts, last = sorted(row)
    if TOTALS.search(grid.columns[last]) or grid.columns[last] == "总分":
        inputs = tuple(_exact(row[c], f"part{n}") for n, c in enumerate(parts, 1))
        yield _claim(Relationship.SCORE_SUM, inputs, row[last])


def _claim(relation: Relationship, inputs: Sequence[Input], stated: Value) -> Claim:
    return Claim(relation, TOTAL, tuple(inputs), _exact(stated, "total"), stated.span)


def _exact(value: Value, role: str) -> Input:
    """分没有取舍：38 就是 38.00。"""
    points = in_cents(value.quantity.value)
    return Input(role, Quantity(value=points, unit="分"), value.span)


def _percent(value: Value) -> Input:
    quantity = value.quantity
    if quantity.dimension is not Dimension.RATIO:
        quantity = Quantity(value=quantity.value, unit="%")
    return Input("rate", quantity, value.span)
