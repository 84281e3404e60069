"""列举的总数：其中、包括之前，哪个数是各项之和。"""

import re
from collections.abc import Sequence

from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.items import Item, Paragraph
from assistant.reading.claims.sentence.kinds import STOCKS, alike, same_unit
from assistant.reading.claims.sentence.naming import GRAND, same_thing
from assistant.reading.text.labels import GENERIC, PLANNED, core, essence, parse

_MOVED = re.compile("(?:增加|减少|增长|下降|超支|节约|变动)(?:的)?(?:部分|额|金额|数)$")
_VALUES = frozenset("净值 原值 净额 账面净值 账面原值 账面价值".split())
_LEFT_OVER = re.compile("节约|结余|节余|剩余|核减|审减")
_CARRIED = re.compile("(?:结转|结余)(?:资金|数|额)?$")
_OTHER_SIDE = {"支出": "收入", "收入": "支出"}


def wholes_of(paragraph: Paragraph, at: int, first: int) -> tuple[list[int], bool]:
    """可能的总数：点了名的按名找，没点名的由近及远；第二个值说是否点了名。"""
    items, subjects = paragraph.items, paragraph.subjects
    basis, start = subjects[first].basis, _before_other(paragraph, at)
    pool = [
        index
        for index in paragraph.back(start - 1)
        if alike(items[index], items[first])
        and items[index].depth <= items[at].depth
        and items[index].each != "分别"
        and (items[index].quantity.value or not items[first].quantity.value)
        and (not basis or not subjects[index].basis or basis == subjects[index].basis)
    ]
    pool.sort(key=lambda i: _saved(paragraph, i, first))
    name = items[at].opens or ""
    if at - 1 in pool and _counts(paragraph, at - 1, name):
        return [at - 1], True
    called = parse(name).core
    if own := _of_year(paragraph, pool, name):
        return own, True
    named = [
        i
        for i in pool
        if name not in GENERIC
        and max(same_thing(each, subjects[i].core) for each in (name, called)) >= 2
        and not _without(name, subjects[i].core)
    ]
    named = [i for i in named if not _broader(name, subjects[i].core)] or [
        i for i in pool if subjects[i].core.removeprefix(called) in _VALUES
    ]
    if named:
        return named[:1], True
    if (moved := _moved(paragraph, at, first)) is not None:
        return [moved], True
    return _unnamed(paragraph, at, first, pool), False


def _unnamed(paragraph: Paragraph, at: int, first: int, pool: Sequence[int]) -> list[int]:
    """没点名的总数：括号里的看括号前面的数；这一句没有的看上一句。"""
    items, name = paragraph.items, paragraph.items[at].opens or ""
    here = [
        i for i in pool if items[i].sentence == items[at].sentence and _nameable(paragraph, i, name)
    ]
    if items[at].depth and items[at].host in here:
        beside = [i for i in here if items[i].depth == items[at].depth]
        return [*beside[:1], items[at].host]
    here = _one_sided(paragraph, _actual(paragraph, here, first), first)
    start = _before_other(paragraph, at)
    last = [i for i in pool if items[start].sentence - items[i].sentence == 1]
    last = _one_sided(paragraph, _actual(paragraph, last, first), first)
    return here or [i for i in last if _nameable(paragraph, i, name)]


def _before_other(paragraph: Paragraph, at: int) -> int:
    """收支总预算……。收入包括：甲、乙；支出包括：丙：支出分的是前面的总数，不是收入里的一项。

    返回同一句、前一句里另一头的列举从第几个数起；没有的就是 at。
    """
    items, other = paragraph.items, _OTHER_SIDE.get(paragraph.items[at].opens or "")
    if other is None:
        return at
    before = (
        i
        for i in paragraph.back(at - 1)
        if items[i].opens == other and items[at].sentence - items[i].sentence <= 1
    )
    return next(before, at)


def _counts(paragraph: Paragraph, index: int, name: str) -> bool:
    """30处工程中，完工20处：所点的名紧跟在一个数后面，分的就是这个数，不是前面名称相像的另一个。"""
    return bool(name) and paragraph.after(index).startswith((f"{name}中，", f"{name}里，"))


def _of_year(paragraph: Paragraph, pool: list[int], name: str) -> list[int]:
    """其中本年收入包括：分的是写着本年收入的那个数，不是连结转在内的收入总计。"""
    label = parse(name)
    if label.year != 0 or label.core not in ("收入", "支出"):
        return []
    subjects = paragraph.subjects
    own = (i for i in pool if subjects[i].year == 0 and subjects[i].core.endswith(label.core))
    return [i for i in own if not paragraph.items[i].totals][:1]


def _without(name: str, own: str) -> bool:
    """说的是资产，净资产、非税收入一类减去了什么的不是它。"""
    return own.removesuffix(name)[-1:] in tuple("净非未不")


def _saved(paragraph: Paragraph, index: int, first: int) -> bool:
    """采购480万元，节约20万元。其中面向中小企业400万元：比一项还小的节约、结余不是总数。"""
    items = paragraph.items
    small = items[index].quantity.base < items[first].quantity.base
    return small and _LEFT_OVER.search(paragraph.lead(index)) is not None


def _broader(name: str, own: str) -> bool:
    """固定资产中：分的不是前面的资产总额。"""
    return name.endswith("资产") and bool(name[:-2]) and essence(own) == "资产" != essence(name)


def _actual(paragraph: Paragraph, wholes: list[int], first: int) -> list[int]:
    """预算44万元，实际支出22万元。其中：……：各项没写预算的，分的是最近的实际数，不是前面的预算数。"""
    subjects = paragraph.subjects
    if not wholes or any(subjects[i].basis in PLANNED for i in (wholes[0], first)):
        return wholes
    return [i for i in wholes if subjects[i].basis not in PLANNED]


def _one_sided(paragraph: Paragraph, wholes: list[int], first: int) -> list[int]:
    """收入多少，支出多少，其中：基本支出……：分的是支出；各项叫收入的，分的是收入。"""
    names = {i: paragraph.subjects[i].core for i in (first, *wholes)}
    for own, other in (("支出", "收入"), ("收入", "支出")):
        if names[first].endswith(own) and any(own in names[i] for i in wholes):
            return [i for i in wholes if own in names[i] or other not in names[i]]
    return wholes


def _nameable(paragraph: Paragraph, index: int, name: str) -> bool:
    """这个数可作这里的总数：这里没点名是收支总计，或那个数没有自己的名称。"""
    side, whole = essence(core(name)), paragraph.subjects[index].core
    if _is_other(paragraph.lead(index), name):
        return False
    if name in GENERIC or side not in GRAND:
        return True
    return whole in GENERIC and essence(whole) in ("", side)


def _is_other(lead: str, name: str) -> bool:
    """收入包括……、上年结转10万元；支出包括……：分的是支出，前面的收入、结转不是它的总数。"""
    other = _OTHER_SIDE.get(name)
    return other is not None and bool(lead.endswith(other) or _CARRIED.search(lead))


def told_both(paragraph: Paragraph, whole: int, first: int) -> bool:
    """支出9万元，其中购置预算数0万元，决算数0万元；运行……：总数没说预算，分的是各项的决算数。"""
    subjects = paragraph.subjects
    planned = subjects[first].basis in PLANNED and subjects[whole].basis not in PLANNED
    if not planned or first + 1 == len(subjects):
        return False
    after = subjects[first + 1]
    alike = paragraph.items[first + 1].role in STOCKS and after.basis not in PLANNED
    return alike and after.core == subjects[first].core


def _moved(paragraph: Paragraph, at: int, first: int) -> int | None:
    """增加部分包括：分的是前面最近的那个增加额；没有为 None。"""
    items = paragraph.items
    if not _MOVED.search(items[at].opens or ""):
        return None
    near = (i for i in paragraph.back(at - 1) if items[at].sentence - items[i].sentence <= 1)
    return next((i for i in near if _is_change(items[i], items[first])), None)


def _is_change(item: Item, part: Item) -> bool:
    return item.role is Role.CHANGE and same_unit(item, part)
