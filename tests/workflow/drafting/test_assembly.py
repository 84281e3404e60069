"""装配：示例报告从事实到文稿，句句有着落。"""

from assistant.domain.draft import DraftVersion
from assistant.domain.events import FactConfirmed, FactsProposed, SectionDrafted
from assistant.domain.manuscript import Grid, Paragraph, lay_out
from assistant.workflow.books import Book, record
from assistant.workflow.drafting.assembly import assemble, section_text
from assistant.workflow.drafting.composing import chinese
from assistant.workflow.reports import new_report, open_example
from tests.fakes import FakeDesk
from tests.notation import fact


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
    assert [cell.text for cell in assets.rows[4]] == ["2.车辆（辆）", "1", "21.50"]
    assert ["项目自评结果表" in grid.caption.text for grid in grids].count(True) == 0
    team = grids[-1]
    assert team.head[-1] == "签字"
    assert {row[-1].text for row in team.rows} == {""}


def test_what_is_required_and_missing_is_shown_as_a_gap_and_the_rest_is_not_written() -> None:
    desk = FakeDesk()
    book = new_report(desk, "云岭县商务局", 2023, "national", "王经办")
    text = lay_out(assemble(book)).document.text
    assert "年初预算收入数〔待补：年初预算收入数〕，上年〔待补：上年年初预算收入数〕；" in text
    assert "全年执行数〔待补：全年执行数〕。" in text
    assert "部门职责：\n〔待补：部门职责〕" in text
    assert "〔待补：机构设置〕" in text
    assert "资产总额\t—\t〔待补：资产总额〕" in text
    assert "预算调整的主要原因" not in text
    assert "其他收入" not in text
    assert "项目自评结果表" not in text


def test_a_bureau_without_a_last_year_says_so_and_prints_no_rate() -> None:
    desk = FakeDesk()
    book = new_report(desk, "云岭县商务局", 2023, "national", "王经办")
    facts = (fact("initial.income", "300.00万元"), fact("initial.income", "0万元", year=2022))
    book = record(desk, book, "王经办", FactsProposed(facts=facts))
    assert "年初预算收入数300.00万元，上年0.00万元；" in lay_out(assemble(book)).document.text


def test_every_goal_stands_beside_its_result_in_the_same_order() -> None:
    _, book = example()
    text = lay_out(assemble(book)).document.text
    assert "一是培育科技型企业，壮大县域创新主体：全年新增科技型中小企业23家" in text
    assert "三是落实惠企政策，改善中小企业发展环境：举办政策宣讲" in text


def test_a_goal_without_a_result_is_a_gap() -> None:
    desk, book = example()
    (kept,) = (f for f in book.report.confirmed() if f.key == "results.goals")
    assert isinstance(kept.value, tuple)
    short = kept.model_copy(update={"id": "x1", "value": kept.value[:2], "status": "proposed"})
    book = record(desk, book, "王经办", FactsProposed(facts=(short,)), FactConfirmed(fact="x1"))
    text = lay_out(assemble(book)).document.text
    assert "三是落实惠企政策，改善中小企业发展环境：〔待补：各条目标完成情况〕。" in text


def test_the_sign_off_stands_last_and_only_with_a_date() -> None:
    _, book = example()
    last = [part for part in assemble(book).parts if isinstance(part, Paragraph)][-2:]
    assert [part.line.text for part in last] == [book.report.bureau, "2024年3月15日"]
    assert all(part.sign_off for part in last)
    undated = new_report(FakeDesk(), "云岭县商务局", 2023, "national", "王经办")
    assert not any(getattr(part, "sign_off", False) for part in assemble(undated).parts)


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
