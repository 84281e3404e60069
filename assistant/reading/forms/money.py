"""资金各行的读法：年度资金总额及其中各项。"""

import re

from assistant.domain.forms import Funds, Told
from assistant.domain.grid import Grid, GridCell
from assistant.reading.forms.layout import Region
from assistant.reading.forms.money_lines import paired_funds, split_funds
from assistant.reading.forms.text import as_percent, label, told
from assistant.reading.forms.view import Head, View
from assistant.reading.forms.words import GOAL_LABELS, is_label, money_role

_END = re.compile(
    r"总体目标|绩效目标|年度目标|绩效指标|一级指标|^注|评价等级|自评等级|^(?:自评)?总得?分$"
)
_WHOLE = re.compile(r"总额|合计|总计|^年度总?(?:资金|金额)$|^(?:资金|金额)?小计$|总支出")
_PART = re.compile(r"^[\d一二三四五.、]*(?:基本|项目|人员|公用|运转|财政|拨款|自筹|上年|其他)")
_LOWER = re.compile(r"本级|上级|中央|省级|市级|县级|转移支付|一般债|专项债")
_UNIT = re.compile(r"(?:单位|金额)[:：]?\s*[(（]?\s*(亿元|万元|千元|元)")
_UNIT_IN_HEAD = re.compile(r"[(（]\s*(?:单位[:：])?\s*(亿元|万元|千元|元)\s*[)）]")
_SECOND = re.compile(r"[（(][一二三四五六七八九十]+[）)]")
_AMOUNTS = ("initial", "adjusted", "executed")


def funds_of(view: View, region: Region) -> tuple[tuple[Funds, ...], ...]:
    """各组资金，记分的一组在前；没有资金表头则读“预算数：…”一类的写法，再没有则为空。"""
    groups = [group for head in region.money if (group := _group(view, head, region))]
    groups = [group for group in groups if _told_amounts(group)]
    first = min((h.first for h in region.indicators), default=region.bottom)
    if not groups:
        pair = paired_funds(view, region.top, first)
        return (pair,) if pair else ()
    groups.sort(key=lambda group: group[0].points is None)
    groups[1:] = [group for group in groups[1:] if _is_whole(group[0].label)]
    return (*groups, *split_funds(view, region.money[0].last + 1, first))


def _told_amounts(group: tuple[Funds, ...]) -> bool:
    """这一组里有金额；栏目名下面全是文字的不是资金。"""
    amounts = (told for f in group for told in (f.initial, f.adjusted, f.executed))
    return any(told is not None and (told.number is not None or told.problem) for told in amounts)


def money_unit(view: View, region: Region) -> str:
    """金额单位：先看“单位：万元”，再看资金栏目里的括号；都没有则为空，不猜。"""
    last = region.money[0].last + 1 if region.money else region.top + 6
    cells = [c for row in range(region.top, last + 1) for c in view.rows.get(row, ())]
    texts = [*view.grid.caption, *(c.text for c in cells)]
    for pattern in (_UNIT, _UNIT_IN_HEAD):
        for text in texts:
            if match := pattern.search(text):
                return match[1]
    for cell in cells:
        beside = view.grid.text(cell.row, cell.column + cell.columns).strip()
        if label(cell.text) in ("单位", "金额单位") and re.fullmatch(r"亿元|万元|千元|元", beside):
            return beside
    return ""


def _group(view: View, head: Head, region: Region) -> tuple[Funds, ...]:
    end = min(
        (h.first for h in (*region.indicators, *region.money) if h.first > head.last),
        default=region.bottom + 1,
    )
    found: list[Funds] = []
    for row in range(head.last + 1, end):
        name = _label_at(view, row, head)
        if _is_end(view, row, name):
            break
        line = _line(view.grid, row, head, name)
        if line is not None:
            found.append(line)
    return _total_first(found)


def _total_first(found: list[Funds]) -> tuple[Funds, ...]:
    """总额放在最前；没有写总额而有“其中”的，第一行作总额；都没有的是并列的各项，不核合计。"""
    at = next((n for n, line in enumerate(found) if _is_whole(line.label)), None)
    rest = [line for n, line in enumerate(found) if n != (at or 0)]
    if at is None and not any(label(line.label).startswith("其中") for line in rest):
        return tuple(found)
    return tuple(
        [line._replace(depth=0) for line in found[at or 0 : (at or 0) + 1]]
        + [line._replace(depth=_depth(line.label) or int(_is_part(line.label))) for line in rest]
    )


def _is_end(view: View, row: int, name: str) -> bool:
    cells = [c for c in view.rows.get(row, ()) if c.row == row]
    return (
        bool(_END.search(label(name)))
        or any(is_label(c.text, GOAL_LABELS) or _END.search(label(c.text)) for c in cells[:2])
        or sum(1 for c in cells if money_role(c.text)) >= 2
    )


def _label_at(view: View, row: int, head: Head) -> str:
    """行名：资金列左边最近的一格文字；从表头那行就合并下来的侧栏、别的栏目的值不算。"""
    before = min(head.columns[r] for r in _AMOUNTS if r in head.columns)
    taken = set(head.columns.values())
    for column in range(before - 1, view.left - 1, -1):
        cell = view.grid.at(row, column)
        if cell is None or cell.row <= head.first or cell.column in taken:
            continue
        if cell.number is None and cell.text.strip():
            return cell.text
    return ""


def _line(grid: Grid, row: int, head: Head, name: str) -> Funds | None:
    values = {role: _told(grid, row, column) for role, column in head.columns.items()}
    money = [values[r] for r in _AMOUNTS if r in values]
    if not name.strip() and all(v.blank for v in money):
        return None
    if any(_prose(v) for v in money) and all(v.number is None for v in money):
        return None
    return Funds(
        name,
        0,
        values.get("initial"),
        values.get("adjusted"),
        values.get("executed"),
        as_percent(values["rate"]) if "rate" in values else None,
        values.get("weight"),
        values.get("points"),
        values.get("reason"),
        values.get("balance"),
    )


def _prose(value: Told) -> bool:
    """金额栏里是一句话，不是写坏了的数：这一行不是资金。"""
    return value.number is None and not value.blank and not value.problem and len(value.text) >= 4


def _is_whole(name: str) -> bool:
    flat = label(name)
    return bool(_WHOLE.search(flat)) and not flat.startswith("其中")


def _is_part(name: str) -> bool:
    """总额之下的“基本支出总额”“财政拨款合计”一类，是其中一项。"""
    return bool(_PART.match(label(name)))


def _depth(name: str) -> int:
    """0 是总额，1 是其中的一项，2 是再下一层：“（一）”编号的，上级、本级一类。"""
    if _is_whole(name):
        return 0
    return 2 if _SECOND.match(name.strip()) or _LOWER.search(label(name)) else 1


def _told(grid: Grid, row: int, column: int) -> Told:
    cell: GridCell | None = grid.at(row, column)
    if cell is not None and cell.row != row:
        return Told("", row, column)
    return told(cell, row, column)
