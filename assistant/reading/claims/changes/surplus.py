"""当期结存：这一年的收入减支出；收支写在上一句的也算。"""

import re
from collections.abc import Sequence

from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import same_unit

_STOCKS = (Role.LEVEL, Role.FLOW, Role.REACHED)
_THIS_YEAR = re.compile("(?:当期|本期|当年|本年|年度)(?:收支)?结[余存]$")


def of_this_year(lead: str) -> bool:
    """说的是当期、当年的结存，不是累计的。"""
    return bool(_THIS_YEAR.search(lead))


def just_told(paragraph: Paragraph, at: int) -> list[int]:
    """基金收入甲；支出乙。基金当期结存丙：上一句只有的一收一支，由近及远；不是这样的为空。"""
    items = paragraph.items
    if not of_this_year(items[at].lead):
        return []
    told = [
        i
        for i in paragraph.back(at - 1)
        if items[at].sentence - items[i].sentence == 1
        and items[i].role in _STOCKS
        and same_unit(items[i], items[at])
    ]
    return told if is_both(paragraph, told) else []


def is_both(paragraph: Paragraph, told: Sequence[int]) -> bool:
    """只有两个数，前一个是收入，后一个是支出（由近及远）。"""
    if len(told) != len(("收", "支")):
        return False
    spent, income = (paragraph.items[i].lead for i in told)
    return "支出" in spent and "收入" in income
