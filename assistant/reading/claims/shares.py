"""占比和完成率的断言：部分占整体的百分之几，完成预算的百分之几。"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from assistant.domain.quantities import Dimension
from assistant.domain.statements import Relationship
from assistant.reading.claims.changes import plain
from assistant.reading.claims.cues import Role
from assistant.reading.claims.formulas import COMPLETED, OF_ALL, PART
from assistant.reading.claims.items import Item, Paragraph
from assistant.reading.claims.judging import Claim, Input
from assistant.reading.claims.known import Known
from assistant.reading.claims.nesting import listings
from assistant.reading.tables.text_tables import Tables
from assistant.reading.text.labels import core, likeness, parse

_LEVELS = (Role.LEVEL, Role.REACHED)
_RATIOS = (Dimension.RATIO, Dimension.POINT)


def share_claims(paragraph: Paragraph, known: Known) -> Iterator[Claim]:
    """占……%。known 是全文里名称唯一的数，供本段没有整体时查。"""
    wholes = {i: found.whole for found in listings(paragraph) for i in found.parts}
    for at, item in enumerate(paragraph.items):
        if item.role is not Role.SHARE:
            continue
        part = _part(paragraph, at)
        if part is None:
            continue
        whole, certain = _whole(paragraph, at, part, wholes, known)
        if whole is None and not item.whole:
            yield from _of_siblings(paragraph, at, part)
        if whole is not None:
            inputs = (plain(paragraph.items[part], "part"), whole)
            stated = plain(item, "share")
            span = paragraph.flow.span(paragraph.items[part].spot.start, item.spot.end)
            yield Claim(Relationship.RATIO, PART, inputs, stated, span, certain)


def _part(paragraph: Paragraph, at: int) -> int | None:
    """占比说的是谁：写了名称的按名称找，没写的是前面最近的数。"""
    item = paragraph.items[at]
    before = _levels(paragraph, at)
    if item.label.core:
        alike = [
            (score, i)
            for i in before
            if (score := likeness(item.label.core, paragraph.subjects[i].core)) >= 2
        ]
        return max(alike)[1] if alike else None
    return next((i for i in before if paragraph.items[i].part == item.part), None)


def _of_siblings(paragraph: Paragraph, at: int, part: int) -> Iterator[Claim]:
    """没有写整体、但同句各项占比合起来是百分之百：整体就是各项之和。"""
    items = paragraph.items
    mates = [
        i
        for i, item in enumerate(items)
        if item.role is Role.SHARE and not item.whole and item.sentence == items[at].sentence
    ]
    parts = [_part(paragraph, i) for i in mates]
    total = sum((items[i].quantity.value for i in mates), Decimal(0))
    if len(mates) < 2 or None in parts or abs(total - 100) > len(mates) * Decimal("0.02"):
        return
    others = [plain(items[i], "part") for i in parts if i is not None and i != part]
    yield Claim(
        Relationship.RATIO,
        OF_ALL,
        (plain(items[part], "part"), *others),
        plain(items[at], "share"),
        paragraph.flow.span(items[part].spot.start, items[at].spot.end),
        certain=False,
    )


def _levels(paragraph: Paragraph, at: int) -> list[int]:
    """前面同一句里的数，由近及远。"""
    items = paragraph.items
    return [
        i
        for i in range(at - 1, -1, -1)
        if items[i].role in _LEVELS
        and items[i].dimension not in _RATIOS
        and items[i].sentence == items[at].sentence
    ]


def _whole(
    paragraph: Paragraph, at: int, part: int, wholes: Mapping[int, int], known: Known
) -> tuple[Input | None, bool]:
    items = paragraph.items
    name = core(items[at].whole)
    if name:
        return _named(paragraph, part, name, known)
    if part in wholes and items[wholes[part]].dimension is items[part].dimension:
        return plain(items[wholes[part]], "whole"), True
    return None, False


def _named(paragraph: Paragraph, part: int, name: str, known: Known) -> tuple[Input | None, bool]:
    """占某某的：先在本段找，再在全文找。"""
    items = paragraph.items
    alike = [
        (likeness(name, paragraph.subjects[i].core), -abs(part - i), i)
        for i in range(len(items))
        if i != part and items[i].role in _LEVELS and items[i].dimension is items[part].dimension
    ]
    score, _, index = max(alike, default=(0, 0, -1))
    if score >= 2:
        return plain(items[index], "whole"), score >= 3
    found = known.find(name, items[part].dimension)
    return (found, False) if found is not None else (None, False)


def completion_claims(paragraph: Paragraph, tables: Tables) -> Iterator[Claim]:
    """完成预算的……%、预算执行率……%。tables 供句中没有预算数时查。"""
    for at, item in enumerate(paragraph.items):
        if item.role is not Role.COMPLETION:
            continue
        found = _completion(paragraph, at)
        if found is None:
            continue
        actual = plain(found.actual, "actual")
        budgets = [plain(budget, "budget") for budget in found.budgets]
        elsewhere = None if budgets else tables.budget_for(found.name, actual)
        if elsewhere is not None:
            budgets = [elsewhere]
        if budgets:
            yield Claim(
                Relationship.EXECUTION_RATE,
                COMPLETED,
                (actual, budgets[0]),
                plain(item, "rate"),
                paragraph.flow.span(found.actual.spot.start, item.spot.end),
                certain=elsewhere is None,
                others=tuple((COMPLETED, (actual, budget)) for budget in budgets[1:]),
            )


class Completion(NamedTuple):
    """完成率说的是谁：完成数、名称、可能的预算数（最可能的在前）。"""

    actual: Item
    name: str
    budgets: tuple[Item, ...]


def _completion(paragraph: Paragraph, at: int) -> Completion | None:
    """完成数是前面最近的决算、执行数；预算数按所写的口径找。"""
    items, subjects = paragraph.items, paragraph.subjects
    wanted = parse(items[at].whole).basis or "budget"
    before = _levels(paragraph, at) or _previous(paragraph, at)
    budgets = [i for i in before if subjects[i].basis in ("opening", "adjusted", "budget")]
    actual = next((i for i in before if i not in budgets), None)
    if actual is None:
        return None
    name = subjects[actual].core
    budgets = [i for i in budgets if _about(name, subjects[i].core)]
    exact = [i for i in budgets if subjects[i].basis == wanted]
    rest = [i for i in budgets if i not in exact]
    if wanted == "budget":
        rest.sort(key=lambda i: subjects[i].basis != "adjusted")
    return Completion(items[actual], name, tuple(items[i] for i in (*exact, *rest)))


def _previous(paragraph: Paragraph, at: int) -> list[int]:
    """上一句里的数，由近及远。"""
    items = paragraph.items
    return [
        i
        for i in range(at - 1, -1, -1)
        if items[i].role in _LEVELS and items[i].sentence == items[at].sentence - 1
    ]


def _about(name: str, other: str) -> bool:
    """预算数和完成数说的是同一件事：名称相像，或都没写名称。"""
    return likeness(name, other) >= 2 or (not name and not other)
