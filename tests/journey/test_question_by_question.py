"""一问一答走到底：一位老实的经办人问什么答什么，轮数有限，没有一问重复，答完就齐。"""

from assistant.domain.facts import FieldKind, FieldSpec, Rows, Value
from assistant.domain.outline import split_key
from assistant.domain.quantities import Quantity
from assistant.workflow.books import Book, open_book
from assistant.workflow.interview.asking import pending, progress
from assistant.workflow.interview.confirming import confirm_all
from assistant.workflow.interview.interview import take_turn
from assistant.workflow.reports import new_report, open_example
from assistant.workflow.review import review
from tests.fakes import FakeDesk

MOST_TURNS = 27


def answer(addresses: tuple[str, ...], known: Book) -> str:
    """照示例里的事实回答这一组；示例里没有的不答。"""
    lines = []
    for address in addresses:
        key, suffix = split_key(address)
        year = known.report.year - 1 if suffix == ".prior" else known.report.year
        fact = known.report.fact_of(key, year)
        field = known.outline.field(key)
        if fact is not None and field is not None:
            lines.append(said(field, fact.value, "上年" if suffix else ""))
    numbers = [line for line in lines if "\n" not in line]
    return "\n".join(["，".join(numbers), *(line for line in lines if "\n" in line)]).strip()


def said(field: FieldSpec, value: Value, when: str) -> str:
    if isinstance(value, Quantity):
        return f"{when}{field.label}{value}"
    if field.kind is FieldKind.ROWS:
        assert not isinstance(value, str)
        rows: Rows = value
        return f"{field.label}：\n" + "\n".join("，".join(row) for row in rows)
    return f"{field.label}：\n{value}"


def test_an_officer_who_only_answers_what_is_asked_gets_a_whole_report() -> None:
    desk = FakeDesk()
    known = open_example(desk, "王经办")
    report = new_report(desk, known.report.bureau, 2023, "national", "王经办").report.id
    asked: list[tuple[str, ...]] = []
    while wanted := pending(open_book(desk, report)):
        asked.append(wanted)
        assert len(asked) <= MOST_TURNS, asked
        take_turn(desk, report, answer(wanted, known) or "跳过", "王经办")
        confirm_all(desk, report, "王经办")
    book = open_book(desk, report)
    assert book.ledger.missing == ()
    assert progress(book).questions == 0
    every = [address for group in asked for address in group]
    assert sorted(set(every)) == sorted(every)
    assert review(desk, report).blocking == ()
    same = {f.key: f.value for f in known.report.confirmed() if f.year == 2023}
    told = {f.key: f.value for f in book.report.confirmed() if f.year == 2023}
    assert {key: told[key] for key in told if key in same and told[key] != same[key]} == {}
