"""得分不超过分值：自评表里，一行的得分与它左边最近的分值。"""

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.domain.intervals import Interval
from assistant.domain.quantities import Dimension
from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import COMPARED
from assistant.reading.claims.judging.judging import Claim, Input, agrees
from assistant.reading.tables.grids import Entry
from assistant.reading.tables.matrix import Matrix, value_input

_WEIGHT = re.compile(r"分值|权重|满分|标准分|赋分")
_SCORE = re.compile(r"得分|实得|自评分|评价分")
_NOT_SCORE = re.compile(r"率|扣分|排名|名次|分值|满分|标准")
_BONUS = re.compile(r"加分|附加")
_END = Decimal("1e30")


def score_claims(matrix: Matrix) -> Iterator[Claim]:
    """各行得分不超过分值；多半不成立的不是这种表，有加分的可以超过。"""
    if any(_BONUS.search(text) for text in (*matrix.heads.values(), *_labels(matrix))):
        return
    for weight, score in _columns(matrix):
        rows = (_claim(matrix, entry, weight, score) for entry in matrix.entries)
        claims = [claim for claim in rows if claim is not None]
        good = sum(agrees(c.formula, c.inputs, c.stated) for c in claims)
        if good > 1 and good * 3 >= len(claims) * 2:
            yield from claims


def _labels(matrix: Matrix) -> Iterator[str]:
    return (entry.label for entry in matrix.entries)


def _columns(matrix: Matrix) -> Iterator[tuple[int, int]]:
    """分值列和它右边的得分列；一列分值可以管自评、复评两列得分。"""
    weight: int | None = None
    for column in matrix.columns:
        head = matrix.heads.get(column, "")
        if _WEIGHT.search(head) and not _SCORE.search(head):
            weight = column
        elif weight is not None and _SCORE.search(head) and not _NOT_SCORE.search(head):
            yield weight, column


def _claim(matrix: Matrix, entry: Entry, weight: int, score: int) -> Claim | None:
    top, found = matrix.at(entry, weight), matrix.at(entry, score)
    if top is None or found is None or entry.row in matrix.ragged:
        return None
    if {top.quantity.dimension, found.quantity.dimension} != {Dimension.SCORE}:
        return None
    stated = value_input(found, "score")
    return Claim(
        Relationship.OTHER,
        COMPARED,
        (exact(value_input(top, "weight")), stated),
        stated._replace(within=Interval(Decimal(0), _END)),
        entry.span,
        otherwise=f"不超过{top.quantity}",
    )


def exact(weight: Input) -> Input:
    """定下的分值没有取舍。"""
    return weight._replace(within=Interval.exactly(weight.base))
