"""印出的数与算出的数怎样算一致。"""

from decimal import Decimal

from assistant.domain.forms import Told
from assistant.domain.quantities import places_of, truncated

CENT = Decimal("0.01")


def same_rate(stated: Told, exact: Decimal) -> bool:
    """印出的百分数与未取舍的百分数一致：四舍五入或截尾到印出的位数，两位时容许0.01。"""
    printed = stated.shown if stated.shown is not None else stated.number
    if printed is None or stated.number is None:
        return False
    if abs(stated.number - exact) <= CENT:
        return True
    places = places_of(printed)
    step = Decimal(1).scaleb(-places)
    return abs(printed - exact) <= step / 2 or printed == truncated(exact, places)


def same_mean(printed: Decimal, exact: Decimal) -> bool:
    """印出的平均分与未取舍的平均分一致。"""
    step = Decimal(1).scaleb(-places_of(printed))
    return abs(printed - exact) <= step / 2
