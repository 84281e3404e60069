"""改法：一组不成立的断言，改动哪一两处就全成立；每种改法对应一种错因。"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from assistant.domain.findings import Span
from assistant.domain.intervals import Interval
from assistant.domain.quantities import Dimension, Quantity, half_up, places_of, unit_named
from assistant.domain.statements import Cause, Mend, Relationship
from assistant.reading.claims.judging.formulas import CHANGE, RATE_BY_PRIOR, SAME, TOTAL
from assistant.reading.claims.judging.judging import (
    Claim,
    Input,
    agrees,
    exact,
    in_points,
    points_told_as_percent,
)
from assistant.reading.claims.judging.screening import Screen

_TEN_THOUSAND = Decimal(10_000)
_LARGER = {"元": "万元", "万元": "亿元"}
_SMALLER = {"万元": "元", "亿元": "万元"}
_TURNING = (Relationship.YOY_PERCENT, Relationship.YOY_AMOUNT, Relationship.DIFFERENCE)
_LONG = 3
_SIDES = (("current", "prior"), ("actual", "budget"), ("part", "whole"))


class Change(NamedTuple):
    """一个数改成什么：quantity 为 None 表示只换方向。"""

    quantity: Quantity | None = None
    turn: bool = False


class Repair(NamedTuple):
    """一种改法：错因、各处的改动、给人看的改动；given 表示已经验过，不必再验。"""

    cause: Cause
    changes: Mapping[Span, Change]
    mends: tuple[Mend, ...]
    given: bool = False


def repaired(claim: Claim, changes: Mapping[Span, Change]) -> Claim:
    """照改动改过的断言。"""
    if not changes:
        return claim

    def each(found: Input) -> Input:
        change = changes.get(found.span)
        if change is None:
            return found
        quantity = change.quantity or found.quantity
        if not change.turn:
            return found._replace(quantity=quantity)
        within = found.within and Interval(-found.within.high, -found.within.low)
        return found._replace(quantity=quantity, sign=-found.sign, within=within)

    return claim._replace(
        inputs=tuple(map(each, claim.inputs)),
        stated=each(claim.stated),
        others=tuple((formula, tuple(map(each, inputs))) for formula, inputs in claim.others),
    )


def holds(claim: Claim) -> bool:
    """成立。"""
    if in_points(claim):
        return False
    ways = ((claim.formula, claim.inputs), *claim.others)
    return any(agrees(formula, inputs, claim.stated) for formula, inputs in ways)


def figures(claim: Claim) -> tuple[Input, ...]:
    """一条断言里的数，结果在末。"""
    return (*claim.inputs, claim.stated)


def replaced(cause: Cause, figure: Input, quantity: Quantity, text: str) -> Repair:
    """把一个数换成另一个数的改法；text 是给人看的写法。"""
    change = {figure.span: Change(quantity)}
    return Repair(cause, change, (Mend(figure.operand, text),))


def turned(claims: Sequence[Claim], *, every: bool = False) -> Iterator[Repair]:
    """增减、大小的用词反了一处；every 为真，全反了。"""
    found: dict[Span, Input] = {}
    for claim in claims:
        if claim.relationship in _TURNING:
            for figure in figures(claim):
                if figure.role in ("change", "rate", "word"):
                    found[figure.span] = figure
    for chosen in [[*found.values()]] if every else [[each] for each in found.values()]:
        if chosen:
            changes = {each.span: Change(turn=True) for each in chosen}
            mends = tuple(Mend(each.operand, "", turn=True) for each in chosen)
            yield Repair(Cause.SIGN, changes, mends)


def pointed(claim: Claim) -> Iterator[Repair]:
    """百分点与百分比写反：金额的增幅写了百分点，比率之差写了百分比。"""
    stated = claim.stated
    if in_points(claim):
        quantity = Quantity(stated.quantity.value, "%")
        yield replaced(Cause.POINTS, stated, quantity, str(quantity))._replace(given=True)
    ratios = claim.formula is RATE_BY_PRIOR and claim.inputs[0].quantity.unit == "%"
    if ratios and (points_told_as_percent(claim) or agrees(CHANGE, claim.inputs, stated)):
        quantity = Quantity(stated.quantity.value, "个百分点")
        yield replaced(Cause.POINTS, stated, quantity, str(quantity))._replace(given=True)


def rescaled(claims: Sequence[Claim]) -> Iterator[Repair]:
    """某个金额的单位写成了元、万元、亿元，差一万倍。"""
    for figure in distinct(claims):
        quantity = figure.quantity
        if unit_named(quantity.unit).dimension is not Dimension.MONEY or figure.within:
            continue
        if not quantity.value:
            continue
        for unit in (_LARGER.get(quantity.unit), _SMALLER.get(quantity.unit)):
            if unit:
                meant = Quantity(quantity.value, unit)
                yield replaced(Cause.UNIT, figure, meant, str(meant))
        divided = Quantity(quantity.value / _TEN_THOUSAND, quantity.unit)
        yield replaced(Cause.UNIT, figure, divided, f"{divided.value.normalize():f}{divided.unit}")


def swapped(claims: Sequence[Claim]) -> Iterator[Repair]:
    """两数对调：本年与上年、预算与完成。"""
    for claim in claims:
        for one, other in _SIDES:
            sides = [next((f for f in claim.inputs if f.role == r), None) for r in (one, other)]
            if sides[0] is not None and sides[1] is not None:
                cause = Cause.YEARS if one == "current" else Cause.COLUMNS
                yield from _exchanged(cause, sides[0], sides[1])


def misplaced(
    claims: Sequence[Claim], siblings: Iterable[Claim], screens: Sequence[Screen]
) -> Iterator[Repair]:
    """与邻近一条里同一种数对调：串行。"""
    for claim in claims:
        for sibling in siblings:
            for figure in figures(claim):
                twin = next((f for f in figures(sibling) if f.role == figure.role), None)
                if twin is not None and twin.span != figure.span:
                    bases = {figure.span: twin.quantity.base, twin.span: figure.quantity.base}
                    if all(screen.passes(bases) for screen in screens):
                        yield from _exchanged(Cause.ROWS, figure, twin)


def _exchanged(cause: Cause, one: Input, other: Input) -> Iterator[Repair]:
    a, b = one.quantity, other.quantity
    if a.unit == b.unit and a.value != b.value and one.within is None:
        changes = {one.span: Change(b), other.span: Change(a)}
        yield Repair(cause, changes, (Mend(one.operand, str(b)), Mend(other.operand, str(a))))


def doubled(claim: Claim) -> Iterator[Repair]:
    """同一条里两个数一模一样：多半有一个抄了另一个；上年数、约数、小的个数不算。"""
    if claim.formula is SAME or claim.stated.within is not None:
        return
    seen: set[Quantity] = set()
    for figure in figures(claim):
        if figure.role == "prior":
            continue
        if figure.quantity in seen and len(_printed(figure.quantity)) >= _LONG:
            yield from (each._replace(given=True) for each in restated(Cause.ROWS, claim))
            return
        seen.add(figure.quantity)


def repeated(claims: Sequence[Claim]) -> Iterator[Repair]:
    """本年数与上年数一样：照抄了上年数，由增减额或增减率倒推本年数。"""
    for claim in claims:
        sides = {each.role: each for each in claim.inputs}
        now, before = sides.get("current"), sides.get("prior")
        if now and before and now.quantity.value == before.quantity.value:
            rate = claim.relationship is Relationship.YOY_PERCENT
            moved = before.base * claim.stated.base if rate else claim.stated.base
            unit = now.quantity.unit
            value = half_up(
                (before.base + moved) / unit_named(unit).factor, places_of(now.quantity.value)
            )
            meant = Quantity(value, unit)
            yield replaced(Cause.LAST_YEAR, now, meant, str(meant))


def copied(claims: Sequence[Claim], siblings: Iterable[Claim]) -> Iterator[Repair]:
    """照抄了邻近一条的结果。"""
    if len(claims) != 1 or claims[0].formula is TOTAL:
        return
    stated = claims[0].stated
    right = exact(claims[0].formula, claims[0].inputs)
    if right is None or not _telling(stated.quantity) or stated.within is not None:
        return
    same = [each for each in siblings if each.stated.quantity == stated.quantity]
    if same:
        yield _restated(Cause.NEIGHBOUR, claims[0], right)


def _restated(cause: Cause, claim: Claim, right: Decimal) -> Repair:
    like = claim.stated.quantity
    value = half_up(right / unit_named(like.unit).factor, places_of(like.value))
    quantity = Quantity(value * claim.stated.sign, like.unit)
    return replaced(cause, claim.stated, quantity, str(quantity))


def restated(cause: Cause, claim: Claim) -> Iterator[Repair]:
    """把结果改成应有的数。"""
    right = exact(claim.formula, claim.inputs)
    if right is not None and claim.stated.within is None:
        yield _restated(cause, claim, right)


def retotalled(claims: Sequence[Claim]) -> Iterator[Repair]:
    """合计恰好少了其中一项：添了一项，合计没有更新。"""
    for claim in claims:
        if claim.formula is not TOTAL or len(claim.inputs) < 3:
            continue
        for index, part in enumerate(claim.inputs):
            rest = [each for n, each in enumerate(claim.inputs) if n != index]
            if part.base and agrees(TOTAL, rest, claim.stated):
                yield from restated(Cause.STALE, claim)
                break


def _telling(quantity: Quantity) -> bool:
    """印出两位以上数字的才看得出是照抄。"""
    return len(_printed(quantity)) >= 2


def _printed(quantity: Quantity) -> str:
    """印出的各位数字，前面的零不算。"""
    return str(abs(quantity.value)).replace(".", "").lstrip("0")


def distinct(claims: Sequence[Claim]) -> list[Input]:
    """涉及的数，各一个；几条断言都用到的在先。"""
    counts: dict[Span, int] = {}
    found: dict[Span, Input] = {}
    for claim in claims:
        for figure in figures(claim):
            counts[figure.span] = counts.get(figure.span, 0) + 1
            found[figure.span] = figure
    return sorted(found.values(), key=lambda each: -counts[each.span])
