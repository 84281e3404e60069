"""不成栏的资金：“预算数：20万元”一格写完的，“按收入性质分：…”分列在总额之下的。"""

import re
from collections.abc import Iterator

from assistant.domain.forms import Funds, Told
from assistant.domain.grid import GridCell
from assistant.reading.forms.text import as_percent, plain, told
from assistant.reading.forms.view import View
from assistant.reading.forms.words import money_role

_SPLIT = re.compile(r"^按.{0,6}(?:收入|支出|资金|来源|性质|用途|投向).{0,6}分")
_PAIR = re.compile(r"^(?P<name>[^:]{2,24}):\s*(?P<value>[-\d.,]+)?\s*(?:亿元|万元|千元|元)?\s*$")


def paired_funds(view: View, first: int, end: int) -> tuple[Funds, ...]:
    """栏目名在左、数在右（或同一格冒号之后）的预算数、执行数；缺一不可。"""
    found: dict[str, Told] = {}
    for row in range(first, end):
        for cell in view.rows.get(row, ()):
            role = money_role(plain(cell.text).replace("：", ":").partition(":")[0])
            value = _value(view, cell) if role and role != "reason" else None
            if role and value is not None and value.number is not None:
                found.setdefault(role, value)
    if not {"adjusted", "executed"} <= set(found):
        return ()
    rate = found.get("rate")
    return (
        Funds(
            "资金总额",
            0,
            found.get("initial"),
            found["adjusted"],
            found["executed"],
            as_percent(rate) if rate else None,
            found.get("weight"),
            found.get("points"),
        ),
    )


def split_funds(view: View, first: int, end: int) -> Iterator[tuple[Funds, ...]]:
    """按来源、按性质分列的各组：首项是“按…分”的合计，其后是各项。"""
    groups: dict[int, list[Funds]] = {}
    for row in range(first, end):
        for cell in view.rows.get(row, ()):
            text = plain(cell.text).replace("：", ":")
            text = re.sub(r"^其中:\s*", "", text)
            if not text or not (_SPLIT.search(text) or cell.column in groups):
                continue
            match = _PAIR.match(text)
            if match is not None:
                line = Funds(match["name"].strip(), 0, None, _value(view, cell), None)
                depth = 1 if cell.column in groups else 0
                groups.setdefault(cell.column, []).append(line._replace(depth=depth))
    return (tuple(group) for group in groups.values() if len(group) > 1)


def _value(view: View, cell: GridCell) -> Told | None:
    """同一格冒号之后的数，没有则右边一格。"""
    text = re.sub(r"^其中:\s*", "", plain(cell.text).replace("：", ":"))
    match = _PAIR.match(text)
    if match is not None and match["value"]:
        read = told(GridCell(cell.row, cell.column, match["value"]), cell.row, cell.column)
        return read._replace(text=cell.text)
    column = cell.column + cell.columns
    beside = view.grid.at(cell.row, column)
    if beside is None or beside.row != cell.row or beside.column != column:
        return Told("", cell.row, column) if match is not None else None
    return told(beside, cell.row, column)
