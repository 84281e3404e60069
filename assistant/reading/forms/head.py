"""自评表的表头与表尾：年度、项目名称、总体目标、自评等级。"""

import re
from typing import Literal, NamedTuple

from assistant.domain.forms import Told
from assistant.domain.grid import GridCell
from assistant.reading.forms.layout import Region, View
from assistant.reading.forms.text import label, plain, squeezed, told, year_in
from assistant.reading.forms.words import (
    BUREAU_LABELS,
    DONE_LABELS,
    GOAL_LABELS,
    GRADE_LABELS,
    PROJECT_LABELS,
)

_OTHER_LABELS = frozenset(
    "主管部门 实施单位 项目负责人 联系电话 项目编码 项目类别 项目属性".split()
)


class Identity(NamedTuple):
    """一份表是谁的、哪一年的。title 是写着年度的那一格，没有年度则是标题。"""

    kind: Literal["project", "department"]
    title: Told | None
    year: int | None
    project: str
    project_cell: str
    goal: Told | None
    goal_done: Told | None


def identity_of(view: View, region: Region) -> Identity:
    """读表头。"""
    last = min((h.first for h in (*region.money, *region.indicators)), default=region.bottom)
    title, year = _title(view, region.top, last)
    named = _labelled(view, region.top, last, PROJECT_LABELS)
    whole = " ".join(
        squeezed(c.text) for r in range(region.top, last) for c in view.rows.get(r, ())
    )
    department = "部门整体" in whole or (named is None and "部门" in whole)
    if department and named is None:
        named = _labelled(view, region.top, last, BUREAU_LABELS)
    end = min((h.first for h in region.indicators), default=region.bottom)
    return Identity(
        "department" if department and "项目支出" not in whole else "project",
        title,
        year,
        plain(named.text) if named else "",
        named.cell if named else "",
        _below(view, region.top, end, GOAL_LABELS),
        _below(view, region.top, end, DONE_LABELS),
    )


def foot_of(view: View, first: int, last: int) -> Told | None:
    """表尾的自评等级。"""
    return _labelled(view, first, last, GRADE_LABELS)


def _title(view: View, first: int, last: int) -> tuple[Told | None, int | None]:
    caption = [(text, year_in(text)) for text in view.grid.caption]
    title: Told | None = None
    for row in range(first, last):
        for cell in view.rows.get(row, ()):
            said = Told(plain(cell.text), cell.row, cell.column)
            if (year := year_in(cell.text)) is not None and len(cell.text) < 60:
                return said, year
            title = title or said
    return title, next((year for _, year in caption if year), None)


def _labelled(view: View, first: int, last: int, labels: frozenset[str]) -> Told | None:
    """栏目名右边的一格，或同一格冒号之后的文字。"""
    for row in range(first, last + 1):
        cell = view.label_row(row, labels)
        if cell is None:
            continue
        _, colon, rest = plain(cell.text).replace("：", ":").partition(":")
        if colon and rest.strip():
            return Told(rest.strip(), cell.row, cell.column)
        return _right_of(view, cell)
    return None


def _right_of(view: View, head: GridCell) -> Told:
    """栏目名右边的值：紧邻一格，空着则再往右看两格，遇到别的栏目名为止。"""
    first = head.column + head.columns
    for column in range(first, first + 3):
        cell = view.grid.at(head.row, column)
        if cell is not None and cell.text.strip():
            if column > first and label(cell.text) in _OTHER_LABELS:
                break
            return told(cell, head.row, column)
    return told(None, head.row, first)


def _below(view: View, first: int, last: int, labels: frozenset[str]) -> Told | None:
    """栏目名下面的一格；下面不是正文则取右边。"""
    for row in range(first, last + 1):
        cell = view.label_row(row, labels)
        if cell is None:
            continue
        under = view.grid.at(cell.row + cell.rows, cell.column)
        if _is_body(under, cell):
            return told(under, cell.row + cell.rows, cell.column)
        column = cell.column + cell.columns
        return told(view.grid.at(row, column), row, column)
    return None


def _is_body(under: GridCell | None, head: GridCell) -> bool:
    if under is None or under.row == head.row:
        return False
    flat = label(under.text)
    return bool(flat) and not re.match(r"一级指标|绩效指标|实际完成", flat) and len(flat) > 1
