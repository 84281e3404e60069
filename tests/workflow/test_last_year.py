"""去年的问题对照单：逐条交代，没有交代的看得见，交代了的写进报告。"""

import pytest

from assistant.domain.errors import BadInput, NotFound
from assistant.domain.manuscript import Paragraph
from assistant.workflow.books import Book
from assistant.workflow.drafting.assembly import assemble
from assistant.workflow.last_year import checklist, follow
from assistant.workflow.reports import new_report, open_example
from tests.fakes import FakeDesk


def rolled(desk: FakeDesk) -> Book:
    last = open_example(desk, "甲")
    return new_report(desk, last.report.bureau, 2024, "national", "甲", last.report.id)


def text(book: Book) -> str:
    parts = assemble(book).parts
    return "\n".join(part.line.text for part in parts if isinstance(part, Paragraph))


def test_last_years_problems_open_as_a_checklist() -> None:
    items = checklist(rolled(FakeDesk()))
    assert [(item.problem, item.answer) for item in items] == [
        ("个别技术改造项目实施进度慢于计划", ""),
        ("部分绩效指标量化程度不够", ""),
    ]
    assert items[0].measure == "按月调度项目进度，提前衔接设备采购"


def test_an_answer_goes_into_the_report_and_the_other_stays_open() -> None:
    desk = FakeDesk()
    book = rolled(desk)
    problem = checklist(book)[1].problem
    after = follow(desk, book.report.id, problem, "已整改", "2024年18个指标都有目标值。", "甲")
    assert [bool(item.answer) for item in checklist(after)] == [False, True]
    said = f"上年自评提出的“{problem}”问题，已整改，2024年18个指标都有目标值。"
    assert said in text(after)


def test_an_answer_can_be_given_again() -> None:
    desk = FakeDesk()
    book = rolled(desk)
    problem = checklist(book)[0].problem
    follow(desk, book.report.id, problem, "正在整改", "正在衔接设备采购", "甲")
    after = follow(desk, book.report.id, problem, "已整改", "设备已全部到货", "甲")
    assert checklist(after)[0].answer == "已整改，设备已全部到货"


def test_a_state_without_a_reason_is_not_taken() -> None:
    desk = FakeDesk()
    book = rolled(desk)
    problem = checklist(book)[0].problem
    with pytest.raises(BadInput, match="结果或缘由"):
        follow(desk, book.report.id, problem, "已整改", " 是 ", "甲")
    with pytest.raises(NotFound):
        follow(desk, book.report.id, "没有的问题", "已整改", "改好了全部", "甲")


def test_without_last_year_there_is_no_checklist_and_no_sentence() -> None:
    desk = FakeDesk()
    book = new_report(desk, "云岭县民政局", 2024, "national", "甲")
    assert not checklist(book)
    assert "上年提出" not in text(book)
