"""标准变动带来的增加额：补助标准由甲元提高到乙元，按多少人测算，增加丙万元。

丙不是乙减甲，是（乙－甲）×人数；人数没写的、按月发的、几级分担的，不验算也不冤枉。
"""

import re
from collections.abc import Sequence

from assistant.domain.intervals import Interval
from assistant.domain.quantities import Dimension, unit_named
from assistant.domain.statements import Relationship
from assistant.reading.claims.changes.moves import Move
from assistant.reading.claims.judging.formulas import MULTIPLIED
from assistant.reading.claims.judging.judging import Claim, Doubt, Input
from assistant.reading.claims.sentence.inputs import plain, signed
from assistant.reading.claims.sentence.items import Item, Paragraph

_EACH = re.compile("标准|单价|定额|[人户亩车村生床班次]均|每|/")
_RECKONED = re.compile("测算|计算|核算")
_PARTLY = re.compile("[每/][月天日季次]|配套|承担|分担|负担|比例")


def is_multiplied(paragraph: Paragraph, move: Move) -> bool:
    """增减额不是由……到……两头之差，是差额乘以个数。"""
    if move.origin < 0 or move.reached < 0 or not move.amounts:
        return False
    items = paragraph.items
    ends, amount = (items[move.origin], items[move.reached]), items[move.amounts[0]]
    if any(x.dimension is not Dimension.MONEY for x in (*ends, amount)):
        return False
    each, said = _EACH.search(_told(paragraph, move)), _between(paragraph, move)
    reckoned = _RECKONED.search(said)
    beyond = amount.quantity.base > max(x.quantity.base for x in ends)
    if _counts(paragraph, move):
        return bool(reckoned or (each and beyond))
    return bool((each or reckoned) and beyond and _coarser(amount, ends))


def multiplied_claim(paragraph: Paragraph, move: Move) -> Claim | None:
    """（乙－甲）×个数 = 增加额；只写了一个个数、又没有别的折算的，才验算。"""
    items, counts, said = paragraph.items, _counts(paragraph, move), _between(paragraph, move)
    if len(counts) != 1 or _PARTLY.search(_told(paragraph, move) + said):
        return None
    inputs = (
        _exactly(plain(items[move.reached], "current")),
        _exactly(plain(items[move.origin], "prior")),
        plain(items[counts[0]], "whole"),
    )
    return Claim(
        Relationship.YOY_AMOUNT,
        MULTIPLIED,
        inputs,
        signed(items[move.amounts[0]], "change"),
        paragraph.sentence(move.first),
        certain=False,
        doubt=Doubt.CAUSE if _RECKONED.search(said) else Doubt.AGREE,
    )


def _told(paragraph: Paragraph, move: Move) -> str:
    """两头前后的话：名称、单位。"""
    origin, reached = move.origin, move.reached
    after = paragraph.after(reached)[:3]
    return f"{paragraph.lead(origin)}{paragraph.between(origin, reached)}{after}"


def _between(paragraph: Paragraph, move: Move) -> str:
    return paragraph.frame[paragraph.items[move.reached].at + 1 : paragraph.items[move.first].at]


def _counts(paragraph: Paragraph, move: Move) -> list[int]:
    """终点和增加额之间写着的个数。"""
    between = range(move.reached + 1, move.first)
    return [i for i in between if paragraph.items[i].dimension is Dimension.COUNT]


def _coarser(amount: Item, ends: Sequence[Item]) -> bool:
    """增加额的单位比两头的大（元与万元）。"""
    scale = unit_named(amount.quantity.unit).factor
    return all(scale > unit_named(each.quantity.unit).factor for each in ends)


def _exactly(each: Input) -> Input:
    """标准是定下来的，没有取舍。"""
    return each._replace(within=Interval.exactly(each.base))
