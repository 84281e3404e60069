"""docx 表格的行列：横向合并（gridSpan）、纵向合并（vMerge）、行前缩进（gridBefore）。"""

from typing import NamedTuple

from lxml import etree

from assistant.adapters.documents.docx_walk import W, cells, rows


class Grid(NamedTuple):
    """一格：行列从 0 数，跨度，所在的 w:tc。"""

    row: int
    column: int
    rows: int
    columns: int
    element: etree._Element


def layout(table: etree._Element) -> list[list[Grid]]:
    """一张表各行的格；纵向合并的只在首行出现一次。"""
    lines: list[list[Grid]] = []
    open_merges: dict[int, tuple[int, int]] = {}
    for number, row in enumerate(rows(table)):
        line: list[Grid] = []
        column = _number(row, "trPr", "gridBefore", 0)
        for cell in cells(row):
            width = _number(cell, "tcPr", "gridSpan", 1)
            merge = _merge(cell)
            if merge == "continue" and column in open_merges:
                _extend(lines, open_merges[column])
            else:
                open_merges.pop(column, None)
                if merge:
                    open_merges[column] = (number, len(line))
                line.append(Grid(number, column, 1, width, cell))
            column += width
        lines.append(line)
    return lines


def _extend(lines: list[list[Grid]], at: tuple[int, int]) -> None:
    row, order = at
    lines[row][order] = lines[row][order]._replace(rows=lines[row][order].rows + 1)


def _merge(cell: etree._Element) -> str:
    mark = cell.find(f"{W}tcPr/{W}vMerge")
    return "" if mark is None else mark.get(f"{W}val") or "continue"


def _number(element: etree._Element, group: str, tag: str, default: int) -> int:
    mark = element.find(f"{W}{group}/{W}{tag}")
    value = (mark.get(f"{W}val") or "") if mark is not None else ""
    return min(int(value), 1000) if value.isdecimal() else default
