"""问题清单 xlsx：一张问题、一张未核的数，表头冻结、可筛选。"""

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from unicodedata import east_asian_width

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from assistant.domain.checked import CheckResult
from assistant.domain.findings import Finding, Severity
from assistant.domain.statements import FigureStatus

_HEAD = ("序号", "程度", "代号", "位置", "原文", "问题", "应为", "可改为", "错因")
_WIDTHS = (5, 6, 9, 16, 26, 46, 13, 40, 14)
_TINTS = {Severity.MUST: "F8D7DA", Severity.DOUBT: "FFF3CD", Severity.HINT: "E2E3E5"}
_ILLEGAL = dict.fromkeys(code for code in range(32) if code not in (9, 10, 13))
_LONGEST = 2000
_FIRST = 4
_LINE, _TALLEST = 17.0, 400.0


def findings_book(result: CheckResult, at: datetime) -> bytes:
    """一份文件的问题清单。"""
    book = Workbook()
    book.remove(book.worksheets[0])
    _findings(book.create_sheet("问题"), result, at)
    _unchecked(book.create_sheet("未核的数"), result)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _findings(sheet: Worksheet, result: CheckResult, at: datetime) -> None:
    counts = "，".join(
        f"{s.value} {sum(1 for f in result.findings if f.severity is s)} 处" for s in Severity
    )
    c = result.coverage
    coverage = (
        f"{counts}；共 {c.figures} 个数：验算 {c.verified}，"
        f"有出处 {c.sourced}，无从核对 {c.unchecked}。"
    )
    _row(sheet, 1, (f"{result.document.name}　{at:%Y-%m-%d %H:%M} 核查",))
    _row(sheet, 2, (coverage,))
    _table(sheet, _HEAD, _WIDTHS, (_line(n, f, result) for n, f in enumerate(result.findings, 1)))
    for number, finding in enumerate(result.findings, _FIRST):
        sheet.cell(number, 2).fill = PatternFill("solid", fgColor=_TINTS[finding.severity])


def _line(number: int, finding: Finding, result: CheckResult) -> tuple[str | int, ...]:
    fault = finding.fault
    place = result.document.place(fault.where.start) if fault.where else "全文"
    return (
        number,
        finding.severity.value,
        finding.code,
        place,
        finding.quote,
        fault.message,
        fault.expected,
        fault.suggestion,
        fault.cause,
    )


def _unchecked(sheet: Worksheet, result: CheckResult) -> None:
    document = result.document
    spans = [f.mention.span for f in result.figures if f.status is FigureStatus.UNCHECKED]
    rows = (
        (n, document.quote(span), document.place(span.start), _around(document.text, span.start))
        for n, span in enumerate(spans, 1)
    )
    _row(sheet, 1, ("下列数没有可供验算的关系，也不在表格里，请人工核对。",))
    _table(sheet, ("序号", "数", "位置", "上下文"), (6, 16, 18, 60), rows)


def _around(text: str, offset: int) -> str:
    return "".join(text[max(0, offset - 20) : offset + 30].split())


def _table(
    sheet: Worksheet,
    head: Sequence[str],
    widths: Sequence[int],
    rows: Iterable[Sequence[str | int]],
) -> None:
    _row(sheet, _FIRST - 1, head)
    for cell in sheet[_FIRST - 1]:
        cell.font = Font(bold=True)
    for number, row in enumerate(rows, _FIRST):
        _row(sheet, number, row)
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for number in range(_FIRST, sheet.max_row + 1):
        sheet.row_dimensions[number].height = _height(sheet, number, widths)
    _printed(sheet)
    sheet.freeze_panes = f"A{_FIRST}"
    sheet.auto_filter.ref = f"A{_FIRST - 1}:{get_column_letter(len(head))}{sheet.max_row}"


def _height(sheet: Worksheet, number: int, widths: Sequence[int]) -> float:
    """一行的高（磅）：各格折行后最多的行数；有的软件打开时不自己撑高。"""
    lines = (
        sum(-(-_breadth(line) // (width - 1)) or 1 for line in str(cell.value or "").split("\n"))
        for cell, width in zip(sheet[number], widths, strict=True)
    )
    return min(max(lines) * _LINE, _TALLEST)


def _breadth(text: str) -> int:
    """占几个数字宽：汉字和全角标点各两个。"""
    return sum(2 if east_asian_width(mark) in "WFA" else 1 for mark in text)


def _printed(sheet: Worksheet) -> None:
    """打印：A4 横放，宽度正好一页，每页重印表头和页码。"""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.print_title_rows = f"{_FIRST - 1}:{_FIRST - 1}"
    sheet.print_options.gridLines = True
    if sheet.oddFooter is not None and (footer := sheet.oddFooter.center) is not None:
        footer.text = "第 &P 页，共 &N 页"


def _row(sheet: Worksheet, number: int, values: Sequence[str | int]) -> None:
    """一行；控制字符去掉，以等号等开头的按文字写，不成为公式。"""
    for column, value in enumerate(values, 1):
        cell = sheet.cell(number, column)
        cell.alignment = Alignment(wrap_text=number >= _FIRST, vertical="top")
        if isinstance(value, str) and isinstance(cell, Cell):
            cell.value = value.translate(_ILLEGAL)[:_LONGEST]
            cell.data_type = "s"
        elif isinstance(cell, Cell):
            cell.value = value
