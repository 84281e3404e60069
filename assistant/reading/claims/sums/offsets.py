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
from assistant.reading.claims.sentence.nesting import listings
from assistant.reading.text.labels import PLANNED

_OFFSET = re.compile("(?:^|(?<=。))(?:上述|以上)?收支相抵")
_LEFT = re.compile("结余|结转|滚存")
_IN = re.compile("收入[合总]计")
_OUT = re.compile("支出[合总]计")
_NEAR = 2
_ONE_KIND = re.compile("其他|事业|经营|基本|项目|人员|公用|拨款|上级|附属")
_NET = re.compile("(?:^|[，；本当]年|当期)收支(?:结余|差额)(?:决算数)?(?:为)?$")


def offset_claims(paragraphs: Sequence[Paragraph]) -> Iterator[Claim]:
    """收入合计500万元……。支出合计450万元……。上述收支相抵，年终结余50万元。"""
    for at, paragraph in enumerate(paragraphs):
        if "收支" not in paragraph.frame:
            continue
        yield from _net(paragraph)
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


def _net(paragraph: Paragraph) -> Iterator[Claim]:
    """收入500万元……；支出450万元……。本年收支结余50万元：其中的各项不是收入、支出的总数。"""
    items = paragraph.items
    told = [at for at, item in enumerate(items) if _NET.search(item.lead)]
    lists = [each for each in listings(paragraph) if each.wholes] if told else []
    inner = {i for listing in lists for i in listing.parts}
    for at in told:
        pool = [
            i
            for i in paragraph.back(at - 1)
            if i not in inner
            and items[i].role in (Role.LEVEL, Role.REACHED)
            and items[at].sentence - items[i].sentence <= _NEAR
            and same_unit(items[i], items[at])
            and paragraph.subjects[i].basis not in PLANNED
            and not _ONE_KIND.search(paragraph.subjects[i].core)
        ]
        income, spent = (
            next((i for i in pool if name in paragraph.subjects[i].core), -1)
            for name in ("收入", "支出")
        )
        if 0 <= income < spent:
            yield _claim(items[income], items[spent], items[at])


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
