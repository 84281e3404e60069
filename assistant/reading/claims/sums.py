"""合计的断言：总数等于各项之和。"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal

from assistant.domain.quantities import Dimension
from assistant.domain.statements import Relationship
from assistant.reading.claims.closure import is_closed, is_opposed, is_split
from assistant.reading.claims.cues import Role
from assistant.reading.claims.formulas import TOTAL
from assistant.reading.claims.inputs import plain, signed
from assistant.reading.claims.items import REACH, Item, Paragraph
from assistant.reading.claims.judging import Claim, Doubt, Input, agrees
from assistant.reading.claims.known import Known
from assistant.reading.claims.naming import plural, same_thing
from assistant.reading.claims.nesting import Listing, same_unit
from assistant.reading.text.labels import GENERIC

_RATIOS = (Dimension.RATIO, Dimension.POINT)
_OF = {Dimension.SCORE: Relationship.SCORE_SUM, Dimension.COUNT: Relationship.COUNT}
_STOCKS = (Role.LEVEL, Role.FLOW)
_TOTAL_NAME = re.compile(
    r".{0,4}?(?:合计|总计|共计|累计|总共|共|小计)?(?:投入|支出|支付|安排|拨付|到位|发放|落实|下达|使用|筹集|收到)?"
)
_TO_DATE = re.compile("累计([^，。；：]{1,8})$")
_IN_ALL = re.compile("共|全年|总")
_EXHAUSTED = re.compile(r"分别[为是]|部分构成|部分组成|构成[为如：]")
_SEVERAL = re.compile(r"[^、]{2}、[^、]{2,}共|[^、]{2}、.*(?:合计|总计|小计)")
_ADDED = re.compile(r"^(?:再)?加(?:上)?")
_WITHIN = re.compile("^其中：?")
_FULL = re.compile(r"(?:总分|满分|总得分|综合得分|自评得分|合计得分|总分值|得分合计)(?:值)?$")


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
    told = (
        _IN_ALL.search(lead) and not paragraph.items[row[-1]].totals and not _SEVERAL.search(lead)
    )
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
        whole = listing.wholes[0]
        if len(rest) < 2:
            continue
        labels = [paragraph.subjects[i].core for i in rest]
        if is_closed(labels) or _holds(paragraph, whole, rest):
            yield _claim(paragraph, whole, rest)
            return


def _part(item: Item, number: int) -> Input:
    role = f"part{number}" if number else "total"
    return signed(item, role) if item.role is Role.CHANGE else plain(item, role)


def _totals(paragraph: Paragraph) -> Iterator[Claim]:
    """A万元、B万元，合计C万元；甲得分A、乙得分B，总分C。"""
    for at, item in enumerate(paragraph.items):
        if item.role is not Role.LEVEL:
            continue
        parts = _addends(paragraph, at)
        if len(parts) > 1:
            sure = _same_doing(paragraph, at, parts)
            claim = _claim(paragraph, at, parts)._replace(closed=True)
            yield claim if sure else claim._replace(doubt=Doubt.AGREE)


def _same_doing(paragraph: Paragraph, at: int, parts: Sequence[int]) -> bool:
    """累计支付：各项说的也是支付，才是它们之和；各项是到位的，累计支付是另一回事。"""
    doing = _TO_DATE.search(paragraph.lead(at))
    return doing is None or all(doing[1] in paragraph.lead(i) for i in parts)


def _addends(paragraph: Paragraph, at: int) -> list[int]:
    """合计之前的各项；写明是哪几项之和的，按名称取。"""
    item, subject = paragraph.items[at], paragraph.items[at].label.core
    if item.totals and (named := _named(paragraph, at, plural(subject))):
        return named
    if item.totals and (_SEVERAL.search(paragraph.lead(at)) or _foremost(paragraph, at)):
        return []
    score = item.dimension is Dimension.SCORE and _FULL.search(subject)
    if not score and not (item.totals and _bare(subject)):
        return []
    parts: list[int] = []
    for index in paragraph.back(at - 1):
        other = paragraph.items[index]
        if other.sentence != item.sentence or other.depth != item.depth:
            break
        if other.role in _STOCKS and same_unit(other, item):
            if _ended(other):
                break
            parts.insert(0, index)
        if other.opens is not None:
            break
    if parts and _ADDED.match(paragraph.lead(parts[0])):
        first = _added_to(paragraph, parts[0])
        return [first, *parts] if first >= 0 else []
    return parts


def _foremost(paragraph: Paragraph, at: int) -> bool:
    """前三名合计：是别处排过的前几名，不是这一句里的各项。"""
    return at > 0 and paragraph.items[at - 1].label.core.endswith("前")


def _added_to(paragraph: Paragraph, at: int) -> int:
    """上一句说了本级收入，这一句“加”起头：从上一句的数加起；没有为 -1。"""
    items = paragraph.items
    for index in paragraph.back(at - 1):
        if items[index].sentence < items[at].sentence - 1:
            break
        if items[index].role in _STOCKS and same_unit(items[index], items[at]):
            return index
    return -1


def _bare(name: str) -> bool:
    """没有自己的名称，或只是“三年、共、合计”。"""
    return name in GENERIC or bool(_TOTAL_NAME.fullmatch(name))


def _ended(other: Item) -> bool:
    """那一项自己就是合计；“得分分别为”起头的不是。"""
    return other.totals or bool(_FULL.search(other.label.core) and other.each != "分别")


def _named(paragraph: Paragraph, at: int, names: Sequence[str]) -> list[int]:
    """满意和基本满意合计：前面名为满意、基本满意的两项。"""
    found: list[int] = []
    for name in names:
        for index in paragraph.before(at, *_STOCKS):
            exact = same_thing(name, paragraph.subjects[index].core) >= 3
            if exact and same_unit(paragraph.items[index], paragraph.items[at]):
                found.append(index)
                break
    return found if len(found) == len(names) else []
