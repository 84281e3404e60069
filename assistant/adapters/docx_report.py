"""报告成稿：文稿写成 docx，附数据来源表。"""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

import docx
from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm
from docx.text.paragraph import Paragraph as DocxParagraph

from assistant.adapters.docx_styles import BODY_WIDTH, apply_styles
from assistant.domain.annex import Annex
from assistant.domain.manuscript import Grid, Heading, Manuscript, Paragraph

_WIDE = Mm(225)


class DocxReportWriter:
    """文稿 → docx。同样的文稿和时间得到同样的字节。"""

    def write(self, manuscript: Manuscript, annex: Annex, at: datetime) -> bytes:
        """整份报告，后附数据来源表。"""
        document = docx.Document()
        apply_styles(document)
        _properties(document, manuscript.title, at)
        for part in manuscript.parts:
            match part:
                case Heading(level=level, line=line):
                    style = f"Heading {level}" if level else "Title"
                    document.add_paragraph(line.text, style=style)
                case Paragraph(line=line):
                    document.add_paragraph(line.text, style="Normal")
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


def _grid(document: DocxDocument, grid: Grid) -> None:
    if grid.caption.text:
        document.add_paragraph(grid.caption.text, style="Caption")
    if grid.note.text:
        document.add_paragraph(grid.note.text, style="表注")
    rows = [[line.text for line in row] for row in grid.rows]
    _table(document, grid.head, rows, BODY_WIDTH, "表格文字")


def _table(
    document: DocxDocument,
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    width: Length,
    style: str,
) -> None:
    """带边框的表：每列写明宽度（WPS 需要 gridCol），首行跨页重复。"""
    table = document.add_table(rows=1 + len(rows), cols=len(head), style="Table Grid")
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    widths = _widths(head, rows, width)
    for column, share in zip(table.columns, widths, strict=True):
        column.width = share
    for number, texts in enumerate([head, *rows]):
        cells = table.rows[number].cells
        for cell, text, share in zip(cells, texts, widths, strict=True):
            cell.width = share
            paragraph = cell.paragraphs[0]
            paragraph.style = document.styles["表头文字" if number == 0 else style]
            paragraph.add_run(text)
    repeat = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)


def _widths(head: Sequence[str], rows: Sequence[Sequence[str]], total: Length) -> list[Length]:
    """按各列最长的字数分宽度，有上下限，免得长文字把短列挤没。"""
    longest = [
        min(max(len(head[column]), *(len(row[column]) for row in rows), 5), 24)
        if rows
        else max(len(head[column]), 5)
        for column in range(len(head))
    ]
    return [Length(int(total * n / sum(longest))) for n in longest]


def _page_number(document: DocxDocument) -> None:
    """页码：一字线夹阿拉伯数字，居中。"""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.style = document.styles["表格文字"]
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
    head = ("序号", "数量", "所在章节", "名称", "来源或算式", "依据")
    rows = [(str(n), *row) for n, row in enumerate(annex.sources, 1)]
    _table(document, head, rows, _WIDE, "附表文字")
    if annex.accepted:
        document.add_paragraph("经说明理由后接受的问题", style="Caption")
        _table(
            document, ("代号", "原文", "理由", "接受人", "时间"), annex.accepted, _WIDE, "附表文字"
        )
    if annex.gaps:
        document.add_paragraph("大纲要求而尚未提供的事实", style="Caption")
        document.add_paragraph("、".join(annex.gaps) + "。", style="附表文字")
