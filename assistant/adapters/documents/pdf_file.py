"""pdf：有文字层的按页读文字；页眉、页脚、页码不读。没有文字层的页说明白。"""

import pypdfium2 as pdfium

from assistant.adapters.documents.composer import Composer
from assistant.adapters.documents.faults import broken, encrypted
from assistant.adapters.documents.page_furniture import without_furniture
from assistant.domain.document import BlockKind, Document
from assistant.domain.errors import Unreadable

MAX_PAGES = 1_000
_HYPHEN = "\ufffe"


def read(name: str, content: bytes) -> Document:
    """读一份 pdf。"""
    try:
        with pdfium.PdfDocument(content) as book:
            return _composed(name, _pages(name, book))
    except pdfium.PdfiumError as error:
        raise (encrypted(name) if "assword" in str(error) else broken(name)) from error


def _pages(name: str, book: pdfium.PdfDocument) -> list[list[str]]:
    if len(book) > MAX_PAGES:
        raise Unreadable(f"{name} 有 {len(book)} 页，超过 {MAX_PAGES} 页，没有读", "请拆开后再试。")
    return [_lines(book[number]) for number in range(len(book))]


def _lines(page: pdfium.PdfPage) -> list[str]:
    text = page.get_textpage().get_text_range()
    return [line.strip() for line in text.replace(_HYPHEN, "-").splitlines()]


def _composed(name: str, pages: list[list[str]]) -> Document:
    out = Composer(name)
    silent = [str(number) for number, page in enumerate(pages, 1) if not any(page)]
    if len(silent) == len(pages):
        raise Unreadable(
            f"{name} 没有文字层（扫描件）", "请用带文字识别的方式导出，或装好识别组件后再试。"
        )
    if silent:
        out.note(f"第{'、'.join(silent)}页没有文字（扫描或图片），没有查。")
    for number, page in enumerate(without_furniture(pages), 1):
        out.page()
        for line in page:
            start = out.length
            out.write(line)
            out.block(BlockKind.PARAGRAPH, start, 0, f"第{number}页")
            out.write("\n")
    return out.document()
