"""列与列可能有的关系：哪一列由哪几列算出，表头有没有这么说。"""

import re
from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import NamedTuple

from assistant.reading.tables.matrix import Matrix
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
        least = self.least(cued=self.cued, named=self.named)
        return self.good >= least and self.good >= least * self.bad

    @staticmethod
    def least(*, cued: bool, named: bool) -> int:
        """至少要几行成立才可信。"""
        return 0 if cued and named else 2 if cued else 3


def candidates(matrix: Matrix, target: int, columns: Sequence[int]) -> Iterator[Relation]:
    """一列可能由哪些列算出。"""
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


def cued_by(matrix: Matrix, relation: Relation) -> bool:
    """这一列的表头有提示词。"""
    head = matrix.heads.get(relation.target, "")
    return relation.shape.cue.search(head) is not None


def named_by(matrix: Matrix, relation: Relation) -> bool:
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
