"""pdf 的表：按框线分格，格里的字由 pdfium 按位置取；字数对不上就退回成行的文字。"""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

import pypdfium2 as pdfium

from assistant.adapters.documents.pdf_order import reordered
from assistant.adapters.documents.pdf_rules import Box, ruled_boxes

_HYPHEN = "\ufffe"
_SAME = 2.0


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


def page_items(page: pdfium.PdfPage) -> list[Item]:
    """一页的行和有框线的表，由上到下。"""
    text = page.get_textpage()
    right = reordered(text)
    return [right.get(item, item) if isinstance(item, str) else item for item in _items(page, text)]


def _items(page: pdfium.PdfPage, text: pdfium.PdfTextPage) -> list[Item]:
    plain = tidy(text.get_text_range())
    tables = [boxes for boxes in ruled_boxes(page) if _real(boxes)] if plain else []
    if not tables:
        return list[Item](plain)
    items = _split(page, text, sorted(tables, key=_top))
    return items if _letters(items) == _letters(plain) else list[Item](plain)


def tidy(text: str) -> list[str]:
    """去掉空行和首尾空白；行末连字符还原。"""
    lines = (line.strip() for line in text.replace(_HYPHEN, "-").splitlines())
    return [line for line in lines if line]


def _real(boxes: list[Box]) -> bool:
    """两行两列以上才是表；一个框不是。"""
    return len({box[0] for box in boxes}) > 1 and len({box[1] for box in boxes}) > 1


def _top(boxes: list[Box]) -> float:
    return min(box[1] for box in boxes)


def _split(
    page: pdfium.PdfPage, text: pdfium.PdfTextPage, tables: Iterable[list[Box]]
) -> list[Item]:
    width, height = page.get_size()
    items: list[Item] = []
    ceiling = 0.0
    for boxes in tables:
        items += _within(text, height, (0, ceiling, width, _top(boxes)))
        items.append(_ruled(text, height, boxes))
        ceiling = max(box[3] for box in boxes)
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
