"""工作表排成文字：一行一行，格与格之间一个制表符，空格不写；隐藏的工作表不查并说明。"""

from assistant.adapters.documents.composer import Composer, Place
from assistant.domain.errors import Unreadable
from assistant.domain.grid import Grid, GridCell

MAX_CELLS = 300_000


class SheetWriter:
    """把各工作表写进一份文档，并管住总格数。"""

    def __init__(self, name: str) -> None:
        self.out = Composer(name)
        self._name = name
        self._cells = 0

    def write(self, grid: Grid) -> None:
        """写一张工作表。"""
        if grid.hidden:
            self.out.note(f"工作表“{grid.name}”是隐藏的，没有查。")
            return
        self._cells += len(grid.cells)
        self.guard(self._cells)
        start = self.out.length
        places = [place for row in grid.rows().values() for place in self._row(grid.name, row)]
        self.out.table(places, start, grid.name)
        self._remark(grid)

    def _row(self, sheet: str, row: list[GridCell]) -> list[Place]:
        places: list[Place] = []
        for cell in row:
            if text := cell.text.strip():
                self.out.write("\t" if places else "")
                span = self.out.write(text)
                at = (cell.row - 1, cell.column - 1)
                where = f"{sheet}!{cell.address}"
                places.append(Place(*at, span, cell.rows, cell.columns, where))
        self.out.write("\n" if places else "")
        return places

    def guard(self, cells: int) -> None:
        """格数过多抛 Unreadable；先数得出总数的格式，读之前就可以调用。"""
        if cells > MAX_CELLS:
            raise Unreadable(
                f"{self._name} 有内容的格超过 {MAX_CELLS // 10_000} 万个，没有读",
                "请只留要查的工作表，另存后再试。",
            )

    def _remark(self, grid: Grid) -> None:
        for note in grid.notes:
            self.out.note(f"工作表“{grid.name}”{note.message}")
        unsaved = [c.address for c in grid.cells.values() if c.problem and not c.text]
        if unsaved:
            self.out.note(
                f"工作表“{grid.name}”有 {len(unsaved)} 个公式没有存下结果"
                f"（{'、'.join(unsaved[:5])}），读不出数；请用 WPS 或 Excel 打开保存一次。"
            )
