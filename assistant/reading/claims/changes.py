"""增减的断言：增减额、增减率各以什么为基数。

收入总计1200万元，较上年增加200万元，增长20.0% -> 增减率以（本年数－增减额）为基数。
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from assistant.domain.quantities import Dimension
from assistant.domain.statements import Relationship
from assistant.reading.claims.cues import Role
from assistant.reading.claims.formulas import (
    CHANGE,
    RATE_BY_CHANGE,
    RATE_BY_PRIOR,
    RATE_ON_PRIOR,
    Formula,
)
from assistant.reading.claims.items import Item, Paragraph
from assistant.reading.claims.judging import Claim, Input
from assistant.reading.claims.known import Known
from assistant.reading.text.labels import Label, likeness, parse

_LEVELS = (Role.LEVEL, Role.REACHED)
_PRIOR = re.compile(r"上一?年|上一度|去年|前一?年|同期")


class Group(NamedTuple):
    """一组增减：增减额与增减率，按次序配对；都是在段里的序号。"""

    amounts: tuple[int, ...]
    rates: tuple[int, ...]

    @property
    def first(self) -> int:
        """这组的第一个数。"""
        return min((*self.amounts, *self.rates))


class Base(NamedTuple):
    """比较对象：year 是年份（-1 上年，None 未言），basis 是口径。"""

    year: int | None
    basis: str


def base_of(text: str) -> Base:
    """“较……”里的话 -> 比较对象。"""
    label = parse(text)
    year = -1 if _PRIOR.search(text) else label.year
    return Base(year, label.basis)


def groups(items: tuple[Item, ...]) -> Iterator[Group]:
    """把一段里的增减额和增减率配成组。"""
    at = 0
    while at < len(items):
        role = items[at].role
        if role not in (Role.CHANGE, Role.RATE):
            at += 1
            continue
        first = _run(items, at)
        after = first[-1] + 1
        second: tuple[int, ...] = ()
        other = Role.RATE if role is Role.CHANGE else Role.CHANGE
        if after < len(items) and _pairs(items[at], items[after], other):
            second = _run(items, after)
        yield Group(first, second) if role is Role.CHANGE else Group(second, first)
        at = (second or first)[-1] + 1


def _run(items: tuple[Item, ...], at: int) -> tuple[int, ...]:
    end = at + 1
    while end < len(items) and items[end].follows:
        end += 1
    return tuple(range(at, end))


def _pairs(one: Item, other: Item, role: Role) -> bool:
    """后一个数说的是同一件事：紧接着，没有自己的名称。"""
    return (
        other.role is role
        and other.sentence == one.sentence
        and other.part == one.part
        and other.clause - one.clause <= 2
        and not other.label.core
        and one.dimension is not Dimension.POINT
    )


class Links(NamedTuple):
    """一组增减的本年数和上年数；certain 为假表示是从别处推定的。"""

    current: int | None
    prior: int | None
    others: tuple[int, ...] = ()
    certain: bool = True


def links(paragraph: Paragraph, group: Group, nth: int) -> Links:
    """找出一组增减的本年数、上年数。"""
    items = paragraph.items
    head = items[group.first]
    amount = items[group.amounts[0]] if group.amounts else None
    base = base_of(head.base)
    levels = [
        index
        for index in range(group.first - 1, -1, -1)
        if items[index].role in _LEVELS
        and _same_kind(items[index], amount)
        and items[index].depth <= head.depth
        and items[index].reason == head.reason
    ]
    priors = [i for i in levels if _is_base(paragraph.subjects[i], base)]
    currents = [i for i in levels if i not in priors]
    return _chosen(paragraph, head, head.label.core, currents, priors, nth, len(group.rates))


def _same_kind(item: Item, amount: Item | None) -> bool:
    if amount is None:
        return item.dimension not in (Dimension.RATIO, Dimension.POINT)
    return item.dimension is amount.dimension


def _is_base(subject: Label, base: Base) -> bool:
    """这个数就是比较对象本身。"""
    if base.year is not None:
        if subject.year != base.year:
            return False
        return not base.basis or not subject.basis or subject.basis == base.basis
    return bool(base.basis) and subject.basis == base.basis


def _chosen(
    paragraph: Paragraph,
    head: Item,
    name: str,
    currents: list[int],
    priors: list[int],
    nth: int,
    count: int,
) -> Links:
    items = paragraph.items
    here = [i for i in currents if items[i].sentence == head.sentence]
    prior = next((i for i in priors if items[i].sentence == head.sentence), None)
    if prior is None and priors:
        prior = priors[0]
    if name:
        alike = [(likeness(name, paragraph.subjects[i].core), i) for i in currents]
        best = max((score for score, _ in alike), default=0)
        if best < 2:
            return Links(None, prior, (), False)
        matched = [i for score, i in alike if score == best]
        return Links(matched[0], prior, tuple(matched[1:]))
    if count > 1 and len(here) >= count:
        return Links(here[count - 1 - nth], prior, tuple(here))
    if here:
        return Links(here[0], prior, tuple(here[1:]))
    before = [i for i in currents if items[i].sentence == head.sentence - 1]
    if before:
        return Links(before[-1], prior, tuple(before[:-1]), len(before) == 1)
    return Links(None, prior, (), False)


def signed(item: Item, role: str) -> Input:
    """带方向的增减。"""
    sign = item.direction or 1
    return Input(role, item.quantity, item.mention.span, sign, item.mention.qualifier)


def plain(item: Item, role: str) -> Input:
    """不带方向的数。"""
    return Input(role, item.quantity, item.mention.span, 1, item.mention.qualifier)


def change_claims(paragraph: Paragraph, known: Known) -> Iterator[Claim]:
    """一段里全部增减的断言；known 供本段没有本年数时查。"""
    for group in groups(paragraph.items):
        for nth in range(max(len(group.amounts), len(group.rates))):
            yield from _claims(paragraph, group, nth, known)


def _claims(paragraph: Paragraph, group: Group, nth: int, known: Known) -> Iterator[Claim]:
    items = paragraph.items
    amount = _nth(items, group.amounts, nth)
    rate = _nth(items, group.rates, nth)
    found = links(paragraph, group, nth)
    current = (
        _elsewhere(paragraph, group, known)
        if found.current is None
        else plain(items[found.current], "current")
    )
    prior = None if found.prior is None else plain(items[found.prior], "prior")
    span = paragraph.sentence(group.first)
    if rate is not None:
        change = signed(amount, "change") if amount else None
        stated = signed(rate, "rate")
        if amount is not None and rate.direction == 0:
            stated = stated._replace(sign=amount.direction or 1)
        others = [plain(items[i], "current") for i in found.others]
        form = _form(current, prior, change, others)
        if form is not None:
            formula, inputs, rest = form
            yield Claim(
                Relationship.YOY_PERCENT, formula, inputs, stated, span, found.certain, rest
            )
    if amount is not None and current is not None and prior is not None:
        yield Claim(
            Relationship.YOY_AMOUNT,
            CHANGE,
            (current, prior),
            signed(amount, "change"),
            span,
            found.certain,
        )


def _elsewhere(paragraph: Paragraph, group: Group, known: Known) -> Input | None:
    """别处写过的本年数：名称完全相同。"""
    subject = paragraph.subjects[group.first]
    amount = paragraph.items[(group.amounts or group.rates)[0]]
    dimension = amount.dimension if group.amounts else Dimension.MONEY
    found = known.find(subject.core, dimension, subject.basis)
    return found._replace(role="current") if found is not None else None


Form = tuple[Formula, tuple[Input, ...]]


def _form(
    current: Input | None, prior: Input | None, change: Input | None, others: list[Input]
) -> tuple[Formula, tuple[Input, ...], tuple[Form, ...]] | None:
    """增减率由哪些数算出：有增减额先用增减额，没有的用上年数。"""
    if current is not None and change is not None:
        rest: tuple[Form, ...] = tuple((RATE_BY_CHANGE, (other, change)) for other in others)
        if prior is not None:
            rest += ((RATE_BY_PRIOR, (current, prior)),)
        return RATE_BY_CHANGE, (current, change), rest
    if current is not None and prior is not None:
        return RATE_BY_PRIOR, (current, prior), ()
    if prior is not None and change is not None:
        return RATE_ON_PRIOR, (prior, change), ()
    return None


def _nth(items: tuple[Item, ...], indexes: tuple[int, ...], nth: int) -> Item | None:
    return items[indexes[min(nth, len(indexes) - 1)]] if indexes else None
