"""分母没写明的率：够得着的另一个数正好除得通，就是它，不按猜的分母报错。

可用资金合计500万元。实际支出450万元，年末结转结余50万元，结转结余率10.00%——除以可用资金，不除以支出。
"""

import re

from assistant.reading.claims.judging.formulas import COMPLETED, Formula
from assistant.reading.claims.judging.judging import Input, agrees
from assistant.reading.claims.ratios.denominators import DUE
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import same_unit
from assistant.reading.text.labels import PLANNED

_STOCKS = (Role.LEVEL, Role.REACHED, Role.FLOW)
_LEFT = re.compile("结余|结转")
_SPENT = re.compile("支出|支付|使用|执行")
_BASE = re.compile("收回|回收|有效|总|共|全部")  # 写明了是全部的，就是分母
_REACH = 3
_OF_PEOPLE = re.compile("城[镇市]化|人口|老龄|出生|死亡|增长")


def is_spent(paragraph: Paragraph, name: str, whole: int) -> bool:
    """结转结余率的分母是预算、可用资金，不是花掉的：只找到花掉的，断不定。"""
    planned = paragraph.subjects[whole].basis in PLANNED
    return not planned and bool(_LEFT.search(name) and _SPENT.search(paragraph.lead(whole)))


def is_peopled(paragraph: Paragraph, name: str, whole: int) -> bool:
    """参保率除以应参保的，普及率除以应覆盖的，不除以常住人口：率不说人口的，断不定。"""
    return "人口" in paragraph.lead(whole) and not _OF_PEOPLE.search(name)


def explained(
    paragraph: Paragraph, at: int, part: int, whole: int
) -> tuple[tuple[Formula, tuple[Input, ...]], ...]:
    """前几句里的同类数，除得的正是所写的率；认定的分母写着预算、应到、总数的，不另找。

    同一句里的两个数，除错了分母正是常见的错，不算；认定的是花掉的数，才看同一句。
    """
    items, lead = paragraph.items, paragraph.lead(whole)
    if paragraph.subjects[whole].basis in PLANNED or DUE.search(lead) or _BASE.search(lead):
        return ()
    rate, nearest = plain(items[at], "rate"), not is_spent(paragraph, items[at].name, whole)
    ways = (
        (plain(items[part], "actual"), plain(items[other], "budget"))
        for other in paragraph.back(at - 1)
        if items[other].role in _STOCKS
        and nearest <= items[at].sentence - items[other].sentence <= _REACH
        and same_unit(items[other], items[part])
        and items[other].quantity.base != items[part].quantity.base
    )
    return tuple((COMPLETED, inputs) for inputs in ways if agrees(COMPLETED, inputs, rate))[:1]
