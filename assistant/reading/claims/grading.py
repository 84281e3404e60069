"""等级：文中写明的分档，结论里的得分和等级，以及两者是否相符。"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from assistant.domain.findings import Span
from assistant.domain.quantities import Dimension, Quantity
from assistant.domain.statements import Operand, Relationship, Statement, Verdict
from assistant.reading.claims.cues import Role
from assistant.reading.claims.items import Item, Paragraph

_NUM = r"(\d{1,3}(?:\.\d{1,2})?)"
_NAME = r"[“\"]?(优秀|良好|中等|合格|一般|较差|不合格|优|良|中|差)[”\"]?"
_NOISE = re.compile(r"[$\\{}\s]|text|leq|geq|得分|分数|总分|评分|（含）|\(含\)")
_BANDS = (
    re.compile(rf"(?:≥|>=|大于等于|不低于){_NUM}分?(?:以上)?的?为{_NAME}"),
    re.compile(
        rf"{_NUM}分?(?:≤|<=|<|＜|-|—|～|~|至|到)+(?:得分)?(?:<|＜|≤|<=)*{_NUM}?分?的?(?:（不含）)?(?:之间)?为{_NAME}"
    ),
    re.compile(rf"{_NUM}分?(?:（含）)?及?以上(?:的)?为{_NAME}"),
    re.compile(rf"(?:<|＜|低于|不足){_NUM}分?的?为{_NAME}"),
    re.compile(rf"{_NUM}分?以下(?:的)?为{_NAME}"),
)
_GRADE = re.compile(
    rf"(?:等级|等次|档次|评定结果|评价结果|评级|结论)(?:均)?(?:评定|确定|认定)?(?:为|是|：|达到)+{_NAME}(?!的项目|项目)"
)


class Band(NamedTuple):
    """文中写明的一档：得分不低于 low 为 name（最低一档 low 为 0）。"""

    name: str
    low: Decimal
    span: Span


def printed_bands(paragraphs: Sequence[Paragraph]) -> tuple[Band, ...]:
    """文中写明的分档，由高到低；没写为空。"""
    found: dict[str, Band] = {}
    for paragraph in paragraphs:
        for part in re.finditer(r"[^；;，。]+", paragraph.flow.text):
            band = _band(part.group(), paragraph.flow.span(*part.span()))
            if band is not None:
                found.setdefault(band.name, band)
    return tuple(sorted(found.values(), key=lambda band: -band.low)) if len(found) > 2 else ()


def _band(clause: str, span: Span) -> Band | None:
    text = _NOISE.sub("", clause)
    for index, pattern in enumerate(_BANDS):
        if match := pattern.search(text):
            low = Decimal(0) if index > 2 else Decimal(match[1])
            return Band(match[match.re.groups], low, span)
    return None


class Graded(NamedTuple):
    """结论：哪一段、依据的得分、写的等级和它的位置。"""

    paragraph: Paragraph
    score: Item
    grade: str
    span: Span


def conclusions(paragraphs: Sequence[Paragraph]) -> Iterator[Graded]:
    """各处结论：等级，和同一段里它前面最近的得分。"""
    for paragraph in paragraphs:
        for match in _GRADE.finditer(paragraph.flow.text):
            scores = [i for i in paragraph.items if _is_score(i) and i.spot.end <= match.start()]
            if scores:
                span = paragraph.flow.span(*match.span())
                yield Graded(paragraph, scores[-1], match[1], span)


def grade_statements(paragraphs: Sequence[Paragraph]) -> Iterator[Statement]:
    """等级与文中分档是否相符；文中没写分档的不判断。"""
    bands = printed_bands(paragraphs)
    for each in conclusions(paragraphs):
        score = each.score.quantity
        right = next((b.name for b in bands if score.value >= b.low), "")
        verdict = Verdict.CONSISTENT if right == each.grade else Verdict.INCONSISTENT
        stated = Operand("grade", score, each.span, text=each.grade)
        yield Statement(
            Relationship.GRADE,
            (Operand("score", score, each.score.mention.span), *_edges(bands)),
            stated,
            Span(each.score.mention.span.start, each.span.end),
            verdict if right else Verdict.UNVERIFIABLE,
            expected=right if right != each.grade else "",
            formula="文中的分档",
        )


def _edges(bands: Sequence[Band]) -> Iterator[Operand]:
    for band in bands:
        if band.low:
            yield Operand("band", Quantity(value=band.low, unit="分"), band.span)


def _is_score(item: Item) -> bool:
    return item.dimension is Dimension.SCORE and item.role in (Role.LEVEL, Role.MEAN)
