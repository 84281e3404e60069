"""格表：任何来源的表格都化成同一样东西——一条条带名称、编码和数值的记录。

有列的表（真表格、制表符分列的文字、各行数值一样多的文字层表格）每个数值都有列号；
文字层里空格被略去的行只知数值的次序。
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from assistant.domain.findings import Span
from assistant.domain.quantities import Quantity, places_of

TOTALS = re.compile(r"合\s*计|总\s*计|小\s*计|总\s*额|累\s*计|共\s*计")
_UNIT = re.compile(r"单位\s*[:：]?\s*(?:人民币)?\s*(万元|亿元|千元|百万元|元)")
_IN_HEAD = re.compile(r"[（(](?:单位[:：])?(万元|亿元|千元|百万元|元)[)）]")
_COUNTED = re.compile(r"数量|人数|个数|面积|得分|分值")
_NAME = re.compile(r"表(?:[（(].{1,20}[）)])?$|情况$|如下[:：]?$|附[表件].{0,40}$")


class Value(NamedTuple):
    """一格数值。column 是列号，不知道列的为 None。"""

    quantity: Quantity
    span: Span
    column: int | None = None


class Note(NamedTuple):
    """数值之后的一格文字：等级、备注。"""

    text: str
    span: Span


class Entry(NamedTuple):
    """一条记录：编码（去空格）、名称、各数值，和数值之后的文字；side 是并列的第几栏。"""

    code: str
    label: str
    values: tuple[Value, ...]
    row: int
    side: int
    span: Span
    notes: tuple[Note, ...] = ()

    @property
    def is_total(self) -> bool:
        """合计、总计、小计。"""
        return TOTALS.search(self.label) is not None


class Grid(NamedTuple):
    """一张表。caption 是表名，unit 是表头写明的单位，head 是表头全部文字（去空格）。

    columns 是各列的表头文字，按列号排；没有列的表为空。span 是全表在原文的位置。
    """

    caption: str
    unit: str
    head: str
    entries: tuple[Entry, ...]
    span: Span
    columns: tuple[str, ...] = ()


def assembled(
    names: Sequence[str], entries: Sequence[Entry], span: Span, columns: Sequence[str] = ()
) -> Grid:
    """表名、单位认出来，各数值补上表头写明的单位。names 是表前几行和表头各行。"""
    head = "".join("".join(name.split()) for name in names)
    unit = _UNIT.search(head) or (None if columns else _IN_HEAD.search(head))
    caption = next((n for n in reversed(names) if _NAME.search("".join(n.split()))), "")
    money = unit[1] if unit else ""
    mixed = not columns and _COUNTED.search(head) is not None
    valued = tuple(_with_unit(e, money, mixed) for e in entries)
    return Grid("".join(caption.split()), money, head, valued, span, tuple(columns))


def _with_unit(entry: Entry, unit: str, mixed: bool) -> Entry:
    """表头写明金额单位的，数值补上单位；没有列而又有数量的表只补带小数的。"""
    if not unit:
        return entry
    return entry._replace(values=tuple(_valued(value, unit, mixed) for value in entry.values))


def _valued(value: Value, unit: str, mixed: bool) -> Value:
    plain = value.quantity.value
    if value.quantity.unit or (mixed and not places_of(plain)):
        return value
    return value._replace(quantity=Quantity(plain, unit))
