"""命令的测试：真的命令，数据放在临时文件夹。"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from assistant.cli import main


class Ran(NamedTuple):
    """一次命令的退出码、标准输出和标准错误。"""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """标准输出里的 JSON。"""
        return json.loads(self.out)

    @property
    def rows(self) -> list[Any]:
        """标准输出里逐行的 JSON。"""
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """执行一条命令。"""
    monkeypatch.setenv("JIGAO_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)

    def call(*args: str | Path) -> Ran:
        capfd.readouterr()
        code = main([str(arg) for arg in args])
        return Ran(code, *capfd.readouterr())

    return call
