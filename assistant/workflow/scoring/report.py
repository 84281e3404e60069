"""报告里的自评表：附上的文件、人打的分；打了分，项目平均等随之重新提出。"""

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from assistant.checks.forms.run import CheckedWorkbook
from assistant.domain.errors import BadInput, NotFound
from assistant.domain.events import (
    EvidenceNoted,
    FactsProposed,
    FileAttached,
    Payload,
    PointsEntered,
)
from assistant.domain.figures import Figure
from assistant.domain.quantities import Dimension, places_of, unit_named
from assistant.domain.report import Report
from assistant.domain.scheme import Scheme
from assistant.scoring.department import DepartmentScore, department_score
from assistant.scoring.entries import fault_of_entry
from assistant.scoring.execution import Execution, execution_of
from assistant.scoring.forms import Entries, Entry, ScoredForm, ScoredIndicator
from assistant.workflow.books import Book, open_book, record
from assistant.workflow.desk import Desk
from assistant.workflow.materials.facts import offers, proposals, superseded
from assistant.workflow.materials.forms import forms_in, taken_from
from assistant.workflow.materials.reading import names_for


class AttachedForms(NamedTuple):
    """一份附上的文件和其中自评表的结果。"""

    file: FileAttached
    checked: CheckedWorkbook


def report_forms(desk: Desk, book: Book, scheme: Scheme | None = None) -> tuple[AttachedForms, ...]:
    """附在报告上的自评表，连同人打的分。同一文件只算一次；存档里找不到的跳过。"""
    chosen = scheme or desk.catalogue.scheme(book.locality.scheme)
    found: dict[str, AttachedForms] = {}
    for file in book.report.files:
        try:
            content = desk.uploads.content(file.sha256)
        except NotFound:
            continue
        entered = _entries(book.report, file.sha256)
        checked = forms_in(desk, file.name, content, chosen, entered)
        if checked is not None:
            found[file.sha256] = AttachedForms(file, checked)
    return tuple(found.values())


def enter_points(
    desk: Desk, report_id: str, at: tuple[str, str, str], points: Decimal, reason: str, by: str
) -> Book:
    """人打分。at 是（文件摘要，工作表，得分格）。不合规抛 BadInput，什么也不记。"""
    book = open_book(desk, report_id)
    file, sheet, cell = at
    scored, one = _indicator(report_forms(desk, book), at)
    fault = fault_of_entry(one, points, reason, scored.scheme)
    if fault is not None:
        raise BadInput(fault, "请改正后再记。")
    payload = PointsEntered(file=file, sheet=sheet, cell=cell, points=points, reason=reason)
    book = record(desk, book, by, payload)
    return _summed_again(desk, book, by)


def note_evidence(desk: Desk, report_id: str, at: tuple[str, str, str], text: str, by: str) -> Book:
    """记下一项的佐证材料。at 是（文件摘要，工作表，得分格）；空白是去掉。"""
    book = open_book(desk, report_id)
    _indicator(report_forms(desk, book), at)
    file, sheet, cell = at
    payload = EvidenceNoted(file=file, sheet=sheet, cell=cell, text=text.strip())
    return record(desk, book, by, payload)


def department_execution(desk: Desk, book: Book) -> Execution | None:
    """部门的预算执行率得分：由部门自己的全年预算数和执行数算，不由项目平均。"""
    figures = book.ledger.figures
    budget, done = (figures.get(key) for key in ("adjusted.expenditure", "executed.total"))
    if budget is None or done is None:
        return None
    rule = desk.catalogue.scheme(book.locality.scheme).execution
    paid = done.quantity.to(budget.quantity.unit, places_of(budget.quantity.value))
    return execution_of(budget.quantity.value, paid.value, rule)


def department_points(desk: Desk, book: Book) -> DepartmentScore | None:
    """部门整体指标由报告的事实计分；口径没有这张表的为 None。"""
    scheme = desk.catalogue.scheme(book.locality.scheme)
    if not scheme.department:
        return None
    table = desk.catalogue.department_table(scheme.department)
    values = {key: _in_words(figure) for key, figure in book.ledger.figures.items()}
    return department_score(table, values)


def _in_words(figure: Figure) -> Decimal:
    """算式里写的数：金额一律万元，与表上的口径相同；其余照原来的单位。"""
    money = figure.quantity.dimension is Dimension.MONEY
    return figure.exact / unit_named("万元").factor if money else figure.exact


def _entries(report: Report, sha256: str) -> Callable[[str], Entries]:
    def on(sheet: str) -> Entries:
        here = (sha256, sheet)
        points = {p.cell: p for p in report.points if (p.file, p.sheet) == here}
        noted = {e.cell: e.text for e in report.evidence if (e.file, e.sheet) == here}
        return {
            cell: Entry(
                points[cell].points if cell in points else None,
                points[cell].reason if cell in points else "",
                noted.get(cell),
            )
            for cell in (points | noted)
        }

    return on


def _indicator(
    attached: tuple[AttachedForms, ...], at: tuple[str, str, str]
) -> tuple[ScoredForm, ScoredIndicator]:
    file, sheet, cell = at
    for each in attached:
        for form in each.checked.forms:
            if (each.file.sha256, form.scored.form.sheet) != (file, sheet):
                continue
            for one in form.scored.indicators:
                if one.row.points is not None and one.row.points.cell == cell:
                    return form.scored, one
    raise NotFound(f"报告里没有 {sheet}!{cell} 这个得分格", "请刷新后再试。")


def _summed_again(desk: Desk, book: Book, by: str) -> Book:
    """平均分等有变的，重新提出请人确认。"""
    attached = report_forms(desk, book)
    names = names_for(desk, book.outline)
    taken = tuple(taken_from([each.checked for each in attached], book.report.year, names))
    offer = offers([], taken, book)
    at = desk.clock.now().isoformat(timespec="seconds")
    facts = proposals(offer, book, "自评表", by, at)
    if not facts:
        return book
    payloads: list[Payload] = [*superseded(facts, book), FactsProposed(facts=facts)]
    return record(desk, book, by, *payloads)
