"""自评表的表头与表尾：年度、项目名称、总体目标、自评等级。"""

import re
from typing import Literal, NamedTuple

from assistant.domain.forms import Told
from assistant.domain.grid import GridCell
from assistant.reading.forms.layout import Region
from assistant.reading.forms.text import label, plain, squeezed, told, year_in
from assistant.reading.forms.view import INDICATORS, View
from assistant.reading.forms.words import (
    BUREAU_LABELS,
    DONE_LABELS,
    GOAL_LABELS,
    GRADE_LABELS,
    PROJECT_LABELS,
    SCORE_LABELS,
    indicator_role,
    is_label,
)

_OTHER_LABELS = frozenset(
    "主管部门 实施单位 项目负责人 联系电话 项目编码 项目类别 项目属性".split()
)


_MONEY_UNITS = ("元", "万元", "千元", "亿元")
_TITLE = re.compile(r"自评|评价表|绩效")
_LABEL = 12
_SAID_KIND = re.compile(r"部门整体|整体支出|项目支出")
_ONLY_YEAR = re.compile(r"^[(]?(?:评价年度|年度|年份)?:?20\d\d年?度?[)]?$")
_NOT_YEAR = re.compile(r"日期|时间|编码|电话|文号|月")


_NAMED_TITLE = re.compile(
    r"^(?:[一-龥]{2,8}[县市区局])?(?:20\d\d年度?)?(?P<name>[^：:]{3,30}?)(?:项目)?(?:支出)?(?:绩效)?自评(?:情况|报告)?表"
)
_GENERIC_TITLE = re.compile(
    r"(?:[一-龥]{0,6}[省市县区])?(?:本级|级)?(?:部门|单位|财政|预算|专项|资金|政策|项目|支出|整体|绩效|目标|转移支付)*"
)
_GRADES = "优秀|良好|一般|较差|优|良|中|差"
_GRADE_ALONE = re.compile(rf"^[(]?(?:(?:自评|评价|综合)*等[级次][:：)]*)?(?P<grade>{_GRADES})[)]?$")
_GRADE_SAID = re.compile(
    rf"(?:等级|等次)(?:评定)?\s*(?:为|是|：|:)\s*[“\"「]?(?P<grade>{_GRADES})(?![一-龥])"
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
    department = _is_department(view, region.top, last, named)
    if department and named is None:
        named = _labelled(view, region.top, last, BUREAU_LABELS)
    end = min((h.first for h in region.indicators), default=region.bottom)
    return Identity(
        "department" if department else "project",
        title,
        year,
        plain(named.text) if named else _in_title(title),
        named.cell if named else (title.cell if title else ""),
        *_goals(view, region.top, end),
    )


def _is_department(view: View, first: int, last: int, named: Told | None) -> bool:
    """部门整体的表：标题说了算；标题没说的，看表头有没有“部门”而没有项目名称。"""
    texts = [squeezed(c.text) for r in range(first, last) for c in view.rows.get(r, ())]
    for text in texts:
        if _TITLE.search(text) and (match := _SAID_KIND.search(text)):
            return match[0] != "项目支出"
    whole = " ".join(texts)
    department = "部门整体" in whole or (named is None and "部门" in whole)
    return department and "项目支出" not in whole


def _in_title(title: Told | None) -> str:
    """没有“项目名称”一栏时，标题里的项目名称。"""
    match = _NAMED_TITLE.match(squeezed(title.text)) if title else None
    return match["name"] if match and not _GENERIC_TITLE.fullmatch(match["name"]) else ""


def grade_of(view: View, region: Region, end: int) -> Told | None:
    """自评等级：先看合计行以下（含合计行），再看表头里的等级栏。"""
    heads = min((h.first for h in (*region.money, *region.indicators)), default=end)
    return _foot(view, end, region.bottom) or _grade_labelled(view, region.top, heads - 1)


def total_above(view: View, region: Region) -> Told | None:
    """写在表头里的总分。"""
    heads = min((h.first for h in (*region.money, *region.indicators)), default=region.top)
    return _labelled(view, region.top, heads - 1, SCORE_LABELS)


def _grade_labelled(view: View, first: int, last: int) -> Told | None:
    labelled = _labelled(view, first, last, GRADE_LABELS)
    if labelled is None or len(labelled.text) > 6:
        return None
    alone = _GRADE_ALONE.match(squeezed(labelled.text))
    return labelled._replace(text=alone["grade"]) if alone else labelled


def _foot(view: View, first: int, last: int) -> Told | None:
    """等级栏、合计行里写的、或一句话里说的等级。"""
    labelled = _grade_labelled(view, first, last)
    if labelled is not None:
        return labelled
    for row in range(first, last + 1):
        for cell in view.rows.get(row, ()):
            text = plain(cell.text)
            if match := _GRADE_ALONE.match(squeezed(text)) or _GRADE_SAID.search(text):
                return Told(match["grade"], cell.row, cell.column)
    return None


def _title(view: View, first: int, last: int) -> tuple[Told | None, int | None]:
    """写着年度的一格：先看标题，再看只写年度的，再看别处；填报日期的年份不算。"""
    cells = [cell for row in range(first, last) for cell in view.rows.get(row, ())]
    dated = [
        (cell, year)
        for cell in cells
        if len(cell.text) < 60
        and not _NOT_YEAR.search(cell.text)
        and (year := year_in(cell.text)) is not None
    ]
    for pattern in (_TITLE, _ONLY_YEAR, None):
        for cell, year in dated:
            if pattern is None or pattern.search(squeezed(cell.text)):
                return Told(plain(cell.text), cell.row, cell.column), year
    title = Told(plain(cells[0].text), cells[0].row, cells[0].column) if cells else None
    return title, next((year for text in view.grid.caption if (year := year_in(text))), None)


def _labelled(view: View, first: int, last: int, labels: re.Pattern[str]) -> Told | None:
    """栏目名右边的一格，或同一格冒号之后的文字。"""
    for row in range(first, last + 1):
        for cell in view.labelled(row, labels):
            _, colon, rest = plain(cell.text).replace("：", ":").partition(":")
            inside = Told(rest.strip(), cell.row, cell.column)
            value = inside if colon and rest.strip() else _right_of(view, cell)
            if value.text not in _MONEY_UNITS:
                return value
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


def _goals(view: View, first: int, end: int) -> tuple[Told | None, Told | None]:
    """预期目标与实际完成情况：两个栏目名同在一行的取左右相邻的一对，否则各取各的。"""
    for row in range(first, end):
        done = list(view.labelled(row, DONE_LABELS))
        goals = [c for c in view.labelled(row, GOAL_LABELS) if done and c.column < done[-1].column]
        if goals:
            return _below(view, goals[-1]), _below(view, done[-1])
    rows = range(first, end)
    goal = next((c for r in rows for c in view.labelled(r, GOAL_LABELS)), None)
    dones = (c for r in rows for c in view.labelled(r, DONE_LABELS))
    done_cell = next((c for c in dones if not _heads_rows(view, c)), None)
    return _below(view, goal) if goal else None, _below(view, done_cell) if done_cell else None


def _heads_rows(view: View, head: GridCell) -> bool:
    """侧栏：跨几行，右边紧挨着的还是栏目名。"""
    beside = view.grid.at(head.row, head.column + head.columns)
    return head.rows > 1 and beside is not None and is_label(beside.text, GOAL_LABELS)


def _below(view: View, head: GridCell) -> Told:
    """同一格冒号之后的文字；右边同行是正文的取右边；否则下面的一格，下面不是正文再取右边。"""
    _, _, inside = plain(head.text).replace("：", ":").partition(":")
    if inside.strip():
        return Told(inside.strip(), head.row, head.column)
    beside = view.grid.at(head.row, head.column + head.columns)
    if beside is not None and beside.row == head.row and len(label(beside.text)) > _LABEL:
        return told(beside, beside.row, beside.column)
    under = view.grid.at(head.row + head.rows, head.column)
    if _is_body(view, under, head):
        return told(under, head.row + head.rows, head.column)
    column = head.column + head.columns
    return told(view.grid.at(head.row, column), head.row, column)


def _is_body(view: View, under: GridCell | None, head: GridCell) -> bool:
    if under is None or under.row == head.row:
        return False
    flat = label(under.text)
    heads = indicator_role(under.text) or re.match(r"绩效指标|实际完成|序号", flat)
    return len(flat) > 1 and not heads and len(view.columns_at(under.row, INDICATORS)) < 3
