"""几倍的断言：由甲扩大到乙，是上年的1.42倍；乙为2019年甲的2.4倍。"""

from collections.abc import Iterator

from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import TIMES
from assistant.reading.claims.judging.judging import Claim, Doubt
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import same_unit
from assistant.reading.text.labels import PLANNED, Label, parse

_SIDES = (Role.LEVEL, Role.REACHED, Role.ORIGIN, Role.BASE)


def multiple_claims(paragraph: Paragraph) -> Iterator[Claim]:
    """一段里“是……的几倍”：前面同一句里那一年（或那个口径）的数作除数。"""
    items = paragraph.items
    for at, item in enumerate(items):
        if item.quantity.unit != "倍" or not item.whole or item.operand >= 0:
            continue
        wanted = parse(item.whole)
        before = list(paragraph.before(at, *_SIDES))
        prior = next((i for i in before if _is_base(paragraph, i, wanted)), -1)
        now = next((i for i in before if i != prior), -1)
        if prior < 0 or now < 0 or not same_unit(items[prior], items[now]):
            continue
        moved = items[prior].role is Role.ORIGIN and items[now].role is Role.REACHED
        yield Claim(
            Relationship.RATIO,
            TIMES,
            (plain(items[now], "current"), plain(items[prior], "prior")),
            plain(item, "times"),
            paragraph.flow.span(items[min(now, prior)].spot.start, item.spot.end),
            doubt=Doubt.NONE if moved else Doubt.CAUSE,
        )


def _is_base(paragraph: Paragraph, at: int, wanted: Label) -> bool:
    """这个数是所比的那一年、那个口径的；由甲到乙的甲，是上年、原来的。"""
    own = paragraph.subjects[at]
    if wanted.basis:
        return own.basis in PLANNED
    if paragraph.items[at].role is Role.ORIGIN:
        return wanted.year in (None, -1, own.year)
    return wanted.year is not None and (own.year or None) == wanted.year
