"""汇总表的读法：一行一个项目；合计、平均、小计另放；其余文字作为说明。"""

import re
from typing import NamedTuple

from assistant.domain.forms import Summary, SummaryRow, Told, Unread
from assistant.domain.grid import Grid
from assistant.reading.forms.layout import Region
from assistant.reading.forms.money import money_unit
from assistant.reading.forms.text import as_percent, label, plain, told, year_in
from assistant.reading.forms.view import Head, View
from assistant.reading.forms.words import summary_role

_TOTAL = re.compile(r"^(?:合计|总计|共计|汇总|总和|合计数)")
_MEAN = re.compile(r"^(?:平均|均分|平均分|平均得分|简单平均)")
_PARTIAL = re.compile(r"小计|^[一二三四五六七八九十]+[、.]|^[（(][一二三四五六七八九十]+[)）]")
_GROUP = re.compile(r"[一二三四五六七八九十]+")
_NOTE = re.compile(r"^(?:说明|注|备注|填表|填报|审核|负责人|制表)")
_BEST_POINTS = re.compile(r"总分|总得分|综合|自评得分|自评分")


class _Kinds(NamedTuple):
    rows: list[SummaryRow]
    totals: list[SummaryRow]
    means: list[SummaryRow]


def summary_of(view: View, head: Head) -> Summary | None:
    """由一处汇总表头往下读；一行项目也没有则不是汇总表。"""
    grid = view.grid
    head = head._replace(columns=_with_best_points(view, head))
    last = _last_row(view, head)
    found = _Kinds([], [], [])
    for row in range(head.last + 1, last + 1):
        _sort(view, row, head, found)
    if not found.rows:
        return None
    region = Region(min(view.rows), last, view.left, view.right, (head,), ())
    notes = tuple(_notes(view, head, found))
    points = head.columns.get("points")
    return Summary(
        sheet=grid.name,
        year=next((y for n in notes if (y := year_in(n.text))), None),
        unit=money_unit(view, region),
        rows=tuple(found.rows),
        total=found.totals[0] if found.totals else None,
        mean=found.means[0] if found.means else None,
        notes=notes,
        points_cell=_head_cell(grid, head, points),
        unread=tuple(u for row in found.rows for u in _unread(grid.name, row)),
    )


def _with_best_points(view: View, head: Head) -> dict[str, int]:
    """有几栏得分时取总分那一栏。"""
    columns = dict(head.columns)
    for row in range(head.first, head.last + 1):
        for cell in view.rows.get(row, ()):
            if summary_role(cell.text) == "points" and _BEST_POINTS.search(label(cell.text)):
                columns["points"] = cell.column
    return columns


def _last_row(view: View, head: Head) -> int:
    """到下一处同样的表头为止。"""
    later = [
        r for r in view.rows if r > head.last and len(view.repeats(r, summary_role, "project"))
    ]
    stop = [r for r in later if "points" in {summary_role(c.text) for c in view.rows[r]}]
    return min(stop, default=view.last + 1) - 1


def _sort(view: View, row: int, head: Head, found: _Kinds) -> None:
    cells = [c for c in view.rows.get(row, ()) if c.row == row]
    if not cells:
        return
    first = label(cells[0].text)
    line = _row(view.grid, row, head)
    words = [label(c.text) for c in cells[:3]]
    if any(_TOTAL.match(w) for w in words):
        found.totals.append(line)
    elif any(_MEAN.match(w) for w in words):
        found.means.append(line)
    elif (
        _heads_group(line)
        or _NOTE.match(first)
        or (any(_PARTIAL.search(w) for w in words[:2]) and _partial(line))
    ):
        return
    elif line.project and (_has_value(line) or (line.serial is not None and not line.serial.blank)):
        found.rows.append(line)


def _partial(line: SummaryRow) -> bool:
    """小计或分类标题：没有数字序号。"""
    return line.serial is None or line.serial.number is None


def _heads_group(line: SummaryRow) -> bool:
    """分类的一行：序号是“一”“二”，没有得分。"""
    serial, points = line.serial, line.points
    return (
        serial is not None
        and _GROUP.fullmatch(label(serial.text)) is not None
        and (points is None or points.number is None)
    )


def _has_value(line: SummaryRow) -> bool:
    values = (line.initial, line.adjusted, line.executed, line.rate, line.points)
    return any(v is not None and v.number is not None for v in values)


def _row(grid: Grid, row: int, head: Head) -> SummaryRow:
    def value(role: str) -> Told | None:
        column = head.columns.get(role)
        if column is None:
            return None
        cell = grid.at(row, column)
        return told(cell if cell and cell.row == row else None, row, column)

    name, rate = value("project"), value("rate")
    spread = grid.at(row, name.column) if name else None
    named = name and spread is not None and spread.column == name.column
    return SummaryRow(
        row=row,
        serial=value("serial"),
        project=plain(name.text).replace("\n", "") if name and named else "",
        project_cell=name.cell if name else "",
        initial=value("initial"),
        adjusted=value("adjusted"),
        executed=value("executed"),
        rate=as_percent(rate) if rate else None,
        points=value("points"),
        grade=value("grade"),
    )


def _notes(view: View, head: Head, found: _Kinds) -> list[Told]:
    """表头以上和项目行以外的文字。"""
    lines = {line.row for group in found for line in group}
    return [
        Told(plain(cell.text), cell.row, cell.column)
        for row, cells in view.rows.items()
        if row not in lines and not head.first <= row <= head.last
        for cell in cells
        if cell.number is None
    ]


def _head_cell(grid: Grid, head: Head, column: int | None) -> str:
    if column is None:
        return ""
    cell = grid.at(head.last, column)
    return cell.address if cell else ""


def _unread(sheet: str, line: SummaryRow) -> list[Unread]:
    values = (line.initial, line.adjusted, line.executed, line.rate, line.points)
    return [
        Unread(sheet, v.cell, v.text or v.problem, "应是数，读不出")
        for v in values
        if v is not None and v.number is None and not v.blank
    ]
