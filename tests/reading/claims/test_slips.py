"""笔误的粗筛：看一眼就不要的，都是细算也通不过的。"""

from decimal import Decimal

import pytest

from assistant.domain.findings import Span
from assistant.domain.intervals import Interval
from assistant.domain.quantities import Quantity
from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import SAME, TOTAL
from assistant.reading.claims.judging.judging import Claim, Input
from assistant.reading.claims.judging.screening import Screen
from assistant.reading.claims.judging.slips import slips


def number(text: str, at: int, sign: int = 1) -> Input:
    return Input("part", Quantity(Decimal(text), "万元"), Span(at, at + len(text)), sign)


SUM = Claim(
    Relationship.SUM,
    TOTAL,
    (number("120.50", 0), number("35.20", 10), number("8.00", 20, sign=-1)),
    number("174.70", 30),
    Span(0, 40),
)
REPEATED = Claim(
    Relationship.SAME_AS, SAME, (number("-96.31", 0),), number("-93.61", 10), Span(0, 20)
)


@pytest.mark.parametrize("said", ["174.70", "-93.61", "8", "1005"])
def test_a_range_leaves_out_only_what_lies_outside_it(said: str) -> None:
    quantity = Quantity(Decimal(said), "万元")
    near = Interval(quantity.value - 30, quantity.value + 30)
    kept = [each for each in slips(quantity) if near.low <= each[1] <= near.high]
    assert 0 < len(kept) < len(list(slips(quantity)))
    assert list(slips(quantity, near)) == kept


@pytest.mark.parametrize("claim", [SUM, REPEATED])
def test_whatever_passes_the_screen_lies_within_its_reach(claim: Claim) -> None:
    screen = Screen(claim)
    passed = 0
    for figure in (*claim.inputs, claim.stated):
        near = screen.reach(figure)
        for _, value in slips(figure.quantity):
            base = value * 10_000
            if screen.passes({figure.span: base}):
                passed += 1
                assert near.low <= base <= near.high
    assert passed
