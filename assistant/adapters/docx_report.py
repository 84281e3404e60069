"""报告成稿：文稿写成 docx，附数据来源表。"""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

import docx
from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_ALIGN_VERTICAL, WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph as DocxParagraph

from assistant.adapters.docx_styles import BODY_WIDTH, apply_styles
from assistant.domain.annex import Annex
from assistant.domain.manuscript import Grid, Heading, Line, Manuscript, Paragraph

_WIDE = Mm(225)
_TITLE_CHARS = 20
_SHORT, _LONG, _TO_WRITE, _CELL_MARGINS = 8, 30, 6, 11
_HEADS = {"表格文字": "表头文字", "附表文字": "附表表头"}
_SIGNING_ROW = Mm(14)


class DocxReportWriter:
    """文稿 → docx。同样的文稿和时间得到同样的字节。"""

    def write(self, manuscript: Manuscript, annex: Annex, at: datetime) -> bytes:
        """整份报告，后附数据来源表。"""
        document = docx.Document()
        apply_styles(document)
        _properties(document, manuscript.title, at)
        for part in manuscript.parts:
            match part:
                case Heading(level=0, line=line):
                    _title(document, line)
                case Heading(level=level, line=line):
                    document.add_paragraph(line.text, style=f"Heading {level}")
                case Paragraph(line=line, sign_off=sign_off):
                    document.add_paragraph(line.text, style="落款" if sign_off else "Normal")
                case Grid() as grid:
                    _grid(document, grid)
        _page_number(document)
        _annex(document, annex)
        out = BytesIO()
        document.save(out)
        return out.getvalue()


def _properties(document: DocxDocument, title: str, at: datetime) -> None:
    core = document.core_properties
    core.title, core.author, core.last_modified_by, core.comments = title, "", "", ""
    core.created = core.modified = at.replace(tzinfo=None)


def _title(document: DocxDocument, line: Line) -> None:
    """题目一行放不下时在单位名称之后换行，不断开词；题目下空一行。"""
    paragraph = document.add_paragraph(style="Title")
    cut = line.printed[0].span.end if line.printed and len(line.text) > _TITLE_CHARS else 0
    if cut:
        paragraph.add_run(line.text[:cut]).add_break()
    paragraph.add_run(line.text[cut:])
    document.add_paragraph(style="Normal")


def _grid(document: DocxDocument, grid: Grid) -> None:
    if grid.caption.text:
        document.add_paragraph(grid.caption.text, style="Caption")
    if grid.note.text:
        document.add_paragraph(grid.note.text, style="表注")
    rows = [[line.text for line in row] for row in grid.rows]
    table = _table(document, grid.head, rows, BODY_WIDTH, "表格文字")
    if grid.head[-1] == "签字":
        for row in table.rows[1:]:
            row.height = _SIGNING_ROW


def _table(
    document: DocxDocument,
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    width: Length,
    style: str,
) -> Table:
    """带边框的表：每列写明宽度（WPS 需要 gridCol），首行跨页重复。"""
    table: Table = document.add_table(rows=1 + len(rows), cols=len(head), style="Table Grid")
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    widths = _widths(head, rows, width, document.styles[style].font.size.pt)
    for column, share in zip(table.columns, widths, strict=True):
        column.width = share
    for number, texts in enumerate([head, *rows]):
        cells = table.rows[number].cells
        for cell, text, share in zip(cells, texts, widths, strict=True):
            cell.width, cell.vertical_alignment = share, WD_ALIGN_VERTICAL.CENTER
            paragraph = cell.paragraphs[0]
            paragraph.style = document.styles[_HEADS[style] if number == 0 else style]
            paragraph.add_run(text)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    return table


def _widths(
    head: Sequence[str], rows: Sequence[Sequence[str]], total: Length, size: float
) -> list[Length]:
    """分宽度：短列给足，不折行；长列分其余。size 是字号。"""
    longest = [_longest(cells) for cells in zip(head, *rows, strict=True)]
    needs = [(min(length, _LONG) + 1.5) * size + _CELL_MARGINS for length in longest]
    spare = total.pt - sum(needs)
    grow = [need if length > _SHORT else 0 for need, length in zip(needs, longest, strict=True)]
    if spare > 0 or not any(grow):
        grow = needs
    shares = (n + spare * g / sum(grow) for n, g in zip(needs, grow, strict=True))
    return [Pt(share) for share in shares]


def _longest(cells: Sequence[str]) -> float:
    """一列最长的字数；整列空着的是留给人写字的。"""
    return max(map(_length, cells)) if any(cells[1:]) else _TO_WRITE


def _length(text: str) -> float:
    """以汉字计的长度：半角算半个。"""
    return sum(1.0 if ord(char) > 0x2E7F else 0.5 for char in text)


def _page_number(document: DocxDocument) -> None:
    """页码：四号半角数字，左右各一字线；单页居右空一字，双页居左空一字。"""
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    for footer, style in ((section.footer, "页码单"), (section.even_page_footer, "页码双")):
        paragraph = footer.paragraphs[0]
        paragraph.style = document.styles[style]
        paragraph.add_run("— ")
        _field(paragraph, "PAGE")
        paragraph.add_run(" —")


def _field(paragraph: DocxParagraph, code: str) -> None:
    for kind, text in (("begin", ""), ("", code), ("end", "")):
        run = paragraph.add_run()
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        run._r.append(mark)


def _annex(document: DocxDocument, annex: Annex) -> None:
    """附表另起一节，横放。"""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(36)
    section.top_margin, section.bottom_margin = Mm(28), Mm(26)
    document.add_paragraph("附表　数据来源表", style="Caption")
    document.add_paragraph(annex.coverage, style="附表文字")
    head = ("序号", "数量", "名称", "来源或算式", "依据", "所在章节")
    rows = [(str(n), *row) for n, row in enumerate(annex.sources, 1)]
    _table(document, head, rows, _WIDE, "附表文字")
    if annex.accepted:
        document.add_paragraph("经说明理由后接受的问题", style="Caption")
        _table(
            document, ("代号", "原文", "理由", "接受人", "时间"), annex.accepted, _WIDE, "附表文字"
        )
    if annex.drafted:
        document.add_paragraph("由模型起草、经代码核对的文字", style="Caption")
        document.add_paragraph("；".join(annex.drafted) + "。", style="附表文字")
    if annex.gaps:
        document.add_paragraph("大纲要求而尚未提供的事实", style="Caption")
        document.add_paragraph("、".join(annex.gaps) + "。", style="附表文字")
