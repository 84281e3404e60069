"""汇总表合计、平均和说明的规则。"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from assistant.checks.forms.book import summary_rule
from assistant.checks.forms.claims import count_claims, grade_claims, mean_claims, scale_of
from assistant.checks.forms.rule import CellFault
from assistant.checks.forms.tolerance import CENT, same_mean, same_rate
from assistant.domain.findings import Severity
from assistant.domain.forms import Told
from assistant.domain.quantities import half_up
from assistant.scoring.grading import mean
from assistant.scoring.summaries import ScoredSummary, money, value

_MONEY = {"initial": "年初预算数", "adjusted": "全年预算数", "executed": "全年执行数"}


@summary_rule("SCR311", "summary-money-total", Severity.MUST)
def money_total(scored: ScoredSummary) -> Iterator[CellFault]:
    """合计行等于各行之和。

    依据：合计 = 各项目之和。
    错例：
        合计.全年执行数 = 70
    正例：
        合计.全年执行数 = 72
    """
    total = scored.summary.total
    if total is None:
        return
    for column, label in _MONEY.items():
        told = money(total, column)
        if told is not None and told.number is not None:
            summed = scored.sums[column]
            if abs(told.number - summed) > CENT:
                yield CellFault(
                    told.cell, f"{label}合计{told.text}，各行之和{summed:f}", f"{summed:f}"
                )


@summary_rule("SCR312", "summary-total-rate", Severity.MUST)
def total_rate(scored: ScoredSummary) -> Iterator[CellFault]:
    """合计行执行率由合计数算出，不是各行执行率的平均。

    依据：合计执行率 = 全年执行数合计 ÷ 全年预算数合计。
    错例：
        合计.执行率 = 93.33%
    正例：
        合计.执行率 = 90.00%
    """
    total = scored.summary.total
    if total is None or total.rate is None or total.rate.number is None:
        return
    if not any(value(row.executed) is not None for row in (total, *scored.summary.rows)):
        return
    budgets = {value(total.adjusted), scored.sums["adjusted"]}
    dones = {value(total.executed), scored.sums["executed"]}
    exact = [d / b * 100 for b in budgets for d in dones if b and b > 0 and d is not None]
    if exact and not any(same_rate(total.rate, rate) for rate in exact):
        right = half_up(exact[0], 2)
        yield CellFault(total.rate.cell, f"合计执行率{total.rate.text}，应为{right}%", f"{right}%")


@summary_rule("SCR313", "summary-mean", Severity.MUST)
def mean_score(scored: ScoredSummary) -> Iterator[CellFault]:
    """平均分等于各项目得分之和除以个数。

    依据：简单平均 = 各项得分之和 ÷ 有得分的项目数；按预算加权的须写明“加权”。
    错例：
        合计.得分 = 95.00
    正例：
        合计.得分 = 91.33
    """
    for told in _means_told(scored):
        if told.number is not None and not _is_mean(scored, told.number):
            yield CellFault(
                told.cell, f"平均得分{told.text}，按各行应为{scored.mean}", f"{scored.mean}"
            )
    for note in scored.summary.notes:
        for claim in mean_claims(note.text):
            if not _is_mean(scored, claim):
                yield CellFault(
                    note.cell, f"文字称平均{claim:f}分，按各行应为{scored.mean}", f"{scored.mean}"
                )


def _means_told(scored: ScoredSummary) -> Iterator[Told]:
    total, separate = scored.summary.total, scored.summary.mean
    for row in (separate, total):
        if row is not None and row.points is not None and not row.points.blank:
            yield row.points


def _is_mean(scored: ScoredSummary, printed: Decimal) -> bool:
    """简单平均、含越界得分的平均、加权平均或合计，任一相符即可。"""
    entered = [v for r in scored.rows if (v := value(r.row.points)) is not None]
    if not entered or scored.exact_mean is None:
        return True
    exact = mean(entered)
    if same_mean(printed, scored.exact_mean) or (exact is not None and same_mean(printed, exact)):
        return True
    weighted = scored.weighted is not None and abs(printed - scored.weighted) <= CENT
    labelled = any("加权" in note.text for note in scored.summary.notes)
    return (weighted and labelled) or abs(printed - sum(entered, Decimal(0))) <= CENT


@summary_rule("SCR314", "summary-count", Severity.MUST)
def project_count(scored: ScoredSummary) -> Iterator[CellFault]:
    """文字所称的项目个数与表内行数一致。

    依据：项目个数在文字、汇总表、自评表之间应当相同。
    错例：
        说明 = 本表共4个项目。
    正例：
        说明 = 本表共3个项目。
    """
    rows = len(scored.summary.rows)
    for note in scored.summary.notes:
        for count in count_claims(note.text):
            if count != rows:
                yield CellFault(note.cell, f"说明称{count}个项目，表内{rows}行", f"{rows}")


@summary_rule("SCR315", "summary-grade-count", Severity.MUST)
def grade_count(scored: ScoredSummary) -> Iterator[CellFault]:
    """文字所称的各等级个数与表内一致。

    依据：各等级个数之和等于项目个数。
    错例：
        说明 = 其中优3个。
    正例：
        说明 = 其中优2个，良1个。
    """
    printed: dict[str, int] = {}
    for row in scored.summary.rows:
        if row.grade is not None and not row.grade.blank:
            name = row.grade.text.strip()
            printed[name] = printed.get(name, 0) + 1
    names = [band.name for band in scored.scheme.grades.bands]
    for note in scored.summary.notes:
        for name, count in grade_claims(note.text, names):
            if count not in (printed.get(name, 0), scored.grades.get(name, 0)):
                yield CellFault(
                    note.cell, f"文字称“{name}”{count}个，表内{scored.grades.get(name, 0)}个"
                )


@summary_rule("SCR316", "summary-printed-scale", Severity.MUST)
def printed_scale(scored: ScoredSummary) -> Iterator[CellFault]:
    """印出的分档没有空档、重叠，且与本地口径相同。

    依据：分档首尾相接，边界只归一档。
    错例：
        说明 = 得分≥90分为优，80≤得分<90分为良，60≤得分<75分为中，得分<60分为差。
    正例：
        说明 = 得分≥90分为优，80≤得分<90分为良，60≤得分<80分为中，得分<60分为差。
    """
    for note in scored.summary.notes:
        bands = scale_of(note.text)
        if len(bands) < 2:
            continue
        for upper, lower in pairwise(bands):
            if lower.high is not None and lower.high != upper.low:
                yield CellFault(
                    note.cell,
                    f"分档在{lower.high:f}与{upper.low:f}之间"
                    f"{'有空档' if lower.high < upper.low else '重叠'}",
                )
        ours = [(band.name, band.at_least) for band in scored.scheme.grades.bands]
        if [(band.name, band.low) for band in bands] != ours:
            shown = "、".join(f"{name}≥{low:f}" for name, low in ours)
            yield CellFault(note.cell, f"印出的分档与本口径（{shown}）不同", shown)


@summary_rule("SCR317", "summary-all-full", Severity.DOUBT)
def all_full(scored: ScoredSummary) -> Iterator[CellFault]:
    """不应所有项目都是满分。

    依据：复核时全部满分视为自评流于形式。
    错例：
        夜校培训.得分 = 100
        设备购置.得分 = 100
        企业走访.得分 = 100
        夜校培训.等级 = 优
        合计.得分 = 100
    正例：
        夜校培训.得分 = 88.00
    """
    points = [each.points for each in scored.rows]
    if len(points) >= 3 and all(p == scored.scheme.total for p in points):
        total = scored.summary.total
        cell = scored.summary.points_cell
        if total is not None and total.points is not None and not total.points.blank:
            cell = total.points.cell
        yield CellFault(cell, f"{len(points)}个项目全部满分，请核对自评是否流于形式")
