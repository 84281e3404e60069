"""自评表到事实：项目个数、平均分、最低分、各等级个数、项目表、部门的预算执行，各带文件、工作表、单元格。

得分取按口径算出的；表上印的不同，在原话里并列写明。汇总表与自评表都有时，以自评表为准；
只有汇总表时取各行印出的得分。部门的执行率得分只由部门自己的表来，不由项目平均。
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from assistant.checks.forms.run import CheckedSummary, CheckedWorkbook
from assistant.domain.facts import Rows, Value
from assistant.domain.forms import Told
from assistant.domain.quantities import Quantity, half_up
from assistant.scoring.forms import ScoredForm, ScoredIndicator
from assistant.scoring.grading import grade_of, mean
from assistant.workflow.scoring.summary_sheets import in_ten_thousands

MOST_INDICATORS = 3


class FormFact(NamedTuple):
    """由表得出的一个事实，待办事人员确认。"""

    key: str
    year: int
    value: Value
    source: str
    locator: str
    quote: str


class _Scored(NamedTuple):
    """一个项目的得分和它在哪里。"""

    project: str
    points: Decimal
    grade: str
    source: str
    locator: str


def form_facts(books: Sequence[CheckedWorkbook], year: int) -> tuple[FormFact, ...]:
    """一批文件里的事实。表上写明是别的年度的不取。"""
    forms = [
        (book.book.name, form.scored)
        for book in books
        for form in book.forms
        if form.scored.form.year in (year, None)
    ]
    projects = [(name, s) for name, s in forms if s.form.kind == "project"]
    found: list[FormFact] = []
    if projects:
        found += _project_facts([_of_form(name, s) for name, s in projects], year)
        found += _tables(projects, year)
    else:
        summaries = [(b.book.name, s) for b in books for s in b.summaries]
        for name, summary in summaries[:1]:
            found += _project_facts(_of_summary(name, summary), year)
    for name, scored in forms:
        if scored.form.kind == "department":
            found += _department(name, scored, year)
    return tuple(found)


def _of_form(name: str, scored: ScoredForm) -> _Scored | None:
    if scored.total is None:
        return None
    told = scored.form.total_points
    where = f"{scored.form.sheet}!{told.cell if told else scored.form.project_cell}"
    return _Scored(scored.form.project, scored.total, scored.grade, name, where)


def _of_summary(name: str, summary: CheckedSummary) -> list[_Scored | None]:
    scheme, sheet = summary.scored.scheme, summary.scored.summary.sheet
    return [
        _Scored(
            row.row.project,
            row.points,
            grade_of(row.points, scheme),
            name,
            f"{sheet}!{row.row.points.cell if row.row.points else row.row.project_cell}",
        )
        if row.points is not None
        else None
        for row in summary.scored.rows
    ]


def _project_facts(rows: Sequence[_Scored | None], year: int) -> Iterator[FormFact]:
    """个数算全部项目；平均、最低、等级只在每个项目都有得分时给出。"""
    known = [row for row in rows if row is not None]
    if not known:
        return
    source = "、".join(dict.fromkeys(row.source for row in known))
    count = Quantity(value=Decimal(len(rows)), unit="个")
    yield FormFact("projects.count", year, count, source, "", f"共{len(rows)}个项目")
    if len(known) < len(rows):
        return
    exact = mean([row.points for row in known])
    assert exact is not None
    said = f"{len(known)}个项目得分合计{sum(row.points for row in known):f}÷{len(known)}"
    average = Quantity(value=half_up(exact, 2), unit="分")
    yield FormFact("projects.mean_score", year, average, source, "", said)
    low = min(known, key=lambda row: row.points)
    least = Quantity(value=low.points, unit="分")
    yield FormFact(
        "projects.minimum_score", year, least, low.source, low.locator, f"“{low.project}”最低"
    )
    high = max(known, key=lambda row: row.points)
    most = Quantity(value=high.points, unit="分")
    yield FormFact(
        "projects.maximum_score", year, most, high.source, high.locator, f"“{high.project}”最高"
    )
    counts: dict[str, int] = {}
    for row in known:
        counts[row.grade] = counts.get(row.grade, 0) + 1
    grades: Rows = tuple((grade, str(n)) for grade, n in counts.items())
    yield FormFact("projects.grades", year, grades, source, "", "各项目得分按本地分档")


def _tables(projects: Sequence[tuple[str, ScoredForm]], year: int) -> Iterator[FormFact]:
    source = "、".join(dict.fromkeys(name for name, _ in projects))
    rows: Rows = tuple(_project_row(scored) for _, scored in projects)
    yield FormFact("projects.items", year, rows, source, "", f"{len(rows)}份项目支出绩效自评表")
    goals: Rows = tuple(_goal_row(scored) for _, scored in projects)
    yield FormFact("goals.items", year, goals, source, "", f"{len(goals)}份项目支出绩效自评表")
    yield from _met(projects, year, source)


def _met(projects: Sequence[tuple[str, ScoredForm]], year: int, source: str) -> Iterator[FormFact]:
    """指标总数、完成与未完成的个数；未完成的逐个列出。有一项没有得分时不给个数。"""
    rows = [(scored, one) for _, scored in projects for one in scored.indicators]
    short = [(scored, one) for scored, one in rows if _falls_short(one)]
    if rows and all(one.counted is not None and one.weight is not None for _, one in rows):
        for key, count in (
            ("indicators.total", len(rows)),
            ("indicators.met", len(rows) - len(short)),
            ("indicators.unmet", len(short)),
        ):
            value = Quantity(value=Decimal(count), unit="个")
            yield FormFact(
                key, year, value, source, "", f"{len(projects)}份自评表共{len(rows)}个指标"
            )
    told: Rows = tuple(_deviation(scored, one) for scored, one in short)
    if told:
        yield FormFact("results.deviations", year, told, source, "", f"{len(told)}个指标未达到目标")


def _falls_short(one: ScoredIndicator) -> bool:
    return one.counted is not None and one.weight is not None and one.counted < one.weight


def _deviation(scored: ScoredForm, one: ScoredIndicator) -> tuple[str, ...]:
    """项目、指标、目标值、实际完成值、原因。"""
    target = one.row.target.shown if one.row.target else ""
    reason = _said(one.row.reason).rstrip("。；; ")
    return (scored.form.project, one.row.name, target, _done(one), reason)


def _done(one: ScoredIndicator) -> str:
    """实际完成值；表上只写了数的补上单位。"""
    said, done = _said(one.row.actual_told), one.row.actual
    bare = said.replace(".", "").isdigit()
    if not bare or done.number is None or not one.row.target:
        return said
    number = f"{done.number.normalize():f}" if one.row.target.unit == "%" else said
    return number + one.row.target.unit


def _project_row(scored: ScoredForm) -> tuple[str, ...]:
    """项目、全年预算数（万元）、全年执行数（万元）、执行率、得分、等级。"""
    amounts = (in_ten_thousands(scored, a) for a in (scored.budget, scored.executed))
    budget, executed = ("" if a is None else f"{half_up(a, 2)}" for a in amounts)
    rate = f"{scored.execution.rate}%" if scored.execution else ""
    total = "" if scored.total is None else f"{scored.total}"
    return (scored.form.project, budget, executed, rate, total, scored.grade)


def _goal_row(scored: ScoredForm) -> tuple[str, ...]:
    """项目、目标、指标及目标值、实际完成值、偏差原因；产出在前，未达到的必列。"""
    rows = list(scored.indicators)
    short = [one for one in rows if one.counted is not None and one.counted != one.weight]
    kept = [*short, *(one for one in rows if one not in short)][: max(MOST_INDICATORS, len(short))]
    kept.sort(key=rows.index)
    return (
        scored.form.project,
        _said(scored.form.goal).rstrip("。；; "),
        "；".join(
            f"{one.row.name}{one.row.target.shown if one.row.target else ''}" for one in kept
        ),
        "；".join(f"{one.row.name}{_done(one)}" for one in kept),
        "；".join(_said(one.row.reason) for one in short if _said(one.row.reason)),
    )


def _department(name: str, scored: ScoredForm, year: int) -> Iterator[FormFact]:
    main, unit = scored.main, scored.form.unit
    if main is not None and unit:
        for key, told in (
            ("initial.expenditure", main.initial),
            ("adjusted.expenditure", main.adjusted),
            ("executed.total", main.executed),
        ):
            if told is not None and told.number is not None:
                value = Quantity(value=told.number, unit=unit)
                yield _from_cell(key, year, value, name, scored, told, told.text)
    if main is not None and scored.execution is not None and main.points is not None:
        points = Quantity(value=scored.execution.points, unit="分")
        said = scored.execution.formula
        yield _from_cell("execution.points", year, points, name, scored, main.points, said)
    told = scored.form.total_points
    if scored.total is not None and told is not None:
        value = Quantity(value=scored.total, unit="分")
        said = f"表上印{told.text or '空白'}，按{scored.scheme.title}应得{scored.total}"
        yield _from_cell("department.score", year, value, name, scored, told, said)


def _from_cell(
    key: str, year: int, value: Value, name: str, scored: ScoredForm, told: Told, quote: str
) -> FormFact:
    return FormFact(key, year, value, name, f"{scored.form.sheet}!{told.cell}", quote)


def _said(told: Told | None) -> str:
    return "" if told is None or told.blank else told.text
