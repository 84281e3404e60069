"""粗筛：换过数以后，照印出的数算得的结果与所声称的相差不远，才值得细算取舍区间。"""

from collections.abc import Callable, Mapping
from decimal import Decimal

from assistant.domain.findings import Span
from assistant.domain.intervals import Interval
from assistant.reading.claims.judging.judging import Claim, interval, intervals

Screen = Callable[[Mapping[Span, Decimal]], bool]


def screen(claim: Claim) -> Screen:
    """一条断言的粗筛；传入各处换成的数（以基本单位计）。"""
    claimed = interval(claim.stated)
    spread = claim.formula.spread(intervals(claim.inputs)) or Interval(Decimal(0), claimed.high)
    slack = (claimed.high - claimed.low) * 4 + (spread.high - spread.low) * 50
    ways = [
        (formula, [(each.span, each.sign, each.base) for each in inputs])
        for formula, inputs in ((claim.formula, claim.inputs), *claim.others)
    ]
    span, sign, printed = claim.stated.span, claim.stated.sign, claim.stated.base

    def passes(bases: Mapping[Span, Decimal]) -> bool:
        stated = bases[span] * sign if span in bases else printed
        for formula, inputs in ways:
            value = formula.value([bases[at] * s if at in bases else v for at, s, v in inputs])
            if value is None or abs(value - stated) <= slack:
                return True
        return False

    return passes
