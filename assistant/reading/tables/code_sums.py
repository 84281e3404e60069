"""科目表的合计：类等于各款之和，款等于各项之和，合计等于各类之和。"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from assistant.domain.findings import Span
from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import TOTAL
from assistant.reading.claims.judging.judging import Claim, agrees
from assistant.reading.tables.grids import Entry, Grid, Value
from assistant.reading.tables.matrix import matrices, value_input

_LENGTHS = (3, 5, 7)
_PEOPLE = ("301", "303")
Cells = Mapping[tuple[int, int], Mapping[int, Value]]


class Family(NamedTuple):
    """一个总数和它的各项。"""

    parent: Entry
    children: tuple[Entry, ...]


def is_coded(grid: Grid) -> bool:
    """多半的行有科目编码。"""
    coded = sum(len(e.code) in _LENGTHS for e in grid.entries)
    return coded * 2 > len(grid.entries)


def code_claims(grid: Grid) -> Iterator[Claim]:
    """按科目编码的层次核对各级合计。"""
    cells = _cells(grid)
    claims = [c for family in families(grid) for c in _family_claims(cells, family)]
    good = sum(agrees(c.formula, c.inputs, c.stated) for c in claims)
    certain = good >= 2 and good * 10 >= len(claims) * 7
    for claim in claims:
        yield claim._replace(certain=certain)


def families(grid: Grid) -> Iterator[Family]:
    """各级合计及其下级。"""
    coded = [e for e in grid.entries if len(e.code) in _LENGTHS and e.values]
    tops = [e for e in coded if len(e.code) == 3]
    for parent in coded:
        longer = [e for e in coded if len(e.code) > len(parent.code)]
        children = _children(parent, longer)
        if children:
            yield Family(parent, children)
    yield from _grand_totals(grid, tops)


def _children(parent: Entry, longer: Sequence[Entry]) -> tuple[Entry, ...]:
    """直接下级：编码以上级开头、长度最短的那些。"""
    under = [e for e in longer if e.code.startswith(parent.code)]
    shortest = min((len(e.code) for e in under), default=0)
    return tuple(e for e in under if len(e.code) == shortest)


def _grand_totals(grid: Grid, tops: list[Entry]) -> Iterator[Family]:
    for entry in grid.entries:
        if entry.code or not entry.values or not tops:
            continue
        if entry.label in ("合计", "总计") or entry.label.endswith("类款项合计"):
            yield Family(entry, tuple(tops))
        elif entry.label.startswith("人员经费合计"):
            yield Family(entry, tuple(e for e in tops if e.code in _PEOPLE))
        elif entry.label.startswith("公用经费合计"):
            yield Family(entry, tuple(e for e in tops if e.code not in _PEOPLE))


def _cells(grid: Grid) -> Cells:
    """各行的数，列号从本栏的第一列数起，左右两栏才对得上。"""
    found: dict[tuple[int, int], Mapping[int, Value]] = {}
    for matrix in matrices(grid):
        first = min(matrix.columns, default=0)
        for entry in matrix.entries:
            if entry.row not in matrix.ragged:
                cells = matrix.cells[entry.row].items()
                found[entry.row, entry.side] = {c - first: v for c, v in cells}
    return found


def _family_claims(cells: Cells, family: Family) -> Iterator[Claim]:
    """缺了格的行只在合计列核对：各行第一个数就是合计。"""
    parent, children = family
    if not children:
        return
    rows = [cells.get((e.row, e.side)) for e in (parent, *children)]
    if any(row is None for row in rows):
        firsts = [e.values[0] for e in (parent, *children)]
        yield _claim(parent, firsts[0], firsts[1:])
        return
    known = [row for row in rows if row is not None]
    for column in sorted(known[0]):
        parts = [row[column] for row in known[1:] if column in row]
        if parts:
            yield _claim(parent, known[0][column], parts)


def _claim(parent: Entry, stated: Value, parts: Sequence[Value]) -> Claim:
    inputs = tuple(value_input(v, f"part{n}") for n, v in enumerate(parts, 1))
    span = Span(min(parent.span.start, stated.span.start), max(parent.span.end, stated.span.end))
    return Claim(Relationship.SUM, TOTAL, inputs, value_input(stated, "total"), span)
