"""一行之内的关系：由表头的提示和各行的数认出，多数行成立才算数，再逐行核对。

执行率 = 执行数 ÷ 预算数；增减额 = 本年数 － 上年数；合计 = 其后各列之和；人均 = 总数 ÷ 人数。
"""

from collections.abc import Iterator, Mapping, Sequence

from assistant.domain.intervals import Interval
from assistant.domain.quantities import Dimension, places_of, unit_named
from assistant.reading.claims.judging.judging import Claim
from assistant.reading.tables.column_relations import Relation, candidates, cued_by, named_by
from assistant.reading.tables.exactness import part_input
from assistant.reading.tables.families import is_sum
from assistant.reading.tables.grids import Entry, Value
from assistant.reading.tables.matrix import Matrix, value_input
from assistant.reading.tables.row_formulas import (
    GROWTH,
    MEAN,
    RATE,
    RATED,
    RISE,
    RISEN,
    SHARE,
    SUM,
)

MAX_COLUMNS = 14
SAMPLE = 16
_DIVIDED = (MEAN, RATE, GROWTH, RISEN, SHARE, RATED)


def relations(matrix: Matrix) -> tuple[Relation, ...]:
    """认出的各个关系；同几列之间只留最可信的一个。"""
    columns = matrix.columns
    if not matrix.entries or not 2 <= len(columns) <= MAX_COLUMNS:
        return ()
    table = _Intervals(matrix)
    found = [
        scored
        for target in columns
        if (scored := _best(matrix, table, target, columns)) is not None
    ]
    distinct = tuple(_distinct(found))
    return (*distinct, *_beside(matrix, table, distinct))


def _beside(matrix: Matrix, table: "_Intervals", found: Sequence[Relation]) -> Iterator[Relation]:
    """增减率由增减额算的，由本年数、上年数算也应成立。"""
    rises = {r.target: r.inputs for r in found if r.shape is RISE}
    for relation in found:
        change = relation.inputs[-1]
        if relation.shape is RISEN and change in rises:
            growth = Relation(GROWTH, relation.target, rises[change], beside=True)
            scored = _scored(matrix, table, growth)
            if scored is not None and scored.bad <= 1:
                yield scored


def relation_claims(matrix: Matrix, found: Sequence[Relation]) -> Iterator[Claim]:
    """各行的断言。"""
    total = _total(matrix)
    for relation in found:
        for entry in matrix.entries:
            claim = _claim(matrix, relation, entry, total)
            if claim is not None:
                yield claim


def derived(found: Sequence[Relation]) -> frozenset[int]:
    """由别的列相除得来、不能加总的列。"""
    return frozenset(
        r.target for r in found if r.shape in (MEAN, RATE, GROWTH, RISEN, SHARE, RATED)
    )


class _Intervals:
    """各格的区间，算一次。"""

    def __init__(self, matrix: Matrix) -> None:
        self.total = _total(matrix)
        rows = [e for e in matrix.entries if len(matrix.cells[e.row]) > 1]
        self.rows: tuple[Entry, ...] = tuple(rows[:SAMPLE])
        self.cells: Mapping[int, Mapping[int, Interval]] = {
            entry.row: {c: _interval(v) for c, v in matrix.cells[entry.row].items()}
            for entry in {*self.rows, *([self.total] if self.total else [])}
        }


def _interval(value: Value) -> Interval:
    counted = unit_named(value.quantity.unit).dimension is Dimension.COUNT
    if counted and not places_of(value.quantity.value):
        return Interval.exactly(value.quantity.base)
    return Interval.printed(value.quantity)


def _total(matrix: Matrix) -> Entry | None:
    return next((e for e in matrix.entries if is_sum(e) and e.values), None)


def _best(
    matrix: Matrix, table: _Intervals, target: int, columns: Sequence[int]
) -> Relation | None:
    """一列最可信的一个关系：表头有提示词的总在先，没有才试全凭数认的。"""
    cued: list[Relation] = []
    others: list[Relation] = []
    for relation in candidates(matrix, target, columns):
        (cued if cued_by(matrix, relation) else others).append(relation)
    for ways in (cued, others):
        scored = [found for way in ways if (found := _scored(matrix, table, way)) is not None]
        if scored:
            return max(scored, key=lambda each: each.strength)
    return None


def _scored(matrix: Matrix, table: _Intervals, relation: Relation) -> Relation | None:
    """数成立与不成立的行；不够可信的不要。"""
    cued = cued_by(matrix, relation)
    named = cued and named_by(matrix, relation)
    least = relation.least(cued=cued, named=named)
    good = bad = 0
    for left, entry in zip(range(len(table.rows), 0, -1), table.rows, strict=True):
        if good + left < max(least, least * bad):
            return None
        verdict = _holds(table, relation, entry)
        good += verdict is True
        bad += verdict is False
        if bad > 3 and bad > good:
            return None
    scored = relation._replace(good=good, bad=bad, cued=cued, named=named)
    return scored if scored.believed else None


def _holds(table: _Intervals, relation: Relation, entry: Entry) -> bool | None:
    """这一行成立吗；缺数、全零、说明不了问题的为 None。"""
    if relation.shape is SUM and _is_rate(entry):
        return None
    cells = table.cells[entry.row]
    stated = cells.get(relation.target)
    inputs = _operands(table, relation, entry)
    if stated is None or inputs is None:
        return None
    result = relation.shape.spread(inputs)
    if result is None:
        return None
    if not result.meets(stated):
        return False
    return True if _telling(relation, inputs, stated) else None


def _operands(table: _Intervals, relation: Relation, entry: Entry) -> list[Interval] | None:
    cells = table.cells[entry.row]
    found = [cells[c] for c in relation.inputs if c in cells]
    if relation.shape is SUM:
        return found if len(found) > 1 else None
    if relation.shape is SHARE:
        whole = table.cells[table.total.row].get(relation.inputs[0]) if table.total else None
        return [*found, whole] if found and whole is not None else None
    return found if len(found) == len(relation.inputs) else None


def _telling(relation: Relation, inputs: Sequence[Interval], stated: Interval) -> bool:
    """说明得了问题：运算数不是零、不相等，结果不是零。"""
    zero = [i.low <= 0 <= i.high for i in (*inputs, stated)]
    if relation.shape in (SUM, RATED):
        return sum(not z for z in zero[:-1]) > 1
    return not any(zero) and not inputs[0].meets(inputs[1])


def _distinct(found: Sequence[Relation]) -> Iterator[Relation]:
    """同几列之间（甲＝乙＋丙，乙＝甲－丙）只留一个；没有提示词又与人同列的让位。"""
    seen: list[frozenset[int]] = []
    for relation in sorted(found, key=lambda r: r.strength, reverse=True):
        columns = frozenset((relation.target, *relation.inputs))
        if relation.shape is not SHARE and any(columns == other for other in seen):
            continue
        seen.append(columns)
        yield relation


def _claim(matrix: Matrix, relation: Relation, entry: Entry, total: Entry | None) -> Claim | None:
    stated = matrix.at(entry, relation.target)
    found = [v for c in relation.inputs if (v := matrix.at(entry, c)) is not None]
    shape = relation.shape
    if stated is None or not _comparable(relation, found, stated):
        return None
    if shape is SUM and _is_rate(entry):
        return None
    if shape is SHARE:
        whole = matrix.at(total, relation.inputs[0]) if total else None
        if whole is None:
            return None
        found.append(whole)
    roles = shape.roles if len(shape.roles) == len(found) else shape.roles * len(found)
    inputs = tuple(part_input(v, role) for v, role in zip(found, roles, strict=False))
    divided = shape.formula.divisor is not None
    if divided and shape.formula.spread([_interval(v) for v in found]) is None:
        return None
    return Claim(
        shape.relationship,
        shape.formula,
        inputs,
        value_input(stated, "total" if shape is SUM else "stated"),
        entry.span,
        certain=not relation.beside and not (shape is MEAN and is_sum(entry)),
        signed=True,
    )


def _is_rate(entry: Entry) -> bool:
    """得分率、执行率的一行：合计栏是总的率，不是各栏之和。"""
    return entry.label.endswith("率")


def _comparable(relation: Relation, found: Sequence[Value], stated: Value) -> bool:
    """数齐、量纲合得来。"""
    if relation.shape is SUM:
        units = {v.quantity.dimension for v in (*found, stated)}
        return len(found) > 1 and len(units) == 1
    return len(found) == len(relation.inputs)
