"""表的骨架：表头有几行，各列是名称、编码、行次还是数值，每个数归哪一行、哪一列。"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from assistant.domain.document import Cell
from assistant.domain.quantities import UNITS
from assistant.reading.accounts.cells import Content, State, content
from assistant.reading.accounts.lattice import Lattice, is_note, is_preface, squeezed
from assistant.reading.accounts.names import is_total

_INDEX_HEADS = frozenset("行次 序号 栏次 行号 编号 顺序号".split())
_CODE_HEAD = re.compile(r"编码|代码|科目号")
_CODE_LEVELS = ("类", "款", "项")
_LABEL_HEAD = re.compile(
    r"^(?:项目|科目名称|.*科目名称|名称|指标|指标名称|内容|资产类别|类别|资产项目|单位名称|预算单位|单位|部门|部门名称|事项|"
    r"收入项目|支出项目|收入|支出|资产名称|经济科目|功能科目|支出功能分类科目|经济分类科目|项目（按.*）|项目名称|问题|调查内容|选项)$"
)
_UNIT_HEAD = re.compile(r"单位$")
_NOTE_HEAD = re.compile(r"备注|说明|原因|文号|依据")
_STARTS = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[、.．](?!\d))"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_CODE = re.compile(r"\d{2,7}")
_MOST_HEAD = 8


class Datum(NamedTuple):
    """一个数值格和它的归属。

    path    列头，由上到下
    zone    第几组（左右两边的表，左为 0）
    unit    本行“计量单位”一栏写的单位；没有为空
    """

    cell: Cell
    content: Content
    path: tuple[str, ...]
    zone: int
    unit: str = ""


class Zone(NamedTuple):
    """一组：名称列、编码列和它们右边的数值列。"""

    labels: tuple[int, ...]
    codes: tuple[int, ...]
    values: tuple[int, ...]
    unit: int = -1


class Frame(NamedTuple):
    """一张小表的骨架。preface 是表头以上的文字；heads 是各列的列头。"""

    lattice: Lattice
    preface: tuple[str, ...]
    heads: dict[int, tuple[str, ...]]
    zones: tuple[Zone, ...]
    body: tuple[int, ...]

    def data(self) -> Iterator[Datum]:
        """各数值格，逐行由左到右；空格不给。"""
        for row in self.body:
            for number, zone in enumerate(self.zones):
                yield from self._zone_data(row, number, zone)

    def label(
        self, row: int, labels: Sequence[int], codes: Sequence[int]
    ) -> tuple[tuple[str, ...], str]:
        """一行的行名（由外到内）和科目编码。"""
        marks = _distinct(self.lattice, row, codes)
        code = "".join(mark for mark in marks if mark.isdigit())
        words = tuple(mark for mark in marks if not mark.isdigit())
        texts = words + _distinct(self.lattice, row, labels, words)
        return texts, code if _CODE.fullmatch(code) else ""

    def _zone_data(self, row: int, number: int, zone: Zone) -> Iterator[Datum]:
        seen: set[Cell] = set()
        for column in zone.values:
            cell = self.lattice.at(row, column)
            if cell is None or cell in seen or cell.row != row:
                continue
            seen.add(cell)
            found = content(cell.text)
            if found.state is not State.BLANK:
                unit = self.lattice.text(row, zone.unit) if zone.unit >= 0 else ""
                yield Datum(cell, found, self.heads[column], number, unit)


def frame(lattice: Lattice) -> Frame | None:
    """看出一张小表的骨架；没有数值列的不是这里要读的表。"""
    rows = [row for row, cells in lattice.rows.items() if not is_note(cells)]
    head, body = _split(lattice, rows)
    if not body:
        return None
    start = next((i for i, row in enumerate(head) if not is_preface(lattice.rows[row])), len(head))
    preface = tuple(squeezed(c.text) for row in head[:start] for c in lattice.rows[row])
    heads = {column: _path(lattice, head[start:], column) for column in lattice.columns}
    body = [row for row in body if not _is_index_row(lattice, row)]
    zones = tuple(_zones(lattice, heads, body))
    return Frame(lattice, preface, heads, zones, tuple(body)) if zones else None


def _split(lattice: Lattice, rows: Sequence[int]) -> tuple[list[int], list[int]]:
    """表头和数据的分界：第一行有数、或以“一、”起头的行。"""
    for position, row in enumerate(rows[: _MOST_HEAD + 6]):
        if _starts_data(lattice, row):
            return list(rows[:position]), list(rows[position:])
    return list(rows), []


def _starts_data(lattice: Lattice, row: int) -> bool:
    cells = lattice.rows[row]
    if is_preface(cells) or _is_index_row(lattice, row):
        return False
    if any(_STARTS.match(squeezed(c.text)) for c in cells):
        return True
    numbers = [c for c in cells if content(c.text).state in (State.NUMBER, State.BROKEN)]
    if is_total(squeezed(cells[0].text)) and any(_valuelike(c.text) for c in cells[1:]):
        return True
    years = [c for c in numbers if _YEAR.fullmatch(squeezed(c.text))]
    return len(numbers) > len(years) or (bool(years) and len(cells) == 1)


def _is_index_row(lattice: Lattice, row: int) -> bool:
    """栏次行：1 2 3 …，或写着栏次。"""
    texts = [squeezed(c.text) for c in lattice.rows[row]]
    if any(t in ("栏次", "栏 次") for t in texts):
        return True
    digits = [int(t) for t in texts if t.isdigit() and len(t) < 3]
    words = [t for t in texts if not t.isdigit()]
    plain = all(len(t) < 3 or re.fullmatch(r"\d{1,2}=[\d+\-×÷/*]+|[甲乙丙]", t) for t in words)
    return len(digits) > 1 and plain and all(b - a == 1 for a, b in pairwise(digits))


def _path(lattice: Lattice, head: Sequence[int], column: int) -> tuple[str, ...]:
    """一列的列头，由上到下；上层没有合并的，向左借。"""
    found: list[str] = []
    for position, row in enumerate(head):
        text = "" if _is_index_row(lattice, row) else lattice.text(row, column)
        if not text and any(lattice.text(below, column) for below in head[position + 1 :]):
            text = _borrowed(lattice, row, column)
        if text and text not in found:
            found.append(text)
    return tuple(found)


def _borrowed(lattice: Lattice, row: int, column: int) -> str:
    for left in range(column - 1, -1, -1):
        if lattice.at(row, left) is not None:
            return lattice.text(row, left)
    return ""


def _zones(
    lattice: Lattice, heads: dict[int, tuple[str, ...]], body: Sequence[int]
) -> Iterator[Zone]:
    labels: list[int] = []
    codes: list[int] = []
    values: list[int] = []
    unit = next((c for c in lattice.columns if _is_units(lattice, heads[c], body, c)), -1)
    for column in lattice.columns:
        role = _role(lattice, heads[column], body, column, known=bool(labels or codes or values))
        if column == unit:
            continue
        if role in ("label", "code") and values:
            yield Zone(tuple(labels), tuple(codes), tuple(values), unit)
            labels, codes, values = [], [], []
        target = {"label": labels, "code": codes, "value": values}.get(role)
        if target is not None:
            target.append(column)
    if values:
        yield Zone(tuple(labels), tuple(codes), tuple(values), unit)


def _is_units(lattice: Lattice, path: Sequence[str], body: Sequence[int], column: int) -> bool:
    """“计量单位”一栏：逐行写着万元、人、辆。"""
    if not path or not _UNIT_HEAD.search(path[-1]):
        return False
    texts = [t for row in body if _own(lattice, row, column) and (t := lattice.text(row, column))]
    told = [text for text in texts if content(text).state is not State.BLANK]
    return bool(told) and all(text in UNITS for text in told)


def _role(
    lattice: Lattice, path: Sequence[str], body: Sequence[int], column: int, *, known: bool
) -> str:
    """一列的角色。known：左边已有名称列，写着“约30”的也当是数值列。"""
    leaf = path[-1] if path else ""
    texts = [t for row in body if _own(lattice, row, column) and (t := lattice.text(row, column))]
    states = [content(t).state for t in texts]
    numeric = sum(state in (State.NUMBER, State.BROKEN) for state in states)
    words = sum(state is State.WORDS for state in states)
    if known and not _LABEL_HEAD.match(leaf):
        rough = sum(s is State.WORDS and _valuelike(t) for s, t in zip(states, texts, strict=True))
        numeric, words = numeric + rough, words - rough
    if leaf in _INDEX_HEADS or (not path and _counting(texts)):
        return "index"
    if _CODE_HEAD.search("".join(path)) and "名称" not in leaf:
        return "code" if words <= max(1, numeric) else "label"
    if leaf in _CODE_LEVELS and words <= max(1, numeric):
        return "code"
    if _NOTE_HEAD.search(leaf) and words >= numeric:
        return "note"
    if words > numeric or (numeric == 0 and (words or _LABEL_HEAD.match(leaf))):
        return "label"
    return "value" if path or numeric else "empty"


def _valuelike(text: str) -> bool:
    """像一个数，只是写法不规范：约30、12.5万。"""
    plain = squeezed(text)
    return len(plain) <= 12 and any(c.isdigit() for c in plain)


def _own(lattice: Lattice, row: int, column: int) -> bool:
    """这一格从本列开始（不是左边合并过来的）。"""
    cell = lattice.at(row, column)
    return cell is not None and cell.column == column


def _counting(texts: Sequence[str]) -> bool:
    """行次：逐行加一的整数。"""
    numbers = [int(t) for t in texts if t.isdigit()]
    return (
        len(numbers) > 2
        and len(numbers) == len(texts)
        and numbers[-1] - numbers[0] + 1 == len(numbers)
    )


def _distinct(
    lattice: Lattice, row: int, columns: Sequence[int], known: Sequence[str] = ()
) -> tuple[str, ...]:
    """一行中这几列的文字，由左到右；合并的、已有的不重复。"""
    found: list[str] = []
    seen: set[Cell] = set()
    for column in columns:
        cell = lattice.at(row, column)
        if cell is not None and cell not in seen:
            seen.add(cell)
            text = squeezed(cell.text)
            found += [text] if text and text not in known and text not in _CODE_LEVELS else []
    return tuple(found)
