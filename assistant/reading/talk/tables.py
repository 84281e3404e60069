"""粘贴的表：制表符、竖线或多个空格分列。行是口径、列是年份，或一行表头一行数，逐格对号。"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from assistant.domain.findings import Span
from assistant.reading.talk.amounts import Amount, amounts
from assistant.reading.talk.bound import Bound, Target
from assistant.reading.talk.labels import Lexicon
from assistant.reading.talk.years import year_marks

_GAP = re.compile(r"\t|\|| {2,}|(?<!\d),|(?<=\.\d),|(?<=\.\d\d),|,(?!\d{3}(?!\d))")
_LEAD = re.compile(
    r"\s*(?:[(（]?[一二三四五六七八九十\d]{1,2}[)、.．）]\s*)?(?:其中[:：]?)?[-—\s]*"
)
_TRAIL = re.compile(r"数?额?(?:合计|总计)?\s*(?:\([^()]*\))?[:：]?\s*")
_SKIPPED = re.compile(r"增减|变动|比上年|较上年|占|备注|说明|序号|%|比例|差额")
_YEAR_HEAD = re.compile(r"20\d\d")
_WHOLE = re.compile("合计|总计|小计|本[局级部单]|全[局部]|机关|部门|单位")
_STAGES = ("年初预算", "全年预算", "调整预算", "决算", "执行")


class _Cell(NamedTuple):
    text: str
    start: int


Row = list[_Cell]


class Table(NamedTuple):
    """一块粘贴的表：占的位置和逐格对上号的数。"""

    span: Span
    bound: tuple[Bound, ...]


def tables(text: str, words: Lexicon, year: int) -> tuple[Table, ...]:
    """text（已 fold）里的粘贴表。至少两行、每行两格以上，且有表头或表头行。"""
    found = []
    for rows in _blocks(text):
        items = _itemised(rows, words)
        bound = () if items else tuple(_across(rows, words) or _down(rows, words, year))
        if bound or items:
            found.append(Table(Span(rows[0][0].start, _end(rows)), bound))
    return tuple(found)


def _end(rows: list[Row]) -> int:
    last = rows[-1][-1]
    return last.start + len(last.text)


def _blocks(text: str) -> Iterator[list[Row]]:
    block: list[Row] = []
    start = 0
    for line in (*text.splitlines(keepends=True), "\n"):
        row = _cells(line.rstrip("\n"), start)
        start += len(line)
        if len(row) >= 2:
            block.append(row)
        elif not re.fullmatch(r"[\s|:\-]+", line) or not line.strip():
            if len(block) >= 2:
                yield block
            block = []


def _cells(line: str, start: int) -> Row:
    """一行的各格；分隔线（---）和空格不算。"""
    edges = [0]
    for match in _GAP.finditer(line):
        edges += [match.start(), match.end()]
    edges.append(len(line))
    pieces = [(line[a:b], a) for a, b in list(pairwise(edges))[::2]]
    kept = [(p, a) for p, a in pieces if p.strip() and not re.fullmatch(r"[\s:\-]+", p)]
    return [_Cell(p.strip(), start + a + len(p) - len(p.lstrip())) for p, a in kept]


def _amount(cell: _Cell) -> Amount | None:
    """整格是一个数。"""
    found = amounts(cell.text)
    if len(found) != 1 or found[0].span != (0, len(cell.text)):
        return None
    return found[0]._replace(span=Span(cell.start, cell.start + len(cell.text)))


def _target(cell: _Cell, words: Lexicon, stage: str = "") -> Target | None:
    """整格是一个口径名（可带序号、单位）；stage 是列头的口径。"""
    plain = not stage or stage in ("决算", "执行") or stage in cell.text
    for prefix in dict.fromkeys([stage, *([""] if plain else [])]):
        body = prefix + cell.text[_LEAD.match(cell.text).end() :]  # type: ignore[union-attr]
        for label in words.labels(body):
            if label.span.start == 0 and _TRAIL.fullmatch(body[label.span.end :]) and label.keys:
                return Target(label.keys, cell.start)
    return None


def _across(rows: list[Row], words: Lexicon) -> Iterator[Bound] | list[Bound]:
    """表头是口径，下一行是数。"""
    heads = [_target(cell, words) for cell in rows[0]]
    if sum(head is not None for head in heads) < 2:
        return []
    return [
        Bound(head._replace(start=cell.start), amount)
        for row in rows[1:2]
        if len(row) == len(heads)
        for head, cell in zip(heads, row, strict=True)
        if head is not None and (amount := _amount(cell)) is not None
    ]


def _itemised(rows: list[Row], words: Lexicon) -> bool:
    """一行一个项目的明细表：列头是口径，行头是别的名目，格里的数不是全部门的。"""
    heads = sum(_target(cell, words) is not None for cell in rows[0][1:])
    names = [row[0] for row in rows[1:] if len(row) == len(rows[0])]
    own = any(_amount(name) or _WHOLE.search(name.text) or _target(name, words) for name in names)
    return heads > 0 and _target(rows[0][0], words) is None and bool(names) and not own


def _down(rows: list[Row], words: Lexicon, year: int) -> Iterator[Bound]:
    """每行一个口径，列头是年份或口径。"""
    head = rows[0]
    if any(_amount(cell) and not _YEAR_HEAD.fullmatch(cell.text) for cell in head):
        return
    for row in rows[1:]:
        if len(row) > len(head):
            continue
        for column, cell in zip(head[1:], row[1:], strict=False):
            amount = _amount(cell)
            if amount is None or _SKIPPED.search(column.text):
                continue
            stage = next((s for s in _STAGES if s in column.text), "")
            target = _target(row[0], words, stage)
            if target is not None:
                yield Bound(target, amount, year=_year_of(column, year))


def _year_of(column: _Cell, year: int) -> int:
    """列头写的年份：2022年、上年、2022；没写是本年。"""
    bare = _YEAR_HEAD.fullmatch(column.text)
    marks = year_marks(f"{column.text}年" if bare else column.text, year)
    return marks[0].year if marks else year
