"""优良率、优秀率：评为优的（优良率连同良的）占全部；全部写在前面，或就是各等个数之和。

对20个项目开展自评。“优”的12个、“良”的5个，优良率85%；优4个、良1个，优秀率80%。
"""

import re
from collections.abc import Iterator, Sequence

from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import GATHERED, OF_ALL, PART, Formula
from assistant.reading.claims.judging.judging import Claim, Doubt, Input
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import same_unit

_NAME = re.compile("优(?P<both>良)?(?:秀|等)?率$")
_TAIL = "(?:等级|等次|等|级)?(?:的|为|有|共)*$"
_GRADES = (re.compile("优秀?" + _TAIL), re.compile("(?<!优)良好?" + _TAIL))
_AFTER = tuple(
    re.compile(f"[^，。；、]{{0,10}}(?:等级|等次|结果)?(?:评?为|是)[“‘]?{g}") for g in "优良"
)
_ANY = re.compile("(?:优秀?|良好?|中|差|一般|合格|称职|不定)" + _TAIL)
_STOCKS = (Role.LEVEL, Role.REACHED, Role.FLOW)
Way = tuple[Formula, tuple[Input, ...]]


def graded(paragraph: Paragraph, at: int) -> tuple[int, ...]:
    """率 at 前面分开说的优、良各一个数；不是优良率、优秀率，没有分开说的为空。"""
    items = paragraph.items
    if not _NAME.search(items[at].name):
        return ()
    here = [i for i in paragraph.before(at, *_STOCKS) if items[i].sentence == items[at].sentence]
    found = [next((i for i in here if g.search(paragraph.lead(i))), -1) for g in _GRADES]
    if min(found) < 0:
        found = _told_after(paragraph, here)
    return tuple(found) if min(found) >= 0 and same_unit(*(items[i] for i in found)) else ()


def _told_after(paragraph: Paragraph, here: Sequence[int]) -> list[int]:
    """22个项目评价等级为优，3个为良：等级写在个数的后面。"""
    return [next((i for i in here if g.match(paragraph.after(i))), -1) for g in _AFTER]


def excellent_claim(paragraph: Paragraph, at: int, grades: Sequence[int]) -> Claim | None:
    """优（优良率加良）占全部；写了几个可能的全部，断不定是哪一个；优良率没写全部的不读。"""
    items, first = paragraph.items, min(grades)
    told = _NAME.search(items[at].name)
    both = told is not None and told["both"]
    ways = [*_over_wholes(paragraph, grades, both=bool(both))]
    sole = len(ways) == 1
    if not both:
        row = [i for i in range(first, at) if _is_grade(paragraph, i, first)]
        row.sort(key=lambda i: i != grades[0])
        ways.append((OF_ALL, tuple(plain(items[i], "part") for i in row)))
    if not ways:
        return None
    (formula, inputs), *rest = ways
    doubt = Doubt.NONE if sole or not both else Doubt.CAUSE
    span = paragraph.flow.span(items[first].spot.start, items[at].spot.end)
    stated = plain(items[at], "share")
    return Claim(Relationship.RATIO, formula, inputs, stated, span, False, tuple(rest), doubt=doubt)


def _over_wholes(paragraph: Paragraph, grades: Sequence[int], *, both: bool) -> Iterator[Way]:
    """前面同一句、上一句的同类数，不比优、良之和小的，近的在先。"""
    items, first = paragraph.items, min(grades)
    total = sum(items[i].quantity.base for i in grades)
    parts = [plain(items[i], "part") for i in grades]
    for i in paragraph.back(first - 1):
        near = items[first].sentence - items[i].sentence <= 1 and items[i].role in _STOCKS
        if near and same_unit(items[i], items[first]) and items[i].quantity.base >= total:
            whole = plain(items[i], "whole")
            yield (GATHERED, (whole, *parts)) if both else (PART, (parts[0], whole))


def _is_grade(paragraph: Paragraph, index: int, first: int) -> bool:
    item = paragraph.items[index]
    same = item.role in _STOCKS and same_unit(item, paragraph.items[first])
    return same and bool(_ANY.search(item.lead))
