"""版式模板：一行一行的竖线分格，“<”并入左格，“^”并入上格，“*”按指标重复，“+”按资金来源重复。"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from benchmarks.forms.content import Content
from benchmarks.forms.values import JOIN, Values, fund_values, row_values, whole_values

LAYOUTS = Path(__file__).resolve().parent.parent / "data" / "forms"
_HEADERS = (
    "batch",
    "place",
    "label",
    "merge",
    "sign",
    "scheme",
    "kind",
    "xweight",
    "money",
    "grades",
    "fundtree",
    "pattern",
    "review",
    "classweights",
    "subtotal",
    "number",
)


Marks = dict[tuple[int, int], str]


class Layout(NamedTuple):
    """一个版式：说明和模板各行。"""

    name: str
    head: dict[str, str]
    lines: tuple[str, ...]

    def has(self, key: str) -> bool:
        return any("{" + key + "}" in line for line in self.lines)


@dataclass
class Page:
    """填好的一页：格子、合并、名称到单元格。坐标从 (1, 1) 起。"""

    cells: dict[tuple[int, int], str] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)
    numbers: set[tuple[int, int]] = field(default_factory=set)


def layouts() -> tuple[Layout, ...]:
    return tuple(_read(path) for path in sorted(LAYOUTS.glob("*.txt")))


def _read(path: Path) -> Layout:
    head: dict[str, str] = {}
    lines = []
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, value = line.partition(":")
        if key in _HEADERS:
            head[key] = value.strip()
        else:
            lines.append(line)
    return Layout(path.stem, head, tuple(lines))


def fill(layout: Layout, made: Content) -> Page:
    """把内容填进版式。"""
    page = Page()
    marks: Marks = {}
    row = 1
    for line, values, prefix in _lines(layout, made):
        for column, text in enumerate(line.split("|"), 1):
            _cell(page, marks, row, column, text.strip(), values, prefix)
        row += 1
    page.merges = list(merges(marks))
    return page


Line = tuple[str, Values, str]


def _lines(layout: Layout, made: Content) -> Iterator[Line]:
    whole = whole_values(made, layout.head)
    for line in layout.lines:
        if line.startswith("*"):
            yield from _indicator_lines(layout, made, line[1:])
        elif line.startswith("+"):
            for number, values in enumerate(fund_values(made, layout.head)):
                yield line[1:], values, f"f{number}."
        else:
            yield line, whole, ""


def _indicator_lines(layout: Layout, made: Content, line: str) -> Iterator[Line]:
    subtotal = layout.head.get("subtotal") == "yes"
    for number, row in enumerate(made.rows):
        yield line, row_values(made, number, layout.head), f"i{number}."
        last = number + 1 == len(made.rows) or made.rows[number + 1].one != row.one
        if subtotal and last:
            yield _subtotal(line, made, row.one)


def _subtotal(line: str, made: Content, one: str) -> Line:
    rows = [row for row in made.rows if row.one == one]
    text = {
        "{one}": f"{one}小计",
        "{weight}": f"{sum(row.weight for row in rows)}",
        "{points}": f"{sum(row.printed for row in rows)}",
    }
    cells = [text.get(cell.strip(), "") for cell in line.split("|")]
    return "|".join(cells), Values({}, frozenset()), f"小计.{one}."


def _cell(
    page: Page,
    marks: Marks,
    row: int,
    column: int,
    text: str,
    values: Values,
    prefix: str,
) -> None:
    marks[row, column] = text if text in ("<", "^") else ""
    if text in ("<", "^") or not text:
        return
    keys = [key for key in values.texts if "{" + key + "}" in text]
    for key in keys:
        page.keys.setdefault(prefix + key, (row, column))
        text = text.replace("{" + key + "}", values.texts[key])
    if text == JOIN:
        marks[row, column] = "^"
        return
    page.cells[row, column] = text.replace("\\n", "\n")
    if len(keys) == 1 and keys[0] in values.numbers and text == values.texts[keys[0]]:
        page.numbers.add((row, column))


def merges(marks: Marks) -> Iterator[tuple[int, int, int, int]]:
    """从每个不被并入的格向右、向下看它占多大。"""
    for (row, column), mark in marks.items():
        if mark:
            continue
        right, bottom = column, row
        while marks.get((row, right + 1)) == "<":
            right += 1
        while marks.get((bottom + 1, column)) == "^":
            bottom += 1
        swallowed = [
            at
            for at in marks
            if row <= at[0] <= bottom and column <= at[1] <= right and not marks[at]
        ]
        assert swallowed == [(row, column)], f"合并格盖住了{swallowed}"
        if (right, bottom) != (column, row):
            yield row, column, bottom, right
