"""整条路走一遍（命令行）：从空报告到核过的 docx。"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import docx
import pytest

from assistant.reading.text.quantities import mentions
from tests.journey.story import BUREAU, MESSAGES, QUESTION, RIGHT_RATE, WRONG_RATE, YEAR
from tests.needs import ROOT


class Office:
    """一间装着绩稿的办公室：自己的数据目录，只用命令行。"""

    def __init__(self, data: Path, **extra: str) -> None:
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("JIGAO_", "OPENAI_"))}
        self.env = kept | {"JIGAO_DATA_DIR": str(data), "PYTHONUTF8": "1"} | extra

    def run(self, *args: str, code: int = 0) -> Any:
        done = subprocess.run(
            [sys.executable, "-m", "assistant", *args, "--json"],
            cwd=ROOT,
            env=self.env,
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == code, (args, done.stdout, done.stderr)
        assert "Traceback" not in done.stderr
        return json.loads(done.stdout)


def paragraphs(path: str) -> tuple[str, str]:
    """Docx 的正文与附表两部分文字。"""
    document = docx.Document(path)
    body: list[str] = []
    for item in document.iter_inner_content():
        if hasattr(item, "rows"):
            body += ["\t".join(cell.text for cell in row.cells) for row in item.rows]
        else:
            body.append(item.text)
    text = "\n".join(body)
    report, _, annex = text.partition("附表　数据来源表")
    return report, annex


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "data")


def test_from_an_empty_report_to_a_checked_docx(office: Office, tmp_path: Path) -> None:
    report = office.run("new", "--bureau", BUREAU, "--year", str(YEAR), "--locality", "national")[
        "id"
    ]
    for text in MESSAGES[:3]:
        turn = office.run("turn", report, "--text", text, "--as", "王经办")
        assert turn["proposed"], text
    answered = office.run("turn", report, "--text", QUESTION)
    assert answered["answer"]["citations"]
    assert answered["next"]
    for text in MESSAGES[3:]:
        assert office.run("turn", report, "--text", text)["proposed"], text
    done = office.run("confirm", report, "--all")
    assert [RIGHT_RATE in c["message"] for c in done["conflicts"]] == [True]
    status = office.run("status", report)
    assert {m["key"] for m in status["missing"]} == set()
    assert office.run("draft", report)["sections"]
    out = office.run("export", report, "-o", str(tmp_path / "out"))
    (path,) = out["files"]
    text, annex = paragraphs(path)
    assert f"较上年增加126.14万元，增长{RIGHT_RATE}" in text
    assert WRONG_RATE not in text + annex
    assert "待补" not in text
    assert_every_quantity_is_in_the_annex(text, annex)


def assert_every_quantity_is_in_the_annex(text: str, annex: str) -> None:
    """附表“数量”一列里有正文的每个数量；表格里单位在表头的，按数值对。"""
    cells = [line.split("\t")[1] for line in annex.splitlines() if line.count("\t") == 5]
    listed = {each for cell in cells for each in re.sub(r"\s", "", cell).split("、")}
    bare = {re.match(r"[\d.]*", each)[0] for each in listed}  # type: ignore[index]
    found = {re.sub(r"\s", "", text[m.span.start : m.span.end]) for m in mentions(text)}
    assert len(found) > 20
    assert {each for each in found - listed if each not in bare} == set()


def test_export_is_refused_while_facts_contradict_and_says_why(
    office: Office, tmp_path: Path
) -> None:
    report = office.run("new", "--example")["id"]
    facts = office.run("status", report)["facts"]
    basic = next(f["id"] for f in facts if f["key"] == "expenditure.basic")
    office.run("correct", report, basic, "--value", "500.00万元", "--reason", "试错")
    refused = office.run("export", report, "-o", str(tmp_path), code=1)
    assert refused["files"] == []
    assert any("486.73" in r["message"] for r in refused["refused"])
    assert list(tmp_path.glob("*.docx")) == []
    waived = refused["refused"][0]["id"]
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "assistant",
            "accept",
            report,
            waived,
            "--reason",
            "领导同意",
            "--as",
            "甲",
        ],
        cwd=ROOT,
        env=office.env,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 1
    assert "只能改正" in done.stderr


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["new", "--bureau", "云岭县商务局", "--year", "1999"], "2000到2100"),
        (["turn", "nope", "--text", "你好"], "没有编号为 nope 的报告"),
        (["turn", "nope", "--text", " "], "没有收到内容"),
        (["confirm", "nope"], "没有说确认哪几条"),
        (["flurb"], "命令写法不对"),
    ],
)
def test_bad_input_gets_a_line_where_and_a_line_what_to_do(
    office: Office, args: list[str], says: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "assistant", *args],
        cwd=ROOT,
        env=office.env,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 2
    assert says in done.stderr
    assert 1 <= len(done.stderr.strip().splitlines()) <= 2
