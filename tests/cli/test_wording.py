"""命令行的每一句话都是中文：用法、说明、报错；一行哪里，一行怎么办。"""

import re
import subprocess
import sys

import pytest

from assistant.cli import main
from assistant.cli.registry import NAMES

_ENGLISH = re.compile(
    r"usage|options|positional|arguments|error|invalid|expected|required|choose|show this help"
)


@pytest.mark.parametrize("name", ["", *NAMES])
def test_every_help_page_is_chinese(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as done:
        main([*([name] if name else []), "--help"])
    assert done.value.code == 0
    said = capsys.readouterr().out
    assert said.startswith("用法：jigao")
    assert _ENGLISH.findall(said) == []


@pytest.mark.parametrize(
    ("args", "where", "todo"),
    [
        ([], "没有写要做什么", "jigao --help"),
        (["flurb"], "没有命令 flurb", "jigao --help"),
        (["status"], "少了 REPORT_ID", "jigao status --help"),
        (["check", "x.docx", "--year", "abc"], "--year 应为整数，写的是 abc", "jigao check --help"),
        (["turn", "r1", "--text"], "--text 后面少了值", "jigao turn --help"),
        (["new", "--yea", "2023"], "不认识 --yea 2023", "--help"),
        (["certificate", "foo"], "动作 不能是 foo，只能是 verify", "jigao certificate --help"),
        (["status", "r1", "--json=1"], "--json 后面不要带值", "jigao status --help"),
        (["check"], "少了 FILE|DIR", "jigao check --help"),
    ],
)
def test_a_wrong_command_line_is_explained_in_chinese(
    args: list[str], where: str, todo: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(args) == 2
    first, second = capsys.readouterr().err.splitlines()
    assert where in first
    assert second.endswith(todo)
    assert _ENGLISH.findall(first) == []


def test_a_reader_that_stops_early_is_no_error() -> None:
    jigao = [sys.executable, "-m", "assistant", "explain"]
    with subprocess.Popen(jigao, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as told:
        assert told.stdout is not None
        assert told.stderr is not None
        told.stdout.read(10)
        told.stdout.close()
        assert told.stderr.read() == b""
        assert told.wait() == 0
