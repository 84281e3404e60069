"""挨着的分母、分子、率：应收甲，实收乙，收缴率丙；支出进度丙（支出乙，全年预算甲）。"""

import re

from assistant.reading.claims.ratios.denominators import DUE, GAP
from assistant.reading.claims.ratios.rate_names import related
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import same_unit
from assistant.reading.claims.sentence.owing import OWED
from assistant.reading.text.labels import PLANNED

_STOCKS = (Role.LEVEL, Role.REACHED, Role.FLOW)
_DONE = re.compile("^(?:实际|实|已经?|现|现有|共|累计|全年|当年|年内)")
_LEFT = re.compile("^，?(?:尚|还|仍|未|剩余|结余|结转)")
_THAT_IS = re.compile("，?(?:即|也就是|等于)")
_FULL = 100
_DOING = re.compile("完成|执行|目标|进度")


def in_row(paragraph: Paragraph, whole: int, part: int, at: int) -> bool:
    """分母、分子、率一个挨着一个，同一句、同一层、同单位，分母不比分子小。"""
    items = paragraph.items
    beside = _next(paragraph, whole, part) and _next(paragraph, part, at)
    if not beside or not same_unit(items[whole], items[part]):
        return False
    same = items[whole].sentence == items[at].sentence and items[whole].depth == items[at].depth
    return same and items[part].role in _STOCKS


def _next(paragraph: Paragraph, one: int, other: int) -> bool:
    """前后相连，中间只隔着括号里的数；隔着的缺口、差额也不算。"""
    items = paragraph.items
    between = range(one + 1, other)
    return one < other and all(
        items[i].depth > items[one].depth or GAP.search(items[i].lead) for i in between
    )


def due_and_done(paragraph: Paragraph, whole: int, part: int, at: int) -> bool:
    """应有的一个、实有的一个，紧接着的率说的正是后一个做的事。"""
    if not in_row(paragraph, whole, part, _past_gaps(paragraph, at)):
        return False
    lead, name = paragraph.lead(part).lstrip("、，"), paragraph.items[at].name
    owed = DUE.search(paragraph.lead(whole)) or OWED.search(paragraph.lead(whole))
    due = owed is not None or paragraph.subjects[whole].basis in PLANNED
    doing = name.removesuffix("率").removesuffix("度")[-2:]
    told = bool(_DOING.search(name)) or any(char in lead for char in doing)
    told = told or related(name, paragraph, part)
    return bool(due and _DONE.match(lead) and told)


def _past_gaps(paragraph: Paragraph, at: int) -> int:
    """应改造249户，已改造209户，尚有40户未改造，完成率：夹着的尚余、未完成的数跳过去。"""
    while at > 2 and _LEFT.search(paragraph.lead(at - 1)):
        at -= 1
    return at


def bracketed(paragraph: Paragraph, at: int) -> tuple[int, int] | None:
    """率后面括号里写着的两个数：一个是预算、应有，一个不是；没有为 None。"""
    items = paragraph.items
    inner = [i for i in range(at + 1, min(at + 4, len(items))) if items[i].host == at]
    inner = inner or _below(paragraph, at)
    if len(inner) != 2 or not same_unit(items[inner[0]], items[inner[1]]):
        return None
    due = [
        i for i in inner if paragraph.subjects[i].basis in PLANNED or DUE.search(paragraph.lead(i))
    ]
    if len(due) != 1:
        return None
    part = next(i for i in inner if i not in due)
    return (part, due[0]) if items[part].role in _STOCKS else None


def _below(paragraph: Paragraph, at: int) -> list[int]:
    """执行率90%，其中预算100万元，支出90万元：率写在前头，“其中”两个数就是它的分母分子。"""
    items = paragraph.items
    inner = [i for i in (at + 1, at + 2) if i < len(items)]
    near = [
        i for i in inner if items[i].part == items[at].part and items[i].depth == items[at].depth
    ]
    ended = at + 3 >= len(items) or items[at + 3].part != items[at].part
    told = ended and len(near) == 2
    told = told and (items[at + 1].opens == "" or _THAT_IS.match(items[at + 1].lead) is not None)
    return near if told else []


def all_of_own(paragraph: Paragraph, at: int, part: int) -> bool:
    """受理5件，提出建议3件，采纳率100%：名称说的是另一件事，百分之百是那3件的，不是5件的。"""
    full = paragraph.items[at].quantity.value == _FULL
    return full and not related(paragraph.items[at].name, paragraph, part)
