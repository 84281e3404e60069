"""把填好的版式写成文件：xlsx 一表一份、上下相接、左右并列；docx 一份一张表。写法随机。"""

import io
import random
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from docx import Document
from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from benchmarks.forms.template import Page

_WIDE = {ord(mark): chr(ord(mark) + 0xFEE0) for mark in "0123456789.%"}


class Placed(NamedTuple):
    """一页在文件里的位置：名称到单元格。"""

    sheet: str
    cells: dict[str, str]


def write_xlsx(
    pages: Sequence[Page], rng: random.Random, arrange: str = "sheets"
) -> tuple[bytes, list[Placed]]:
    """arrange：sheets 一表一份，below 上下相接，beside 左右并列。"""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "表1"
    placed, top, left = [], 0, 0
    for number, page in enumerate(pages):
        if arrange == "sheets" and number:
            sheet, top, left = book.create_sheet(f"表{number + 1}"), 0, 0
        _put(sheet, page, rng, top, left)
        cells = {
            key: f"{get_column_letter(c + left)}{r + top}" for key, (r, c) in page.keys.items()
        }
        placed.append(Placed(sheet.title, cells))
        if arrange == "below":
            top += max(r for r, _ in page.cells) + rng.choice([1, 2, 3])
        elif arrange == "beside":
            left += max(c for _, c in page.cells) + 1
    out = io.BytesIO()
    book.save(out)
    return out.getvalue(), placed


def _put(sheet: Worksheet, page: Page, rng: random.Random, top: int, left: int) -> None:
    style = rng.randrange(5)
    for (row, column), text in page.cells.items():
        cell = sheet.cell(row + top, column + left)
        if (row, column) in page.numbers:
            _number(cell, text, style if style < 4 else rng.randrange(4))
        else:
            cell.value = text
    for r1, c1, r2, c2 in page.merges:
        sheet.merge_cells(
            start_row=r1 + top, start_column=c1 + left, end_row=r2 + top, end_column=c2 + left
        )


def _number(cell, text: str, style: int) -> None:  # type: ignore[no-untyped-def]
    bare = text.removesuffix("%")
    try:
        value = Decimal(bare)
    except ArithmeticError:
        cell.value = text
        return
    if style == 0:
        cell.value = text
    elif style == 1:
        cell.value = text.translate(_WIDE)
    elif text.endswith("%"):
        cell.value = float(value / 100)
        cell.number_format = "0.00%" if style == 2 else "General"
    else:
        cell.value = float(value)
        cell.number_format = "#,##0.00" if style == 2 else "General"


def write_docx(pages: Sequence[Page]) -> tuple[bytes, list[Placed]]:
    """每份一张表，合并照样合并。"""
    document = Document()
    placed = []
    for number, page in enumerate(pages, 1):
        rows, columns = max(r for r, _ in page.cells), max(c for _, c in page.cells)
        table = document.add_table(rows, columns)
        cells = [row.cells for row in table.rows]
        for (row, column), text in page.cells.items():
            cells[row - 1][column - 1].text = text
        for r1, c1, r2, c2 in page.merges:
            cells[r1 - 1][c1 - 1].merge(cells[r2 - 1][min(c2, columns) - 1])
        document.add_paragraph("")
        placed.append(
            Placed(
                f"表{number}",
                {key: f"{get_column_letter(c)}{r}" for key, (r, c) in page.keys.items()},
            )
        )
    out = io.BytesIO()
    document.save(out)
    return out.getvalue(), placed
