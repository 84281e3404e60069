"""摆好的表写成 xlsx：公式是活的，结果也一并存下，不重算的软件也看得到数。"""

import io
import re
import zipfile
from collections.abc import Sequence
from urllib.parse import quote

from lxml import etree
from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from assistant.domain.sheet import Look, Placed, Sheet

_LINE = Side(style="thin", color="000000")
_FRAME = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_FONTS = {
    Look.TITLE: ("方正小标宋简体", 18),
    Look.HEAD: ("黑体", 11),
    Look.NOTE: ("仿宋_GB2312", 10),
    Look.UNIT: ("仿宋_GB2312", 10),
}
_SIDES = {Look.NOTE: "left", Look.TEXT: "left", Look.UNIT: "right"}
_UNFRAMED = (Look.TITLE, Look.NOTE, Look.UNIT)
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)


def write_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """一个工作簿。同样的表得到同样的字节（时间除外的部分）。"""
    book = Workbook()
    if book.active is not None:
        book.remove(book.active)
    taken: set[str] = set()
    for sheet in sheets:
        _write(book.create_sheet(_title(sheet.name, taken)), sheet)
    out = io.BytesIO()
    book.save(out)
    return _with_results(out.getvalue(), sheets)


def _title(name: str, taken: set[str]) -> str:
    """表名：去掉不许用的字，至多 31 字，重名编号。"""
    base = _FORBIDDEN.sub("", name).strip("' ")[:28] or "表"
    title, number = base, 1
    while title in taken:
        number += 1
        title = f"{base}{number}"
    taken.add(title)
    return title


def _write(target: Worksheet, sheet: Sheet) -> None:
    for column, width in enumerate(sheet.widths, 1):
        target.column_dimensions[get_column_letter(column)].width = width
    if sheet.landscape:
        target.page_setup.orientation = "landscape"
    target.page_setup.paperSize = 9
    target.page_margins = PageMargins(left=0.5, right=0.5, top=0.6, bottom=0.5)
    target.print_options.horizontalCentered = True
    target.page_setup.fitToHeight = 0
    target.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for row, height in _heights(sheet).items():
        target.row_dimensions[row].height = height
    for placed in sheet.cells:
        cell = target.cell(placed.row, placed.column)
        if isinstance(cell, Cell):
            _fill(cell, placed)
        if placed.rows * placed.columns > 1:
            _merge(target, placed)


def _heights(sheet: Sheet) -> dict[int, float]:
    """行高：按最长一格折几行算，汉字占两个字符宽。"""
    heights: dict[int, float] = {}
    for placed in sheet.cells:
        first = placed.column - 1
        room = max(sum(sheet.widths[first : first + placed.columns]) - 1, 4)
        lines = sum(
            -(-max(sum(2 if ord(c) > 0x7F else 1 for c in line), 1) // room)
            for line in placed.text.split("\n")
        )
        height = (26.0 if placed.look is Look.TITLE else 16.0) * lines + 6
        share = height / placed.rows
        heights[placed.row] = max(heights.get(placed.row, 22.0), share)
    return heights


def _fill(cell: Cell, placed: Placed) -> None:
    if placed.formula:
        cell.value = f"={placed.formula}"
    elif placed.number is not None:
        cell.value = placed.number
    elif placed.text:
        cell.value = _CONTROL.sub("", placed.text)
        cell.data_type = "s"
    if placed.format:
        cell.number_format = placed.format
    font, size = _FONTS.get(placed.look, ("仿宋_GB2312", 11))
    cell.font = Font(name=font, size=size)
    if placed.link:
        cell.hyperlink = quote(placed.link, safe="#=/")
        cell.font = Font(name=font, size=size, color="0563C1", underline="single")
    side = _SIDES.get(placed.look, "center")
    cell.alignment = Alignment(horizontal=side, vertical="center", wrap_text=True)
    if placed.look not in _UNFRAMED:
        cell.border = _FRAME


def _merge(target: Worksheet, placed: Placed) -> None:
    last = placed.row + placed.rows - 1, placed.column + placed.columns - 1
    for row in range(placed.row, last[0] + 1):
        for column in range(placed.column, last[1] + 1):
            if placed.look not in _UNFRAMED:
                target.cell(row, column).border = _FRAME
    target.merge_cells(
        start_row=placed.row, start_column=placed.column, end_row=last[0], end_column=last[1]
    )


def _with_results(content: bytes, sheets: Sequence[Sheet]) -> bytes:
    """把公式的结果存进去。"""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for item in old.infolist():
            data = old.read(item)
            match = re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", item.filename)
            if match:
                data = _results(data, sheets[int(match[1]) - 1])
            info = zipfile.ZipInfo(item.filename, _FIXED_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, data)
    return out.getvalue()


def _results(data: bytes, sheet: Sheet) -> bytes:
    known = {f"{get_column_letter(p.column)}{p.row}": p for p in sheet.cells if p.formula}
    root = etree.fromstring(data)
    for cell in root.iter(f"{_MAIN}c"):
        placed = known.get(cell.get("r", ""))
        if placed is None:
            continue
        value = cell.find(f"{_MAIN}v")
        if value is None:
            value = etree.SubElement(cell, f"{_MAIN}v")
        if placed.number is not None:
            value.text = f"{placed.number:f}"
            cell.set("t", "n")
        else:
            value.text = placed.text
            cell.set("t", "str")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
