"""列举的层次：其中、包括、分别为 之后的各项属于哪个总数。

收入100万元，其中：财政拨款80万元，其他收入20万元 -> 总数 100，各项 80、20。
头两项之间用什么点断，整个列举就用什么点断：用顿号的到逗号为止，用逗号的到分号为止。
"""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from assistant.domain.quantities import Dimension
from assistant.reading.claims.judging.formulas import TOTAL
from assistant.reading.claims.judging.judging import agrees
from assistant.reading.claims.sentence.closure import is_split
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import REACH, Item, Paragraph
from assistant.reading.claims.sentence.kinds import alike, is_total
from assistant.reading.claims.sentence.naming import GRAND, same_thing
from assistant.reading.claims.sentence.wholes import wholes_of
from assistant.reading.text.labels import GENERIC, essence

_HEADS = (Role.LEVEL, Role.FLOW, Role.REACHED, Role.CHANGE)
ASPECT = re.compile(
    r"(?:从|按|分)[^，。；：]{1,12}?(?:看|分|分类|划分|分析|情况)(?:来看|是|为)?[，：]"
)
_AND = re.compile("[和与及]|以及")
_JOINED = re.compile("[^，。；：、]{1,16}(?:[和与及]|以及)")
_ADDED = re.compile("加(?:上)?(?:上级|上年|下级|转移|债务|调入|上解|动用|托底|补助|地方)")
_GAP_NAME = re.compile("差值|差额|相差")
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
    found += [each for each in _in_brackets(paragraph) if not taken & set(each.parts)]
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


def _in_brackets(paragraph: Paragraph) -> Iterator[Listing]:
    """隐患30处（一般25处、重大5处）：括号里接连的同类数就是各项。"""
    rows: dict[int, list[int]] = {}
    for index, item in enumerate(paragraph.items):
        if item.host >= 0 and item.role is Role.LEVEL and item.label.core and not item.follows:
            rows.setdefault(item.host, []).append(index)
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
    parts, longer = _parts(paragraph, first, wholes, taken)
    parts = _spilled(paragraph, wholes, parts, taken)
    name = paragraph.items[at].opens or ""
    return Listing(tuple(wholes), parts, longer, named, "" if name in GENERIC else name)


def _spilled(
    paragraph: Paragraph, wholes: Sequence[int], parts: tuple[int, ...], taken: Collection[int]
) -> tuple[int, ...]:
    """里层的各项也用分号隔开：……10万元；其中：购置0万元；运行10万元；接待5万元。

    里层到分号为止只列了半套，连分号后的几项恰成一套，或加起来正是里层的总数。
    """
    if (
        not wholes
        or not _is_inner(paragraph, wholes[0], parts[0])
        or paragraph.items[parts[0]].marked
    ):
        return parts
    mates = _mates(paragraph, parts[0], wholes, within=False)
    after = [i for i in mates if i > parts[-1] and i not in taken]
    tried = [(*parts, *after[:end]) for end in range(1, min(_SPILLED, len(after)) + 1)]
    whole = next((each for each in tried if _adds_up(paragraph, wholes[0], each)), None)
    sets = (x for x in tried if is_split([paragraph.subjects[i].core for i in x]))
    return whole or next(sets, parts)


def _adds_up(paragraph: Paragraph, whole: int, parts: Sequence[int]) -> bool:
    items = paragraph.items
    inputs = [plain(items[i], "part") for i in parts]
    return bool(items[whole].quantity.base) and agrees(TOTAL, inputs, plain(items[whole], "total"))


def _first(items: Sequence[Item], at: int) -> int | None:
    """其中之后的第一个可作列举项的数。"""
    for index in range(at, min(at + 3, len(items))):
        if items[index].role in _HEADS and items[index].clause - items[at].clause <= 2:
            return None if is_total(items[index]) else index
    return None


def _parts(
    paragraph: Paragraph, first: int, wholes: Sequence[int], taken: Collection[int]
) -> tuple[tuple[int, ...], tuple[tuple[int, ...], ...]]:
    """按点断法列在内的各项，和再往后几处点断为止的各项。"""
    items = paragraph.items
    mates = [i for i in _mates(paragraph, first, wholes) if i not in taken]
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


def _mates(
    paragraph: Paragraph, first: int, wholes: Sequence[int], *, within: bool = True
) -> Iterator[int]:
    """第一项之后的同类数，到列举不可能再往后为止；within 为真，里层到分号为止。"""
    items, lead = paragraph.items, paragraph.items[first]
    inner = within and bool(wholes) and _is_inner(paragraph, wholes[0], first)
    for index in range(first + 1, min(len(items), first + 2 * REACH)):
        item = items[index]
        if item.depth < lead.depth or is_total(item) or item.reason != lead.reason:
            return
        if item.sentence != lead.sentence and not lead.marked:
            return
        if inner and item.part != lead.part:
            return
        if item.part != lead.part and _ADDED.match(item.lead):
            return
        if wholes and _other_side(paragraph.subjects[wholes[0]].core, item.label.core):
            return
        if wholes and (_again(paragraph, wholes[0], index) or _beyond(paragraph, wholes[0], index)):
            return
        if item.depth == lead.depth and _belongs(paragraph, first, index):
            yield index


def _other_side(whole: str, name: str) -> bool:
    """全市预算收入……，其中……；全市预算支出……：说到另一头去了，不是其中的一项。"""
    return "支出" in name and len(name) > 4 and name.replace("支出", "收入") == whole


def _again(paragraph: Paragraph, whole: int, index: int) -> bool:
    """又说了一遍总数：行政村128个，其中……；通了路的行政村128个。"""
    items, subjects = paragraph.items, paragraph.subjects
    same = items[index].quantity == items[whole].quantity
    return same and same_thing(subjects[whole].core[-3:], subjects[index].core) >= 2


def _beyond(paragraph: Paragraph, whole: int, index: int) -> bool:
    """分号之后、比总数大一倍以上的个数：另说一件事，不是其中的一项。"""
    items = paragraph.items
    apart = items[index].part != items[whole].part and items[index].dimension is Dimension.COUNT
    return apart and items[index].quantity.base > 2 * items[whole].quantity.base


def _belongs(paragraph: Paragraph, first: int, index: int) -> bool:
    items, subjects = paragraph.items, paragraph.subjects
    if not alike(items[index], items[first]) or subjects[index].year == -1:
        return False
    if _GAP_NAME.search(paragraph.lead(index)):
        return False
    one, other = subjects[first].basis, subjects[index].basis
    return one == other or not one or not other


def _is_inner(paragraph: Paragraph, whole: int, first: int) -> bool:
    """总数本身是外层列举里的一项：里层到分号为止。"""
    items = paragraph.items
    if items[first].depth > items[whole].depth:
        return False
    sentence = items[whole].sentence
    grand = essence(paragraph.subjects[whole].core) in GRAND
    return any(
        items[i].opens is not None and items[i].sentence == sentence
        for i in range(whole if grand else whole + 1)
    )


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
