"""xls 与 et：calamine 读值；隐藏的工作表不查并说明。数字格式不在其中，按常规显示。"""

import io
from collections.abc import Iterator
from decimal import Decimal

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from assistant.adapters.documents import office_file, xlsx_file
from assistant.adapters.documents.faults import broken, encrypted
from assistant.adapters.documents.sheet_text import Filled, SheetWriter
from assistant.domain.document import Document


def read(name: str, content: bytes) -> Document:
    """读一份 xls 或 et；calamine 不认得而本机有 LibreOffice 的，转成 xlsx 再读。"""
    try:
        return _read(name, content)
    except CalamineError as error:
        if isinstance(error, PasswordError):
            raise encrypted(name) from error
        if not office_file.available():
            raise broken(name) from error
    return xlsx_file.read(name, office_file.converted(name, content, "xlsx"))


def _read(name: str, content: bytes) -> Document:
    writer = SheetWriter(name)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for index, about in enumerate(book.sheets_metadata):
            if about.typ is not SheetTypeEnum.WorkSheet:
                continue
            if about.visible is not SheetVisibleEnum.Visible:
                writer.out.note(f"工作表“{about.name}”是隐藏的，没有查。")
                continue
            sheet = book.get_sheet_by_index(index)
            writer.sheet(about.name, _filled(sheet))
    except (OSError, ValueError) as error:
        raise broken(name) from error
    return writer.out.document()


def _filled(sheet: CalamineSheet) -> Iterator[Filled]:
    top, left = sheet.start or (0, 0)
    sizes = {
        first: (last[0] - first[0] + 1, last[1] - first[1] + 1)
        for first, last in sheet.merged_cell_ranges or []
    }
    for row, values in enumerate(sheet.to_python(), top):
        for column, value in enumerate(values, left):
            if text := _shown(value):
                yield Filled(row, column, text, *sizes.get((row, column), (1, 1)))


def _shown(value: object) -> str:
    """没有数字格式可依，数按 15 位有效数字写出，不用科学记数法。"""
    if isinstance(value, float):
        exact = Decimal(format(value, ".15g"))
        return f"{exact:.0f}" if exact == exact.to_integral_value() else f"{exact:f}"
    return str(value).strip()
