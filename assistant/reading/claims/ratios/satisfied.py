"""满意度的断言：非常满意、满意、基本满意各多少，算到哪一档没有写明。

各档由高到低的前几档之和占全部问卷，有一种算得通就算读懂；另有按档打折的算法，算不通的不断定。
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from assistant.reading.claims.judging.judging import Claim
from assistant.reading.claims.ratios.gathered import both, gathered
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import same_unit

_TOGETHER = re.compile("[含和及与、](?:基本|比较|较)满意|非常满意[和及与、]满意")
_BACK = re.compile("收回|回收|有效")  # 满意率除以收回的问卷，不除以发出的
_STOP = re.compile("[、，；。（]")
_GRADED = ("满意", "一般")
_NOT = ("不满意", "不太满意")


class Grades(NamedTuple):
    """各档（由先到后）和可能的全部问卷，都是在段里的序号。"""

    grades: tuple[int, ...]
    wholes: tuple[int, ...]

    def claim(self, paragraph: Paragraph, at: int) -> Claim | None:
        """前几档之和占全部。"""
        wholes = [plain(paragraph.items[i], "whole") for i in self.wholes]
        parts = [plain(paragraph.items[i], "part") for i in self.grades]
        if len(parts) == 2 and _TOGETHER.search(_between(paragraph, at)):
            return both(paragraph, at, wholes, parts)
        return gathered(paragraph, at, wholes, parts)


def satisfied(paragraph: Paragraph, name: str, before: Sequence[int]) -> Grades | None:
    """满意的有几档，又没有合计的。"""
    if "满意" not in name:
        return None
    before = _own_part(paragraph, before)
    leads = {i: paragraph.lead(i) + _STOP.split(paragraph.after(i)[:4])[0] for i in before}
    graded = sorted(
        i
        for i, said in leads.items()
        if any(word in _said(paragraph, i) for word in _GRADED)
        and not any(word in said for word in _NOT)
    )
    good = [i for i in graded if "满意" in _said(paragraph, i)]
    if len(good) < 2 or any(paragraph.items[i].totals for i in good):
        return None
    rest = [i for i in leads if i not in graded and "满意" not in _said(paragraph, i)]
    rest = [i for i in rest if same_unit(paragraph.items[i], paragraph.items[good[0]])]
    rest = [i for i in rest if _BACK.search(leads[i])] or rest
    return Grades(tuple(good), tuple(rest[:3] or _told_before(paragraph, good[0])))


def _between(paragraph: Paragraph, at: int) -> str:
    """上一个数到这个率之间的原文，连括号里的注。"""
    return paragraph.text[paragraph.items[at - 1].spot.end : paragraph.items[at].spot.start]


def _said(paragraph: Paragraph, at: int) -> str:
    """一个数前面的话；“满意度调查”说的不是哪一档。"""
    return paragraph.lead(at).replace("满意度", "")


def _own_part(paragraph: Paragraph, before: Sequence[int]) -> Sequence[int]:
    """家长、教师各说各的：分号之后有问卷数又有满意数的，只看分号之后。"""
    items = paragraph.items
    last = [i for i in before if items[i].part == items[before[0]].part] if before else []
    told = [("满意" in _said(paragraph, i)) for i in last]
    return last if any(told) and not all(told) else before


def _told_before(paragraph: Paragraph, first: int) -> list[int]:
    """上一句的问卷数。"""
    items = paragraph.items
    return [
        i
        for i in paragraph.back(first - 1)
        if items[i].sentence == items[first].sentence - 1 and same_unit(items[i], items[first])
    ][:3]
