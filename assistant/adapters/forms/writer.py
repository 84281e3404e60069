"""表格写出：xlsx 与 docx。"""

from collections.abc import Sequence

from assistant.adapters.forms.write_docx import write_docx
from assistant.adapters.forms.write_xlsx import write_xlsx
from assistant.domain.sheet import Sheet


class FormFileWriter:
    """实现 ports.SheetWriter。"""

    def xlsx(self, sheets: Sequence[Sheet]) -> bytes:
        """带公式的工作簿。"""
        return write_xlsx(sheets)

    def docx(self, sheets: Sequence[Sheet]) -> bytes:
        """文字文档里的表格。"""
        return write_docx(sheets)
