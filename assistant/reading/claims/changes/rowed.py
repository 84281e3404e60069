"""并排的增减：甲、乙两数，上年分别为丙、丁，分别增长……：第几个对第几个。"""

import re
from itertools import pairwise
from typing import NamedTuple

from assistant.reading.claims.changes.moves import Move
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import STOCKS, same_unit

_TWO = re.compile("(?:两|前后两|上下两|近两)年(?:分别|依次)?(?:为|是)?$")


class Rows(NamedTuple):
    """并排的本年数、上年数，都是在段里的序号，一样多个。"""

    currents: tuple[int, ...]
    priors: tuple[int, ...]


def rowed(paragraph: Paragraph, move: Move) -> Rows | None:
    """前面有一排写着上年的、紧挨着它又有一排同样多的；没有为 None。"""
    items, subjects = paragraph.items, paragraph.subjects
    if pair := _two_years(paragraph, move):
        return pair
    count = max(len(move.amounts), len(move.rates))
    last = move.first - 1
    first = last - count + 1
    if count < 2 or first < count or subjects[first].year != -1:
        return None
    told = items[first].each in ("分别", "各") and all(
        items[i].follows for i in range(first + 1, last + 1)
    )
    here = range(first - count, last + 1)
    same = all(
        items[i].role in STOCKS
        and items[i].sentence == items[move.first].sentence
        and same_unit(items[i], items[first])
        for i in here
    )
    if not told or not same or any(subjects[i].year == -1 for i in here[:count]):
        return None
    return Rows(tuple(here[:count]), tuple(here[count:]))


def _two_years(paragraph: Paragraph, move: Move) -> Rows | None:
    """两年分别为甲和乙，上升丙：甲是上年的，乙是本年的。"""
    items, last = paragraph.items, move.first - 1
    if last < 1 or len(move.amounts) > 1 or len(move.rates) > 1 or move.origin >= 0:
        return None
    pair = items[last].follows and not items[last - 1].follows
    near = items[last].sentence == items[move.first].sentence and same_unit(
        *items[last - 1 : last + 1]
    )
    told = pair and near and _TWO.search(items[last - 1].lead)
    return Rows((last,), (last - 1,)) if told else None


def apart(paragraph: Paragraph, move: Move) -> list[Move]:
    """减少8起、139人，分别下降……：起与人各找各的本年数，拆成几组；不用拆的为空。"""
    items, count = paragraph.items, len(move.amounts)
    alike = all(same_unit(items[i], items[j]) for i, j in pairwise(move.amounts))
    if count < 2 or alike or move.reached >= 0 or move.origin >= 0:
        return []
    rates = move.rates if len(move.rates) == count else ()
    return [
        move._replace(amounts=move.amounts[n : n + 1], rates=rates[n : n + 1]) for n in range(count)
    ]
