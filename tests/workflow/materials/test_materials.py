"""附材料：两个来源说的不一样时并列，上年的数只作上年数，同一份文件不读两遍。"""

import io

import openpyxl
import pytest

from assistant.domain.errors import Unreadable
from assistant.domain.facts import ProvenanceKind
from assistant.workflow.books import Book, open_book
from assistant.workflow.interview.rivals import choose, rivalries
from assistant.workflow.materials.materials import Attached, attach, material_of
from assistant.workflow.reports import new_report
from tests.fakes import FakeDesk


def workbook(title: str, *rows: tuple[str, str]) -> bytes:
    """一张两栏的表，单位万元。"""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "收支总表"
    sheet.append([title])
    sheet.append(["金额单位：万元"])
    sheet.append(["项目", "金额"])
    for label, value in rows:
        sheet.append([label, float(value)])
        sheet.cell(sheet.max_row, 2).number_format = "0.00"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


TITLE = "2023年度收入支出决算总表"


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def book(desk: FakeDesk) -> Book:
    return new_report(desk, "云岭县民政局", 2023, "national", "甲")


def add(desk: FakeDesk, book: Book, name: str, title: str, *rows: tuple[str, str]) -> Attached:
    return attach(desk, book.report.id, name, workbook(title, *rows), "甲")


def test_an_upload_becomes_proposed_facts_with_cell_and_file(desk: FakeDesk, book: Book) -> None:
    done = add(desk, book, "决算.xlsx", TITLE, ("本年收入合计", "120.50"), ("总部经费", "3.00"))
    (fact,) = done.proposed
    assert (fact.key, fact.year, str(fact.value)) == ("final.income.current", 2023, "120.50万元")
    assert fact.provenance.kind is ProvenanceKind.UPLOAD
    assert (fact.provenance.source, fact.provenance.locator) == ("决算.xlsx", "收支总表!B4")
    assert done.book.report.proposed() == (fact,)
    assert [file.name for file in done.book.report.files] == ["决算.xlsx"]


def test_last_years_upload_gives_prior_values_only(desk: FakeDesk, book: Book) -> None:
    done = add(desk, book, "上年.xlsx", "2022年度收入支出决算总表", ("收入总计", "99.00"))
    (fact,) = done.proposed
    assert (fact.key, fact.year) == ("final.income", 2022)
    chosen = choose(desk, book.report.id, fact.id, "甲")
    assert "final.income" not in chosen.ledger.figures
    assert str(chosen.ledger.figures["final.income.prior"].quantity) == "99.00万元"


def test_a_report_of_another_bureau_is_pointed_out(desk: FakeDesk, book: Book) -> None:
    text = "云岭县水利局2022年度部门整体支出绩效自评报告\n\n在职人数44人。\n"
    done = attach(desk, book.report.id, "去年.txt", text.encode(), "甲")
    assert "云岭县水利局" in done.foreign
    own = text.replace("云岭县水利局", book.report.bureau)
    assert attach(desk, book.report.id, "自己的.txt", own.encode(), "甲").foreign == ""


def test_years_the_report_does_not_use_are_passed_over(desk: FakeDesk, book: Book) -> None:
    done = add(desk, book, "前年.xlsx", "2021年度收入支出决算总表", ("收入总计", "99.00"))
    assert not done.proposed
    assert done.passed == 1


def test_the_same_file_twice_is_said_so(desk: FakeDesk, book: Book) -> None:
    first = add(desk, book, "决算.xlsx", TITLE, ("收入总计", "120.50"))
    again = attach(desk, book.report.id, "换个名.xlsx", desk.uploads.content(first.sha256), "乙")
    assert again.earlier == "决算.xlsx"
    assert len(again.book.report.files) == 1


def test_two_sources_that_differ_stand_side_by_side(desk: FakeDesk, book: Book) -> None:
    add(desk, book, "甲.xlsx", TITLE, ("收入总计", "120.50"))
    second = add(desk, book, "乙.xlsx", TITLE, ("收入总计", "125.00"))
    (rivalry,) = rivalries(second.book)
    assert [f.provenance.source for f in rivalry.facts] == ["甲.xlsx", "乙.xlsx"]
    after = choose(desk, book.report.id, rivalry.facts[1].id, "甲")
    assert not rivalries(after)
    assert str(after.ledger.figures["final.income"].quantity) == "125.00万元"


def test_two_sources_that_agree_are_not_asked_twice(desk: FakeDesk, book: Book) -> None:
    add(desk, book, "甲.xlsx", TITLE, ("收入总计", "120.50"))
    second = attach(
        desk,
        book.report.id,
        "乙.xlsx",
        workbook("2023年收入支出决算总表", ("收入总计", "120.5"), ("支出总计", "120.50")),
        "甲",
    )
    assert second.known == 1
    assert [fact.key for fact in second.proposed] == ["final.expenditure"]


def test_a_file_that_cannot_be_read_leaves_no_trace(desk: FakeDesk, book: Book) -> None:
    with pytest.raises(Unreadable):
        attach(desk, book.report.id, "坏.xlsx", b"PK\x03\x04 broken", "甲")
    assert not open_book(desk, book.report.id).report.files


def test_what_was_not_read_can_be_looked_at_again(desk: FakeDesk, book: Book) -> None:
    done = add(desk, book, "决算.xlsx", TITLE, ("云朵收入", "1.00"))
    (unread,) = material_of(desk, done.book, done.book.report.files[0]).found.unread
    assert unread.locator == "决算.xlsx#收支总表!B4"


def test_an_undated_file_waits_for_its_year(desk: FakeDesk, book: Book) -> None:
    content = workbook("收入支出决算总表", ("收入总计", "10.00"))
    assert not attach(desk, book.report.id, "表.xlsx", content, "甲").proposed
    done = attach(desk, book.report.id, "表.xlsx", content, "甲", year=2022)
    assert [(f.key, f.year) for f in done.proposed] == [("final.income", 2022)]
    assert done.book.report.files[-1].year == 2022


def test_forms_attached_one_by_one_are_summed_over_all(desk: FakeDesk, book: Book) -> None:
    first = attach(desk, book.report.id, "甲.xlsx", project_form("夜校培训", 10), "甲")
    second = attach(desk, book.report.id, "乙.xlsx", project_form("设备购置", 8), "甲")
    assert str(_value(first, "projects.count")) == "1个"
    assert str(_value(second, "projects.count")) == "2个"
    counts = [f for f in second.book.report.proposed() if f.key == "projects.count"]
    assert len(counts) == 1
    assert counts[0].provenance.kind is ProvenanceKind.FORM


def _value(done: Attached, key: str) -> object:
    return next(fact.value for fact in done.proposed if fact.key == key)


def project_form(project: str, done: int) -> bytes:
    """一份最小的项目支出绩效自评表。"""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (
        ["2023年度项目支出绩效自评表"],
        ["项目名称", project, None, None, None, None, "单位：万元"],
        ["资金", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        ["年度资金总额", 10, 10, 10, 10, "100%", 10],
        ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
        ["产出指标", "数量指标", "培训场次", "≥10场", f"{done}场", 50, 5 * done],
        ["效益指标", "社会效益指标", "覆盖人次", "≥100人次", "100人次", 30, 30],
        ["满意度指标", "服务对象满意度指标", "学员满意度", "≥90%", "95%", 10, 10],
        ["总分", None, None, None, None, 100, 50 + 5 * done],
    ):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
