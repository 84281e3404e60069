"""xlsx：表上显示什么就读什么；隐藏的工作表不查并说明。"""

import io

from assistant.adapters.documents.archive import Archive
from assistant.adapters.documents.faults import declares
from assistant.adapters.documents.sheet_text import Filled, SheetWriter
from assistant.adapters.forms.xlsx import read_xlsx
from assistant.domain.document import Document
from assistant.domain.grid import Grid

_PROLOG = 4096


def read(name: str, content: bytes) -> Document:
    """读一份 xlsx。"""
    archive = Archive(name, content)
    if any(b"<!DOCTYPE" in archive.head(part, _PROLOG) for part in archive.names()):
        raise declares(name)
    writer = SheetWriter(name)
    sheets = [part for part in archive.names() if part.startswith("xl/worksheets/")]
    writer.guard(sum(archive.count(part, b"<v>") for part in sheets))
    if any(part.endswith("vbaProject.bin") for part in archive.names()):
        writer.out.note("文件带宏；宏没有运行，只读了表格。")
    for grid in read_xlsx(name, io.BytesIO(content)):
        _write(writer, grid)
    return writer.out.document()


def _write(writer: SheetWriter, grid: Grid) -> None:
    if grid.hidden:
        writer.out.note(f"工作表“{grid.name}”是隐藏的，没有查。")
        return
    cells = [cell for _, row in sorted(grid.rows().items()) for cell in row]
    writer.sheet(
        grid.name,
        (
            Filled(cell.row - 1, cell.column - 1, cell.text.strip(), cell.rows, cell.columns)
            for cell in cells
            if cell.text.strip()
        ),
    )
    for note in grid.notes:
        writer.out.note(f"工作表“{grid.name}”{note.message}")
    if unsaved := [cell.address for cell in cells if cell.problem and not cell.text]:
        writer.out.note(
            f"工作表“{grid.name}”有 {len(unsaved)} 个公式没有存下结果"
            f"（{'、'.join(unsaved[:5])}），读不出数；请用 WPS 或 Excel 打开保存一次。"
        )
