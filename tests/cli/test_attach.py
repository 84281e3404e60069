"""jigao attach：几份材料一起附，坏的说一句，不一致的并列。"""

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.cli import main
from tests.workflow.materials.test_materials import TITLE, workbook


@pytest.fixture
def report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> str:
    monkeypatch.setenv("JIGAO_DATA_DIR", str(tmp_path / "data"))
    assert main(["new", "--bureau", "云岭县民政局", "--year", "2023", "--json"]) == 0
    return str(json.loads(capsys.readouterr().out)["id"])


def put(folder: Path, name: str, value: str) -> str:
    path = folder / name
    path.write_bytes(workbook(TITLE, ("收入总计", value)))
    return str(path)


def test_files_are_attached_one_by_one(
    report: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "坏.xlsx"
    bad.write_bytes(b"PK\x03\x04")
    files = [put(tmp_path, "甲.xlsx", "10.00"), str(bad), put(tmp_path, "乙.xlsx", "12.00")]
    assert main(["attach", report, *files, "--json"]) == 0
    out, err = capsys.readouterr()
    data: dict[str, Any] = json.loads(out)
    assert "坏.xlsx" in err
    assert [row.get("error") is not None for row in data["files"]] == [False, True, False]
    (fact,) = data["files"][0]["proposed"]
    assert (fact["key"], fact["value"], fact["unit"]) == ("final.income", "10.00", "万元")
    assert (fact["source"], fact["locator"]) == ("甲.xlsx", "收支总表!B4")
    (conflict,) = data["conflicts"]
    assert [side["source"] for side in conflict["facts"]] == ["甲.xlsx", "乙.xlsx"]
    assert "10.00万元" in conflict["message"]
    assert "12.00万元" in conflict["message"]


def test_the_same_content_is_not_read_again(
    report: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = put(tmp_path, "甲.xlsx", "10.00")
    main(["attach", report, path])
    capsys.readouterr()
    assert main(["attach", report, path, "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)["files"]
    assert (row["earlier"], row["proposed"]) == ("甲.xlsx", [])


def test_nothing_readable_is_an_error(
    report: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["attach", report, str(tmp_path / "没有.xlsx")]) == 2
    assert main(["attach", "r没有", put(tmp_path, "甲.xlsx", "1.00")]) == 2
    assert "没有编号" in capsys.readouterr().err
