"""自评表的版面：表头在哪几行、各栏是什么角色、一张表里有几份自评表。"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from assistant.domain.grid import Grid, GridCell
from assistant.reading.forms.text import squeezed
from assistant.reading.forms.words import (
    NAMES_TARGET,
    PROJECT_LABELS,
    indicator_role,
    is_label,
    money_role,
    summary_role,
)

RoleOf = Callable[[str], str | None]
_TITLE = re.compile(
    r"^(?!注|说明|备注).{0,40}(?:自评|自我评价|绩效评价)(?:情况|打分|评分|复核|报告|结果|评价)*表(?:\W|$)"
)


_NAMES = ("level_one", "name")


class Head(NamedTuple):
    """一处表头：首行、末行，各角色所在的列。"""

    first: int
    last: int
    columns: dict[str, int]


class Region(NamedTuple):
    """一份自评表占的行列范围，及其中的资金表头与指标表头（可因分页重复）。"""

    top: int
    bottom: int
    left: int
    right: int
    money: tuple[Head, ...]
    indicators: tuple[Head, ...]


class View:
    """一张格子按行取用的视图，可只看其中几列。"""

    def __init__(self, grid: Grid, left: int = 1, right: int = 1 << 14) -> None:
        self.grid = grid
        self.left, self.right = left, right
        self.rows = {
            number: [c for c in cells if left <= c.column <= right]
            for number, cells in grid.rows().items()
        }
        self.rows = {number: cells for number, cells in self.rows.items() if cells}
        self.last = max(self.rows, default=0)

    def head_at(self, row: int, role_of: RoleOf, needed: frozenset[str]) -> Head | None:
        """从 row 起的表头（至多三行）；缺少 needed 里的角色则不是。"""
        best: Head | None = None
        columns: dict[str, int] = {}
        first = row
        for last in range(row, row + 3):
            found = self._roles(last, role_of)
            if last > row and (len(found) < 2 or self._has_number(last)):
                break
            if not found:
                break
            if set(columns) <= set(found):
                first, columns = last, {}
            columns = self._merge(columns, found)
            if needed <= set(columns):
                best = Head(first, last, dict(columns))
        return best

    def _roles(self, row: int, role_of: RoleOf) -> dict[str, list[GridCell]]:
        found: dict[str, list[GridCell]] = {}
        for cell in self.rows.get(row, ()):
            if cell.number is None and (role := role_of(cell.text)):
                found.setdefault(role, []).append(cell)
        if "target" not in found and (both := _names_with_targets(found.get("name", ()))):
            found["target"] = both
        return found

    @staticmethod
    def _merge(above: dict[str, int], below: dict[str, list[GridCell]]) -> dict[str, int]:
        """下一行的栏目更细，盖过上一行同角色的。

        同一行有几栏同角色的，侧栏不算：侧栏在指标名称左边，在最左，或往下合并得比别的栏长。
        """
        first = min((c.column for cells in below.values() for c in cells), default=0)
        edge = min((c.column for role in _NAMES for c in below.get(role, ())), default=first + 1)
        chosen = {
            role: min(cells, key=lambda c: (c.column < edge, c.rows, c.column)).column
            for role, cells in below.items()
        }
        return {**above, **chosen}

    def _has_number(self, row: int) -> bool:
        return any(cell.number is not None for cell in self.rows.get(row, ()))

    def repeats(self, row: int, role_of: RoleOf, role: str) -> list[int]:
        """某行里同一角色出现的各列：不止一个就是左右并排的几份表。"""
        return [cell.column for cell in self._roles(row, role_of).get(role, ())]

    def label_row(self, row: int, labels: re.Pattern[str]) -> GridCell | None:
        """某行中以 labels 为栏目名的第一格（“项目名称：某某”也算）。"""
        return next(self.labelled(row, labels), None)

    def labelled(self, row: int, labels: re.Pattern[str]) -> Iterator[GridCell]:
        """某行中以 labels 为栏目名的各格。"""
        for cell in self.rows.get(row, ()):
            if is_label(cell.text, labels) or is_label(re.split("[:：]", cell.text)[0], labels):
                yield cell


def _names_with_targets(names: Iterable[GridCell]) -> list[GridCell]:
    """“三级指标（目标值）”“指标及目标值”：名称和指标值写在一格。"""
    return [cell for cell in names if NAMES_TARGET.search(squeezed(cell.text))]


INDICATOR_NEEDS = frozenset({"name", "target"})
MONEY_NEEDS = frozenset({"adjusted", "executed"})
SUMMARY_NEEDS = frozenset({"project"})


def indicator_heads(view: View) -> list[Head]:
    """全部指标表头，自上而下。至少要有名称、指标值，及分值或得分。"""
    return [
        head
        for head in _heads(view, indicator_role, INDICATOR_NEEDS)
        if {"weight", "points"} & set(head.columns)
    ]


def money_heads(view: View) -> list[Head]:
    """全部资金表头。"""
    return list(_heads(view, money_role, MONEY_NEEDS))


def summary_heads(view: View) -> list[Head]:
    """全部汇总表头：有项目名称一栏，另有得分或资金两栏以上。"""
    return [
        head
        for head in _heads(view, summary_role, SUMMARY_NEEDS)
        if "points" in head.columns or len(head.columns) >= 4
    ]


def _heads(view: View, role_of: RoleOf, needed: frozenset[str]) -> Iterator[Head]:
    after = 0
    for row in view.rows:
        if row <= after:
            continue
        head = view.head_at(row, role_of, needed)
        if head is not None:
            after = head.last
            yield head


def regions(view: View) -> list[Region]:
    """一张格子里的各份自评表。"""
    heads, money = indicator_heads(view), money_heads(view)
    starts = _starts(view, heads)
    found = []
    for number, top in enumerate(starts):
        bottom = starts[number + 1] - 1 if number + 1 < len(starts) else view.last
        mine = tuple(h for h in heads if top <= h.first <= bottom)
        funds = tuple(h for h in money if top <= h.first <= bottom)
        found.append(Region(top, bottom, view.left, view.right, funds, mine))
    return found


def _starts(view: View, heads: list[Head]) -> list[int]:
    """各份表的起始行：每个新开的表头之上最近的标题或项目名称。"""
    starts: list[int] = []
    floor = 0
    for head in heads:
        begin = _start_above(view, floor, head.first)
        if begin is None and starts:
            floor = head.last
            continue
        starts.append(begin if begin is not None else min(view.rows))
        floor = head.last
    return starts


def _start_above(view: View, floor: int, head: int) -> int | None:
    """在 floor 与 head 之间最早的标题行；没有标题则是项目名称行。"""
    rows = [row for row in view.rows if floor < row < head]
    for row in rows:
        if any(_TITLE.search(squeezed(c.text)) for c in view.rows[row]):
            return row
    return next((row for row in rows if view.label_row(row, PROJECT_LABELS)), None)
