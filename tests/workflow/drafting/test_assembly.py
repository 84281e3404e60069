"""装配：示例报告从事实到文稿，句句有着落。"""

from assistant.domain.draft import DraftVersion
from assistant.domain.events import SectionDrafted
from assistant.domain.manuscript import Grid, lay_out
from assistant.workflow.books import Book, record
from assistant.workflow.drafting.assembly import assemble, section_text
from assistant.workflow.drafting.composing import chinese, compose
from assistant.workflow.reports import new_report, open_example
from tests.fakes import FakeDesk


def example() -> tuple[FakeDesk, Book]:
    desk = FakeDesk()
    return desk, open_example(desk, "王经办")


def test_the_example_report_is_whole() -> None:
    _, book = example()
    assert book.ledger.missing == ()
    assert book.ledger.contradictions == ()
    text = lay_out(assemble(book)).document.text
    assert "较上年增加126.14万元，增长10.34%" in text
    assert "预算执行率96.79%" in text
    assert "综合评价等级为“优”" in text
    assert "待补" not in text
    assert "{{" not in text


def test_printed_places_point_at_their_figures() -> None:
    _, book = example()
    laid = lay_out(assemble(book))
    figures = {p.key: laid.document.quote(p.span) for p in laid.printed}
    assert figures["three_public.total.change_rate"] == "下降6.04%"
    assert all(laid.section_at(p.span.start) for p in laid.printed)


def test_tables_take_their_rows_from_facts() -> None:
    _, book = example()
    grids = [part for part in assemble(book).parts if isinstance(part, Grid)]
    assets = next(grid for grid in grids if "资产" in grid.caption.text)
    assert [cell.text for cell in assets.rows[3]] == ["2.车辆（辆）", "1", "21.50"]
    team = grids[-1]
    assert team.head[-1] == "签字"
    assert {row[-1].text for row in team.rows} == {""}


def test_a_sentence_without_its_figure_is_not_written() -> None:
    desk = FakeDesk()
    book = new_report(desk, "云岭县商务局", 2023, "national", "王经办")
    section = book.outline.section("money")
    assert section is not None
    assert compose(section, book.outline, book.ledger) == ""


def test_the_outlines_own_words_follow_the_facts_but_an_officers_words_stay() -> None:
    desk, book = example()
    section = book.outline.section("conclusion")
    assert section is not None
    kept = DraftVersion(section="conclusion", text="等级{{department.grade}}。", by="王经办")
    book = record(desk, book, "王经办", SectionDrafted(draft=kept))
    assert section_text(section, book).text == "等级{{department.grade}}。"


def test_chinese_ordinals() -> None:
    assert [chinese(n) for n in (1, 9, 10, 11, 20, 23)] == [
        "一",
        "九",
        "十",
        "十一",
        "二十",
        "二十三",
    ]
