"""分母：一个某某率除以哪个数。写着预算、计划、应到的，括号里注明的，或所属列举的总数。"""

import re
from collections.abc import Sequence

from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.governing import owners
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import same_unit
from assistant.reading.claims.sentence.nesting import Listing
from assistant.reading.text.labels import PLANNED

DUE = re.compile("^(?:其中|年度|全年)?(?:应(?!急)|核定|计划|任务|目标)|总数$|编制数?$")
_STOCKS = (Role.LEVEL, Role.REACHED, Role.FLOW)
_ALL = re.compile("^(?:全[县市区镇乡局校省]|全部)?(?:共有?|总共|合计)$|总数为?$")
_FULL = re.compile("执行|预算|进度|完成")
_BACK = re.compile("收回|回收|有效")
GAP = re.compile("缺口|差额|结余|剩余|节余|欠|净资产")
NOT = re.compile("^(?:正在|正|未|不|尚|没有|待|剩余|其余|另)|未(?:完成|达到|整改)|不满意|不合格")
_GRAND = re.compile("可用资金|总投资|概算|总额|总数|计划|预算(?!内)|应")
_NAMED = (("成新", "原值"), ("负债率", "资产"), ("审减", "送审"), ("下浮", "控制价"))
_ORDER = ("adjusted", "budget", "plan", "opening")


def denominators(
    paragraph: Paragraph, at: int, part: int, before: Sequence[int], lists: Sequence[Listing]
) -> list[int]:
    """一个率可能的分母，最可能的在先；没有为空。"""
    name = paragraph.items[at].name
    before = _outside(paragraph, name, part, before, lists)
    found = _noted(paragraph, at, part) or _wholes(paragraph, name, part, before, lists)
    found = found or _earlier(paragraph, part)
    return _returned(paragraph, found) if "满意" in name else found


def _outside(
    paragraph: Paragraph, name: str, part: int, before: Sequence[int], lists: Sequence[Listing]
) -> list[int]:
    """分母不会是分子自己的一项，不会是与分子相反的一项（完成的除以未完成的），也不会是缺口、结余。"""
    inner = {i for listing in lists if part in listing.wholes for i in listing.parts}
    negative = bool(NOT.search(name))
    before = _whole_stage(paragraph, name, part, before)
    return [
        i
        for i in before
        if i not in inner
        and bool(NOT.search(paragraph.items[i].label.core)) <= negative
        and not GAP.search(paragraph.lead(i))
    ]


def _whole_stage(
    paragraph: Paragraph, name: str, part: int, before: Sequence[int]
) -> Sequence[int]:
    """抽检200批次，初检合格184批次，复检合格10批次，最终合格194批次：前一阶段合格的少，不是分母。"""
    doing, items = name.removesuffix("率")[-2:], paragraph.items
    if doing not in items[part].lead:
        return before
    return [
        i
        for i in before
        if doing not in items[i].lead or items[i].quantity.base >= items[part].quantity.base
    ]


def _earlier(paragraph: Paragraph, part: int) -> list[int]:
    """这一句没有分母的：前几句里说总投资、计划、预算的同类数。"""
    items = paragraph.items
    return [
        i
        for i in paragraph.back(part - 1)
        if 0 < items[part].sentence - items[i].sentence <= 3
        and items[i].role in _STOCKS
        and same_unit(items[i], items[part])
        and _GRAND.search(paragraph.lead(i))
    ][:2]


def _returned(paragraph: Paragraph, wholes: list[int]) -> list[int]:
    """满意度除以收回的问卷，不除以发出的。"""
    back = [i for i in wholes if _BACK.search(paragraph.lead(i))]
    return back or wholes


def _noted(paragraph: Paragraph, at: int, part: int) -> list[int]:
    """率后面括号里注明的预算数：执行率76.74%（预算10245.80万元）。"""
    items, after = paragraph.items, at + 1
    if after >= len(items) or items[after].host != at or not same_unit(items[after], items[part]):
        return []
    lead = paragraph.lead(after)
    due = paragraph.subjects[after].basis in PLANNED or DUE.search(lead) or _ALL.search(lead)
    return [after] if due else []


def _wholes(
    paragraph: Paragraph, name: str, part: int, before: Sequence[int], lists: Sequence[Listing]
) -> list[int]:
    """分母：同类的数里，写着预算、计划的在先（调整后的更先；说调整率的，年初的更先），再是所属列举的总数，再由近及远。"""
    items, subjects = paragraph.items, paragraph.subjects
    listing = owners(lists).get(part) or _summed(paragraph, part, lists)
    inside = [i for i in listing.wholes if same_unit(items[i], items[part])] if listing else []
    same = [i for i in (*inside, *before) if i != part and same_unit(items[i], items[part])]
    if own := _named(paragraph, name, part, same):
        return own
    planned = [i for i in same if subjects[i].basis in PLANNED]
    order = _ORDER[::-1] if "调整" in name else _ORDER
    planned.sort(key=lambda i: order.index(subjects[i].basis))
    earlier = [i for i in dict.fromkeys(same) if i < part or DUE.search(paragraph.lead(i))]
    if planned and (_FULL.search(name) or planned[0] in earlier[:1]):
        return planned[:1]
    return list(dict.fromkeys([*(earlier or same)[:1], *planned[:1], *earlier[1:2]]))[:2]


def _named(paragraph: Paragraph, name: str, part: int, same: Sequence[int]) -> list[int]:
    """率的名称定了分母的：成新率除以原值，审减率除以送审数，离分子最近的在先。"""
    base = next((base for said, base in _NAMED if said in name), "")
    told = [i for i in same if base and base in paragraph.lead(i)]
    told.sort(key=lambda i: (i > part, abs(part - i)))
    return [i for i in told if f"净{base}" not in paragraph.lead(i)][:1]


def _summed(paragraph: Paragraph, part: int, lists: Sequence[Listing]) -> Listing | None:
    """满意和基本满意合计……：合计的各项所在的列举。"""
    if not paragraph.items[part].totals:
        return None
    sentence = paragraph.items[part].sentence
    return next((x for x in lists if paragraph.items[x.parts[0]].sentence == sentence), None)
