"""查明错因：牵连在一起的不一致断言，找一处改动使它们全都成立、又不弄坏别的。

改了哪里、怎样改的，就是错因；先试有专名的错法，再试笔误；都不成的只说应为多少。
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from assistant.domain.findings import Span
from assistant.domain.quantities import digits
from assistant.domain.statements import Cause, Mend, Statement, Verdict
from assistant.reading.claims.judging.formulas import TIMES, TOTAL
from assistant.reading.claims.judging.judging import LOOSE, Claim, Doubt, exact
from assistant.reading.claims.judging.misstated import last_digit, wrong_base, wrong_whole
from assistant.reading.claims.judging.repairs import (
    Repair,
    copied,
    doubled,
    figures,
    holds,
    misplaced,
    pointed,
    repaired,
    repeated,
    rescaled,
    restated,
    retotalled,
    swapped,
    turned,
)
from assistant.reading.claims.judging.respelling import respelled
from assistant.reading.claims.judging.screening import Screen

NEAR = 4
_MOST = 8
_MANY = 16
_VAGUE = (Cause.NONE, Cause.STALE, Cause.OMITTED)


def diagnose(claims: Sequence[Claim], judged: Sequence[Statement]) -> tuple[Statement, ...]:
    """各条断言判断好了的，给不一致的补上错因和改法。"""
    statements = [_settled(claim, each) for claim, each in zip(claims, judged, strict=True)]
    wrong = [n for n, each in enumerate(statements) if _unexplained(each)]
    if wrong:
        case = _Case(claims, statements)
        for group in _groups(claims, wrong):
            for n, repair, pinned in case.explained(group):
                statements[n] = _noted(claims[n], statements[n], repair)._replace(pinned=pinned)
            _echoed(statements, group)
    return tuple(statements)


def _unexplained(statement: Statement) -> bool:
    """不一致而还没有说出错因的。"""
    return statement.verdict is Verdict.INCONSISTENT and statement.cause is Cause.NONE


def explain(statement: Statement, claim: Claim) -> Statement:
    """单独一条不一致的断言补上错因。"""
    if statement.verdict is not Verdict.INCONSISTENT:
        return statement
    case = _Case([claim], [statement])
    return next(_noted(claim, statement, repair) for _, repair, _ in case.explained([0]))


def _echoed(statements: list[Statement], group: Sequence[int]) -> None:
    """同一个错只报一次：所写就是错处的那一条是主，其余是连带；有一条断得定的，就断得定。"""
    told = [n for n in group if statements[n].pinned and statements[n].cause is not Cause.NONE]
    order = sorted(told, key=lambda n: statements[n].stated.span != _culprit_span(statements[n]))
    if any(statements[n].certain for n in told):
        statements[order[0]] = statements[order[0]]._replace(certain=True)
    for n in order[1:]:
        statements[n] = statements[n]._replace(echo=True)


def _culprit_span(statement: Statement) -> Span:
    return (statement.culprit or statement.stated).span


def _settled(claim: Claim, statement: Statement) -> Statement:
    """只有一致才算读懂的，不一致不作数。"""
    if claim.doubt is Doubt.AGREE and statement.verdict is Verdict.INCONSISTENT:
        return statement._replace(verdict=Verdict.UNVERIFIABLE, expected="")
    return statement


def _noted(claim: Claim, statement: Statement, repair: Repair) -> Statement:
    """补上错因；所列未必是全部、又说不出错因的，无从断定。"""
    loose = not claim.closed and _short(claim)
    vague = repair.cause in _VAGUE
    if (vague and claim.doubt is Doubt.CAUSE) or (loose and (vague or _slight(repair))):
        return statement._replace(verdict=Verdict.UNVERIFIABLE, expected="")
    certain = statement.certain and claim.closed and claim.doubt is Doubt.NONE
    first = repair.mends[0]
    return statement._replace(
        cause=repair.cause,
        culprit=first.operand,
        mended=first.text,
        mends=repair.mends if first.turn or len(repair.mends) > 1 else (),
        certain=certain,
    )


def _slight(repair: Repair) -> bool:
    """只有一两位数字的数，改掉一位总能改通，当不得笔误的凭据；两位互换的当得。"""
    first = repair.mends[0]
    told = digits(abs(first.operand.quantity.value)).replace(".", "")
    swapped = Counter(told) == Counter(c for c in first.text if c.isdigit())
    return repair.cause is Cause.DIGITS and len(told.lstrip("0")) <= 2 and not swapped


def _short(claim: Claim) -> bool:
    """所列各项之和比总数小：可能只列了一部分。"""
    right = exact(claim.formula, claim.inputs)
    return right is not None and abs(right) < abs(claim.stated.base)


def _groups(claims: Sequence[Claim], wrong: Iterable[int]) -> list[list[int]]:
    """不一致的断言，用到同一个数的归在一组。"""
    groups: list[list[int]] = []
    owner: dict[Span, list[int]] = {}
    for n in wrong:
        spans = {each.span for each in figures(claims[n])}
        joined = {id(owner[span]): owner[span] for span in spans if span in owner}
        group = sorted({n, *(m for each in joined.values() for m in each)})
        groups = [each for each in groups if id(each) not in joined] + [group]
        for m in group:
            owner |= {each.span: group for each in figures(claims[m])}
    return groups


class _Case:
    """全文的断言：查改动会不会弄坏别的，以及哪些是邻近的同类断言。"""

    def __init__(self, claims: Sequence[Claim], statements: Sequence[Statement]) -> None:
        self.claims, self.statements = claims, statements
        self.users: dict[Span, list[int]] = {}
        for n, claim in enumerate(claims):
            for span in {each.span for each in figures(claim)}:
                self.users.setdefault(span, []).append(n)
        order = sorted(range(len(claims)), key=lambda n: claims[n].stated.span)
        self.rows: dict[object, list[int]] = {}
        for n in order:
            self.rows.setdefault(claims[n].relationship, []).append(n)
        self.at = {n: i for row in self.rows.values() for i, n in enumerate(row)}

    def explained(self, group: Sequence[int]) -> Iterator[tuple[int, Repair, bool]]:
        """一组的错因；合起来说不通的逐条说。第三个值说是不是几条断言指着同一处。"""
        together = self._cause(group) if len(group) <= _MOST else None
        for n in group:
            alone = None if together or len(group) == 1 else self._cause([n])
            yield n, together or alone or self._plain(n), bool(together) and len(group) > 1

    def _cause(self, group: Sequence[int]) -> Repair | None:
        claims = [self.claims[n] for n in group]
        if all(_is_worded(claim) for claim in claims):
            return self._first(group, (*turned(claims), *turned(claims, every=True)))
        if any(len(claim.inputs) > _MANY for claim in claims):
            return None
        siblings = [self.claims[m] for m in self._siblings(group)]
        screens = [Screen(claim) for claim in claims]
        found = self._first(group, _named(claims, siblings, screens))
        return found or self._first(group, respelled(claims, screens))

    def _first(self, group: Sequence[int], repairs: Iterable[Repair]) -> Repair | None:
        return next((each for each in repairs if self._mends(group, each)), None)

    def _mends(self, group: Sequence[int], repair: Repair) -> bool:
        """这一组全都成立，别处原来成立的仍然成立。"""
        if repair.given:
            return True
        if not all(holds(repaired(self.claims[n], repair.changes)) for n in group):
            return False
        touched = {n for span in repair.changes for n in self.users.get(span, ())}
        return all(
            holds(repaired(self.claims[n], repair.changes))
            for n in touched.difference(group)
            if self._stands(n)
        )

    def _stands(self, n: int) -> bool:
        """改动不许弄坏的：判过的；本来就只是猜测、又不成立的不算。"""
        verdict = self.statements[n].verdict
        guess = self.claims[n].doubt is Doubt.CAUSE and verdict is Verdict.INCONSISTENT
        return verdict is not Verdict.UNVERIFIABLE and not guess

    def _siblings(self, group: Sequence[int]) -> Iterator[int]:
        """邻近的同类断言。"""
        seen = set(group)
        for n in group:
            row, at = self.rows[self.claims[n].relationship], self.at[n]
            for m in row[max(0, at - NEAR) : at + NEAR + 1]:
                if m not in seen:
                    seen.add(m)
                    yield m

    def _plain(self, n: int) -> Repair:
        """改哪一处都不成：合计比列全的各项之和大的是漏项，小的多半没有更新，别的只说应为多少。"""
        claim, statement = self.claims[n], self.statements[n]
        summed = claim.formula is TOTAL and all(each.sign > 0 for each in claim.inputs)
        omitted = summed and claim.closed and _short(claim)
        stale = summed and len(claim.inputs) > 1 and not _short(claim)
        cause = Cause.OMITTED if omitted else Cause.STALE if stale else Cause.NONE
        return Repair(cause, {}, (Mend(claim.stated.operand, statement.expected),))


def _is_worded(claim: Claim) -> bool:
    """错在说法的：比大小的词；翻番数换一个就对的。"""
    if claim.stated.within is None:
        return False
    if claim.formula is not TIMES:
        return True
    fold = exact(TIMES, claim.inputs) or Decimal(0)
    return any(LOOSE[0] * 2**n <= fold <= LOOSE[1] * 2**n for n in (1, 2, 3))


def _named(
    claims: Sequence[Claim], siblings: Sequence[Claim], screens: Sequence[Screen]
) -> Iterator[Repair]:
    """有专名的错法，由确定到可能。"""
    yield from turned(claims)
    if len(claims) == 1 and wrong_base(claims[0]) is not Cause.NONE:
        yield from restated(Cause.WRONG_BASE, claims[0])
    yield from turned(claims, every=True)
    yield from retotalled(claims)
    if len(claims) == 1:
        yield from pointed(claims[0])
        yield from _stated(claims[0])
        yield from doubled(claims[0])
    yield from rescaled(claims)
    yield from swapped(claims)
    yield from misplaced(claims, siblings, screens)
    yield from repeated(claims)
    yield from copied(claims, siblings)


def _stated(claim: Claim) -> Iterator[Repair]:
    """结果自己写错的：截尾、末位、基数、分母。"""
    for cause in (last_digit(claim), wrong_base(claim), wrong_whole(claim)):
        if cause is not Cause.NONE:
            yield from restated(cause, claim)
