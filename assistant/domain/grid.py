"""格子：任何表格文件（xlsx、xls、docx）读成的一张二维表，行列从 1 数，与表格软件一致。"""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple


class GridCell(NamedTuple):
    """一格。

    text     显示的文字，如 94.00%、9.40、2023-06-10
    number   存储的数，百分比格式已乘以 100；文字格为空
    rows     合并的行数；columns 合并的列数
    problem  读不出值的原因，如 #REF!、公式没有存下结果
    """

    row: int
    column: int
    text: str
    number: Decimal | None = None
    rows: int = 1
    columns: int = 1
    problem: str = ""

    @property
    def address(self) -> str:
        """单元格地址，如 H15。"""
        return address(self.row, self.column)


class GridNote(NamedTuple):
    """读入时的一条说明：哪一格（可空）、怎么回事。"""

    cell: str
    message: str


class Grid(NamedTuple):
    """一张表。cells 只含有内容的格；spans 把合并区内的每一格指向左上角。"""

    name: str
    cells: dict[tuple[int, int], GridCell]
    spans: dict[tuple[int, int], tuple[int, int]] = {}  # noqa: RUF012 从不就地修改
    hidden: bool = False
    caption: tuple[str, ...] = ()
    notes: tuple[GridNote, ...] = ()

    def at(self, row: int, column: int) -> GridCell | None:
        """某格的内容；合并区内任一格都得到左上角的内容。"""
        return self.cells.get(self.spans.get((row, column), (row, column)))

    def text(self, row: int, column: int) -> str:
        """某格的文字，空格为空串。"""
        cell = self.at(row, column)
        return cell.text if cell else ""

    def rows(self) -> dict[int, list[GridCell]]:
        """各行的格，按列排；只列左上角。"""
        found: dict[int, list[GridCell]] = {}
        for key in sorted(self.cells):
            found.setdefault(key[0], []).append(self.cells[key])
        return found

    def part(self, first: int, last: int) -> Iterator[GridCell]:
        """第 first 至 last 行的格。"""
        return (cell for key, cell in sorted(self.cells.items()) if first <= key[0] <= last)


def address(row: int, column: int) -> str:
    """行列号转地址。

    >>> address(15, 8), address(1, 28)
    ('H15', 'AB1')
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"
