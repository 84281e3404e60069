"""笔误：换位、漏位、多位、打错一位，改回一处就都成立的。"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.domain.intervals import Interval
from assistant.domain.quantities import Quantity, unit_named
from assistant.domain.statements import Cause
from assistant.reading.claims.judging.judging import Claim, Input
from assistant.reading.claims.judging.repairs import Repair, distinct, replaced
from assistant.reading.claims.judging.screening import Screen
from assistant.reading.claims.judging.slips import Kind, slips


def respelled(claims: Sequence[Claim], screens: Sequence[Screen]) -> Iterator[Repair]:
    """某个数有一处笔误：先试最常见的笔误；相差太远的不必试。

    只有一条列全了的断言指着的，总数改一位也成，就不怪某一项：几处都可能，分不出是哪一处。
    """
    found = [each for each in distinct(claims) if each.within is None]
    own = claims[0].stated.span if len(claims) == 1 and claims[0].closed else None
    variants = sorted(
        ((kind, n, value) for n, f in enumerate(found) for kind, value in _near(f, screens)),
        key=lambda each: (each[0] > Kind.SWAPPED and found[each[1]].span != own, each[:2]),
    )
    factors = [unit_named(each.quantity.unit).factor for each in found]
    for _, n, value in variants:
        bases = {found[n].span: value * factors[n]}
        if all(screen.passes(bases) for screen in screens):
            quantity = Quantity(value, found[n].quantity.unit)
            yield replaced(Cause.DIGITS, found[n], quantity, str(quantity))


def _near(figure: Input, screens: Sequence[Screen]) -> Iterator[tuple[Kind, Decimal]]:
    """可能的本数里，各条断言都够得着的。"""
    factor = unit_named(figure.quantity.unit).factor
    reaches = [screen.reach(figure) for screen in screens]
    low, high = max(each.low for each in reaches), min(each.high for each in reaches)
    return slips(figure.quantity, Interval(low / factor, high / factor))
