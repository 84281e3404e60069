"""资产等于负债加净资产：三个数接连说出的，名称就写明了关系，不必说“其中”。

资产总额500万元，同比增长3%；负债总额200万元；净资产300万元——企业的净资产叫所有者权益。
"""

import re
from collections.abc import Iterator

from assistant.reading.claims.judging.judging import Claim
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import same_unit
from assistant.reading.claims.sums.summing import total_claim

_TAIL = "(?:总额|总计|合计|总量|总规模)?$"
_ASSETS = re.compile(
    "(?:^|[^净动定形])(?:资产(?:总额|总计|合计|总量|总规模)|总资产)$|^(?:总)?资产$"
)
_SIDES = (re.compile("负债" + _TAIL), re.compile(f"(?:净资产|所有者权益|权益合计){_TAIL}"))
_REACH = 6


def equity_claims(paragraph: Paragraph) -> Iterator[Claim]:
    """一段里的资产、负债、净资产；另一个资产之前没有说全两样的，不算。"""
    for at, item in enumerate(paragraph.items) if "负债" in paragraph.frame else ():
        if item.role is Role.LEVEL and _ASSETS.search(item.label.core):
            sides = [_next(paragraph, at, name) for name in _SIDES]
            if all(index > at for index in sides):
                yield total_claim(paragraph, at, sides)._replace(closed=True)


def _next(paragraph: Paragraph, at: int, name: re.Pattern[str]) -> int:
    """资产之后、下一个资产之前，这样叫的头一个数；别的单位、别的年份的不是；没有为 -1。"""
    items, own = paragraph.items, paragraph.items[at].label
    for index in range(at + 1, min(len(items), at + 1 + _REACH)):
        item = items[index]
        if item.role is not Role.LEVEL or not same_unit(item, items[at]):
            continue
        if _ASSETS.search(item.label.core):
            return -1
        if found := name.search(item.label.core):
            whose = item.label.core[: found.start()]
            return index if whose in own.core and item.label.year in (None, own.year) else -1
    return -1
