"""只说了预算和结余的执行率：预算49.25万元，年末剩余9.60万元，执行率80.51%，花掉的是两数之差。"""

import re
from collections.abc import Sequence

from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import SAVED
from assistant.reading.claims.judging.judging import Claim, Doubt
from assistant.reading.claims.ratios.denominators import GAP
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import same_unit
from assistant.reading.text.labels import PLANNED

_SPENT = re.compile("(?:执行|支出|支付|使用|完成)(?:率|进度)$")


def unspent_claim(paragraph: Paragraph, at: int, before: Sequence[int]) -> Claim | None:
    """恰有一个预算数、一个结余数；还有别的钱数的说不准。"""
    items, subjects = paragraph.items, paragraph.subjects
    left = [i for i in before if GAP.search(paragraph.lead(i))]
    whole = [i for i in before if i not in left]
    if len(left) != 1 or len(whole) != 1 or not _SPENT.search(items[at].name):
        return None
    planned = subjects[whole[0]].basis in PLANNED
    if not planned or not same_unit(items[whole[0]], items[left[0]]):
        return None
    inputs = (plain(items[whole[0]], "budget"), plain(items[left[0]], "less"))
    span = paragraph.flow.span(items[min(*whole, *left)].spot.start, items[at].spot.end)
    rate = plain(items[at], "rate")
    return Claim(
        Relationship.EXECUTION_RATE, SAVED, inputs, rate, span, certain=False, doubt=Doubt.NONE
    )
