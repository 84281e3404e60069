"""“三公”经费的三样各说一句、各占一段：出国（境）、公务用车、公务接待，合起来是“三公”经费。

“三公”经费支出12万元，比上年减少……。其中：因公出国（境）费0万元，……。公务用车运行维护费9万元，……。公务接待费3万元。
写在一句、编了号的已另有断言；预算合预算，决算合决算。
"""

import re
from collections.abc import Iterator, Sequence
from itertools import product

from assistant.domain.findings import Span
from assistant.domain.quantities import Dimension
from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import TOTAL
from assistant.reading.claims.judging.judging import Claim, Input
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.text.labels import PLANNED

_ALL = re.compile("三公.{0,12}?(?:经费|支出|预算|决算)?(?:合计|总额|总计|总)?$")
_ABROAD = re.compile("出国")
_CARS = re.compile("用?车.{0,2}购置.{0,3}运行")
_BOUGHT = re.compile("用?车.{0,2}购置")
_RUN = re.compile("用?车.{0,4}(?:运行|维护)")
_GUESTS = re.compile("公务接待|接待费")
_REACH = 6
_TRIED = 2
Place = tuple[Paragraph, int]


def public_claims(paragraphs: Sequence[Paragraph], settled: frozenset[Span]) -> Iterator[Claim]:
    """各处还没有读懂的“三公”经费总数。"""
    for number, paragraph in enumerate(paragraphs):
        if "三公" not in paragraph.frame:
            continue
        for at in range(len(paragraph.items)):
            place = (paragraph, at)
            unread = paragraph.items[at].mention.span not in settled
            if unread and _is_money(place) and _ALL.search(_name(place)):
                below = list(_below(paragraphs[number : number + 1 + _REACH], place))
                yield from filter(None, [_claim(place, below)])


def _below(paragraphs: Sequence[Paragraph], total: Place) -> Iterator[Place]:
    """总数之后同一口径的金额，到再说一个“三公”总数为止。"""
    for paragraph in paragraphs:
        start = total[1] + 1 if paragraph is total[0] else 0
        for at in range(start, len(paragraph.items)):
            place = (paragraph, at)
            if not _is_money(place) or _planned(place) is not _planned(total):
                continue
            if _ALL.search(_name(place)):
                return
            yield place


def _claim(total: Place, below: Sequence[Place]) -> Claim | None:
    """三样各取头一个叫这个名称的；同名的第二个也可能是。"""
    cars = [_named(below, _CARS)]
    if not cars[0]:
        cars = [each for name in (_BOUGHT, _RUN) if (each := _named(below, name))]
    rows = [_named(below, _ABROAD), *cars, _named(below, _GUESTS)]
    if len(rows) < 3 or not all(rows):
        return None
    ways = [tuple(_part(place, n) for n, place in enumerate(way, 1)) for way in product(*rows)]
    stated = plain(total[0].items[total[1]], "total")
    first, *others = ways
    return Claim(
        Relationship.SUM,
        TOTAL,
        first,
        stated,
        Span(stated.span.start, max(each.span.end for each in first)),
        certain=False,
        others=tuple((TOTAL, way) for way in others),
    )


def _named(below: Sequence[Place], name: re.Pattern[str]) -> list[Place]:
    return [place for place in below if name.search(_name(place))][:_TRIED]


def _part(place: Place, number: int) -> Input:
    return plain(place[0].items[place[1]], f"part{number}")


def _is_money(place: Place) -> bool:
    """说本年的一笔钱，不在括号里，不在说原因。"""
    paragraph, at = place
    item = paragraph.items[at]
    level = item.role is Role.LEVEL and item.dimension is Dimension.MONEY
    return level and not item.depth and not item.reason and paragraph.subjects[at].year != -1


def _planned(place: Place) -> bool:
    return place[0].subjects[place[1]].basis in PLANNED


def _name(place: Place) -> str:
    return place[0].subjects[place[1]].core
