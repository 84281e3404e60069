"""滚存的断言：上年滚存结余加当年结余，是年末滚存结余。

当年收支结余80万元，加上年滚存结余700万元，年末滚存结余780万元。
"""

import re
from collections.abc import Iterator

from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import TOTAL
from assistant.reading.claims.judging.judging import Claim
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import same_unit

_OWN = re.compile("(?:当年|本年|本期|年度|当期)(?:收支)?(?:结余|节余|结转结余)(?:为)?$")
_LAST = re.compile("(?:上年|年初|期初|上年末|历年)(?:累计|滚存)?(?:结余|结转结余|结转)(?:为)?$")
_ROLLED = re.compile(
    "(?:年末|期末|年终|累计|滚存|历年)(?:累计|滚存)?(?:结余|结转结余|结转)(?:为|达)?$"
)


def rolled_claims(paragraph: Paragraph) -> Iterator[Claim]:
    """一句里接连说的当年结余、上年滚存、年末滚存。"""
    items = paragraph.items
    for at in range(2, len(items) if "滚存" in paragraph.frame else 0):
        one, other, total = items[at - 2 : at + 1]
        pair = _pair(one.lead, other.lead)
        near = one.sentence == total.sentence and same_unit(one, other) and same_unit(one, total)
        if pair and near and _ROLLED.search(total.lead):
            inputs = (plain(one, "part1"), plain(other, "part2"))
            span = paragraph.flow.span(one.spot.start, total.spot.end)
            yield Claim(Relationship.SUM, TOTAL, inputs, plain(total, "total"), span)


def _pair(one: str, other: str) -> bool:
    """一个说当年结余，一个说上年滚存，先后都行。"""
    return any(_OWN.search(a) and _LAST.search(b) for a, b in ((one, other), (other, one)))
