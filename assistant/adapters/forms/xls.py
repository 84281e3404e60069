"""xls、et 读成格子。这种格式里取不到数字格式，比率按 0.95 一类的小数读。"""

import datetime
import io

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from assistant.adapters.documents.faults import broken, encrypted
from assistant.adapters.forms.number_format import exact
from assistant.domain.grid import Grid, GridCell

_ERRORS = ("#REF!", "#DIV/0!", "#N/A", "#VALUE!", "#NAME?", "#NUM!", "#NULL!")


def read_xls(name: str, content: bytes) -> tuple[Grid, ...]:
    """全部工作表，含隐藏的。"""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return tuple(
            _grid(book.get_sheet_by_index(number), about.name, about.visible)
            for number, about in enumerate(book.sheets_metadata)
            if about.typ is SheetTypeEnum.WorkSheet
        )
    except PasswordError as error:
        raise encrypted(name) from error
    except (CalamineError, OSError, ValueError) as error:
        raise broken(name) from error


def _grid(sheet: CalamineSheet, name: str, visible: SheetVisibleEnum) -> Grid:
    merges = sheet.merged_cell_ranges or []
    sizes = {(t, le): (b - t + 1, r - le + 1) for (t, le), (b, r) in merges}
    top, left = sheet.start or (0, 0)
    cells: dict[tuple[int, int], GridCell] = {}
    for row, values in enumerate(sheet.iter_rows(), top):
        for column, value in enumerate(values, left):
            cell = _cell(row + 1, column + 1, value, sizes.get((row, column), (1, 1)))
            if cell is not None:
                cells[row + 1, column + 1] = cell
    spans = {
        (row + 1, column + 1): (t + 1, le + 1)
        for (t, le), (b, r) in merges
        if (b - t + 1) * (r - le + 1) <= 100_000
        for row in range(t, b + 1)
        for column in range(le, r + 1)
    }
    return Grid(name, cells, spans, visible is not SheetVisibleEnum.Visible)


def _cell(row: int, column: int, value: object, size: tuple[int, int]) -> GridCell | None:
    if isinstance(value, bool):
        return GridCell(row, column, "是" if value else "否", None, *size)
    if isinstance(value, int | float):
        number = exact(repr(value))
        return GridCell(row, column, f"{number:f}", number, *size)
    if isinstance(value, datetime.datetime | datetime.date):
        return GridCell(row, column, str(value)[:10], None, *size)
    text = str(value).strip() if value is not None else ""
    if text in _ERRORS:
        return GridCell(row, column, text, None, *size, problem=f"公式出错（{text}）")
    return GridCell(row, column, text, None, *size) if text else None
