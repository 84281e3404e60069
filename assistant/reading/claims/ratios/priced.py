"""按单价、标准算出的总数：单价×数量；每人每月多少，乘人数，再乘月数。

采购净水设备85套，单价1.2万元，共计102万元；为326名村医发放补助，每人每月300元，全年117.36万元。
同一句里只有一个单价、一个够得上的个数、另一笔钱的才读；按月而没写几个月的，一到十二个月都可能。
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from assistant.domain.intervals import Interval
from assistant.domain.quantities import Dimension
from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import Formula
from assistant.reading.claims.judging.judging import Claim, Doubt, Input
from assistant.reading.claims.ratios.means import UNITS
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Item, Paragraph

_CUES = ("单价", "每月", "每年", "月均", "年均")
_PRICE = re.compile("(?:每(?P<per>[台套件辆个亩米吨张把盏株只头])的?)?单价(?:为|是|约|：)*$")
_TERM = re.compile(
    "每(?P<per>[人户村车亩名位生班校所家]|[^，。；、每]{2})每(?P<term>[年月])"
    "(?:补助|补贴|发放|奖励|给予|资助|增发)*(?:标准)?(?:为|是)?$"
)
_BARE_TERM = re.compile(
    "^，?(?:按)?每(?P<term>[年月])(?:补助|补贴|发放|工资|报酬)(?:标准)?(?:为|是)?$"
)
_PARTLY = re.compile(
    "配套|承担|分担|比例|其中|分别|不等|以上|以下|剩余|其余|提高|增加|差额|补差|低保"
)
_GIVEN = re.compile("补助|补贴|发放|奖|按")
_YEARLY = re.compile("全年|年度|一年")
_STOCKS = (Role.LEVEL, Role.FLOW, Role.REACHED)
_PRICED = (*_STOCKS, Role.LIMIT, Role.MEAN)
_MONTHS = 12


class Price(NamedTuple):
    """一个单价：units 是个数可能的单位（空表示不限），term 是按年、按月，一次的为空。"""

    at: int
    units: Sequence[str]
    term: str


def priced_claims(paragraph: Paragraph) -> Iterator[Claim]:
    """一段里按单价、标准算出的总数。"""
    if not any(map(paragraph.frame.__contains__, _CUES)):
        return
    for at, item in enumerate(paragraph.items):
        if item.dimension is not Dimension.MONEY or item.role not in _PRICED:
            continue
        price = _price(at, item.lead)
        claim = _claim(paragraph, price) if price is not None else None
        if claim is not None:
            yield claim


def _price(at: int, lead: str) -> Price | None:
    if found := _PRICE.search(lead):
        return Price(at, [found["per"]] if found["per"] else (), "")
    if found := _TERM.search(lead):
        return Price(at, UNITS.get(found["per"], ("人", "名", "户", "个")), found["term"])
    if found := _BARE_TERM.search(lead):
        return Price(at, ("人", "名", "户"), found["term"])
    return None


def _claim(paragraph: Paragraph, price: Price) -> Claim | None:
    items, item = paragraph.items, paragraph.items[price.at]
    near = [x for x in items[max(0, price.at - 6) : price.at + 7] if x.sentence == item.sentence]
    money = [x for x in near if x.dimension is Dimension.MONEY and x is not item]
    counts = [x for x in near if _counts(x, price)]
    months = [x for x in near if x.quantity.unit == "个月"]
    if len(money) != 1 or len(counts) != 1 or len(months) > 1 or money[0].role not in _STOCKS:
        return None
    inputs = (_exactly(plain(item, "price")), plain(counts[0], "whole"))
    total = plain(money[0], "total")
    said = paragraph.frame[near[0].at - len(near[0].lead) : near[-1].at + 12]
    times = _times(price, months, yearly=bool(_YEARLY.search(said)))
    others = tuple((_product(n), inputs) for n in times[1:])
    sure = len(times) == 1 and item.part == money[0].part == counts[0].part
    bare = "标准" in item.lead and not _GIVEN.search(item.lead)  # 低保按标准补差
    partly = bare or _PARTLY.search(said)
    doubt = Doubt.AGREE if partly else Doubt.NONE if sure else Doubt.CAUSE
    span = paragraph.flow.span(near[0].spot.start, near[-1].spot.end)
    formula = _product(times[0])
    return Claim(Relationship.SUM, formula, inputs, total, span, False, others, doubt=doubt)


def _counts(item: Item, price: Price) -> bool:
    """够得上的个数：单位对得上；没写每什么的，是挨着的、不数人的。"""
    if item.dimension is not Dimension.COUNT or item.role not in (*_STOCKS, Role.LIMIT):
        return False
    unit = item.quantity.unit
    return unit in price.units if price.units else unit not in ("人", "名", "人次", "个月", "户")


def _times(price: Price, months: Sequence[Item], *, yearly: bool) -> Sequence[int]:
    """要乘几次，最可能的在前。"""
    if price.term != "月":
        return (1,)
    if months:
        return (int(months[0].quantity.value),)
    return (_MONTHS,) if yearly else range(_MONTHS, 0, -1)


def _exactly(each: Input) -> Input:
    """单价、标准是定下来的，没有取舍。"""
    return each._replace(within=Interval.exactly(each.base))


@lru_cache(maxsize=_MONTHS)
def _product(times: int) -> Formula:
    words = "单价×个数" if times == 1 else f"标准×个数×{times}个月"
    return Formula(lambda v: v[0] * v[1] * Decimal(times), words, rising=True)
