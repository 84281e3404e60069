"""摆好的表写成 docx 的表格，每张表一页起。"""

import io
from collections.abc import Sequence

import docx
from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle

from assistant.adapters.docx_styles import apply_styles
from assistant.domain.sheet import Look, Placed, Sheet

_STYLES = {Look.HEAD: "表头文字", Look.NUMBER: "表格文字", Look.TEXT: "表格文字"}
_OUTSIDE = (Look.TITLE, Look.NOTE, Look.UNIT)
_SIZES = {"Title": (18, 26), "表注": (10.5, 16), "表格文字": (10.5, 15), "表头文字": (10.5, 15)}
_WIDE = 257


def write_docx(sheets: Sequence[Sheet]) -> bytes:
    """一份文档，横排。"""
    document = docx.Document()
    apply_styles(document)
    _smaller(document)
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(12)
    for number, sheet in enumerate(sheets):
        _sheet(document, sheet, later=number > 0)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _smaller(document: DocxDocument) -> None:
    """自评表一份一页：标题、表格文字比报告里的小。"""
    for name, (size, line) in _SIZES.items():
        style = document.styles[name]
        assert isinstance(style, ParagraphStyle)
        style.font.size = Pt(size)
        style.paragraph_format.line_spacing = Pt(line)


def _sheet(document: DocxDocument, sheet: Sheet, *, later: bool) -> None:
    """标题、单位在表前，注在表后，其余成表。"""
    outside = [p for p in sheet.cells if p.look in _OUTSIDE]
    inside = [p for p in sheet.cells if p.look not in _OUTSIDE]
    first = min((p.row for p in inside), default=1)
    for placed in (p for p in outside if p.row < first):
        style = "Title" if placed.look is Look.TITLE else "表注"
        paragraph = document.add_paragraph(placed.text, style=style)
        paragraph.paragraph_format.page_break_before = later and placed.look is Look.TITLE
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
        if placed.look is Look.TEXT:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
    for row in table.rows:
        mark = OxmlElement("w:cantSplit")
        mark.set(qn("w:val"), "true")
        row._tr.get_or_add_trPr().append(mark)
