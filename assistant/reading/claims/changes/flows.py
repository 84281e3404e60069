"""收支里的加减：前面哪些数可以相加减，一条加减的断言怎样立。"""

from collections.abc import Collection, Sequence

from assistant.domain.statements import Relationship
from assistant.reading.claims.changes.priors import is_prior, latest_year
from assistant.reading.claims.judging.formulas import TOTAL
from assistant.reading.claims.judging.judging import Claim, Doubt, Input
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Item, Paragraph
from assistant.reading.claims.sentence.kinds import same_unit

OPERANDS = (Role.LEVEL, Role.FLOW, Role.REACHED, Role.WHOLE, Role.BASE)


def earlier(
    paragraph: Paragraph, at: int, *more: Role, skipped: Collection[int] = frozenset()
) -> list[int]:
    """同一句里它前面的同类数，由近及远；more 是另要的角色，skipped 里的不要。"""
    items = paragraph.items
    return [
        i
        for i in paragraph.before(at, *OPERANDS, *more)
        if i not in skipped
        and (same_unit(items[i], items[at]) or _posts(items[i], items[at]))
        and items[i].depth == items[at].depth
        and not _compared(paragraph, i)
    ]


def _posts(one: Item, other: Item) -> bool:
    """空编8个：编制几名、在职几人，空着的编制也说几个。"""
    units = {one.quantity.unit, other.quantity.unit}
    return "编" in other.lead and "个" in units and bool(units & {"人", "名"})


def _compared(paragraph: Paragraph, at: int) -> bool:
    """拿来比的上年数，不参加本年的加减；上年末的数就是年初的数。"""
    base = paragraph.items[at].role is Role.BASE and "末" not in paragraph.lead(at)
    return base and is_prior(paragraph.subjects[at], None, latest_year(paragraph, at))


def less(
    paragraph: Paragraph, whole: int, added: Sequence[int], taken: Sequence[int]
) -> tuple[Input, ...]:
    """Whole 加上 added 各数、减去 taken 各数。"""
    items = paragraph.items
    return (
        plain(items[whole], "part1"),
        *(plain(items[i], f"part{n}") for n, i in enumerate(added, 2)),
        *(plain(items[i], "less")._replace(sign=-1) for i in taken),
    )


def balance_claim(
    paragraph: Paragraph,
    at: int,
    ways: Sequence[tuple[Input, ...]],
    used: Sequence[int],
    *,
    sure: bool,
    certain: bool = True,
) -> Claim:
    """At 是照 ways 头一种算出来的；别的几种也可能；不 sure 的只有算得通才算读懂。"""
    items = paragraph.items
    return Claim(
        Relationship.SUM if len(ways[0]) > 2 else Relationship.DIFFERENCE,
        TOTAL,
        ways[0],
        plain(items[at], "total"),
        paragraph.flow.span(items[min(used)].spot.start, items[at].spot.end),
        certain,
        others=tuple((TOTAL, way) for way in ways[1:]),
        doubt=Doubt.NONE if sure else Doubt.AGREE,
    )
