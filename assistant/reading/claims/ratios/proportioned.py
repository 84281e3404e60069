"""按比例算的断言：核定投资甲，按40%的比例补助乙，乙占甲的四成。"""

import re
from collections.abc import Iterator

from assistant.domain.quantities import Dimension
from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import PART
from assistant.reading.claims.judging.judging import Claim, Doubt
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import same_unit

_BY = re.compile("(?:按照?|以)(?:照)?$")
_PART = re.compile(
    "^的?(?:比例|标准)?(?:给予|予以)?(?:补助|补贴|配套|分担|承担|计提|提取|奖补|奖励|安排|列支|计算)"
)
_STOCKS = (Role.LEVEL, Role.FLOW, Role.REACHED)


def proportioned(paragraph: Paragraph) -> Iterator[Claim]:
    """一段里前有总数、后有那一份的比例；说不出错因的不断定，比例可能是约定的。"""
    items = paragraph.items
    for at in range(1, len(items) - 1):
        whole, rate, part = items[at - 1 : at + 2]
        if rate.dimension is not Dimension.RATIO or not same_unit(whole, part):
            continue
        if not _BY.search(rate.lead) or not _PART.match(paragraph.after(at)):
            continue
        near = whole.sentence == rate.sentence == part.sentence
        if near and whole.role in _STOCKS and part.role in _STOCKS:
            yield Claim(
                Relationship.RATIO,
                PART,
                (plain(part, "part"), plain(whole, "whole")),
                plain(rate, "share"),
                paragraph.flow.span(whole.spot.start, part.spot.end),
                certain=False,
                doubt=Doubt.CAUSE,
            )
