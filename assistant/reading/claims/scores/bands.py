"""分档：文中写明的等级标准。各地写法很多，读成同样的几档：名称、下限、上限。

90分（含）以上为优；80分≤得分<90分为良；60～80分（含60分）的为中；60分以下的为差
优秀（90分及以上）、良好（80～90分）、一般（60～80分）、较差（60分以下）
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from assistant.domain.findings import Span
from assistant.domain.quantities import places_of
from assistant.domain.statements import Operand, Relationship, Statement, Verdict
from assistant.reading.claims.sentence.items import Paragraph

NAMES = "优秀|良好|中等|合格|一般|较差|不合格|优|良|中|差"
_NUM = r"(?P<{}>\d{{1,3}}(?:\.\d{{1,2}})?)"
_LOW, _HIGH, _OVER, _UNDER, _LEAST, _MOST = (
    _NUM.format(name) for name in ("low", "high", "over", "under", "least", "most")
)
_WITH = r"(?:（(?:不?含|含[^（）]{1,6}|不含[^（）]{1,6})）)?"
_POINT = rf"分?{_WITH}分?"
_SCORE = r"(?:综合|自评|评价|总)?(?:得分|分数|评分|总分|分值|S|X)?"
_TO = r"(?:至|到|~|～|-{1,2}|—{1,2}|–|－)"
_LESS = r"(?:≤|<=|＜=|<|＜|小于等于|小于|低于)"
_MORE = r"(?:≥|>=|＞=|>|＞|大于等于|大于|不低于|高于|达到)"
_RANGE = (
    rf"(?:{_LOW}{_POINT}{_TO}{_HIGH}{_POINT}(?:之间)?"
    rf"|{_LEAST}{_POINT}{_LESS}{_SCORE}{_LESS}{_MOST}{_POINT}"
    rf"|(?:{_MORE}{_OVER}{_POINT}|(?P<over2>\d{{1,3}}(?:\.\d{{1,2}})?){_POINT}(?:及以上|以上|及其以上)){_WITH}"
    rf"|(?:{_LESS}|不足|不满|未达到?){_UNDER}{_POINT}"
    rf"|(?P<under2>\d{{1,3}}(?:\.\d{{1,2}})?){_POINT}(?:以下|及以下){_WITH})"
)
_NAME = rf"[“\"‘']?(?P<name>{NAMES})[”\"’']?"
_VERB = r"(?:的)?(?:，)?(?:为|是|：|评为|定为|评定为|属于|对应|等级为|的等级为|即)+"
_RANGE_FIRST = re.compile(rf"(?<![\d.]){_RANGE}{_VERB}{_NAME}(?![\u4e00-\u9fff]*[股局县镇])")
_IN_BRACKETS = re.compile(rf"{_NAME}(?:等级)?（{_SCORE}(?:在|为)?{_RANGE}(?:的)?）")
_NAME_FIRST = re.compile(rf"(?<![为”]){_NAME}(?:等级)?(?:：|为|是){_SCORE}(?:在|为)?{_RANGE}")
_ORDERS = (_RANGE_FIRST, _IN_BRACKETS, _NAME_FIRST)
_NOISE = re.compile(r"(?P<less>\\leq?)|(?P<more>\\geq?)|\$|\\(?:text|quad|;|,)|[{}\s]")
_HINT = re.compile(r"优|良|合格|较差")
_EDGED = re.compile(r"含|[≤≥<>＜＞]|以上")
FULL = 100
_PIECE = re.compile(r"[^。\n]+")


class Band(NamedTuple):
    """文中写明的一档：得分不低于 low 为 name；high 是写明的上限（没写为 None）。

    edges 是写着的各个界限；whole 是得分取整数的写法，没有“含”和不等号。
    """

    name: str
    low: Decimal
    high: Decimal | None
    span: Span
    edges: tuple[Operand, ...] = ()
    whole: bool = False


Scale = tuple[Band, ...]
"""一套分档，由高到低。"""


def printed_scales(paragraphs: Sequence[Paragraph]) -> tuple[Scale, ...]:
    """文中写明的各套分档，按写的先后；没写、写不全的没有。"""
    return tuple(scale for paragraph in paragraphs for scale in _scales(paragraph))


def usable(scales: Sequence[Scale]) -> tuple[Scale, ...]:
    """能拿来定等级的：界限都在百分以内。"""
    return tuple(scale for scale in scales if scale[0].low <= FULL)


def nearest(scales: Sequence[Scale], at: int) -> Scale:
    """一处用的是哪一套：前面最近的，前面没有的是第一套。"""
    before = bisect_right(scales, at, key=lambda scale: min(band.span.start for band in scale))
    return scales[max(before - 1, 0)]


def _scales(paragraph: Paragraph) -> Iterator[Scale]:
    if not _HINT.search(paragraph.flow.text):
        return
    for piece in _PIECE.finditer(paragraph.flow.text):
        if len(set(_HINT.findall(piece.group()))) < 2:
            continue
        found = _bands(paragraph, piece.group(), piece.start())
        if len({band.name for band in found}) > 1:
            yield tuple(sorted(found, key=lambda band: -band.low))


def _bands(paragraph: Paragraph, text: str, start: int) -> list[Band]:
    """一句里的各档；先写分数还是先写等级，取读出档数多的。"""
    plain, places = _cleaned(text)
    ways = [list(_read(plain, pattern)) for pattern in _ORDERS]
    best = max(ways, key=len)
    found: list[Band] = []
    for name, low, high, a, b in best:
        span = paragraph.flow.span(start + places[a], start + places[b - 1] + 1)
        edges = tuple(
            Operand("edge", item.quantity, item.mention.span)
            for item in paragraph.items
            if span.start <= item.mention.span.start and item.mention.span.end <= span.end
        )
        whole = _EDGED.search(plain, a, b) is None
        found.append(Band(name, low, high, span, edges, whole))
    return found


def scale_statement(bands: Scale) -> Iterator[Statement]:
    """分档首尾相接：上一档的下限就是下一档的上限。"""
    edges = tuple(edge for band in bands for edge in band.edges)
    if len(edges) > 1:
        broken = any(gapped(upper, lower) for upper, lower in pairwise(bands))
        yield Statement(
            Relationship.OTHER,
            edges[:-1],
            edges[-1],
            Span(min(e.span.start for e in edges), max(e.span.end for e in edges)),
            Verdict.INCONSISTENT if broken else Verdict.CONSISTENT,
            formula="分档首尾相接",
        )


def gapped(upper: Band, lower: Band) -> bool:
    """两档之间有缝或重叠；差一个末位的写法（优 90-100，良 80-89 或 80-89.99）不算。"""
    if lower.high is None or lower.high == upper.low:
        return False
    last = Decimal(1).scaleb(-places_of(lower.high))
    return not (lower.whole and upper.low - lower.high == last)


def _cleaned(text: str) -> tuple[str, list[int]]:
    """去掉排版代码和空格，记得各字原来的位置。"""
    letters: list[str] = []
    places: list[int] = []
    at = 0
    for found in (*_NOISE.finditer(text), None):
        start = found.start() if found else len(text)
        letters += text[at:start]
        places += range(at, start)
        if found and (found["less"] or found["more"]):
            letters.append("≤" if found["less"] else "≥")
            places.append(start)
        at = found.end() if found else start
    return "".join(letters), places


Read = tuple[str, Decimal, Decimal | None, int, int]


def _read(text: str, pattern: re.Pattern[str]) -> Iterator[Read]:
    seen: set[str] = set()
    for match in pattern.finditer(text):
        low, high = _edges(match)
        if match["name"] not in seen:
            seen.add(match["name"])
            yield match["name"], low, high, *match.span()


def _edges(match: re.Match[str]) -> tuple[Decimal, Decimal | None]:
    """下限和上限；由高到低写的（100-90分）换过来。"""
    if low := match["low"] or match["least"]:
        ends = sorted((Decimal(low), Decimal(match["high"] or match["most"])))
        return ends[0], ends[1]
    if over := match["over"] or match["over2"]:
        return Decimal(over), None
    return Decimal(0), Decimal(match["under"] or match["under2"])
