"""表格文件读成格子：xlsx、xls、et、docx。"""

import io

from assistant.adapters.documents.sniff import Kind, sniff
from assistant.adapters.forms.docx import read_docx
from assistant.adapters.forms.xls import read_xls
from assistant.adapters.forms.xlsx import read_xlsx
from assistant.domain.errors import Unreadable
from assistant.domain.grid import Grid


class FormFileReader:
    """实现 ports.GridReader。"""

    def grids(self, name: str, content: bytes) -> tuple[Grid, ...]:
        """全部表；打不开、加密、不是表格文件抛 Unreadable。"""
        if content.startswith(b"PK") and b"xl/workbook.xml" in content[-1_000_000:]:
            return read_xlsx(name, io.BytesIO(content))
        match sniff(name, content):
            case Kind.XLSX:
                return read_xlsx(name, io.BytesIO(content))
            case Kind.OLD_EXCEL:
                return read_xls(name, content)
            case Kind.DOCX:
                return read_docx(name, content)
            case kind:
                raise Unreadable(
                    f"{name} 是{kind.value}，不是自评表的格式", "能读：xlsx、xls、et、docx。"
                )
