"""总分与等级的规则，以及支出与结果的对照。"""

from collections.abc import Iterator
from decimal import Decimal

from assistant.checks.forms.book import form_rule
from assistant.checks.forms.rule import CellFault
from assistant.checks.forms.tolerance import CENT
from assistant.domain.findings import Severity
from assistant.domain.quantities import places_of
from assistant.scoring.forms import ScoredForm

HARDLY = 5


@form_rule("SCR231", "total-not-sum", Severity.MUST)
def total_not_sum(scored: ScoredForm) -> Iterator[CellFault]:
    """总分等于各项得分之和。

    依据：总分 = 预算执行率得分 + 各指标得分；逐项取舍造成的差不超过项数 × 0.005。
    错例：
        总分.得分 = 98.50
    正例：
        总分.得分 = 99.50
    """
    told, summed = scored.form.total_points, scored.printed_sum
    if told is None or told.number is None or summed is None:
        return
    parts = [i.stated for i in scored.indicators if i.stated is not None]
    rounded = all(places_of(part) <= 2 for part in parts)
    loose = CENT if rounded else Decimal("0.005") * (len(parts) + 1)
    if abs(told.number - summed) > loose:
        yield CellFault(told.cell, f"总分{told.text}，各项得分之和是{summed:f}", f"{summed:f}")


@form_rule("SCR232", "grade-family", Severity.MUST)
def grade_family(scored: ScoredForm) -> Iterator[CellFault]:
    """等级名称属于本地口径。

    依据：优、良、中、差与优秀、良好、一般、较差是两套，不得混用。
    错例：
        等级 = 优秀
    正例：
        等级 = 优
    """
    told = scored.form.grade
    if told is None or told.blank:
        return
    names = [band.name for band in scored.scheme.grades.bands]
    if told.text.strip("。 ") not in names:
        yield CellFault(
            told.cell,
            f"等级“{told.text}”不属于本口径（{scored.scheme.title}：{'、'.join(names)}）"
            + (f"，应为“{scored.grade}”" if scored.grade else ""),
            scored.grade,
        )


@form_rule("SCR233", "grade-not-by-band", Severity.MUST)
def grade_not_by_band(scored: ScoredForm) -> Iterator[CellFault]:
    """等级由总分按分档得出。

    依据：等级由四舍五入后的总分决定，边界归上档。
    错例：
        等级 = 良
    正例：
        等级 = 优
    """
    told = scored.form.grade
    if told is None or told.blank or not scored.grade:
        return
    if told.text.strip("。 ") != scored.grade:
        yield CellFault(
            told.cell,
            f"等级“{told.text}”，{scored.total:f}分应为“{scored.grade}”",
            scored.grade,
        )


@form_rule("SCR234", "full-points-unpaid", Severity.DOUBT)
def full_points_unpaid(scored: ScoredForm) -> Iterator[CellFault]:
    """几乎没有付钱而产出全得满分，须说明。

    依据：复核中支付与成果错配是重点问题：执行率不到百分之五，产出指标却全部满分。
    错例：
        资金总额.全年执行数 = 0
        财政拨款.全年执行数 = 0
        资金总额.执行率 = 0.00%
        资金总额.得分 = 0
        总分.得分 = 90
    正例：
        资金总额.全年执行数 = 114
    """
    if not scored.budget or scored.main is None or scored.execution is None:
        return
    if scored.execution.rate >= HARDLY:
        return
    levels = any(i.row.level_one for i in scored.indicators)
    outputs = [
        i
        for i in scored.indicators
        if "产出" in i.row.level_one or not (levels or i.automatic.points is None)
    ]
    told = scored.main.executed
    if told is not None and outputs and all(i.stated == i.weight for i in outputs):
        yield CellFault(
            told.cell,
            f"全年执行数{told.text or '空白'}，执行率{scored.execution.rate}%，"
            f"{len(outputs)}个{'产出' if levels else ''}指标却全部得满分；请核对并说明",
        )
