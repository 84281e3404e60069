"""认格式：先看内容，内容看不出才看扩展名。"""

from enum import StrEnum
from pathlib import PurePath

from assistant.adapters.documents.archive import Archive
from assistant.adapters.documents.faults import broken, encrypted, unsupported
from assistant.domain.errors import Unreadable


class Kind(StrEnum):
    """文件的种类；值是给人看的名称。"""

    DOCX = "Word 文档（docx）"
    XLSX = "Excel 表格（xlsx）"
    PDF = "PDF"
    OLD_WORD = "旧版 Word 或 WPS 文档（doc、wps）"
    OLD_EXCEL = "旧版 Excel 或 WPS 表格（xls、et）"
    HTML = "网页（html）"
    MARKDOWN = "Markdown 文本"
    TEXT = "纯文本"
    IMAGE = "图片"


SUFFIXES: dict[str, Kind] = {
    **dict.fromkeys((".docx", ".docm"), Kind.DOCX),
    **dict.fromkeys((".xlsx", ".xlsm"), Kind.XLSX),
    **dict.fromkeys((".doc", ".wps"), Kind.OLD_WORD),
    **dict.fromkeys((".xls", ".et"), Kind.OLD_EXCEL),
    **dict.fromkeys((".html", ".htm"), Kind.HTML),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff"), Kind.IMAGE),
    ".pdf": Kind.PDF,
    ".md": Kind.MARKDOWN,
    ".txt": Kind.TEXT,
}
_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"{\\rtf", Kind.OLD_WORD),
    (b"\x89PNG\r\n", Kind.IMAGE),
    (b"\xff\xd8\xff", Kind.IMAGE),
    (b"II*\x00", Kind.IMAGE),
    (b"MM\x00*", Kind.IMAGE),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OFFICE_XML = (
    (b'progid="excel.sheet"', Kind.OLD_EXCEL),
    (b'progid="word.document"', Kind.OLD_WORD),
)
_HTML = (b"<!doctype html", b"<html", b"<body", b"<table", b"<head")
_PROSE = (Kind.TEXT, Kind.MARKDOWN, Kind.HTML)


def sniff(name: str, content: bytes) -> Kind:
    """文件的种类；空的、加密的、不认得的抛 Unreadable。"""
    if not content:
        raise Unreadable(f"{name} 是空文件", "请确认文件传完整了，再试一次。")
    suffix = SUFFIXES.get(PurePath(name).suffix.lower())
    if b"%PDF-" in content[:1024]:
        return Kind.PDF
    if content.startswith(b"PK"):
        return _packed(name, content)
    if content.startswith(_OLE):
        return _compound(name, content, suffix)
    for magic, kind in _MAGIC:
        if content.startswith(magic):
            return kind
    head = content[:2048].lower()
    for mark, kind in _OFFICE_XML:
        if mark in head:
            return kind
    if any(mark in head for mark in _HTML):
        return Kind.HTML
    return _plain(name, content, suffix)


def _plain(name: str, content: bytes, suffix: Kind | None) -> Kind:
    if content.startswith(b"BM") and suffix is Kind.IMAGE:
        return Kind.IMAGE
    if suffix in _PROSE:
        return suffix
    if suffix is None or b"\0" in content[:4096]:
        raise unsupported(name) if suffix is None else broken(name)
    return Kind.TEXT


def _packed(name: str, content: bytes) -> Kind:
    parts = Archive(name, content).names()
    if "word/document.xml" in parts:
        return Kind.DOCX
    if "xl/workbook.xml" in parts:
        return Kind.XLSX
    if PurePath(name).suffix.lower() in SUFFIXES:
        raise broken(name)
    raise unsupported(name)


def _compound(name: str, content: bytes, suffix: Kind | None) -> Kind:
    """OLE 复合文件：看目录里各流的名称（UTF-16）。"""

    def has(stream: str) -> bool:
        return stream.encode("utf-16-le") in content

    if has("EncryptedPackage"):
        raise encrypted(name)
    if has("WordDocument"):
        return Kind.OLD_WORD
    if has("Workbook") or has("Book\0"):
        return Kind.OLD_EXCEL
    if suffix in (Kind.OLD_WORD, Kind.OLD_EXCEL):
        return suffix
    raise unsupported(name)
