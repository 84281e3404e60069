"""错因：一条不成立的断言，差在哪里；改哪一个数、改成什么就成立。

按由确定到可能的次序试：增减用词、截尾、以本年数为基数、元与万元、照抄别处、
百分点、漏项、笔误；都不是就只说应为多少。
"""

from collections.abc import Collection, Sequence
from decimal import ROUND_DOWN, Decimal
from typing import NamedTuple

from assistant.domain.quantities import Dimension, Quantity, half_up, places_of, unit_named
from assistant.domain.statements import Cause, Operand, Relationship, Statement, Verdict
from assistant.reading.claims.formulas import RATE_BY_CHANGE, RATE_BY_PRIOR, TOTAL
from assistant.reading.claims.judging import Claim, Doubt, Input, agrees, exact, interval, intervals
from assistant.reading.claims.slips import Kind, slips

_TEN_THOUSAND = Decimal(10_000)


class Explained(NamedTuple):
    """错因、最可能写错的数和它应有的写法。"""

    cause: Cause
    culprit: Operand
    mended: str


def explain(statement: Statement, claim: Claim, nearby: Collection[Quantity]) -> Statement:
    """给不一致的断言补上错因；nearby 是邻近断言里同类的数。"""
    if statement.verdict is not Verdict.INCONSISTENT:
        return statement
    if claim.doubt is Doubt.AGREE:
        return statement._replace(verdict=Verdict.UNVERIFIABLE, expected="")
    found = _explained(claim, statement.expected, nearby)
    if not claim.closed:
        if found.cause in (Cause.NONE, Cause.STALE) and _short(claim):
            return statement._replace(verdict=Verdict.UNVERIFIABLE, expected="")
        statement = statement._replace(certain=False)
    return statement._replace(cause=found.cause, culprit=found.culprit, mended=found.mended)


def _explained(claim: Claim, expected: str, nearby: Collection[Quantity]) -> Explained:
    stated = Explained(Cause.NONE, claim.stated.operand, expected)
    for cause in (_sign, _last_digit, _wrong_base):
        if (found := cause(claim)) is not Cause.NONE:
            return stated._replace(cause=found)
    return (
        _scaled(claim)
        or _copied(claim, expected, nearby)
        or _omitted(claim, expected)
        or _slipped(claim, expected)
        or stated._replace(cause=_stale(claim))
    )


def _sign(claim: Claim) -> Cause:
    """增减用词反了：换一个方向就成立。"""
    if claim.relationship not in (Relationship.YOY_PERCENT, Relationship.YOY_AMOUNT):
        return Cause.NONE
    turned = claim.stated._replace(sign=-claim.stated.sign)
    if agrees(claim.formula, claim.inputs, turned):
        return Cause.SIGN
    flipped = tuple(i._replace(sign=-i.sign) if i.role == "change" else i for i in claim.inputs)
    if agrees(claim.formula, flipped, turned) or agrees(claim.formula, flipped, claim.stated):
        return Cause.SIGN
    return Cause.NONE


def _last_digit(claim: Claim) -> Cause:
    """截尾：去掉尾数恰为所写；或末位差一。"""
    right = exact(claim.formula, claim.inputs)
    if right is None:
        return Cause.NONE
    quantity = claim.stated.quantity
    unit = unit_named(quantity.unit).factor
    places = places_of(quantity.value)
    step = Decimal(1).scaleb(-places)
    value, said = abs(right) / unit, abs(quantity.value)
    spread = claim.formula.spread(intervals(claim.inputs))
    top = max(abs(spread.low), abs(spread.high)) / unit if spread else value
    if value.quantize(step, rounding=ROUND_DOWN) == said or said <= top < said + step:
        return Cause.TRUNCATED if said < value else Cause.LAST_DIGIT
    return Cause.LAST_DIGIT if abs(half_up(value, places) - said) <= step else Cause.NONE


def _wrong_base(claim: Claim) -> Cause:
    """增减率的除数误用了本年数。"""
    if claim.formula not in (RATE_BY_CHANGE, RATE_BY_PRIOR):
        return Cause.NONE
    current, other = claim.inputs[0], claim.inputs[1]
    if current.base == 0:
        return Cause.NONE
    change = other.base if claim.formula is RATE_BY_CHANGE else current.base - other.base
    wrong = change / current.base
    claimed = interval(claim.stated)
    return Cause.WRONG_BASE if claimed.low <= wrong <= claimed.high else Cause.NONE


def _scaled(claim: Claim) -> Explained | None:
    """某个金额的单位写成了元或万元，差一万倍。"""
    everything = (*claim.inputs, claim.stated)
    if not any(_is_money(i) for i in everything):
        return None
    for index, each in enumerate(everything):
        if not _is_money(each):
            continue
        for factor in (_TEN_THOUSAND, 1 / _TEN_THOUSAND):
            moved = each._replace(
                quantity=Quantity(value=each.quantity.value * factor, unit=each.quantity.unit)
            )
            if _holds(claim, index, moved):
                unit = "万元" if factor > 1 else "元"
                amount = each.quantity.value.normalize() if factor < 1 else each.quantity.value
                return Explained(Cause.UNIT, each.operand, f"{amount:f}{unit}")
    return None


def _is_money(each: Input) -> bool:
    return unit_named(each.quantity.unit).dimension is Dimension.MONEY


def _holds(claim: Claim, index: int, replacement: Input) -> bool:
    """第 index 个数换成 replacement（运算数在前，结果在末）是否成立。"""
    inputs, stated = list(claim.inputs), claim.stated
    if index < len(inputs):
        inputs[index] = replacement
    else:
        stated = replacement
    return agrees(claim.formula, inputs, stated)


def _copied(claim: Claim, expected: str, nearby: Collection[Quantity]) -> Explained | None:
    """照抄了别处：所写恰是邻近一条的数，或本年数与上年数一样，或两项相同。"""
    if claim.formula is TOTAL:
        return _copied_part(claim)
    stated = claim.stated
    if stated.quantity.value and stated.quantity in nearby and _telling(stated.quantity):
        return Explained(Cause.NEIGHBOUR, stated.operand, expected)
    values = [i.quantity.value for i in claim.inputs if i.role in ("current", "prior", "budget")]
    if len(values) > 1 and len(set(values)) == 1 and stated.quantity.value:
        return Explained(Cause.LAST_YEAR, claim.inputs[0].operand, "")
    return None


def _copied_part(claim: Claim) -> Explained | None:
    """两项的数完全相同，其一多半是照抄的。"""
    seen: set[Quantity] = set()
    for part in claim.inputs:
        if part.quantity in seen and _telling(part.quantity):
            return Explained(Cause.NEIGHBOUR, part.operand, "")
        seen.add(part.quantity)
    return None


def _telling(quantity: Quantity) -> bool:
    """有三位以上有效数字的数才看得出是照抄。"""
    return len(str(abs(quantity.value)).replace(".", "").strip("0")) >= 3


def _omitted(claim: Claim, expected: str) -> Explained | None:
    """合计漏加了一项。"""
    if claim.formula is not TOTAL or len(claim.inputs) < 2:
        return None
    for index, part in enumerate(claim.inputs):
        rest = [i for n, i in enumerate(claim.inputs) if n != index]
        if part.base and agrees(TOTAL, rest, claim.stated):
            return Explained(Cause.OMITTED, claim.stated.operand, expected)
    return None


def _slipped(claim: Claim, expected: str) -> Explained | None:
    """某个数有一处笔误，改过来就成立；取最常见的一种笔误。"""
    everything: Sequence[Input] = (*claim.inputs, claim.stated)
    best: tuple[Kind, int, Quantity] | None = None
    for index, each in enumerate(everything):
        for slip in slips(each.quantity):
            worse = best is not None and slip.kind >= best[0]
            if not worse and _holds(claim, index, each._replace(quantity=slip.quantity)):
                best = (slip.kind, index, slip.quantity)
    if best is None:
        return None
    _, index, quantity = best
    mended = expected if index == len(claim.inputs) else str(quantity)
    return Explained(Cause.DIGITS, everything[index].operand, mended)


def _stale(claim: Claim) -> Cause:
    return Cause.STALE if claim.formula is TOTAL else Cause.NONE


def _short(claim: Claim) -> bool:
    """所列各项之和比总数小：可能只列了一部分。"""
    right = exact(claim.formula, claim.inputs)
    return right is not None and abs(right) < abs(claim.stated.base)
