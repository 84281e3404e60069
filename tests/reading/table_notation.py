"""测试里的表：一行文字一行格，竖线分格；> 并入左格，^ 并入上格，空为没有内容。"""

from assistant.domain.document import Block, BlockKind, Cell, Document, Table
from assistant.domain.findings import Span


def letters(column: int) -> str:
    """0 → A，26 → AA。"""
    head, last = divmod(column, 26)
    return (letters(head - 1) if head else "") + chr(65 + last)


def table(text: str, sheet: str = "表", caption: str = "") -> Table:
    """一张表。"""
    rows = [[c.strip() for c in line.split("|")] for line in text.strip("\n").split("\n")]
    cells = [
        Cell(
            r,
            c,
            mark,
            Span(0, 0),
            _down(rows, r, c),
            _across(rows, r, c),
            f"{sheet}!{letters(c)}{r + 1}",
        )
        for r, row in enumerate(rows)
        for c, mark in enumerate(row)
        if mark not in ("", ">", "^")
    ]
    return Table(tuple(cells), Span(0, 0), caption, sheet)


def document(*tables: Table, text: str = "", name: str = "材料.xlsx") -> Document:
    """一份只有这些表的文档；text 是正文，一行一段。"""
    blocks, at = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            span = Span(at, at + len(line))
            blocks.append(Block(BlockKind.PARAGRAPH, span, locator=f"第{number}段"))
        at += len(line) + 1
    return Document(name, text, tuple(blocks), tables)


def _across(rows: list[list[str]], row: int, column: int) -> int:
    width = 1
    while column + width < len(rows[row]) and rows[row][column + width] == ">":
        width += 1
    return width


def _down(rows: list[list[str]], row: int, column: int) -> int:
    height = 1
    while row + height < len(rows) and rows[row + height][column : column + 1] == ["^"]:
        height += 1
    return height
