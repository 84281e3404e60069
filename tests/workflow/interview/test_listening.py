"""听模型的：它只能指原话，数由代码读；指错的、编的、走样的一条也进不来，话一句不丢。"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.adapters.model.gateway import Gateway
from assistant.adapters.prompt_files import PromptFiles
from assistant.domain.events import FactsProposed
from assistant.domain.facts import Fact
from assistant.workflow.books import Book, record
from assistant.workflow.interview.confirming import confirm_all
from assistant.workflow.interview.interview import answer_seen, take_turn
from assistant.workflow.reports import new_report
from tests.adapters.model.lines import line
from tests.adversary.cases import replies
from tests.fake_openai import FakeOpenAI, Fault
from tests.fake_wire import Body
from tests.fakes import EmptyEvidence, FakeDesk
from tests.needs import ROOT
from tests.notation import SAID


@pytest.fixture
def server() -> Iterator[FakeOpenAI]:
    with FakeOpenAI() as running:
        yield running


def desk_with(server: FakeOpenAI, folder: Path) -> FakeDesk:
    desk = FakeDesk(model=Gateway(line(server.url, folder)), evidence=EmptyEvidence())
    desk.prompts = PromptFiles(ROOT / "prompts")
    return desk


def hear(desk: FakeDesk, text: str) -> tuple[list[str], list[str]]:
    """说一段话：读到的事实，不收的缘由。"""
    report = new_report(desk, "云岭县科技和工业信息化局", 2023, "national", "王经办").report.id
    turn = take_turn(desk, report, text, "王经办")
    return [f"{f.key} {f.year} {f.value}" for f in turn.proposed], [r.why for r in turn.rejected]


def alone(text: str) -> list[str]:
    """不接模型时读到的。"""
    return hear(FakeDesk(evidence=EmptyEvidence()), text)[0]


TURNS = [(kind, *reply.split(" ⇒ ")) for kind, reply in replies("turns.txt")]


@pytest.mark.parametrize(("kind", "text", "reply"), TURNS)
def test_a_bad_reply_adds_nothing(
    server: FakeOpenAI, tmp_path: Path, kind: str, text: str, reply: str
) -> None:
    server.mind = lambda _: reply
    assert hear(desk_with(server, tmp_path), text)[0] == alone(text)


def pointing(field: str, quote: str, year: str = "本年") -> str:
    command = {"do": "propose", "field": field, "quote": quote, "year": year}
    return json.dumps({"commands": [command]}, ensure_ascii=False)


@pytest.mark.parametrize(
    ("text", "field", "fact"),
    [
        ("公车花了5.52万", "公务用车运行维护费", "three_public.vehicle_running 2023 5.52万元"),
        ("满意度嘛，最后统计花了95.5%", "满意度", "survey.satisfaction 2023 95.5%"),
        ("科里去年接待客商花了1.02万元", "公务接待费", "three_public.reception 2022 1.02万元"),
    ],
)  # fmt: skip
def test_what_the_model_points_at_is_read_by_code(
    server: FakeOpenAI, tmp_path: Path, text: str, field: str, fact: str
) -> None:
    def mind(body: Body) -> str:
        said = str(body["messages"][-1]["content"]).rpartition("<<<")[2]
        token = next(word for word in ("【金额1】", "【比率1】", "【数1】") if word in said)
        return pointing(field, f"花了{token}")

    server.mind = mind
    assert hear(desk_with(server, tmp_path), text)[0] == [fact]


def test_where_they_differ_the_officers_words_win_and_the_difference_is_said(
    server: FakeOpenAI, tmp_path: Path
) -> None:
    server.mind = lambda _: pointing("全年预算数", "全年执行数【金额1】")
    facts, rejected = hear(desk_with(server, tmp_path), "全年执行数817.20万元")
    assert facts == ["executed.total 2023 817.20万元"]
    assert rejected == ["模型认作“全年预算数”，按字面记作“全年执行数”"]


@pytest.mark.parametrize("kind", ["refuse", "empty", "tool", "status"])
def test_a_failing_model_costs_one_sentence_and_no_fact(
    server: FakeOpenAI, tmp_path: Path, kind: str
) -> None:
    server.faults.extend([Fault(kind)] * 3)
    facts, rejected = hear(desk_with(server, tmp_path), "全年执行数817.20万元")
    assert facts == ["executed.total 2023 817.20万元"]
    (note,) = rejected
    assert "已按读话规则读过，什么也没丢" in note


def test_secret_words_are_not_sent(server: FakeOpenAI, tmp_path: Path) -> None:
    facts, (note,) = hear(desk_with(server, tmp_path), "机密：全年执行数817.20万元")
    assert facts == ["executed.total 2023 817.20万元"]
    assert "“机密”字样，没有送给模型" in note
    assert server.seen == []


def test_what_was_held_back_may_be_sent_once_seen(server: FakeOpenAI, tmp_path: Path) -> None:
    desk = desk_with(server, tmp_path)
    report = new_report(desk, "云岭县科技和工业信息化局", 2023, "national", "王经办").report.id
    turn = take_turn(desk, report, "机密：外勤用车烧油花了5.52万", "王经办")
    held = turn.book.report.messages[-1].withheld
    assert "机密：外勤用车烧油花了【金额1】" in held
    assert "5.52" not in held
    server.mind = lambda _: pointing("公务用车运行维护费", "烧油花了【金额1】")
    seen = answer_seen(desk, report)
    assert [str(f.value) for f in seen.proposed] == ["5.52万元"]
    assert "5.52" not in server.wire
    assert not seen.book.report.messages[-1].withheld


def ordering(**command: str) -> str:
    return json.dumps({"commands": [command]}, ensure_ascii=False)


def test_every_command_is_carried_out_by_code(server: FakeOpenAI, tmp_path: Path) -> None:
    desk = desk_with(server, tmp_path)
    report = new_report(desk, "云岭县科技和工业信息化局", 2023, "national", "王经办").report.id
    fact = take_turn(desk, report, "在职人数28人", "王经办").proposed[0]
    server.mind = lambda _: ordering(do="withdraw", field="在职人数", quote="在职那个弄错了")
    turn = take_turn(desk, report, "在职那个弄错了", "王经办")
    assert turn.book.report.facts[fact.id].status == "withdrawn"
    server.mind = lambda _: ordering(do="unknown", field="退休人数", quote="退休的得再翻翻")
    assert (
        "staff.retired" in take_turn(desk, report, "退休的得再翻翻", "王经办").book.report.declined
    )
    server.mind = lambda _: ordering(
        do="office", field="满意度", office="科技股", quote="满意度科技股有"
    )
    book = take_turn(desk, report, "满意度科技股有", "王经办").book
    assert book.report.declined["survey.satisfaction"].office == "科技股"
    server.mind = lambda _: ordering(do="ask", quote="结余两年以上的咋整")
    assert take_turn(desk, report, "结余两年以上的咋整", "王经办").answer is not None
    server.mind = lambda _: ordering(do="goto", section="存在的问题", quote="先弄存在的问题")
    assert take_turn(desk, report, "先弄存在的问题", "王经办").section == "problems"


def test_a_confirmed_fact_is_never_withdrawn_by_the_model(
    server: FakeOpenAI, tmp_path: Path
) -> None:
    desk = desk_with(server, tmp_path)
    report = new_report(desk, "云岭县科技和工业信息化局", 2023, "national", "王经办").report.id
    fact = take_turn(desk, report, "在职人数28人", "王经办").proposed[0]
    confirm_all(desk, report, "王经办")
    server.mind = lambda _: ordering(do="withdraw", field="在职人数", quote="在职那个弄错了")
    book = take_turn(desk, report, "在职那个弄错了", "王经办").book
    assert book.report.facts[fact.id].status == "confirmed"


def test_a_quote_may_differ_in_spaces_only(server: FakeOpenAI, tmp_path: Path) -> None:
    server.mind = lambda _: pointing("公务用车运行维护费", "公车 花了【金额1】")
    assert hear(desk_with(server, tmp_path), "公车\n花了5.52万")[0] == [
        "three_public.vehicle_running 2023 5.52万元"
    ]


def test_the_names_of_the_team_stay_here(server: FakeOpenAI, tmp_path: Path) -> None:
    desk = desk_with(server, tmp_path)
    book: Book = new_report(desk, "云岭县科技和工业信息化局", 2023, "national", "王经办")
    team = Fact(
        id="f9-1", key="team", year=2023, value=(("云某某", "科工局", "", ""),), provenance=SAID
    )
    record(desk, book, "王经办", FactsProposed(facts=(team,)))
    take_turn(desk, book.report.id, "云某某说在职28人", "王经办")
    assert "云某某" not in server.wire
    assert "28" not in server.wire.rpartition("<<<")[2]


def test_words_held_back_do_not_go_out_with_the_next_message(
    server: FakeOpenAI, tmp_path: Path
) -> None:
    desk = desk_with(server, tmp_path)
    report = new_report(desk, "云岭县商务局", 2023, "national", "王经办").report.id
    take_turn(desk, report, "这是内部材料，在职人数24人", "王经办")
    assert server.seen == []
    turn = take_turn(desk, report, "编制人数26人", "王经办")
    assert "没有送给模型" not in turn.reply
    assert server.seen
    assert "内部" not in server.wire
    take_turn(desk, report, "退休人数3人", "王经办")
    assert "前面说过的：编制人数【计数1】" in server.wire


def test_where_the_model_and_the_rules_differ_the_officer_decides(
    server: FakeOpenAI, tmp_path: Path
) -> None:
    server.mind = lambda _: pointing("全年执行数", "实际支付【金额2】")
    desk = desk_with(server, tmp_path)
    report = new_report(desk, "云岭县科技和工业信息化局", 2023, "national", "王经办").report.id
    turn = take_turn(desk, report, "全年执行数1308.97万元，实际支付1300.00万元", "王经办")
    assert [str(f.value) for f in turn.proposed] == ["1308.97万元", "1300.00万元"]
    assert "1308.97万元（对话 “全年执行数1308.97万元”）" in turn.reply
    done = confirm_all(desk, report, "王经办")
    assert done.confirmed == ()
    (conflict,) = done.conflicts
    assert "请选一个" in conflict.message
