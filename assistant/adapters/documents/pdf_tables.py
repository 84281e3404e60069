"""pdf 的表：框线由 pdfplumber 找，格里的字由 pdfium 按位置取；对不上就退回成行的文字。"""

import io
import logging
from collections import Counter
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

import pypdfium2 as pdfium
from pdfplumber.pdf import PDF
from pdfplumber.table import Table
from pypdfium2 import raw

_FEWEST_PATHS, _MOST_PATHS = 4, 20_000
_HYPHEN = "\ufffe"
_SAME = 2.0
Box = tuple[float, float, float, float]
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # 坏文件的细节不是给办事人员看的


class Framed(NamedTuple):
    """一格：行列从 0 数，跨度，文字。"""

    row: int
    column: int
    rows: int
    columns: int
    text: str


class Ruled(NamedTuple):
    """一张有框线的表。edges 是各列的左边线，cells 按行列排好。"""

    edges: tuple[float, ...]
    cells: tuple[Framed, ...]

    def continues(self, other: "Ruled") -> bool:
        """列线相同：跨页的同一张表。"""
        return len(self.edges) == len(other.edges) and all(
            abs(a - b) < _SAME for a, b in zip(self.edges, other.edges, strict=True)
        )


Item = str | Ruled


class RuledPages:
    """一份 pdf 的有框线的表。只有画了线的页才动用 pdfplumber。"""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._pdf: PDF | None = None

    def items(self, number: int, page: pdfium.PdfPage) -> list[Item]:
        """一页的行和表，由上到下。"""
        text = page.get_textpage()
        plain = tidy(text.get_text_range())
        if not plain or not _drawn(page):
            return list[Item](plain)
        found = sorted(self._tables(number), key=lambda table: table.bbox[1])
        items = _split(page, text, [table for table in found if _real(table)])
        return items if _letters(items) == _letters(plain) else list[Item](plain)

    def _tables(self, number: int) -> list[Table]:
        try:
            self._pdf = self._pdf or PDF.open(io.BytesIO(self._content))
            page = self._pdf.pages[number]
            found = page.find_tables()
            page.close()
        except Exception:  # noqa: BLE001 找表只为更好；坏文件在此出错时仍有成行的文字可查
            return []
        return list(found)


def tidy(text: str) -> list[str]:
    """去掉空行和首尾空白；行末连字符还原。"""
    lines = (line.strip() for line in text.replace(_HYPHEN, "-").splitlines())
    return [line for line in lines if line]


def _drawn(page: pdfium.PdfPage) -> bool:
    paths = page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])
    return _FEWEST_PATHS <= sum(1 for _ in islice(paths, _MOST_PATHS + 1)) <= _MOST_PATHS


def _real(table: Table) -> bool:
    return len({box[0] for box in table.cells}) > 1 and len({box[1] for box in table.cells}) > 1


def _split(page: pdfium.PdfPage, text: pdfium.PdfTextPage, tables: Iterable[Table]) -> list[Item]:
    width, height = page.get_size()
    items: list[Item] = []
    ceiling = 0.0
    for table in tables:
        _, top, _, bottom = table.bbox
        items += _within(text, height, (0, ceiling, width, top))
        items.append(_ruled(text, height, table.cells))
        ceiling = bottom
    return items + _within(text, height, (0, ceiling, width, height))


def _ruled(text: pdfium.PdfTextPage, height: float, boxes: list[Box]) -> Ruled:
    lefts = sorted({box[0] for box in boxes})
    tops = sorted({box[1] for box in boxes})
    cells = [
        Framed(
            tops.index(top),
            lefts.index(left),
            sum(1 for edge in tops if top <= edge < bottom),
            sum(1 for edge in lefts if left <= edge < right),
            "".join(_within(text, height, (left, top, right, bottom))),
        )
        for left, top, right, bottom in boxes
    ]
    return Ruled(tuple(lefts), tuple(sorted(cells)))


def _within(text: pdfium.PdfTextPage, height: float, box: Box) -> list[str]:
    left, top, right, bottom = box
    if bottom <= top:
        return []
    return tidy(text.get_text_bounded(left, height - bottom, right, height - top))


def _letters(items: Iterable[Item]) -> Counter[str]:
    """各字的个数，用来确认拆表没有丢字。"""
    texts = (
        text
        for item in items
        for text in ([item] if isinstance(item, str) else [cell.text for cell in item.cells])
    )
    return Counter(letter for text in texts for letter in text if not letter.isspace())
