"""上限与先后的断言：得分不超过分值，区间先小后大，按比例计分。"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.domain.intervals import Interval
from assistant.domain.quantities import Dimension
from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import COMPARED, PRORATED
from assistant.reading.claims.judging.judging import Claim
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Paragraph

_WEIGHT = re.compile(r"(?:分值|满分|权重|权重分|总分值|标准分)(?:为|是|：|设)?$")
_SCORE = re.compile(r"(?:得分|实得|自评得|得)(?:为|是|：|了)?$")
_PRORATED = re.compile(r"按(?:预算)?(?:执行率|比例|完成比例|完成率)")
_RANGE = re.compile(r"[～~至到—–-]{1,2}")
_JOINED = 3
_FAR = 200  # 一句里再多的分值也看得全，又不随全文的长短变慢
_BETWEEN = re.compile(r"(?:介于|在)$")
_END = Decimal("1e30")


def limit_claims(paragraph: Paragraph) -> Iterator[Claim]:
    """一段里的上限、先后和按比例计分。"""
    for at, item in enumerate(paragraph.items):
        if item.dimension is Dimension.SCORE and _SCORE.search(item.lead):
            yield from _scored(paragraph, at)
        near = at and item.at - paragraph.items[at - 1].at <= _JOINED
        if near and _RANGE.fullmatch(paragraph.between(at - 1, at)):
            yield from _ranged(paragraph, at)


def _scored(paragraph: Paragraph, at: int) -> Iterator[Claim]:
    """得分不超过分值；写着执行率的，得分是分值乘执行率。"""
    items = paragraph.items
    near = (i for i in range(max(0, at - _FAR), at) if items[i].sentence == items[at].sentence)
    before = [i for i in near if not _told_after(paragraph, i)]
    tops = _tops(paragraph, before)
    here = [i for i in before if items[i].part == items[at].part]
    if _tops(paragraph, here):
        before, tops = here, _tops(paragraph, here)
    if at and _noted(paragraph, at - 1):
        before, tops = [at - 1], [at - 1]
    if at + 1 < len(items) and items[at + 1].host == at and _WEIGHT.search(items[at + 1].lead):
        before, tops = [at + 1], [at + 1]
    if len(tops) != 1 or any(_SCORE.search(paragraph.lead(i)) for i in before if i > tops[0]):
        return
    top = tops[0]
    stated, weight = plain(items[at], "score"), plain(items[top], "weight")
    weight = weight._replace(within=Interval.exactly(weight.base))
    span = paragraph.flow.span(items[top].spot.start, items[at].spot.end)
    yield Claim(
        Relationship.OTHER,
        COMPARED,
        (weight, stated),
        stated._replace(within=Interval(Decimal(0), _END)),
        span,
        otherwise=f"不超过{items[top].quantity}",
    )
    rates = [i for i in before if items[i].role is Role.COMPLETION and "执行率" in items[i].name]
    if len(rates) == 1:
        said = _PRORATED.search(paragraph.frame, items[before[0]].at, items[at].at)
        yield Claim(
            Relationship.OTHER,
            PRORATED,
            (weight, plain(items[rates[0]], "rate")),
            stated,
            span,
            certain=bool(said),
        )


def _told_after(paragraph: Paragraph, at: int) -> bool:
    """决策得9分（满分10分）：跟在得分后面括号里的满分是那个得分的，管不着后面的得分。"""
    host = paragraph.items[at].host
    return host >= 0 and bool(_SCORE.search(paragraph.lead(host)))


def _tops(paragraph: Paragraph, before: Sequence[int]) -> list[int]:
    """写着分值的各数。"""
    scores = (i for i in before if paragraph.items[i].dimension is Dimension.SCORE)
    return [i for i in scores if _WEIGHT.search(paragraph.lead(i)) or _noted(paragraph, i)]


def _noted(paragraph: Paragraph, at: int) -> bool:
    """决策指标（20分）得16.40分：紧跟在名称后面、括号里光写一个分数的，是分值。"""
    items = paragraph.items
    bare = items[at].depth > 0 and not paragraph.lead(at) and items[at].host < 0
    after = at + 1 < len(items) and items[at + 1].depth < items[at].depth
    return bare and after and bool(_SCORE.fullmatch(paragraph.lead(at + 1)))


def _ranged(paragraph: Paragraph, at: int) -> Iterator[Claim]:
    """在甲至乙之间：甲不大于乙。"""
    items = paragraph.items
    one, other = items[at - 1], items[at]
    said = _BETWEEN.search(paragraph.lead(at - 1)) or paragraph.after(at).startswith(
        ("之间", "不等")
    )
    if not said or one.dimension is not other.dimension:
        return
    stated = plain(other, "last")
    yield Claim(
        Relationship.OTHER,
        COMPARED,
        (stated, plain(one, "first")),
        stated._replace(within=Interval(Decimal(0), _END)),
        paragraph.flow.span(one.spot.start, other.spot.end),
        otherwise=f"{other.quantity}～{one.quantity}",
    )
