"""增减的断言：增减额、增减率各以什么为基数。

收入总计1200万元，较上年增加200万元，增长20.0% -> 增减率以（本年数－增减额）为基数。
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from assistant.domain.quantities import Dimension
from assistant.domain.statements import Relationship
from assistant.reading.claims.changes.currents import another, currents
from assistant.reading.claims.changes.moves import Move, has_ratio, moves
from assistant.reading.claims.changes.multiplied import is_multiplied, multiplied_claim
from assistant.reading.claims.changes.priors import priors
from assistant.reading.claims.changes.rowed import Rows, apart, rowed
from assistant.reading.claims.changes.wanted import Found, Wanted, anything, wanted
from assistant.reading.claims.judging.formulas import (
    CHANGE,
    RATE_BY_CHANGE,
    RATE_BY_PRIOR,
    RATE_ON_PRIOR,
    SAME,
    Formula,
)
from assistant.reading.claims.judging.judging import Claim, Input
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain, signed
from assistant.reading.claims.sentence.items import Item, Paragraph
from assistant.reading.claims.sentence.known import Known
from assistant.reading.text.labels import GENERIC

_CUT = re.compile("压减|压缩|节约|节省|核减|削减|精简|下浮")
Form = tuple[Formula, tuple[Input, ...]]


class Pair(NamedTuple):
    """配成对的一组：增减额、增减率、可能的本年数和上年数；cut 表示说的是压减，数可能是压减前的。"""

    amount: Input | None
    rate: Input | None
    currents: tuple[Input, ...]
    priors: tuple[Input, ...]
    certain: bool
    cut: bool = False


def change_claims(paragraph: Paragraph, known: Known) -> Iterator[Claim]:
    """一段里全部增减的断言；known 供本段没有本年数时查。"""
    found = list(moves(paragraph))
    for move, after in pairwise(found):
        if (claim := _told_twice(paragraph, move, after)) is not None:
            yield claim
    for move in found:
        if is_multiplied(paragraph, move):
            yield from filter(None, [multiplied_claim(paragraph, move)])
            continue
        span = paragraph.sentence(move.first)
        cut = _is_cut(paragraph, move)
        each = apart(paragraph, move) or (move,)
        for pair in chain.from_iterable(_pairs(paragraph, one, known) for one in each):
            for claim in (_rate(pair._replace(cut=cut)), _amount(pair, move)):
                if claim is not None:
                    yield claim._replace(span=span)


def _is_cut(paragraph: Paragraph, move: Move) -> bool:
    """对一般性支出100万元压减10万元：没说与什么相比，前面的数是压减之前的。"""
    bare = move.against is None and move.reached < 0 and bool(move.amounts)
    return bare and bool(_CUT.search(paragraph.lead(move.amounts[0])))


def _told_twice(paragraph: Paragraph, move: Move, after: Move) -> Claim | None:
    """由甲增加了乙，提高丙：乙、丙都是增加额，应相等（多半是“增加到”写成了“增加了”）。"""
    items = paragraph.items
    lone = move.origin >= 0 > move.reached and not move.rates and len(move.amounts) == 1
    if not lone or after.origin != move.origin or not after.amounts or after.name:
        return None
    stated, other = (
        signed(items[after.amounts[0]], "change"),
        signed(items[move.amounts[0]], "change"),
    )
    if stated.quantity.dimension is not other.quantity.dimension:
        return None
    span = paragraph.flow.span(items[move.origin].spot.start, items[after.last].spot.end)
    return Claim(Relationship.SAME_AS, SAME, (other,), stated, span)


def _pairs(paragraph: Paragraph, move: Move, known: Known) -> Iterator[Pair]:
    """按次序配对；一句话管收、支两头的，各算一对。"""
    items = paragraph.items
    if rows := rowed(paragraph, move):
        yield from _in_rows(paragraph, move, rows)
        return
    move, fits = _kind(paragraph, move)
    before = priors(paragraph, move, fits)
    if not move.amounts and before.indexes:
        fits = wanted(items[before.indexes[0]])
    now = currents(paragraph, move, fits, before.indexes)
    if not now.indexes and _is_last(paragraph, move, before.indexes):
        now, before = before._replace(certain=False), Found()
    count = max(len(move.amounts), len(move.rates))
    order = sorted(now.indexes)
    for nth in range(count):
        amount, rate = _nth(items, move.amounts, nth), _nth(items, move.rates, nth)
        sides = (before, amount, _stated_rate(amount, rate))
        if now.every and count == 1:
            for index in order:
                yield _pair(items, (index,), *sides, certain=True)
        elif now.every:
            chosen = order[-count:][nth : nth + 1] if len(order) >= count else []
            yield _pair(items, chosen, *sides, certain=now.certain)
        elif now.indexes:
            yield _pair(items, now.indexes, *sides, certain=now.certain)
        else:
            found = _elsewhere(paragraph, move, known)
            pair = _pair(items, (), *sides, certain=False)
            yield pair._replace(currents=(found,)) if found else pair


def _in_rows(paragraph: Paragraph, move: Move, rows: Rows) -> Iterator[Pair]:
    """本年、上年各是一排的，第几个对第几个。"""
    items = paragraph.items
    for nth, (now, before) in enumerate(zip(*rows, strict=True)):
        amount, rate = _nth(items, move.amounts, nth), _nth(items, move.rates, nth)
        sides = (Found((before,), True), amount, _stated_rate(amount, rate))
        yield _pair(items, (now,), *sides, certain=True)


def _is_last(paragraph: Paragraph, move: Move, before: Sequence[int]) -> bool:
    """去年收入100万元，比去年同期减少10万元：句里只有去年的数，那一年就是所说的“本年”。"""
    against = move.against
    if against is None or against.year != -1 or against.inline >= 0 or len(before) != 1:
        return False
    item = paragraph.items[before[0]]
    return item.role is Role.LEVEL and before[0] < move.first and item.label.year == -1


def _kind(paragraph: Paragraph, move: Move) -> tuple[Move, Wanted]:
    """说的是哪一类数；金额的增幅写成百分点的，仍按增幅读。"""
    items = paragraph.items
    like = items[(move.amounts or move.rates)[0]]
    if not move.amounts:
        return move, anything
    if like.dimension is Dimension.POINT and not has_ratio(paragraph, move):
        return move._replace(amounts=(), rates=move.amounts), anything
    return move, wanted(like)


def _nth(items: tuple[Item, ...], indexes: tuple[int, ...], nth: int) -> Item | None:
    return items[indexes[min(nth, len(indexes) - 1)]] if indexes else None


def _stated_rate(amount: Item | None, rate: Item | None) -> Input | None:
    """增减率；只说“变动幅度”的，方向随增减额。"""
    if rate is None:
        return None
    stated = signed(rate, "rate")
    if amount is not None and rate.direction == 0:
        return stated._replace(sign=amount.direction or 1)
    return stated


def _pair(
    items: tuple[Item, ...],
    now: Sequence[int],
    before: Found,
    amount: Item | None,
    rate: Input | None,
    *,
    certain: bool,
) -> Pair:
    return Pair(
        signed(amount, "change") if amount is not None else None,
        rate,
        tuple(plain(items[i], "current") for i in now),
        tuple(plain(items[i], "prior") for i in before.indexes),
        certain and (before.certain or not before.indexes),
    )


def _elsewhere(paragraph: Paragraph, move: Move, known: Known) -> Input | None:
    """别处写过的本年数：名称完全相同。"""
    if another(paragraph, move):
        return None
    subject = paragraph.subjects[move.first]
    name = move.name if move.name not in GENERIC else subject.core
    amount = paragraph.items[(move.amounts or move.rates)[0]]
    dimension = amount.dimension if move.amounts else Dimension.MONEY
    found = known.find(name, dimension, subject.basis)
    return found._replace(role="current") if found is not None else None


def _rate(pair: Pair) -> Claim | None:
    """增减率由哪些数算出；本年数、上年数、增减额知道两个就能算。"""
    if pair.rate is None:
        return None
    forms = list(_forms(pair))
    if not forms:
        return None
    (formula, inputs), *rest = forms
    return Claim(
        Relationship.YOY_PERCENT,
        formula,
        inputs,
        pair.rate,
        pair.rate.span,
        pair.certain,
        tuple(rest),
    )


def _forms(pair: Pair) -> Iterator[Form]:
    """各种算法，最可靠的在前；额、本年、上年齐全时任何一种算得通都不算错。"""
    for now in pair.currents:
        for before in pair.priors:
            yield RATE_BY_PRIOR, (now, before)
    if pair.amount is not None:
        for before in pair.priors:
            yield RATE_ON_PRIOR, (before, pair.amount)
        for now in pair.currents:
            yield RATE_BY_CHANGE, (now, pair.amount)
            if pair.cut:
                yield RATE_ON_PRIOR, (now, pair.amount)


def _amount(pair: Pair, move: Move) -> Claim | None:
    """增减额等于两头之差。"""
    if pair.amount is None or not pair.currents or not pair.priors:
        return None
    forms = [(CHANGE, (now, before)) for now in pair.currents for before in pair.priors]
    (formula, inputs), *rest = forms
    yearly = move.against is None or move.against.year is not None
    money = pair.amount.quantity.dimension is not Dimension.POINT
    relation = Relationship.YOY_AMOUNT if yearly and money else Relationship.DIFFERENCE
    return Claim(
        relation, formula, inputs, pair.amount, pair.amount.span, pair.certain, tuple(rest)
    )
