"""执行率、到位率的预算数在别处：照它说的那一项的名称找。

调整预算中，基本支出500万元……。本年支出……，其中基本支出490万元……。基本支出执行率98.00%。
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.domain.findings import Span
from assistant.domain.quantities import Dimension
from assistant.reading.claims.far.pairing import called, ratio_claim
from assistant.reading.claims.far.told import Ledger, Told
from assistant.reading.claims.judging.judging import Claim
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Item, Paragraph
from assistant.reading.text.labels import GENERIC, PLANNED, core

_STOCKS = (Role.LEVEL, Role.REACHED, Role.FLOW)
_SPENT = re.compile("(?:预算|资金)*(?:执行率|执行进度|支出进度|支出率)$")
_HEADING = re.compile("^.*(?:情况|方面|分析)")
_ARRIVED = re.compile("(?:资金)?到位率$")
_DOING = re.compile("(?:资金|实际|已)*到位(?:资金)?$")
_BUDGET = re.compile("预算")
_ACTUAL = re.compile(r"\|(?:实际)?(?:支出|执行|决算|使用|支付)(?:数|额)?$")
_TOTAL = re.compile("^(?:全年|本年|当年|年度|部门|整体|单位)*$")


class Sides(NamedTuple):
    """分子、分母各种可能，最可能的在先。"""

    parts: Sequence[Told]
    wholes: Sequence[Told]


def rate_claims(
    paragraphs: Sequence[Paragraph], told: Ledger, settled: frozenset[Span]
) -> Iterator[Claim]:
    """各处还没有读懂的执行率、到位率。"""
    for paragraph in paragraphs:
        for at, item in enumerate(paragraph.items):
            if item.role is not Role.COMPLETION or not item.name or item.mention.span in settled:
                continue
            if not (_SPENT.search(item.name) or _ARRIVED.search(item.name)):
                continue
            money = [x for x in told.get(Dimension.MONEY) if not x.prior]
            sides = _spent(item, money) or _arrived(paragraph, at, money)
            if sides is not None:
                stated = plain(item, "rate")
                yield from filter(None, [ratio_claim(stated, *sides, planned=True)])


def _spent(item: Item, money: Sequence[Told]) -> Sides | None:
    """执行率：名称相同的支出除以名称相同的预算；预算数写在“预算中”之后的也是。"""
    match = _SPENT.search(item.name)
    if match is None:
        return None
    name = _HEADING.sub("", item.name[: match.start()])
    if _TOTAL.fullmatch(name):
        return _grand(money)
    return spent_of(core(name), money)


def spent_of(name: str, money: Sequence[Told]) -> Sides:
    """叫这个名称的支出和预算；正文里没有成对的，看表里那一行。"""
    if name in GENERIC:
        return Sides((), ())
    same = called(name, money)
    wholes = [x for x in same if x.basis in PLANNED or _BUDGET.search(x.context)]
    parts = [x for x in same if x not in wholes and x.paragraph >= 0]
    return Sides(parts[:1], wholes[:1]) if parts and wholes else _in_row(name, money)


def _in_row(name: str, money: Sequence[Told]) -> Sides:
    """表里这一行的支出和预算：文物修缮|支出数，文物修缮|预算数；各只一格才算。"""
    row = [x for x in money if x.paragraph < 0 and x.said.startswith(f"{name}|")]
    parts = [x for x in row if _ACTUAL.search(x.said)]
    wholes = [x for x in row if _BUDGET.search(x.said) and x not in parts]
    return Sides(parts, wholes) if len(parts) == len(wholes) == 1 else Sides((), ())


def _grand(money: Sequence[Told]) -> Sides:
    """全年预算执行率：全部支出除以调整后的预算。"""
    parts = [
        x for x in money if re.fullmatch("(?:本年|全年|当年|实际|部门|总)*支出(?:合计)?", x.said)
    ]
    wholes = [x for x in money if x.basis == "adjusted"]
    return Sides(parts[:1], wholes[:1])


def _arrived(paragraph: Paragraph, at: int, money: Sequence[Told]) -> Sides | None:
    """到位率：刚说完到位多少，应到位的是别处同名的那一笔；总的到位资金对总投资、预算。"""
    item = paragraph.items[at]
    if not _ARRIVED.search(item.name):
        return None
    before = next(paragraph.before(at, *_STOCKS), None)
    if before is None or not _DOING.search(paragraph.lead(before)):
        return None
    span = paragraph.items[before].mention.span
    part = [x for x in money if x.input.span == span]
    name = _DOING.sub("", part[0].name) if part else ""
    if not name:
        found = [x for x in money if re.search("总投资|预算$|概算", x.said)]
        return Sides(part, found[:1])
    return Sides(part, [x for x in called(name, money) if x.input.span != span][:1])
