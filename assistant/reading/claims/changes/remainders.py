"""隔着句段的结余：收入、预算写在前面几句，支出写在另几句，结余又另起一句。

照前面哪一个收入、预算减哪一个支出都算得通就算读懂；都算不通而恰像一处笔误的，才提出来核对。
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.domain.quantities import Dimension
from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import TOTAL
from assistant.reading.claims.judging.judging import Claim, Doubt, Input
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import REACH, Item, Paragraph
from assistant.reading.text.labels import PLANNED

_LEFT = re.compile(
    r"(?:(?:年末|当年|累计|资金|本年)?(?:结转和结余|结转结余|(?<!滚存)(?<!收支)结余(?:资金)?|节余|剩余(?:限额|资金)?)"
    r"|结转下年(?:支出|使用)?|(?:欠|未)(?:到位|支付|支出|拨付|执行|使用))(?:为)?$"
)
_GIVEN = re.compile("收入|到位|总计|限额|下达|安排|总投资|预算|应|余额|结余")
_SPENT = re.compile("支出|支付|执行|使用|拨付|完成|余额|到位")
_BESIDE = re.compile("使用|动用|分配|弥补")  # 另外用了、分了结余
_CARRIED_IN = re.compile("(?:上年末?|年初|期初)(?:滚存)?(?:结转|结余)")
_ROLES = (Role.LEVEL, Role.REACHED, Role.FLOW, Role.LIMIT, Role.WHOLE)
_OPENS = re.compile("[年期]初|上一?年末?|使用非财政|动用")
_REACH = 12
_BACK = 3


class Told(NamedTuple):
    """前面说过的一个金额：数，和它的叫法。"""

    item: Item
    name: str
    planned: bool


def remainder_claims(paragraphs: Sequence[Paragraph]) -> Iterator[Claim]:
    """各处的结余。"""
    for number, paragraph in enumerate(paragraphs):
        for at, item in enumerate(paragraph.items):
            money = item.dimension is Dimension.MONEY and item.role in _ROLES
            if not money or not _LEFT.search(item.lead) or _OPENS.search(item.lead):
                continue
            if item.quantity.value:
                before = _before(paragraphs, number, at)
                if (claim := _claim(paragraph, at, before)) is not None:
                    yield claim


def _before(paragraphs: Sequence[Paragraph], number: int, at: int) -> list[Told]:
    """这一段和前几段里在它之前的金额，由近及远；上年的、说原因的不算。"""
    found: list[Told] = []
    for back in range(number, max(-1, number - _BACK - 1), -1):
        paragraph = paragraphs[back]
        end = at if back == number else len(paragraph.items)
        for index in range(end - 1, max(-1, end - 1 - REACH), -1):
            item, subject = paragraph.items[index], paragraph.subjects[index]
            money = item.dimension is Dimension.MONEY and item.role in _ROLES
            if money and not item.reason and subject.year != -1:
                name = f"{subject.core}{paragraph.lead(index)}"
                found.append(Told(item, name, subject.basis in PLANNED))
            if len(found) == _REACH:
                return found
    return found


def _claim(paragraph: Paragraph, at: int, before: Sequence[Told]) -> Claim | None:
    given = [x for x in before if x.planned or _GIVEN.search(x.name)]
    spent = [x for x in before if not x.planned and _SPENT.search(x.name)]
    carried = _carried(before)
    ways = [
        way
        for other in spent
        for one in given
        if one is not other
        for way in _ways(one, other, carried)
    ]
    if not ways:
        return None
    item = paragraph.items[at]
    return Claim(
        Relationship.DIFFERENCE,
        TOTAL,
        ways[0],
        plain(item, "total"),
        paragraph.flow.span(item.spot.start, item.spot.end),
        certain=False,
        others=tuple((TOTAL, way) for way in ways[1:]),
        doubt=Doubt.CAUSE,
    )


def _carried(before: Sequence[Told]) -> list[Told]:
    """另说了的上年结转。"""
    if any(_BESIDE.search(each.name) for each in before):
        return []
    return [each for each in before if _CARRIED_IN.search(each.name)]


def _ways(one: Told, other: Told, carried: Sequence[Told]) -> Iterator[tuple[Input, ...]]:
    """甲减乙；另说了上年结转的，结转也要加上，甲是收入总计的除外。"""
    less = plain(other.item, "less")._replace(sign=-1)
    for each in carried if "总" not in one.name else ():
        if each not in (one, other):
            yield plain(one.item, "part1"), plain(each.item, "part2"), less
    if one.item.quantity.base > other.item.quantity.base:
        yield plain(one.item, "part1"), less
