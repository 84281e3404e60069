"""合计的断言：总数等于各项之和。"""

from collections.abc import Iterator
from decimal import Decimal

from assistant.domain.quantities import Dimension
from assistant.domain.statements import Relationship
from assistant.reading.claims.changes import plain, signed
from assistant.reading.claims.closure import is_closed
from assistant.reading.claims.cues import Role
from assistant.reading.claims.formulas import TOTAL
from assistant.reading.claims.items import Item, Paragraph
from assistant.reading.claims.judging import Claim, Input
from assistant.reading.claims.nesting import Listing, listings

_OF = {Dimension.SCORE: Relationship.SCORE_SUM, Dimension.COUNT: Relationship.COUNT}


def sum_claims(paragraph: Paragraph) -> Iterator[Claim]:
    """一段里的合计。"""
    for listing in listings(paragraph):
        if len(listing.parts) > 1:
            yield _listed(paragraph, listing)
    yield from _totals(paragraph)


def _listed(paragraph: Paragraph, listing: Listing) -> Claim:
    items = paragraph.items
    whole = items[listing.whole]
    parts = tuple(_part(items[i], n) for n, i in enumerate(listing.parts, 1))
    return Claim(
        _OF.get(whole.dimension, Relationship.SUM),
        TOTAL,
        parts,
        _part(whole, 0),
        paragraph.flow.span(items[listing.whole].spot.start, items[listing.parts[-1]].spot.end),
        closed=_closed(paragraph, listing),
    )


def _closed(paragraph: Paragraph, listing: Listing) -> bool:
    """所列是不是全部：名称成套，或各项占比合起来是百分之百。"""
    labels = [paragraph.subjects[i].core for i in listing.parts]
    if is_closed(labels):
        return True
    last = paragraph.items[listing.parts[-1]].sentence
    shares = [
        item.quantity.value
        for item in paragraph.items[listing.whole :]
        if item.role is Role.SHARE and item.sentence == last and not item.whole
    ]
    return len(shares) == len(listing.parts) and abs(sum(shares, Decimal(0)) - 100) <= len(shares)


def _part(item: Item, number: int) -> Input:
    role = f"part{number}" if number else "total"
    return signed(item, role) if item.role is Role.CHANGE else plain(item, role)


def _totals(paragraph: Paragraph) -> Iterator[Claim]:
    """A万元、B万元，合计C万元。"""
    items = paragraph.items
    for at, item in enumerate(items):
        if not item.totals or item.role is not Role.LEVEL or item.label.core not in ("", "合计"):
            continue
        parts: list[int] = []
        for index in range(at - 1, -1, -1):
            other = items[index]
            if other.sentence != item.sentence or other.depth != item.depth:
                break
            if other.role is Role.LEVEL and other.dimension is item.dimension:
                parts.append(index)
            if other.opens:
                break
        if len(parts) > 1:
            inputs = tuple(_part(items[i], n) for n, i in enumerate(reversed(parts), 1))
            span = paragraph.flow.span(items[parts[-1]].spot.start, item.spot.end)
            yield Claim(Relationship.SUM, TOTAL, inputs, _part(item, 0), span)
