"""文档读入：认出格式，交给那种格式的读法。各格式的程序库用到时才载入。"""

from collections.abc import Callable
from pathlib import Path, PurePath

from assistant.adapters.documents.sniff import SUFFIXES, Kind, sniff
from assistant.adapters.documents.text_file import direction_marks
from assistant.domain.document import Document
from assistant.domain.errors import Unreadable

MAX_BYTES = 100 * 1024 * 1024
Read = Callable[[str, bytes], Document]


class FileReader:
    """实现 ports.DocumentReader。"""

    def read(self, name: str, content: bytes) -> Document:
        """读一份文件；读不了抛 Unreadable，说明原因和办法。"""
        guard_size(name, len(content))
        kind = sniff(name, content)
        document = _reader(kind)(name, content)
        return document._replace(notes=(*document.notes, *_remarks(name, kind, document)))

    def fetch(self, path: Path) -> bytes:
        """取磁盘上的一份文件；先看大小再读。"""
        try:
            guard_size(path.name, path.stat().st_size)
            return path.read_bytes()
        except OSError as error:
            raise Unreadable(f"{path} 打不开：{error.strerror}", "请核对路径和权限。") from error


def guard_size(name: str, size: int) -> None:
    """过大的文件不读；打开之前就可以调用。"""
    if size > MAX_BYTES:
        raise Unreadable(
            f"{name} 有 {size // 1024 // 1024} MB，超过 {MAX_BYTES // 1024 // 1024} MB，没有读",
            "请去掉图片或拆成几份后再试。",
        )


def _reader(kind: Kind) -> Read:
    match kind:
        case Kind.DOCX:
            from assistant.adapters.documents.docx_file import read
        case Kind.XLSX:
            from assistant.adapters.documents.xlsx_file import read
        case Kind.PDF:
            from assistant.adapters.documents.pdf_file import read
        case Kind.OLD_EXCEL:
            from assistant.adapters.documents.xls_file import read
        case Kind.HTML:
            from assistant.adapters.documents.html_file import read
        case Kind.MARKDOWN:
            from assistant.adapters.documents.markdown_file import read
        case Kind.TEXT:
            from assistant.adapters.documents.text_file import read
        case Kind.OLD_WORD:
            from assistant.adapters.documents.office_file import read
        case Kind.IMAGE:
            from assistant.adapters.documents.image_file import read
    return read


def _remarks(name: str, kind: Kind, document: Document) -> list[str]:
    remarks = []
    suffix = PurePath(name).suffix
    if SUFFIXES.get(suffix.lower()) is not kind:
        remarks.append(f"扩展名是 {suffix or '（无）'}，内容其实是{kind}，按内容读。")
    if direction_marks(document.text):
        remarks.append("文中有改变书写方向的控制符，看到的数字次序可能与实际不同，请逐处核对。")
    if not document.text.strip():
        remarks.append("没有读到文字。")
    return remarks
