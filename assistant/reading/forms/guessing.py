"""表头不合常用说法时的推断：构词给候选，各栏的内容和加减关系定取舍；定不了的不取。

推断出的角色记在 Head.guessed：据它们报的问题，要有一处合计对得上才算数（checks 的 certainty）。
"""

from collections.abc import Iterator
from decimal import Decimal

from assistant.domain.grid import GridCell
from assistant.reading.forms.text import as_percent, told
from assistant.reading.forms.view import MONEY, Head, Kind, View

_LOOKED = 30
_MOST = 0.7
_PROSE = 24
_ABOUT = Decimal("0.1")
_NUMBERS = frozenset({"weight", "points", "deduction", "initial", "adjusted", "executed", "rate"})


def guessed_heads(view: View, kind: Kind) -> Iterator[Head]:
    """没有一处合常用说法时，逐行推断表头。"""
    after = 0
    for row in view.rows:
        cells = [c for c in view.rows[row] if c.number is None and c.row == row]
        if row <= after or len(cells) < kind.least:
            continue
        head = filled(view, Head(row, row, {}), kind)
        if kind.needed <= set(head.columns) and len(head.columns) >= kind.least:
            after = head.last
            yield head


def filled(view: View, head: Head, kind: Kind) -> Head:
    """给一处表头补上缺的角色：没有角色的栏按意思看，一个角色只有一栏合内容的才补。"""
    columns = dict(head.columns)
    last = head.last
    cells = [c for c in view.rows.get(last, ()) if c.number is None]
    columns = columns or view.columns_at(last, kind)
    body = _body(view, last, kind)
    found: dict[str, list[int]] = {}
    for cell in cells:
        role = kind.meaning(cell.text)
        if role and role not in columns and cell.column not in columns.values():
            found.setdefault(role, []).append(cell.column)
    guessed = {}
    for role, candidates in found.items():
        fitting = [c for c in candidates if _fits(view, body, c, role)]
        if len(fitting) == 1:
            guessed[role] = fitting[0]
    both = {**columns, **guessed}
    if {"weight", "points"} <= set(both) and not _bounded(view, body, both):
        guessed = {r: c for r, c in guessed.items() if r not in ("weight", "points")}
    if "adjusted" in guessed and not _rated(view, body, {**columns, **guessed}):
        del guessed["adjusted"]
    return Head(head.first, last, {**columns, **guessed}, head.guessed | frozenset(guessed))


def _body(view: View, last: int, kind: Kind) -> list[int]:
    """表头以下的各行，到下一处像表头的为止；资金只到没有数的一行为止。"""
    rows: list[int] = []
    for row in range(last + 1, last + _LOOKED):
        cells = view.rows.get(row, ())
        again = sum(1 for c in cells if kind.role_of(c.text)) >= 3
        if again or (kind is MONEY and rows and not any(map(_number, cells))):
            break
        rows.append(row)
    return rows


def _number(cell: GridCell) -> Decimal | None:
    return told(cell, cell.row, cell.column).number


def _own(view: View, row: int, column: int) -> GridCell | None:
    cell = view.grid.at(row, column)
    return cell if cell is not None and (cell.row, cell.column) == (row, column) else None


def _values(view: View, body: list[int], column: int) -> list[GridCell]:
    return [c for row in body if (c := _own(view, row, column)) is not None and c.text.strip()]


def _fits(view: View, body: list[int], column: int, role: str) -> bool:
    """这一栏的内容合不合这个角色：记数的栏是数，指标值、完成值不是长句。"""
    values = _values(view, body, column)
    if role == "reason":
        return all(c.number is None for c in values)
    if not values:
        return False
    if role in _NUMBERS:
        numbers = [c for c in values if _number(c) is not None]
        return len(numbers) >= _MOST * len(values)
    if role in ("target", "actual"):
        short = [c for c in values if len(c.text) <= _PROSE]
        digits = [c for c in values if any(mark.isdigit() for mark in c.text)]
        return len(short) >= _MOST * len(values) and 2 * len(digits) >= len(values)
    return True


def _rated(view: View, body: list[int], columns: dict[str, int]) -> bool:
    """执行率是执行数除以这一栏：有执行率一栏的，至少一行如此才认它是全年预算数。"""
    if not {"rate", "executed"} <= set(columns):
        return True
    for row in body:
        cells = [_own(view, row, columns[role]) for role in ("adjusted", "executed", "rate")]
        known = [told(cell, row, 0) for cell in cells if cell is not None]
        if len(known) < len(cells):
            continue
        budget, paid, rate = known[0].number, known[1].number, as_percent(known[2]).number
        if not budget or paid is None or rate is None:
            continue
        if abs(paid / budget * 100 - rate) <= _ABOUT:
            return True
    return False


def _bounded(view: View, body: list[int], columns: dict[str, int]) -> bool:
    """得分不超过分值：多数行如此才认这两栏。"""
    pairs = []
    for row in body:
        weight, points = (_own(view, row, columns[r]) for r in ("weight", "points"))
        if weight is None or points is None:
            continue
        high, low = _number(weight), _number(points)
        if high is not None and low is not None:
            pairs.append(low <= high)
    return sum(pairs) >= _MOST * len(pairs)
