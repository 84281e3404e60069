"""沿用去年：去年报告的数成为上年数，去年的问题成为对照单，职责之类等人点头后沿用。

年度是事实的一部分：去年的数只以去年的年度进来，永远不会成为今年的数。
"""

from collections.abc import Iterator

from assistant.domain.events import FactConfirmed, FactsProposed
from assistant.domain.facts import Fact, Provenance, ProvenanceKind, Value
from assistant.domain.outline import split_key
from assistant.domain.quantities import Quantity
from assistant.workflow.books import Book, record
from assistant.workflow.desk import Desk

CARRIED_TEXTS = ("duties", "institutions", "unit.short_name", "team")
CHECKLIST = "problems"


def roll(desk: Desk, book: Book, previous: Book, by: str) -> Book:
    """把去年的报告接过来。数和问题直接有效（年度就是去年）；文字只作今年的提议。"""
    last = previous.report
    at = desk.clock.now().isoformat(timespec="seconds")
    source = f"{last.year}年度报告（{last.id}）"

    def fact(number: int, key: str, year: int, value: Value, locator: str) -> Fact:
        origin = Provenance(
            kind=ProvenanceKind.ROLLOVER, source=source, locator=locator, by=by, at=at
        )
        return Fact(
            id=f"f{book.report.seq + 1}-{number}",
            key=key,
            year=year,
            value=value,
            provenance=origin,
        )

    carried = [*_numbers(previous), *_problems(previous), *_texts(previous, book.report.year)]
    facts = tuple(fact(n, *item) for n, item in enumerate(carried, 1))
    if not facts:
        return book
    confirmed = [FactConfirmed(fact=f.id) for f in facts if f.year == last.year]
    return record(desk, book, by, FactsProposed(facts=facts), *confirmed)


_Carried = tuple[str, int, Value, str]


def _numbers(previous: Book) -> Iterator[_Carried]:
    """去年的本年数：报来的照原样；算得出的（支出总计、执行率）也带上，注明算式。"""
    year = previous.report.year
    for address, figure in previous.ledger.figures.items():
        if split_key(address)[1] or previous.outline.field(address) is None:
            continue
        given = previous.report.fact_of(address, year) if figure.given else None
        if given is not None and isinstance(given.value, Quantity):
            yield address, year, given.value, given.id
        elif not figure.given:
            yield address, year, figure.quantity, f"算出：{figure.formula}"[:200]


def _problems(previous: Book) -> Iterator[_Carried]:
    """去年的问题和措施：仍是去年的事实，供逐条对照。"""
    year = previous.report.year
    found = previous.report.fact_of(CHECKLIST, year)
    if found is not None:
        yield CHECKLIST, year, found.value, found.id


def _texts(previous: Book, year: int) -> Iterator[_Carried]:
    for key in CARRIED_TEXTS:
        found = previous.report.fact_of(key, previous.report.year)
        if found is not None:
            yield key, year, found.value, found.id
