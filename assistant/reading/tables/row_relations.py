"""一行之内的关系：由表头的提示和各行的数认出，多数行成立才算数，再逐行核对。

执行率 = 执行数 ÷ 预算数；增减额 = 本年数 － 上年数；合计 = 其后各列之和；人均 = 总数 ÷ 人数。
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations
from typing import NamedTuple

from assistant.domain.intervals import Interval
from assistant.domain.quantities import Dimension, places_of, unit_named
from assistant.reading.claims.judging import Claim
from assistant.reading.tables.exactness import part_input
from assistant.reading.tables.families import is_sum
from assistant.reading.tables.grids import Entry, Value
from assistant.reading.tables.matrix import Matrix, value_input
from assistant.reading.tables.row_formulas import (
    GROWTH,
    LEFT,
    MEAN,
    RATE,
    RATED,
    RISE,
    RISEN,
    SHARE,
    SUM,
    Shape,
)

MAX_COLUMNS = 14
SAMPLE = 16
_DIVIDED = (MEAN, RATE, GROWTH, RISEN, SHARE, RATED)
_OVER = re.compile(
    r"执行|决算|支出|完成|实际|到位|拨付|支付|在职|实有|使用|发放|办结|竣工|收回|满意|累计"
)
_UNDER = re.compile(
    r"全年预算|调整|预算|计划|目标|编制|批复|应|任务|下达|安排|投资|总|合计|受理|收到|发放"
)
_OPENING = re.compile(r"年初")
_NOW = re.compile(r"本年|今年|本期|当年|完成|实际|决算|执行|(?:19|20)\d\d年")
_THEN = re.compile(r"上年|去年|上期|同期|前年|预算|年初|(?:19|20)\d\d年")


class Relation(NamedTuple):
    """一列与另几列的关系；good、bad 是成立、不成立的行数。

    beside 为真：由另两个关系推出，印出的数先取了舍，不成立只存疑。
    """

    shape: Shape
    target: int
    inputs: tuple[int, ...]
    good: int = 0
    bad: int = 0
    cued: bool = False
    named: bool = False
    beside: bool = False

    @property
    def strength(self) -> tuple[bool, int, bool, int]:
        """谁更可信：表头这么说，成立的行多。"""
        return (self.cued, self.good - 2 * self.bad + self.named, self.named, -len(self.inputs))

    @property
    def believed(self) -> bool:
        """够不够可信：表头指明了各列的，一行成立就算；全凭数认的要三行以上。"""
        if self.cued and self.named:
            return self.good * 3 >= self.bad if self.good else self.bad == 1
        least = 2 if self.cued else 3
        return self.good >= least and self.good >= least * self.bad


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
    """一列最可信的一个关系。"""
    best: Relation | None = None
    for relation in _candidates(matrix, target, columns):
        scored = _scored(matrix, table, relation)
        if scored is not None and (best is None or scored.strength > best.strength):
            best = scored
    return best


def _candidates(matrix: Matrix, target: int, columns: Sequence[int]) -> Iterator[Relation]:
    numbers = [c for c in columns if c != target and not matrix.ratio(c)]
    head = matrix.heads.get(target, "")
    pairs = list(permutations(numbers, 2))
    if matrix.ratio(target):
        for shape in (RATE, GROWTH, RISEN):
            yield from (Relation(shape, target, pair) for pair in pairs)
        yield from (Relation(SHARE, target, (column,)) for column in numbers)
        yield from (Relation(RATED, target, (*numbers[:2], whole)) for whole in numbers[2:] if head)
        return
    yield from (Relation(shape, target, pair) for shape in (RISE, LEFT) for pair in pairs)
    yield from (Relation(SUM, target, run) for run in _runs(numbers, target))
    if MEAN.cue.search(head):
        yield from (Relation(MEAN, target, pair) for pair in pairs)


def _runs(numbers: Sequence[int], target: int) -> Iterator[tuple[int, ...]]:
    """紧挨在前或在后的几列，或其余全部。"""
    after = [c for c in numbers if c > target]
    before = [c for c in numbers if c < target]
    runs = [after[:n] for n in range(2, len(after) + 1)]
    runs += [before[-n:] for n in range(2, len(before) + 1)]
    if before and after:
        runs.append([*before, *after])
    yield from (tuple(run) for run in runs)


def _scored(matrix: Matrix, table: _Intervals, relation: Relation) -> Relation | None:
    """数成立与不成立的行；不够可信的不要。"""
    good = bad = 0
    for entry in table.rows:
        verdict = _holds(table, relation, entry)
        good += verdict is True
        bad += verdict is False
        if bad > 3 and bad > good:
            return None
    cued = _cued(matrix, relation)
    named = cued and _named(matrix, relation)
    scored = relation._replace(good=good, bad=bad, cued=cued, named=named)
    return scored if scored.believed else None


def _holds(table: _Intervals, relation: Relation, entry: Entry) -> bool | None:
    """这一行成立吗；缺数、全零、说明不了问题的为 None。"""
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


def _cued(matrix: Matrix, relation: Relation) -> bool:
    head = matrix.heads.get(relation.target, "")
    return relation.shape.cue.search(head) is not None


def _named(matrix: Matrix, relation: Relation) -> bool:
    """各列的表头说明了谁除以谁、谁减谁，而且只有这一对。"""
    heads = [matrix.heads.get(c, "") for c in relation.inputs]
    if relation.shape is RATE:
        over, under = heads
        return bool(
            _OVER.search(over)
            and _UNDER.search(under)
            and not _OVER.search(under)
            and not _OPENING.search(under + over)
        )
    if relation.shape is RISEN:
        then, change = heads
        return bool(_THEN.search(then) and RISE.cue.search(change) and not RISE.cue.search(then))
    if relation.shape in (GROWTH, RISE):
        now, then = heads
        return bool(_NOW.search(now) and _THEN.search(then) and now != then and _later(now, then))
    return relation.shape is SHARE


def _later(now: str, then: str) -> bool:
    years = [re.search(r"(?:19|20)\d\d", head) for head in (now, then)]
    if years[0] and years[1]:
        return int(years[0][0]) > int(years[1][0])
    return re.search(r"上年|去年|上期|同期|前年", now) is None


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
    if shape is SHARE:
        whole = matrix.at(total, relation.inputs[0]) if total else None
        if whole is None:
            return None
        found.append(whole)
    roles = shape.roles if len(shape.roles) == len(found) else shape.roles * len(found)
    inputs = tuple(part_input(v, role) for v, role in zip(found, roles, strict=False))
    if shape.formula.spread([_interval(v) for v in found]) is None:
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


def _comparable(relation: Relation, found: Sequence[Value], stated: Value) -> bool:
    """数齐、量纲合得来。"""
    if relation.shape is SUM:
        units = {v.quantity.dimension for v in (*found, stated)}
        return len(found) > 1 and len(units) == 1
    return len(found) == len(relation.inputs)
