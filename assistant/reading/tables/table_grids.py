"""真表格：按行列读成格表。表中另起表头的分作几张，左右并列的几栏各成一栏。"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.domain.document import Cell, Table
from assistant.domain.findings import Span
from assistant.domain.quantities import Quantity
from assistant.reading.tables.change_columns import amounts_told
from assistant.reading.tables.grids import TOTALS, Entry, Grid, Note, Value, assembled
from assistant.reading.tables.headings import default_unit, is_ratio, is_valued, unit_in
from assistant.reading.tables.rows import Kind, Token
from assistant.reading.tables.sections import Row, row_of, sections

_LIST = re.compile(r"项\s*目|科目|名称|支出|收入|资产|负债|来源|编码")
_NOT_LIST = re.compile(r"单位$|备注|等级|说明|原因|指标值|完成值|目标|措施|情况")
_CODED = re.compile(r"编码|代码|序号|行次|科目|类|款")
_DIGITS = re.compile(r"[\d ]+")
_CODE_HEAD = re.compile(
    r"(\d{3}(?:\s*\d\d){1,2}|\d{3}(?!\s*[年月日万亿元个人家户]))\s*(?=[\u4e00-\u9fff])"
)


class Shape(NamedTuple):
    """各列的用处：labels 不是数值的列，其中 codes 是编码、ordinals 是行次；panels 是各栏的列。"""

    labels: frozenset[int]
    codes: frozenset[int]
    ordinals: frozenset[int]
    panels: tuple[tuple[int, ...], ...]


def table_grids(table: Table, before: str = "") -> Iterator[Grid]:
    """一张真表格里的各张格表；before 是表前一两行，可能有表名和单位。"""
    rows = _rows(table)
    names = [*before.splitlines(), *table.caption.splitlines()]
    for section in sections(rows):
        grid = _grid(names, [rows[number] for number in section])
        if grid is not None:
            yield grid
            names = [*before.splitlines(), *table.caption.splitlines()]
        else:
            names += ["".join(cell.text for cell in rows[number].cells) for number in section]


def _rows(table: Table) -> dict[int, Row]:
    found: dict[int, list[Cell]] = {}
    for cell in table.cells:
        found.setdefault(cell.row, []).append(cell)
    return {number: row_of(sorted(found[number])) for number in sorted(found)}


def _grid(names: Sequence[str], rows: Sequence[Row]) -> Grid | None:
    first = next((n for n, row in enumerate(rows) if row.body), len(rows))
    if first == len(rows):
        return None
    width = max(cell.column + cell.columns for row in rows for cell in row.cells)
    body = [row for row in rows[first:] if not row.numbering]
    columns = amounts_told(_headings(rows[:first], width), body)
    titles = ["".join(cell.text for cell in row.cells) for row in rows[:first]]
    shape = _shape(columns, body)
    spans = [cell.span for row in rows for cell in row.cells]
    span = Span(min(s.start for s in spans), max(s.end for s in spans))
    grid = assembled([*names, *titles], (), span, columns)
    unit = next((u for c in sorted(shape.labels) if (u := unit_in(columns[c]))), grid.unit)
    entries = [e for n, row in enumerate(body) for e in _entries(row, n, shape, columns, unit)]
    return grid._replace(entries=tuple(entries))


def _headings(head: Sequence[Row], width: int) -> tuple[str, ...]:
    """各列的表头文字：上下各行连起来，横跨几列的每列都算，横跨全表的是表名。"""
    found = [""] * width
    for row in head:
        for cell in () if row.numbering else row.cells:
            if cell.columns >= width > 1:
                continue
            text = "".join(cell.text.split())
            for column in range(cell.column, min(cell.column + cell.columns, width)):
                if not found[column].endswith(text):
                    found[column] += text
    return tuple(found)


def _shape(columns: Sequence[str], body: Sequence[Row]) -> Shape:
    found: dict[int, list[Token]] = {}
    for row in body:
        for cell, token in zip(row.cells, row.tokens, strict=True):
            found.setdefault(cell.column, []).append(token)
    coded: set[int] = set()
    labels: set[int] = set()
    for column, tokens in found.items():
        kinds = [token.kind for token in tokens]
        named, valued = kinds.count(Kind.LABEL), kinds.count(Kind.VALUE)
        digits = len([1 for token in tokens if _DIGITS.fullmatch(token.text)])
        if digits * 10 >= (named + valued) * 7 > 0:
            coded.add(column)
        if named > valued:
            labels.add(column)
    first = min(labels - coded, default=0)
    codes = {c for c in coded if _is_code(columns, c, first, labels)}
    ordinals = {c for c in coded if _is_line_number(columns[c])}
    return Shape(
        frozenset(labels | codes | ordinals),
        frozenset(codes - ordinals),
        frozenset(ordinals),
        tuple(_panels(columns, labels, codes | ordinals)),
    )


def _is_code(columns: Sequence[str], column: int, first: int, labels: set[int]) -> bool:
    heading = columns[column] if column < len(columns) else ""
    if column < first:
        return not heading or _CODED.search(heading) is not None
    return column + 1 in labels and re.search("编码|代码|序号", heading) is not None


def _is_line_number(heading: str) -> bool:
    return heading.endswith(("行次", "序号"))


def _panels(columns: Sequence[str], labels: set[int], codes: set[int]) -> Iterator[tuple[int, ...]]:
    """左右并列的几栏：又出现名称列就另起一栏；备注、等级一类的文字列不算。"""
    panel: list[int] = []
    valued = False
    names = labels | codes
    for column, heading in enumerate(columns):
        opens = column in names and valued and column + 1 < len(columns)
        if opens and _LIST.search(heading) and not _NOT_LIST.search(heading):
            yield tuple(panel)
            panel, valued = [], False
        panel.append(column)
        valued = valued or column not in names
    yield tuple(panel)


def _entries(
    row: Row, number: int, shape: Shape, columns: Sequence[str], money: str
) -> Iterator[Entry]:
    both = tuple(zip(row.cells, row.tokens, strict=True))
    for side, panel in enumerate(shape.panels):
        found = [each for each in both if each[0].column in panel]
        if found:
            entry = _entry(found, number, side, shape, columns, money)
            if entry.label or entry.values or entry.code:
                yield entry


def _entry(
    found: Sequence[tuple[Cell, Token]],
    row: int,
    side: int,
    shape: Shape,
    columns: Sequence[str],
    money: str,
) -> Entry:
    cells = [cell for cell, _ in found]
    named = [cell for cell in cells if cell.column in shape.labels]
    valued = [each for each in found if each[0].column not in shape.labels]
    first_value = valued[0][0].column if valued else 1 << 30
    names = [c for c in named if not _numbered(c, shape)]
    leading = [c for c in names if c.column < first_value] or names
    label = "".join("".join(cell.text.split()) for cell in leading)
    code = "".join("".join(c.text.split()) for c in named if _coded(c, shape))
    if not code and (head := _CODE_HEAD.match(leading[0].text if leading else "")):
        code = "".join(head[1].split())
        label = label.removeprefix(code)
    values = tuple(
        value
        for cell, token in valued
        if (value := _value(cell, token, columns, label, money)) is not None
    )
    span = Span(min([c.span.start for c in cells]), max([c.span.end for c in cells]))
    notes = tuple(Note("".join(c.text.split()), c.span) for c in names if c not in leading)
    return Entry(code, label, values, row, side, span, notes)


def _numbered(cell: Cell, shape: Shape) -> bool:
    """编码、行次，不是名称；写在序号列里的“合计”是名称。"""
    ordinal = cell.column in shape.ordinals and not TOTALS.search(cell.text)
    return ordinal or _coded(cell, shape)


def _coded(cell: Cell, shape: Shape) -> bool:
    """编码列里的编码；编码列里的“合计”是名称。"""
    return cell.column in shape.codes and _DIGITS.fullmatch(cell.text.strip()) is not None


def _value(
    cell: Cell, token: Token, columns: Sequence[str], label: str, money: str
) -> Value | None:
    if token.value is None:
        return None
    quantity = token.value
    if not quantity.unit:
        heading = columns[cell.column] if cell.column < len(columns) else ""
        quantity = Quantity(quantity.value, _unit(heading, label, money))
    return Value(quantity, token.span, cell.column)


def _unit(heading: str, label: str, money: str) -> str:
    """一格的单位：栏名写的，其次行名写的，再次全表的。"""
    own = unit_in(heading)
    if own or is_ratio(heading):
        return own or "%"
    counted = "" if is_valued(heading) else unit_in(label)
    return counted or default_unit(heading, money)
