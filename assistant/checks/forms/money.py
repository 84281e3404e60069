"""资金行的规则：合计、执行率、执行率得分、负数。"""

from collections.abc import Iterator
from decimal import Decimal

from assistant.checks.forms.book import form_rule
from assistant.checks.forms.rule import CellFault
from assistant.checks.forms.tolerance import CENT, same_rate
from assistant.domain.findings import Severity
from assistant.domain.forms import Funds, Told
from assistant.domain.quantities import half_up
from assistant.scoring.form_money import amount, number
from assistant.scoring.forms import ScoredForm

COLUMNS = {"initial": "年初预算数", "adjusted": "全年预算数", "executed": "全年执行数"}


def told_at(funds: Funds, column: str) -> Told | None:
    """一行资金某栏的格。"""
    return {"initial": funds.initial, "adjusted": funds.adjusted, "executed": funds.executed}[
        column
    ]


@form_rule("SCR201", "negative-amount", Severity.MUST)
def negative_amount(scored: ScoredForm) -> Iterator[CellFault]:
    """预算数、执行数不得为负。

    依据：自评表资金栏只填当年数额，收回指标体现为全年预算数减少。
    错例：
        财政拨款.全年执行数 = -3
    正例：
        财政拨款.全年执行数 = 114
    """
    for line in (line for group in scored.form.funds for line in group):
        for column, label in COLUMNS.items():
            told = told_at(line, column)
            if told is not None and told.number is not None and told.number < 0:
                yield CellFault(told.cell, f"{label}{told.text}为负，请核对", "不小于0的数")


@form_rule("SCR202", "fund-total-not-sum", Severity.MUST)
def fund_total_not_sum(scored: ScoredForm) -> Iterator[CellFault]:
    """资金总额等于下面各项之和。

    依据：自评表“年度资金总额”为本年财政拨款、上年结转、其他资金等各项之和。
    错例：
        资金总额.全年预算数 = 150
    正例：
        资金总额.全年预算数 = 120
    """
    for group in scored.form.funds:
        for column, label in COLUMNS.items():
            yield from _total_of(group, column, label)


def _total_of(group: tuple[Funds, ...], column: str, label: str) -> Iterator[CellFault]:
    told = told_at(group[0], column)
    below = (line for line in group[1:] if line.depth)
    lines = [(line.depth, v) for line in below if (v := amount(line, column)) is not None]
    if told is None or not lines or told.problem:
        return
    whole = told.number if told.number is not None else Decimal(0)
    upper = [v for depth, v in lines if depth <= 1] or [v for _, v in lines]
    values = [v for _, v in lines]
    sums = {sum(upper, Decimal(0)), sum(values, Decimal(0)), sum(_folded(values), Decimal(0))}
    if told.blank and sums == {Decimal(0)}:
        return
    if all(abs(whole - total) > CENT for total in sums):
        expected = sum(upper, Decimal(0))
        said = told.text if not told.blank else "空白"
        yield CellFault(told.cell, f"{label}总额{said}，各项之和是{expected:f}", f"{expected:f}")


def _folded(values: list[Decimal]) -> list[Decimal]:
    """上一项恰等于紧接其后几项之和的，那几项是它的细目，不再计。"""
    kept: list[Decimal] = []
    at = 0
    while at < len(values):
        kept.append(values[at])
        summed, end = Decimal(0), at + 1
        while end < len(values) and summed < values[at]:
            summed += values[end]
            end += 1
        at = end if summed == values[at] and end > at + 2 else at + 1
    return kept


@form_rule("SCR203", "execution-over-budget", Severity.MUST)
def execution_over_budget(scored: ScoredForm) -> Iterator[CellFault]:
    """执行数不得超过全年预算数，除非本地口径允许。

    依据：执行率 = 全年执行数 ÷ 全年（调整）预算数，超过100%说明预算数漏了追加或结转，或执行数有误。
    错例：
        资金总额.全年执行数 = 126
        财政拨款.全年执行数 = 126
        资金总额.执行率 = 105.00%
        资金总额.得分 = 10
    正例：
        资金总额.全年执行数 = 114
    """
    main, done = scored.main, scored.execution
    if main is None or done is None or scored.scheme.execution.above_100 or done.rate <= 100:
        return
    told = main.rate if main.rate is not None and not main.rate.blank else main.executed
    if told is not None:
        yield CellFault(
            told.cell,
            f"全年执行数{scored.executed:f}超过全年预算数{scored.budget:f}，执行率{done.rate}%；"
            "请核对是否漏了追加、结转的预算",
        )


@form_rule("SCR204", "execution-rate-wrong", Severity.MUST)
def execution_rate_wrong(scored: ScoredForm) -> Iterator[CellFault]:
    """执行率等于全年执行数除以全年预算数。

    依据：执行率 = 全年执行数 ÷ 全年（调整）预算数；年初预算数只列示，不作分母。
    错例：
        资金总额.执行率 = 114.00%
    正例：
        资金总额.执行率 = 95.00%
    """
    for group in scored.form.funds:
        for line in group:
            yield from _rate_of(line, scored)


def _rate_of(line: Funds, scored: ScoredForm) -> Iterator[CellFault]:
    whole = line is scored.main
    budget = scored.budget if whole else amount(line, "adjusted")
    done = scored.executed if whole else amount(line, "executed")
    stated = line.rate
    if stated is None or stated.number is None or not budget or budget < 0 or done is None:
        return
    exact = done / budget * 100
    if same_rate(stated, exact):
        return
    initial = amount(line, "initial")
    wrong_base = initial and initial != budget and same_rate(stated, done / initial * 100)
    cause = "，系以年初预算数为分母" if wrong_base else ""
    rate = half_up(exact, scored.scheme.execution.rate_places)
    yield CellFault(
        stated.cell,
        f"执行率{stated.text}，应为{rate}%（{done:f}÷{budget:f}）{cause}",
        f"{rate}%",
    )


@form_rule("SCR205", "execution-points-wrong", Severity.MUST)
def execution_points_wrong(scored: ScoredForm) -> Iterator[CellFault]:
    """预算执行率得分按本地口径由执行率算出。

    依据：得分 = 分值 × 执行率（以分值为限），或按本地分档；由未取舍的执行率算出的也认可。
    错例：
        资金总额.得分 = 10
    正例：
        资金总额.得分 = 9.5
    """
    main, done = scored.main, scored.execution
    if main is None or done is None or main.points is None:
        return
    stated = main.points
    if stated.number is None:
        return
    loose = CENT if scored.scheme.execution.rule == "linear" else Decimal(0)
    if any(abs(stated.number - points) <= loose for points in done.accepted_points):
        return
    yield CellFault(
        stated.cell,
        f"预算执行率得分{stated.text}，应为{done.points}（{done.formula}）",
        f"{done.points}",
    )


@form_rule("SCR206", "execution-reason-missing", Severity.MUST)
def execution_reason_missing(scored: ScoredForm) -> Iterator[CellFault]:
    """执行率低于本地规定的比例须说明原因（表上有原因栏的）。

    依据：有的地方规定执行率低于90%须在表内说明原因。
    错例：
        口径 = sichuan-county
        资金总额.全年执行数 = 60
        财政拨款.全年执行数 = 60
        资金总额.执行率 = 50.00%
        资金总额.得分 = 5
        资金总额.原因 =
    正例：
        口径 = sichuan-county
    """
    main, done = scored.main, scored.execution
    if main is None or done is None or not done.needs_reason or main.reason is None:
        return
    if main.reason.blank:
        limit = scored.scheme.execution.explain_below
        yield CellFault(main.reason.cell, f"执行率{done.rate}%低于{limit:f}%，未说明原因")


@form_rule("SCR207", "execution-weight-not-by-scheme", Severity.DOUBT)
def execution_weight(scored: ScoredForm) -> Iterator[CellFault]:
    """预算执行率的分值与本地口径一致。

    依据：一级指标的分值由评分方案规定，单位不得自行调整。
    错例：
        资金总额.分值 = 20
    正例：
        资金总额.分值 = 10
    """
    main, rule = scored.main, scored.scheme.execution
    if main is None or main.weight is None or main.weight.number is None:
        return
    if number(main.weight) != rule.weight:
        yield CellFault(
            main.weight.cell,
            f"预算执行率分值{main.weight.text}，本口径（{scored.scheme.title}）为{rule.weight:f}",
            f"{rule.weight:f}",
        )
