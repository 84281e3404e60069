"""列举的层次：其中、包括、分别为 之后的各项属于哪个总数。

收入100万元，其中：财政拨款80万元，其他收入20万元 -> 总数 100，各项 80、20。
"""

from collections.abc import Iterator
from typing import NamedTuple

from assistant.domain.quantities import Dimension
from assistant.reading.claims.cues import Role
from assistant.reading.claims.items import Item, Paragraph

_HEADS = (Role.LEVEL, Role.REACHED, Role.CHANGE)


class Listing(NamedTuple):
    """一处列举：whole 和 parts 是在段里的序号；nested 表示里面还套着一层。"""

    whole: int
    parts: tuple[int, ...]
    nested: bool = False


def listings(paragraph: Paragraph) -> Iterator[Listing]:
    """一段里的各处列举，外层在前。"""
    items = paragraph.items
    for at, item in enumerate(items):
        if not item.opens:
            continue
        first = _first_head(items, at)
        whole = _whole(paragraph, at, first) if first is not None else None
        if first is None or whole is None:
            continue
        parts, nested = _parts(paragraph, whole, first)
        yield Listing(whole, tuple(parts), nested)


def _first_head(items: tuple[Item, ...], at: int) -> int | None:
    """其中之后的第一个可作列举项的数。"""
    for index in range(at, min(at + 3, len(items))):
        if items[index].role in _HEADS and items[index].clause - items[at].clause <= 2:
            return index
    return None


def _whole(paragraph: Paragraph, at: int, first: int) -> int | None:
    """其中之前最近的同类数就是总数；隔着更深的括号的不算。"""
    items = paragraph.items
    wanted = items[first]
    basis = paragraph.subjects[first].basis
    for index in range(at - 1, -1, -1):
        item = items[index]
        if item.role is not wanted.role and not {item.role, wanted.role} <= {
            Role.LEVEL,
            Role.REACHED,
        }:
            continue
        if not same_unit(item, wanted):
            continue
        if item.depth > items[at].depth or items[at].sentence - item.sentence > 1:
            continue
        other = paragraph.subjects[index].basis
        if basis and other and basis != other:
            continue
        return index
    return None


def _parts(paragraph: Paragraph, whole: int, first: int) -> tuple[list[int], bool]:
    """从第一项起，到本句、本层括号或本层列举结束。"""
    items, parts, nested = paragraph.items, [first], False
    lead = items[first]
    inner = _is_inner(paragraph, whole, first)
    skip_part = -1
    for index in range(first + 1, len(items)):
        item = items[index]
        if item.sentence != lead.sentence or item.depth < lead.depth:
            break
        if inner and item.part != lead.part:
            break
        if item.totals or item.reason != lead.reason:
            break
        if item.depth > lead.depth:
            continue
        if item.opens:
            nested, skip_part = True, item.part
        if skip_part == item.part or not _belongs(paragraph, lead, first, index):
            continue
        parts.append(index)
    return parts, nested


def _is_inner(paragraph: Paragraph, whole: int, first: int) -> bool:
    """总数本身是外层列举里分号隔开的一项：里层到分号为止。"""
    items = paragraph.items
    if items[first].depth > items[whole].depth:
        return False
    sentence = items[whole].sentence
    return any(
        items[i].opens and items[i].sentence == sentence and items[i].part <= items[whole].part
        for i in range(whole + 1)
    )


def _belongs(paragraph: Paragraph, lead: Item, first: int, index: int) -> bool:
    item = paragraph.items[index]
    if item.role is not lead.role or not same_unit(item, lead):
        return False
    one, other = paragraph.subjects[first].basis, paragraph.subjects[index].basis
    return one == other or not one or not other


def same_unit(one: Item, other: Item) -> bool:
    """可以相加：同一量纲；个数还要同一单位（批次与人次不能相加）。"""
    if one.dimension is not other.dimension:
        return False
    return one.dimension is not Dimension.COUNT or one.quantity.unit == other.quantity.unit
