"""一处改动：改哪一格、改成什么，表里的矛盾就消了；每种改法对应一种错因。"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from assistant.domain.findings import Span
from assistant.domain.quantities import (
    Dimension,
    Quantity,
    half_up,
    places_of,
    truncated,
    unit_named,
)
from assistant.domain.statements import Cause, Relationship
from assistant.reading.claims.judging.formulas import COMPLETED, TOTAL
from assistant.reading.claims.judging.judging import Claim, Input, agrees, counted, exact
from assistant.reading.claims.judging.slips import slips

_TEN_THOUSAND = Decimal(10_000)
_UNITS = {"元": ("万元", ""), "万元": ("亿元", "元"), "亿元": ("", "万元")}
_YEARLY = (Relationship.YOY_AMOUNT, Relationship.YOY_PERCENT)
_MAX_CELLS = 60


class Repair(NamedTuple):
    """改动：各格改成什么；culprit 是写错的那一格；rank 越小越像。"""

    cause: Cause
    changes: Mapping[Span, Quantity]
    culprit: Input
    rank: int

    @property
    def mended(self) -> Quantity:
        """写错的那一格应有的数。"""
        return self.changes[self.culprit.span]


class Layout(NamedTuple):
    """格与格的位置：steps 是同列上下相邻的两格，openings 是率所在的行的年初预算。"""

    steps: tuple[tuple[Input, Input], ...] = ()
    openings: Mapping[Span, Input] = {}


def repairs(wrong: Sequence[Claim], layout: Layout) -> Iterator[Repair]:
    """对不成立的各条断言所涉的格，各种可能的改动。"""
    cells = {i.span: i for claim in wrong for i in (*claim.inputs, claim.stated)}
    for claim in wrong:
        yield from _ended(claim)
        yield from _rates(claim, layout)
        yield from _swaps(claim)
        yield from _copied(claim)
        yield from _stale(claim)
        yield from _solved(claim)
    for one, other in layout.steps:
        if one.span in cells or other.span in cells:
            yield _swapped(Cause.ROWS, one, other, 4)
    for cell in list(cells.values())[:_MAX_CELLS]:
        yield from _cell(cell)


def _cell(cell: Input) -> Iterator[Repair]:
    """一格自己的错：正负号、单位、笔误。"""
    quantity = cell.quantity
    if quantity.value:
        yield _changed(Cause.SIGN, cell, -quantity.value, 1)
    if unit_named(quantity.unit).dimension is Dimension.MONEY:
        yield from _rescaled(cell)
    for kind, value in slips(quantity):
        yield _changed(Cause.DIGITS, cell, value, 5 + kind)


def _rescaled(cell: Input) -> Iterator[Repair]:
    """金额按另一单位填了，差一万倍。"""
    quantity = cell.quantity
    larger, smaller = _UNITS.get(quantity.unit, ("", ""))
    if not quantity.value:
        return
    if larger:
        meant = Quantity(quantity.value, larger)
        yield Repair(Cause.UNIT, {cell.span: meant}, cell, 3)
    divided = (quantity.value / _TEN_THOUSAND).normalize()
    if places_of(divided) <= places_of(quantity.value):
        unit = smaller or quantity.unit
        meant = Quantity(quantity.value if smaller else divided, unit)
        yield Repair(Cause.UNIT, {cell.span: meant}, cell, 3)


def _changed(cause: Cause, cell: Input, value: Decimal, rank: int) -> Repair:
    quantity = Quantity(value, cell.quantity.unit)
    return Repair(cause, {cell.span: quantity}, cell, rank)


def _swapped(cause: Cause, one: Input, other: Input, rank: int) -> Repair:
    changes = {one.span: other.quantity, other.span: one.quantity}
    return Repair(cause, changes, one, rank)


def _swaps(claim: Claim) -> Iterator[Repair]:
    """本年数与上年数、预算数与执行数对调。"""
    if len(claim.inputs) != 2:
        return
    one, other = claim.inputs
    if claim.relationship in _YEARLY and "change" not in (one.role, other.role):
        yield _swapped(Cause.YEARS, one, other, 2)
    elif claim.relationship is Relationship.EXECUTION_RATE:
        yield _swapped(Cause.COLUMNS, one, other, 3)


def _rates(claim: Claim, layout: Layout) -> Iterator[Repair]:
    """率的除数用错：以本年数为基数、以年初预算为分母。"""
    if claim.relationship is Relationship.YOY_PERCENT and len(claim.inputs) == 2:
        now, then = claim.inputs
        if now.role == "current" and now.base:
            wrong = (now.base - then.base) / now.base
            if _reads(claim.stated, wrong):
                yield _restated(Cause.WRONG_BASE, claim, 1)
    opening = layout.openings.get(claim.stated.span)
    if opening is not None and claim.formula is COMPLETED:
        other = (claim.inputs[0], opening)
        if agrees(COMPLETED, other, claim.stated):
            yield _restated(Cause.OPENING, claim, 1)


def _ended(claim: Claim) -> Iterator[Repair]:
    """只差末一位：截尾，或末位差一。"""
    said, right = claim.stated.quantity, _right(claim)
    step = Decimal(1).scaleb(-places_of(said.value))
    if abs(right.value - said.value) > step or counted(claim):
        return
    value = exact(claim.formula, claim.inputs) or Decimal(0)
    cut = truncated(value / unit_named(said.unit).factor, places_of(said.value))
    cause = Cause.TRUNCATED if cut == said.value else Cause.LAST_DIGIT
    yield Repair(cause, {claim.stated.span: right}, claim.stated, 1)


def _reads(stated: Input, value: Decimal) -> bool:
    """这个值四舍五入印出来正是所写。"""
    quantity = stated.quantity
    factor = unit_named(quantity.unit).factor
    return half_up(value / factor, places_of(quantity.value)) == quantity.value


def _restated(cause: Cause, claim: Claim, rank: int) -> Repair:
    return Repair(cause, {claim.stated.span: _right(claim)}, claim.stated, rank)


def _right(claim: Claim) -> Quantity:
    """照运算数应有的结果，印成与所写同样的位数。"""
    like = claim.stated.quantity
    value = exact(claim.formula, claim.inputs) or Decimal(0)
    shown = half_up(value / unit_named(like.unit).factor, places_of(like.value))
    return Quantity(shown, like.unit)


def _copied(claim: Claim) -> Iterator[Repair]:
    """本年数照抄了上年数：改成上年数加增减额。"""
    if claim.relationship is not Relationship.YOY_AMOUNT or len(claim.inputs) != 2:
        return
    now, then = claim.inputs
    if now.quantity.value == then.quantity.value and claim.stated.quantity.value:
        value = then.quantity.value + claim.stated.quantity.value
        yield _changed(Cause.LAST_YEAR, now, value, 1)


def _stale(claim: Claim) -> Iterator[Repair]:
    """合计少了其中一项：后来添了一项，合计没有改。"""
    if claim.formula is not TOTAL or len(claim.inputs) < 2:
        return
    right = _right(claim)
    gap = right.value - claim.stated.quantity.value
    if any(gap == part.quantity.value for part in claim.inputs):
        yield Repair(Cause.STALE, {claim.stated.span: right}, claim.stated, 4)


def _solved(claim: Claim) -> Iterator[Repair]:
    """只知道是哪一格：照这条断言改，别的断言也都成立。"""
    yield _restated(Cause.NONE, claim, 20)
    if claim.formula is TOTAL:
        gap = claim.stated.quantity.value - _right(claim).value
        for part in claim.inputs:
            if part.quantity.unit == claim.stated.quantity.unit:
                yield _changed(Cause.NONE, part, part.quantity.value + gap, 21)
