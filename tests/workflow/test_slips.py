"""交办单：写出还缺的，填好收回来成为待确认的事实；不用再打一遍。"""

import io

import pytest
from openpyxl import load_workbook

from assistant.adapters.forms.writer import FormFileWriter
from assistant.domain.errors import BadInput
from assistant.domain.sheet import Placed, Sheet
from assistant.workflow.books import Book, open_book
from assistant.workflow.interview.confirming import confirm_all
from assistant.workflow.interview.interview import take_turn
from assistant.workflow.reports import new_report, open_example
from assistant.workflow.slips import HEAD, slip_file, slips, take_back
from tests.fakes import FakeDesk


def started() -> tuple[FakeDesk, Book]:
    desk = FakeDesk()
    return desk, new_report(desk, "云岭县商务局", 2023, "national", "王经办")


def filled(book: Book, office: str, answers: dict[str, str | float]) -> bytes:
    """把写出的交办单填上。"""
    _, content = slip_file(book, office, FormFileWriter())
    workbook = load_workbook(io.BytesIO(content))
    sheet = workbook.active
    assert sheet is not None
    for row in sheet.iter_rows(min_row=3):
        if row[1].value in answers:
            row[HEAD.index("请填")].value = answers[str(row[1].value)]
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def test_each_office_gets_what_it_can_supply() -> None:
    _, book = started()
    asked = {office: [item.label for item in items] for office, items in slips(book).items()}
    assert {"编制人数", "在职人数", "部门职责"} <= set(asked["办公室"])
    assert "满意度" in asked["业务股室"]
    assert "年初预算收入数" in asked["财务室"]


def test_what_was_handed_to_an_office_goes_on_its_slip() -> None:
    desk, book = started()
    take_turn(desk, book.report.id, "满意度让科技股答", "王经办")
    book = open_book(desk, book.report.id)
    assert [item.label for item in slips(book)["科技股"]] == ["满意度"]


def test_a_filled_slip_becomes_cards_to_confirm() -> None:
    desk, book = started()
    answers: dict[str, str | float] = {
        "编制人数": "30人",
        "在职人数": 28,
        "部门职责": "拟订商贸发展规划，促进消费。",
    }
    taken = take_back(desk, book.report.id, "办公室.xlsx", filled(book, "办公室", answers), "李")
    told = {f.key: str(f.value) for f in taken.proposed}
    assert told == {
        "staff.establishment": "30人",
        "staff.in_post": "28人",
        "duties": "拟订商贸发展规划，促进消费。",
    }
    assert {f.provenance.source for f in taken.proposed} == {"办公室.xlsx"}
    done = confirm_all(desk, book.report.id, "王经办").book
    assert {"编制人数", "在职人数"}.isdisjoint(i.label for i in slips(done).get("办公室", ()))


def test_a_wrong_answer_on_a_slip_is_refused_in_words() -> None:
    desk, book = started()
    content = filled(book, "办公室", {"在职人数": "大约三十来个", "编制人数": "30万元"})
    taken = take_back(desk, book.report.id, "办公室.xlsx", content, "李")
    assert taken.proposed == ()
    assert len(taken.rejected) == 2


def test_last_years_values_are_shown_and_asked_for_by_name() -> None:
    desk, book = started()
    content = filled(book, "财务室", {"年初预算收入数": 312.4, "上年年初预算收入数": 298.15})
    taken = take_back(desk, book.report.id, "财务室.xlsx", content, "李")
    assert [(f.key, f.year) for f in taken.proposed] == [
        ("initial.income", 2023),
        ("initial.income", 2022),
    ]


def test_another_table_is_not_taken_for_a_slip() -> None:
    desk, book = started()
    plain = Sheet("表", (Placed(1, 1, "项目"), Placed(1, 2, "金额"), Placed(2, 1, "甲")), (9, 9))
    other = FormFileWriter().xlsx([plain])
    with pytest.raises(BadInput, match="里没有交办单的表头"):
        take_back(desk, book.report.id, "别的.xlsx", other, "李")


def test_nothing_is_handed_out_when_nothing_is_missing() -> None:
    desk = FakeDesk()
    book = open_example(desk, "王经办")
    assert slips(book) == {}
    with pytest.raises(BadInput, match="没有要办公室填的"):
        slip_file(book, "办公室", FormFileWriter())
