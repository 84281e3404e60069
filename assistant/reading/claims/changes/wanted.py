"""增减的两头要找哪一类数，找到了几个，有没有把握。"""

from collections.abc import Callable
from typing import NamedTuple

from assistant.domain.quantities import Dimension
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.items import Item
from assistant.reading.claims.sentence.kinds import same_unit

_LEVELS = (Role.LEVEL, Role.REACHED, Role.FLOW, Role.MEAN)
_RATES = (*_LEVELS, Role.COMPLETION, Role.SHARE, Role.RATE)
_RATIOS = (Dimension.RATIO, Dimension.POINT)
Wanted = Callable[[Item], bool]


class Found(NamedTuple):
    """找到的数，最可能的在前；certain 为假表示有别的可能；every 表示说的是其中每一个。"""

    indexes: tuple[int, ...] = ()
    certain: bool = False
    every: bool = False


def wanted(like: Item) -> Wanted:
    """与某个数同类的本年数、上年数。"""
    if like.dimension in _RATIOS:
        return lambda item: item.dimension is Dimension.RATIO and item.role in _RATES
    if like.dimension is Dimension.COUNT:
        return lambda item: item.role in _LEVELS and same_unit(item, like)
    return lambda item: item.dimension is like.dimension and item.role in _LEVELS


def anything(item: Item) -> bool:
    """单说增减幅度时，任何一类数都可能。"""
    if item.role in (Role.COMPLETION, Role.SHARE):
        return item.dimension is Dimension.RATIO
    return item.role in _LEVELS and item.dimension is not Dimension.POINT
