import subprocess
from pathlib import Path

import docx
import pytest

from assistant.adapters.documents import office_file
from assistant.adapters.documents.reader import FileReader
from assistant.domain.errors import Unreadable
from tests.needs import program


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """同一份内容的旧版 doc，由 LibreOffice 自己写出。"""
    folder = tmp_path_factory.mktemp("old")
    report = docx.Document()
    report.add_paragraph("收入12.50万元。")
    grid = report.add_table(2, 2)
    for found, text in zip(grid._cells, ("项目", "金额", "合计", "3.00"), strict=True):
        found.text = text
    report.add_paragraph("以上。")
    report.save(str(folder / "a.docx"))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program("office"), profile, "--headless", "--convert-to", "doc"]
    subprocess.run([*command, "--outdir", str(folder), str(folder / "a.docx")], check=True)
    return (folder / "a.doc").read_bytes()


@pytest.mark.parametrize("name", ["报告.doc", "报告.wps"])
def test_an_old_document_reads_as_its_docx(old: bytes, name: str) -> None:
    document = FileReader().read(name, old)
    assert document.name == name
    assert document.text == "收入12.50万元。\n项目\t金额\n合计\t3.00\n以上。\n"
    assert [c.text for c in document.tables[0].cells] == ["项目", "金额", "合计", "3.00"]


def test_a_broken_old_document_is_one_clear_line(old: bytes) -> None:
    program("office")
    with pytest.raises(Unreadable, match="打不开"):
        FileReader().read("报告.doc", old[:1600])


def test_without_libreoffice_it_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Unreadable, match="LibreOffice") as caught:
        office_file.read("报告.doc", b"\xd0\xcf\x11\xe0")
    assert "另存为 docx" in caught.value.todo


def test_a_conversion_that_hangs_is_stopped(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    slow = tmp_path / "soffice"
    slow.write_text("#!/bin/sh\nexec sleep 30\n")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(office_file, "SECONDS", 0.2)
    with pytest.raises(Unreadable, match="已停止"):
        office_file.read("报告.doc", b"\xd0\xcf\x11\xe0")


def test_a_sheet_that_only_libreoffice_reads(tmp_path: Path) -> None:
    program("office")
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    book = (
        '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
        f'<Workbook xmlns="{space}" xmlns:ss="{space}"><Worksheet ss:Name="汇总"><Table>'
        '<Row><Cell><Data ss:Type="String">合计</Data></Cell>'
        '<Cell><Data ss:Type="Number">12.5</Data></Cell></Row></Table></Worksheet></Workbook>'
    )
    document = FileReader().read("汇总.xls", book.encode())
    assert document.text == "合计\t12.5\n"
