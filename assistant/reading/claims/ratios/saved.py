"""核减率、下浮率、节约率：减下来的除以原来的数（送审、限价、预算），不除以核后的数。

控制价500万元，中标价480万元，下浮率4.00%；送审200万元，审定188万元，核减12万元，核减率6.00%。
"""

import re
from collections.abc import Iterator

from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import SAVED, TOTAL
from assistant.reading.claims.judging.judging import Claim, Doubt
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import same_unit

_NAME = re.compile(r"(?:核减|审减|节约|节支|节资|下浮|压减|降价|优惠)率?(?:为|达到?|了|约|是|：)*$")
_BEFORE = re.compile("送审|限价|控制价|报审|采购的?(?:预算|计划)|标底|拦标价")
_AFTER = re.compile("审定|中标|成交|合同|实际采购|核定|定案")
_STOCKS = (Role.LEVEL, Role.REACHED, Role.FLOW, Role.BASE)


def is_saved(paragraph: Paragraph, at: int) -> bool:
    """这个率说的是减下来的占原来的。"""
    return _NAME.search(paragraph.lead(at)) is not None


def saved(paragraph: Paragraph, at: int) -> Iterator[Claim]:
    """同一句里最近的原来的数和核后的数，两个都写着名目；减下来的是两数之差。原来的比核后的小，说得出错因才提。"""
    items, before = paragraph.items, list(paragraph.before(at, *_STOCKS))
    other = next((i for i in before if _AFTER.search(paragraph.lead(i))), None)
    first = next((i for i in before if _BEFORE.search(paragraph.lead(i))), None)
    if first is None or other is None or not same_unit(items[first], items[other]):
        return
    over = items[first].quantity.base < items[other].quantity.base
    doubt = Doubt.CAUSE if over else Doubt.NONE
    inputs = (plain(items[first], "part1"), plain(items[other], "less"))
    span = paragraph.flow.span(items[min(first, other)].spot.start, items[at].spot.end)
    rate = plain(items[at], "rate")
    yield Claim(Relationship.RATIO, SAVED, inputs, rate, span, not over, doubt=doubt)
    less = (inputs[0], inputs[1]._replace(sign=-1))
    for index in range(max(first, other) + 1, at):
        if is_saved(paragraph, index) and same_unit(items[index], items[first]):
            total = plain(items[index], "total")
            yield Claim(Relationship.DIFFERENCE, TOTAL, less, total, span, not over, doubt=doubt)
