"""区间：一个印出的数代表一切四舍五入后等于它的数。

依据：XBRL Calculations 1.1 以区间相交判断一致；本系统对运算数和结果都这样处理。
"""

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from assistant.domain.quantities import Quantity, places_of, unit_named


class Interval(NamedTuple):
    """闭区间 [low, high]，以基本单位计。"""

    low: Decimal
    high: Decimal

    @classmethod
    def exactly(cls, value: Decimal) -> "Interval":
        """没有取舍误差的数。"""
        return cls(value, value)

    @classmethod
    def printed(cls, quantity: Quantity, places: int | None = None) -> "Interval":
        """印出的数量所代表的一切数；places 缺省为其自身的小数位数。"""
        shown = places_of(quantity.value) if places is None else places
        return _rounded(quantity.value, quantity.unit, shown)

    def __add__(self, other: object) -> "Interval":
        if not isinstance(other, Interval):
            return NotImplemented
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: "Interval") -> "Interval":
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other: object) -> "Interval":
        if not isinstance(other, Interval):
            return NotImplemented
        ends = [a * b for a in self for b in other]
        return Interval(min(ends), max(ends))

    def __truediv__(self, other: "Interval") -> "Interval":
        """相除；除数含零抛 ZeroDivisionError。"""
        if other.low <= 0 <= other.high:
            raise ZeroDivisionError("除数可能为零")
        ends = [a / b for a in self for b in other]
        return Interval(min(ends), max(ends))

    @classmethod
    def rough(cls, quantity: Quantity, qualifier: str) -> "Interval":
        """约数所代表的数：约、左右按末位有效数字上下各一；余、多只往上；近只往下。"""
        unit = unit_named(quantity.unit).factor
        step = _last_digit(quantity.value) * unit
        below = Decimal(0) if qualifier in ("余", "多", "来") else step
        above = Decimal(0) if qualifier in ("近", "接近", "将近") else step
        return cls(quantity.base - below, quantity.base + above)

    def meets(self, other: "Interval") -> bool:
        """两区间有公共点，即两数在各自的取舍范围内可以相等。"""
        return self.low <= other.high and other.low <= self.high


@lru_cache(maxsize=8192)
def _rounded(value: Decimal, unit: str, places: int) -> Interval:
    """四舍五入到 places 位后等于 value 的一切数。"""
    factor = unit_named(unit).factor
    half = Decimal(5).scaleb(-places - 1) * factor
    return Interval(value * factor - half, value * factor + half)


def _last_digit(value: Decimal) -> Decimal:
    """末位有效数字的一个单位：2000 → 1000，13459 → 1，12.5 → 0.1。"""
    digits, exponent = value.as_tuple().digits, value.as_tuple().exponent
    if not isinstance(exponent, int) or value == 0:
        return Decimal(0)
    zeros = next((n for n, digit in enumerate(reversed(digits)) if digit), 0)
    return Decimal(1).scaleb(exponent + zeros)
