"""docx：段落、标题、表格（含合并格）、文本框、脚注。页眉页脚和自动目录不读。"""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from lxml import etree

from assistant.adapters.documents.archive import Archive
from assistant.adapters.documents.composer import Composer, Place
from assistant.adapters.documents.docx_numbering import Numbering
from assistant.adapters.documents.docx_styles import Styles
from assistant.adapters.documents.docx_tables import Grid, layout
from assistant.adapters.documents.docx_walk import W, boxes, flow, pieces
from assistant.adapters.documents.faults import broken
from assistant.adapters.documents.safe_xml import tree
from assistant.domain.document import BlockKind, Document
from assistant.domain.findings import Span

MAIN = "word/document.xml"
_NOTES = (("footnote", "脚注"), ("endnote", "尾注"))
_MAX_DEPTH = 20
_CLOSED = "、）)．。：:"
Parts = Callable[[str], etree._Element | None]


class Placed(NamedTuple):
    """一截文字的位置和所在的 run。direct 为假：文字在文本框或脚注里，run 是正文中锚它的那个。"""

    span: Span
    run: etree._Element
    element: etree._Element
    direct: bool


def read(name: str, content: bytes) -> Document:
    """读一份 docx。"""
    archive = Archive(name, content)
    main = tree(archive, MAIN)
    if main is None:
        raise broken(name)
    reading = DocxReading(name, main, partial(tree, archive))
    if any(part.endswith("vbaProject.bin") for part in archive.names()):
        reading.out.note("文件带宏；宏没有运行，只读了文字。")
    return reading.document()


class DocxReading:
    """一次读入。placed 记下每截文字落在哪个 run，供加批注用。"""

    def __init__(self, name: str, main: etree._Element, part: Parts) -> None:
        self.out = Composer(name, paragraphed=True)
        self.placed: list[Placed] = []
        self._main = main
        self._part = part
        self._styles = Styles(part("word/styles.xml"))
        self._numbering = Numbering(part("word/numbering.xml"), self._styles)
        self._anchor: etree._Element | None = None
        self._paragraphs = self._tables = self._boxes = 0

    def document(self) -> Document:
        """读完正文再读脚注和尾注。"""
        body = self._main.find(f"{W}body")
        for element in flow(body) if body is not None else ():
            if element.tag == f"{W}tbl":
                self._table(element, 0)
            elif not self._styles.contents(element):
                self._paragraph(element)
        for tag, label in _NOTES:
            self._feet(tag, label)
        self._remark()
        return self.out.document()

    def _paragraph(self, element: etree._Element) -> None:
        start = self.out.length
        if self._write(element).strip():
            self._paragraphs += 1
        level = self._styles.level(element)
        kind = BlockKind.HEADING if level else BlockKind.PARAGRAPH
        self.out.block(kind, start, level, f"第{self._paragraphs}段")
        self.out.write("\n")
        self._textboxes(element)

    def _write(self, element: etree._Element) -> str:
        label = self._numbering.label(element)
        written = [label if not label or label[-1] in _CLOSED else f"{label} "]
        self.out.write(written[0])
        for piece in pieces(element):
            span = self.out.write(piece.text)
            written.append(piece.text)
            run = piece.run if self._anchor is None else self._anchor
            if run is not None and piece.text:
                self.placed.append(Placed(span, run, piece.element, self._anchor is None))
        return "".join(written)

    def _textboxes(self, element: etree._Element) -> None:
        for box in boxes(element):
            outer, run = self._anchor, next(box.iterancestors(f"{W}r"), None)
            self._anchor = run if outer is None else outer
            self._boxes += 1
            self._aside(box, BlockKind.TEXTBOX, f"文本框{self._boxes}")
            self._anchor = outer

    def _aside(self, container: etree._Element, kind: BlockKind, locator: str) -> None:
        for element in flow(container):
            if element.tag == f"{W}tbl":
                self._table(element, 1)
                continue
            start = self.out.length
            self._write(element)
            self.out.block(kind, start, 0, locator)
            self.out.write("\n")
            self._textboxes(element)

    def _feet(self, tag: str, label: str) -> None:
        root = self._part(f"word/{tag}s.xml")
        anchors = {
            mark.get(f"{W}id"): next(mark.iterancestors(f"{W}r"), None)
            for mark in self._main.iter(f"{W}{tag}Reference")
        }
        for note in root.iter(f"{W}{tag}") if root is not None else ():
            identity = note.get(f"{W}id")
            if identity in anchors:
                self._anchor = anchors[identity]
                order = list(anchors).index(identity) + 1
                self._aside(note, BlockKind.NOTE, f"{label}{order}")
                self._anchor = None

    def _table(self, table: etree._Element, depth: int) -> None:
        self._tables += 1
        locator, start = f"表{self._tables}", self.out.length
        places: list[Place] = []
        for line in layout(table):
            for order, grid in enumerate(line):
                self.out.write("\t" if order else "")
                places.append(self._cell(grid, locator, depth))
            self.out.write("\n")
        self.out.table(places, start, locator)

    def _cell(self, grid: Grid, locator: str, depth: int) -> Place:
        start = self.out.length
        for order, element in enumerate(flow(grid.element) if depth < _MAX_DEPTH else ()):
            self.out.write("\n" if order else "")
            if element.tag == f"{W}tbl":
                self._table(element, depth + 1)
            else:
                self._write(element)
                self._textboxes(element)
        where = f"{locator}第{grid.row + 1}行第{grid.column + 1}列"
        span = Span(start, self.out.length)
        return Place(grid.row, grid.column, span, grid.rows, grid.columns, where)

    def _remark(self) -> None:
        tags = {f"{W}del", f"{W}ins", f"{W}moveFrom"}
        if next(self._main.iter(*tags), None) is not None:
            self.out.note("文中有修订痕迹；按全部接受修订后的文字查。")
        pictures = sum(1 for _ in self._main.iter("{*}blip", "{*}imagedata"))
        if pictures:
            self.out.note(f"文中有 {pictures} 张图片，图片里的字没有读。")
