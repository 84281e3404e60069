"""科目表的合计：类等于各款之和，款等于各项之和，合计等于各类之和。"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.domain.findings import Span
from assistant.domain.statements import Relationship
from assistant.reading.claims.formulas import TOTAL
from assistant.reading.claims.judging import Claim, Input, agrees
from assistant.reading.tables.grids import Entry, Grid, Value

_LENGTHS = (3, 5, 7)
_PEOPLE = ("301", "303")


class Family(NamedTuple):
    """一个总数和它的各项。"""

    parent: Entry
    children: tuple[Entry, ...]


def code_claims(grid: Grid) -> Iterator[Claim]:
    """按科目编码的层次核对各级合计。"""
    found = list(families(grid))
    claims = [claim for family in found for claim in _family_claims(grid, family)]
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


def _family_claims(grid: Grid, family: Family) -> Iterator[Claim]:
    parent, children = family
    if not children:
        return
    width = max(len(entry.values) for entry in grid.entries)
    full = all(len(entry.values) == width for entry in (parent, *children))
    for nth in range(width if full or grid.columns else 1):
        claim = _claim(grid, family, nth)
        if claim is not None:
            yield claim


def _claim(grid: Grid, family: Family, nth: int) -> Claim | None:
    stated = _nth(grid, family.parent, nth)
    parts = [v for child in family.children if (v := _nth(grid, child, nth)) is not None]
    if stated is None or not parts:
        return None
    inputs = tuple(value_input(v, f"part{n}") for n, v in enumerate(parts, 1))
    span = Span(
        min(family.parent.span.start, stated.span.start),
        max(family.parent.span.end, stated.span.end),
    )
    return Claim(Relationship.SUM, TOTAL, inputs, value_input(stated, "total"), span)


def _nth(grid: Grid, entry: Entry, nth: int) -> Value | None:
    """第 nth 列的数：真表格按列号，文字层按次序。"""
    if not grid.columns:
        return entry.values[nth] if nth < len(entry.values) else None
    return next((v for v in entry.values if v.column == nth), None)


def value_input(value: Value, role: str) -> Input:
    """一格数值作运算数。"""
    return Input(role, value.quantity, value.span)
