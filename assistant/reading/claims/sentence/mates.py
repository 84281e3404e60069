"""列举往后到哪里：第一项之后，哪些数可能是同列的项。"""

import re
from collections.abc import Iterator, Sequence

from assistant.domain.quantities import Dimension
from assistant.reading.claims.sentence.items import REACH, Paragraph
from assistant.reading.claims.sentence.kinds import alike, is_total
from assistant.reading.claims.sentence.naming import GRAND, same_thing
from assistant.reading.text.labels import essence

YEAR = re.compile("本年[收支][入出]合计(?:为)?$")  # 年初结转……；本年收入合计……：是其中的一项
_ADDED = re.compile("加(?:上)?(?:上级|上年|下级|转移|债务|调入|上解|动用|托底|补助|地方)")
_ASSETS = re.compile("(?<!净)资产(?:总额|总计|合计|总量)?$")
_CLAIMED = re.compile("^(?:负债|净资产|所有者权益|国有资本)")
_CUT = re.compile("^[，；]?(?:年中|中途|其后|后)?又?(?:调减|核减)")
_USED = re.compile("^用于")
_GAP_NAME = re.compile("差值|差额|相差")
_REACHING = re.compile("(?:受益|惠及|覆盖|涉及|带动)(?:人口|群众|人数)?")


def mates_of(
    paragraph: Paragraph, first: int, wholes: Sequence[int], *, within: bool = True
) -> Iterator[int]:
    """第一项之后的同类数，到列举不可能再往后为止；within 为真，里层到分号为止。"""
    found = _mates(paragraph, first, wholes, within=within)
    return found if _USED.match(paragraph.lead(first)) else _unspent(paragraph, found)


def _unspent(paragraph: Paragraph, found: Iterator[int]) -> Iterator[int]:
    """一般债券甲，用于公路乙，住房丙；专项债券丁：用于之后、分号之前的分的是甲。"""
    items, spent = paragraph.items, -1
    for index in found:
        if _USED.match(items[index].lead) and items[index].part == items[index - 1].part:
            spent = items[index].part
        if items[index].part != spent:
            yield index


def _mates(
    paragraph: Paragraph, first: int, wholes: Sequence[int], *, within: bool
) -> Iterator[int]:
    items, lead = paragraph.items, paragraph.items[first]
    carried = "结转" in lead.lead
    inner = within and bool(wholes) and is_inner(paragraph, wholes[0], first)
    for index in range(first + 1, min(len(items), first + 2 * REACH)):
        item = items[index]
        ended = is_total(item) and not (carried and YEAR.search(item.lead))
        if item.depth < lead.depth or ended or item.reason != lead.reason:
            return
        if item.sentence != lead.sentence and not lead.marked:
            return
        if inner and item.part != lead.part:
            return
        if item.part != lead.part and _ADDED.match(item.lead):
            return
        if _CUT.match(item.lead) and not _CUT.match(lead.lead):  # 后来又减的，不是其中的一项
            return
        if wholes and _other_side(paragraph.subjects[wholes[0]].core, item.label.core):
            return
        if wholes and _elsewhere(paragraph, wholes[0], first, index):
            return
        if item.depth == lead.depth and _belongs(paragraph, first, index):
            yield index


def _other_side(whole: str, name: str) -> bool:
    """收入520万元，其中上年结转20万元；支出520万元：说到另一头去了，不是其中的一项。

    资产总额……，其中行政单位资产……；负债总额……，净资产……：也是另一头。
    """
    if _ASSETS.search(whole) and _CLAIMED.search(name):
        return True
    if "支出" not in name or "支出" in whole:
        return False
    named = len(name) > 4 and name.replace("支出", "收入") == whole
    return named or (essence(whole) == "收" and essence(name) == "支")


def _elsewhere(paragraph: Paragraph, whole: int, first: int, index: int) -> bool:
    """又说了一遍总数，或另说一件事。"""
    return _again(paragraph, whole, index) or _beyond(paragraph, whole, first, index)


def _again(paragraph: Paragraph, whole: int, index: int) -> bool:
    """又说了一遍总数：行政村128个，其中……；通了路的行政村128个。"""
    items, subjects = paragraph.items, paragraph.subjects
    same = items[index].quantity == items[whole].quantity
    return same and same_thing(subjects[whole].core[-3:], subjects[index].core) >= 2


def _beyond(paragraph: Paragraph, whole: int, first: int, index: int) -> bool:
    """分号之后、比总数大一倍以上的个数：另说一件事，不是其中的一项。"""
    items = paragraph.items
    apart = items[index].part != items[first].part and items[index].dimension is Dimension.COUNT
    return apart and items[index].quantity.base > 2 * items[whole].quantity.base


def _belongs(paragraph: Paragraph, first: int, index: int) -> bool:
    items, subjects = paragraph.items, paragraph.subjects
    if not alike(items[index], items[first]) or subjects[index].year == -1:
        return False
    lead = paragraph.lead(index)
    if _GAP_NAME.search(lead) or _REACHING.fullmatch(lead):
        return False
    one, other = subjects[first].basis, subjects[index].basis
    return one == other or not one or not other


def is_inner(paragraph: Paragraph, whole: int, first: int) -> bool:
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
