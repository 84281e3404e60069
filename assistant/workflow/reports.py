"""报告的开立：新建、沿用去年、打开示例、列出。"""

import secrets
from typing import NamedTuple

from assistant.domain.errors import BadInput
from assistant.domain.events import FactConfirmed, FactsProposed, Payload, ReportOpened
from assistant.domain.facts import Fact, Provenance, ProvenanceKind
from assistant.domain.report import fold
from assistant.workflow.books import Book, open_book, record
from assistant.workflow.desk import Desk
from assistant.workflow.rolling import roll

OUTLINE = "department-self-evaluation"


class Summary(NamedTuple):
    """列表里的一行。"""

    id: str
    bureau: str
    year: int
    locality: str
    at: str
    facts: int


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
    """打开示例：一份虚构的、事实齐全的报告，可以随便改。"""
    example = desk.catalogue.example()
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
    events = desk.reports.events(report_id)
    report = fold(events)
    facts = len(report.confirmed())
    return Summary(report_id, report.bureau, report.year, report.locality, events[-1].at, facts)


def _open(desk: Desk, opened: Payload, by: str) -> Book:
    report_id = f"r{secrets.token_hex(5)}"
    at = desk.clock.now().isoformat(timespec="seconds")
    desk.reports.append(report_id, 0, by, at, (opened,))
    return open_book(desk, report_id)
