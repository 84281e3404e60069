"""增减的上年数（或其他比较对象的数）：夹在比较里的、由……到……的、写明年份或口径的。"""

import re

from assistant.domain.quantities import Dimension
from assistant.reading.claims.changes.moves import Move
from assistant.reading.claims.changes.wanted import Found, Wanted
from assistant.reading.claims.sentence.comparisons import Comparison
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.items import REACH, Item, Paragraph
from assistant.reading.claims.sentence.kinds import same_unit
from assistant.reading.claims.sentence.naming import same_thing
from assistant.reading.claims.sentence.owing import OWED
from assistant.reading.text.labels import GENERIC, PLANNED, Label, parse

_OPENING = re.compile(
    "[年期]初(?!(?:部门|批复|批准|安排|核定|下达)?(?:的)?(?:预算|计划|目标))|上年末|上年结[转余]"
)

_FLOWS = re.compile("(?:支出|收入)(?:合计|总计|总额)?$")
_SPELL = re.compile("[一二三四上前本]个?(?:季度?|半年|月|周|期)|下半年|\\d{1,2}月")


def priors(paragraph: Paragraph, move: Move, fits: Wanted) -> Found:
    """上年数（或其他比较对象的数）。"""
    items = paragraph.items
    if move.base >= 0 and not _of_another_kind(paragraph, move):
        return Found((move.base,), True)
    if move.origin >= 0:
        return Found(_origins(paragraph, move), True)
    after = _bracketed(paragraph, move, fits) or _afterwards(paragraph, move, fits)
    if after is not None:
        return Found((after,), True)
    head = items[move.first]
    latest = latest_year(paragraph, move.first)
    found = [
        index
        for index in paragraph.back(move.first - 1)
        if (fits(items[index]) or _is_plan(items[index], head))
        and not (items[index].role is Role.COMPLETION and items[index].whole)
        and (items[index].depth <= head.depth or items[index].host >= 0)
        and items[index].reason == head.reason
        and not _flowed(paragraph, index, move.against)
        and (
            is_prior(paragraph.subjects[index], move.against, latest)
            or named_base(paragraph.subjects[index], move.against)
            or _opening(paragraph, index, move.against)
            or _owed(paragraph, index, move)
        )
    ]
    if not found and (last := _last_spell(paragraph, move, fits)) is not None:
        return Found((last,), True)
    here = [i for i in found if items[i].sentence == head.sentence]
    if move.name and len(here) > 1:
        here = [i for i in here if items[i].label.core == move.name] or here
    return Found(tuple(here or found[:1]), len(here) == 1)


def _of_another_kind(paragraph: Paragraph, move: Move) -> bool:
    """比去年同期前100家企业纳税额增加5000万元：夹着的是家数，不是上年的钱。"""
    base, ratios = paragraph.items[move.base], (Dimension.RATIO, Dimension.POINT)
    return base.dimension not in ratios and any(
        not same_unit(base, paragraph.items[i]) for i in move.amounts
    )


def _last_spell(paragraph: Paragraph, move: Move, fits: Wanted) -> int | None:
    """一季度甲，二季度乙，环比增长：上一期是前面写着期间的倒数第二个数。"""
    items = paragraph.items
    if move.against is None or move.against.text != "环比":
        return None
    spells = [
        i
        for i in paragraph.back(move.first - 1)
        if items[i].sentence == items[move.first].sentence
        and fits(items[i])
        and _SPELL.search(paragraph.lead(i))
    ]
    return spells[1] if len(spells) == 2 else None


def _origins(paragraph: Paragraph, move: Move) -> tuple[int, ...]:
    """由2021年的甲、2022年的乙增加到……：写明比哪一年的用那一年的，没写的都可能。"""
    items, first = paragraph.items, move.origin
    while first and items[first - 1].role is Role.ORIGIN:
        first -= 1
    told = move.against.year if move.against else None
    matched = [i for i in range(first, move.origin + 1) if paragraph.subjects[i].year == told]
    if told and told > 0 and matched:
        return tuple(matched[:1])
    return tuple(range(move.origin, first - 1, -1))


def _opening(paragraph: Paragraph, index: int, against: Comparison | None) -> bool:
    """较年初增加：比的是写着年初、上年末的数。"""
    told = against is not None and against.year is None and _OPENING.search(against.text)
    return bool(told and _OPENING.search(paragraph.lead(index)))


def _owed(paragraph: Paragraph, index: int, move: Move) -> bool:
    """计划330米，实际338米，超计划2.5%：挨着的计划、实际、超的幅度；说超多少的另有断言。"""
    against = move.against
    told = against is not None and against.basis == "plan" and against.year is None
    beside = not move.amounts and move.first - index == 2
    whole = beside and paragraph.items[index + 1].opens is None
    return told and whole and OWED.search(paragraph.lead(index)) is not None


def _flowed(paragraph: Paragraph, index: int, against: Comparison | None) -> bool:
    """较年初增加：上年的支出、收入是一年的发生额，不是年初的数。"""
    stock = against is not None and against.year is None and _OPENING.search(against.text)
    return bool(stock and _FLOWS.search(paragraph.subjects[index].core))


def _is_plan(item: Item, head: Item) -> bool:
    """完成计划……的，夹着的计划数。"""
    return item.role is Role.WHOLE and same_unit(item, head)


def named_base(label: Label, against: Comparison | None) -> bool:
    """下半年比上半年多：比较对象是前面一个数的名称。"""
    if against is None or against.basis or against.year is not None or not label.core:
        return False
    return same_thing(parse(against.text).core, label.core) >= 2


def _bracketed(paragraph: Paragraph, move: Move, fits: Wanted) -> int | None:
    """其后括号里注明的上年数。"""
    items = paragraph.items
    for index in range(move.last + 1, min(move.last + 3, len(items))):
        item = items[index]
        if item.sentence != items[move.last].sentence or item.depth <= items[move.last].depth:
            return None
        if fits(item) and is_prior(paragraph.subjects[index], move.against, 0):
            return index
    return None


def _afterwards(paragraph: Paragraph, move: Move, fits: Wanted) -> int | None:
    """说完增减再说上年为多少。"""
    items, index = paragraph.items, move.last + 1
    if index >= len(items) or items[index].sentence != items[move.last].sentence:
        return None
    item = items[index]
    near = item.clause - items[move.last].clause <= 1 and item.part == items[move.last].part
    bare = item.label.core in GENERIC and paragraph.subjects[index].year == -1
    return index if near and bare and fits(item) else None


def latest_year(paragraph: Paragraph, index: int) -> int:
    """到这一句为止写明的最近一年。"""
    here = paragraph.items[index].sentence
    near = range(max(0, index - REACH), min(len(paragraph.items), index + REACH))
    years = [paragraph.subjects[i].year or 0 for i in near if paragraph.items[i].sentence == here]
    return max(years, default=0)


def is_prior(label: Label, against: Comparison | None, latest: int) -> bool:
    """这个数就是比较对象本身。"""
    if label.year == -1:
        return against is None or against.year in (None, -1)
    base_year = against.year if against else None
    if against and against.basis and not base_year and label.basis and label.year in (latest, 0):
        return _basis(label, against)  # 2024年预算甲，支出乙，比预算节约：比的是当年的预算
    if label.year:
        if base_year and base_year > 0:
            return label.year == base_year and _basis(label, against)
        return 0 < label.year < latest and (against is None or not against.basis or base_year == -1)
    return bool(against and against.basis and not base_year) and _basis(label, against)


def _basis(label: Label, against: Comparison | None) -> bool:
    """口径不冲突。"""
    if against is None or not against.basis or not label.basis:
        return against is None or not against.basis or against.year is not None
    planned = {against.basis, label.basis} <= PLANNED
    return label.basis == against.basis or (planned and against.basis == "budget")
