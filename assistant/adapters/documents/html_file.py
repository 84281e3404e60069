"""html：标题、段落、表格（含合并格）。脚本、样式、隐藏内容不读，外部链接不取。"""

import re
from collections.abc import Iterator

from lxml import etree

from assistant.adapters.documents.composer import Composer, Place
from assistant.adapters.documents.faults import broken
from assistant.adapters.documents.text_file import decoded
from assistant.domain.document import BlockKind, Document

_SKIPPED = set("script style noscript template head iframe object svg select textarea".split())
_BREAKS = set(
    "address article aside blockquote body br center dd div dl dt fieldset figure footer form "
    "header hr html li main nav ol p pre section tbody td tfoot th thead tr ul "
    "h1 h2 h3 h4 h5 h6".split()
)
_HEADING = re.compile(r"h([1-6])")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MAX_DEPTH = 200
_MAX_SPAN = 1000


def read(name: str, content: bytes) -> Document:
    """读一份网页。"""
    text, notes = decoded(name, content)
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text.replace("\0", "").encode(), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise broken(name) from error
    if root is None:
        raise broken(name)
    reading = _Reading(name)
    for note in notes:
        reading.out.note(note)
    reading.walk(root, 0, 0)
    reading.flush(0)
    return reading.out.document()


class _Reading:
    """一次读入。行内文字先攒着，遇到块的边界写成一段。"""

    def __init__(self, name: str) -> None:
        self.out = Composer(name, paragraphed=True)
        self._held: list[str] = []
        self._lines = 0
        self._tables = 0

    def walk(self, element: etree._Element, level: int, depth: int) -> None:
        """一个元素的内容，不含它后面的文字。"""
        if _skipped(element) or depth > _MAX_DEPTH:
            return
        if element.tag == "table" and next(element.iterdescendants("table"), None) is None:
            self.flush(level)
            self._table(element)
            return
        inner = int(found[1]) if (found := _HEADING.fullmatch(element.tag)) else level
        edge = element.tag in _BREAKS
        if edge:
            self.flush(level)
        self._held.append(element.text or "")
        for child in element:
            self.walk(child, inner, depth + 1)
            self._held.append(child.tail or "")
        if edge:
            self.flush(inner)

    def flush(self, level: int) -> None:
        """把攒着的文字写成一段。"""
        line = _SPACE.sub(" ", "".join(self._held)).strip()
        self._held = []
        if not line:
            return
        self._lines += 1
        start = self.out.length
        self.out.write(line)
        kind = BlockKind.HEADING if level else BlockKind.PARAGRAPH
        self.out.block(kind, start, level, f"第{self._lines}段")
        self.out.write("\n")

    def _table(self, table: etree._Element) -> None:
        self._tables += 1
        locator, start = f"表{self._tables}", self.out.length
        places: list[Place] = []
        taken: dict[tuple[int, int], bool] = {}
        for row, line in enumerate(table.iter("tr")):
            column = 0
            for order, cell in enumerate(line.iterchildren("td", "th")):
                while (row, column) in taken:
                    column += 1
                rows, columns = _spans(cell, "rowspan"), _spans(cell, "colspan")
                below = range(row, row + min(rows, 200))
                taken |= {(r, c): True for r in below for c in range(column, column + columns)}
                self.out.write("\t" if order else "")
                span = self.out.write(_flat(cell))
                where = f"{locator}第{row + 1}行第{column + 1}列"
                places.append(Place(row, column, span, rows, columns, where))
            self.out.write("\n")
        self.out.table(places, start, locator)


def _skipped(element: etree._Element) -> bool:
    if not isinstance(element.tag, str) or element.tag in _SKIPPED:
        return True
    return "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style") or ""))


def _spans(cell: etree._Element, attribute: str) -> int:
    value = (cell.get(attribute) or "").strip()
    return max(1, min(int(value), _MAX_SPAN)) if value.isascii() and value.isdecimal() else 1


def _flat(cell: etree._Element) -> str:
    lines = _SPACE.sub(" ", "".join(_words(cell, 0)).replace("\n", " ")).split("\v")
    return "\n".join(line.strip() for line in lines if line.strip())


def _words(element: etree._Element, depth: int) -> Iterator[str]:
    """文字；块的边界给出一个竖直制表符。"""
    if _skipped(element) or depth > _MAX_DEPTH:
        return
    yield element.text or ""
    for child in element:
        edge = "\v" if child.tag in _BREAKS else ""
        yield edge
        yield from _words(child, depth + 1)
        yield edge
        yield child.tail or ""
