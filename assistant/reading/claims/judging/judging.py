"""判断：一条断言的运算数各在取舍区间内时，所声称的结果可能不可能成立。

依据：印出的数代表一切四舍五入后等于它的数；运算数按同一断言里最细的位数取舍。
结果区间与所声称的区间相交即为一致；截尾不算四舍五入，另行指明。
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from assistant.domain.findings import Span
from assistant.domain.intervals import Interval
from assistant.domain.quantities import Dimension, Quantity, half_up, places_of, unit_named
from assistant.domain.statements import Cause, Operand, Relationship, Statement, Verdict
from assistant.domain.words import Words
from assistant.reading.claims.judging.formulas import OF_ALL, SAME, Formula
from assistant.reading.claims.judging.ranges import ROUGH_WORDS, claimed_by, intervals

LOOSE = (Decimal("0.85"), Decimal("1.35"))  # 翻一番口语的出入


class Input(NamedTuple):
    """一个运算数或结果：role、数量、位置，加符号（增减用词决定）和约数词。

    所声称的是词（大于、翻一番）时，text 是那个词，within 是它所说的范围。
    """

    role: str
    quantity: Quantity
    span: Span
    sign: int = 1
    qualifier: str = ""
    text: str = ""
    within: Interval | None = None

    @property
    def base(self) -> Decimal:
        """带符号、以基本单位计的值。"""
        return self.quantity.base if self.sign > 0 else -self.quantity.base

    @property
    def operand(self) -> Operand:
        """交出去的样子。"""
        return Operand(self.role, self.quantity, self.span, self.text)


class Doubt(Words):
    """不一致时信几分：NONE 照判；CAUSE 说得出错因才算错；AGREE 只有一致才算读懂。"""

    NONE = "none"
    CAUSE = "cause"
    AGREE = "agree"


class Claim(NamedTuple):
    """读出的断言，待判断。

    others 是另外可能的运算数：照它们成立也算一致（名称没写明时，不冤枉）；
    closed 为假表示所列未必是全部，总数比各项之和大就无从断定；doubt 说不一致时信几分；
    otherwise 是所声称的词不对时应改的词；decoys 是容易误用的另外的分母；
    signed 为真表示数自带正负号（表格里的格），应有的写法也带着。
    """

    relationship: Relationship
    formula: Formula
    inputs: tuple[Input, ...]
    stated: Input
    span: Span
    certain: bool = True
    others: tuple[tuple[Formula, tuple[Input, ...]], ...] = ()
    closed: bool = True
    signed: bool = False
    doubt: Doubt = Doubt.NONE
    otherwise: str = ""
    decoys: tuple[Input, ...] = ()


def judge(claim: Claim) -> Statement:
    """判断一条断言；错因另由 causes 查明。"""
    if in_points(claim) or points_told_as_percent(claim):
        return _in_points(claim)
    if agrees(claim.formula, claim.inputs, claim.stated):
        return _statement(claim, claim.inputs, Verdict.CONSISTENT)
    for formula, inputs in claim.others:
        if agrees(formula, inputs, claim.stated):
            return _statement(claim, inputs, Verdict.CONSISTENT)
    right = exact(claim.formula, claim.inputs)
    if right is None or zero_base(claim):
        if mislabelled(claim):
            found = _statement(claim, claim.inputs, Verdict.INCONSISTENT)
            return found._replace(cause=Cause.BASE_LABEL, certain=False)
        return _statement(claim, claim.inputs, Verdict.UNVERIFIABLE)._replace(cause=Cause.ZERO_BASE)
    if any(i.qualifier in ROUGH_WORDS for i in claim.inputs):
        return _statement(claim, claim.inputs, Verdict.UNVERIFIABLE)
    statement = _statement(claim, claim.inputs, Verdict.INCONSISTENT)
    if claim.stated.within is not None:
        return statement._replace(expected=claim.otherwise)
    like = claim.stated.quantity
    if claim.formula is SAME and claim.inputs[0].quantity.unit == like.unit:
        like = claim.inputs[0].quantity
    said = printed(right, like)
    minus = right * claim.stated.sign < 0 and (claim.signed or claim.stated.quantity.value < 0)
    return statement._replace(expected=f"-{said}" if minus else said)


def mislabelled(claim: Claim) -> bool:
    """照另一个预算数算得通：分母写的不是那个名称。"""
    return any(
        each.role == "labelled" and agrees(claim.formula, (claim.inputs[0], each), claim.stated)
        for each in claim.decoys
    )


def in_points(claim: Claim) -> bool:
    """金额的增幅写成了百分点。"""
    rate = claim.relationship is Relationship.YOY_PERCENT
    return rate and claim.stated.quantity.dimension is Dimension.POINT


def points_told_as_percent(claim: Claim) -> bool:
    """91.3%升至92.8%，上升1.5%：恰是两个率之差，又不是相对的增幅，应写百分点。"""
    if claim.relationship is not Relationship.YOY_PERCENT or len(claim.inputs) != 2:
        return False
    now, before = claim.inputs
    stated = claim.stated.quantity
    if {now.quantity.unit, before.quantity.unit, stated.unit} != {"%"} or not before.base:
        return False
    change = now.quantity.value - before.quantity.value
    rate = half_up(change / before.quantity.value * 100, places_of(stated.value))
    return change != rate and change == stated.value * claim.stated.sign


def _in_points(claim: Claim) -> Statement:
    """数算得通、单位写错的，照单位错判；数也算不通的无从判断。"""
    ways = ((claim.formula, claim.inputs), *claim.others)
    inputs = next((i for formula, i in ways if agrees(formula, i, claim.stated)), None)
    if points_told_as_percent(claim):
        inputs = claim.inputs
    if inputs is None:
        return _statement(claim, claim.inputs, Verdict.UNVERIFIABLE)
    said = claim.stated.quantity
    meant = "%" if said.dimension is Dimension.POINT else "个百分点"
    return _statement(claim, inputs, Verdict.INCONSISTENT)._replace(
        expected=f"{said.value:f}{meant}"
    )


def unverifiable(
    relationship: Relationship, inputs: Sequence[Input], stated: Input, span: Span
) -> Statement:
    """运算数不全，无从判断。"""
    operands = tuple(i.operand for i in inputs)
    return Statement(relationship, operands, stated.operand, span, Verdict.UNVERIFIABLE)


def _statement(claim: Claim, inputs: Sequence[Input], verdict: Verdict) -> Statement:
    return Statement(
        claim.relationship,
        tuple(i.operand for i in inputs),
        claim.stated.operand,
        claim.span,
        verdict,
        "",
        Cause.NONE,
        claim.certain,
        claim.formula.words,
    )


def agrees(formula: Formula, inputs: Sequence[Input], stated: Input) -> bool:
    """结果的范围与所声称的区间相交；照印出的数就看得出的，不必算范围。"""
    plainly = _plainly(formula, inputs, stated)
    if plainly is not None:
        return plainly
    result = formula.spread(intervals(inputs))
    if result is None:
        return False
    claimed = claimed_by(formula, stated)
    if result.low == result.high:
        return claimed.low <= result.low < claimed.high or result.low == claimed.low
    return result.meets(claimed)


def _plainly(formula: Formula, inputs: Sequence[Input], stated: Input) -> bool | None:
    """不算范围就看得出合不合；看不出为 None。

    加得正好、除得的数就在所声称的区间里，合；加得的差比各数的取舍合起来还多，不合。
    """
    rough = False
    for each in (stated, *inputs):
        if each.within is not None:
            return None
        rough = rough or each.qualifier in ROUGH_WORDS
    value = exact(formula, inputs)
    if value is None or (rough and not formula.rising):
        return None
    if not formula.rising:
        claimed = claimed_by(formula, stated)
        inside = claimed.low <= value < claimed.high
        return True if inside and formula.opposed and formula is not OF_ALL else None
    gap = abs(value - stated.base)
    if not gap or rough:
        return None if gap else True
    slack = sum(unit_named(each.quantity.unit).factor for each in (stated, *inputs)) / 2
    return False if gap > slack else None


def exact(formula: Formula, inputs: Sequence[Input]) -> Decimal | None:
    """照印出的数算出的结果。"""
    return formula.value([i.base for i in inputs])


def counted(claim: Claim) -> bool:
    """点数出来的个数，没有取舍可言：差一个也是错。"""
    spread = claim.formula.spread(intervals(claim.inputs))
    said = claimed_by(claim.formula, claim.stated)
    return spread is not None and spread.low == spread.high and said.low == said.high


def zero_base(claim: Claim) -> bool:
    """除数的区间含零（上年为零）。"""
    return claim.formula.spread(intervals(claim.inputs)) is None


def printed(value: Decimal, like: Quantity) -> str:
    """把结果印成与所声称的同一单位、同样位数。"""
    factor = unit_named(like.unit).factor
    return str(Quantity(half_up(abs(value) / factor, places_of(like.value)), like.unit))
