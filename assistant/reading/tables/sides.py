"""左右两栏：文字层里只剩一栏的行，按序号接哪一栏就归哪一栏；行次不是数。"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.reading.tables.grids import Entry, Note
from assistant.reading.tables.levels import number

_TOP = re.compile(r"[一二三四五六七八九十]{1,3}、")
_INCOME = re.compile("收入|年初|使用|用事业基金|上年结转")
_SPENDING = re.compile("支出$|事务$|结余分配|年末")


def sided(entries: Sequence[Entry]) -> Iterator[Entry]:
    """各行的栏次重新认定。"""
    left: list[Entry] = []
    right: list[Entry] = []
    both = {entry.row for entry in entries if entry.side > 0}
    for entry in entries:
        alone = entry.row not in both
        if entry.side > 0 or (alone and right and _continues(entry, left, right)):
            right.append(entry)
            yield entry._replace(side=max(entry.side, 1))
        else:
            left.append(entry)
            yield entry


def _continues(entry: Entry, left: Sequence[Entry], right: Sequence[Entry]) -> bool:
    """独在一行的记录接右栏：序号接右栏而不接左栏，或名称说明是右栏的支出。"""
    if not _TOP.match(entry.label):
        return False
    place, after = number(entry.label), _last(right)
    if place == _last(left) + 1 and (_INCOME.search(entry.label) or place != after + 1):
        return False
    spending = _SPENDING.search(entry.label) is not None and not _SPENDING.search(left[-1].label)
    return place == after + 1 or (place > after and spending)


def _last(column: Sequence[Entry]) -> int:
    return next((number(e.label) for e in reversed(column) if _TOP.match(e.label)), 0)


def unnumbered(entries: Sequence[Entry]) -> Iterator[Entry]:
    """去掉行次：每一栏各行的第一个数依次加一的，是行次不是金额。"""
    firsts: dict[int, list[int]] = {}
    for entry in entries:
        if entry.values:
            value = entry.values[0].quantity.value
            firsts.setdefault(entry.side, []).append(int(value) if value == int(value) else -1)
    numbered = {
        side
        for side, found in firsts.items()
        if len(found) > 2 and all(0 < b - a < 4 for a, b in pairwise(found)) and found[0] > 0
    }
    for entry in entries:
        yield entry._replace(values=entry.values[1:]) if entry.side in numbered else entry


def noted(entries: Sequence[Entry]) -> Iterator[Entry]:
    """右边只有文字没有数的，不是右栏，是左边那一行的等级、备注。"""
    valued = {entry.side for entry in entries if entry.values}
    if len(valued) > 1 or len({entry.side for entry in entries}) < 2:
        yield from entries
        return
    notes: dict[int, list[Note]] = {}
    for entry in entries:
        if entry.side not in valued:
            notes.setdefault(entry.row, []).append(Note(entry.label, entry.span))
    for entry in entries:
        if entry.side in valued:
            yield entry._replace(notes=tuple(notes.get(entry.row, ())))
