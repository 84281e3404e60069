"""收支相抵：收入合计、支出合计说在前面，“收支相抵，年终结余”另起一句或另起一段。"""

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.domain.findings import Span
from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import TOTAL
from assistant.reading.claims.judging.judging import Claim
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Item, Paragraph
from assistant.reading.claims.sentence.kinds import same_unit

_OFFSET = re.compile("(?:^|(?<=。))(?:上述|以上)?收支相抵")
_LEFT = re.compile("结余|结转|滚存")
_IN = re.compile("收入[合总]计")
_OUT = re.compile("支出[合总]计")
_NEAR = 2


def offset_claims(paragraphs: Sequence[Paragraph]) -> Iterator[Claim]:
    """收入合计500万元……。支出合计450万元……。上述收支相抵，年终结余50万元。"""
    for at, paragraph in enumerate(paragraphs):
        for told in _OFFSET.finditer(paragraph.frame):
            left = next((item for item in paragraph.items if item.at > told.end()), None)
            if left is None or left.role is not Role.LEVEL or not _LEFT.search(left.lead):
                continue
            here = [item for item in paragraph.items if item.at < told.start()]
            near = [i for each in paragraphs[max(0, at - _NEAR) : at] for i in each.items]
            income, spent = (_last(here, name, left) for name in (_IN, _OUT))
            if income is None and spent is None:
                income, spent = (_last(near, name, left) for name in (_IN, _OUT))
            if income is not None and spent is not None:
                yield _claim(income, spent, left)


def _claim(income: Item, spent: Item, left: Item) -> Claim:
    spans = [each.mention.span for each in (income, spent, left)]
    return Claim(
        Relationship.DIFFERENCE,
        TOTAL,
        (plain(income, "part1"), plain(spent, "less")._replace(sign=-1)),
        plain(left, "total"),
        Span(min(spans).start, max(spans).end),
    )


def _last(items: Iterable[Item], name: re.Pattern[str], like: Item) -> Item | None:
    """其中最后一个这样叫的数；前后写了两个不同的，说不准是哪个。"""
    found = [
        item
        for item in items
        if item.role is Role.LEVEL and same_unit(item, like) and name.search(item.lead)
    ]
    return found[-1] if len({item.quantity.base for item in found}) == 1 else None
