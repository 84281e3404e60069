"""xlsx：先看有没有危险，再由表格读入读成格子。"""

import io

from assistant.adapters.documents.archive import Archive
from assistant.adapters.documents.faults import declares
from assistant.adapters.documents.sheet_text import SheetWriter
from assistant.adapters.forms.xlsx import read_xlsx
from assistant.domain.document import Document

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
        writer.write(grid)
    return writer.out.document()
