"""合计的断言：总数等于各项之和。"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal

from assistant.domain.quantities import Dimension
from assistant.domain.statements import Relationship
from assistant.reading.claims.addends import SEVERAL, addends, same_doing
from assistant.reading.claims.closure import is_closed, is_opposed, is_split
from assistant.reading.claims.cues import Role
from assistant.reading.claims.formulas import TOTAL
from assistant.reading.claims.inputs import plain, signed
from assistant.reading.claims.items import REACH, Item, Paragraph
from assistant.reading.claims.judging import Claim, Doubt, Input, agrees
from assistant.reading.claims.known import Known
from assistant.reading.claims.naming import same_thing
from assistant.reading.claims.nesting import Listing, same_unit
from assistant.reading.text.labels import parse

_RATIOS = (Dimension.RATIO, Dimension.POINT)
_OF = {Dimension.SCORE: Relationship.SCORE_SUM, Dimension.COUNT: Relationship.COUNT}
_STOCKS = (Role.LEVEL, Role.FLOW)
_IN_ALL = re.compile("共|全年|总")
_EXHAUSTED = re.compile(r"分别[为是]|部分构成|部分组成|构成[为如：]")
_WITHIN = re.compile("^其中：?")
_INSIDE = re.compile("^([^中，。；：]{2,12})[中里]")


def sum_claims(paragraph: Paragraph, known: Known, lists: Iterable[Listing]) -> Iterator[Claim]:
    """一段里的合计。known 供总数不在本段时按名称查。"""
    lists = tuple(lists)
    for listing in lists:
        if len(listing.parts) > 1 and listing.wholes:
            yield _listed(paragraph, listing)
            yield from _second(paragraph, listing)
        elif len(listing.parts) > 1 and listing.name:
            yield from _elsewhere(paragraph, known, listing)
    yield from _totals(paragraph)
    yield from _implied(paragraph, {i for listing in lists for i in listing.parts})


def _implied(paragraph: Paragraph, taken: Collection[int]) -> Iterator[Claim]:
    """没说“其中”的：共60个项目，优的20个、良的40个；发现9处，已整改7处，正在整改2处。"""
    items, at = paragraph.items, 0
    while at < len(items):
        row = _row(paragraph, at)
        for size in range(len(row), 2, -1):
            whole, parts = row[0], row[1:size]
            loose = not any(i in taken or items[i].totals for i in parts)
            loose = loose and not items[parts[0]].follows
            if loose and is_split([paragraph.subjects[i].core for i in parts]):
                yield _claim(paragraph, whole, parts)
                break
        if len(row) > 2 and _is_total_of(paragraph, row):
            yield _claim(paragraph, row[-1], row[:-1])
        at = row[-1] + 1 if len(row) > 2 else at + 1


def _is_total_of(paragraph: Paragraph, row: Sequence[int]) -> bool:
    """上半年……，下半年……，全年共……：前面恰是一套，最后一个说的是总共。"""
    lead = paragraph.lead(row[-1])
    told = _IN_ALL.search(lead) and not paragraph.items[row[-1]].totals and not SEVERAL.search(lead)
    return bool(told) and is_split([paragraph.subjects[i].core for i in row[:-1]])


def _row(paragraph: Paragraph, at: int) -> list[int]:
    """从一个数起，同一句里接连的同类数。"""
    items, row = paragraph.items, [at]
    if items[at].role not in _STOCKS or items[at].dimension in _RATIOS:
        return row
    for index in range(at + 1, min(len(items), at + REACH)):
        item = items[index]
        if item.sentence != items[at].sentence or item.depth != items[at].depth:
            break
        if item.dimension in _RATIOS:
            continue
        if item.role not in _STOCKS or not same_unit(item, items[at]):
            break
        row.append(index)
    return row


def _listed(paragraph: Paragraph, listing: Listing) -> Claim:
    """列举的合计：总数和止于何处有几种可能的，取算得通的那种。"""
    ways = [
        (whole, parts) for parts in (listing.parts, *listing.longer) for whole in listing.wholes
    ]
    whole, parts = next((way for way in ways if _holds(paragraph, *way)), ways[0])
    return _claim(paragraph, whole, parts, certain=listing.named or len(listing.wholes) == 1)


def _elsewhere(paragraph: Paragraph, known: Known, listing: Listing) -> Iterator[Claim]:
    """基本支出由甲、乙构成，总数写在别的段。"""
    first = paragraph.items[listing.parts[0]]
    whole = known.find(listing.name, first.dimension)
    if whole is not None:
        claim = _claim(paragraph, listing.parts[0], listing.parts, certain=False)
        yield claim._replace(stated=whole._replace(role="total"))


def _holds(paragraph: Paragraph, whole: int, parts: Sequence[int]) -> bool:
    items = paragraph.items
    inputs = [_part(items[i], n) for n, i in enumerate(parts, 1)]
    return agrees(TOTAL, inputs, _part(items[whole], 0))


def _claim(
    paragraph: Paragraph, whole: int, parts: Sequence[int], *, certain: bool = True
) -> Claim:
    items = paragraph.items
    first, last = min(whole, *parts), max(whole, *parts)
    deducted = "扣" in paragraph.lead(whole)
    return Claim(
        Relationship.SUM if deducted else _OF.get(items[whole].dimension, Relationship.SUM),
        TOTAL,
        tuple(_part(items[i], n) for n, i in enumerate(parts, 1)),
        _part(items[whole], 0),
        paragraph.flow.span(items[first].spot.start, items[last].spot.end),
        certain=certain,
        closed=_closed(paragraph, whole, parts),
    )


def _closed(paragraph: Paragraph, whole: int, parts: Sequence[int]) -> bool:
    """所列是不是全部：话里说了、名称成套，或各项占比合起来是百分之百。"""
    if is_closed([paragraph.subjects[i].core for i in parts]):
        return True
    if is_opposed([_WITHIN.sub("", paragraph.lead(i)) for i in parts]):
        return True
    if whole < parts[0] and _EXHAUSTED.search(paragraph.between(whole, parts[0])):
        return True
    last = paragraph.items[parts[-1]].sentence
    shares = [
        item.quantity.value
        for item in paragraph.items[whole : parts[-1] + REACH]
        if item.role is Role.SHARE and item.sentence == last
    ]
    return len(shares) == len(parts) and abs(sum(shares, Decimal(0)) - 100) <= len(shares)


def _second(paragraph: Paragraph, listing: Listing) -> Iterator[Claim]:
    """同句分号之后又列一遍：按达到、未达到再分，也合成同一个总数。"""
    for longer in listing.longer:
        rest = longer[len(listing.parts) :]
        whole = _within(paragraph, listing.parts, rest)
        whole = listing.wholes[0] if whole < 0 else whole
        if len(rest) < 2:
            continue
        labels = [paragraph.subjects[i].core for i in rest]
        if is_closed(labels) or _holds(paragraph, whole, rest):
            yield _claim(paragraph, whole, rest)
            return


def _within(paragraph: Paragraph, parts: Sequence[int], rest: Sequence[int]) -> int:
    """本年收入中甲多少、乙多少：再列的是前一项之中的；没有点名为 -1。"""
    told = _INSIDE.match(paragraph.lead(rest[0])) if rest else None
    name = parse(told[1]).core if told else ""
    same = (i for i in parts if name and same_thing(name, paragraph.subjects[i].core) >= 2)
    return next(same, -1)


def _part(item: Item, number: int) -> Input:
    role = f"part{number}" if number else "total"
    return signed(item, role) if item.role is Role.CHANGE else plain(item, role)


def _totals(paragraph: Paragraph) -> Iterator[Claim]:
    """A万元、B万元，合计C万元；甲得分A、乙得分B，总分C。"""
    for at, item in enumerate(paragraph.items):
        if item.role is not Role.LEVEL:
            continue
        parts = addends(paragraph, at)
        if len(parts) > 1:
            sure = same_doing(paragraph, at, parts)
            claim = _claim(paragraph, at, parts)._replace(closed=True)
            yield claim if sure else claim._replace(doubt=Doubt.AGREE)
