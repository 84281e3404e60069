"""增减的两头：一组增减的本年数和上年数各是文中哪一个。

由近及远、由确定到可能：夹在比较里的、由……到……的、同句同名的、同句最近的、上一句的。
只有句子结构定得死的才算有把握；有几个都可能的，全部交出去，任何一个说得通就不算错。
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from assistant.domain.quantities import Dimension
from assistant.reading.claims.comparisons import Comparison
from assistant.reading.claims.cues import Role
from assistant.reading.claims.governing import grand
from assistant.reading.claims.items import REACH, Item, Paragraph
from assistant.reading.claims.moves import Move
from assistant.reading.claims.naming import plural, same_thing
from assistant.reading.claims.nesting import same_unit
from assistant.reading.text.labels import GENERIC, PLANNED, Label, parse

_SUBJECT = re.compile(
    r"(?:支出|收入|经费|费|费用|资金|决算|预算|总计|合计|余额)(?:决算|预算)?(?:总)?[数额]?(?:比|无|没有|持平|基本持平)"
)
_LEVELS = (Role.LEVEL, Role.REACHED, Role.FLOW, Role.MEAN)
_RATES = (*_LEVELS, Role.COMPLETION, Role.SHARE, Role.RATE)
_RELATIONS = (Role.CHANGE, Role.RATE, Role.SHARE, Role.COMPLETION)
_RATIOS = (Dimension.RATIO, Dimension.POINT)
Wanted = Callable[[Item], bool]


class Found(NamedTuple):
    """找到的数，最可能的在前；certain 为假表示有别的可能；every 表示说的是其中每一个。"""

    indexes: tuple[int, ...] = ()
    certain: bool = False
    every: bool = False


def wanted(like: Item) -> Wanted:
    """与某个数同类的本年数、上年数。"""
    if like.dimension in _RATIOS:
        return lambda item: item.dimension is Dimension.RATIO and item.role in _RATES
    if like.dimension is Dimension.COUNT:
        return lambda item: item.quantity.unit == like.quantity.unit and item.role in _LEVELS
    return lambda item: item.dimension is like.dimension and item.role in _LEVELS


def anything(item: Item) -> bool:
    """单说增减幅度时，任何一类数都可能。"""
    if item.role in (Role.COMPLETION, Role.SHARE):
        return item.dimension is Dimension.RATIO
    return item.role in _LEVELS and item.dimension is not Dimension.POINT


def priors(paragraph: Paragraph, move: Move, fits: Wanted) -> Found:
    """上年数（或其他比较对象的数）。"""
    items = paragraph.items
    if move.base >= 0:
        return Found((move.base,), True)
    if move.origin >= 0:
        return Found(_origins(paragraph, move.origin), True)
    after = _bracketed(paragraph, move, fits) or _afterwards(paragraph, move, fits)
    if after is not None:
        return Found((after,), True)
    head = items[move.first]
    latest = latest_year(paragraph, move.first)
    found = [
        index
        for index in paragraph.back(move.first - 1)
        if (fits(items[index]) or _is_plan(items[index], head))
        and (items[index].depth <= head.depth or items[index].host >= 0)
        and items[index].reason == head.reason
        and (
            is_prior(paragraph.subjects[index], move.against, latest)
            or _named_base(paragraph.subjects[index], move.against)
        )
    ]
    here = [i for i in found if items[i].sentence == head.sentence]
    return Found(tuple(here or found[:1]), len(here) == 1)


def _origins(paragraph: Paragraph, origin: int) -> tuple[int, ...]:
    """由甲、乙降至丙：从哪一个算起都可能。"""
    part = paragraph.items[origin].part
    earlier = (i for i in paragraph.before(origin, Role.ORIGIN) if paragraph.items[i].part == part)
    return (origin, *earlier)


def _is_plan(item: Item, head: Item) -> bool:
    """完成计划……的，夹着的计划数。"""
    return item.role is Role.WHOLE and same_unit(item, head)


def _named_base(label: Label, against: Comparison | None) -> bool:
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


def currents(paragraph: Paragraph, move: Move, fits: Wanted, before: Sequence[int]) -> Found:
    """本年数。before 是已认定的上年数，不在其列。"""
    items = paragraph.items
    head = items[move.first]
    if move.reached >= 0 and fits(items[move.reached]):
        return Found((move.reached,), True)
    if head.host >= 0 and not move.name and fits(items[head.host]):
        return Found((head.host,), True)
    latest = latest_year(paragraph, move.first)
    pool = [
        index
        for index in paragraph.back(move.first - 1)
        if fits(items[index])
        and index not in before
        and items[index].depth <= head.depth
        and items[index].reason == head.reason
        and not is_prior(paragraph.subjects[index], move.against, latest)
        and not _named_base(paragraph.subjects[index], move.against)
    ]
    here = [i for i in pool if items[i].sentence == head.sentence]
    if move.name not in GENERIC:
        return _named(paragraph, move, pool) or _following(paragraph, move, fits)
    if another(paragraph, move):
        return _following(paragraph, move, fits)
    if here:
        return _nearest(paragraph, move, here)
    if total := grand(paragraph, move.first, move.name, pool):
        return Found(total, True)
    last = [i for i in pool if items[i].sentence == head.sentence - 1 and not items[i].depth]
    after = _following(paragraph, move, fits)
    return after if after.indexes else Found(tuple(last[::-1]), len(last) == 1)


def another(paragraph: Paragraph, move: Move) -> bool:
    """增减之前另起了话头而没有给数：某某支出比预算无变化，比上年增加……。"""
    if move.name not in GENERIC:
        return False
    end = paragraph.items[move.first].at
    start = paragraph.items[move.first - 1].at + 1 if move.first else 0
    said = paragraph.frame[start:end]
    for each in reversed(paragraph.comparisons):
        if start <= each.start and each.end <= end:
            said = said[: each.start - start] + "比" + said[each.end - start :]
    return bool(_SUBJECT.search(said))


def _named(paragraph: Paragraph, move: Move, pool: Sequence[int]) -> Found | None:
    """与增减写着同一个名称的数；收、支一起说的，各是各的。"""
    subjects = paragraph.subjects
    several = plural(move.name)
    if several:
        matched = [i for i in pool if same_thing(move.name, subjects[i].core) >= 2]
        nearest = matched or [
            i for name in several for i in pool if same_thing(name, subjects[i].core) >= 2
        ]
        nearest = sorted(set(nearest), reverse=True)[: max(2, len(move.amounts), len(move.rates))]
        return Found(tuple(nearest), True, every=True) if nearest else None
    own = [i for i in pool if subjects[i].core not in GENERIC]
    scores = [(same_thing(move.name, subjects[i].core), i) for i in own]
    best = max((score for score, _ in scores), default=0)
    if best < 2:
        return None
    matched = [i for score, i in scores if score == best]
    return Found(tuple(matched), best >= 3 or len(matched) == 1)


def _following(paragraph: Paragraph, move: Move, fits: Wanted) -> Found:
    """说完增减再说达到多少。"""
    items = paragraph.items
    index = move.last + 1
    if index >= len(items) or items[index].sentence != items[move.last].sentence:
        return Found()
    item = items[index]
    if item.role is Role.REACHED and fits(item) and item.part == items[move.last].part:
        return Found((index,), True)
    bare = not item.label.core and not item.opens and item.depth == items[move.last].depth
    said = (
        paragraph.between(move.last, index)
        .strip("，；")
        .startswith(("为", "达", "总额", "是", "升", "增", "降", "减"))
    )
    return Found((index,), True) if bare and said and fits(item) else Found()


def _nearest(paragraph: Paragraph, move: Move, here: Sequence[int]) -> Found:
    """没写名称的：同句最近的数。别的数另有着落，或在分号之前，才算有把握。"""
    head = paragraph.items[move.first]
    count = max(len(move.amounts), len(move.rates))
    if count > 1:
        return Found(tuple(here[:count]), len(here) >= count, every=True)
    nearest = here[0]
    rivals = [i for i in here[1:] if _rival(paragraph, i, nearest, head)]
    return Found((nearest, *rivals), not rivals)


def _rival(paragraph: Paragraph, index: int, nearest: int, head: Item) -> bool:
    """另一个数也可能是本年数。"""
    items, subjects = paragraph.items, paragraph.subjects
    if items[index].part != head.part and items[nearest].part == head.part:
        return False
    if subjects[index].basis in PLANNED and subjects[nearest].basis not in PLANNED:
        return False
    after = items[index + 1]
    used = after.role in _RELATIONS and after.clause - items[index].clause <= 1
    return not (used and index + 1 < nearest)
