"""xls 与 et：由 calamine 读；它不认得而本机有 LibreOffice 的，转成 xlsx 再读。"""

from python_calamine import PasswordError

from assistant.adapters.documents import office_file, xlsx_file
from assistant.adapters.documents.sheet_text import SheetWriter
from assistant.adapters.forms.xls import read_xls
from assistant.domain.document import Document
from assistant.domain.errors import Unreadable


def read(name: str, content: bytes) -> Document:
    """读一份 xls 或 et。"""
    try:
        grids = read_xls(name, content)
    except Unreadable as error:
        if isinstance(error.__cause__, PasswordError) or not office_file.available():
            raise
        return xlsx_file.read(name, office_file.converted(name, content, "xlsx"))
    writer = SheetWriter(name)
    for grid in grids:
        writer.write(grid)
    return writer.out.document()
