"""算式：一种断言由哪些数、怎样算出。

每个算式对各运算数都是单调的，所以取各区间端点算一遍就得到结果的精确范围。
"""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal, DecimalException
from itertools import product
from typing import NamedTuple

from assistant.domain.intervals import Interval

Compute = Callable[[Sequence[Decimal]], Decimal]


class Formula(NamedTuple):
    """compute 由各运算数（带符号、以基本单位计）算出结果；words 是写给人看的算式。

    rising 表示对每个运算数都递增；opposed 为 1 表示各数不为负时对头一个递增、对其余递减，-1 反之：
    范围都只需算两头。divisor 算出除数，除数可能为零时无从判断。
    """

    compute: Compute
    words: str
    rising: bool = False
    divisor: Compute | None = None
    opposed: int = 0

    def value(self, inputs: Sequence[Decimal]) -> Decimal | None:
        """照印出的数算出的结果；除数为零返回 None。"""
        try:
            return self.compute(inputs)
        except (DecimalException, ZeroDivisionError):
            return None

    def spread(self, inputs: Sequence[Interval]) -> Interval | None:
        """运算数各在其区间内时结果的范围；算不出返回 None。"""
        corners: list[Sequence[Decimal]] = list(self._corners(inputs))
        if self.divisor is not None:
            divisors = [self.divisor(corner) for corner in corners]
            if min(divisors) <= 0 <= max(divisors):
                return None
        try:
            ends = [self.compute(corner) for corner in corners]
        except (DecimalException, ZeroDivisionError):
            return None
        return Interval(min(ends), max(ends))

    def _corners(self, inputs: Sequence[Interval]) -> Iterable[Sequence[Decimal]]:
        """要算的各组端点；知道怎样增减的只要两头，不知道的每一角都算。"""
        if self.rising:
            return [i.low for i in inputs], [i.high for i in inputs]
        if self is OF_ALL or (self.opposed and all(i.low >= 0 for i in inputs)):
            (low, high), *rest = inputs
            ends = (low, high) if self.opposed > 0 else (high, low)
            return [ends[0], *(i.high for i in rest)], [ends[1], *(i.low for i in rest)]
        return product(*inputs)


def _sum(values: Iterable[Decimal]) -> Decimal:
    return sum(values, Decimal(0))


RATE_BY_CHANGE = Formula(
    lambda v: v[1] / (v[0] - v[1]), "增减额÷（本年数－增减额）", divisor=lambda v: v[0] - v[1]
)
RATE_BY_PRIOR = Formula(
    lambda v: (v[0] - v[1]) / v[1],
    "（本年数－上年数）÷上年数",
    divisor=lambda v: v[1],
    opposed=1,
)
RATE_ON_PRIOR = Formula(lambda v: v[1] / v[0], "增减额÷上年数", divisor=lambda v: v[0], opposed=-1)
CHANGE = Formula(lambda v: v[0] - v[1], "本年数－上年数", opposed=1)
MULTIPLIED = Formula(lambda v: (v[0] - v[1]) * v[2], "（本年标准－上年标准）×个数")
COMPARED = Formula(lambda v: v[0] - v[1], "两数相比", opposed=1)
TIMES = Formula(lambda v: v[0] / v[1], "本年数÷上年数", divisor=lambda v: v[1], opposed=1)
ONE_TO = Formula(lambda v: v[1] / v[0], "后项÷前项", divisor=lambda v: v[0], opposed=-1)
PRORATED = Formula(lambda v: v[0] * min(v[1], Decimal(1)), "分值×执行率")
PART = Formula(lambda v: v[0] / v[1], "部分÷整体", divisor=lambda v: v[1], opposed=1)
OF_ALL = Formula(lambda v: v[0] / _sum(v), "本项÷各项之和", divisor=_sum, opposed=1)
GATHERED = Formula(
    lambda v: _sum(v[1:]) / v[0], "各项之和÷整体", divisor=lambda v: v[0], opposed=-1
)
PER_HEAD = Formula(lambda v: v[0] / v[1], "总数÷个数", divisor=lambda v: v[1], opposed=1)
COMPLETED = Formula(lambda v: v[0] / v[1], "完成数÷预算数", divisor=lambda v: v[1], opposed=1)
SAVED = Formula(
    lambda v: (v[0] - v[1]) / v[0], "（原数－核后数）÷原数", divisor=lambda v: v[0], opposed=1
)
SAME = Formula(lambda v: v[0], "两处应相等", rising=True)
REACHED = Formula(lambda v: v[0] + v[1], "原数＋增减额", rising=True)
MEAN = Formula(lambda v: _sum(v) / len(v), "各数之和÷个数", rising=True)
TOTAL = Formula(_sum, "各项之和", rising=True)
