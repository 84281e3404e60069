"""印数：把占位符印成数字、单位和方向词。方向词由符号决定，不由写的人决定。"""

import re
from typing import NamedTuple

from assistant.domain.draft import Printed
from assistant.domain.figures import Figure
from assistant.domain.findings import Span
from assistant.domain.ledger import Ledger
from assistant.domain.manuscript import Line
from assistant.domain.outline import PLACEHOLDER, split_key
from assistant.domain.quantities import Dimension

GAP = "〔待补：{}〕"
_ROW_CELL = re.compile(r"^(?P<key>.+)\.(?P<row>\d+)\.(?P<column>\d+)$")
_WORDS = {
    Dimension.RATIO: ("增长", "下降"),
    Dimension.POINT: ("提高", "下降"),
}


class Filled(NamedTuple):
    """印好的文字，和没有值的占位符。"""

    line: Line
    gaps: tuple[str, ...]


def fill(text: str, ledger: Ledger, *, bare: bool = False) -> Filled:
    """印出 text 里的全部占位符。bare：只印数字（单位在表头）。缺值印成〔待补：…〕。"""
    pieces: list[str] = []
    printed: list[Printed] = []
    gaps: list[str] = []
    at = cursor = 0
    for match in PLACEHOLDER.finditer(text):
        plain = text[cursor : match.start()]
        shown = show(match[1], ledger, bare=bare)
        if shown is None:
            gaps.append(match[1])
            shown = gap(match[1], ledger)
        else:
            start = at + len(plain)
            printed.append(Printed(span=Span(start, start + len(shown)), key=match[1]))
        pieces += [plain, shown]
        at += len(plain) + len(shown)
        cursor = match.end()
    pieces.append(text[cursor:])
    return Filled(Line("".join(pieces), tuple(printed)), tuple(gaps))


def gap(address: str, ledger: Ledger) -> str:
    """没有值的地方印的字：〔待补：全年预算数〕。"""
    match = _ROW_CELL.match(address)
    return GAP.format(ledger.label(match["key"] if match else address))


def show(address: str, ledger: Ledger, *, bare: bool = False) -> str | None:
    """一个地址印出来的样子；没有值时为 None。"""
    if address in ledger.figures:
        return _figure(ledger.figures[address], bare=bare)
    if address in ledger.texts:
        return ledger.texts[address]
    if match := _ROW_CELL.match(address):
        rows = ledger.rows.get(match["key"], ())
        row, column = int(match["row"]), int(match["column"])
        return rows[row][column] if row < len(rows) and column < len(rows[row]) else None
    return None


def cell_address(field: str, row: int, column: int) -> str:
    """表格型事实一格的地址。"""
    return f"{field}.{row}.{column}"


class CellAddress(NamedTuple):
    """表格型事实的一格：第几行第几列，从零数。"""

    row: int
    column: int


def cell_of(address: str) -> CellAddress | None:
    """地址所指的格；不是一格为 None。"""
    match = _ROW_CELL.match(address)
    return CellAddress(int(match["row"]), int(match["column"])) if match else None


def field_of(address: str) -> str:
    """地址所属的字段键（去掉派生后缀和行列）。"""
    if match := _ROW_CELL.match(address):
        return match["key"]
    return split_key(address)[0]


def is_flat(address: str, ledger: Ledger) -> bool:
    """增减额为零。"""
    figure = ledger.figures.get(address)
    return address.endswith(".change") and figure is not None and figure.quantity.value == 0


def _figure(figure: Figure, *, bare: bool) -> str:
    quantity = figure.quantity
    if bare:
        return f"{quantity.value:f}"
    if split_key(figure.key)[1] not in (".change", ".change_rate"):
        return str(quantity)
    if quantity.value == 0:
        return "持平"
    up, down = _WORDS.get(quantity.dimension, ("增加", "减少"))
    return f"{up if quantity.value > 0 else down}{abs(quantity.value):f}{quantity.unit}"
