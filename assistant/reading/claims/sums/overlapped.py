"""有重复的列举：各项之间有重叠，总数要减去重复计算的，或只加不重复的那一部分。

水资源总量 = 地表水 + 地下水与地表水不重复量；地下水 = 平原区 + 山丘区 - 两区之间的重复计算量。
"""

from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import TOTAL
from assistant.reading.claims.judging.judging import Claim, Doubt, Input
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.nesting import Listing
from assistant.reading.claims.sums.summing import part_of

_TWICE, _ONCE = "重复", "不重复"


def overlapped_claim(paragraph: Paragraph, listing: Listing) -> Claim | None:
    """末一项说的是重复多少的列举；不是这样的为 None。"""
    *parts, last = listing.parts
    lead = paragraph.lead(last)
    if _TWICE not in lead or not parts:
        return None
    items = paragraph.items
    whole = listing.wholes[0]
    overlap = part_of(items[last], len(listing.parts))
    own = [part_of(items[i], n) for n, i in enumerate(parts, 1)]
    ways: list[tuple[Input, ...]]
    if _ONCE in lead:
        ways = [(each, overlap) for each in own]
    else:
        ways = [(*own, overlap._replace(role="less", sign=-1))]
    span = paragraph.flow.span(items[whole].spot.start, items[last].spot.end)
    return Claim(
        Relationship.SUM,
        TOTAL,
        ways[0],
        part_of(items[whole], 0),
        span,
        certain=False,
        others=tuple((TOTAL, way) for way in ways[1:]),
        doubt=Doubt.NONE if len(listing.wholes) == 1 else Doubt.AGREE,
    )
