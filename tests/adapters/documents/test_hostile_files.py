"""来路不明的文件：各造一份，各得一句明白话。"""

import contextlib
import io
import resource
import struct
import zipfile
from pathlib import Path

import openpyxl
import pytest

from assistant.adapters.documents.reader import FileReader, guard_size
from assistant.domain.document import Document
from assistant.domain.errors import Unreadable
from tests.adapters.documents.docxs import docx, paragraph
from tests.adapters.documents.pdfs import lines, pdf

GOOD = docx(paragraph("收入12.50万元。"))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def read(name: str, content: bytes) -> Document:
    return FileReader().read(name, content)


def refused(name: str, content: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read(name, content)
    assert caught.value.todo
    assert "\n" not in caught.value.where
    return caught.value.where


def workbook(sheet: str) -> bytes:
    """一份 xlsx，唯一的工作表的 XML 由测试给出。"""
    book, out = io.BytesIO(), io.BytesIO()
    openpyxl.Workbook().save(book)
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            part = old.read(entry)
            new.writestr(entry, sheet if entry == "xl/worksheets/sheet1.xml" else part)
    return out.getvalue()


def sheet(body: str) -> str:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{space}"><sheetData>{body}</sheetData></worksheet>'


def with_part(content: bytes, name: str, data: bytes) -> bytes:
    out = io.BytesIO(content)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return out.getvalue()


def test_an_empty_file() -> None:
    assert refused("报告.docx", b"") == "报告.docx 是空文件"


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.pdf", "a.png", "a.doc"])
def test_noise_under_any_extension(name: str) -> None:
    refused(name, bytes(range(256)) * 40)


@pytest.mark.parametrize("kept", [30, 200, 700, -30])
def test_a_truncated_docx(kept: int) -> None:
    assert "打不开" in refused("报告.docx", GOOD[:kept])


@pytest.mark.parametrize("kept", range(20, 900, 97))
def test_a_truncated_pdf_is_read_or_refused(kept: int) -> None:
    with contextlib.suppress(Unreadable):
        read("a.pdf", pdf(lines("收入12.50万元。"))[:kept])


def test_an_encrypted_office_file() -> None:
    content = OLE + "EncryptedPackage".encode("utf-16-le")
    assert "密码" in refused("报告.docx", content)


def test_an_encrypted_archive() -> None:
    content = bytearray(GOOD)
    start = content.index(b"PK\x01\x02")
    while start >= 0:
        struct.pack_into("<H", content, start + 8, 1)
        start = content.find(b"PK\x01\x02", start + 1)
    assert "密码" in refused("报告.docx", bytes(content))


def test_an_encrypted_pdf() -> None:
    content = pdf(lines("收入12.50万元。")).replace(
        b"/Root 1 0 R",
        b"/Root 1 0 R /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"
        + b"41" * 32
        + b"> /U <"
        + b"42" * 32
        + b"> >>",
    )
    assert "密码" in refused("报告.pdf", content)


def test_a_zip_bomb_is_not_opened() -> None:
    content = with_part(GOOD, "word/media/a.xml", bytes(60 * 1024 * 1024))
    assert len(content) < 200_000
    assert "压缩炸弹" in refused("报告.docx", content)


def test_a_zip_that_lies_about_its_size() -> None:
    content = bytearray(with_part(GOOD, "word/styles.xml", b"<a>" + bytes(9_000_000)))
    start = content.rindex(b"PK\x01\x02")
    struct.pack_into("<I", content, start + 24, 100)
    refused("报告.docx", bytes(content))


def test_an_oversized_file_is_refused_before_it_is_opened() -> None:
    with pytest.raises(Unreadable, match="200 MB"):
        guard_size("报告.pdf", 200 * 1024 * 1024)


ENTITY = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
LAUGHS = (
    '<!DOCTYPE d [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {n} "{f"&{p};" * 20}">' for p, n in zip("abcdefg", "bcdefgh", strict=True))
    + "]>"
)


@pytest.mark.parametrize("prolog", [ENTITY, LAUGHS])
def test_entities_are_refused(prolog: str) -> None:
    content = docx(paragraph("甲&h;" if prolog == LAUGHS else "甲&x;"), prolog=prolog)
    assert "文档类型声明" in refused("报告.docx", content)


def test_entities_in_a_sheet_are_not_expanded() -> None:
    body = sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>&x;</t></is></c></row>')
    refused("表.xlsx", workbook(ENTITY + body))


def test_entities_in_html_are_not_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("本机的秘密", encoding="utf-8")
    prolog = ENTITY.replace("file:///etc/hostname", secret.as_uri())
    assert prolog != ENTITY
    page = f"{prolog}<html><body><p>甲&x;乙</p></body></html>"
    text = read("a.html", page.encode()).text
    assert "甲" in text
    assert "秘密" not in text


def test_macros_are_named_and_never_run() -> None:
    document = read("报告.docm", with_part(GOOD, "word/vbaProject.bin", b"\0" * 100))
    assert document.text == "收入12.50万元。\n"
    assert "宏" in document.notes[0]


def test_a_wrong_extension_is_read_by_content_and_said() -> None:
    document = read("报告.pdf", GOOD)
    assert document.text == "收入12.50万元。\n"
    assert ".pdf" in document.notes[0]


def test_an_unknown_archive_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "甲")
    assert "不是能读的格式" in refused("包.zip", out.getvalue())


def test_direction_marks_are_pointed_out() -> None:
    document = read("a.txt", "共计\u202e05.21\u202c万元".encode())
    assert "书写方向" in document.notes[0]


def test_a_million_cells_are_refused_in_bounded_memory() -> None:
    row = "".join(f'<c r="{letter}{{0}}"><v>1</v></c>' for letter in "ABCDEFGHIJ")
    body = "".join(f'<row r="{n}">{row.format(n)}</row>' for n in range(1, 100_001))
    content = workbook(sheet(body))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert "30 万" in refused("表.xlsx", content)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300 * 1024


def test_blank_rows_and_far_corners_cost_nothing() -> None:
    blanks = "".join(f'<row r="{n}"><c r="A{n}" s="0"/></row>' for n in range(2, 50_000))
    corner = '<row r="1048576"><c r="XFD1048576"><v>7</v></c></row>'
    first = '<row r="1"><c r="A1"><v>12.5</v></c></row>'
    document = read("表.xlsx", workbook(sheet(first + blanks + corner)))
    assert [cell.locator for cell in document.tables[0].cells] == ["Sheet!A1"]
    assert "后面另有内容" in document.notes[0]


def test_deeply_nested_markup_does_not_overflow() -> None:
    page = "<div>" * 5_000 + "<p>甲</p>"
    read("a.html", page.encode())
    inner = paragraph("底")
    for _ in range(40):
        inner = f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    assert read("a.docx", docx(inner)).notes is not None


def test_an_endless_text_is_refused() -> None:
    assert "500 万字" in refused("a.txt", b"a" * 5_000_001)
