"""同一个数写在两处：元与万元互见，前后两次提到。"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from assistant.domain.quantities import Dimension
from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import SAME
from assistant.reading.claims.judging.judging import Claim, agrees
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Item, Paragraph
from assistant.reading.claims.sentence.naming import own_unit
from assistant.reading.text.labels import GENERIC, Label

_CONVERTED = re.compile(r"（(?:即|合|折合|约合|折|也就是)?|，(?:即|折合|合计|合|也就是|折算为)")
_EACH = re.compile("每|均|单价|标准")
_TOLD = re.compile("即|折|也就是")
_STOCKS = (Role.LEVEL, Role.REACHED, Role.WHOLE, Role.BASE)
MIN_NAME = 4
MAX_TITLE = 4


class Mentioned(NamedTuple):
    """一次提到：数和它补全后的名称。"""

    item: Item
    label: Label


def conversion_claims(paragraph: Paragraph) -> Iterator[Claim]:
    """12.35万元（123456.78元）：两种单位说的是同一个数。"""
    items = paragraph.items
    for at in range(1, len(items)):
        one, other = items[at - 1], items[at]
        money = one.dimension is Dimension.MONEY is other.dimension
        if not money or not paragraph.frame.startswith(("（", "，"), one.at + 1):
            continue
        if _EACH.search(one.lead):
            continue
        between = paragraph.between(at - 1, at)
        if _told(one, other) or _TOLD.search(between):
            closed = paragraph.frame.startswith(("）", "，", "。", "；"), other.at + 1)
            if closed and _CONVERTED.fullmatch(between):
                yield Claim(
                    Relationship.SAME_AS,
                    SAME,
                    (plain(other, "other"),),
                    plain(one, "this"),
                    paragraph.flow.span(one.spot.start, other.spot.end),
                )


def _told(one: Item, other: Item) -> bool:
    """换了单位；或单位忘了换，数恰差一万倍。"""
    if one.quantity.unit != other.quantity.unit or not one.quantity.value:
        return one.quantity.unit != other.quantity.unit
    return abs(other.quantity.value / one.quantity.value / 10_000 - 1) < Decimal("0.001")


def repetition_claims(paragraphs: Sequence[Paragraph]) -> Iterator[Claim]:
    """名称、口径、年份全同的两次提到应是同一个数；有三种以上取值的，多半不是一回事。"""
    found: dict[tuple[str, str, int, str], list[Mentioned]] = {}
    unit = own_unit(each.text for each in paragraphs[:MAX_TITLE])
    for paragraph in paragraphs:
        for item, label in zip(paragraph.items, paragraph.subjects, strict=True):
            if _worth(item, label):
                name = label.core.removeprefix(unit)
                key = (name, label.basis, label.year or 0, item.dimension.value)
                found.setdefault(key, []).append(Mentioned(item, label))
    for mentioned in found.values():
        if len(mentioned) > 1:
            yield from _repeated(mentioned)


def _worth(item: Item, label: Label) -> bool:
    """自己写着名称、写着年份的金额。"""
    return (
        item.role in (Role.LEVEL, Role.REACHED)
        and item.dimension is Dimension.MONEY
        and not item.reason
        and not item.follows
        and label.core == item.label.core
        and label.core not in GENERIC
        and len(label.core) >= MIN_NAME
        and (label.year or 0) > 0
    )


def _repeated(mentioned: Sequence[Mentioned]) -> Iterator[Claim]:
    first = mentioned[0].item
    values = {each.item.quantity.base for each in mentioned}
    for each in mentioned[1:]:
        stated, source = plain(each.item, "this"), plain(first, "other")
        if len(values) <= 2 or agrees(SAME, (source,), stated):
            yield Claim(Relationship.SAME_AS, SAME, (source,), stated, stated.span, certain=False)
