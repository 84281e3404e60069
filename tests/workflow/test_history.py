"""经过：一步步看得到，撤得回；退掉的仍然在记录里，哈希链不断。"""

import pytest

from assistant.domain.errors import BadInput
from assistant.domain.events import broken_at
from assistant.workflow.books import open_book
from assistant.workflow.history import broken_record, rewind, steps, undo
from assistant.workflow.interview.confirming import confirm_all, correct
from assistant.workflow.interview.interview import take_turn
from assistant.workflow.reports import new_report
from tests.fakes import FakeDesk


def told() -> tuple[FakeDesk, str]:
    desk = FakeDesk()
    report = new_report(desk, "云岭县商务局", 2023, "national", "王经办").report.id
    take_turn(desk, report, "在职人数24人，编制人数30人", "王经办")
    confirm_all(desk, report, "王经办")
    return desk, report


def test_each_step_says_who_did_what() -> None:
    desk, report = told()
    (fact,) = (f for f in open_book(desk, report).report.confirmed() if f.key == "staff.in_post")
    correct(desk, report, fact.id, "25人", "人事科更正", "李经办")
    assert [(s.by, s.words) for s in steps(desk, report)] == [
        ("王经办", "新建报告"),
        ("王经办", "说：在职人数24人，编制人数30人；读出2项"),
        ("王经办", "确认2项"),
        ("李经办", "改正“在职人数”为25人（人事科更正）"),
    ]


def test_undo_takes_back_one_step_at_a_time_and_keeps_the_trace() -> None:
    desk, report = told()
    book = undo(desk, report, "王经办")
    assert len(book.report.proposed()) == 2
    assert book.ledger.figures == {}
    book = undo(desk, report, "王经办")
    assert book.report.messages == ()
    assert book.report.facts == {}
    events = desk.reports.events(report)
    assert broken_at(events) is None
    assert "在职人数24人" in str(events[1].payload)
    assert [s.undone for s in steps(desk, report)] == [False, True, True, True, True]
    with pytest.raises(BadInput, match="没有可以撤销的了"):
        undo(desk, report, "王经办")


def test_work_goes_on_after_going_back() -> None:
    desk, report = told()
    rewind(desk, report, 1, "王经办")
    turn = take_turn(desk, report, "在职人数26人", "王经办")
    assert [f.key for f in turn.proposed] == ["staff.in_post"]
    book = confirm_all(desk, report, "王经办").book
    assert str(book.ledger.figures["staff.in_post"].quantity) == "26人"
    assert [s.words for s in steps(desk, report) if not s.undone][-1] == "确认1项"


def test_what_was_taken_back_can_be_brought_back() -> None:
    desk, report = told()
    whole = open_book(desk, report).report.seq
    undo(desk, report, "王经办")
    book = rewind(desk, report, whole, "王经办")
    assert str(book.ledger.figures["staff.in_post"].quantity) == "24人"
    assert [s.undone for s in steps(desk, report)][:3] == [False, False, False]


@pytest.mark.parametrize("to", [0, 99])
def test_a_place_that_is_not_there_is_named(to: int) -> None:
    desk, report = told()
    with pytest.raises(BadInput, match=f"没有第{to}条记录可退"):
        rewind(desk, report, to, "王经办")


def test_the_chain_is_whole() -> None:
    desk, report = told()
    assert broken_record(desk, report) is None
