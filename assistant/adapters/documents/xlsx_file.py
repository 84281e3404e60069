"""xlsx：逐行流式读入，表上显示什么就读什么；隐藏的工作表不查并说明。"""

import io
import posixpath
import warnings
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import openpyxl
from lxml import etree
from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.worksheet.cell_range import CellRange

from assistant.adapters.documents.archive import Archive
from assistant.adapters.documents.faults import broken
from assistant.adapters.documents.number_format import shown
from assistant.adapters.documents.safe_xml import tree
from assistant.adapters.documents.sheet_text import Filled, SheetWriter
from assistant.domain.document import Document
from assistant.domain.errors import Unreadable

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


class _Frame(NamedTuple):
    """工作表的骨架：合并格，和有公式而没有存下结果的格。"""

    merges: dict[tuple[int, int], tuple[int, int]]
    unsaved: list[str]


def read(name: str, content: bytes) -> Document:
    """读一份 xlsx。"""
    archive = Archive(name, content)
    paths = _paths(archive)
    writer = SheetWriter(name)
    if any(part.endswith("vbaProject.bin") for part in archive.names()):
        writer.out.note("文件带宏；宏没有运行，只读了表格。")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            _sheets(writer, archive, paths, content)
    except Unreadable:
        raise
    except Exception as error:
        raise broken(name) from error
    return writer.out.document()


def _sheets(writer: SheetWriter, archive: Archive, paths: dict[str, str], content: bytes) -> None:
    writer.guard(sum(_values(archive.part(path) or b"") for path in paths.values()))
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            writer.out.note(f"工作表“{sheet.title}”是隐藏的，没有查。")
            continue
        frame = _frame(archive, paths.get(sheet.title, ""))
        sheet.reset_dimensions()
        writer.sheet(sheet.title, _filled(sheet.iter_rows()), frame.merges)
        if frame.unsaved:
            writer.out.note(
                f"工作表“{sheet.title}”有 {len(frame.unsaved)} 个公式没有存下结果"
                f"（{'、'.join(frame.unsaved[:5])}），读不出数；请用 WPS 或 Excel 打开保存一次。"
            )


def _filled(rows: Iterable[Iterable[object]]) -> Iterator[Filled]:
    for row in rows:
        for cell in row:
            if isinstance(cell, ReadOnlyCell) and cell.value is not None:
                text = shown(cell.value, cell.number_format).strip()
                if text:
                    yield Filled(cell.row - 1, cell.column - 1, text)


def _paths(archive: Archive) -> dict[str, str]:
    """工作表名到包内路径。"""
    book = tree(archive, "xl/workbook.xml")
    links = tree(archive, "xl/_rels/workbook.xml.rels")
    targets = (
        {link.get("Id"): link.get("Target") or "" for link in links} if links is not None else {}
    )
    found: dict[str, str] = {}
    for sheet in book.iter(f"{_MAIN}sheet") if book is not None else ():
        target = targets.get(sheet.get(f"{_OFFICE}id"), "")
        found[sheet.get("name") or ""] = posixpath.normpath(
            target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        )
    return found


def _values(sheet: bytes) -> int:
    """一张工作表大约有多少个有值的格。"""
    return sheet.count(b"<v>") + sheet.count(b"<is>")


def _frame(archive: Archive, path: str) -> _Frame:
    merges: dict[tuple[int, int], tuple[int, int]] = {}
    unsaved: list[str] = []
    content = archive.part(path) or b""
    tags = (f"{_MAIN}row", f"{_MAIN}mergeCell")
    source = io.BytesIO(content)
    for _, element in etree.iterparse(source, tag=tags, resolve_entities=False, no_network=True):
        if element.tag == tags[1]:
            merged = CellRange(element.get("ref") or "A1")
            size = merged.size
            merges[(merged.min_row - 1, merged.min_col - 1)] = (size["rows"], size["columns"])
        else:
            unsaved += [
                cell.get("r") or ""
                for cell in element
                if cell.find(f"{_MAIN}f") is not None and not cell.findtext(f"{_MAIN}v")
            ]
        _forget(element)
    return _Frame(merges, unsaved)


def _forget(element: etree._Element) -> None:
    """放掉读过的行，使内存与行数无关。"""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
