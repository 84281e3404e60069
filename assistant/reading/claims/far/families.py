"""一组占比的共同整体：整体写在别处、没有点名，除一项外都恰占全文里的同一个数，那个数就是整体。

决算支出1000万元。……结构如下：教育支出500万元，占50.0%；卫生支出300万元，占30.0%；其他支出200万元，占20.0%。
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from assistant.domain.findings import Span
from assistant.domain.statements import Relationship
from assistant.reading.claims.far.told import Ledger
from assistant.reading.claims.judging.formulas import PART, TOTAL
from assistant.reading.claims.judging.judging import Claim, Input, agrees
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Paragraph

_STOCKS = (Role.LEVEL, Role.REACHED, Role.FLOW)
_LEAST = 3
_MOST = 30


class Member(NamedTuple):
    """一项：部分、占比，和占比写明的整体；inner 表示在“其中”之内。"""

    part: Input
    share: Input
    whole: str
    sentence: tuple[int, int]
    inner: bool


Family = Sequence[Member]


def family_claims(
    paragraphs: Sequence[Paragraph], told: Ledger, settled: frozenset[Span]
) -> Iterator[Claim]:
    """各组里还没有读懂的占比，连同各项之和。"""
    for family in _families(paragraphs):
        if not all(member.share.span in settled for member in family):
            yield from _claims(family, told, settled)


def _families(paragraphs: Sequence[Paragraph]) -> Iterator[Family]:
    """同一句里的，或另起各段、打头一项带占比的。"""
    row: list[Member] = []
    for paragraph in paragraphs:
        members = list(_members(paragraph))
        first = members[0] if members else None
        heads = first is not None and first.part.span == paragraph.items[0].mention.span
        if row and not (heads and first and first.whole == row[-1].whole):
            yield row
            row = []
        if heads and first:
            row.append(first)
        for sentence in dict.fromkeys(member.sentence for member in members):
            yield [member for member in members if member.sentence == sentence]
    if row:
        yield row


def _members(paragraph: Paragraph) -> Iterator[Member]:
    """紧跟在一个数后面、没有另写名称的占比。"""
    items = paragraph.items
    for at in range(1, len(items)):
        item, part = items[at], items[at - 1]
        plainly = item.role is Role.SHARE and item.operand < 0 and not item.label.core
        if plainly and part.role in _STOCKS and part.sentence == item.sentence:
            inner = any(each.opens == "" for each in items[max(0, at - 1) : at + 1]) and at > 1
            sentence = (item.paragraph, item.sentence)
            yield Member(plain(part, "part"), plain(item, "share"), item.whole, sentence, inner)


def _claims(family: Family, told: Ledger, settled: frozenset[Span]) -> Iterator[Claim]:
    family = [member for member in family if not member.inner]
    if not _LEAST <= len(family) <= _MOST or len({member.whole for member in family} - {""}) > 1:
        return
    whole = _common(family, told)
    if whole is None:
        return
    for member in family:
        if member.share.span not in settled and not _other(member, family):
            span = Span(member.part.span.start, member.share.span.end)
            inputs = (member.part, whole._replace(role="whole"))
            yield Claim(Relationship.RATIO, PART, inputs, member.share, span)
    shares = sum((member.share.quantity.value for member in family), Decimal(0))
    if abs(shares - 100) <= len(family) * Decimal("0.06"):
        parts = tuple(m.part._replace(role=f"part{n}") for n, m in enumerate(family, 1))
        stated = whole._replace(role="total")
        span = Span(family[0].part.span.start, family[-1].share.span.end)
        yield Claim(Relationship.SUM, TOTAL, parts, stated, span)


def _common(family: Family, told: Ledger) -> Input | None:
    """除一项外都恰占它的那个数；不止一个取值的，取合得最多、离得最近的。"""
    like = family[0].part
    if any(not _same(member.part, like) for member in family):
        return None
    largest = max(member.part.base for member in family)
    best, most = None, max(1, len(family) - 2)
    for each in told.get(like.quantity.dimension, ()):
        if each.input.base <= largest or not _same(each.input, like):
            continue
        fits = sum(agrees(PART, (member.part, each.input), member.share) for member in family)
        if fits > most:
            best, most = each.input, fits
    return best


def _same(one: Input, other: Input) -> bool:
    return one.quantity.dimension is other.quantity.dimension


def _other(member: Member, family: Family) -> bool:
    """占的是这一组里另一项的：乙又分出来的丙。"""
    return any(
        agrees(PART, (member.part, other.part), member.share)
        for other in family
        if other is not member
    )
