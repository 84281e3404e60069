"""正文与表格：正文里的数与表里同名的数应相等。"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from assistant.domain.quantities import Dimension, Quantity
from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import SAME
from assistant.reading.claims.judging.judging import Claim, Input, agrees
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Item, Paragraph
from assistant.reading.tables.grids import Grid
from assistant.reading.tables.matrix import value_input
from assistant.reading.tables.names import Named, named_values
from assistant.reading.tables.three_public import Pair, three_public_pairs
from assistant.reading.text.labels import GENERIC, Label, likeness

MIN_NAME = 6
MIN_EXACT = 4
_ORGAN = frozenset("局委办部院会室处站所心道位府队团馆校县市区组厅科")
_CENT = Decimal(100)


class Tables(NamedTuple):
    """表里的数，按名称、按值（取到百元）各查一遍；pairs 是预算、决算成对的数。"""

    by_name: Mapping[str, tuple[Named, ...]] = {}
    by_value: Mapping[int, tuple[Named, ...]] = {}
    pairs: tuple[Pair, ...] = ()

    def budget_for(self, name: str, actual: Input) -> Input | None:
        """表里与某个决算数成对的预算数；名称不像、有几个取值的不算。"""
        found = [
            value_input(pair.budget, "budget")
            for pair in self.pairs
            if _equal(pair.final.quantity, actual.quantity) and likeness(name, pair.name) >= 1
        ]
        if len({each.quantity.value for each in found}) != 1:
            return None
        unit = found[0].quantity.unit or actual.quantity.unit
        return found[0]._replace(quantity=Quantity(found[0].quantity.value, unit))


def _equal(cell: Quantity, quantity: Quantity) -> bool:
    """表没有写单位的，按正文的单位比。"""
    if not cell.unit:
        return cell.value == quantity.value
    return cell.base == quantity.base


def tables_of(grids: Sequence[Grid]) -> Tables:
    """建立查表的索引。"""
    names: dict[str, list[Named]] = {}
    values: dict[int, dict[tuple[str, str], Named]] = {}
    for named in named_values(grids):
        if named.value.quantity.dimension is not Dimension.MONEY:
            continue
        names.setdefault(named.name, []).append(named)
        alike = values.setdefault(_rounded(named.value.quantity.base), {})
        alike.setdefault((named.name, str(named.value.quantity)), named)
    return Tables(
        {key: tuple(found) for key, found in names.items()},
        {key: tuple(alike.values()) for key, alike in values.items()},
        tuple(pair for grid in grids for pair in three_public_pairs(grid)),
    )


def _rounded(base: Decimal) -> int:
    return round(base / _CENT)


def text_table_claims(paragraphs: Sequence[Paragraph], tables: Tables) -> Iterator[Claim]:
    """正文里每个金额：表里有同名同值的算一致，有同名而值不同的存疑。"""
    if not tables.by_name:
        return
    for paragraph in paragraphs:
        for item, subject in zip(paragraph.items, paragraph.subjects, strict=True):
            if item.role is not Role.LEVEL or item.dimension is not Dimension.MONEY:
                continue
            cell = _cell(item, subject, tables)
            if cell is not None:
                yield Claim(
                    Relationship.SAME_AS,
                    SAME,
                    (cell,),
                    plain(item, "text"),
                    paragraph.flow.span(item.spot.start, item.spot.end),
                    certain=False,
                )


def _cell(item: Item, subject: Label, tables: Tables) -> Input | None:
    """与这个数相比的一格：同名同值最好；其次同名；再次同值而名称相像。"""
    if subject.core in GENERIC:
        return None
    same = _same_value(item, subject, tables)
    if same and likeness(subject.core, same.name) >= 3:
        return _table_input(same)
    prior = item.reason or subject.year == -1
    if not prior and subject.basis not in ("opening", "executed", "adjusted"):
        named = _by_name(subject, tables)
        if named is not None:
            return _table_input(named)
    return _table_input(same) if same else None


def _table_input(named: Named) -> Input:
    return value_input(named.value, "table")


def _same_value(item: Item, subject: Label, tables: Tables) -> Named | None:
    """值相同（取舍范围内）的各格里名称最像的。"""
    stated = plain(item, "text")
    key = _rounded(stated.base)
    alike = [
        (likeness(subject.core, named.name), -n, named)
        for near in (key, key - 1, key + 1)
        for n, named in enumerate(tables.by_value.get(near, ()))
        if agrees(SAME, (_table_input(named),), stated)
    ]
    score, _, best = max(alike, key=lambda each: each[:2], default=(0, 0, None))
    return best if score >= 2 else None


def _by_name(subject: Label, tables: Tables) -> Named | None:
    """名称相同的各格只有一个取值的；正文的名称前面可以冠着单位名。"""
    name = subject.core
    short = MIN_EXACT <= len(name) < MIN_NAME
    for start in range(1 if short else max(0, len(name) - MIN_NAME + 1)):
        if start and name[start - 1] not in _ORGAN:
            continue
        for key in (name[start:], f"{name[start:]}合计", f"{name[start:]}总计"):
            found = _comparable(tables.by_name.get(key, ()), subject)
            if first := next(found, None):
                base = first.value.quantity.base
                return first if all(each.value.quantity.base == base for each in found) else None
    return None


def _comparable(found: Sequence[Named], subject: Label) -> Iterator[Named]:
    """口径相同的：决算对决算，预算对预算。"""
    return (n for n in found if not subject.basis or n.kind in ("", subject.basis))
