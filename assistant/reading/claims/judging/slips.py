"""笔误：一个印出的数只差一处笔误时可能本来是什么。"""

from collections.abc import Iterator
from decimal import Decimal
from enum import IntEnum

from assistant.domain.intervals import Interval
from assistant.domain.quantities import Quantity, places_of


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
    near = within or Interval(Decimal("-Infinity"), Decimal("Infinity"))
    low, high = near if quantity.value >= 0 else (-near.high, -near.low)
    ends = {moved: (low.scaleb(moved), high.scaleb(moved)) for moved in range(places + 3)}
    seen = {quantity.value}
    for kind, variant, moved in _variants(digits, places):
        whole = int(variant or "0")
        least, most = ends[moved]
        if not least <= whole <= most:
            continue
        value = Decimal(whole).scaleb(-moved)
        value = value if quantity.value >= 0 else -value
        if value not in seen:
            seen.add(value)
            yield kind, value


def _variants(digits: str, places: int) -> Iterator[tuple[Kind, str, int]]:
    for i in range(len(digits) - 1):
        yield Kind.SWAPPED, digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :], places
    for i in range(len(digits)):
        yield Kind.DOUBLED, digits[:i] + digits[i + 1 :], min(places, max(len(digits) - 1, 0))
    for i in range(len(digits) + 1):
        for char in "0123456789":
            yield Kind.LOST, digits[:i] + char + digits[i:], places
    for moved in (places - 1, places + 1, places - 2, places + 2):
        if moved >= 0:
            yield Kind.POINT, digits, moved
    for i in range(len(digits)):
        for char in "0123456789":
            if char != digits[i]:
                yield Kind.CHANGED, digits[:i] + char + digits[i + 1 :], places
