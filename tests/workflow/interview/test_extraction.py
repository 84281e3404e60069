"""取数：一段话连着前面的话一起读。"""

from assistant.domain.events import FactsProposed, TurnAnswered, TurnSaid
from assistant.workflow.books import Book, open_book, record
from assistant.workflow.interview.commands import Orders
from assistant.workflow.interview.extraction import extract
from assistant.workflow.interview.proposing import Reading, as_facts, chat_provenance
from assistant.workflow.reports import new_report
from tests.fakes import FakeDesk

NO_ORDERS = Orders()


def say(desk: FakeDesk, book: Book, text: str) -> tuple[Book, tuple[Reading, ...]]:
    """说一段话，把读到的记为待确认。"""
    book = record(desk, book, "王经办", TurnSaid(text=text))
    readings = extract(book, text, (), NO_ORDERS).readings
    if readings:
        facts = as_facts(readings, book.report.seq + 1, chat_provenance("王经办", ""))
        book = record(desk, book, "王经办", FactsProposed(facts=facts))
    return record(desk, book, "", TurnAnswered(reply="好")), readings


def opened(desk: FakeDesk) -> Book:
    return new_report(desk, "云岭县商务局", 2023, "national", "王经办")


def shown(readings: tuple[Reading, ...]) -> list[str]:
    return [f"{r.key} {r.year} {r.value}" for r in readings]


def test_an_exact_figure_fills_what_was_left_vague() -> None:
    desk = FakeDesk()
    book, readings = say(desk, opened(desk), "全年预算数大概九百来万")
    assert not readings
    book, readings = say(desk, book, "查到了，880.50W。")
    assert shown(readings) == ["adjusted.expenditure 2023 880.50万元"]


def test_a_correction_points_at_the_fact_it_replaces() -> None:
    desk = FakeDesk()
    book, _ = say(desk, opened(desk), "全年执行数871.20万元")
    first = book.report.proposed()[0]
    _, (reading,) = say(desk, book, "说错了，应该是817.20万元")
    assert (reading.key, reading.corrects) == ("executed.total", first.id)


def test_what_was_seen_and_not_taken_is_said() -> None:
    desk = FakeDesk()
    book = record(desk, opened(desk), "王经办", TurnSaid(text="县教育局接待费3.1万元"))
    rejected = extract(book, "县教育局接待费3.1万元", (), NO_ORDERS).rejected
    assert [r.why for r in rejected] == ["是县教育局的数"]
    assert open_book(desk, book.report.id).report.facts == {}
