"""指标各行的读法：合并的一二级指标向下沿用，分值、得分、原因各带地址。"""

import re
from decimal import Decimal
from typing import NamedTuple

from assistant.domain.forms import Indicator, Subtotal, Told, Unread
from assistant.domain.grid import Grid, GridCell
from assistant.domain.targets import Actual, Sign
from assistant.reading.forms.joined import NAME_WEIGHT, apart, levels, share, weight_in_name
from assistant.reading.forms.layout import Region
from assistant.reading.forms.targets import actual_of, target_of
from assistant.reading.forms.text import label, squeezed, told
from assistant.reading.forms.view import Head, View
from assistant.reading.forms.words import (
    GRADE_LABELS,
    SCORE_LABELS,
    TOTAL_LABELS,
    indicator_role,
    is_label,
)

_PREFIX = re.compile(r"^(?:指标\s*\d*\s*[:：、.．]|\d+\s*[.、．)）]\s*|[（(]\d+[)）]\s*|[①-⑳])\s*")
_STOP = re.compile(r"^(?:注|说明|备注|填表人|填报人|制表|负责人|联系电话|审核)")
_SUBTOTAL = re.compile(r"小计$|^(?:产出|效益|满意度|成本|指标).{0,4}(?:合计|得分)$")
_SAID_TOTAL = re.compile(
    r"^(?:自评|评价|综合|合计)*(?:总得?分|得分合计)[:：为]?(\d{1,3}(?:\.\d+)?)分?(?:$|[,，;；(（。])"
)
_CLASS = re.compile(
    r"(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）])?(?:产出|效益|满意度|成本|决策|过程|投入|管理)"
)
_ONLY_MARK = re.compile(r"^(?:指标\s*\d*\s*[:：]?|[.…·\s—－/-]*)$")


class Block(NamedTuple):
    """指标块：各指标，合计行，以及从哪一行（合计行）起是尾部。"""

    indicators: tuple[Indicator, ...]
    total_weight: Told | None
    total_points: Told | None
    end: int
    subtotals: tuple[Subtotal, ...]
    unread: tuple[Unread, ...]


def indicators_of(view: View, region: Region, year: int | None) -> Block:
    """读一份自评表的全部指标；表头因分页重复的连着读。"""
    found: list[Indicator] = []
    unread: list[Unread] = []
    subtotals: list[Subtotal] = []
    weight = points = None
    end = region.bottom + 1
    for number, head in enumerate(region.indicators):
        later = region.indicators[number + 1 :]
        last = later[0].first - 1 if later else region.bottom
        carried = ("", "")
        funds = min((m.first for m in region.money if m.first > head.last), default=last + 1)
        for row in range(head.last + 1, last + 1):
            kind = _kind(view, row, head)
            if row >= funds and not _is_score_total(view, row):
                continue
            if kind == "end":
                end = row
                break
            inner = kind == "total" and _goes_on(view, row, last, head)
            if kind == "total" and not inner:
                weight, points = _total(view, row, head)
                end = row
                break
            if kind == "subtotal" or inner:
                subtotals.append(_subtotal(view, row, head, found, subtotals))
            if kind == "class":
                carried = (view.rows[row][0].text, "")
            if kind == "row":
                indicator = _indicator(view.grid, row, head, carried, year)
                carried = (indicator.level_one, indicator.level_two)
                found.append(indicator)
                unread.extend(_not_understood(view.grid.name, indicator))
    return Block(tuple(found), weight, points, end, tuple(subtotals), tuple(unread))


def _kind(view: View, row: int, head: Head) -> str:
    """这一行是指标、合计、尾部，还是空行。"""
    cells = [c for c in view.rows.get(row, ()) if c.row == row]
    if not cells:
        return "blank"
    first = label(cells[0].text)
    said = (c.text for c in cells[:3])
    if any(is_label(text, TOTAL_LABELS) or _SAID_TOTAL.match(squeezed(text)) for text in said):
        return "total"
    if any(_SUBTOTAL.search(label(c.text)) for c in cells[:3]):
        return "subtotal"
    if _unnamed(view.grid, cells[0], head) and _scored(view.grid, row, head):
        return "class" if _CLASS.match(first) else "total"
    if _STOP.match(first) or is_label(re.split("[:：]", cells[0].text)[0], GRADE_LABELS):
        return "end"
    name = view.grid.at(row, head.columns["name"])
    if sum(1 for c in cells if indicator_role(c.text)) >= 3:
        return "blank"
    named = (
        name is not None
        and name.row == row
        and name.column == head.columns["name"]
        and not _ONLY_MARK.match(squeezed(name.text))
    )
    return "row" if named or _scored(view.grid, row, head) else "blank"


def _unnamed(grid: Grid, first: GridCell, head: Head) -> bool:
    """名称左边的一格合并到指标值，或名称、指标值、完成值都空着：是合计行或分类的一行。"""
    name, target = head.columns["name"], head.columns["target"]
    if name >= target or first.column > name or first.number is not None:
        return False
    if target < first.column + first.columns:
        return True
    values = (_own(grid, first.row, head, role) for role in ("name", "target", "actual"))
    return first.column < name and all(value is None or value.blank for value in values)


def _scored(grid: Grid, row: int, head: Head) -> bool:
    """分值、得分栏里有数。"""
    return any(
        (value := _own(grid, row, head, role)) is not None and value.number is not None
        for role in ("weight", "points")
    )


def _goes_on(view: View, row: int, last: int, head: Head) -> bool:
    """合计行下面还有记分的指标或合计：它只是一类的小计。"""
    for below in range(row + 1, last + 1):
        kind = _kind(view, below, head)
        if kind == "end":
            return False
        if kind == "total" or (kind == "row" and _scored(view.grid, below, head)):
            return True
    return False


def _total(view: View, row: int, head: Head) -> tuple[Told | None, Told | None]:
    """合计行的分值和得分；写成“自评总分：98分”一格的，只有得分。"""
    for cell in view.rows.get(row, ()):
        if match := _SAID_TOTAL.match(squeezed(cell.text)):
            value = Decimal(match[1])
            return None, Told(cell.text, cell.row, cell.column, value, value)
    weight, points = (_own(view.grid, row, head, role) for role in ("weight", "points"))
    return share(weight), points


def _is_score_total(view: View, row: int) -> bool:
    """资金写在指标之后的表：资金各行之下的“总分”才是合计行。"""
    return any(is_label(cell.text, SCORE_LABELS) for cell in view.rows.get(row, ())[:3])


def _indicator(
    grid: Grid, row: int, head: Head, carried: tuple[str, str], year: int | None
) -> Indicator:
    level_one, level_two = levels(grid, row, head, carried)
    name = _own(grid, row, head, "name")
    target_told, sign, unit = (_own(grid, row, head, r) for r in ("target", "sign", "unit"))
    if name is not None and head.columns.get("target") == head.columns["name"]:
        name, target_told = apart(name)
    changed = _own(grid, row, head, "new_target")
    if changed is not None and not changed.blank:
        target_told = changed
    target = target_of(
        target_told.text if target_told else "",
        sign_text=sign.text if sign else "",
        unit_text=unit.text if unit else "",
        level=level_one + level_two,
        year=year,
    )
    actual = _own(grid, row, head, "actual")
    read = actual_of(actual.text, actual.number, target, year) if actual else Actual()
    return Indicator(
        name=NAME_WEIGHT.sub("", _PREFIX.sub("", name.text)).strip() if name else "",
        name_cell=name.cell if name else "",
        level_one=level_one,
        level_two=level_two,
        target=target,
        target_cell=target_told.cell if target_told else "",
        actual=read,
        actual_told=actual,
        weight=share(_own(grid, row, head, "weight")) or weight_in_name(name),
        points=_own(grid, row, head, "points"),
        reason=_own(grid, row, head, "reason"),
        deduction=_own(grid, row, head, "deduction"),
        evidence=_own(grid, row, head, "evidence"),
        over_reason=_own(grid, row, head, "over_reason"),
        level_one_cell=_level_cell(grid, row, head),
    )


def _subtotal(
    view: View, row: int, head: Head, found: list[Indicator], earlier: list[Subtotal]
) -> Subtotal:
    """小计所合计的指标：同一一级指标且还没有被小计过的。"""
    named = next(c.text for c in view.rows[row] if c.row == row)
    first = earlier[-1].last + 1 if earlier else 0
    level = found[-1].level_one if found else ""
    while first < len(found) and found[first].level_one != level:
        first += 1
    weight, points = (_own(view.grid, row, head, role) for role in ("weight", "points"))
    return Subtotal(named, weight, points, first, len(found) - 1)


def _level_cell(grid: Grid, row: int, head: Head) -> str:
    column = head.columns.get("level_one")
    cell = grid.at(row, column) if column else None
    return cell.address if cell else ""


def _own(grid: Grid, row: int, head: Head, role: str) -> Told | None:
    """本行某栏的值；纵向合并到上面的格不算本行的（一二级指标除外）。"""
    column = head.columns.get(role)
    if column is None:
        return None
    cell = grid.at(row, column)
    if cell is not None and cell.row != row:
        cell = None
    return told(cell, row, column)


def _not_understood(sheet: str, one: Indicator) -> list[Unread]:
    """指标值、实际完成值、分值、得分读不懂的，列出单元格。"""
    found = []
    said = one.actual_told
    if one.target is None and one.target_cell:
        found.append(Unread(sheet, one.target_cell, one.name, "指标值读不懂，未计分"))
    elif one.target and said and not said.blank and _unread_number(one):
        found.append(Unread(sheet, said.cell, said.text, "实际完成值不是可与指标值相比的数"))
    for value in (one.weight, one.points):
        if value is not None and value.number is None and not value.blank:
            found.append(Unread(sheet, value.cell, value.text or value.problem, "应是数，读不出"))
    return found


def _unread_number(one: Indicator) -> bool:
    quantitative = one.target and one.target.sign not in (Sign.QUALITATIVE, Sign.DATE)
    return bool(quantitative) and one.actual.number is None
