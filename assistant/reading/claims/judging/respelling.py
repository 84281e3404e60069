"""笔误：换位、漏位、多位、打错一位，改回一处就都成立的。"""

from collections.abc import Iterator, Sequence

from assistant.domain.quantities import Quantity, unit_named
from assistant.domain.statements import Cause
from assistant.reading.claims.judging.judging import Claim
from assistant.reading.claims.judging.repairs import Repair, distinct, replaced
from assistant.reading.claims.judging.screening import Screen
from assistant.reading.claims.judging.slips import slips


def respelled(claims: Sequence[Claim], screens: Sequence[Screen]) -> Iterator[Repair]:
    """某个数有一处笔误：先试最常见的笔误；相差太远的不必试。"""
    found = [each for each in distinct(claims) if each.within is None]
    variants = sorted(
        ((kind, n, value) for n, f in enumerate(found) for kind, value in slips(f.quantity)),
        key=lambda each: each[:2],
    )
    factors = [unit_named(each.quantity.unit).factor for each in found]
    for _, n, value in variants:
        bases = {found[n].span: value * factors[n]}
        if all(passes(bases) for passes in screens):
            quantity = Quantity(value, found[n].quantity.unit)
            yield replaced(Cause.DIGITS, found[n], quantity, str(quantity))
