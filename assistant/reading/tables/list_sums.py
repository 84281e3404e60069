"""收支总表一类的合计：一、二、三各项之和是合计，合计加结转是总计。"""

import re
from collections.abc import Iterator, Sequence

from assistant.domain.statements import Relationship
from assistant.reading.claims.formulas import TOTAL
from assistant.reading.claims.judging import Claim, agrees
from assistant.reading.tables.code_sums import value_input
from assistant.reading.tables.grids import Entry, Grid

_TOP = re.compile(r"[一二三四五六七八九十]{1,3}、")
_SUB = re.compile(r"\d{1,2}[.．、]|[（(][一二三四五六七八九十\d]{1,3}[）)]|其中[：:]?")
_SUM_NAME = re.compile(r"合\s*计$|总\s*计$|总额$")
_INCOME = re.compile("收入|年初|使用|用事业基金|上年结转")


def list_claims(grid: Grid) -> Iterator[Claim]:
    """没有科目编码的表，按两栏分别核对。"""
    if sum(bool(e.code) for e in grid.entries) * 2 > len(grid.entries):
        return
    for column in _sides(grid.entries):
        yield from _side_claims(column)


def _sides(entries: Sequence[Entry]) -> tuple[list[Entry], list[Entry]]:
    """左右两栏。只剩一栏的行，按序号接哪一栏算哪一栏。"""
    left: list[Entry] = []
    right: list[Entry] = []
    for entry in entries:
        if entry.side > 0 or (right and _continues(entry, left, right)):
            right.append(entry)
        else:
            left.append(entry)
    return left, right


def _continues(entry: Entry, left: Sequence[Entry], right: Sequence[Entry]) -> bool:
    """独在一行的记录接右栏：序号是右栏的下一个，且不是左栏的下一个。"""
    if not _TOP.match(entry.label) or entry.row == right[-1].row:
        return False
    number = _number(entry.label)
    after_right = number == _last(right) + 1
    return after_right and (number != _last(left) + 1 or not _INCOME.search(entry.label))


_ORDINALS = {c: n for n, c in enumerate("一二三四五六七八九十", 1)}


def _number(label: str) -> int:
    text = label.partition("、")[0]
    if text in _ORDINALS:
        return _ORDINALS[text]
    tens, _, ones = text.partition("十")
    return _ORDINALS.get(tens, 1) * 10 + _ORDINALS.get(ones, 0)


def _last(column: Sequence[Entry]) -> int:
    return next((_number(e.label) for e in reversed(column) if _TOP.match(e.label)), 0)


def _side_claims(column: Sequence[Entry]) -> Iterator[Claim]:
    """自上而下：遇到合计，等于上一个合计以来的各项；总计再加上一个合计。"""
    since: list[Entry] = []
    last: Entry | None = None
    for entry in column:
        if not _SUM_NAME.search(entry.label):
            since.append(entry)
            continue
        if not entry.values:
            continue
        before = [*([last] if last else []), *_tops(since)]
        claim = _total(entry, before)
        if claim is not None:
            yield claim
        since, last = [], entry
    yield from _subs(column)
    yield from _headed(column)


def _tops(entries: Sequence[Entry]) -> list[Entry]:
    """最上一级的各项：有“一、”的取“一、”，其后另起的取没有序号的。"""
    tops = [e for e in entries if not _SUB.match(e.label)]
    plain = [e for e in tops if not _TOP.match(e.label)]
    if plain and len(plain) < len(tops) and _TOP.match(tops[-1].label):
        first = tops.index(plain[0])
        return [e for e in tops[:first] if _TOP.match(e.label)] + plain
    return tops


def _total(entry: Entry, parts: Sequence[Entry]) -> Claim | None:
    valued = [part for part in parts if part.values]
    if not valued:
        return None
    inputs = tuple(value_input(p.values[0], f"part{n}") for n, p in enumerate(valued, 1))
    stated = value_input(entry.values[0], "total")
    claim = Claim(Relationship.SUM, TOTAL, inputs, stated, entry.span)
    return claim if len(valued) > 1 or agrees(TOTAL, inputs, stated) else None


def _subs(column: Sequence[Entry]) -> Iterator[Claim]:
    """一、某某 之下的 1. 2. 3. 之和。"""
    for at, entry in enumerate(column):
        if not _TOP.match(entry.label) or not entry.values:
            continue
        under: list[Entry] = []
        for other in column[at + 1 :]:
            if not re.match(r"\d{1,2}[.．、]", other.label):
                break
            under.append(other)
        if len([e for e in under if e.values]) > 1:
            ragged = len({len(e.values) for e in (entry, *under) if e.values}) > 1
            claim = _headed_total(entry, under) if ragged else _total(entry, under)
            if claim is not None:
                yield claim


def _headed(column: Sequence[Entry]) -> Iterator[Claim]:
    """总额在最上面，其下 1、2、3、 是它的组成。"""
    if not column or not column[0].values or not re.search("总额|合计|总计", column[0].label):
        return
    tops = [e for e in column[1:] if _TOP.match(e.label)]
    parts = tops or [e for e in column[1:] if re.match(r"\d{1,2}[.．、]", e.label)]
    if len(parts) > 1 and not any(_SUM_NAME.search(e.label) for e in column[1:]):
        last = max(v.span.end for e in (column[0], *parts) for v in e.values)
        claim = _headed_total(column[0], parts)
        if claim is not None:
            yield claim._replace(span=claim.span._replace(end=last))


def _headed_total(head: Entry, parts: Sequence[Entry]) -> Claim | None:
    """各行数值个数不一时取末一个（数量在前、金额在后）。"""
    inputs = tuple(
        value_input(p.values[-1], f"part{n}") for n, p in enumerate(parts, 1) if p.values
    )
    if not inputs:
        return None
    return Claim(Relationship.SUM, TOTAL, inputs, value_input(head.values[-1], "total"), head.span)
