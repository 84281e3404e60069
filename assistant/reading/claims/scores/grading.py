"""等级：结论里的得分和等级，以及两者与文中写明的分档是否相符。"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from assistant.domain.findings import Span
from assistant.domain.quantities import Dimension, Quantity
from assistant.domain.statements import Operand, Relationship, Statement, Verdict
from assistant.reading.claims.covering import Covering
from assistant.reading.claims.scores.bands import NAMES, Band, Scale, nearest
from assistant.reading.claims.sentence.items import Item, Paragraph

_GRADE = re.compile(
    r"(?:(?<=分，)评定?(?=为)|等级|等次|档次|评定结果|评价结果|自评结果|评级|结论)(?:均)?(?:被)?(?:评定|确定|认定|评)?(?:为|是|：|达到)+"
    rf"[“\"]?((?>{NAMES}))[”\"]?+(?!的|项目|\d|和|、|或|（(?![^（）]*(?:为|是|：)[“\"]?(?:优|良|中|差)))"
)
_TOTAL = re.compile(
    r"(?:总分|总得分|综合得分|综合评分|自评得分|评价得分|最终得分|自评总分|评分结果|得分|评分|平均|均分|合计)"
    r"(?:合计|共计|共|总计)?(?:为|是|：|达|达到|约)?$"
)
_NOT_SCORE = re.compile(
    r"(?:分值|满分|权重|总分值|标准分|扣|扣分|扣除|扣减|低|高|百分制)(?:为|是|：|了)?$"
)

_RANKS = ("优秀 优", "良好 良", "中等 合格 一般 中", "较差 不合格 差")


class Graded(NamedTuple):
    """结论：哪一段、依据的得分（没写为 None）、写的等级和它的位置；beside 是同一句里别的总分。"""

    paragraph: Paragraph
    score: Item | None
    grade: str
    span: Span
    beside: tuple[Item, ...] = ()


def conclusions(paragraphs: Sequence[Paragraph], edges: Covering) -> Iterator[Graded]:
    """各处结论：等级，和它所依据的得分。edges 是分档的位置，其中的分数是界限，不是得分。"""
    for paragraph in paragraphs:
        for match in _GRADE.finditer(paragraph.flow.text):
            span = paragraph.flow.span(*match.span())
            if span not in edges:
                scores = _scores(paragraph, match.start(), edges)
                best = scores[0] if scores else None
                yield Graded(paragraph, best, match[1], span, tuple(scores[1:]))


def _scores(paragraph: Paragraph, before: int, edges: Covering) -> list[Item]:
    """等级前面最近一句里的总分，大的在前；没有写明是总分的，取最大的一个。"""
    found = [
        (at, item)
        for at, item in enumerate(paragraph.items)
        if item.dimension is Dimension.SCORE
        and item.spot.end <= before
        and item.mention.span not in edges
        and not _NOT_SCORE.search(paragraph.lead(at))
    ]
    totals = [item for at, item in found if _TOTAL.search(paragraph.lead(at))]
    one = bool(totals) and "项目" in totals[-1].lead  # 甲项目得95分；乙项目得88分，等级为……
    same = [item for item in totals if _beside(item, totals[-1], one_project=one)]
    by_size = sorted(same or [item for _, item in found], key=_size, reverse=True)
    return by_size if same else by_size[:1]


def _beside(item: Item, last: Item, *, one_project: bool) -> bool:
    """与最近的一个总分同一句；说一个个项目的，同一分句。"""
    return item.part == last.part if one_project else item.sentence == last.sentence


def _size(item: Item) -> Decimal:
    return item.quantity.value


def grade_statements(found: Sequence[Graded], scales: Sequence[Scale]) -> Iterator[Statement]:
    """等级与文中分档是否相符；文中没写分档的不判断。"""
    for each in found if scales else ():
        if each.score is None:
            continue
        score = each.score.quantity
        bands = nearest(scales, each.span.start)
        right = graded(score, bands)
        same = fits(score, each.grade, scales)
        verdict = Verdict.CONSISTENT if same else Verdict.INCONSISTENT
        stated = Operand("grade", score, each.span, text=each.grade)
        span = each.score.mention.span
        yield Statement(
            Relationship.GRADE,
            (Operand("score", score, span), *edges_of(bands)),
            stated,
            Span(min(span.start, each.span.start), max(span.end, each.span.end)),
            verdict if right else Verdict.UNVERIFIABLE,
            expected="" if same else right,
            formula="文中的分档",
        )


def rank(name: str) -> int:
    """名称是第几等；两套名称（优与优秀）同等。"""
    return next((n for n, names in enumerate(_RANKS) if name in names.split()), -1)


def fits(score: Quantity, grade: str, scales: Sequence[Scale]) -> bool:
    """等级合得上文中的某一套分档；几份报告装订成一册时，各有各的分档。"""
    return any(rank(graded(score, scale)) == rank(grade) for scale in scales)


def graded(score: Quantity, bands: Scale) -> str:
    """一个得分按分档该是什么等级；不在分档里的为空。"""
    return next((band.name for band in bands if score.value >= band.low), "")


def edges_of(bands: Sequence[Band]) -> Iterator[Operand]:
    """各档的下限，作为运算数。"""
    for band in bands:
        low = next((edge for edge in band.edges if edge.quantity.value == band.low), None)
        if band.low:
            quantity = Quantity(band.low, "分")
            yield Operand("band", quantity, low.span if low else band.span)
