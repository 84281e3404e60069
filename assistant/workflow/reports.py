"""报告的开立：新建、沿用去年、打开示例、列出。"""

import secrets
from typing import NamedTuple

from assistant.domain.errors import BadInput
from assistant.domain.events import FactConfirmed, FactsProposed, Payload, ReportOpened
from assistant.domain.example import Example
from assistant.domain.facts import Fact, Provenance, ProvenanceKind
from assistant.domain.report import Report
from assistant.workflow.books import Book, open_book, record
from assistant.workflow.desk import Desk
from assistant.workflow.rolling import roll

OUTLINE = "department-self-evaluation"


class Summary(NamedTuple):
    """列表里的一行：已确认、待确认、还缺各几项；example 是虚构的示例。"""

    id: str
    bureau: str
    year: int
    locality: str
    at: str
    facts: int
    proposed: int
    missing: int
    example: bool


def new_report(
    desk: Desk, bureau: str, year: int, locality: str, by: str, rolled_from: str = ""
) -> Book:
    """新建一份报告。rolled_from 是去年的报告：其本年数成为上年数，职责等待确认后沿用。"""
    bureau = bureau.strip()
    if not bureau:
        raise BadInput("没有填单位名称", "请填单位全称，如 云岭县商务局。")
    if not 2000 <= year <= 2100:
        raise BadInput(f"年度应在2000到2100之间，填的是{year}", "请填被评价的年度，如 2023。")
    desk.catalogue.locality(locality)
    previous = open_book(desk, rolled_from) if rolled_from else None
    if previous is not None and previous.report.year != year - 1:
        raise BadInput(
            f"沿用的报告是{previous.report.year}年度的，不是{year - 1}年度", "请选上一年度的报告。"
        )
    opened = ReportOpened(
        bureau=bureau, year=year, locality=locality, outline=OUTLINE, rolled_from=rolled_from
    )
    book = _open(desk, opened, by)
    return book if previous is None else roll(desk, book, previous, by)


def open_example(desk: Desk, by: str) -> Book:
    """打开示例：一份虚构的、事实齐全的报告，可以随便改。没改过的旧示例接着用，不另开。"""
    example = desk.catalogue.example()
    untouched = len(example.facts) + 2
    for report_id in desk.reports.report_ids():
        book = open_book(desk, report_id)
        if book.report.seq == untouched and is_example(book.report, example.source):
            return book
    return _new_example(desk, example, by)


def is_example(report: Report, source: str) -> bool:
    """事实出自示例材料的，是示例。"""
    return any(fact.provenance.source == source for fact in report.facts.values())


def _new_example(desk: Desk, example: Example, by: str) -> Book:
    opened = ReportOpened(
        bureau=example.bureau, year=example.year, locality=example.locality, outline=example.outline
    )
    book = _open(desk, opened, by)
    at = desk.clock.now().isoformat(timespec="seconds")
    origin = Provenance(kind=ProvenanceKind.UPLOAD, source=example.source, by=by, at=at)
    facts = tuple(
        Fact(
            id=f"f{book.report.seq + 1}-{number}",
            key=fact.key,
            year=fact.year or example.year,
            value=fact.value,
            provenance=origin.model_copy(update={"locator": f"第{number}项"}),
        )
        for number, fact in enumerate(example.facts, 1)
    )
    confirmed = tuple(FactConfirmed(fact=fact.id) for fact in facts)
    return record(desk, book, by, FactsProposed(facts=facts), *confirmed)


def summaries(desk: Desk) -> tuple[Summary, ...]:
    """全部报告，最近动过的在前。"""
    return tuple(_summary(desk, report_id) for report_id in desk.reports.report_ids())


def _summary(desk: Desk, report_id: str) -> Summary:
    book = open_book(desk, report_id)
    report = book.report
    return Summary(
        report_id,
        report.bureau,
        report.year,
        report.locality,
        report.changed_at,
        len(report.confirmed()),
        len(report.proposed()),
        len(book.ledger.missing),
        is_example(report, desk.catalogue.example().source),
    )


def _open(desk: Desk, opened: Payload, by: str) -> Book:
    report_id = f"r{secrets.token_hex(5)}"
    at = desk.clock.now().isoformat(timespec="seconds")
    desk.reports.append(report_id, 0, by, at, (opened,))
    return open_book(desk, report_id)
