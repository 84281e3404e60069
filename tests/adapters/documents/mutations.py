"""读入的试炼材料：各格式一份小样，和把它弄坏的几种办法。"""

import io
import random
import re
import zipfile
from collections.abc import Callable

import openpyxl

from tests.adapters.documents.docxs import SPACES, cell, docx, paragraph, run, table
from tests.adapters.documents.pdfs import Mark, Words, grid, lines, pdf

_NUMBERS = (b"-1", b"0", b"65535", b"2147483648", b"99999999999999999999", b"", b"x", b"1e308")
_PIECES = (b"<", b">", b"&", b"\0", b"\xff\xfe", b"]]>", b"<!--", b"%", b"/", b"\xe2\x80\xae", b'"')
_ATTRIBUTE = re.compile(rb'="([^"]*)"')


def samples() -> dict[str, bytes]:
    """名称到内容。"""
    notes = (
        f'<w:footnotes {SPACES}><w:footnote w:id="2">{paragraph("注")}</w:footnote></w:footnotes>'
    )
    numbering = (
        f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0">'
        '<w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    )
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
    body = (
        paragraph("概况", properties=numbered)
        + paragraph(run("收入12.50万元"), '<w:r><w:footnoteReference w:id="2"/></w:r>')
        + table(
            cell("项目", '<w:vMerge w:val="restart"/>') + cell("金额", '<w:gridSpan w:val="2"/>'),
            cell("", "<w:vMerge/>") + cell("预算") + cell("3.00"),
        )
    )
    ruled: list[Mark] = [*lines("收支表", "单位：万元"), *grid(60, 700, 2, 2, 90, 20)]
    ruled += [Words(65, 685, "项目"), Words(155, 685, "金额"), Words(65, 665, "12.50")]
    return {
        "a.docx": docx(body, {"footnotes.xml": notes, "numbering.xml": numbering}),
        "a.xlsx": _workbook(),
        "a.pdf": pdf(ruled, lines("合计12.50万元。", "— 2 —")),
        "a.html": "<h1>概况</h1><table><tr><td rowspan=2>项<td>1</table><p>12.5万元<br>".encode(),
        "a.md": "# 概况\n\n| 项目 | 金额 |\n|---|---|\n| 合计 | 12.50 |\n".encode(),
        "a.txt": "〔第3页〕\n收入１２.5万元，占8%。\n".encode("gb18030"),
    }


def _workbook() -> bytes:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.append(["项目", "金额"])
    page.append(["合计", 12.5])
    page["B2"].number_format = "0.00%"
    page.merge_cells("A1:A2")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def mutated(content: bytes, dice: random.Random) -> bytes:
    """弄坏几处；压缩包多半弄坏里面的某一部分再装回去。"""
    if content.startswith(b"PK") and dice.random() < 0.8:
        return _inside(content, dice)
    return _scarred(content, dice)


def _inside(package: bytes, dice: random.Random) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        names = old.namelist()
        chosen = dice.choice(names)
        for name in names:
            part = old.read(name)
            new.writestr(name, _scarred(part, dice) if name == chosen else part)
    return out.getvalue()


def _scarred(content: bytes, dice: random.Random) -> bytes:
    for _ in range(dice.randint(1, 4)):
        content = dice.choice(_WAYS)(content, dice)
    return content


def _flip(content: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(content) + 1)
    return content[:at] + bytes([dice.randrange(256)]) + content[at + 1 :]


def _cut(content: bytes, dice: random.Random) -> bytes:
    start, end = sorted(dice.randrange(len(content) + 1) for _ in range(2))
    return content[:start] + content[end:]


def _repeat(content: bytes, dice: random.Random) -> bytes:
    start, end = sorted(dice.randrange(len(content) + 1) for _ in range(2))
    return content[:end] + content[start:end] * dice.randint(1, 3) + content[end:]


def _insert(content: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(content) + 1)
    return content[:at] + dice.choice(_PIECES) * dice.choice((1, 1, 50)) + content[at:]


def _attribute(content: bytes, dice: random.Random) -> bytes:
    found = list(_ATTRIBUTE.finditer(content))
    if not found:
        return _flip(content, dice)
    start, end = dice.choice(found).span(1)
    return content[:start] + dice.choice(_NUMBERS) + content[end:]


_WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _flip,
    _cut,
    _repeat,
    _insert,
    _attribute,
    _attribute,
)
