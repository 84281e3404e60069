"""文档：一份写好的报告，由任何格式读成一段文字和其上的结构。

text 是唯一的坐标系：所有 Span 都是它的字符位置。读入者保证表格的每一格文字
也出现在 text 里，因此每个数字都有位置。
"""

from bisect import bisect_right
from enum import StrEnum
from typing import NamedTuple

from assistant.domain.findings import Span


class BlockKind(StrEnum):
    """段落的种类。"""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    TABLE = "table"
    NOTE = "note"
    TEXTBOX = "textbox"


class Block(NamedTuple):
    """一个段落。locator 是给人看的位置，如 第3段、Sheet1!A1、表2。"""

    kind: BlockKind
    span: Span
    level: int = 0
    locator: str = ""


class Cell(NamedTuple):
    """表格的一格，行列从 0 数；合并格只出现一次，rows/columns 是其跨度。"""

    row: int
    column: int
    text: str
    span: Span
    rows: int = 1
    columns: int = 1
    locator: str = ""


class Table(NamedTuple):
    """一张表。caption 是表前的标题和单位行。"""

    cells: tuple[Cell, ...]
    span: Span
    caption: str = ""
    locator: str = ""


class Document(NamedTuple):
    """一份文档。pages 是各页在 text 中的起点；notes 是读入时的说明（如某页无文字层）。

    paragraphed 为真：blocks 就是段落（docx、html），不会折行；为假：blocks 只是行，段落要另认。
    recognised 为真：文字由图片识别而来，一个字也不能断定。
    """

    name: str
    text: str
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    pages: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()
    paragraphed: bool = False
    recognised: bool = False

    def page_of(self, offset: int) -> int | None:
        """某位置在第几页（从 1 数）；没有页的格式返回 None。"""
        return bisect_right(self.pages, offset) if self.pages else None

    def place(self, offset: int) -> str:
        """某位置的人读位置：第5页、第3段、表2第4行第1列；都不知道时为空。"""
        cells = (cell for table in self.tables for cell in table.cells)
        found = next((c.locator for c in cells if c.span.start <= offset < c.span.end), "")
        block = next((b.locator for b in self.blocks if b.span.start <= offset < b.span.end), "")
        page = self.page_of(offset)
        where = found or block
        return where if not page or where == f"第{page}页" else f"第{page}页 {where}".rstrip()

    def quote(self, span: Span) -> str:
        """某位置的原文。"""
        return self.text[span.start : span.end]


def plain(name: str, text: str) -> Document:
    """纯文字的文档：每个非空行一段。"""
    blocks, start = [], 0
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        if line.strip():
            end = start + len(line.rstrip())
            blocks.append(Block(BlockKind.PARAGRAPH, Span(start, end), locator=f"第{number}行"))
        start += len(line)
    return Document(name, text, tuple(blocks))
