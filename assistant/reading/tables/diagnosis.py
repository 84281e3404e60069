"""会诊：一张表里几条断言同时不成立，多半是一格写错。找出改哪一格就都成立。

每个错只报一次：说得最多的一条断言带着错因，其余的是连带。
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from assistant.domain.findings import Span
from assistant.domain.intervals import Interval
from assistant.domain.quantities import Quantity
from assistant.domain.statements import Cause, Statement, Verdict
from assistant.reading.claims.judging.causes import explain
from assistant.reading.claims.judging.formulas import COMPARED, TOTAL
from assistant.reading.claims.judging.judging import Claim, Input, agrees, judge
from assistant.reading.tables.matrix import Matrix, layout_of
from assistant.reading.tables.repairs import Layout, Repair, repairs

_MAX_WRONG = 24
_WEAK = (Cause.SIGN, Cause.UNIT, Cause.DIGITS)


class Found(NamedTuple):
    """一处改动和它说明的各条断言；没有改哪一格可说的（漏了一行）repair 为 None。

    stated 为真：改的是某条断言所写的数，不是运算数。
    """

    repair: Repair | None
    explains: frozenset[int]
    stated: bool = False

    @property
    def strength(self) -> tuple[int, int, bool]:
        """说明得越多越好，改法越常见越好；一样的，先疑算出来的那一格。"""
        rank = self.repair.rank if self.repair else 4
        return (len(self.explains), -rank, self.stated)


def _strength(found: Found | None) -> tuple[int, int, bool]:
    return found.strength if found else (0, 0, False)


def diagnosed(claims: Sequence[Claim], panels: Sequence[Matrix]) -> Iterator[Statement]:
    """判断一张表的各条断言，并查出错在哪一格。"""
    statements = [judge(claim) for claim in claims]
    left = {n for n, s in enumerate(statements) if s.verdict is Verdict.INCONSISTENT}
    ward = _Ward(claims, layout_of(panels)) if 0 < len(left) <= _MAX_WRONG else None
    while left and ward is not None:
        found = max((ward.best(left), *ward.omitted(left)), key=_strength)
        if found is None:
            break
        _settle(statements, claims, found)
        left -= found.explains
    for n in left:
        statements[n] = _alone(explain(statements[n], claims[n]), claims[n])
    yield from statements


def _alone(statement: Statement, claim: Claim) -> Statement:
    """说不出笔误的合计：比各项之和大，是各项没有列全。"""
    stale = statement.cause is Cause.STALE
    return statement._replace(cause=Cause.OMITTED) if stale and _is_short(claim) else statement


def _is_short(claim: Claim) -> bool:
    return sum((i.base for i in claim.inputs), claim.stated.base * 0) < claim.stated.base


def _settle(statements: list[Statement], claims: Sequence[Claim], found: Found) -> None:
    """说明的各条断言都写上错因；所写就是错格的那一条是主，其余是连带。"""
    repair = found.repair
    if repair is None:
        for place, n in enumerate(sorted(found.explains)):
            statements[n] = statements[n]._replace(cause=Cause.OMITTED, echo=place > 0)
        return
    own = repair.culprit.span
    order = sorted(
        found.explains, key=lambda n: (claims[n].stated.span != own, not claims[n].certain)
    )
    for place, n in enumerate(order):
        statements[n] = statements[n]._replace(
            cause=repair.cause,
            culprit=repair.culprit.operand,
            mended=str(repair.mended),
            pinned=len(order) > 1,
            echo=place > 0,
        )


class _Ward:
    """一张表的断言，按格查得到。"""

    def __init__(self, claims: Sequence[Claim], layout: Layout) -> None:
        self.claims = claims
        self.layout = layout
        self.at: dict[Span, list[int]] = {}
        for n, claim in enumerate(claims):
            for span in {i.span for i in (*claim.inputs, claim.stated)}:
                self.at.setdefault(span, []).append(n)

    def best(self, wrong: set[int]) -> Found | None:
        """说明最多的一处改动；只有一条不成立又说不出错因的不算。"""
        best: Found | None = None
        for repair in repairs([self.claims[n] for n in sorted(wrong)], self.layout):
            touched = {n for span in repair.changes for n in self.at.get(span, ())}
            explains = frozenset(touched & wrong)
            stated = any(self.claims[n].stated.span == repair.culprit.span for n in explains)
            found = Found(repair, explains, stated)
            if best is not None and found.strength <= best.strength:
                continue
            if repair.cause in _WEAK and self._only_bounds(explains):
                continue
            if repair.cause is Cause.NONE and len(explains) < 2:
                continue
            if all(_holds(self.claims[n], repair.changes) for n in touched):
                best = found
        return best

    def _only_bounds(self, explains: frozenset[int]) -> bool:
        """只是超过上限：能改小的改法太多，说不准是哪一种。"""
        return all(self.claims[n].formula is COMPARED for n in explains)

    def omitted(self, wrong: set[int]) -> Iterator[Found]:
        """漏了一行：同一个总数有两列以上对不上，第一列比各项之和大，而它自己这一行算得通。"""
        for span in {self.claims[n].span for n in wrong}:
            of_row = sorted(n for n in wrong if self.claims[n].span == span)
            short = [n for n in of_row if self.claims[n].formula is TOTAL]
            row = {n for each in short for n in self.at[self.claims[each].stated.span]}
            sound = all(_holds(self.claims[n], {}) for n in row - set(short))
            if len(short) > 1 and sound and _is_short(self.claims[short[0]]):
                yield Found(None, frozenset(short))


def _holds(claim: Claim, changes: Mapping[Span, Quantity]) -> bool:
    inputs = tuple(_changed(i, changes) for i in claim.inputs)
    return agrees(claim.formula, inputs, _changed(claim.stated, changes))


def _changed(each: Input, changes: Mapping[Span, Quantity]) -> Input:
    """换了数的一格；没有取舍的换了仍没有取舍。"""
    quantity = changes.get(each.span)
    if quantity is None:
        return each
    fresh = each._replace(quantity=quantity)
    fixed = each.within is not None and each.within.low == each.within.high
    return fresh._replace(within=Interval.exactly(fresh.base)) if fixed else fresh
