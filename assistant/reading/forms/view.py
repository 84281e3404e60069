"""格子按行取用的视图，和其中一处表头各栏的角色。"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from assistant.domain.grid import Grid, GridCell
from assistant.reading.forms.meanings import indicator_meaning, money_meaning
from assistant.reading.forms.text import squeezed
from assistant.reading.forms.words import (
    NAMES_TARGET,
    indicator_role,
    is_label,
    money_role,
    summary_role,
)

RoleOf = Callable[[str], str | None]
_NAMES = ("level_one", "name")


class Kind(NamedTuple):
    """一种表头：确定的说法、大概的意思、缺不得的角色、推断时至少几栏。"""

    role_of: RoleOf
    meaning: RoleOf
    needed: frozenset[str]
    least: int = 0


INDICATORS = Kind(indicator_role, indicator_meaning, frozenset({"name", "target"}), 5)
MONEY = Kind(money_role, money_meaning, frozenset({"adjusted", "executed"}), 3)
SUMMARY = Kind(summary_role, summary_role, frozenset({"project"}))


class Head(NamedTuple):
    """一处表头：首行、末行，各角色所在的列；guessed 是按意思推断的角色。"""

    first: int
    last: int
    columns: dict[str, int]
    guessed: frozenset[str] = frozenset()


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

    def head_at(self, row: int, kind: Kind) -> Head | None:
        """从 row 起的表头（至多三行）；缺少 kind.needed 里的角色则不是。"""
        best: Head | None = None
        columns: dict[str, int] = {}
        guessed: set[str] = set()
        first = row
        for last in range(row, row + 3):
            found = self._roles(last, kind.role_of)
            if last > row:
                under = self._under(last, found, columns, kind)
                guessed |= set(under)
                found = {**found, **under}
            if last > row and (len(found) < 2 or self._has_number(last)):
                break
            if not found:
                break
            if set(columns) <= set(found):
                first, columns = last, {}
            columns = self._merge(self._moved(last, columns, found), found)
            if kind.needed <= set(columns):
                best = Head(first, last, dict(columns), frozenset(guessed & set(columns)))
        return best

    def columns_at(self, row: int, kind: Kind) -> dict[str, int]:
        """一行里说法常用的各栏。"""
        return self._merge({}, self._roles(row, kind.role_of))

    def _under(
        self, row: int, found: dict[str, list[GridCell]], above: dict[str, int], kind: Kind
    ) -> dict[str, list[GridCell]]:
        """上层一栏有角色而跨几列，下层的说法不常用：按意思看。"""
        known = {cell.column for cells in found.values() for cell in cells}
        made: dict[str, list[GridCell]] = {}
        for cell in self.rows.get(row, ()):
            parent = self.grid.at(row - 1, cell.column)
            if cell.column in known or cell.number is not None or parent is None:
                continue
            spread = parent.row == row - 1 and parent.columns > cell.columns
            role = kind.meaning(cell.text)
            if spread and role and role not in found and parent.column in above.values():
                made.setdefault(role, []).append(cell)
        return {role: cells for role, cells in made.items() if len(cells) == 1}

    def _moved(
        self, row: int, above: dict[str, int], below: dict[str, list[GridCell]]
    ) -> dict[str, int]:
        """上层一栏跨几列，首列在下层另有角色：让到跨列里下层没有角色的那一列。"""
        taken = {cell.column for cells in below.values() for cell in cells}
        kept = dict(above)
        for role, column in above.items():
            parent = self.grid.at(row - 1, column)
            if role in below or column not in taken or parent is None:
                continue
            span = range(parent.column, parent.column + parent.columns)
            free = [c.column for c in self.rows.get(row, ()) if c.column in span]
            free = [c for c in free if c not in taken]
            if len(free) == 1:
                kept[role] = free[0]
        return kept

    def _roles(self, row: int, role_of: RoleOf) -> dict[str, list[GridCell]]:
        found: dict[str, list[GridCell]] = {}
        for cell in self.rows.get(row, ()):
            if cell.number is None and (role := role_of(cell.text)):
                found.setdefault(role, []).append(cell)
        if "level_two" not in found and len(ones := found.get("level_one", [])) == 2:
            found["level_one"], found["level_two"] = [ones[0]], [ones[1]]
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
