"""对列：文字层里一行的各数各在哪一列。数值齐全的按次序；缺格的凭百分号只有一种放法才认。"""

import re
from collections.abc import Iterator, Sequence

from assistant.domain.quantities import Dimension, Quantity
from assistant.reading.tables.grids import Entry, Value
from assistant.reading.tables.headings import default_unit, is_ratio, unit_in

_WORDS = re.compile(r"备注|原因|说明|等级|等次|措施|评价结果|依据|责任")
_POINTS = re.compile(r"分值|权重|满分|标准分")
_CODE_HEADS = frozenset("类款项")


def columns_of(heads: Sequence[str], entries: Sequence[Entry]) -> tuple[str, ...]:
    """各数值列的表头，第一格是名称列；表头与各行的数对不上的为空。"""
    counts = [len(e.values) for e in entries if e.values]
    if not counts or any(e.side and e.values for e in entries):
        return ()
    named = _unworded(heads)
    tail = _tail(named)
    full = sum(count >= len(tail) for count in counts)
    if len(tail) > 1 and full * 10 >= len(counts) * 7:
        return ("", *tail)
    width = max(counts)
    spare = len(named) - width
    complete = counts.count(width) * 10 >= len(counts) * 4
    if not width or not 0 < spare <= 3 or not complete:
        return ()
    return () if _CODE_HEADS.issuperset(named[-width:]) else ("", *named[-width:])


def _unworded(heads: Sequence[str]) -> list[str]:
    """去掉末尾几栏文字：备注、扣分原因、等级。"""
    found = list(heads)
    while found and _WORDS.search(found[-1]):
        found.pop()
    return found


def _tail(heads: Sequence[str]) -> list[str]:
    """自评表的末几栏：分值、得分、扣分；指标值、完成值里的百分数不占这几栏。"""
    first = next((n for n, head in enumerate(heads) if _POINTS.search(head)), len(heads))
    return list(heads[first:])


def aligned(entry: Entry, columns: Sequence[str], ratios: Sequence[bool], money: str) -> Entry:
    """一行的各数认列、补单位；放法不唯一的只补单位。"""
    width = len(columns) - 1
    values = entry.values[-width:] if _POINTS.search(columns[1]) else entry.values
    spare = len(entry.values) - len(values)
    places = _places([_marked(v) for v in values], ratios)
    placed = [
        _valued(value, columns[n] if n else "", entry.label, money, n)
        for value, n in zip(entry.values, [*[None] * spare, *places], strict=True)
    ]
    return entry._replace(values=tuple(placed))


def ratio_columns(columns: Sequence[str], entries: Sequence[Entry]) -> tuple[bool, ...]:
    """各数值列是不是比率：表头写明，或数值齐全的行里多半带百分号。"""
    width = len(columns) - 1
    full = [e.values[-width:] for e in entries if len(e.values) >= width]
    return tuple(
        is_ratio(columns[n + 1]) or sum(_marked(row[n]) for row in full) * 2 > len(full)
        for n in range(width)
    )


def _marked(value: Value) -> bool:
    return value.quantity.dimension is Dimension.RATIO


def _places(marks: Sequence[bool], ratios: Sequence[bool]) -> list[int | None]:
    """各数的列号；不止一种放法的都不认。"""
    if len(marks) == len(ratios):
        return [*range(1, len(ratios) + 1)]
    found = list(_embeddings(marks, ratios, 0)) if any(marks) else []
    return [*found[0]] if len(found) == 1 else [None] * len(marks)


def _embeddings(
    marks: Sequence[bool], ratios: Sequence[bool], start: int
) -> Iterator[tuple[int, ...]]:
    """带百分号的放进比率列，不带的放进别的列，次序不变；至多找两种。"""
    if not marks:
        yield ()
        return
    for column in range(start, len(ratios) - len(marks) + 1):
        if ratios[column] is marks[0]:
            for rest in _embeddings(marks[1:], ratios, column + 1):
                yield (column + 1, *rest)


def _valued(value: Value, heading: str, label: str, money: str, column: int | None) -> Value:
    quantity = value.quantity
    if not quantity.unit:
        unit = money if column is None else _unit(heading, label, money)
        quantity = Quantity(quantity.value, unit)
    return Value(quantity, value.span, column)


def _unit(heading: str, label: str, money: str) -> str:
    """一格的单位：栏名写的，其次行名写的，再次全表的。"""
    own = unit_in(heading)
    if own or is_ratio(heading):
        return own or "%"
    return unit_in(label) or default_unit(heading, money)
