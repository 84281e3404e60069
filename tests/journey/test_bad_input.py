"""办事人员会犯的错：每样得到一句中文和怎么办，退出码 2，已经说过的一条不丢。"""

import time
from pathlib import Path

import pytest

from assistant.bootstrap import LocalDesk, connect
from assistant.cli import main
from assistant.settings import Settings
from assistant.workflow.books import open_book
from assistant.workflow.interview.confirming import confirm_all
from assistant.workflow.interview.interview import take_turn
from assistant.workflow.reports import new_report


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LocalDesk:
    monkeypatch.setenv("JIGAO_DATA_DIR", str(tmp_path))
    return connect(Settings(data_dir=tmp_path))


@pytest.fixture
def report(desk: LocalDesk) -> str:
    """一份已确认了两项的报告。"""
    made = new_report(desk, "云岭县商务局", 2023, "national", "王经办").report.id
    take_turn(desk, made, "在职人数24人，编制人数30人", "王经办")
    confirm_all(desk, made, "王经办")
    return made


def kept(desk: LocalDesk, report: str) -> dict[str, str]:
    return {f.key: str(f.value) for f in open_book(desk, report).report.confirmed()}


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("退休人数12万元", "单位"),
        ("退休人数-3人", "不能小于0"),
        ("1999年年初预算收入数300万元", "本报告只用2022、2023年的"),
        ("政府采购支出总额96.4平方米", "单位"),
    ],
)
def test_a_value_that_cannot_be_is_refused_in_words_and_nothing_is_lost(
    desk: LocalDesk, report: str, said: str, why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = kept(desk, report)
    assert main(["turn", report, "--text", said]) == 0
    out = capsys.readouterr().out
    assert why in out
    book = open_book(desk, report)
    assert book.report.proposed() == ()
    assert kept(desk, report) == before == {"staff.in_post": "24人", "staff.establishment": "30人"}
    assert book.report.messages[-2].text == said


@pytest.mark.parametrize(
    ("args", "where"),
    [
        (["turn", "{}", "--text", "  "], "没有收到内容"),
        (["new", "--bureau", "云岭县商务局", "--year", "2101"], "2000到2100"),
        (["new", "--bureau", " ", "--year", "2023"], "没有填单位名称"),
        (["new", "--bureau", "甲局", "--year", "2023", "--locality", "nowhere"], "没有地区口径"),
        (["correct", "{}", "f9-9", "--value", "1人", "--reason", "改"], "没有编号为 f9-9 的事实"),
        (["accept", "{}", "nope", "--reason", "理由充分", "--as", "甲"], "没有编号为 nope 的问题"),
        (["draft", "{}", "--section", "nope"], "没有章节 nope"),
        (["undo", "{}", "--to", "99"], "没有第99条记录可退"),
        (["export", "nope", "-o", "out"], "没有编号为 nope 的报告"),
        (["restore", "没有这个文件.zip"], "不是绩稿的备份文件"),
        (["explain", "XYZ1"], "没有规则 XYZ1"),
    ],
)
def test_a_bad_command_gets_one_line_where_and_one_line_what_to_do(
    desk: LocalDesk,
    report: str,
    args: list[str],
    where: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = open_book(desk, report).report.seq
    assert main([arg.format(report) for arg in args]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    lines = captured.err.strip().splitlines()
    assert len(lines) == 2
    assert where in lines[0]
    assert open_book(desk, report).report.seq == before


def test_a_paste_of_a_hundred_thousand_characters_is_read_and_kept(
    desk: LocalDesk, report: str
) -> None:
    paste = "".join(f"第{n}段：这一段只是填报说明，没有数。\n" for n in range(6000))
    paste = paste[:100_000] + "退休人数12人。"
    start = time.process_time()
    turn = take_turn(desk, report, paste, "王经办")
    assert time.process_time() - start < 20
    assert [(f.key, str(f.value)) for f in turn.proposed] == [("staff.retired", "12人")]
    assert open_book(desk, report).report.messages[-2].text == paste
