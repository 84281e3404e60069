"""并列：顿号、和、与连着的后一个数，角色、方向同前一个。"""

from assistant.domain.quantities import Dimension
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.items import Item


def alongside(item: Item, last: Item) -> Item:
    """并列的后一个数，角色、方向同前一个。"""
    rates = last.role is Role.RATE and item.dimension is Dimension.POINT
    if item.dimension is not last.dimension and not rates:
        return item._replace(totals=item.totals or last.totals)
    if last.role in (Role.BASE, Role.WHOLE):
        return item
    return item._replace(
        role=last.role,
        direction=last.direction,
        against=last.against,
        whole=last.whole,
        name=last.name,
        each=last.each,
        operand=last.operand,
        totals=last.totals or item.totals,
        follows=True,
    )
