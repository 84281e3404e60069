"""报告的开立：新建、沿用去年、打开示例、列出。"""

import secrets
from typing import NamedTuple

from assistant.domain.errors import BadInput
from assistant.domain.events import FactConfirmed, FactsProposed, Payload, ReportOpened
from assistant.domain.facts import Fact, Provenance, ProvenanceKind
from assistant.domain.outline import split_key
from assistant.domain.quantities import Quantity
from assistant.domain.report import fold
from assistant.workflow.books import Book, open_book, record
from assistant.workflow.desk import Desk

OUTLINE = "department-self-evaluation"
_CARRIED_TEXTS = ("duties", "institutions", "unit.short_name")


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
    return book if previous is None else _roll(desk, book, previous, by)


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


def _roll(desk: Desk, book: Book, previous: Book, by: str) -> Book:
    """去年的数量作为上年数直接有效（年度就是去年）；文字只作今年的提议，要人点头。"""
    last = previous.report
    numbers = [
        f
        for f in last.confirmed()
        if f.year == last.year and isinstance(f.value, Quantity) and not split_key(f.key)[1]
    ]
    texts = [f for f in last.confirmed() if f.year == last.year and f.key in _CARRIED_TEXTS]
    source = f"{last.year}年度报告（{last.id}）"
    at = desk.clock.now().isoformat(timespec="seconds")

    def carried(fact: Fact, number: int) -> Fact:
        origin = Provenance(
            kind=ProvenanceKind.ROLLOVER, source=source, locator=fact.id, by=by, at=at
        )
        year = last.year if fact in numbers else book.report.year
        return Fact(
            id=f"f{book.report.seq + 1}-{number}",
            key=fact.key,
            year=year,
            value=fact.value,
            provenance=origin,
        )

    facts = tuple(carried(fact, n) for n, fact in enumerate((*numbers, *texts), 1))
    if not facts:
        return book
    confirmed = [FactConfirmed(fact=f.id) for f in facts if f.year == last.year]
    return record(desk, book, by, FactsProposed(facts=facts), *confirmed)
