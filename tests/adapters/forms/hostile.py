"""坏的、怪的表格文件，字节造成。"""

import io
import zipfile

from openpyxl import Workbook


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_sheet(content: bytes, edit_from: bytes, edit_to: bytes) -> bytes:
    """改第一张工作表的 XML。"""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for item in old.infolist():
            data = old.read(item)
            if item.filename == "xl/worksheets/sheet1.xml":
                assert edit_from in data
                data = data.replace(edit_from, edit_to, 1)
            new.writestr(item.filename, data)
    return out.getvalue()


def blank_rows(content: bytes, count: int) -> bytes:
    """数据之后接 count 行只有格式的空行，最后一行在表格软件的极限之外。"""
    rows = b"".join(
        b'<row r="%d"><c r="A%d" s="0"/></row>' % (n, n) for n in range(500, 500 + count)
    )
    rows += b'<row r="1000000000" spans="1:1"/>'
    return with_sheet(content, b"</sheetData>", rows + b"</sheetData>")
