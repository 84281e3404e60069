"""jigao check DIR --out：查到一半停了再查，查好的不重做，变了的、不齐的重做。"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran, Run

WRONG = "2023年收入1200.00万元，较上年增加200.00万元，增长16.7%。"
RIGHT = "2023年收入1200.00万元，较上年增加200.00万元，增长20.0%。"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """甲、乙两局各一份同名的报告，乙局的有错。"""
    root = tmp_path / "各局"
    for office, text in (("甲局", RIGHT), ("乙局", WRONG)):
        (root / office).mkdir(parents=True)
        (root / office / "报告.txt").write_text(text, encoding="utf-8")
    return root


def _again(run: Run, folder: Path, *more: str) -> Ran:
    return run("check", folder, "--jsonl", "--out", folder.parent / "文书", *more)


def test_what_is_done_is_not_done_again_and_says_the_same(run: Run, folder: Path) -> None:
    first = _again(run, folder)
    issued = {p: p.stat().st_mtime_ns for p in (folder.parent / "文书").rglob("*")}
    second = _again(run, folder)
    assert "沿用" not in first.err
    assert "2 份沿用上次的结果" in second.err
    assert (second.out, second.code) == (first.out, first.code)
    assert issued == {p: p.stat().st_mtime_ns for p in (folder.parent / "文书").rglob("*")}


def _edit(folder: Path, out: Path) -> None:
    (folder / "甲局" / "报告.txt").write_text(f"{RIGHT}\n完。", encoding="utf-8")


def _lose_a_paper(folder: Path, out: Path) -> None:
    (out / "甲局" / "报告.txt.问题清单.xlsx").unlink()


def _tear_the_result(folder: Path, out: Path) -> None:
    path = out / "甲局" / "报告.txt.核查结果.json"
    path.write_bytes(path.read_bytes()[:-20])


def _swap_the_result(folder: Path, out: Path) -> None:
    other = (out / "乙局" / "报告.txt.核查结果.json").read_bytes()
    (out / "甲局" / "报告.txt.核查结果.json").write_bytes(other)


def _forge_the_certificate(folder: Path, out: Path) -> None:
    path = out / "甲局" / "报告.txt.核查证明.json"
    certificate = json.loads(path.read_text(encoding="utf-8")) | {"findings": []}
    certificate["checked_at"] = "2024-01-01T00:00:00"
    path.write_text(json.dumps(certificate, ensure_ascii=False), encoding="utf-8")


@pytest.mark.parametrize(
    "change", [_edit, _lose_a_paper, _tear_the_result, _swap_the_result, _forge_the_certificate]
)
def test_what_changed_or_is_not_whole_is_done_again(
    run: Run, folder: Path, change: Callable[[Path, Path], None]
) -> None:
    _again(run, folder)
    change(folder, folder.parent / "文书")
    second = _again(run, folder)
    assert "1 份沿用上次的结果" in second.err
    assert "2 份沿用上次的结果" in _again(run, folder).err
    by_office = {Path(row["file"]).parent.name: len(row["findings"]) for row in second.rows}
    assert by_office["乙局"] > by_office["甲局"]


def test_another_year_is_another_check(run: Run, folder: Path) -> None:
    _again(run, folder)
    assert "沿用" not in _again(run, folder, "--year", "2022").err


def test_papers_inside_the_folder_are_not_checked_themselves(run: Run, folder: Path) -> None:
    for _ in range(2):
        ran = run("check", folder, "--jsonl", "--out", folder / "文书")
        assert [Path(row["file"]).parent.name for row in ran.rows] == ["乙局", "甲局"]


def test_files_of_one_name_from_two_places_keep_their_own_papers(run: Run, folder: Path) -> None:
    out = folder.parent / "文书"
    run("check", folder / "甲局" / "报告.txt", folder / "乙局" / "报告.txt", "--out", out)
    assert (out / "甲局" / "报告.txt.核查证明.json").exists()
    assert (out / "乙局" / "报告.txt.核查证明.json").exists()


def test_a_run_killed_on_the_way_goes_on_where_it_stopped(run: Run, tmp_path: Path) -> None:
    folder, out = tmp_path / "各局", tmp_path / "文书"
    folder.mkdir()
    for n in range(12):
        (folder / f"{n:02}.txt").write_text(f"{WRONG}\n" * 200 + f"第{n}份", encoding="utf-8")
    command = [sys.executable, "-m", "assistant", "check", str(folder), "--out", str(out)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None and not list(out.glob("*.核查结果.json")):
        time.sleep(0.01)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    done = len(list(out.glob("*.核查结果.json")))
    resumed = _again(run, folder)
    fresh = run("check", folder, "--jsonl")
    assert done >= 1
    assert "份沿用上次的结果" in resumed.err
    assert resumed.out == fresh.out
