"""没说占什么的：专业技术人员379人，中级以上的192人，占51%，整体多半是紧挨着的前一个更大的数。"""

from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import same_unit

_AMIDST = ("中，", "里，", "之中，", "当中，")
_STOCKS = (Role.LEVEL, Role.REACHED, Role.FLOW)


def preceding(paragraph: Paragraph, at: int, part: int) -> int:
    """分子前面同一句、同一层、同单位而更大的那个数；没有为 -1。"""
    items, before = paragraph.items, part - 1
    if part != at - 1 or before < 0 or items[part].follows or items[before].role not in _STOCKS:
        return -1
    one, other = items[before], items[part]
    level = other.depth if items[at].host == part else items[at].depth
    near = one.sentence == items[at].sentence and one.depth == level
    larger = same_unit(one, other) and one.quantity.base > other.quantity.base
    return before if near and larger else -1


def amidst(paragraph: Paragraph, part: int) -> int:
    """在专项资金300万元中，设备购置占……：数后面紧跟着“中”的就是整体；没有为 -1。"""
    items = paragraph.items
    for index in paragraph.back(part - 1):
        if items[index].sentence != items[part].sentence:
            return -1
        if paragraph.after(index).startswith(_AMIDST) and same_unit(items[index], items[part]):
            return index if items[index].role in _STOCKS else -1
    return -1
