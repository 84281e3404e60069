"""材料里的自评表：由评分读取、计分，结果同别的材料一样成为待确认的事实。"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import Protocol

from assistant.checks.forms.run import CheckedWorkbook
from assistant.domain.errors import Unreadable
from assistant.domain.findings import Severity
from assistant.domain.scheme import Scheme
from assistant.ports import Catalogue, GridReader
from assistant.reading.accounts.names import Names
from assistant.reading.accounts.types import Taken, Unread
from assistant.scoring.forms import Entries
from assistant.workflow.scoring.facts import form_facts
from assistant.workflow.scoring.scoring import score_file

_REASONS = ("SCR206", "SCR216", "SCR217")
_SUFFIXES = frozenset((".xlsx", ".xlsm", ".xls", ".et", ".docx"))


class FormDesk(Protocol):
    """读自评表所用的端口。"""

    @property
    def catalogue(self) -> Catalogue:
        """知识目录。"""

    @property
    def grids(self) -> GridReader:
        """表格读入。"""


def forms_in(
    desk: FormDesk,
    name: str,
    content: bytes,
    scheme: Scheme,
    entries: Callable[[str], Entries] | None = None,
) -> CheckedWorkbook | None:
    """一份材料里的自评表和汇总表；没有为 None。entries 给出某张工作表上人打的分。"""
    if PurePath(name).suffix.lower() not in _SUFFIXES:
        return None
    try:
        checked = score_file(desk, name, content, scheme, entries)
    except Unreadable:
        return None
    return checked if checked.forms or checked.summaries else None


def years_of(books: Iterable[CheckedWorkbook]) -> set[int]:
    """各表上写明的年度。"""
    return {form.scored.form.year for book in books for form in book.forms if form.scored.form.year}


def taken_from(books: Sequence[CheckedWorkbook], year: int, names: Names) -> Iterator[Taken]:
    """一批自评表合起来的事实。"""
    for fact in form_facts(books, year):
        field = names.fields.get(fact.key)
        if field is not None:
            where = f"{fact.source}#{fact.locator}" if fact.locator else fact.source
            yield Taken(fact.key, field.label, fact.year, fact.value, where, fact.quote)


def faults_in(book: CheckedWorkbook) -> tuple[int, int]:
    """自评表里必改几处、存疑几处。"""
    found = [finding.severity for finding in book.all_findings]
    return found.count(Severity.MUST), found.count(Severity.DOUBT)


def reasons_asked(book: CheckedWorkbook) -> Iterator[str]:
    """扣了分、超了额、执行慢而没有写原因的：请补在自评表里，报告照着写。"""
    for form in book.forms:
        for finding in form.findings:
            if finding.code in _REASONS:
                where = f"{finding.sheet}!{finding.cell}"
                yield f"{form.scored.form.project}：{finding.message}（{where}）"


def unread_in(book: CheckedWorkbook) -> Iterator[Unread]:
    """自评表里没有读懂的格。整张没认出的不算：它多半是别的表，由读表的一方去读。"""
    forms = {form.scored.form.sheet for form in book.forms}
    sheets = forms | {summary.scored.summary.sheet for summary in book.summaries}
    for each in book.all_unread:
        if each.sheet in sheets:
            yield Unread(f"{book.book.name}#{each.sheet}!{each.cell}", each.text, each.why)
