"""听模型的：它只能指原话，数由代码读；指错的、编的、走样的一条也进不来，话一句不丢。"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.adapters.model.gateway import Gateway
from assistant.adapters.prompt_files import PromptFiles
from assistant.domain.events import FactsProposed, TurnSaid
from assistant.domain.facts import Fact
from assistant.workflow.books import Book, record
from assistant.workflow.interview.extraction import extract
from assistant.workflow.reports import new_report
from tests.adapters.model.lines import line
from tests.adversary.cases import replies
from tests.fake_openai import Body, FakeOpenAI, Fault
from tests.fakes import FakeDesk
from tests.needs import ROOT
from tests.notation import SAID


@pytest.fixture
def server() -> Iterator[FakeOpenAI]:
    with FakeOpenAI() as running:
        yield running


def desk_with(server: FakeOpenAI, folder: Path) -> FakeDesk:
    desk = FakeDesk(model=Gateway(line(server.url, folder)))
    desk.prompts = PromptFiles(ROOT / "prompts")
    return desk


def hear(desk: FakeDesk, text: str) -> tuple[list[str], list[str]]:
    """说一段话：读到的事实，不收的缘由。"""
    book = new_report(desk, "云岭县科技和工业信息化局", 2023, "national", "王经办")
    book = record(desk, book, "王经办", TurnSaid(text=text))
    readings, rejected = extract(desk, book, text, ())
    return [f"{r.key} {r.year} {r.value}" for r in readings], [r.why for r in rejected]


def alone(text: str) -> list[str]:
    """不接模型时读到的。"""
    return hear(FakeDesk(), text)[0]


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
    assert "不接模型" in note


def test_secret_words_are_not_sent(server: FakeOpenAI, tmp_path: Path) -> None:
    facts, (note,) = hear(desk_with(server, tmp_path), "机密：全年执行数817.20万元")
    assert facts == ["executed.total 2023 817.20万元"]
    assert "“机密”字样，没有送给模型" in note
    assert server.seen == []


def test_the_names_of_the_team_stay_here(server: FakeOpenAI, tmp_path: Path) -> None:
    desk = desk_with(server, tmp_path)
    book: Book = new_report(desk, "云岭县科技和工业信息化局", 2023, "national", "王经办")
    team = Fact(
        id="f9-1", key="team", year=2023, value=(("云某某", "科工局", "", ""),), provenance=SAID
    )
    book = record(desk, book, "王经办", FactsProposed(facts=(team,)), TurnSaid(text="云某某说28人"))
    extract(desk, book, "云某某在职28人", ())
    assert "云某某" not in server.wire
    assert "28" not in server.wire.rpartition("<<<")[2]
