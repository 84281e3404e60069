"""没说“其中”的合计：共60个项目，优的20个、良的40个；发现9处，已整改7处，正在整改2处。"""

import re
from collections.abc import Collection, Iterator, Sequence

from assistant.domain.quantities import Dimension
from assistant.reading.claims.judging.judging import Claim, Doubt
from assistant.reading.claims.ratios.paralleled import row_of
from assistant.reading.claims.sentence.closure import is_sibling, is_split
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.items import REACH, Item, Paragraph
from assistant.reading.claims.sentence.kinds import same_unit
from assistant.reading.claims.sums.summing import total_claim

_RATIOS = (Dimension.RATIO, Dimension.POINT)
_STOCKS = (Role.LEVEL, Role.FLOW)
_IN_ALL = re.compile("共|全年|总")
_ALL_SPELLS = re.compile("一至四季度|四个季度|各季度|上、?下半年")
_UNDONE = ("未", "正在", "尚未")
_SEVERAL = re.compile(r"[^、]{2}、[^、]{2,}共|[^、]{2}、.*(?:合计|总计|小计)")


def implied_claims(paragraph: Paragraph, taken: Collection[int]) -> Iterator[Claim]:
    """没说“其中”的：共60个项目，优的20个、良的40个；发现9处，已整改7处，正在整改2处。"""
    items, at = paragraph.items, 0
    yield from _by_spell(paragraph)
    while at < len(items):
        row = row_from(paragraph, at)
        for size in range(len(row), 2, -1):
            whole, parts = row[0], row[1:size]
            loose = not any(i in taken for i in parts) and not any(items[i].totals for i in row)
            loose = loose and not items[parts[0]].follows
            labels = [paragraph.subjects[i].core for i in parts]
            loose = loose and not is_sibling(paragraph.subjects[whole].core, labels)
            if loose and is_split(labels):
                yield total_claim(paragraph, whole, parts)._replace(
                    doubt=_over(items, whole, parts)
                )
                break
        if len(row) > 2 and _is_total_of(paragraph, row):
            yield total_claim(paragraph, row[-1], row[:-1])
        at = row[-1] + 1 if len(row) > 2 else at + 1
    yield from _by_opposites(paragraph, taken)


def _over(items: Sequence[Item], whole: int, parts: Sequence[int]) -> Doubt:
    """有一项比前面的数还大，多半不是它的一项。"""
    most = max(items[i].quantity.base for i in parts)
    return Doubt.CAUSE if most > items[whole].quantity.base else Doubt.NONE


def _by_opposites(paragraph: Paragraph, taken: Collection[int]) -> Iterator[Claim]:
    """问题50项，涉及100万元，已整改40项，整改到位90万元，正在整改10项：隔着别的数，一正一反合成总数。"""
    items = paragraph.items
    for at, item in enumerate(items):
        if item.role not in _STOCKS or item.dimension in _RATIOS or at in taken:
            continue
        if not paragraph.subjects[at].core.startswith(_UNDONE):
            continue
        near = [
            i
            for i in paragraph.before(at, *_STOCKS)
            if same_unit(items[i], item) and items[i].depth == item.depth
        ][:2]
        apart = (
            len(near) > 1 and at - near[1] > 2 and not any(items[i].totals for i in (at, near[0]))
        )
        if apart and near[0] not in taken and _opposed(paragraph, near[0], at):
            yield total_claim(paragraph, near[1], (near[0], at))._replace(doubt=Doubt.CAUSE)


def _opposed(paragraph: Paragraph, one: int, other: int) -> bool:
    """已整改与未整改、正在整改。"""
    done, undone = (paragraph.subjects[i].core for i in (one, other))
    return done.startswith("已") and undone.startswith(_UNDONE) and is_split([done, undone])


def _by_spell(paragraph: Paragraph) -> Iterator[Claim]:
    """全年支出100万元，一至四季度分别支出……：分别所说的各季就是全年。"""
    items = paragraph.items
    for at in range(1, len(items)):
        row = row_of(paragraph, at)
        head = items[at].each == "分别" and row.start == at and len(row) in (2, 4)
        if head and _ALL_SPELLS.search(paragraph.lead(at)) and same_unit(items[at - 1], items[at]):
            yield total_claim(paragraph, at - 1, row)._replace(closed=True)


def _is_total_of(paragraph: Paragraph, row: Sequence[int]) -> bool:
    """上半年……，下半年……，全年共……：前面恰是一套，最后一个说的是总共。"""
    lead = paragraph.lead(row[-1])
    told = (
        _IN_ALL.search(lead) and not paragraph.items[row[-1]].totals and not _SEVERAL.search(lead)
    )
    return bool(told) and is_split([paragraph.subjects[i].core for i in row[:-1]])


def row_from(paragraph: Paragraph, at: int) -> list[int]:
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
        if paragraph.subjects[index].year == -1:
            break
        row.append(index)
    return row
