"""增减的本年数：由近及远、由确定到可能——由……到……的、同句同名的、同句最近的、上一句的。

只有句子结构定得死的才算有把握；有几个都可能的，全部交出去，任何一个说得通就不算错。
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from assistant.domain.quantities import Dimension
from assistant.reading.claims.changes.moves import MEASURES, Move
from assistant.reading.claims.changes.priors import is_prior, latest_year, named_base
from assistant.reading.claims.changes.wanted import Found, Wanted
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.governing import grand
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.naming import GRAND, plural, same_thing
from assistant.reading.claims.sentence.passing import passing
from assistant.reading.claims.sentence.wholes import wholes_of
from assistant.reading.text.labels import GENERIC, PLANNED, Label, essence, parse

_SUBJECT = re.compile(
    r"(?:支出|收入|经费|费|费用|资金|决算|预算|总计|合计|余额)(?:决算|预算)?(?:总)?[数额]?(?:比|无|没有|持平|基本持平)"
)
_CLAUSE = re.compile("[^，。；：、（）\ue000-\ue00f]{2,8}$")
_PASSED = ("超过", "突破", "超", "逾", "不足", "不到")
_NEAR = 2  # 中间隔一句“主要原因是……”
_RATIOS = (Dimension.POINT, Dimension.RATIO)
_DONE = ("final", "executed")
_THEN = re.compile("(?:全年|本年|今年|当年|年末|年底|最终|累计|实际)?共?(?:[为达是升增降减]|总额)")
_SHORT = re.compile("(?:[还尚仍]差|相差|差距|缺口)(?:了|为)?$")
_RELATIONS = (Role.CHANGE, Role.RATE, Role.SHARE, Role.COMPLETION)


def currents(paragraph: Paragraph, move: Move, fits: Wanted, before: Sequence[int]) -> Found:
    """本年数。before 是已认定的上年数，不在其列。"""
    items = paragraph.items
    head = items[move.first]
    if move.reached >= 0 and fits(items[move.reached]):
        return Found((move.reached,), True)
    if head.host >= 0 and not move.name and fits(items[head.host]):
        return Found((head.host,), True)
    pool = _pool(paragraph, move, fits, before)
    here = _of_year(paragraph, move, [i for i in pool if items[i].sentence == head.sentence])
    if exact := _same_word(paragraph, move, here):
        return Found(exact, len(exact) == 1 and (len(here) == 1 or move.name in GENERIC))
    if move.name not in GENERIC:
        return _named(paragraph, move, pool) or _following(paragraph, move, fits)
    if own := _of_basis(paragraph, move, here) or _told_again(paragraph, move, pool):
        return Found(own, True)
    if another(paragraph, move):
        return _following(paragraph, move, fits)
    if both := _both_sides(paragraph, move, here):
        return Found(both, True, every=True)
    if here:
        return _nearest(paragraph, move, here)
    if total := grand(paragraph, move.first, move.name, pool):
        return Found(total, True)
    return _last_said(paragraph, move, fits, pool)


def _last_said(paragraph: Paragraph, move: Move, fits: Wanted, pool: Sequence[int]) -> Found:
    """这一句没有的：说完增减再说的，前一两句末了说的。"""
    items, head = paragraph.items, paragraph.items[move.first]
    near = next((items[i].sentence for i in pool if not items[i].depth), -1)
    near = near if head.sentence - near <= _NEAR else -1
    last = [i for i in pool if items[i].sentence == near and not items[i].depth]
    if divided := _divided(paragraph, last, pool):
        return Found((*divided, *last[::-1]))
    after = _following(paragraph, move, fits)
    return (
        after
        if after.indexes
        else Found((*_over(paragraph, last, pool), *last[::-1]), len(last) == 1)
    )


def _over(paragraph: Paragraph, last: Sequence[int], pool: Sequence[int]) -> tuple[int, ...]:
    """甲100万元。其中，乙60万元，丙40万元。比上年减少……：前一句列的是各项，说的多半是它们的总数。"""
    if len(last) < 2 or paragraph.items[last[-1]].opens != "":
        return ()
    before = paragraph.items[last[-1]].sentence - 1
    return tuple(i for i in pool if paragraph.items[i].sentence == before)[:1]


def _divided(paragraph: Paragraph, last: Sequence[int], pool: Sequence[int]) -> list[int]:
    """支出10万元。其中运行费7万元，接待费3万元。比上年……：整句是各项，说的多半是它们的总数。"""
    first = min(last, default=0)
    if paragraph.items[first].opens is None:
        return []
    return [i for i in wholes_of(paragraph, first, first)[0] if i in pool][:1]


def _told_again(paragraph: Paragraph, move: Move, pool: Sequence[int]) -> tuple[int, ...]:
    """本年收入900万元……；本年收入较上年增加……：写着本年的同一个名称，说的就是前面那个数。"""
    label = paragraph.items[move.first].label
    if label.year != 0 or not label.core:
        return ()
    sentence = paragraph.items[move.first].sentence
    near = (i for i in pool if sentence - paragraph.items[i].sentence <= 2)
    return tuple(i for i in near if paragraph.items[i].label == label)[:1]


def _both_sides(paragraph: Paragraph, move: Move, here: Sequence[int]) -> tuple[int, ...]:
    """收入总计……，支出总计……，各增加50万元：说的是紧挨着的一收一支两个数。"""
    sides = [essence(paragraph.subjects[i].core)[-1:] for i in here[:2]]
    each = paragraph.items[move.first].each in ("各", "均")
    return tuple(here[:2]) if each and sorted(sides) == ["支", "收"] else ()


def _of_year(paragraph: Paragraph, move: Move, here: list[int]) -> list[int]:
    """2023年比2021年增长：写明本年是哪一年的，取那一年的数。"""
    told = paragraph.items[move.first].label.year or 0
    return [i for i in here if told > 0 and paragraph.subjects[i].year == told] or here


def _pool(paragraph: Paragraph, move: Move, fits: Wanted, before: Sequence[int]) -> list[int]:
    """可能的本年数，由近及远：同类，不在更里层，不是拿来比的。"""
    items, head = paragraph.items, paragraph.items[move.first]
    latest = latest_year(paragraph, move.first)
    return [
        index
        for index in paragraph.back(move.first - 1)
        if fits(items[index])
        and index not in before
        and items[index].depth <= head.depth
        and items[index].reason == head.reason
        and not is_prior(paragraph.subjects[index], move.against, latest)
        and not named_base(paragraph.subjects[index], move.against)
        and items[index].mention.qualifier not in _PASSED
        and not _SHORT.search(paragraph.lead(index))
        and not passing(paragraph.lead(index))
    ]


def _same_word(paragraph: Paragraph, move: Move, here: Sequence[int]) -> tuple[int, ...]:
    """增幅比上年提高：说的是前面那个比率。

    收入同比……，支出同比……：名称太泛，但同一句里正有写着这两个字的数，各对各的。
    """
    if move.name in MEASURES and paragraph.items[move.first].dimension in _RATIOS:
        return tuple(here[:1])
    if move.name not in GENERIC or not move.name:
        return ()
    told = {paragraph.items[i].label.core for i in here}
    alike = tuple(i for i in here if paragraph.items[i].label.core == move.name)
    return alike if len(told - {""}) > 1 else ()


def _of_basis(paragraph: Paragraph, move: Move, here: Sequence[int]) -> tuple[int, ...]:
    """“决算数比年初预算数多”：只写口径的，是同一句里那个口径的数。"""
    if move.against is None or not move.against.basis:
        return ()
    said = _CLAUSE.search(paragraph.frame[: move.against.start])
    basis = parse(said[0]) if said else Label("")
    if basis.core not in GENERIC or basis.basis not in _DONE:
        return ()
    return tuple(i for i in here if paragraph.subjects[i].basis in _DONE)[:1]


def another(paragraph: Paragraph, move: Move) -> bool:
    """增减之前另起了话头而没有给数：某某支出比预算无变化，比上年增加……。"""
    if move.name not in GENERIC:
        return False
    end = paragraph.items[move.first].at
    start = paragraph.items[move.first - 1].at + 1 if move.first else 0
    said = paragraph.frame[start:end]
    inside = slice(
        bisect_left(paragraph.comparisons, start, key=attrgetter("start")),
        bisect_right(paragraph.comparisons, end, key=attrgetter("end")),
    )
    for each in reversed(paragraph.comparisons[inside]):
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
    own = [
        i for i in pool if subjects[i].core not in GENERIC and _told(move.name, subjects[i].core)
    ]
    scores = [(same_thing(move.name, subjects[i].core), i) for i in own]
    best = max((score for score, _ in scores), default=0)
    if best < 2:
        return None
    matched = [i for score, i in scores if score == best]
    matched = [i for i in matched if subjects[i].core.endswith(move.name)] or matched
    return Found(tuple(matched), best >= 3 or len(matched) == 1)


def _told(name: str, core: str) -> bool:
    """“债务还本支出”不是“支出总计”：总数只有说总数的才指它。"""
    return essence(core) not in GRAND or essence(name) in GRAND


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
    said = _THEN.match(paragraph.between(move.last, index).strip("，；"))
    return Found((index,), True) if bare and said and fits(item) else Found()


def _nearest(paragraph: Paragraph, move: Move, here: Sequence[int]) -> Found:
    """没写名称的：同句最近的数。别的数另有着落，或在分号之前，才算有把握。"""
    count = max(len(move.amounts), len(move.rates))
    if count > 1:
        return Found(tuple(here[:count]), len(here) >= count, every=True)
    nearest = here[0]
    rivals = [i for i in here[1:] if _rival(paragraph, i, nearest, move.first)]
    inner = paragraph.items[nearest].opens == ""
    if inner and move.against and move.against.basis in PLANNED and rivals:
        return Found()  # 完成甲，其中乙，超计划丙：乙另有自己的计划
    sole = len(rivals) == 1 and rivals[0] == nearest - 1 and inner
    return Found((nearest, *rivals), not rivals or sole)


def _rival(paragraph: Paragraph, index: int, nearest: int, first: int) -> bool:
    """另一个数也可能是本年数；最近的数刚说过占它几成的，它是整体，不是。"""
    items, subjects = paragraph.items, paragraph.subjects
    head = items[first]
    if items[index].part != head.part and items[nearest].part == head.part:
        return False
    if subjects[index].basis in PLANNED and subjects[nearest].basis not in PLANNED:
        return False
    shares = (items[i].whole for i in range(nearest + 1, first) if items[i].role is Role.SHARE)
    if any(same_thing(parse(said).core, subjects[index].core) >= 2 for said in shares if said):
        return False
    after = items[index + 1]
    used = after.role in _RELATIONS and after.clause - items[index].clause <= 1
    return not (used and index + 1 < nearest)
