"""得分·等级：平均分可不可能、等级与分档是否相符、分档本身有没有缝。"""

from collections.abc import Iterator

from assistant.checks.dossier import Dossier
from assistant.checks.rule import DOUBT, HINT, MUST, rule
from assistant.checks.statements import by_relation, fault_of
from assistant.checks.texts import is_self_evaluation
from assistant.domain.findings import Fault
from assistant.domain.statements import Relationship
from assistant.reading.claims.scores.grading import rank
from assistant.reading.claims.scores.reachable import means, reachable
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.items import Item, Paragraph
from assistant.reading.tables.graded_rows import graded_rows


@rule("SCR101", "grade-by-band", MUST)
def grade_by_band(dossier: Dossier) -> Iterator[Fault]:
    """等级应与文中写明的分档相符。

    依据：等级由得分按分档得出，印出来的得分决定等级。
    错例：
        得分≥90分为优；80分≤得分<90分为良；60分≤得分<80分为中；得分<60分为差。自评得分86.50分，等级为“优”。
    正例：
        得分≥90分为优；80分≤得分<90分为良；60分≤得分<80分为中；得分<60分为差。自评得分92.50分，等级为“优”。
    """
    for each in by_relation(dossier, Relationship.GRADE):
        yield fault_of(dossier, each, "请核对是等级写错，还是得分的数字换位或漏位。")


@rule("SCR111", "grade-by-local-scale", DOUBT)
def grade_by_local_scale(dossier: Dossier) -> Iterator[Fault]:
    """表里逐行的等级与本地口径的分档不符，文中又没有写明另一种分档。

    依据：等级由得分按财政部门规定的分档得出；用别的分档须写明依据。
    错例：
        项目	自评得分	等级
        道路养护	92.30	优
        桥梁加固	78.45	良
    正例：
        项目	自评得分	等级
        道路养护	92.30	优
        桥梁加固	78.45	中
    """
    bands = dossier.locality.grades.bands
    if dossier.reading.scales:
        return
    for row in (row for grid in dossier.reading.tables for row in graded_rows(grid)):
        score = row.score.quantity.value
        right = next((band.name for band in bands if score >= band.at_least), "")
        if right and rank(right) != rank(row.grade):
            yield Fault(
                where=row.note.span,
                found=row.note.text,
                expected=right,
                message=f"“{row.entry.label}”得分{score}，等级写{row.grade}；按{dossier.locality.title}"
                f"应为{right}。用别的分档请写明依据。",
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
    wanted = [(band.name, band.at_least) for band in dossier.locality.grades.bands]
    for bands in dossier.reading.scales[:1]:
        if [(band.name, band.low) for band in bands] == wanted:
            continue
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
    scales = dossier.reading.scales
    names = {band.name for scale in scales for band in scale}
    for each in dossier.reading.graded:
        if names and each.grade not in names:
            yield Fault(
                where=each.span,
                found=dossier.document.quote(each.span),
                message=f"分档用的是{'、'.join(sorted(names))}，这里写“{each.grade}”，请统一成一套。",
            )


@rule("SCR104", "unreachable-mean", DOUBT)
def unreachable_mean(dossier: Dossier) -> Iterator[Fault]:
    """平均分按项目个数和得分的位数算不出来。

    依据：平均分乘以个数，应约等于各项得分之和；得分最细计到两位小数，找不到哪个总和能平均出所写的数。
    错例：
        经自评，2个项目自评得分平均95.333分。
    正例：
        经自评，62个项目自评得分平均97.12分。
    """
    for paragraph, count, mean in _means(dossier):
        if not reachable(count, mean.quantity.value, places=2):
            yield Fault(
                where=paragraph.flow.span(mean.spot.start, mean.spot.end),
                found=str(mean.quantity),
                message=f"{count}个得分（最多两位小数）的平均数不可能是{mean.quantity}，请核对个数和各项得分。",
            )


@rule("SCR105", "mean-needs-decimals", HINT)
def mean_needs_decimals(dossier: Dossier) -> Iterator[Fault]:
    """平均分只有各项得分带小数才可能，须附得分清单。

    依据：得分都是整数的，总和也是整数，除以个数平均不出所写的数；有带小数的得分才行。
    错例：
        经自评，62个项目自评得分平均98.22分。
    正例：
        经自评，4个项目自评得分平均98.25分。
    """
    for paragraph, count, mean in _means(dossier):
        value = mean.quantity.value
        if reachable(count, value, places=2) and not reachable(count, value, places=0):
            yield Fault(
                where=paragraph.flow.span(mean.spot.start, mean.spot.end),
                found=str(mean.quantity),
                message=f"{count}个整数得分平均不出{mean.quantity}，各项得分须带小数；请附得分清单备查。",
            )


def _means(dossier: Dossier) -> Iterator[tuple[Paragraph, int, Item]]:
    """“若干个项目平均若干分”。"""
    for paragraph in dossier.reading.paragraphs:
        for count, mean in means(paragraph):
            yield paragraph, int(count.quantity.value), mean


@rule("SCR106", "mean-as-department-score", DOUBT)
def mean_as_department_score(dossier: Dossier) -> Iterator[Fault]:
    """拿各项目平均分当部门整体得分定等级。

    依据：部门整体支出绩效自评有自己的指标和分值；以项目平均分定级须当地通知明文规定。
    错例：
        部门整体支出绩效自评报告
        经自评，62个项目自评得分平均98.22分，综合评价等级为“优秀”。
    正例：
        部门整体支出绩效自评报告
        经自评，24个项目自评得分平均96.45分，部门整体自评得分95.68分，综合评价等级为“优”。
    """
    if not is_self_evaluation(dossier) or dossier.locality.grade_from == "projects.mean_score":
        return
    for each in dossier.reading.graded:
        scores = (each.score, *each.beside)
        if each.score is None or any(s and s.role is not Role.MEAN for s in scores):
            continue
        at = each.score.spot.start
        where = each.paragraph.flow.span(max(0, at - 4), at)
        yield Fault(
            where=where,
            found=dossier.document.quote(where),
            message="等级取自各项目得分的平均，不是部门整体得分："
            "请补部门整体自评得分，或写明允许这样定级的通知。",
        )
