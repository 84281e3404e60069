"""xlsx 读成格子：一遍流式读出值、公式状态、数字格式、合并、隐藏。

不用 openpyxl 读：它要读两遍才能既知道公式又知道结果，并把百万个空格都造成对象；
自评表常带着拉到底的空行，恶意文件更甚，这里的内存只随有内容的格增长。
"""

import re
import zlib
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import IO
from zipfile import BadZipFile, ZipFile

from lxml import etree
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from assistant.adapters.documents.faults import broken, declares
from assistant.adapters.forms.number_format import GENERAL, NumberFormat, exact, format_of, shown
from assistant.adapters.forms.xlsx_sheet import Raw, RawSheet, read_sheet
from assistant.domain.errors import Unreadable
from assistant.domain.grid import Grid, GridCell

MAX_PART = 128 * 1024 * 1024
MAX_SHEETS = 2000
_BROKEN = (
    *(BadZipFile, zlib.error, etree.XMLSyntaxError),
    *(LookupError, EOFError, OSError, ValueError, RuntimeError),
)
# 办事人员把指标值“=100%”直接键入，表格软件便当作公式存下：照他写的显示
_CONSTANT = re.compile(r"-?\d[\d,]*(?:\.\d+)?[^\d\s()+*/^&:!$A-Za-z-]{0,6}")


def read_xlsx(name: str, content: IO[bytes]) -> tuple[Grid, ...]:
    """全部工作表，含隐藏的。损坏、过大抛 Unreadable。"""
    try:
        with ZipFile(content) as package:
            _refuse_declarations(name, package)
            return tuple(_Package(package).grids())
    except _BROKEN as error:
        raise broken(name) from error


def _refuse_declarations(name: str, package: ZipFile) -> None:
    """正常的表格没有文档类型声明；有的可能引用外部文件，不读。"""
    for part in package.namelist():
        if part.endswith((".xml", ".rels")):
            with package.open(part) as stream:
                if b"<!DOCTYPE" in stream.read(2048):
                    raise declares(name)


class _Package:
    """一个 xlsx 包：共用的文字、格式和工作表清单。"""

    def __init__(self, package: ZipFile) -> None:
        self._package = package
        book = self._xml("xl/workbook.xml")
        properties = book.find("{*}workbookPr")
        mac = properties is not None and properties.get("date1904") in ("1", "true")
        self._epoch = CALENDAR_MAC_1904 if mac else CALENDAR_WINDOWS_1900
        self._sheets = book.findall("{*}sheets/{*}sheet")[:MAX_SHEETS]
        self._strings = self._shared_strings()
        self._formats = self._cell_formats()

    def grids(self) -> Iterator[Grid]:
        """逐表读出。"""
        targets = {
            link.get("Id", ""): link.get("Target", "")
            for link in self._xml("xl/_rels/workbook.xml.rels")
        }
        for sheet in self._sheets:
            link = next((v for k, v in sheet.attrib.items() if str(k).endswith("}id")), "")
            target = targets.get(str(link), "")
            path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if "worksheets/" in path and path in self._package.namelist():
                with self._package.open(path) as stream:
                    yield self._grid(str(sheet.get("name", "")), sheet, read_sheet(stream))

    def _grid(self, name: str, sheet: etree._Element, raw: RawSheet) -> Grid:
        sizes = {m[:2]: (m[2] - m[0] + 1, m[3] - m[1] + 1) for m in raw.merges}
        cells: dict[tuple[int, int], GridCell] = {}
        for found in raw.cells:
            cell = self._cell(found, sizes.get((found.row, found.column), (1, 1)))
            if cell is not None:
                cells[found.row, found.column] = cell
        spans = {
            (row, column): (top, left)
            for top, left, bottom, right in raw.merges
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        }
        hidden = sheet.get("state", "visible") != "visible"
        return Grid(name, cells, spans, hidden, notes=raw.notes)

    def _cell(self, raw: Raw, size: tuple[int, int]) -> GridCell | None:
        place = (raw.row, raw.column)
        if raw.kind == "e":
            return GridCell(*place, raw.value, None, *size, problem=f"公式出错（{raw.value}）")
        if _CONSTANT.fullmatch(raw.formula):
            return GridCell(*place, f"={raw.formula}", None, *size)
        if raw.formula and raw.value == "":
            return GridCell(*place, "", None, *size, problem="公式没有存下结果")
        if raw.kind == "s":
            text = self._strings[int(raw.value)] if raw.value.isdigit() else ""
            return GridCell(*place, text, None, *size) if text.strip() else None
        if raw.kind in ("str", "inlineStr", "d", "b"):
            return GridCell(*place, raw.value, None, *size) if raw.value.strip() else None
        return self._number(raw, size)

    def _number(self, raw: Raw, size: tuple[int, int]) -> GridCell | None:
        if not raw.value.strip():
            return None
        form = self._formats[raw.style] if raw.style < len(self._formats) else GENERAL
        try:
            if form.date:
                return GridCell(raw.row, raw.column, self._date(float(raw.value)), None, *size)
            number = exact(raw.value) * (100 if form.percent else 1)
            number = number.normalize() if number == number.to_integral_value() else number
            text = shown(number, form)
        except (ValueError, InvalidOperation, OverflowError):
            return GridCell(raw.row, raw.column, raw.value, None, *size, problem="不是数")
        return GridCell(raw.row, raw.column, text, Decimal(f"{number:f}"), *size)

    def _date(self, serial: float) -> str:
        day = from_excel(serial, self._epoch)
        return str(day)[:10] if hasattr(day, "year") else str(day)

    def _xml(self, path: str) -> etree._Element:
        with self._package.open(path) as stream:
            content = stream.read(MAX_PART + 1)
        if len(content) > MAX_PART:
            raise Unreadable("文件解开后过大", "请只保留自评表，另存后再交。")
        return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))

    def _shared_strings(self) -> list[str]:
        if "xl/sharedStrings.xml" not in self._package.namelist():
            return []
        return [_plain(item) for item in self._xml("xl/sharedStrings.xml").findall("{*}si")]

    def _cell_formats(self) -> list[NumberFormat]:
        if "xl/styles.xml" not in self._package.namelist():
            return []
        styles = self._xml("xl/styles.xml")
        codes = {
            int(f.get("numFmtId", "0")): f.get("formatCode", "")
            for f in styles.findall("{*}numFmts/{*}numFmt")
        }
        numbers = (int(x.get("numFmtId", "0")) for x in styles.findall("{*}cellXfs/{*}xf"))
        return [format_of(number, codes.get(number)) for number in numbers]


def _plain(item: etree._Element) -> str:
    """共用文字的一条：各段相连，不要注音；控制字符的转义还原。"""
    parts = item.findall("{*}t") + item.findall("{*}r/{*}t")
    text = "".join(part.text or "" for part in parts)
    return re.sub(r"_x000[dD]_", "", text)
