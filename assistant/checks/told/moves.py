"""数字·成文与台账：人改过的文字里说的增减，与台账里本年、上年两个数算得的合不合。

例文“台账：”以下一行一项事实，“成文：”以下是文字；名称前写“上年”的是上年数。
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from assistant.checks.dossier import Dossier
from assistant.checks.rule import MUST, rule
from assistant.checks.told.subjects import Said, names_of, said
from assistant.domain.figures import Figure
from assistant.domain.findings import Fault
from assistant.domain.ledger import Ledger
from assistant.domain.quantities import Dimension, Quantity, half_up, places_of
from assistant.reading.claims.judging.formulas import SAME
from assistant.reading.claims.judging.judging import LOOSE, agrees
from assistant.reading.claims.sentence.directions import DOWN, TAIL, UP
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Item, Paragraph

_THAN = r"(?:同比|(?:较|比|与)(?:上年|去年)(?:度|同期|决算数?)?(?:相比)?，?)"
_CLAUSE = re.compile(
    rf"(?P<apart>[，、]?)(?P<than>{_THAN})?(?:有所|略有|大幅度?|明显|显著|共|又|实现)*"
    rf"(?P<word>(?P<up>{UP})|(?P<down>{DOWN})|持平|翻了?(?P<times>[一两二三]?)番)(?:{TAIL})"
)
_TIMES = {"": 2, "一": 2, "两": 4, "二": 4, "三": 8}
_MOVED = (Dimension.MONEY, Dimension.COUNT, Dimension.AREA)
_FLAT = Decimal("0.01")


class _Moved(NamedTuple):
    """台账里一项的增减：增减额，和增减率（1 的几分之几），都带正负。"""

    amount: Quantity
    rate: Decimal


@rule("FIG903", "moves-against-facts", MUST)
def moves_against_facts(dossier: Dossier) -> Iterator[Fault]:
    """文字里说的增减与台账算得的不符。

    依据：增减由确认过的本年数、上年数算出，文字里改了说法，就与它对不上。
    错例：
        台账：
        决算收入总计：1146.00万元
        上年决算收入总计：1000.00万元
        成文：
        2023年决算收入总计1146.00万元，较上年减少146.00万元。
    错例：
        台账：
        决算收入总计：1146.00万元
        上年决算收入总计：1000.00万元
        成文：
        决算收入总计较上年翻了一番。
    错例：
        台账：
        决算收入总计：1146.00万元
        上年决算收入总计：1000.00万元
        成文：
        决算收入总计1146.00万元，比上年增加146.00万元，增长12.7%。
    正例：
        台账：
        决算收入总计：1146.00万元
        上年决算收入总计：1000.00万元
        成文：
        决算收入总计1146.00万元，比上年增加146.00万元，增长14.6%，主要是项目资金减少较少。
    """
    ledger = dossier.ledger
    names = names_of(ledger, dossier.year) if ledger else None
    if ledger is None or names is None:
        return
    for paragraph in dossier.reading.paragraphs:
        for each in said(paragraph, names):
            moved = _moved(ledger, each.figure)
            if moved:
                yield from _wrong(paragraph, each, moved)


def _moved(ledger: Ledger, figure: Figure) -> _Moved | None:
    """本年、上年两个数都有的才算得出。"""
    now, prior = figure.quantity, ledger.figures.get(f"{figure.key}.prior")
    if prior is None or not prior.exact or now.dimension not in _MOVED:
        return None
    before = prior.quantity.to(now.unit, max(places_of(now.value), places_of(prior.quantity.value)))
    return _Moved(Quantity(now.value - before.value, now.unit), figure.exact / prior.exact - 1)


def _wrong(paragraph: Paragraph, each: Said, moved: _Moved) -> Iterator[Fault]:
    """名称和数后面接连说的各个增减；头一个要写明与上年比。"""
    starts = {item.spot.start: item for item in paragraph.items}
    at, compared = each.end, False
    while match := _CLAUSE.match(paragraph.text, at):
        compared = compared or bool(match["than"])
        item = starts.get(match.end())
        if not compared or (at > each.end and not match["apart"]):
            return
        end = item.spot.end if item else match.end()
        if not (_says(match, moved) and (item is None or _holds(item, moved))):
            yield _fault(paragraph, (match.start("word"), end), each.label, moved)
        at = end


def _says(match: re.Match[str], moved: _Moved) -> bool:
    """增减的方向、翻番、持平说得对不对。"""
    rate = moved.rate
    if match["up"]:
        return rate > 0
    if match["down"]:
        return rate < 0
    if match["times"] is None:
        return abs(rate) < _FLAT
    fold = _TIMES[match["times"]]
    return LOOSE[0] * fold <= 1 + rate <= LOOSE[1] * fold


def _holds(item: Item, moved: _Moved) -> bool:
    """写出的增减额、增减率对不对；量纲不同的不管。"""
    for fact in (moved.amount, Quantity(moved.rate * 100, "%")):
        if fact.dimension is item.dimension:
            stated = plain(item, "text")
            size = Quantity(abs(fact.value), fact.unit)
            return agrees(SAME, (stated._replace(quantity=size, qualifier=""),), stated)
    return True


def _fault(paragraph: Paragraph, spot: tuple[int, int], label: str, moved: _Moved) -> Fault:
    change = moved.amount
    more, fewer = ("增加", "增长"), ("减少", "下降")
    by, rate = more if change.value > 0 else fewer
    percent = Quantity(half_up(abs(moved.rate) * 100, 1), "%")
    right = f"{by}{Quantity(abs(change.value), change.unit)}、{rate}{percent}"
    right = right if change.value else "与上年持平"
    text = paragraph.text[slice(*spot)]
    return Fault(
        where=paragraph.flow.span(*spot),
        found=text,
        expected=right,
        message=f"这里说{label}“{text}”，台账里本年与上年两个数算得{right}：请改正这里的文字，或在台账里改正事实。",
    )
