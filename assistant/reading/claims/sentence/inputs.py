"""把句中的数变成运算数。"""

from assistant.reading.claims.judging.judging import Input
from assistant.reading.claims.sentence.items import Item


def plain(item: Item, role: str) -> Input:
    """不带方向的数。"""
    return Input(role, item.quantity, item.mention.span, 1, item.mention.qualifier)


def signed(item: Item, role: str) -> Input:
    """带方向的增减。"""
    sign = item.direction or 1
    return Input(role, item.quantity, item.mention.span, sign, item.mention.qualifier)
