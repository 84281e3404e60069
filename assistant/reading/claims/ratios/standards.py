"""按标准发放：每户1500元的标准，发给200户，共计30万元，标准是总数除以个数。"""

import re

from assistant.domain.quantities import Dimension
from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import PER_HEAD
from assistant.reading.claims.judging.judging import Claim, Doubt
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Paragraph

_STANDARD = re.compile("标准|补助|补贴|奖励|奖补|发放|给予")
_PERIODIC = re.compile("每月|每年|每天|每日|每季|每次|/月|/年")


def standard_claim(paragraph: Paragraph, at: int, units: list[str]) -> Claim | None:
    """标准之后紧接着个数、再是总数的；按月按年发的要乘几个月，不算。说不出错因的不断定。"""
    items, head, top = paragraph.items, at + 1, at + 2
    if top >= len(items) or items[top].sentence != items[at].sentence:
        return None
    said = paragraph.lead(at) + paragraph.after(at) + paragraph.after(head)
    if not _STANDARD.search(said) or _PERIODIC.search(said):
        return None
    if items[head].quantity.unit not in units or items[top].dimension is not Dimension.MONEY:
        return None
    inputs = (plain(items[top], "part"), plain(items[head], "whole"))
    span = paragraph.flow.span(items[at].spot.start, items[top].spot.end)
    stated = plain(items[at], "mean")
    return Claim(Relationship.AVERAGE, PER_HEAD, inputs, stated, span, False, doubt=Doubt.CAUSE)
