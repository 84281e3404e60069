"""摆好的表写成 docx 的表格，每张表一页起。"""

import io
from collections.abc import Sequence

import docx
from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from assistant.adapters.docx_styles import apply_styles
from assistant.domain.sheet import Look, Placed, Sheet

_STYLES = {Look.HEAD: "表头文字", Look.NUMBER: "表格文字", Look.TEXT: "表格文字"}
_WIDE = 257


def write_docx(sheets: Sequence[Sheet]) -> bytes:
    """一份文档，横排。"""
    document = docx.Document()
    apply_styles(document)
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(15)
    for number, sheet in enumerate(sheets):
        if number:
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        _sheet(document, sheet)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _sheet(document: DocxDocument, sheet: Sheet) -> None:
    """标题、单位在表前，注在表后，其余成表。"""
    outside = [p for p in sheet.cells if p.look in (Look.TITLE, Look.NOTE)]
    inside = [p for p in sheet.cells if p.look not in (Look.TITLE, Look.NOTE)]
    first = min((p.row for p in inside), default=1)
    for placed in (p for p in outside if p.row < first):
        style = "Title" if placed.look is Look.TITLE else "表注"
        document.add_paragraph(placed.text, style=style)
    if inside:
        _table(document, inside, first, sheet.widths)
    for placed in (p for p in outside if p.row > first):
        document.add_paragraph(placed.text, style="附表文字")


def _table(
    document: DocxDocument, cells: Sequence[Placed], first: int, widths: Sequence[int]
) -> None:
    rows = max(p.row + p.rows for p in cells) - first
    table = document.add_table(rows=rows, cols=len(widths), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    whole = sum(widths)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(_WIDE * width / whole)
    empty = [list(row.cells) for row in table.rows]
    for placed in cells:
        top, left = placed.row - first, placed.column - 1
        cell = empty[top][left]
        if placed.rows * placed.columns > 1:
            cell = cell.merge(empty[top + placed.rows - 1][left + placed.columns - 1])
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        paragraph = cell.paragraphs[0]
        paragraph.style = document.styles[_STYLES[placed.look]]
        paragraph.add_run(placed.text)
    for row in table.rows:
        mark = OxmlElement("w:cantSplit")
        mark.set(qn("w:val"), "true")
        row._tr.get_or_add_trPr().append(mark)
