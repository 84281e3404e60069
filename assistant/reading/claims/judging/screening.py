"""粗筛：换过数以后，照印出的数算得的结果与所声称的相差不远，才值得细算取舍区间。"""

from collections.abc import Mapping
from decimal import Decimal

from assistant.domain.findings import Span
from assistant.domain.intervals import Interval
from assistant.reading.claims.judging.formulas import SAME, TOTAL
from assistant.reading.claims.judging.judging import (
    Claim,
    Input,
    exact,
)
from assistant.reading.claims.judging.ranges import claimed_by, intervals

ANYTHING = Interval(Decimal("-Infinity"), Decimal("Infinity"))


class Screen:
    """一条断言的粗筛。"""

    def __init__(self, claim: Claim) -> None:
        claimed = claimed_by(claim.formula, claim.stated)
        spread = claim.formula.spread(intervals(claim.inputs)) or Interval(Decimal(0), claimed.high)
        self._claim = claim
        self._slack = (claimed.high - claimed.low) * 4 + (spread.high - spread.low) * 50
        self._ways = [
            (formula, [(each.span, each.sign, each.base) for each in inputs])
            for formula, inputs in ((claim.formula, claim.inputs), *claim.others)
        ]
        stated = claim.stated
        self._span, self._sign, self._printed = stated.span, stated.sign, stated.base

    def passes(self, bases: Mapping[Span, Decimal]) -> bool:
        """各处换成的数（以基本单位计）值不值得细算。"""
        span, sign = self._span, self._sign
        stated = bases[span] * sign if span in bases else self._printed
        for formula, inputs in self._ways:
            value = formula.value([bases[at] * s if at in bases else v for at, s, v in inputs])
            if value is None or abs(value - stated) <= self._slack:
                return True
        return False

    def reach(self, figure: Input) -> Interval:
        """只换这一处时值得细算的范围（以基本单位计）；不是加减的不限。"""
        claim = self._claim
        mine = [each for each in (*claim.inputs, claim.stated) if each.span == figure.span]
        value = exact(claim.formula, claim.inputs)
        if claim.formula not in (SAME, TOTAL) or claim.others or len(mine) != 1 or value is None:
            return ANYTHING
        gap = self._printed - value
        middle = mine[0].base + (-gap if mine[0] is claim.stated else gap)
        near = Interval(middle - self._slack, middle + self._slack)
        return near if mine[0].sign >= 0 else Interval(-near.high, -near.low)
