"""得分的断言：总分是各项得分之和，满分是各项分值之和，平均分是所列得分的平均。

分值与得分常交错写在一句里（权重15分，得分13.50分），先分清哪些是分值、哪些是得分。
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from assistant.domain.quantities import Dimension, Quantity, in_cents, places_of
from assistant.domain.statements import Relationship
from assistant.domain.words import Words
from assistant.reading.claims.covering import Covering
from assistant.reading.claims.judging.formulas import MEAN, TOTAL, Formula
from assistant.reading.claims.judging.judging import Claim, Input, agrees
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Item, Paragraph

_FAR = 400  # 总分与各项之间最多隔这么多个数
COUNTED = Formula(lambda v: Decimal(len(v)), "所列个数", rising=True)
_AS = r"(?:分别|各|均|依次)?(?:为|是|：|达|达到|了|设|设置)?$"
_WEIGHT = re.compile(rf"(?:分值|满分|权重|权重分|标准分|总分值|分值合计|共计分值){_AS}")
_SCORE = re.compile(rf"(?:得分|实得|自评得|评分|得|折算后?|折合){_AS}")
_CONVERTED = re.compile("[^，。；]{0,8}?(?:折算|折合)")
_NEAR = 12
_DEDUCTED = re.compile(r"(?:扣|扣分|失分|扣减|扣除|低|高|相差|提高|下降|加)(?:了|为|：)?$")
_MEAN = re.compile(r"(?:平均|均分|均值|平均得分|平均分)(?:得分|分)?(?:为|是|：|约)?$")
_TOTAL = re.compile(
    r"(?:总分|总得分|综合得分|综合评分|自评得分|评价得分|最终得分|评分结果|自评总分|得分合计|合计得分"
    rf"|合计|共计|总计|合计得|共得|总评|最终评分){_AS}"
)
_FULL = re.compile(rf"(?:满分|总分值|总分数|分值合计|分值共计|总权重){_AS}")
_OWN = re.compile(rf"(?:自评得分|评价得分|自评得){_AS}")
_PERIODS = re.compile("近[两二三四五]年|历年|各年|逐年|上年|去年|(?:19|20)\\d\\d年?[、至到—–-]")
_COUNT_OF = frozenset("个 项 家 户".split())


class Kind(Words):
    """一个分数是什么：分值、得分，或只写了名称还看不出。"""

    WEIGHT = "weight"
    SCORE = "score"
    PLAIN = "plain"
    OTHER = "other"


class Point(NamedTuple):
    """一个分数：在段里的序号、是什么、是不是总数。"""

    at: int
    kind: Kind
    total: bool


def score_claims(paragraph: Paragraph, edges: Covering) -> Iterator[Claim]:
    """一段里得分的断言。edges 是分档的位置，其中的分数是界限。"""
    points = [
        _point(paragraph, at)
        for at, item in enumerate(paragraph.items)
        if item.dimension is Dimension.SCORE and item.mention.span not in edges
    ]
    points = list(_owned(paragraph, points))
    places = [point.at for point in points]
    for total in points:
        if total.total:
            first = bisect_left(places, total.at - _FAR)
            end = bisect_right(places, total.at + _FAR)
            yield from _summed(paragraph, points[first:end], total)
    for at, item in enumerate(paragraph.items):
        if item.dimension is Dimension.SCORE and _MEAN.search(paragraph.lead(at)):
            yield from _averaged(paragraph, at)


def _owned(paragraph: Paragraph, points: Sequence[Point]) -> Iterator[Point]:
    """产出指标50分，自评得分48分；效益指标30分，自评得分27分：一句里写了几次的“自评得分”是各项的得分。"""
    own = [p.total and _OWN.search(paragraph.lead(p.at)) is not None for p in points]
    sentences = [paragraph.items[p.at].sentence for p in points]
    again = Counter(s for s, told in zip(sentences, own, strict=True) if told)
    for point, told, sentence in zip(points, own, sentences, strict=True):
        yield point._replace(total=False) if told and again[sentence] > 1 else point


def _point(paragraph: Paragraph, at: int) -> Point:
    """分清分值与得分；并列的后一个同前一个。"""
    first = at
    while paragraph.items[first].follows and first:
        first -= 1
    lead = paragraph.lead(first)
    start = paragraph.items[at].at + 1
    if _CONVERTED.match(paragraph.frame, start, start + _NEAR):
        return Point(at, Kind.OTHER, False)  # 98分按80%折算为78.4分：相加的是折算后的
    if _DEDUCTED.search(lead) or _MEAN.search(lead) or _PERIODS.search(lead):
        return Point(at, Kind.OTHER, False)
    if _WEIGHT.search(lead) or (paragraph.items[at].depth and not lead):
        return Point(at, Kind.WEIGHT, first == at and _FULL.search(lead) is not None)
    told = _TOTAL.search(lead) is not None or _heads_own(paragraph, at)
    total = first == at and told and not _listed(paragraph, at)
    return Point(at, Kind.SCORE if _SCORE.search(lead) or total else Kind.PLAIN, total)


def _heads_own(paragraph: Paragraph, at: int) -> bool:
    """实得97.9分，其中……：接着说其中各项的实得是总分。"""
    after = paragraph.items[at + 1 : at + 2]
    opened = bool(after) and after[0].opens == "" and after[0].dimension is Dimension.SCORE
    return opened and paragraph.lead(at).endswith(("实得", "实际得分"))


def _listed(paragraph: Paragraph, at: int) -> bool:
    """后面还并列着几个：得分分别为……的头一个。"""
    return at + 1 < len(paragraph.items) and paragraph.items[at + 1].follows


def _summed(paragraph: Paragraph, points: Sequence[Point], total: Point) -> Iterator[Claim]:
    """一个总分：在同一分句、同一句、下一句里找它的各项。"""
    items, here = paragraph.items, paragraph.items[total.at]
    for scope in (
        [p for p in points if items[p.at].part == here.part],
        [p for p in points if items[p.at].sentence == here.sentence],
        [p for p in points if items[p.at].sentence == here.sentence + 1],
        _told_before(paragraph, points, total),
    ):
        parts = _parts(paragraph, scope, total)
        if len(parts) > 1:
            claim = _claim(paragraph, parts, total.at)
            lone = sum(p.total and p.kind is total.kind for p in scope) <= 1
            sure = lone and _plainly(paragraph, parts)
            if sure or agrees(claim.formula, claim.inputs, claim.stated):
                yield claim
            return


def _told_before(paragraph: Paragraph, points: Sequence[Point], total: Point) -> Sequence[Point]:
    """自己独占一句的总分，各项在上一句。"""
    sentence = paragraph.items[total.at].sentence
    lone = sum(paragraph.items[p.at].sentence == sentence for p in points) == 1
    return [p for p in points if lone and paragraph.items[p.at].sentence == sentence - 1]


def _parts(paragraph: Paragraph, scope: Sequence[Point], total: Point) -> list[int]:
    """总分的各项：同一种分数；没有写明的看名称。先取总分之前的，之前没有取之后的。"""
    wanted = [p for p in scope if p.at != total.at and not p.total]
    kinds = [p for p in wanted if p.kind is total.kind]
    chosen = [p.at for p in (kinds or [p for p in wanted if p.kind is Kind.PLAIN])]
    before = [at for at in chosen if at < total.at]
    after = [at for at in chosen if at > total.at]
    if after and (paragraph.items[after[0]].opens is not None or len(before) < 2):
        return _outer(paragraph, after)
    return _outer(paragraph, before)


def _outer(paragraph: Paragraph, parts: Sequence[int]) -> list[int]:
    """套在某一项“其中”里的不算。"""
    items = paragraph.items
    inner = -1
    found: list[int] = []
    for place, at in enumerate(parts):
        if place and items[at].opens is not None:
            inner = items[at].part
        if items[at].part != inner:
            found.append(at)
    return found


def _plainly(paragraph: Paragraph, parts: Sequence[int]) -> bool:
    """各项紧相连，没有套着的、减去的、夹着别的分数。"""
    items = paragraph.items
    between = [
        i
        for i in range(parts[0], parts[-1])
        if items[i].dimension is Dimension.SCORE and i not in parts
    ]
    weights = all(
        _WEIGHT.search(paragraph.lead(i)) or items[i].depth or _heads(paragraph, i, parts)
        for i in between
    )
    heads = parts[0] and _heads(paragraph, parts[0] - 1, parts)
    if between and not heads and any(_heads(paragraph, i, parts) for i in between):
        return False
    return weights and not any(items[i].opens is not None for i in parts[1:])


def _heads(paragraph: Paragraph, at: int, parts: Sequence[int]) -> bool:
    """产出指标50分，自评得分48分：50 是紧跟着的那个得分的分值。"""
    items = paragraph.items
    paired = at + 1 in parts and items[at].dimension is Dimension.SCORE
    beside = not paragraph.between(at, at + 1).strip("得分为：") if paired else False
    near = paired and (beside or items[at + 1].clause - items[at].clause == 1)
    return near and items[at].quantity.value >= items[at + 1].quantity.value


def _claim(paragraph: Paragraph, parts: Sequence[int], total: int) -> Claim:
    items = paragraph.items
    spots = [items[i].spot for i in (*parts, total)]
    return Claim(
        Relationship.SCORE_SUM,
        TOTAL,
        tuple(exactly(items[i], f"part{n}") for n, i in enumerate(parts, 1)),
        plain(items[total], "total"),
        paragraph.flow.span(min(s.start for s in spots), max(s.end for s in spots)),
    )


def exactly(item: Item, role: str) -> Input:
    """整数的分没有取舍。"""
    found = plain(item, role)
    if places_of(found.quantity.value):
        return found
    quantity = Quantity(in_cents(found.quantity.value), found.quantity.unit)
    return found._replace(quantity=quantity)


def _averaged(paragraph: Paragraph, at: int) -> Iterator[Claim]:
    """列出的各项得分的平均；前面写了几个项目的，与所列个数相符。"""
    items = paragraph.items
    near = [i for i in range(max(0, at - _FAR), at) if items[i].sentence == items[at].sentence]
    row = [i for i in near if items[i].follows]
    if not row or items[row[-1]].dimension is not Dimension.SCORE:
        return
    first = row[0] - 1
    listed = [
        i
        for i in range(first, at)
        if items[i].dimension is Dimension.SCORE and not _point(paragraph, i).total
    ]
    inputs = tuple(exactly(items[i], "score") for i in listed)
    span = paragraph.flow.span(items[first].spot.start, items[at].spot.end)
    yield Claim(Relationship.AVERAGE, MEAN, inputs, plain(items[at], "mean"), span)
    counts = [i for i in near if i < first]
    if counts and items[counts[-1]].quantity.unit in _COUNT_OF:
        stated = plain(items[counts[-1]], "count")
        yield Claim(Relationship.COUNT, COUNTED, inputs, stated, span)
