"""pdf 各页的行和表写成文档；跨页的同一张表接成一张。"""

from collections.abc import Sequence
from itertools import groupby

from assistant.adapters.documents.composer import Composer, Place
from assistant.adapters.documents.pdf_tables import Item, Ruled
from assistant.domain.document import BlockKind


class PageWriter:
    """一份 pdf 的书写。"""

    def __init__(self, name: str) -> None:
        self.out = Composer(name)
        self._open: Ruled | None = None
        self._places: list[Place] = []
        self._start = self._rows = self._tables = 0

    def write(self, pages: Sequence[Sequence[Item]]) -> None:
        """写全部页。"""
        for number, page in enumerate(pages, 1):
            self.out.page()
            for item in page:
                if isinstance(item, Ruled):
                    self._table(item)
                else:
                    self._line(item, number)
        self._close()

    def _line(self, line: str, page: int) -> None:
        self._close()
        start = self.out.length
        self.out.write(line)
        self.out.block(BlockKind.PARAGRAPH, start, 0, f"第{page}页")
        self.out.write("\n")

    def _table(self, table: Ruled) -> None:
        if self._open is None or not self._open.continues(table):
            self._close()
            self._open, self._start, self._rows = table, self.out.length, 0
            self._tables += 1
        last = 0
        for row, cells in groupby(table.cells, key=lambda cell: cell.row):
            for order, cell in enumerate(cells):
                self.out.write("\t" if order else "")
                at = self._rows + row
                where = f"表{self._tables}第{at + 1}行第{cell.column + 1}列"
                span = self.out.write(cell.text)
                self._places.append(Place(at, cell.column, span, cell.rows, cell.columns, where))
            self.out.write("\n")
            last = row
        self._rows += last + 1

    def _close(self) -> None:
        if self._open is not None:
            self.out.table(self._places, self._start, f"表{self._tables}")
        self._open, self._places = None, []
