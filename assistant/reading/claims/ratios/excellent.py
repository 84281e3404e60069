"""优良率：评为优的、良的合起来占全部；全部写在同一句或上一句。

对20个项目开展自评。“优”的12个、“良”的5个，优良率85%。
"""

import re
from collections.abc import Sequence

from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import GATHERED
from assistant.reading.claims.judging.judging import Claim, Doubt
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import same_unit

_NAME = re.compile("优良(?:等)?率$")
_GRADES = (
    re.compile("优秀?(?:等级|等次|等|级)?(?:的|为|有|共)*$"),
    re.compile("(?<!优)良好?(?:等级|等次|等|级)?(?:的|为|有|共)*$"),
)
_STOCKS = (Role.LEVEL, Role.REACHED, Role.FLOW)


def graded(paragraph: Paragraph, at: int) -> tuple[int, ...]:
    """优良率 at 前面分开说的优、良各一个数；不是优良率、没有分开说的为空。"""
    items = paragraph.items
    if not _NAME.search(items[at].name):
        return ()
    here = [i for i in paragraph.before(at, *_STOCKS) if items[i].sentence == items[at].sentence]
    found = [next((i for i in here if g.search(paragraph.lead(i))), -1) for g in _GRADES]
    return tuple(found) if min(found) >= 0 and same_unit(*(items[i] for i in found)) else ()


def excellent_claim(paragraph: Paragraph, at: int, grades: Sequence[int]) -> Claim | None:
    """优、良之和占全部；没写全部多少的不读，写了几个的断不定是哪一个。"""
    items, first = paragraph.items, min(grades)
    total = sum(items[i].quantity.base for i in grades)
    wholes = [
        i
        for i in paragraph.back(first - 1)
        if items[first].sentence - items[i].sentence <= 1
        and items[i].role in _STOCKS
        and same_unit(items[i], items[first])
        and items[i].quantity.base >= total
    ]
    if not wholes:
        return None
    parts = [plain(items[i], "part") for i in grades]
    (formula, inputs), *rest = [(GATHERED, (plain(items[i], "whole"), *parts)) for i in wholes]
    doubt = Doubt.NONE if len(wholes) == 1 else Doubt.CAUSE
    stated = plain(items[at], "share")
    span = paragraph.flow.span(items[first].spot.start, items[at].spot.end)
    return Claim(Relationship.RATIO, formula, inputs, stated, span, False, tuple(rest), doubt=doubt)
