"""一列的合计：总数等于各项之和。各列同一结构，别的列成立就证实了结构。"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from assistant.domain.findings import Span
from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import MEAN, TOTAL
from assistant.reading.claims.judging.judging import Claim, agrees
from assistant.reading.tables.exactness import part_input
from assistant.reading.tables.families import Family, averaged, families
from assistant.reading.tables.grids import Entry
from assistant.reading.tables.matrix import Matrix, value_input
from assistant.reading.tables.roots import roots

_NOT_SUMMED = re.compile(
    r"单价|均(?!衡)|标准(?!分)|排名|位次|等级|年限|比上年|序号|工期|天数|单位成本|周期|温度"
    r"|年度指标值|目标值|完成值"
)
_CENT = Decimal("0.01")
_WEIGHT = re.compile(r"分值|权重|满分|标准分")


class Chosen(NamedTuple):
    """取定的一种读法：各项、各列的断言、成立的列。"""

    parts: tuple[Entry, ...]
    claims: Mapping[int, Claim]
    holding: Collection[int]


def column_claims(matrix: Matrix, caption: str, derived: frozenset[int]) -> Iterator[Claim]:
    """一栏各列的合计。derived 是由别的列相除得来的列，不加总。"""
    columns = [c for c in matrix.columns if c not in derived and _summed(matrix, c)]
    weighed = any(_WEIGHT.search(head) for head in matrix.heads.values())
    for family in families(matrix.entries, caption):
        parts, claims, holding = _chosen(matrix, family, columns)
        for column, claim in claims.items():
            if column in holding or agrees(claim.formula, claim.inputs, claim.stated):
                yield claim
            elif not weighed and _is_mean(matrix, claim, column):
                yield from _mean(matrix, claim, parts)
            elif holding or family.plain:
                yield claim


def mean_claims(matrix: Matrix, derived: frozenset[int]) -> Iterator[Claim]:
    """平均一行的各列；多半列不成立的不是简单平均，不说。"""
    columns = [c for c in matrix.columns if c not in derived and not matrix.ratio(c)]
    for family in averaged(matrix.entries):
        found = [
            claim._replace(relationship=Relationship.AVERAGE, formula=MEAN)
            for c in columns
            if (claim := _claim(matrix, family.parent, family.options[0], c)) is not None
        ]
        good = sum(agrees(MEAN, c.inputs, c.stated) for c in found)
        if good * 2 >= len(found) or (len(found) == 1 and family.plain):
            yield from found


def _summed(matrix: Matrix, column: int) -> bool:
    head = matrix.heads.get(column, "")
    return not matrix.ratio(column) and not _NOT_SUMMED.search(head)


def _chosen(matrix: Matrix, family: Family, columns: Sequence[int]) -> Chosen:
    """成立的列最多的一种读法；都不成立取最可能的一种。"""
    best: Chosen | None = None
    for option in (*family.options, None):
        if option is None and best and best.holding:
            break
        rows = roots(matrix, family.options[0]) if option is None else option
        found = {c: _claim(matrix, family.parent, rows, c) for c in columns}
        claims = {c: claim for c, claim in found.items() if claim is not None}
        holding = {c for c, claim in claims.items() if _holds(claim)}
        if best is None or len(holding) > len(best.holding):
            best = Chosen(rows, claims, holding)
    assert best is not None
    return best


def _holds(claim: Claim) -> bool:
    """这一列成立，而且不是全零、只有一项。"""
    if not claim.stated.quantity.value:
        return False
    filled = sum(bool(i.quantity.value) for i in claim.inputs)
    return filled > 1 and agrees(claim.formula, claim.inputs, claim.stated)


def _claim(matrix: Matrix, parent: Entry, parts: Sequence[Entry], column: int) -> Claim | None:
    stated = matrix.at(parent, column)
    if stated is None:
        return None
    if matrix.ragged and any(matrix.unknown(each, column) for each in (parent, *parts)):
        return None
    found = [v for each in parts if (v := matrix.at(each, column)) is not None]
    if not found or any(v.quantity.dimension is not stated.quantity.dimension for v in found):
        return None
    inputs = tuple(part_input(v, f"part{n}") for n, v in enumerate(found, 1))
    span = Span(min(parent.span.start, stated.span.start), max(parent.span.end, stated.span.end))
    claim = Claim(
        _relation(stated.quantity.unit), TOTAL, inputs, value_input(stated, "total"), span
    )
    alone = len(found) == 1 and not agrees(TOTAL, inputs, claim.stated)
    return None if alone else claim


def _relation(unit: str) -> Relationship:
    return Relationship.SCORE_SUM if unit == "分" else Relationship.SUM


def _is_mean(matrix: Matrix, claim: Claim, column: int) -> bool:
    """没有分值列的得分列，合计行写的若在最高最低之间，是平均分。"""
    scores = [each.base for each in claim.inputs]
    among = len(scores) > 1 and min(scores) <= claim.stated.base <= max(scores)
    return among and "分" in matrix.heads.get(column, "")


def _mean(matrix: Matrix, claim: Claim, parts: Sequence[Entry]) -> Iterator[Claim]:
    """平均分；恰是按某一列加权的，不能断定，不说。"""
    averaged = claim._replace(relationship=Relationship.AVERAGE, formula=MEAN)
    if agrees(MEAN, claim.inputs, claim.stated) or not _weighted(matrix, claim, parts):
        yield averaged


def _weighted(matrix: Matrix, claim: Claim, parts: Sequence[Entry]) -> bool:
    """按某一列加权的平均恰是所写。"""
    scores = {each.span: each.base for each in claim.inputs}
    for column in matrix.columns:
        pairs = [
            (scores[cell.span], weight.quantity.base)
            for row in parts
            if (weight := matrix.at(row, column)) is not None
            for cell in row.values
            if cell.span in scores and cell.span != weight.span
        ]
        total = sum((weight for _, weight in pairs), Decimal(0))
        product = sum((score * weight for score, weight in pairs), Decimal(0))
        if total and abs(product / total - claim.stated.base) <= _CENT:
            return True
    return False
