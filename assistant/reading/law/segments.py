"""段落划分：一份文件分成正文和各附件；印发通知后面接着的办法也分开。"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from assistant.reading.law.heading import is_address
from assistant.reading.law.marks import Annex, annex, article, division, is_contents, part
from assistant.reading.law.rows import Row

_LISTED = re.compile(r"^\d{1,2}[.．、]")
_FIRST = (1, "")
_HEAD, _LONG = 60, 400


class Segment(NamedTuple):
    """一部分：正文的 key 为空，附件的 key 如 附件1。name 是附件的名称。"""

    key: str
    name: str
    rows: tuple[Row, ...]

    @property
    def opening(self) -> int:
        """第一个编章节、条或一、在第几行；都没有为行数。"""
        return next((i for i, row in enumerate(self.rows) if _structural(row)), len(self.rows))

    @property
    def head(self) -> list[str]:
        """正文以前的各行；没有正文的，是抬头以前的各行。"""
        rows = self.rows[: min(self.opening, _HEAD)]
        lines = [row.text for row in rows if not is_contents(row) and len(row.text) < _LONG]
        stop = next((i for i, line in enumerate(lines) if is_address(line)), len(lines))
        return lines if self.opening < len(self.rows) else lines[: max(stop, 1)]


def segments(rows: Sequence[Row]) -> tuple[Segment, ...]:
    """正文在前，各附件在后。"""
    marks = dict(_annexes(rows))
    edges = [0, *sorted(marks), len(rows)]
    found = []
    for start, end in pairwise(edges):
        if start in marks:
            found.append(_annexed(marks[start], rows[start + 1 : end]))
        else:
            found.append(Segment("", "", tuple(rows[start:end])))
    return tuple(found)


def has_articles(rows: Sequence[Row]) -> bool:
    """分条：有第一条，或至少三条依次递增。"""
    places = [found.place for row in rows if (found := article(row))]
    rising = sum(b > a for a, b in pairwise(places))
    return _FIRST in places[:1] or (_FIRST in places and rising > 0) or rising >= 2


def _structural(row: Row) -> bool:
    return bool(division(row) or article(row) or part(row))


def _annexed(mark: Annex, rows: Sequence[Row]) -> Segment:
    """附件的名称在同一行，或在下一行。"""
    if mark.rest or not rows or _structural(rows[0]) or rows[0].table or len(rows[0].text) > 60:
        return Segment(mark.key, mark.rest, tuple(rows))
    return Segment(mark.key, rows[0].text, tuple(rows[1:]))


def _annexes(rows: Sequence[Row]) -> Iterator[tuple[int, Annex]]:
    """各附件从哪一行开始。正文末尾“附件：1.…2.…”是目录，不是附件。"""
    found = [(i, mark) for i, row in enumerate(rows) if i and (mark := annex(row))]
    keys = [mark.key for _, mark in found]
    for order, (i, mark) in enumerate(found):
        again = mark.key in keys[order + 1 :] or (mark.key == "附件" and "附件1" in keys)
        if _LISTED.match(mark.rest) or again or not _began(rows[:i]):
            continue
        if mark.rest and (at := _repeated(rows, i, mark.rest)):
            yield at, mark._replace(rest="") if rows[at].text != mark.rest else mark
        elif i + 1 < len(rows):
            yield i, mark


def _began(before: Sequence[Row]) -> bool:
    """前面已有正文。"""
    return sum(len(row.text) for row in before) > 30


def _repeated(rows: Sequence[Row], at: int, name: str) -> int:
    """附件的名称在后面单独成行之处；没有为 0。"""
    wanted = "".join(name.split())
    later = range(at + 1, len(rows))
    return next((i for i in later if "".join(rows[i].text.split()) == wanted), 0)
