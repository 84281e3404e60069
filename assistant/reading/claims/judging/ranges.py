"""范围：一个印出的数、一个约数、一个声称的结果，各代表哪些数（以基本单位计）。"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.domain.intervals import Interval
from assistant.domain.quantities import Dimension, is_counted, places_of
from assistant.reading.claims.judging.formulas import Formula

if TYPE_CHECKING:
    from assistant.reading.claims.judging.judging import Input

ROUGH_WORDS = frozenset("大约 接近 将近 约 近 余 多 来 左右 上下".split())


def intervals(inputs: Sequence["Input"]) -> list[Interval]:
    """各运算数的区间：同一单位的按其中最细的位数。"""
    if len(inputs) == 1:
        return [interval(inputs[0])]
    finest: dict[str, int] = {}
    for each in inputs:
        unit = each.quantity.unit
        finest[unit] = max(finest.get(unit, 0), places_of(each.quantity.value))
    return [interval(each, finest[each.quantity.unit]) for each in inputs]


def interval(each: "Input", places: int | None = None) -> Interval:
    """一个数的区间；约数较宽，整数的个数没有取舍。"""
    if each.within is not None:
        return each.within
    quantity = each.quantity
    if each.qualifier in ROUGH_WORDS:
        found = Interval.rough(quantity, each.qualifier)
    elif is_counted(quantity.value, quantity.unit):
        found = Interval.exactly(quantity.base)
    else:
        found = Interval.printed(quantity, places)
    return found if each.sign >= 0 else Interval(-found.high, -found.low)


def claimed_by(formula: Formula, stated: "Input") -> Interval:
    """所声称的区间；除出来的个数（日均接待1021人次）也是四舍五入的。"""
    divided = formula.divisor is not None and stated.within is None
    if (
        divided
        and stated.quantity.dimension is Dimension.COUNT
        and stated.qualifier not in ROUGH_WORDS
    ):
        return Interval.printed(stated.quantity)
    return interval(stated)
