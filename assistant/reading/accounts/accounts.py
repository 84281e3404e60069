"""决算公开表：收入支出总表、收入表、支出表、财政拨款各表、“三公”经费、采购、资产、人员、
预算批复 …… 读成带年度、单位、单元格的事实。

    found = read_tables(document, names, 2023)
    found.facts    取到的数
    found.unread   没有读懂的格，附原因
    found.breaks   表内对不上的格

空格不是零；没写单位、没写年度的数不取而列出；表不认得就整张列出。
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from assistant.domain.document import Document
from assistant.domain.facts import fault_of_value
from assistant.domain.quantities import Quantity
from assistant.reading.accounts.cells import State, quantity
from assistant.reading.accounts.columns import Column, column
from assistant.reading.accounts.frame import Datum, Frame, frame
from assistant.reading.accounts.head import Head, head, stage_of
from assistant.reading.accounts.lattice import Lattice, is_form, sections
from assistant.reading.accounts.meaning import Meaning, Setting, meaning
from assistant.reading.accounts.names import Names
from assistant.reading.accounts.rows import Row, Rows
from assistant.reading.accounts.sums import breaks
from assistant.reading.accounts.types import Break, Entry, Found, Taken, Unread

_UNIT = re.compile(r"[（(](?:万|千|亿)?元[）)]$")
_FEW = 3
_SHOWN = 30


class Sheet(NamedTuple):
    """读过的一张小表。"""

    head: Head
    entries: tuple[Entry, ...]
    unread: tuple[Unread, ...]
    breaks: tuple[Break, ...]


def read_tables(document: Document, names: Names, year: int) -> tuple[Sheet, ...]:
    """一份文档里的全部表。year 是文档的年度，表名里没写年度时用；0 为不知道。"""
    return tuple(
        sheet
        for table in document.tables
        for lattice in sections(table)
        if (sheet := _sheet(lattice, names, year, document.name)) is not None
    )


def gathered(sheets: tuple[Sheet, ...]) -> Found:
    """各表所得合在一起。"""
    facts = tuple(entry.taken for sheet in sheets for entry in sheet.entries)
    return Found(
        facts,
        tuple(unread for sheet in sheets for unread in sheet.unread),
        tuple(found for sheet in sheets for found in sheet.breaks),
    )


def _sheet(lattice: Lattice, names: Names, year: int, file: str) -> Sheet | None:
    drawn = None if is_form(lattice) else frame(lattice)
    if drawn is None:
        return None
    labels = (column for zone in drawn.zones for column in zone.labels)
    noted = [text for path in drawn.heads.values() for text in path if "单位：" in text]
    noted += [text for column in labels for text in drawn.heads[column] if _UNIT.search(text)]
    lines = (*noted, *lattice.caption.split("\n"), *drawn.preface)
    top = head(lines, lattice.locator, names.chart)
    setting = Setting(top.kind, top.year or year, top.unit, stage_of(top, file))
    mode = top.kind.rows if top.kind else "lines"
    rows = Rows(drawn, names, setting.kind_id, mode)
    if setting.kind_id == "execution" and "income" in rows.sides.values():
        setting = setting._replace(kind=None)
    return _read(top, drawn, rows, setting, names)


def _read(top: Head, drawn: Frame, rows: Rows, setting: Setting, names: Names) -> Sheet:
    funds_are_lines = not (top.kind and (top.kind.scope or top.kind.id == "expenditure"))
    columns: dict[tuple[str, ...], Column] = {}
    entries: list[Entry] = []
    unread: list[Unread] = []
    for datum in drawn.data():
        if datum.path not in columns:
            columns[datum.path] = column(
                datum.path, names, setting.kind_id, funds_are_lines=funds_are_lines
            )
        row, over = rows.at(datum), columns[datum.path]
        made = meaning(row, over, datum, setting, names, _total(rows, datum, over, setting))
        taken = _taken(datum, row, made, names)
        if made is not None and isinstance(taken, Taken):
            entries.append(Entry(taken, made.base, made.group))
        elif isinstance(taken, Unread):
            unread.append(taken)
    if not entries and top.kind is None:
        unread = list(_whole(top, drawn, unread))
    return Sheet(top, tuple(entries), tuple(unread), breaks(entries, names.chart))


def _total(rows: Rows, datum: Datum, over: Column, setting: Setting) -> str:
    """总表里“合计”“总计”行所指的项：看在收入一边还是支出一边。末尾的 ? 表示是推定的。"""
    kind = setting.kind
    if kind is None or kind.rows != "lines" or kind.total:
        return ""
    side = rows.sides.get(datum.zone) or over.side
    if not side or kind.id not in ("balance", "appropriation_balance", "reply"):
        return ""
    current = rows.at(datum).name.name != "总计" and rows.has_grand_total(datum.zone)
    guess = "" if len(rows.sides) > 1 else "?"
    return f"final.{side}{'.current' if current else ''}{guess}"


def _taken(datum: Datum, row: Row, made: Meaning | None, names: Names) -> Taken | Unread:
    cell = datum.cell
    text = " ".join(part for part in (row.printed, cell.text) if part)
    if datum.content.state is not State.NUMBER:
        return Unread(cell.locator, text, datum.content.why)
    if made is None:
        return Unread(cell.locator, text, "没有认出是哪一项")
    if made.why:
        return Unread(cell.locator, text, f"“{made.label}”{made.why}")
    value = quantity(datum.content, made.unit)
    if why := _fault(made.key, value, names):
        return Unread(cell.locator, text, why)
    printed = row.printed or "".join(datum.path)
    return Taken(
        made.key, made.label, made.group.year, value, cell.locator, text, printed, sure=made.sure
    )


def _fault(key: str, value: Quantity, names: Names) -> str | None:
    field = names.fields.get(key)
    return fault_of_value(field, value) if field else None


def _whole(top: Head, drawn: Frame, unread: list[Unread]) -> Iterator[Unread]:
    """整张都不认得的表：列一条，不逐格列。"""
    if len(unread) <= _FEW:
        yield from unread
        return
    name = top.title or drawn.lattice.locator
    text = "、".join(u.text for u in unread[:_FEW])
    yield Unread(
        drawn.lattice.locator, text[:_SHOWN], f"没有认出“{name}”是哪种表，{len(unread)}个数没有取"
    )
