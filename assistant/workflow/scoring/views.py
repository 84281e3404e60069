"""评分页所显示的：项目一览、指标表、失分、执行率。只整理，不判断。"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from assistant.checks.forms.rule import CellFinding
from assistant.checks.forms.run import CheckedForm, CheckedWorkbook
from assistant.domain.findings import Severity
from assistant.domain.forms import Told
from assistant.domain.quantities import half_up
from assistant.scoring.department import DepartmentScore
from assistant.scoring.exhibits import Proof
from assistant.scoring.form_money import number
from assistant.scoring.forms import ScoredForm, ScoredIndicator
from assistant.scoring.grading import mean

Row = dict[str, object]
_OPTIONAL = ("一级", "二级", "须复核")


class Overview(NamedTuple):
    """全部自评表的概况。"""

    projects: int
    mean: Decimal | None
    minimum: Decimal | None
    grades: dict[str, int]
    must: int
    doubt: int


class Lost(NamedTuple):
    """一个指标失去的分。"""

    label: str
    points: Decimal


class FindingGroup(NamedTuple):
    """一张表的问题。"""

    title: str
    file: str
    findings: tuple[CellFinding, ...]

    @property
    def must(self) -> int:
        """必改几处。"""
        return sum(each.severity is Severity.MUST for each in self.findings)


def all_forms(books: Iterable[CheckedWorkbook]) -> list[CheckedForm]:
    """全部自评表，按文件次序。"""
    return [form for book in books for form in book.forms]


def overview(books: Sequence[CheckedWorkbook]) -> Overview:
    """个数、平均、最低、各等级个数、问题数。平均只算项目表。"""
    projects = [f.scored for f in all_forms(books) if f.scored.form.kind == "project"]
    totals = [s.total for s in projects if s.total is not None]
    exact = mean(totals)
    grades: dict[str, int] = {}
    for scored in projects:
        if scored.grade:
            grades[scored.grade] = grades.get(scored.grade, 0) + 1
    found = [finding for book in books for finding in book.all_findings]
    return Overview(
        len(projects),
        half_up(exact, 2) if exact is not None else None,
        min(totals, default=None),
        grades,
        sum(1 for f in found if f.severity is Severity.MUST),
        sum(1 for f in found if f.severity is Severity.DOUBT),
    )


def project_rows(forms: Sequence[CheckedForm]) -> list[Row]:
    """项目一览。"""
    return [
        {
            "项目": form.scored.form.project or form.scored.form.sheet,
            "全年预算数": _money(form.scored, form.scored.budget),
            "全年执行数": _money(form.scored, form.scored.executed),
            "执行率": f"{form.scored.execution.rate}%" if form.scored.execution else "",
            "应得总分": _plain(form.scored.total),
            "表上总分": _text(form.scored.form.total_points),
            "等级": form.scored.grade,
            "必改": sum(1 for f in form.findings if f.severity is Severity.MUST),
            "存疑": sum(1 for f in form.findings if f.severity is Severity.DOUBT),
        }
        for form in forms
    ]


def indicator_rows(scored: ScoredForm, proofs: Sequence[Proof]) -> list[Row]:
    """指标表：指标值、完成值、分值、应得分、表上分、原因、佐证。"""
    rows = [
        _indicator_row(one, proof) for one, proof in zip(scored.indicators, proofs, strict=True)
    ]
    empty = [name for name in _OPTIONAL if not any(row[name] for row in rows)]
    return [{name: row[name] for name in row if name not in empty} for row in rows]


def _indicator_row(one: ScoredIndicator, proof: Proof) -> Row:
    row = one.row
    exhibits = (f"{e.file}{f' 第{e.page}页' if e.page else ''}" for e in proof.exhibits)
    return {
        "一级": row.level_one,
        "二级": row.level_two,
        "指标": row.name,
        "指标值": row.target.shown if row.target else "",
        "完成值": row.actual_told.text if row.actual_told else "",
        "分值": _plain(one.weight),
        "应得分": "由人打分" if one.automatic.points is None else _plain(one.automatic.points),
        "表上得分": _text(row.points),
        "计入总分": _plain(one.counted),
        "原因": _text(row.reason),
        "佐证": "；".join(exhibits),
        "须复核": "；".join(review.kind for review in one.reviews),
    }


def formula_of(one: ScoredIndicator, scored: ScoredForm) -> str:
    """一项得分的来历，整句中文。"""
    said = [one.automatic.formula]
    if one.automatic.convention:
        said.append("没有明文规定，按本系统说明的办法")
    if one.entry is not None and one.entry.points is not None:
        said.append(f"人工打{one.entry.points:f}分，理由：{one.entry.reason}")
    elif one.by_hand and one.stated is not None:
        said.append(f"按表上人打的{one.stated:f}分计入")
    said += [review.message for review in one.reviews]
    scheme = scored.scheme
    basis = f"依据：{scheme.title}{'' if scheme.verified else '（依据待核）'}，{scheme.basis}"
    return "。".join([*said, basis]) + "。"


def lost_points(forms: Sequence[CheckedForm], most: int = 15) -> list[Lost]:
    """失分最多的指标，连同执行率失分；一份表以上时带项目名。"""
    found = []
    for form in forms:
        scored = form.scored
        whose = f"（{scored.form.project}）" if len(forms) > 1 else ""
        if scored.execution is not None:
            gone = scored.execution.weight - scored.execution.points
            found.append(Lost(f"预算执行率{whose}", gone))
        for one in scored.indicators:
            if one.weight is not None and one.counted is not None:
                found.append(Lost(f"{one.row.name}{whose}", one.weight - one.counted))
    worst = sorted((each for each in found if each.points > 0), key=lambda each: -each.points)
    return worst[:most]


def execution_rates(forms: Sequence[CheckedForm]) -> list[tuple[str, Decimal]]:
    """各项目执行率（%），由低到高。"""
    rates = [
        (f.scored.form.project or f.scored.form.sheet, f.scored.execution.rate)
        for f in forms
        if f.scored.execution is not None
    ]
    return sorted(rates, key=lambda each: each[1])


def finding_groups(books: Iterable[CheckedWorkbook]) -> list[FindingGroup]:
    """问题按表归组；组内必改在前，必改多的组在前。"""
    order = {severity: number for number, severity in enumerate(Severity)}
    found: dict[tuple[str, str], list[CellFinding]] = {}
    titles: dict[tuple[str, str], str] = {}
    for book in books:
        name = book.book.name
        for form in book.forms:
            read = form.scored.form
            titles.setdefault((name, read.sheet), read.project)
        for finding in book.all_findings:
            found.setdefault((name, finding.sheet), []).append(finding)
    groups = [
        FindingGroup(
            "　".join(part for part in (sheet, titles.get((name, sheet), "")) if part),
            name,
            tuple(sorted(findings, key=lambda each: order[each.severity])),
        )
        for (name, sheet), findings in found.items()
    ]
    return sorted(groups, key=lambda group: -group.must)


def unread_rows(books: Iterable[CheckedWorkbook]) -> list[Row]:
    """没有读懂的地方。"""
    return [
        {
            "文件": book.book.name,
            "工作表": u.sheet,
            "单元格": u.cell,
            "写着": u.text,
            "为什么": u.why,
        }
        for book in books
        for u in book.all_unread
    ]


def department_rows(score: DepartmentScore) -> list[Row]:
    """部门整体指标表，算得出的在前。"""
    rows = sorted(score.rows, key=lambda each: each.rate is None)
    return [
        {
            "指标": each.indicator.name,
            "分值": _plain(each.indicator.weight),
            "比率": "" if each.rate is None else f"{each.rate}%",
            "得分": _plain(each.points) if each.points is not None else "—",
            "算式": each.formula,
            "办法": each.indicator.formula,
        }
        for each in rows
    ]


def _money(scored: ScoredForm, amount: Decimal | None) -> str:
    return "" if amount is None else f"{amount:f}{scored.form.unit}"


def _plain(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"


def _text(told: Told | None) -> str:
    if told is None or told.blank:
        return ""
    value = number(told)
    return told.text if value is None else f"{told.shown if told.shown is not None else value:f}"
