"""对一个文件里的全部表执行全部规则。"""

from collections.abc import Callable
from typing import NamedTuple

from assistant.checks.forms import (  # noqa: F401 引入即登记规则
    cells,
    classes,
    goals,
    groups,
    money,
    points,
    reasons,
    summaries,
    summary_totals,
    targets,
    totals,
    values,
    workbooks,
)
from assistant.checks.forms.book import form_rule, summary_rule, workbook_rule
from assistant.checks.forms.certainty import sure_findings
from assistant.checks.forms.rule import CellFinding, Rule
from assistant.domain.forms import Form, Unread, Workbook
from assistant.domain.scheme import Scheme
from assistant.scoring.forms import Entries, ScoredForm, scored
from assistant.scoring.summaries import ScoredSummary, scored_summary

FormRule = Rule[ScoredForm] | Rule[ScoredSummary] | Rule[Workbook]


def by_code() -> dict[str, FormRule]:
    """全部表格规则，按代号。"""
    found: list[FormRule] = [*form_rule.rules, *summary_rule.rules, *workbook_rule.rules]
    return {rule.code: rule for rule in sorted(found, key=lambda rule: rule.code)}


class CheckedForm(NamedTuple):
    """一份自评表：计分与问题。"""

    scored: ScoredForm
    findings: tuple[CellFinding, ...]
    unsure: tuple[Unread, ...] = ()


class CheckedSummary(NamedTuple):
    """一份汇总表：计算与问题。"""

    scored: ScoredSummary
    findings: tuple[CellFinding, ...]


class CheckedWorkbook(NamedTuple):
    """一个文件的结果。findings 是几张表互相对照的问题，已分给所在的表的不再列出。"""

    book: Workbook
    forms: tuple[CheckedForm, ...]
    summaries: tuple[CheckedSummary, ...]
    findings: tuple[CellFinding, ...]

    @property
    def all_findings(self) -> tuple[CellFinding, ...]:
        """全部问题。"""
        own = [f for form in self.forms for f in form.findings]
        sums = [f for summary in self.summaries for f in summary.findings]
        return (*own, *sums, *self.findings)

    @property
    def all_unread(self) -> tuple[Unread, ...]:
        """全部没有读懂的地方。"""
        forms = [each for form in self.book.forms for each in form.unread]
        forms += [each for form in self.forms for each in form.unsure]
        sums = [each for summary in self.book.summaries for each in summary.unread]
        return (*self.book.unread, *forms, *sums)


def check_workbook(
    book: Workbook, scheme: Scheme, entries: Callable[[str], Entries] | None = None
) -> CheckedWorkbook:
    """计分并执行全部规则。entries 给出某张工作表上人打的分。"""
    across = workbook_rule.run(book)
    forms = []
    for form in book.forms:
        result = scored(form, scheme, entries=entries(form.sheet) if entries else None)
        mine = _on(across, form.sheet, _cells_of(form))
        found, unsure = sure_findings(result, form_rule.run(result, form.sheet))
        forms.append(CheckedForm(result, _merged(found, mine), unsure))
    sums = []
    for summary in book.summaries:
        counted = scored_summary(summary, scheme)
        found = summary_rule.run(counted, summary.sheet)
        sums.append(CheckedSummary(counted, _merged(found, _on(across, summary.sheet, None))))
    lists = [*(form.findings for form in forms), *(each.findings for each in sums)]
    given = {id(finding) for findings in lists for finding in findings}
    rest = tuple(f for f in across if id(f) not in given)
    return CheckedWorkbook(book, tuple(forms), tuple(sums), rest)


def _cells_of(form: Form) -> set[str]:
    """几张表对照时会指到的格。"""
    own = {form.project_cell, form.title.cell if form.title else ""}
    return own | {one.target_cell for one in form.indicators}


def _on(
    findings: tuple[CellFinding, ...], sheet: str, only: set[str] | None
) -> tuple[CellFinding, ...]:
    return tuple(f for f in findings if f.sheet == sheet and (only is None or f.cell in only))


def _merged(
    own: tuple[CellFinding, ...], across: tuple[CellFinding, ...]
) -> tuple[CellFinding, ...]:
    taken = {f.cell for f in own}
    return (*own, *(f for f in across if f.cell not in taken))
