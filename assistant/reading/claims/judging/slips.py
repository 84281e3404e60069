"""笔误：一个印出的数只差一处笔误时可能本来是什么。"""

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from enum import IntEnum

from assistant.domain.intervals import Interval
from assistant.domain.quantities import Quantity, places_of

_TOP = 10**15  # 比认得的数都大


class Kind(IntEnum):
    """笔误的种类，由最常见到最少见。"""

    SWAPPED = 1
    LOST = 2
    POINT = 3
    DOUBLED = 4
    CHANGED = 5


def slips(quantity: Quantity, within: Interval | None = None) -> Iterator[tuple[Kind, Decimal]]:
    """可能的本数（单位不变）：相邻两位互换、漏一位、多一位、错一位、小数点错位；不含原数。

    within 是要的范围：绝大多数改法差得远，看一眼就不要，不必造出来。
    """
    places = places_of(quantity.value)
    digits = str(abs(quantity.value)).replace(".", "")
    if len(digits) > 12 or not digits.isdigit():
        return
    near = within or Interval(Decimal(-_TOP), Decimal(_TOP))
    low, high = near if quantity.value >= 0 else (-near.high, -near.low)
    seen = {quantity.value}
    for kind, whole, moved in _variants(digits, places, _Range(low, high)):
        value = Decimal(whole).scaleb(-moved)
        value = value if quantity.value >= 0 else -value
        if value not in seen:
            seen.add(value)
            yield kind, value


class _Range:
    """要的范围，供挑写法：去掉小数点后的整数、补哪一个数字，落不落在里面。"""

    def __init__(self, low: Decimal, high: Decimal) -> None:
        self._low, self._high = max(low, Decimal(-_TOP)), min(high, Decimal(_TOP))
        self._ends: dict[int, tuple[int, int]] = {}

    def has(self, whole: int, moved: int) -> bool:
        """有 moved 位小数的数。"""
        least, most = self._at(moved)
        return least <= whole <= most

    def digits(self, base: int, step: int, moved: int) -> range:
        """在某一位上添哪几个数字，数才在范围里；step 是那一位的一个单位，base 是那一位为零的数。"""
        least, most = self._at(moved)
        return range(max(0, -((base - least) // step)), min(9, (most - base) // step) + 1)

    def _at(self, moved: int) -> tuple[int, int]:
        """范围里最小、最大的整数，小数点去掉以后。"""
        if moved not in self._ends:
            least = self._low.scaleb(moved).to_integral_value(ROUND_CEILING)
            most = self._high.scaleb(moved).to_integral_value(ROUND_FLOOR)
            self._ends[moved] = int(least), int(most)
        return self._ends[moved]


Variant = tuple[Kind, int, int]


def _variants(digits: str, places: int, near: _Range) -> Iterator[Variant]:
    """种类、去掉小数点后的整数、小数位数；不在范围里的不要。"""
    yield from _shifted(digits, places, near)
    yield from _lost(digits, places, near)
    for moved in (places - 1, places + 1, places - 2, places + 2):
        if moved >= 0 and near.has(int(digits), moved):
            yield Kind.POINT, int(digits), moved
    yield from _changed(digits, places, near)


def _shifted(digits: str, places: int, near: _Range) -> Iterator[Variant]:
    """相邻两位互换，多了一位。"""
    for i in range(len(digits) - 1):
        whole = int(digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :])
        if near.has(whole, places):
            yield Kind.SWAPPED, whole, places
    fewer = min(places, len(digits) - 1)
    for i in range(len(digits)):
        whole = int(digits[:i] + digits[i + 1 :] or "0")
        if near.has(whole, fewer):
            yield Kind.DOUBLED, whole, fewer


def _lost(digits: str, places: int, near: _Range) -> Iterator[Variant]:
    """漏了一位：每一处缝里补哪个数字才够得着。"""
    for i in range(len(digits) + 1):
        step = 10 ** (len(digits) - i)
        head, tail = divmod(int(digits), step)
        base = head * step * 10 + tail
        for digit in near.digits(base, step, places):
            yield Kind.LOST, base + digit * step, places


def _changed(digits: str, places: int, near: _Range) -> Iterator[Variant]:
    """错了一位：每一位换成哪个数字才够得着。"""
    for i, char in enumerate(digits):
        step = 10 ** (len(digits) - i - 1)
        base = int(digits) - int(char) * step
        for digit in near.digits(base, step, places):
            if digit != int(char):
                yield Kind.CHANGED, base + digit * step, places
