"""jigao check：一份、一批、文书、时限。"""

import io
import os
from pathlib import Path

import docx
import openpyxl
import pytest

from tests.cli.conftest import Run

WRONG = "2023年收入1200.00万元，较上年增加200.00万元，增长16.7%。"
RIGHT = "2023年收入1200.00万元，较上年增加200.00万元，增长20.0%。"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """一个文件夹：两份好的、一份有错、一份坏的、一份别的格式，其中一份在子文件夹里。"""
    root = tmp_path / "各局"
    (root / "甲局").mkdir(parents=True)
    (root / "a.txt").write_text(RIGHT, encoding="utf-8")
    (root / "b.docx").write_bytes(b"PK\x03\x04 broken")
    (root / "c.txt").write_text(WRONG, encoding="utf-8")
    (root / "d.zip").write_bytes(b"PK")
    report = docx.Document()
    report.add_paragraph(WRONG)
    report.save(str(root / "甲局" / "报告.docx"))
    return root


def test_a_contradiction_is_found_and_sets_the_exit_code(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WRONG, encoding="utf-8")
    ran = run("check", "a.txt", "--json")
    assert ran.code == 1
    (finding,) = [f for f in ran.json["findings"] if f["severity"] == "必改"]
    assert (finding["expected"], finding["cause"]) == ("20.0%", "以本年数为基数")


def test_the_text_that_offsets_refer_to_is_written_as_read(run: Run, tmp_path: Path) -> None:
    content = f"\r\n{WRONG}\r\n".encode("gb18030")
    (tmp_path / "a.txt").write_bytes(content)
    ran = run("check", "a.txt", "--json", "--text-out", "out.txt")
    text = (tmp_path / "out.txt").read_bytes().decode()
    assert text == content.decode("gb18030")
    for figure in ran.json["figures"]:
        assert text[figure["start"] : figure["end"]] == figure["text"]


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_folder_gives_one_line_a_file_in_order_and_a_bad_file_stops_nothing(
    run: Run, folder: Path, workers: str
) -> None:
    ran = run("check", folder, "--jsonl", "--workers", workers)
    names = [Path(row["file"]).name for row in ran.rows]
    assert names == ["a.txt", "b.docx", "c.txt", "报告.docx"]
    assert ["findings" in row for row in ran.rows] == [True, False, True, True]
    assert "打不开" in ran.rows[1]["error"]
    assert ran.code == 1
    assert "跳过" in ran.err
    assert "d.zip" in ran.err
    assert "4/4" in ran.err


def test_a_bad_file_is_said_with_its_folder_and_counted(run: Run, folder: Path) -> None:
    ran = run("check", folder)
    assert f"{folder / 'b.docx'}：b.docx" in ran.err
    assert "4 份里有 1 份没有查" in ran.err


def test_a_folder_of_which_nothing_can_be_read_is_bad_input(run: Run, tmp_path: Path) -> None:
    (tmp_path / "坏").mkdir()
    for name in ("a.docx", "b.docx"):
        (tmp_path / "坏" / name).write_bytes(b"")
    ran = run("check", "坏")
    assert (ran.code, ran.out.count("未查")) == (2, 2)


@pytest.mark.skipif(os.name == "nt", reason="文件名不许换行")
def test_a_name_cannot_break_or_turn_its_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "局").mkdir()
    for name in ("换\n行.txt", "\u202exscod.txt"):
        (tmp_path / "局" / name).write_text("全年无事。", encoding="utf-8")
    lines = run("check", "局").out.splitlines()
    assert [line.split("\t")[0] for line in lines] == ["局/？xscod.txt", "局/换？行.txt"]


def test_papers_are_written_per_file_under_their_own_folders(run: Run, folder: Path) -> None:
    run("check", folder, "--out", folder.parent / "文书")
    written = {p.relative_to(folder.parent / "文书").as_posix() for p in _files(folder.parent)}
    assert written == {
        *(f"{n}.{kind}" for n in ("a.txt", "c.txt", "甲局/报告.docx") for kind in KINDS),
        "甲局/报告.docx.批注.docx",
    }
    book = openpyxl.load_workbook(folder.parent / "文书" / "c.txt.问题清单.xlsx")
    rows = [[cell.value for cell in row] for row in book["问题"].iter_rows(min_row=3)]
    assert rows[0][:4] == ["序号", "程度", "代号", "位置"]
    assert ["必改", "第1行", "20.0%"] in [[row[1], row[3], row[6]] for row in rows[1:]]


KINDS = ("问题清单.xlsx", "核查证明.docx", "核查证明.json", "核查结果.json")


def _files(root: Path) -> list[Path]:
    return [path for path in (root / "文书").rglob("*") if path.is_file()]


def test_the_commented_copy_carries_the_finding(run: Run, folder: Path) -> None:
    run("check", folder / "甲局" / "报告.docx", "--out", "文书")
    content = Path("文书/报告.docx.批注.docx").read_bytes()
    comments = [c.paragraphs[0].text for c in docx.Document(io.BytesIO(content)).comments]
    assert any(text.startswith("【必改】") for text in comments)


def test_a_file_that_takes_too_long_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(RIGHT * 20_000, encoding="utf-8")
    ran = run("check", "a.txt", "--seconds", "0.05")
    assert ran.code == 2
    assert "超过 0.05 秒没有查完" in ran.err


@pytest.mark.parametrize("missing", ["无.txt", "空夹"])
def test_nothing_to_check_is_said(run: Run, tmp_path: Path, missing: str) -> None:
    (tmp_path / "空夹").mkdir()
    ran = run("check", missing)
    assert ran.code == 2
    assert "Traceback" not in ran.err
