"""位数够不够多：整数、一两位数随便改一处都能凑上，凑上了也说明不了什么。"""

from collections.abc import Sequence

from assistant.domain.quantities import Dimension
from assistant.reading.claims.judging.ranges import ROUGH_WORDS
from assistant.reading.claims.sentence.items import Item

_LEAST, _TELLING = 3, 4


def telling(found: Sequence[Item]) -> bool:
    """都是钱、不是约数，各有三位以上有效数字，至少两个有四位以上。"""
    digits = sorted(len(item.quantity.value.normalize().as_tuple().digits) for item in found)
    long = digits[0] >= _LEAST and digits[-2] >= _TELLING
    return long and all(
        item.dimension is Dimension.MONEY and item.mention.qualifier not in ROUGH_WORDS
        for item in found
    )
