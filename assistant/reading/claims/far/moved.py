"""增减额也要加得起来：各项合成总数的，各项的增减合成总数的增减。

经费合计90万元，比上年减少8万元。其中：接待费30万元，比上年减少5万元；运行费60万元，比上年减少3万元。
所比的须是同一个（都比上年，或都比预算）；持平的算零。上年或许多出一项，所以不断定。
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.domain.findings import Span
from assistant.domain.statements import Relationship, Statement, Verdict
from assistant.reading.claims.judging.formulas import TOTAL
from assistant.reading.claims.judging.judging import Claim, Doubt
from assistant.reading.claims.sentence.closure import is_split
from assistant.reading.claims.sentence.comparisons import Comparison
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import signed
from assistant.reading.claims.sentence.items import REACH, Item, Paragraph
from assistant.reading.claims.sentence.kinds import same_unit
from assistant.reading.claims.sentence.nesting import ASPECT
from assistant.reading.claims.sentence.telling import telling
from assistant.reading.text.labels import PLANNED

_FLAT = re.compile("持平|一致|无增减|无变化|没有变化")
_NEAR = 2
_AROUND = 4


class Place(NamedTuple):
    """一个数在哪一段的第几个。"""

    paragraph: Paragraph
    at: int

    @property
    def item(self) -> Item:
        """那个数。"""
        return self.paragraph.items[self.at]


class Moved(NamedTuple):
    """一个数的一处增减；持平的没有数。"""

    against: Comparison
    item: Item | None


def moved_claims(
    paragraphs: Sequence[Paragraph], claims: Sequence[Claim], judged: Sequence[Statement]
) -> Iterator[Claim]:
    """各处增减额之和。"""
    moving = [each for each in paragraphs if sum(x.role is Role.CHANGE for x in each.items) > 1]
    for paragraph in moving:
        yield from _listed(paragraph)
    if moving:
        yield from _beside(paragraphs, claims, judged)


def _listed(paragraph: Paragraph) -> Iterator[Claim]:
    """减少8万元。其中：接待费减少5万元，运行费减少3万元：列的就是增减额。"""
    items = paragraph.items
    for at, item in enumerate(items):
        against = item.against
        opened = _opened(paragraph, at) if item.role is Role.CHANGE and against else 0
        near = [x.against for x in items[max(0, at - _AROUND) : at + _AROUND] if x.against]
        if against is not None and _is_earlier(against, near):
            continue
        if not opened or against is None or _nests(paragraph, opened):
            continue
        named: dict[str, int] = {}
        for i in range(opened, len(items)):
            other, name = items[i], paragraph.subjects[i].core
            if _another(items, opened, i):
                break
            alike = other.role is Role.CHANGE and same_unit(other, item)
            if alike and name and _same(against, other.against):
                named.setdefault(name, i)
        parts = [items[i] for i in named.values()]
        if len(parts) > 1:
            yield _claim(parts, item, complete=is_split([*named]))


def _nests(paragraph: Paragraph, opened: int) -> bool:
    """各项之中又有“其中”：里层的增减与外层的混在一起。"""
    return any(item.opens is not None for item in paragraph.items[opened + 1 :])


def _another(items: Sequence[Item], opened: int, at: int) -> bool:
    """另起一句又说一个存量，说的是另一件事；分别增加甲和乙，各属于谁要看前面，也到此为止。"""
    item = items[at]
    stock = item.role is Role.LEVEL and item.sentence != items[opened].sentence
    return stock or (item.role is Role.CHANGE and item.follows)


def _opened(paragraph: Paragraph, at: int) -> int:
    """其后由“其中”打头的第一个数；中间另有别的存量的没有，为零。"""
    items, item = paragraph.items, paragraph.items[at]
    for i in range(at + 1, min(at + 1 + REACH, len(items))):
        other = items[i]
        if other.sentence - item.sentence > _NEAR or other.depth:
            return 0
        if ASPECT.search(paragraph.between(i - 1, i)):  # 从征收部门看：分的是更前面的总数
            return 0
        if other.opens == "" or "其中" in paragraph.between(i - 1, i):  # 其中：无某某费；……
            return i
        if other.role is Role.LEVEL and same_unit(other, item):
            return 0
    return 0


def _beside(
    paragraphs: Sequence[Paragraph], claims: Sequence[Claim], judged: Sequence[Statement]
) -> Iterator[Claim]:
    """各项合成总数，算得通的：各项后面、总数后面都说了增减。"""
    places: dict[Span, Place] = {
        item.mention.span: Place(paragraph, at)
        for paragraph in paragraphs
        for at, item in enumerate(paragraph.items)
        if item.role is Role.LEVEL
    }
    for claim, each in zip(claims, judged, strict=True):
        summed = claim.formula is TOTAL and claim.relationship is Relationship.SUM
        if not summed or each.verdict is not Verdict.CONSISTENT:
            continue
        whole = places.get(each.stated.span)
        parts = [places[x.span] for x in each.operands if x.span in places]
        if whole is not None and len(parts) == len(each.operands) > 1:
            yield from _added(whole, parts)


def _added(whole: Place, parts: Sequence[Place]) -> Iterator[Claim]:
    complete = is_split([part.paragraph.subjects[part.at].core for part in parts])
    told = [list(_moves(part)) for part in parts]
    against = [each.against for each in _moves(whole)]
    for moved in _moves(whole):
        if moved.item is None or _is_earlier(moved.against, against):
            continue
        found = [next((x for x in row if _same(moved.against, x.against)), None) for row in told]
        items = [each.item for each in found if each is not None and each.item is not None]
        if None not in found and items:
            yield _claim(items, moved.item, complete=complete)


def _is_earlier(told: Comparison, every: Sequence[Comparison]) -> bool:
    """比上年增加……，比2019年减少……：另说了比上年的，写明的年份不是上年。"""
    years = {each.year for each in every}
    return -1 in years and told.year != -1 and told.year is not None


def _moves(place: Place) -> Iterator[Moved]:
    """一个数之后、下一个存量之前，同一句里说的各处增减。"""
    paragraph, item = place.paragraph, place.item
    end = len(paragraph.frame)
    for other in paragraph.items[place.at + 1 :]:
        stock = other.role in (Role.LEVEL, Role.REACHED, Role.FLOW) and same_unit(other, item)
        if other.sentence != item.sentence or stock or other.opens is not None:
            end = other.at
            break
        if other.role is Role.CHANGE and same_unit(other, item) and other.against is not None:
            yield Moved(other.against, other)
    stop = paragraph.frame.find("。", item.at, end)
    yield from _flats(paragraph, item.at, stop if stop >= 0 else end)


def _flats(paragraph: Paragraph, start: int, end: int) -> Iterator[Moved]:
    for each in paragraph.comparisons:
        if start < each.start < end and _FLAT.match(paragraph.frame, each.end, end):
            yield Moved(each, None)


def _same(one: Comparison, other: Comparison | None) -> bool:
    """比的是同一个：2023年预算与上年年初预算也是。没说比什么的，承前。"""
    if other is None:
        return True
    if (one.year is None) != (other.year is None):
        return False
    years = {one.year, other.year} - {-1, None}
    bases = {one.basis, other.basis} - {""}
    return len(years) < 2 and (len(bases) < 2 or bases <= PLANNED)


def _claim(parts: Sequence[Item], whole: Item, *, complete: bool) -> Claim:
    """各项不见得列全的，说得出错因才算。"""
    inputs = tuple(signed(part, f"part{n}") for n, part in enumerate(parts, 1))
    stated = signed(whole, "total")
    spans = [each.span for each in (stated, *inputs)]
    span = Span(min(spans).start, max(spans).end)
    doubt = Doubt.NONE if complete else Doubt.CAUSE if telling([whole, *parts]) else Doubt.AGREE
    return Claim(
        Relationship.SUM, TOTAL, inputs, stated, span, certain=False, closed=complete, doubt=doubt
    )
