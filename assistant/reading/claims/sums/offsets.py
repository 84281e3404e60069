"""跨段的收支相抵：收入合计、支出合计各在前面一段，“收支相抵，年终结余”另起一段。"""

import re
from collections.abc import Iterator, Sequence

from assistant.domain.findings import Span
from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import TOTAL
from assistant.reading.claims.judging.judging import Claim
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Item, Paragraph
from assistant.reading.claims.sentence.kinds import same_unit

_OFFSET = re.compile("^(?:上述|以上)?收支相抵")
_LEFT = re.compile("结余|结转|滚存")
_IN = re.compile("收入[合总]计")
_OUT = re.compile("支出[合总]计")
_NEAR = 2


def offset_claims(paragraphs: Sequence[Paragraph]) -> Iterator[Claim]:
    """收入合计500万元……。支出合计450万元……。上述收支相抵，年终结余50万元。"""
    for at, paragraph in enumerate(paragraphs):
        if not _OFFSET.match(paragraph.frame) or not paragraph.items:
            continue
        left = paragraph.items[0]
        if left.role is not Role.LEVEL or not _LEFT.search(left.lead):
            continue
        before = paragraphs[max(0, at - _NEAR) : at]
        income, spent = _last(before, _IN, left), _last(before, _OUT, left)
        if income is not None and spent is not None:
            spans = [each.mention.span for each in (income, spent, left)]
            yield Claim(
                Relationship.DIFFERENCE,
                TOTAL,
                (plain(income, "part1"), plain(spent, "less")._replace(sign=-1)),
                plain(left, "total"),
                Span(min(spans).start, max(spans).end),
            )


def _last(paragraphs: Sequence[Paragraph], name: re.Pattern[str], like: Item) -> Item | None:
    """这几段里最后一个这样叫的数；前后写了两个不同的，说不准是哪个。"""
    found = [
        item
        for paragraph in paragraphs
        for item in paragraph.items
        if item.role is Role.LEVEL and same_unit(item, like) and name.search(item.lead)
    ]
    return found[-1] if len({item.quantity.base for item in found}) == 1 else None
