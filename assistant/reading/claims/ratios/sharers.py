"""占比说的是谁：括号外的那个数、写着的名称、并列的按次序、没写的取前面最近的。"""

import re
from collections.abc import Sequence

from assistant.domain.quantities import Dimension
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.governing import governed
from assistant.reading.claims.sentence.items import Item, Paragraph
from assistant.reading.claims.sentence.naming import same_thing
from assistant.reading.claims.sentence.nesting import Listing
from assistant.reading.text.labels import GENERIC

_STOCKS = (Role.LEVEL, Role.REACHED, Role.FLOW)
_RATIOS = (Dimension.RATIO, Dimension.POINT)
_SAME = 3


_DONE = re.compile("^(?:其中)?(?:已经?|实际)")
_INSIDE = re.compile("^(?:其中)?([^，。；：]{2,12}?)[中里]")


def _stock(item: Item) -> bool:
    return item.role in _STOCKS and item.dimension not in _RATIOS


def shared_by(paragraph: Paragraph, at: int, lists: Sequence[Listing]) -> list[int]:
    """占比说的是谁：括号外的那个数、写着的名称、并列的按次序、没写的取前面最近的。"""
    items, item = paragraph.items, paragraph.items[at]
    hosted = item.host >= 0 and not item.label.core and _stock(items[item.host])
    if hosted and not any(_stock(items[i]) for i in range(item.host + 1, at)):
        return [item.host]
    before = governed(paragraph, at, _stock, lists)
    if item.label.core not in GENERIC:
        pool = [i for i in paragraph.before(at, *_STOCKS) if _stock(items[i])]
        scores = [(same_thing(item.label.core, paragraph.subjects[i].core), i) for i in pool]
        best = max((score for score, _ in scores), default=0)
        if best >= 2:
            found = [i for score, i in scores if score == best]
            own = [i for i in found if _DONE.sub("", paragraph.subjects[i].core) == item.label.core]
            return own or found
        done = [i for i in pool if _DONE.sub("", paragraph.lead(i)) == item.label.core]
        near = done or _told_next(paragraph, at) or _begun(paragraph, at, pool)
        return near or _told_just_before(paragraph, at)
    nth, count = _place(items, at)
    if count > 1:
        row = sorted(i for i in before if i < at - nth)[-count:]
        return [row[nth]] if len(row) == count else []
    before = [i for i in before if items[i].part == item.part] or before[:1]
    alone = len(before) > 1 and before[0] == at - 1 and items[before[1] + 1].role is Role.SHARE
    return before[:1] if alone else before[:2]


def within(paragraph: Paragraph, part: int) -> int:
    """专任教师中骨干93人，占……：整体是前面名为专任教师的那个数；没有点名为 -1。"""
    told = _INSIDE.match(paragraph.lead(part))
    if told is None:
        return -1
    items = paragraph.items
    alike = (
        i
        for i in paragraph.back(part - 1)
        if items[i].role in _STOCKS
        and items[i].dimension is items[part].dimension
        and same_thing(told[1], paragraph.subjects[i].core) >= 3
    )
    return next(alike, -1)


def _told_just_before(paragraph: Paragraph, at: int) -> list[int]:
    """第一产业增加值甲；……。第一产业增加值占……：上一句名称全同的那一项，只此一个。"""
    items, name = paragraph.items, paragraph.items[at].label.core
    found = [
        i
        for i in paragraph.back(at - 1)
        if items[at].sentence - items[i].sentence == 1
        and _stock(items[i])
        and same_thing(name, paragraph.subjects[i].core) >= _SAME
    ]
    return found if len(found) == 1 else []


def _begun(paragraph: Paragraph, at: int, pool: Sequence[int]) -> list[int]:
    """高中学生占……：前面名为“高中”的那一项，只此一个。"""
    name = paragraph.items[at].label.core
    found = [
        i
        for i in pool
        if len(core := paragraph.subjects[i].core) > 1
        and (name.startswith(core) or core in name or core.startswith(name))
    ]
    return found if len(found) == 1 else []


def _told_next(paragraph: Paragraph, at: int) -> list[int]:
    """人员经费占60%，为600万元：先说占比，再说数。"""
    items = paragraph.items
    if at + 1 >= len(items) or items[at + 1].sentence != items[at].sentence:
        return []
    bare = _stock(items[at + 1]) and not items[at + 1].label.core
    return [at + 1] if bare and items[at + 1].opens is None else []


def _place(items: Sequence[Item], at: int) -> tuple[int, int]:
    """并列的占比里第几个、共几个。"""
    first = at
    while items[first].follows:
        first -= 1
    last = at
    while last + 1 < len(items) and items[last + 1].follows:
        last += 1
    return at - first, last - first + 1
