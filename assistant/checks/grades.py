"""得分·等级：平均分可不可能、等级与分档是否相符、分档本身有没有缝。"""

import re
from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal
from typing import NamedTuple

from assistant.checks.dossier import Dossier
from assistant.checks.rule import DOUBT, HINT, MUST, rule
from assistant.checks.texts import hits, is_self_evaluation
from assistant.domain.findings import Fault, Span
from assistant.domain.quantities import Dimension, places_of
from assistant.reading.cues import Role
from assistant.reading.items import Item, Paragraph

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
FAMILIES = (("优秀", "良好", "一般", "较差", "中等", "合格", "不合格"), ("优", "良", "中", "差"))


class Band(NamedTuple):
    """文中写明的一档：得分不低于 low 为 name（最低一档 low 为 0）。"""

    name: str
    low: Decimal
    span: Span


def printed_bands(dossier: Dossier) -> tuple[Band, ...]:
    """文中写明的分档，由高到低；没写为空。"""
    found: dict[str, Band] = {}
    for paragraph in dossier.reading.paragraphs:
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


def department_score(dossier: Dossier) -> tuple[Paragraph, Item] | None:
    """结论里的得分：与等级同一段、最靠近等级的分数。"""
    for hit in hits(dossier, _GRADE):
        for paragraph in dossier.reading.paragraphs:
            if paragraph.flow.text is not hit.text:
                continue
            scores = [
                i for i in paragraph.items if _is_score(i) and i.spot.end <= hit.match.start()
            ]
            if scores:
                return paragraph, scores[-1]
    return None


def _is_score(item: Item) -> bool:
    return item.dimension is Dimension.SCORE and item.role in (Role.LEVEL, Role.MEAN)


@rule("SCR101", "grade-by-band", MUST)
def grade_by_band(dossier: Dossier) -> Iterator[Fault]:
    """等级应与文中写明的分档相符。

    依据：等级由得分按分档得出，印出来的得分决定等级。
    错例：
        得分≥90分为优；80分≤得分<90分为良；60分≤得分<80分为中；得分<60分为差。自评得分86.50分，等级为“优”。
    正例：
        得分≥90分为优；80分≤得分<90分为良；60分≤得分<80分为中；得分<60分为差。自评得分92.50分，等级为“优”。
    """
    bands = printed_bands(dossier)
    scored = department_score(dossier)
    if not bands or scored is None:
        return
    paragraph, item = scored
    right = next((b.name for b in bands if item.quantity.value >= b.low), "")
    for hit in hits(dossier, _GRADE):
        said = hit.match[1]
        if hit.text is paragraph.flow.text and said != right and right:
            yield Fault(
                where=hit.span,
                found=hit.match.group(),
                expected=right,
                message=f"得分{item.quantity}，按文中分档应为“{right}”，这里写“{said}”。",
            )


@rule("SCR102", "scale-of-locality", HINT)
def scale_of_locality(dossier: Dossier) -> Iterator[Fault]:
    """文中的分档与本地口径不一致。

    依据：分档由财政部门的通知规定；各地不同，用哪一套要有依据。
    错例：
        得分≥85分为优秀；75分≤得分<85分为良好；60分≤得分<75分为一般；得分<60分为较差。
    正例：
        得分≥90分为优；80分≤得分<90分为良；60分≤得分<80分为中；得分<60分为差。
    """
    bands = printed_bands(dossier)
    wanted = [(band.name, band.at_least) for band in dossier.locality.grades.bands]
    if bands and [(band.name, band.low) for band in bands] != wanted:
        mine = "、".join(f"{b.low}分{b.name}" for b in bands if b.low)
        local = "、".join(f"{low}分{name}" for name, low in wanted if low)
        yield Fault(
            where=bands[0].span,
            found=dossier.document.quote(bands[0].span),
            message=f"文中分档是{mine}，{dossier.locality.title}是{local}。"
            "请写明所依据的通知和文号，或改用本地分档。",
        )


@rule("SCR103", "mixed-grade-names", HINT)
def mixed_grade_names(dossier: Dossier) -> Iterator[Fault]:
    """等级名称混用了两套。

    依据：“优、良、中、差”与“优秀、良好、一般、较差”各成一套，不可混用。
    错例：
        得分≥90分为优；80分≤得分<90分为良；60分≤得分<80分为中；得分<60分为差。经评定，评价等级为“优秀”。
    正例：
        得分≥90分为优；80分≤得分<90分为良；60分≤得分<80分为中；得分<60分为差。经评定，评价等级为“优”。
    """
    names = {band.name for band in printed_bands(dossier)}
    for hit in hits(dossier, _GRADE):
        said = hit.match[1]
        if names and said not in names:
            yield Fault(
                where=hit.span,
                found=hit.match.group(),
                message=f"分档用的是{'、'.join(sorted(names))}，这里写“{said}”，请统一成一套。",
            )


@rule("SCR104", "unreachable-mean", DOUBT)
def unreachable_mean(dossier: Dossier) -> Iterator[Fault]:
    """平均分按项目个数和得分的位数算不出来。

    依据：n 个得分之和必在 [平均分-半个末位, 平均分+半个末位)×n 之间，其中须有该位数的数；
    得分最细按两位小数计。
    错例：
        经自评，2个项目自评得分平均95.333分。
    正例：
        经自评，62个项目自评得分平均97.12分。
    """
    for paragraph, count, mean in means(dossier):
        if not reachable(count, mean.quantity.value, places=2):
            yield Fault(
                where=paragraph.flow.span(mean.spot.start, mean.spot.end),
                found=str(mean.quantity),
                message=f"{count}个得分（最多两位小数）的平均数不可能是{mean.quantity}，请核对个数和各项得分。",
            )


@rule("SCR105", "mean-needs-decimals", HINT)
def mean_needs_decimals(dossier: Dossier) -> Iterator[Fault]:
    """平均分只有各项得分带小数才可能，须附得分清单。

    依据：n 个整数得分之和是整数，除以 n 只能得到某些平均分。
    错例：
        经自评，62个项目自评得分平均98.22分。
    正例：
        经自评，4个项目自评得分平均98.25分。
    """
    for paragraph, count, mean in means(dossier):
        value = mean.quantity.value
        if reachable(count, value, places=2) and not reachable(count, value, places=0):
            yield Fault(
                where=paragraph.flow.span(mean.spot.start, mean.spot.end),
                found=str(mean.quantity),
                message=f"{count}个整数得分平均不出{mean.quantity}，各项得分须带小数；请附得分清单备查。",
            )


def means(dossier: Dossier) -> Iterator[tuple[Paragraph, int, Item]]:
    """“若干个项目平均若干分”：个数和平均分。"""
    for paragraph in dossier.reading.paragraphs:
        for at, item in enumerate(paragraph.items):
            if item.role is not Role.MEAN or item.dimension is not Dimension.SCORE:
                continue
            counts = [
                i
                for i in paragraph.items[:at]
                if i.sentence == item.sentence and i.dimension is Dimension.COUNT
            ]
            if counts and counts[-1].quantity.value >= 1:
                yield paragraph, int(counts[-1].quantity.value), item


def reachable(count: int, mean: Decimal, places: int) -> bool:
    """Count 个 places 位小数的得分，平均四舍五入后能不能等于 mean。"""
    half = Decimal(5).scaleb(-places_of(mean) - 1)
    step = Decimal(1).scaleb(-places)
    low, high = (mean - half) * count, (mean + half) * count
    return (low / step).to_integral_value(ROUND_CEILING) * step < high


@rule("SCR106", "mean-as-department-score", DOUBT)
def mean_as_department_score(dossier: Dossier) -> Iterator[Fault]:
    """拿各项目平均分当部门整体得分定等级。

    依据：部门整体支出绩效自评有自己的指标和分值；以项目平均分定级须当地通知明文规定。
    错例：
        部门整体支出绩效自评报告
        经自评，62个项目自评得分平均98.22分，综合评价等级为“优秀”。
    正例：
        部门整体支出绩效自评报告
        部门整体自评得分93.50分，综合评价等级为“优秀”。
    """
    if not is_self_evaluation(dossier) or dossier.locality.grade_from == "projects.mean_score":
        return
    scored = department_score(dossier)
    if scored is not None and scored[1].role is Role.MEAN:
        paragraph, item = scored
        where = paragraph.flow.span(max(0, item.spot.start - 4), item.spot.start)
        yield Fault(
            where=where,
            found=dossier.document.quote(where),
            message="等级取自各项目得分的平均，不是部门整体得分："
            "请补部门整体自评得分，或写明允许这样定级的通知。",
        )
