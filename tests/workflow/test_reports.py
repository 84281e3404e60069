"""开立报告：新建、示例、沿用去年。"""

import pytest

from assistant.domain.errors import BadInput, NotFound
from assistant.workflow.books import open_book
from assistant.workflow.reports import new_report, open_example, summaries
from tests.fakes import FakeDesk


def test_a_new_report_is_listed() -> None:
    desk = FakeDesk()
    new_report(desk, "云岭县商务局", 2023, "national", "王经办")
    (only,) = summaries(desk)
    assert (only.bureau, only.year, only.facts) == ("云岭县商务局", 2023, 0)


@pytest.mark.parametrize(("bureau", "year"), [(" ", 2023), ("云岭县商务局", 1999)])
def test_a_report_needs_a_bureau_and_a_plausible_year(bureau: str, year: int) -> None:
    with pytest.raises(BadInput):
        new_report(FakeDesk(), bureau, year, "national", "王经办")


def test_an_unknown_locality_or_report_is_named() -> None:
    with pytest.raises(NotFound, match="没有地区口径 nowhere"):
        new_report(FakeDesk(), "云岭县商务局", 2023, "nowhere", "王经办")
    with pytest.raises(NotFound, match="没有编号为 x 的报告"):
        open_book(FakeDesk(), "x")


def test_next_year_opens_with_this_years_figures_as_last_years() -> None:
    desk = FakeDesk()
    last = open_example(desk, "王经办")
    book = new_report(desk, last.report.bureau, 2024, "national", "王经办", last.report.id)
    assert str(book.ledger.figures["final.income.prior"].quantity) == "1346.58万元"
    assert "final.income" not in book.ledger.figures
    assert "duties" not in book.ledger.texts
    assert {f.key for f in book.report.proposed()} == {"duties", "institutions", "team"}


def test_what_was_computed_last_year_is_last_years_value_too() -> None:
    desk = FakeDesk()
    last = open_example(desk, "王经办")
    assert not last.ledger.figures["execution.rate"].given
    book = new_report(desk, last.report.bureau, 2024, "national", "王经办", last.report.id)
    rate = book.report.fact_of("execution.rate", 2023)
    assert rate is not None
    assert rate.provenance.locator.startswith("算出：全年执行数")
    assert all(f.year == 2023 for f in book.report.confirmed())


def test_rolling_from_the_wrong_year_is_refused() -> None:
    desk = FakeDesk()
    last = open_example(desk, "王经办")
    with pytest.raises(BadInput, match="不是2024年度"):
        new_report(desk, "云岭县商务局", 2025, "national", "王经办", last.report.id)
