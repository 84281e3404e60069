"""公开的真实样例：运行时读它的事实，成稿里是 14.6%，绝不是 12.8%。没有样例就跳过。"""

import json
import re
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.domain.manuscript import lay_out
from assistant.workflow.drafting.assembly import assemble
from assistant.workflow.interview.confirming import confirm_all
from assistant.workflow.interview.interview import take_turn
from assistant.workflow.reports import new_report
from tests.fakes import FakeDesk
from tests.needs import shared


def test_the_samples_own_facts_give_the_right_rate() -> None:
    text = shared("report-2023.txt").read_text(encoding="utf-8")
    told = re.search(r"(2023 ?年我部门年初预算收入数.*?)\n", text)
    scores = re.search(r"(62 个项目自评得分平均 98.22 分)", text)
    assert told is not None
    assert scores is not None
    desk = FakeDesk()
    report = new_report(desk, "样例单位", 2023, "hebei-shenze", "经办人").report.id
    turn = take_turn(desk, report, told[1], "经办人")
    assert "以本年数为基数" in turn.reply
    take_turn(desk, report, scores[1], "经办人")
    book = confirm_all(desk, report, "经办人").book
    document = lay_out(assemble(book)).document.text
    assert document.count("增长14.6%") == 2
    assert document.count("下降8.6%") == 2
    assert "12.8%" not in document
    assert "综合评价等级为“优秀”" in document


def test_the_check_finds_what_is_wrong_in_the_sample_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JIGAO_DATA_DIR", str(tmp_path))
    assert main(["check", str(shared("report-2023.txt")), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    wrong = [f for f in found["findings"] if f["expected"] == "14.6%"]
    assert [(f["code"], f["severity"], f["cause"]) for f in wrong] == [
        ("FIG103", "必改", "以本年数为基数")
    ] * 2
    assert all("12.8%" in f["quote"] for f in wrong)
    verdicts = [(s["relation"], s["verdict"]) for s in found["statements"]]
    assert verdicts.count(("yoy_percent", "consistent")) == 2
    assert ("sum", "consistent") in verdicts
    figures = {f["code"] for f in found["findings"] if f["severity"] == "必改"} - {"FIG103"}
    assert {code for code in figures if code[:3] in ("FIG", "SCR")} == set()
    assert {"FCT101", "FCT102", "FCT103", "FCT104"} <= {f["code"] for f in found["findings"]}
    assert {"FCT105", "FCT112", "FCT113", "FCT114"} <= {f["code"] for f in found["findings"]}
    assert {"TXT101", "TXT103", "TXT104", "TXT201"} <= {f["code"] for f in found["findings"]}
