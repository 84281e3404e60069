"""核查证明：出具、复核、各种改动都说得出来；误报的登记与导出。"""

import json
from pathlib import Path

import docx
import pytest

from tests.cli.conftest import Run

TEXT = (
    "云岭县商务局2023年度部门整体支出绩效自评报告\n"
    "2023年收入1200.00万元，较上年增加200.00万元，增长16.7%。\n"
    "联系人：李某某，电话13800001234，认识不还不深刻。\n"
)


@pytest.fixture
def issued(run: Run, tmp_path: Path) -> Path:
    """查过一份报告，文书在“文书”里。"""
    (tmp_path / "报告.txt").write_text(TEXT, encoding="utf-8")
    run("check", "报告.txt", "--out", "文书")
    return tmp_path / "文书"


@pytest.mark.parametrize("kind", ["json", "docx"])
def test_an_untouched_certificate_is_rebuilt_byte_for_byte(
    run: Run, issued: Path, kind: str
) -> None:
    ran = run("certificate", "verify", issued / f"报告.txt.核查证明.{kind}", "--json")
    assert (ran.code, ran.json["verified"], ran.json["differences"]) == (0, True, [])


def test_a_changed_document_is_said(run: Run, issued: Path, tmp_path: Path) -> None:
    (tmp_path / "报告.txt").write_text(TEXT.replace("16.7%", "20.0%"), encoding="utf-8")
    ran = run("certificate", "verify", issued / "报告.txt.核查证明.json")
    assert ran.code == 1
    assert "被查的文件变了" in ran.out
    assert "证明上有、重做没有：【必改】" in ran.out


def test_a_document_damaged_since_is_said_to_have_changed(run: Run, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph(TEXT)
    document.save(str(tmp_path / "报告.docx"))
    run("check", "报告.docx", "--out", "文书")
    content = (tmp_path / "报告.docx").read_bytes()
    (tmp_path / "报告.docx").write_bytes(content[: len(content) // 2])
    ran = run("certificate", "verify", tmp_path / "文书" / "报告.docx.核查证明.json")
    assert ran.code == 1
    assert "被查的文件变了" in ran.out
    assert "打不开" in ran.out


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("checked_at", "2020-01-01T00:00:00+08:00", "编号与内容对不上"),
        ("findings", [], "重做有、证明上没有"),
        ("rules", {"rules": 1, "sha256": "00"}, "规则包变了"),
        ("coverage", {"figures": 9, "verified": 9, "sourced": 0, "unchecked": 0}, "覆盖变了"),
    ],
)
def test_a_changed_certificate_is_said(
    run: Run, issued: Path, key: str, value: object, said: str
) -> None:
    path = issued / "报告.txt.核查证明.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**content, key: value}, ensure_ascii=False), encoding="utf-8")
    ran = run("certificate", "verify", path)
    assert ran.code == 1
    assert said in ran.out


def test_a_certificate_saved_again_is_said(run: Run, issued: Path) -> None:
    path = issued / "报告.txt.核查证明.docx"
    docx.Document(str(path)).save(str(path))
    ran = run("certificate", "verify", path)
    assert ran.code == 1
    assert "另存过" in ran.out


def test_what_is_no_certificate_is_refused(run: Run, issued: Path, tmp_path: Path) -> None:
    ran = run("certificate", "verify", tmp_path / "报告.txt")
    assert ran.code == 2
    assert "不是本系统出具的核查证明" in ran.err


def test_a_missing_document_is_asked_for(run: Run, issued: Path, tmp_path: Path) -> None:
    (tmp_path / "报告.txt").rename(tmp_path / "改名.txt")
    path = issued / "报告.txt.核查证明.json"
    assert "--document" in run("certificate", "verify", path).err
    assert run("certificate", "verify", path, "--document", "改名.txt").code == 0


def finding(run: Run, code: str) -> str:
    found = run("check", "报告.txt", "--json").json["findings"]
    return str(next(f["id"] for f in found if f["code"].startswith(code)))


def test_an_accepted_reason_is_printed_and_survives_verification(run: Run, issued: Path) -> None:
    accepted = f"{finding(run, 'FCT')}=本年未开展问卷"
    ran = run("check", "报告.txt", "--out", "文书", "--accept", accepted, "--as", "王某")
    assert ran.code == 1
    path = issued / "报告.txt.核查证明.json"
    assert json.loads(path.read_text(encoding="utf-8"))["accepted"][0]["reason"] == "本年未开展问卷"
    assert run("certificate", "verify", path).code == 0


def test_a_figure_can_only_be_mended(run: Run, issued: Path) -> None:
    ran = run("check", "报告.txt", "--accept", f"{finding(run, 'FIG')}=算过了", "--as", "王某")
    assert "只能改正" in ran.err


def test_a_false_alarm_becomes_a_masked_regression_case(run: Run, issued: Path) -> None:
    identity = finding(run, "TXT")
    ran = run("false-alarm", "报告.txt", identity, "--reason", "原文如此", "--as", "王某")
    assert ran.code == 0
    run("false-alarm", "--export", "用例.jsonl")
    (case,) = [json.loads(line) for line in Path("用例.jsonl").read_text("utf-8").splitlines()]
    assert case["code"].startswith("TXT")
    assert "认识不还不深刻" in case["text"]
    assert "13800001234" not in case["text"]
    assert "联系人：某某某" in case["text"]


def test_a_false_alarm_needs_a_reason_and_a_known_finding(run: Run, issued: Path) -> None:
    assert "没有问题 x" in run("false-alarm", "报告.txt", "x", "--reason", "a", "--as", "b").err
    assert "理由和姓名" in run("false-alarm", "报告.txt", finding(run, "TXT")).err
