"""提示词评测：用例读得通、对得上大纲；守规矩的、不守规矩的、听错的各归各栏；没有模型说没有。"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from assistant.adapters.prompt_files import PromptFiles
from assistant.bootstrap import LocalDesk, connect
from assistant.domain.errors import BadData, BadInput, NotFound
from assistant.settings import Settings
from assistant.workflow.evaluating.evaluating import evaluate
from assistant.workflow.evaluating.results import Result, table, total
from tests.fake_openai import FakeOpenAI, Fault, Mind
from tests.journey.test_command_line import Office
from tests.needs import ROOT

PROMPTS = PromptFiles(ROOT / "prompts")


def desk(server: FakeOpenAI, folder: Path) -> LocalDesk:
    return connect(Settings(data_dir=folder, JIGAO_BASE_URL=server.url, model="demo"))


def run(folder: Path, name: str, mind: Mind | None = None) -> list[Result]:
    with FakeOpenAI(mind) if mind else FakeOpenAI() as server:
        return list(evaluate(desk(server, folder), name))


@pytest.mark.parametrize("name", PROMPTS.names())
def test_every_prompt_has_cases_that_can_be_run(tmp_path: Path, name: str) -> None:
    results = run(tmp_path, name)
    assert len(results) == len(PROMPTS.cases(name)) >= 6
    assert all(r.obeyed or r.repaired or r.fell_back or r.quoted[1] or r.wrong for r in results)
    assert all(r.tokens_in for r in results)


def test_a_model_that_writes_figures_falls_back(tmp_path: Path) -> None:
    results = run(tmp_path, "section", lambda _: "全年执行数871.20万元，圆满完成任务。")
    assert all(r.fell_back and "自己写的数" in r.note for r in results)


def test_a_model_that_mends_is_counted_as_mended(tmp_path: Path) -> None:
    def mind(body: dict[str, Any]) -> str:
        said = str(body["messages"])
        good = "全年执行数{{executed.total}}，帮助企业解决用工、用电问题。"
        return good if "校核发现了问题" in said else "走访企业999家次。"

    first = run(tmp_path, "section", mind)[0]
    assert (first.obeyed, first.repaired, first.fell_back) == (False, True, False)


def test_a_quote_that_nobody_said_is_counted(tmp_path: Path) -> None:
    lie = {"do": "propose", "field": "全年执行数", "quote": "全年执行数999万元", "year": "本年"}
    results = run(tmp_path, "turn", lambda _: json.dumps({"commands": [lie]}))
    assert {r.quoted for r in results} == {(0, 1)}
    assert total(results)["引文属实"] == f"0/{len(results)}"


def test_answers_are_held_to_the_passages_of_the_case(tmp_path: Path) -> None:
    """第一段的原话：答得了的算答到，答不了的算多说；改了数的一句也不留。"""
    results = {r.name: r for r in run(tmp_path, "answer")}
    assert (results["期限"].obeyed, results["期限"].found) == (True, 1)
    assert (results["答不了·说的是别的"].wrong, results["答不了·说的是别的"].obeyed) == (1, False)
    quote = "自批准之日起二十日内"
    lie = {"text": "应当自批准之日起三十日内公开。", "passage": "P1", "quote": quote}
    changed = run(tmp_path, "answer", lambda _: json.dumps({"sentences": [lie]}))[0]
    assert (changed.quoted, changed.fell_back) == ((0, 1), True)
    assert "那一段里没有30这个数" in changed.note


def test_a_model_that_is_not_there_falls_back_with_the_reason(tmp_path: Path) -> None:
    with FakeOpenAI() as server:
        server.faults.extend([Fault("status", 401)] * 99)
        result = next(iter(evaluate(desk(server, tmp_path), "rewrite")))
    assert result.fell_back
    assert "密钥" in result.note
    assert "| 压缩 | — | 没有答成 |" in table([result])
    assert (total([result])["没有答成"], total([result])["退回"]) == (1, 0)


def test_the_table_counts_what_its_rows_say() -> None:
    """没守规矩而不必退回的（答不了却答了），不写成退回。"""
    results = [Result("甲", wrong=1), Result("乙", fell_back=True), Result("丙", obeyed=True)]
    told = table(results)
    assert told.count("| 退回 |") == total(results)["退回"] == 1
    assert "| 甲 | — | 没守 |" in told


def test_a_service_that_answers_nothing_is_no_evaluation(tmp_path: Path) -> None:
    office = Office(tmp_path / "data", JIGAO_BASE_URL="http://127.0.0.1:9/v1", JIGAO_MODEL="demo")
    done = subprocess.run(
        [sys.executable, "-m", "assistant", "eval", "repair"],
        cwd=ROOT,
        env=office.env,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout.count("| 没有答成 |")) == (2, 6)


def test_the_command_prints_the_table_and_without_a_model_says_so(tmp_path: Path) -> None:
    with FakeOpenAI() as server:
        office = Office(tmp_path / "data", JIGAO_BASE_URL=server.url, JIGAO_MODEL="demo")
        told = office.run("eval", "repair")
    assert told["prompt"].startswith("repair@")
    assert told["model"] == "demo"
    assert told["total"]["用例"] == len(told["cases"])
    done = subprocess.run(
        [sys.executable, "-m", "assistant", "eval", "turn"],
        cwd=ROOT,
        env=Office(tmp_path / "data").env,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, "没有接模型" in done.stderr) == (2, True)


def test_what_cannot_be_evaluated_is_named(tmp_path: Path) -> None:
    with FakeOpenAI() as server, pytest.raises(NotFound, match="没有提示词 nothing"):
        list(evaluate(desk(server, tmp_path), "nothing"))
    with pytest.raises(BadInput, match="没有接模型"):
        list(evaluate(connect(Settings(data_dir=tmp_path)), "turn"))


def test_a_broken_case_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases/turn.yaml").write_text("- {said: 你好}", "utf-8")
    with pytest.raises(BadData, match=r"turn\.yaml 的用例写得不对"):
        PromptFiles(tmp_path).cases("turn")
