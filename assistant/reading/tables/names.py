"""表里每个数的名称：表名、行名、栏名合起来，与正文的叫法相同。

财政拨款收入支出决算总表的“总计” -> 财政拨款收入支出总计；
支出决算表里 208 05 01 -> 社会保障和就业支出行政事业单位养老支出行政单位离退休。
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from assistant.reading.tables.grids import Entry, Grid, Value
from assistant.reading.tables.three_public import three_public_names
from assistant.reading.text.labels import core

_YEAR = re.compile(r"(?:19|20)\d\d年?度?|年度")
_OF_YEAR = re.compile(r"(?:19|20)\d\d(?=年)")
_CAPTION_WORDS = re.compile(
    r"部门|单位|财务|功能分类|经济分类|决算|预算(?=总?表|支出表|收入表)|(?<=支出)预算|情况|明细|总?表$|[（(].*?[)）]|附[表件]\d*[:：.]?|公开\d*|\d+"
)
_MARK = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、]|其中[:：]?)"
)
_FINAL = re.compile("决算|执行|支出数|实际支出")
_NEITHER = re.compile("[率比]|上年|增减|差")
_TOTAL = re.compile(r"(?:类款项)?(合计|总计|小计)$")


class Named(NamedTuple):
    """表里的一个数和它的全名。final 为决算表，budget 为预算表，都不是则口径不明。"""

    name: str
    value: Value
    kind: str


def named_values(grids: Sequence[Grid]) -> Iterator[Named]:
    """各表里能叫出全名的数。"""
    for grid in grids:
        kind = _kind(grid)
        stem = caption_core(grid)
        paths = _paths(grid.entries)
        for name, value in three_public_names(grid):
            yield Named(name, value, kind)
        for entry in grid.entries:
            if not entry.values:
                continue
            label = core(_MARK.sub("", entry.label))
            if total := _TOTAL.search(entry.label):
                yield from _totals(grid, entry, stem, label, total[1], kind)
            elif entry.code in paths:
                yield from _told(grid, entry, paths[entry.code], kind)
            elif label:
                yield from _told(grid, entry, label, kind)


def _told(grid: Grid, entry: Entry, name: str, kind: str) -> Iterator[Named]:
    """一行的数：预算、决算各占一栏的，各是各的；不分栏的，取代表的一个。"""
    kinds = [
        _kind_of_column(grid.columns[v.column]) if v.column is not None else ""
        for v in entry.values
    ]
    if "budget" in kinds and "final" in kinds:
        yield from (Named(name, v, own) for v, own in zip(entry.values, kinds, strict=True) if own)
    else:
        yield Named(name, _latest(grid, entry), kind)


@lru_cache(maxsize=1 << 10)
def _kind_of_column(head: str) -> str:
    """栏名说的口径：预算数、决算（执行、支出）数；率和往年的都不算。"""
    if _NEITHER.search(head):
        return ""
    return "final" if _FINAL.search(head) else "budget" if "预算" in head else ""


def _latest(grid: Grid, entry: Entry) -> Value:
    """一行代表的数：头一列；各列写着年份、头一列是往年的，取最近一年的那一列。"""
    first = entry.values[0]
    if first.column is None or not (old := _OF_YEAR.search(grid.columns[first.column])):
        return first
    years = [
        (int(told[0]), -value.column, value)
        for value in entry.values
        if value.column is not None and (told := _OF_YEAR.search(grid.columns[value.column]))
    ]
    newest = max(years, key=lambda each: each[:2])
    return newest[2] if newest[0] > int(old[0]) else first


def _kind(grid: Grid) -> str:
    title = grid.caption or grid.head[:40]
    return "final" if "决算" in title else "budget" if "预算" in title else ""


def caption_core(grid: Grid) -> str:
    """表名的核心：去掉年份、决算、总表之类。"""
    return core(_CAPTION_WORDS.sub("", _YEAR.sub("", grid.caption))).removesuffix("预算")


def _paths(entries: Sequence[Entry]) -> Mapping[str, str]:
    """科目编码 -> 类款项名称连起来。"""
    labels = {e.code: core(e.label) for e in entries if len(e.code) in (3, 5, 7)}
    paths = {}
    for code in labels:
        if all(code[:n] in labels for n in (3, 5, 7) if n <= len(code)):
            paths[code] = "".join(labels[code[:n]] for n in (3, 5, 7) if n <= len(code))
    return paths


def _totals(
    grid: Grid, entry: Entry, stem: str, label: str, word: str, kind: str
) -> Iterator[Named]:
    """合计行：表名加合计；收入、支出的合计行用自己的名称；各栏加上栏名。"""
    own = label.removesuffix(word).removeprefix("类款项")
    if own and own not in ("收入", "支出"):
        yield Named(own + word, _latest(grid, entry), kind)
        return
    yield Named((own or stem) + word, _latest(grid, entry), kind)
    if own and stem.endswith(own):
        yield Named(stem + word, _latest(grid, entry), kind)
    elif own and stem.endswith("收支"):
        yield Named(stem[:-2] + own + word, _latest(grid, entry), kind)
    if stem.endswith(("收入", "支出")):
        for name, value in zip(_column_names(grid), entry.values[1:], strict=False):
            yield Named(stem[:-2] + name, value, kind)
            if name == "公用经费":
                yield Named("机关运行经费", value, kind)


_SPENDING = ("基本支出", "项目支出")
_ECONOMIC = ("人员经费", "公用经费")


def _column_names(grid: Grid) -> Sequence[str]:
    """合计之后各栏的名称；只认得写在表头的几种。"""
    for names in (_SPENDING, _ECONOMIC):
        if all(name in grid.head for name in names) and len(grid.entries) > 1:
            return names
    return ()
