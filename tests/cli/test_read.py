"""jigao read：一个工作簿进去，一个对象出来。"""

import json
from pathlib import Path

import openpyxl
import pytest

from assistant.cli import main


def _book(path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "支出决算表"
    for row in (
        ["2023年度支出决算表"],
        ["单位：万元"],
        ["项目", "本年支出合计", "基本支出", "项目支出"],
        ["合计", 12.5, 8, "约4"],
        ["2130101行政运行", 1, None, None],
    ):
        sheet.append(row)
    sheet["D4"].number_format = "0.00"
    sheet["B5"] = "=B4"
    book.create_sheet("底稿").sheet_state = "hidden"
    book.save(path)
    return path


def test_read_prints_facts_and_what_was_not_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["read", str(_book(tmp_path / "支出.xlsx")), "--json"])
    data = json.loads(capsys.readouterr().out)
    assert code == 0
    assert [(f["key"], f["year"], f["value"], f["unit"], f["locator"]) for f in data["facts"]] == [
        ("final.expenditure.current", 2023, "12.5", "万元", "支出.xlsx#支出决算表!B4"),
        ("expenditure.basic", 2023, "8", "万元", "支出.xlsx#支出决算表!C4"),
    ]
    unread = " ".join(u["locator"] + u["text"] + u["why"] for u in data["unread"])
    assert "支出.xlsx#支出决算表!D4" in unread
    assert "底稿" in unread
    assert "B5" in unread


@pytest.mark.parametrize(
    ("arguments", "where"),
    [(["read", "没有.xlsx"], "没有.xlsx"), (["read", "x.xlsx", "--year", "1999"], "年度")],
)
def test_bad_input_is_one_line(
    arguments: list[str], where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert where in capsys.readouterr().err.splitlines()[0]
