"""结果自己写错的：截尾、末位差一、除数误用本年数、分母误用年初预算或写错名称。"""

from decimal import Decimal

from assistant.domain.quantities import half_up, places_of, truncated, unit_named
from assistant.domain.statements import Cause
from assistant.reading.claims.judging.formulas import (
    COMPLETED,
    RATE_BY_CHANGE,
    RATE_BY_PRIOR,
    RATE_ON_PRIOR,
)
from assistant.reading.claims.judging.judging import (
    Claim,
    agrees,
    counted,
    exact,
    mislabelled,
)
from assistant.reading.claims.judging.ranges import interval, intervals

_RATES = (RATE_BY_CHANGE, RATE_BY_PRIOR, RATE_ON_PRIOR)


def last_digit(claim: Claim) -> Cause:
    """截尾：去掉尾数恰为所写；或末位差一。"""
    right = exact(claim.formula, claim.inputs)
    if right is None or claim.stated.within is not None or counted(claim):
        return Cause.NONE
    quantity = claim.stated.quantity
    unit = unit_named(quantity.unit).factor
    places = places_of(quantity.value)
    step = Decimal(1).scaleb(-places)
    value, said = abs(right) / unit, abs(quantity.value)
    spread = claim.formula.spread(intervals(claim.inputs))
    top = max(abs(spread.low), abs(spread.high)) / unit if spread else value
    if truncated(value, places) == said or said <= top < said + step:
        return Cause.TRUNCATED if said < value else Cause.LAST_DIGIT
    return Cause.LAST_DIGIT if abs(half_up(value, places) - said) <= step else Cause.NONE


def wrong_base(claim: Claim) -> Cause:
    """增减率的除数误用了本年数。"""
    for formula, inputs in ((claim.formula, claim.inputs), *claim.others):
        if formula not in _RATES or formula is RATE_ON_PRIOR or not inputs[0].base:
            continue
        now, other = inputs[0].base, inputs[1].base
        change = other if formula is RATE_BY_CHANGE else now - other
        claimed = interval(claim.stated)
        if claimed.low <= change / now <= claimed.high:
            return Cause.WRONG_BASE
    return Cause.NONE


def wrong_whole(claim: Claim) -> Cause:
    """完成率的分母误用了另一个预算数，或写错了分母的名称。"""
    if mislabelled(claim):
        return Cause.BASE_LABEL
    for decoy in claim.decoys:
        if claim.formula is COMPLETED and agrees(COMPLETED, (claim.inputs[0], decoy), claim.stated):
            return Cause.OPENING
    return Cause.NONE
