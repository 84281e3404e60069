"""占比之和：占比分别为24.2%、21.7%、10.1%，三项合计占56.0%，没有整体也能加。"""

import re
from collections.abc import Iterator

from assistant.domain.quantities import Dimension
from assistant.reading.claims.judging.judging import Claim, Doubt
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sums.summing import total_claim
from assistant.reading.text.numerals import numeral

_TOGETHER = re.compile(
    r"(?:([两二三四五六七八九])(?:项|者|类|个|科目)[^，占]{0,4})?(?:合计|共计|总共|之和|共)[^，占]{0,4}占"
)


def summed_shares(paragraph: Paragraph) -> Iterator[Claim]:
    """一段里先逐项说占比、再说合计占比的。"""
    items = paragraph.items
    for at, item in enumerate(items):
        told = _TOGETHER.search(item.lead) if item.role is Role.SHARE else None
        if told is None or item.whole:
            continue
        row = []
        for i in paragraph.before(at, Role.SHARE):
            if items[i].dimension is not Dimension.RATIO or items[i].totals:
                break
            row.append(i)
        count = int(numeral(told[1].replace("两", "二")) or 0) if told[1] else len(row)
        if len(row) == count > 1:
            claim = total_claim(paragraph, at, row[::-1], certain=bool(told[1]))
            yield claim._replace(closed=True, doubt=Doubt.NONE if told[1] else Doubt.CAUSE)
