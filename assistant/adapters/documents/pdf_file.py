"""pdf：有文字层的按页读文字和表；页眉、页脚、页码不读。没有文字层的页交给图片识别。"""

import io

import pypdfium2 as pdfium

from assistant.adapters.documents import image_file
from assistant.adapters.documents.composer import Composer
from assistant.adapters.documents.faults import broken, encrypted
from assistant.adapters.documents.page_furniture import without_furniture
from assistant.adapters.documents.pdf_tables import Item, page_items
from assistant.adapters.documents.pdf_writing import PageWriter
from assistant.domain.document import Document
from assistant.domain.errors import Unreadable

MAX_PAGES = 1_000
MAX_SCANNED = 60
_DPI = 200
_POINTS = 72
_LARGEST = 3000


def read(name: str, content: bytes) -> Document:
    """读一份 pdf。"""
    try:
        with pdfium.PdfDocument(content) as book:
            return _read(name, book)
    except pdfium.PdfiumError as error:
        raise (encrypted(name) if "assword" in str(error) else broken(name)) from error


def _read(name: str, book: pdfium.PdfDocument) -> Document:
    if len(book) > MAX_PAGES:
        raise Unreadable(f"{name} 有 {len(book)} 页，超过 {MAX_PAGES} 页，没有读", "请拆开后再试。")
    pages = [page_items(page) for page in book]
    writing = PageWriter(name)
    writing.write(without_furniture(_with_scans(name, book, pages, writing.out)))
    return writing.out.document()


def _with_scans(
    name: str, book: pdfium.PdfDocument, pages: list[list[Item]], out: Composer
) -> list[list[Item]]:
    """没有文字的页：装了识别组件就识别，没装就说明；全是这样的页而没装，读不了。"""
    silent = [number for number, page in enumerate(pages) if not page]
    if not silent:
        return pages
    recognise = image_file.recogniser()
    if recognise is None:
        if len(silent) == len(pages):
            raise image_file.missing(name)
        out.note(f"第{_listed(silent)}页没有文字（扫描或图片），没有查。")
        return pages
    for number in silent[:MAX_SCANNED]:
        picture = _picture(book[number])
        pages[number] = list[Item](image_file.recognised(name, picture, recognise))
    out.note(f"第{_listed(silent[:MAX_SCANNED])}页{image_file.CAUTION}")
    out.recognised = True
    if silent[MAX_SCANNED:]:
        out.note(f"扫描页超过 {MAX_SCANNED} 页，第{_listed(silent[MAX_SCANNED:])}页没有查。")
    return pages


def _listed(numbers: list[int]) -> str:
    return "、".join(str(number + 1) for number in numbers)


def _picture(page: pdfium.PdfPage) -> bytes:
    scale = min(_DPI / _POINTS, _LARGEST / max(*page.get_size(), 1))
    out = io.BytesIO()
    page.render(scale=scale, grayscale=True).to_pil().save(out, "PNG")
    return out.getvalue()
