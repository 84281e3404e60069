"""列举的层次：其中、包括、分别为 之后的各项属于哪个总数。

收入100万元，其中：财政拨款80万元，其他收入20万元 -> 总数 100，各项 80、20。
头两项之间用什么点断，整个列举就用什么点断：用顿号的到逗号为止，用逗号的到分号为止。
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from assistant.reading.claims.judging.formulas import TOTAL
from assistant.reading.claims.judging.judging import agrees
from assistant.reading.claims.sentence.closure import is_closed, is_split
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Item, Paragraph
from assistant.reading.claims.sentence.kinds import alike, is_total, same_unit
from assistant.reading.claims.sentence.mates import YEAR, is_inner, mates_of
from assistant.reading.claims.sentence.naming import same_thing
from assistant.reading.claims.sentence.wholes import told_both, wholes_of
from assistant.reading.text.labels import GENERIC, core

_HEADS = (Role.LEVEL, Role.FLOW, Role.REACHED, Role.CHANGE)
ASPECT = re.compile(
    r"(?:从|按|分)[^，。；：]{1,12}?(?:看|分|分类|划分|分析|情况)(?:来看|是|为)?[，：]"
)
_ADDED = re.compile("(?:年中|中期|执行中|当年)?(?:追加|调增|核增|新增|增加)")
_AND = re.compile("[和与及]|以及")
_JOINED = re.compile("[^，。；：、]{1,16}(?:[和与及]|以及)")
_TIER = re.compile("[一二三四]级[^，。；]{0,4}指标$")
_SPILLED = 3
_MARKS = {"、": 1, "，": 2, "；": 3, "。": 4, "！": 4, "？": 4}


class Listing(NamedTuple):
    """一处列举，都是在段里的序号。

    wholes 是可能的总数，最可能的在前；parts 是按点断法列在内的各项；
    longer 是再往后点断也可能算进来的几种；named 表示按名称找到总数，name 是写明的总数名称。
    """

    wholes: tuple[int, ...]
    parts: tuple[int, ...]
    longer: tuple[tuple[int, ...], ...] = ()
    named: bool = False
    name: str = ""


def listings(paragraph: Paragraph) -> tuple[Listing, ...]:
    """一段里的各处列举，按出现先后；里层的先认，外层跳过它。"""
    found: list[Listing] = []
    taken: set[int] = set()
    for at in range(len(paragraph.items) - 1, -1, -1):
        if paragraph.items[at].opens is None:
            continue
        listing = _listing(paragraph, at, taken)
        if listing is not None:
            found.append(listing)
            taken |= set(listing.parts)
    found += _in_brackets(paragraph, taken)
    return tuple(_parallel(paragraph, found[::-1]))


def _parallel(paragraph: Paragraph, found: Sequence[Listing]) -> Iterator[Listing]:
    """先按结构分、再按部门分：后一处列举的总数也是前一处的总数，不是前一处的某一项。"""
    last: Listing | None = None
    for listing in found:
        again = last and last.parts[1:] and set(listing.wholes) & set(last.parts)
        if again and last is not None and _anew(paragraph, last, listing):
            listing = listing._replace(wholes=last.wholes, named=last.named)
        last = listing
        yield listing


def _anew(paragraph: Paragraph, last: Listing, listing: Listing) -> bool:
    """前一处列完之后，从另一方面分。"""
    items = paragraph.items
    return bool(
        ASPECT.search(paragraph.frame, items[last.parts[-1]].at, items[listing.parts[0]].at)
    )


def _in_brackets(paragraph: Paragraph, taken: Collection[int]) -> Iterator[Listing]:
    """隐患30处（一般25处、重大5处）：括号里接连的同类数就是各项；其中的其中（taken）不算。"""
    rows: dict[int, list[int]] = {}
    inner = {paragraph.items[i].part for i in taken}
    for index, item in enumerate(paragraph.items):
        named = item.label.core and not item.follows and index not in taken
        told = item.role is Role.LEVEL or (item.role is Role.FLOW and _ADDED.match(item.lead))
        if item.host >= 0 and told and named:
            row = rows.setdefault(item.host, [])
            if not (row and item.part in inner and not same_unit(paragraph.items[row[0]], item)):
                row.append(index)
    for host, row in rows.items():
        same = all(alike(paragraph.items[i], paragraph.items[host]) for i in row)
        years = any(paragraph.subjects[i].year == -1 for i in row)
        if len(row) > 1 and same and not years:
            yield Listing((host,), tuple(row))


def _listing(paragraph: Paragraph, at: int, taken: Collection[int]) -> Listing | None:
    first = _first(paragraph.items, at)
    if first is None:
        return None
    wholes, named = wholes_of(paragraph, at, first)
    if wholes and told_both(paragraph, wholes[0], first):
        first += 1
    parts, longer = _parts(paragraph, first, wholes, taken)
    if wholes and _set_off(paragraph, wholes[0], parts):
        parts, longer = parts[:1], ()
    parts = _spilled(paragraph, wholes, parts, taken)
    if _is_tiered(paragraph, parts):
        return None
    name = paragraph.items[at].opens or ""
    return Listing(tuple(wholes), parts, longer, named, "" if name in GENERIC else name)


def _is_tiered(paragraph: Paragraph, parts: Sequence[int]) -> bool:
    """一级指标3个、二级指标9个、三级指标12个：一层套一层，不是相加的各项。"""
    return len(parts) > 1 and all(_TIER.match(paragraph.subjects[i].core) for i in parts)


def _spilled(
    paragraph: Paragraph, wholes: Sequence[int], parts: tuple[int, ...], taken: Collection[int]
) -> tuple[int, ...]:
    """里层的各项也用分号隔开：……10万元；其中：购置0万元；运行10万元；接待5万元。

    里层到分号为止只列了半套，连分号后的几项恰成一套，或加起来正是里层的总数。
    """
    if (
        not wholes
        or not is_inner(paragraph, wholes[0], parts[0])
        or paragraph.items[parts[0]].marked
    ):
        return parts
    mates = mates_of(paragraph, parts[0], wholes, within=False)
    after = [i for i in mates if i > parts[-1] and i not in taken]
    tried = [(*parts, *after[:end]) for end in range(1, min(_SPILLED, len(after)) + 1)]
    whole = next((each for each in tried if _adds_up(paragraph, wholes[0], each)), None)
    sets = (x for x in tried if is_split([paragraph.subjects[i].core for i in x]))
    return whole or next(sets, parts)


def _set_off(paragraph: Paragraph, whole: int, parts: Sequence[int]) -> bool:
    """原煤甲；其中，县属乙；精煤丙：总数与其中也用分号隔开，丙与甲并列，不是其中的一项。"""
    if len(parts) < 2 or paragraph.items[parts[0]].marked or _adds_up(paragraph, whole, parts):
        return False
    items = paragraph.items
    if (
        items[whole].sentence != items[parts[0]].sentence
        or items[whole].part == items[parts[0]].part
    ):
        return False
    apart = all(items[i].part != items[j].part for i, j in pairwise(parts))
    return apart and not is_closed([paragraph.subjects[i].core for i in parts])


def _adds_up(paragraph: Paragraph, whole: int, parts: Sequence[int]) -> bool:
    items = paragraph.items
    inputs = [plain(items[i], "part") for i in parts]
    return bool(items[whole].quantity.base) and agrees(TOTAL, inputs, plain(items[whole], "total"))


def _first(items: Sequence[Item], at: int) -> int | None:
    """其中之后的第一个可作列举项的数。"""
    for index in range(at, min(at + 3, len(items))):
        if items[index].role in _HEADS and items[index].clause - items[at].clause <= 2:
            year = items[index].opens == "" and YEAR.search(items[index].lead)
            return None if is_total(items[index]) and not year else index
    return None


def _parts(
    paragraph: Paragraph, first: int, wholes: Sequence[int], taken: Collection[int]
) -> tuple[tuple[int, ...], tuple[tuple[int, ...], ...]]:
    """按点断法列在内的各项，和再往后几处点断为止的各项。"""
    items = paragraph.items
    mates = [i for i in mates_of(paragraph, first, wholes) if i not in taken]
    mates = [i for i in mates if not _of_a_mate(paragraph, i, first)]
    if items[first].marked:
        return (first, *(i for i in mates if items[i].marked)), ()
    parts, longer, level = [first], [], 0
    current = parts
    for index in mates:
        if items[index].marked:
            continue
        gap = _gap(paragraph, current[-1], index)
        if not gap:
            break
        level = level or gap
        if gap > level and current is parts:
            current = [*parts]
        elif gap > level:
            longer.append(tuple(current))
            current = [*current]
        current.append(index)
    if current is not parts:
        longer.append(tuple(current))
    return tuple(parts), tuple(longer)


def _of_a_mate(paragraph: Paragraph, index: int, first: int) -> bool:
    """中小企业80万元；小微企业60万元，占中小企业采购的75%：后一个是前一个里面的，不是并列的一项。"""
    after = paragraph.items[index + 1 : index + 2]
    if not after or after[0].role is not Role.SHARE or not after[0].whole:
        return False
    name = core(after[0].whole)
    told = (paragraph.subjects[i].core for i in range(first, index))
    return any(len(name) > 3 and same_thing(name, each) >= 2 for each in told)


def _gap(paragraph: Paragraph, one: int, other: int) -> int:
    """两项之间最重的点断，零是没有点断（前一句没写句号）；括号里的不算。"""
    between = paragraph.between(one, other)
    if _AND.match(between) or _JOINED.fullmatch(between):
        return 1
    deepest, depth = 0, 0
    for char in between:
        depth += (char == "（") - (char == "）")
        if depth < 0:
            return _MARKS["。"]
        if depth == 0:
            deepest = max(deepest, _MARKS.get(char, 0))
    return deepest
