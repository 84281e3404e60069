"""汇总表各行的规则：执行率、得分、等级、序号、重名。"""

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.checks.forms.book import summary_rule
from assistant.checks.forms.rule import CellFault
from assistant.checks.forms.tolerance import same_rate
from assistant.domain.findings import Severity
from assistant.domain.forms import SummaryRow, Told
from assistant.scoring.summaries import ScoredSummary, money, value


@summary_rule("SCR301", "summary-execution-rate", Severity.MUST)
def execution_rate(scored: ScoredSummary) -> Iterator[CellFault]:
    """各行执行率等于全年执行数除以全年预算数。

    依据：执行率 = 全年执行数 ÷ 全年（调整）预算数。
    错例：
        夜校培训.执行率 = 85.00%
    正例：
        夜校培训.执行率 = 80.00%
    """
    for each in scored.rows:
        row, stated = each.row, each.row.rate
        budget, done = value(row.adjusted), value(row.executed)
        if stated is None or stated.number is None or not budget or budget < 0 or done is None:
            continue
        if not same_rate(stated, done / budget * 100):
            initial = value(row.initial)
            wrong = initial and initial != budget and same_rate(stated, done / initial * 100)
            cause = "，系以年初预算数为分母" if wrong else ""
            yield CellFault(
                stated.cell,
                f"“{row.project}”执行率{stated.text}，应为{each.rate}%{cause}",
                f"{each.rate}%",
            )


@summary_rule("SCR302", "summary-over-budget", Severity.MUST)
def over_budget(scored: ScoredSummary) -> Iterator[CellFault]:
    """各行执行数不超过全年预算数，金额不为负。

    依据：执行率超过100%说明预算数漏了追加、结转，或执行数有误。
    错例：
        夜校培训.全年执行数 = 26
        夜校培训.执行率 = 130.00%
    正例：
        夜校培训.全年执行数 = 16
    """
    for each in scored.rows:
        for column in ("initial", "adjusted", "executed"):
            told = money(each.row, column)
            if told is not None and told.number is not None and told.number < 0:
                yield CellFault(told.cell, f"“{each.row.project}”金额{told.text}为负")
        if each.rate is not None and each.rate > 100 and not scored.scheme.execution.above_100:
            rate = each.row.rate
            told = rate if rate is not None and not rate.blank else each.row.executed
            if told is not None:
                yield CellFault(
                    told.cell, f"“{each.row.project}”全年执行数超过全年预算数，执行率{each.rate}%"
                )


@summary_rule("SCR303", "summary-score-blank", Severity.MUST)
def score_blank(scored: ScoredSummary) -> Iterator[CellFault]:
    """每个项目都有得分。

    依据：汇总表逐项列示自评得分，空白的不能计入平均。
    错例：
        夜校培训.得分 = —
        夜校培训.等级 =
        合计.得分 = 93.00
    正例：
        夜校培训.得分 = 88.00
    """
    for each in scored.rows:
        told = each.row.points
        if told is not None and told.blank:
            yield CellFault(told.cell, f"“{each.row.project}”得分未填")


@summary_rule("SCR304", "summary-score-range", Severity.MUST)
def score_range(scored: ScoredSummary) -> Iterator[CellFault]:
    """得分在0与满分之间。

    依据：满分100分，没有加分。
    错例：
        夜校培训.得分 = 188.00
        合计.得分 = 93.00
    正例：
        夜校培训.得分 = 88.00
    """
    for each in scored.rows:
        told = each.row.points
        if told is not None and told.number is not None and each.points is None:
            yield CellFault(
                told.cell,
                f"“{each.row.project}”得分{told.text}，应在0与{scored.scheme.total:f}之间",
            )


@summary_rule("SCR305", "summary-grade", Severity.MUST)
def grade(scored: ScoredSummary) -> Iterator[CellFault]:
    """等级由得分按本地分档得出，名称属于本口径。

    依据：等级由四舍五入后的得分决定，边界归上档；两套等级名称不得混用。
    错例：
        夜校培训.等级 = 优
    正例：
        夜校培训.等级 = 良
    """
    for each in scored.rows:
        told = each.row.grade
        if told is None or not each.grade:
            continue
        if told.blank:
            yield CellFault(told.cell, f"“{each.row.project}”等级未填，应为“{each.grade}”")
        elif told.text.strip() != each.grade:
            yield CellFault(
                told.cell,
                f"“{each.row.project}”等级“{told.text}”，{each.points:f}分应为“{each.grade}”",
                each.grade,
            )


@summary_rule("SCR306", "summary-serial", Severity.DOUBT)
def serial(scored: ScoredSummary) -> Iterator[CellFault]:
    """序号从1起连续；分类的各自从1起。

    依据：序号跳号、重号多因漏行、重复行。
    错例：
        企业走访.序号 = 2
    正例：
        企业走访.序号 = 3
    """
    numbers = [(row.serial, value(row.serial)) for row in scored.summary.rows]
    if not numbers or numbers[0][1] != 1:
        return
    expected = Decimal(1)
    for told, number in numbers:
        if told is None or number is None:
            return
        if number == 1:
            expected = number
        if number != expected:
            yield CellFault(told.cell, f"序号{told.text}，应为{expected:f}", f"{expected:f}")
            return
        expected += 1


@summary_rule("SCR307", "summary-duplicate-project", Severity.MUST)
def duplicate_project(scored: ScoredSummary) -> Iterator[CellFault]:
    """同一项目只列一次。

    依据：项目重复则个数、合计、平均都不可信。
    错例：
        企业走访.名称 = 夜校培训
    正例：
        企业走访.名称 = 企业走访
    """
    seen: dict[str, SummaryRow] = {}
    for row in scored.summary.rows:
        name = re.sub(r"\s", "", row.project)
        if name in seen:
            yield CellFault(row.project_cell, f"项目“{row.project}”与第{seen[name].row}行重复")
        seen.setdefault(name, row)


@summary_rule("SCR308", "summary-number-unreadable", Severity.MUST)
def number_unreadable(scored: ScoredSummary) -> Iterator[CellFault]:
    """金额、得分栏里是可读的数。

    依据：公式引用丢失、没有存下结果、写文字，都使表无法复算。
    错例：
        夜校培训.全年执行数 = 十六万元
    正例：
        夜校培训.全年执行数 = 16
    """
    total = (scored.summary.total,) if scored.summary.total else ()
    for row in (*scored.summary.rows, *total):
        cells: tuple[Told | None, ...] = (
            row.initial,
            row.adjusted,
            row.executed,
            row.rate,
            row.points,
        )
        for told in cells:
            if told is not None and told.number is None and not told.blank:
                what = told.problem or f"这里应是数，写的是“{told.text}”"
                yield CellFault(told.cell, what)
