"""一个数的意思：行、列、表三者合起来得出键、名称、年度和单位。"""

from typing import NamedTuple

from assistant.domain.accounts import FINAL, TableKind
from assistant.domain.quantities import Dimension, unit_named
from assistant.reading.accounts.columns import Column
from assistant.reading.accounts.frame import Datum
from assistant.reading.accounts.names import Names
from assistant.reading.accounts.rows import Row
from assistant.reading.accounts.what import What, what


class Setting(NamedTuple):
    """一张表的情形：种类、年度（0 没写）、单位（空为没写）、阶段。"""

    kind: TableKind | None
    year: int
    unit: str
    stage: str

    @property
    def kind_id(self) -> str:
        """表的种类；没认出为空。"""
        return self.kind.id if self.kind else ""


class Group(NamedTuple):
    """同口径、同阶段、同年、同科目的一组数，彼此可以加总。subject 空为不分科目。"""

    scope: str
    stage: str
    year: int
    subject: str
    measure: str


class Meaning(NamedTuple):
    """一个数的意思。base 是未含口径、阶段的键，与 group 一起供表内核对。why 非空时没有取。"""

    key: str
    label: str
    unit: str
    sure: bool
    base: str
    group: Group
    why: str = ""


def meaning(
    row: Row, column: Column, datum: Datum, setting: Setting, names: Names, total: str
) -> Meaning | None:
    """一个数的意思；说不出是哪一项为 None。total 是合计行所指的项（空为不知）。"""
    found = datum.content
    item = what(row, column, setting.kind, names, total)
    if item is None:
        return None
    year = column.year or (setting.year + column.shift if setting.year else 0)
    if row.when is not None and not column.year:
        year = row.when.year or (year + row.when.shift if year else 0)
    scope = column.scope or (setting.kind.scope if setting.kind else "")
    stage = column.stage or (row.when.stage if row.when else "") or setting.stage
    group = Group(scope, stage, year, item.subject, column.measure + column.change)
    there = _measured(_staged(_scoped(item, scope, names), stage, names), column)
    own = item.unit if item.unit in row.name.units else row.name.unit
    noted = (u for u in (own, datum.unit, column.unit) if not u or _is_money(u) == item.money)
    unit = found.unit or next((u for u in noted if u), "") or item.unit or setting.unit
    if column.change == ".change_rate":
        unit = found.unit or "%"
    label = there.label + (f"（{'，'.join(there.notes)}）" if there.notes else "")
    why = _why_not(item, column, unit, year)
    return Meaning(there.key, label, unit, item.sure, item.base, group, why)


def placed(key: str, label: str, scope: str, stage: str, names: Names) -> tuple[str, str]:
    """一项加上资金口径和阶段的键与名称。"""
    item = _staged(_scoped(What(key, label), scope, names), stage, names)
    return item.key, item.label + (f"（{'，'.join(item.notes)}）" if item.notes else "")


def _scoped(item: What, scope: str, names: Names) -> What:
    """加上资金口径：财政拨款本年支出合计；科目的写在注里。"""
    if not scope or item.bound:
        return item
    label = next(s.label for s in names.chart.scopes if s.id == scope)
    item = item._replace(key=f"{scope}.{_bare(item.key)}")
    if item.subject:
        return item._replace(notes=(label, *item.notes))
    return item._replace(label=label + item.label.removeprefix("决算").removeprefix(label))


def _staged(item: What, stage: str, names: Names) -> What:
    """加上预决算阶段：收入总计的年初预算数就是年初预算收入数。"""
    own = item.key.split(".")[0] in (s.id for s in names.chart.stages if s.id != FINAL)
    if stage == FINAL or own or not item.money or item.key.startswith("assets."):
        return item
    target = names.chart.stage_keys.get(stage, {}).get(item.key)
    if target is not None:
        label = names.fields[target].label if target in names.fields else item.label
        return item._replace(key=target, label=label)
    label = next(s.label for s in names.chart.stages if s.id == stage)
    plain = item.label.removeprefix("决算")
    return item._replace(key=f"{stage}.{_bare(item.key)}", label=plain, notes=(*item.notes, label))


def _measured(item: What, column: Column) -> What:
    """净值、增减额、增减率。"""
    if column.measure == "net" and item.money:
        item = item._replace(key=f"{item.key}.net", label=f"{item.label}净值")
    if column.change:
        word = "增减率" if column.change == ".change_rate" else "增减额"
        item = item._replace(key=f"{item.key}{column.change}", label=f"{item.label}{word}")
    return item


def _bare(key: str) -> str:
    return key.removeprefix("final.")


def _is_money(unit: str) -> bool:
    return unit_named(unit).dimension is Dimension.MONEY


def _why_not(item: What, column: Column, unit: str, year: int) -> str:
    if not year:
        return "没有写明是哪一年的数"
    if not unit:
        return "没有写明单位（元还是万元）" if item.money else "没有写明单位"
    if item.money and not _is_money(unit) and column.change != ".change_rate":
        return f"单位是{unit}，不是金额"
    return ""
