"""工作表排成文字：一行一行，格与格之间一个制表符，空格不写。"""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from assistant.adapters.documents.composer import Composer, Place
from assistant.domain.errors import Unreadable
from assistant.domain.grid import address

MAX_CELLS = 300_000


class Filled(NamedTuple):
    """一个有内容的格，行列从 0 数。"""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1


class SheetWriter:
    """把各工作表写进一份文档，并管住总格数。"""

    def __init__(self, name: str) -> None:
        self.out = Composer(name)
        self._name = name
        self._cells = 0

    def sheet(self, title: str, cells: Iterable[Filled]) -> None:
        """写一张工作表，cells 须按行给出。"""
        start = self.out.length
        places: list[Place] = []
        for _, row in groupby(cells, key=lambda cell: cell.row):
            for order, cell in enumerate(row):
                self._count()
                self.out.write("\t" if order else "")
                span = self.out.write(cell.text)
                where = f"{title}!{address(cell.row + 1, cell.column + 1)}"
                places.append(Place(cell.row, cell.column, span, cell.rows, cell.columns, where))
            self.out.write("\n")
        self.out.table(places, start, title)

    def _count(self) -> None:
        self._cells += 1
        self.guard(self._cells)

    def guard(self, cells: int) -> None:
        """格数过多抛 Unreadable；先数得出总数的格式，读之前就可以调用。"""
        if cells > MAX_CELLS:
            raise Unreadable(
                f"{self._name} 有内容的格超过 {MAX_CELLS // 10_000} 万个，没有读",
                "请只留要查的工作表，另存后再试。",
            )
