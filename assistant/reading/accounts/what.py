"""一个数指的是哪一项：由行和列得出，还没有加上资金口径和预决算阶段。"""

from typing import NamedTuple

from assistant.domain.accounts import Line, TableKind
from assistant.domain.quantities import Dimension, unit_named
from assistant.reading.accounts.columns import Column
from assistant.reading.accounts.names import Names
from assistant.reading.accounts.rows import Row

INCOME = "final.income.current"
EXPENDITURE = "final.expenditure.current"
_WHOLES = (INCOME, EXPENDITURE, "final.income", "final.expenditure")


class What(NamedTuple):
    """指的是什么。

    base     未含口径、阶段的键；subject 是科目，空为不分科目
    notes    名称后面的注，如（项目支出）
    bound    名称里已含口径，或与口径无关，不再加
    sure     由所在位置推定的为假
    money    是金额
    """

    key: str
    label: str
    unit: str = ""
    base: str = ""
    subject: str = ""
    notes: tuple[str, ...] = ()
    bound: bool = False
    sure: bool = True
    money: bool = True


def what(row: Row, column: Column, kind: TableKind | None, names: Names, total: str) -> What | None:
    """一个数指的是什么；说不出为 None。total 是合计行所指的项，末尾带 ? 的是推定的。"""
    if column.unknown:
        return None
    if row.parent is not None:
        return _part_of(row, row.parent, names)
    if row.line is not None:
        return _of_line(row.line, column, row)
    if row.subject is not None:
        return _of_subject(row.subject, column, kind)
    return _of_total(column, kind, names, total) if row.total else None


def _part_of(row: Row, parent: Line, names: Names) -> What | None:
    scope = names.scope(row.name.name)
    if scope is None:
        return None
    return What(f"{parent.key}.{scope.id}", parent.label, notes=(scope.label,), bound=True)


def _of_line(line: Line, column: Column, row: Row | None = None) -> What | None:
    """行名就是一项；列头另有一项的，是它的一部分（基本支出里的财政拨款）。"""
    part = column.line
    if part is not None and line.key in _WHOLES and part.side == line.side:
        return _plain(part)
    if column.line is not None and column.line.key != line.key:
        key = f"{line.key}.by.{column.line.key}"
        return What(key, line.label, notes=(column.line.label,), base=key)
    counted = column.measure == "count" or _counted(row, column)
    if counted and line.quantity is not None:
        amount = line.quantity
        return What(amount.key, amount.label, amount.unit, amount.key, bound=True, money=False)
    return None if column.measure == "count" and not line.unit else _plain(line)


def _counted(row: Row | None, column: Column) -> bool:
    """行名写着台、套、平方米，列头又没说是价值：填的是数量。"""
    if row is None or column.valued or not row.name.unit:
        return False
    money = (row.name.unit, column.unit)
    return not any(u and unit_named(u).dimension is Dimension.MONEY for u in money)


def _plain(line: Line, *, sure: bool = True) -> What:
    counted = bool(line.unit) and unit_named(line.unit).dimension is not Dimension.MONEY
    bound = bool(line.scope) or not line.side
    unit = line.unit if counted else ""
    return What(line.key, line.label, unit, line.key, bound=bound, sure=sure, money=not counted)


def _of_subject(subject: tuple[str, str], column: Column, kind: TableKind | None) -> What:
    """科目行：收入表里是该科目的收入，支出表里是支出；列头另有一项的是其中一部分。"""
    key, label = subject
    total = kind.total if kind else ""
    made, notes = (f"income.{key}", ("收入",)) if total == INCOME else (key, ())
    if column.line is None or column.line.key == total:
        return What(made, label, base=total or EXPENDITURE, subject=key, notes=notes)
    part = column.line
    made = f"{made}.by.{part.key}"
    return What(made, label, base=part.key, subject=key, notes=(*notes, part.label))


def _of_total(column: Column, kind: TableKind | None, names: Names, total: str) -> What | None:
    """合计行：列头是哪一项就是哪一项；列头没说，看这种表的合计是什么。"""
    if column.line is not None:
        return _of_line(column.line, column._replace(line=None))
    if total:
        return _plain(names.lines[total.rstrip("?")], sure=not total.endswith("?"))
    if kind is not None and kind.total and not column.above:
        return _plain(names.lines[kind.total])
    return None
