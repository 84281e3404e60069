"""断了也不丢：话先存下，答到一半断了，重开时接着答；答的时候别处写过，按最新的重算。"""

import json
import threading
from pathlib import Path

import pytest

from assistant.adapters.model.gateway import Gateway
from assistant.adapters.prompt_files import PromptFiles
from assistant.domain.errors import BadInput
from assistant.domain.evidence import Query, Retrieval
from assistant.workflow.books import open_book
from assistant.workflow.interview.confirming import confirm_all
from assistant.workflow.interview.interview import answer, say, take_turn
from assistant.workflow.interview.listening import Heard
from assistant.workflow.interview.turning import NOT_WAITED, Turns
from assistant.workflow.reports import new_report
from tests.adapters.model.lines import line
from tests.fake_openai import FakeOpenAI, Fault
from tests.fake_wire import Body
from tests.fakes import EmptyEvidence, FakeDesk
from tests.needs import ROOT


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk(evidence=EmptyEvidence())


@pytest.fixture
def report(desk: FakeDesk) -> str:
    return new_report(desk, "云岭县商务局", 2023, "national", "王经办").report.id


def test_what_was_said_before_a_break_is_answered_on_reopening(desk: FakeDesk, report: str) -> None:
    book = say(desk, report, "在职人数24人", "王经办")
    assert [m.text for m in book.report.waiting] == ["在职人数24人"]
    turn = answer(desk, report)
    assert [str(f.value) for f in turn.proposed] == ["24人"]
    assert turn.proposed[0].provenance.by == "王经办"
    assert turn.book.report.waiting == ()


def test_the_next_turn_first_answers_what_is_left(desk: FakeDesk, report: str) -> None:
    say(desk, report, "在职人数24人", "王经办")
    turn = take_turn(desk, report, "编制人数26人", "王经办")
    facts = {str(f.value) for f in turn.book.report.proposed()}
    assert facts == {"24人", "26人"}
    assert [bool(m.who) for m in turn.book.report.messages] == [True, False, True, False]


def test_a_second_answer_to_the_same_words_is_refused(desk: FakeDesk, report: str) -> None:
    say(desk, report, "在职人数24人", "王经办")
    answer(desk, report)
    with pytest.raises(BadInput, match="已经在另一个窗口答过"):
        answer(desk, report)


def test_not_waiting_for_the_model_reads_by_rule(desk: FakeDesk, report: str) -> None:
    say(desk, report, "在职人数24人", "王经办")
    turn = answer(desk, report, Heard(note="您没有等模型，已按读话规则读过。"))
    assert [str(f.value) for f in turn.proposed] == ["24人"]
    assert "您没有等模型" in turn.reply
    assert "没有收" not in turn.reply


def test_a_page_of_the_web_instead_of_an_answer_loses_nothing(tmp_path: Path) -> None:
    with FakeOpenAI() as server:
        web = FakeDesk(model=Gateway(line(server.url, tmp_path)), evidence=EmptyEvidence())
        web.prompts = PromptFiles(ROOT / "prompts")
        mine = new_report(web, "云岭县商务局", 2023, "national", "王经办").report.id
        server.faults.append(Fault("html"))
        turn = take_turn(web, mine, "在职人数24人", "王经办")
    assert [str(f.value) for f in turn.proposed] == ["24人"]
    assert "多半是一张网页" in turn.reply
    assert "已按读话规则读过，什么也没丢" in turn.reply


def test_a_broken_prompt_file_does_not_keep_the_words_waiting(
    tmp_path: Path, report: str, desk: FakeDesk
) -> None:
    with FakeOpenAI() as server:
        desk.model = Gateway(line(server.url, tmp_path))
        (tmp_path / "turn.md").write_text("没有说明", encoding="utf-8")
        desk.prompts = PromptFiles(tmp_path)
        turns = Turns(desk)
        say(desk, report, "在职人数24人", "王经办")
        going = turns.start(report)
        assert going.wait(10)
        assert going.error is not None
        told = turns.skip(report, f"{going.error.words}已按读话规则读过。")
    assert "turn.md" in told.reply
    assert open_book(desk, report).report.waiting == ()


def test_a_slow_model_does_not_clash_with_what_is_done_meanwhile(tmp_path: Path) -> None:
    def mind(_: Body) -> str:
        confirm_all(slow, mine, "王经办")
        return json.dumps({"commands": []})

    with FakeOpenAI(mind) as server:
        slow = FakeDesk(model=Gateway(line(server.url, tmp_path)), evidence=EmptyEvidence())
        slow.prompts = PromptFiles(ROOT / "prompts")
        mine = new_report(slow, "云岭县商务局", 2023, "national", "王经办").report.id
        take_turn(slow, mine, "在职人数24人", "王经办")
        take_turn(slow, mine, "编制人数26人", "王经办")
    book = open_book(slow, mine)
    assert [str(f.value) for f in book.report.confirmed()] == ["24人"]
    assert [str(f.value) for f in book.report.proposed()] == ["26人"]


def test_a_withdrawal_in_words_takes_back_the_fact(desk: FakeDesk, report: str) -> None:
    take_turn(desk, report, "满意度96.5%，在职人数24人", "王经办")
    confirm_all(desk, report, "王经办")
    turn = take_turn(desk, report, "满意度96.5%作废，问卷还没统计完。", "王经办")
    assert "已撤回：2023年 满意度：96.5%" in turn.reply
    assert [str(f.value) for f in turn.book.report.confirmed()] == ["24人"]


def test_a_refusal_beside_figures_puts_off_only_what_it_names(desk: FakeDesk, report: str) -> None:
    turn = take_turn(desk, report, "在职人数24人。退休人数我不清楚，让人事科答。", "王经办")
    assert [str(f.value) for f in turn.proposed] == ["24人"]
    assert turn.book.report.declined.keys() == {"staff.retired"}
    assert "请人事科提供" in turn.reply


def test_going_to_a_section(desk: FakeDesk, report: str) -> None:
    assert take_turn(desk, report, "先跳到存在的问题那一节", "王经办").section == "problems"


def test_a_turn_goes_on_behind_the_page_and_may_be_skipped(tmp_path: Path) -> None:
    with FakeOpenAI() as server:
        slow = FakeDesk(model=Gateway(line(server.url, tmp_path)), evidence=EmptyEvidence())
        slow.prompts = PromptFiles(ROOT / "prompts")
        mine = new_report(slow, "云岭县商务局", 2023, "national", "王经办").report.id
        turns = Turns(slow)
        say(slow, mine, "在职人数24人", "王经办")
        going = turns.start(mine)
        assert turns.start(mine) is going or going.done
        assert going.wait(10)
        assert going.turn is not None
        assert [str(f.value) for f in going.turn.proposed] == ["24人"]
        server.faults.append(Fault("hang", seconds=2))
        say(slow, mine, "编制人数26人", "王经办")
        going = turns.start(mine)
        skipped = turns.skip(mine)
        assert [str(f.value) for f in skipped.proposed] == ["26人"]
        assert NOT_WAITED in skipped.reply
        assert going.wait(10)
        assert going.error is not None
    assert len(open_book(slow, mine).report.messages) == 4


class Collapsing(EmptyEvidence):
    """查着查着程序自己出错的依据库。"""

    def __init__(self) -> None:
        self.broken = True

    def search(self, query: Query) -> Retrieval:
        if self.broken:
            raise KeyError("查到一半")
        return Retrieval()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_crash_behind_the_page_is_said_and_the_words_are_still_answered() -> None:
    evidence = Collapsing()
    desk = FakeDesk(evidence=evidence)
    mine = new_report(desk, "云岭县商务局", 2023, "national", "王经办").report.id
    say(desk, mine, "在职人数24人。执行率低于多少要说明原因？", "王经办")
    turns = Turns(desk)
    going = turns.start(mine)
    assert going.wait(10)
    for thread in threading.enumerate():
        if thread.name == "turn":
            thread.join(10)
    assert going.turn is None
    assert going.error is not None
    assert going.error.words.startswith("程序出错")
    assert open_book(desk, mine).report.waiting
    evidence.broken = False
    told = turns.skip(mine, f"{going.error.words}已按读话规则读过。")
    assert "程序出错" in told.reply
    assert [str(f.value) for f in told.proposed] == ["24人"]
