"""资金各行的读法：年度资金总额及其中各项。"""

import re

from assistant.domain.forms import Funds, Told
from assistant.domain.grid import Grid, GridCell
from assistant.reading.forms.layout import Head, Region, View
from assistant.reading.forms.text import as_percent, label, told
from assistant.reading.forms.words import GOAL_LABELS, money_role

_END = re.compile(r"总体目标|绩效目标|绩效指标|一级指标|^注|评价等级|自评等级")
_WHOLE = re.compile(r"总额|合计|总计|^年度资金$|^小计$")
_LOWER = re.compile(r"本级|上级|中央|省级|市级|县级|转移支付|一般债|专项债")
_UNIT = re.compile(r"(?:单位|金额)[:：]?\s*[(（]?\s*(亿元|万元|千元|元)")
_UNIT_IN_HEAD = re.compile(r"[(（]\s*(亿元|万元|千元|元)\s*[)）]")


def funds_of(view: View, region: Region) -> tuple[tuple[Funds, ...], ...]:
    """各组资金；没有资金表头则为空。"""
    groups = (_group(view, head, region) for head in region.money)
    return tuple(group for group in groups if group)


def money_unit(view: View, region: Region) -> str:
    """金额单位：先看“单位：万元”，再看资金栏目里的括号；都没有则为空，不猜。"""
    last = region.money[0].last + 1 if region.money else region.top + 6
    texts = [c.text for row in range(region.top, last + 1) for c in view.rows.get(row, ())]
    texts = [*view.grid.caption, *texts]
    for pattern in (_UNIT, _UNIT_IN_HEAD):
        for text in texts:
            if match := pattern.search(text):
                return match[1]
    return ""


def _group(view: View, head: Head, region: Region) -> tuple[Funds, ...]:
    end = min(
        (h.first for h in region.indicators if h.first > head.last), default=region.bottom + 1
    )
    first_money = min(
        head.columns[r] for r in ("initial", "adjusted", "executed") if r in head.columns
    )
    found: list[Funds] = []
    for row in range(head.last + 1, end):
        name = _label_at(view.grid, row, first_money, head.first, view.left)
        if _is_end(view, row, name):
            break
        line = _line(view.grid, row, head, name, bool(found))
        if line is not None:
            found.append(line)
    return tuple(found)


def _is_end(view: View, row: int, name: str) -> bool:
    cells = [c for c in view.rows.get(row, ()) if c.row == row]
    return (
        bool(_END.search(label(name)))
        or any(label(c.text) in GOAL_LABELS or _END.search(label(c.text)) for c in cells[:2])
        or sum(1 for c in cells if money_role(c.text)) >= 2
    )


def _label_at(grid: Grid, row: int, before: int, head: int, left: int) -> str:
    """行名：资金列左边最近的一格文字；从表头那行就合并下来的侧栏不算。"""
    for column in range(before - 1, left - 1, -1):
        cell = grid.at(row, column)
        if cell is not None and cell.row > head and cell.number is None and cell.text.strip():
            return cell.text
    return ""


def _line(grid: Grid, row: int, head: Head, name: str, has_total: bool) -> Funds | None:
    values = {role: _told(grid, row, column) for role, column in head.columns.items()}
    money = [values[r] for r in ("initial", "adjusted", "executed") if r in values]
    if not name.strip() and all(v.blank for v in money):
        return None
    return Funds(
        name,
        _depth(name) if has_total else 0,
        values.get("initial"),
        values.get("adjusted"),
        values.get("executed"),
        as_percent(values["rate"]) if "rate" in values else None,
        values.get("weight"),
        values.get("points"),
        values.get("reason"),
    )


def _depth(name: str) -> int:
    flat = label(name)
    if _WHOLE.search(flat) and not flat.startswith("其中"):
        return 0
    return 2 if _LOWER.search(flat) else 1


def _told(grid: Grid, row: int, column: int) -> Told:
    cell: GridCell | None = grid.at(row, column)
    if cell is not None and cell.row != row:
        return Told("", row, column)
    return told(cell, row, column)
