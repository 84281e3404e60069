"""哪些数是一类：同一种角色，可以相加。"""

import re

from assistant.domain.quantities import Dimension
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.items import Item
from assistant.reading.text.labels import GENERIC

STOCKS = (Role.LEVEL, Role.FLOW, Role.REACHED)
_SCALES = "万亿"
_NAMED = {"名": "人"}
_HEADS = {"人", "户"}
_TOTALS = re.compile("合计|总计|共计|总共|小计|(?<!公)共")
_ASKED = re.compile("问卷|调查|[发收]卷|答卷|有效")
_NAME = 4


def same_unit(one: Item, other: Item) -> bool:
    """可以相加：同一量纲；个数还要同一单位（批次与人次不能相加，几名就是几人，万人是一万个人，一份问卷是一个人答的）。"""
    if one.dimension is not other.dimension:
        return False
    if one.dimension is not Dimension.COUNT:
        return True
    mine, others = one.quantity.unit, other.quantity.unit
    if (mine == "份" != others and _ASKED.search(one.lead)) or (
        others == "份" != mine and _ASKED.search(other.lead)
    ):
        return {mine, others} & {"人", "名"} != set()
    return mine == others or unscaled(mine) == unscaled(others)


def same_heads(one: str, other: str) -> bool:
    """法人单位多少个不会是从业人员多少人的几成：人只占人的，户只占户的。"""
    units = {unscaled(one), unscaled(other)}
    return len(units) == 1 or not units & _HEADS


def unscaled(unit: str) -> str:
    """去掉倍数的个数单位：万人、亿人、名都是人，万所是所。"""
    bare = unit.lstrip(_SCALES)
    return _NAMED.get(bare, bare)


def alike(item: Item, part: Item) -> bool:
    """同是存量（或同是增减额），又可以相加。"""
    kinds = STOCKS if part.role in STOCKS else (part.role,)
    return item.role in kinds and same_unit(item, part)


def is_total(item: Item) -> bool:
    """说的是合计；“税收收入累计完成”是有名称的一项，不是合计。"""
    named = item.label.core not in GENERIC and len(item.label.core) >= _NAME
    return item.totals and not (named and "累计" in item.lead and not _TOTALS.search(item.lead))
