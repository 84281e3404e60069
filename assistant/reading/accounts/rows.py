"""行名的意思：每行在各组里叫什么，是合计、哪一项、哪个科目，还是上一行的一部分。"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from assistant.domain.accounts import Line
from assistant.reading.accounts.cells import State
from assistant.reading.accounts.columns import Column, column
from assistant.reading.accounts.frame import Datum, Frame
from assistant.reading.accounts.names import Named, Names, is_total, parsed

_TIMED = re.compile(r"上年|去年|本年|当年|年初")
_WHOLES = ("final.expenditure", "final.expenditure.current")
CARRYOVERS = ("carryover.opening", "carryover.closing")


class Row(NamedTuple):
    """一行在一组里的意思。

    line    科目表里的一行；subject 是科目的（编码或名称，标准名称）
    total   合计行
    parent  它是哪一项的一部分（年初财政拨款结转和结余下的各种资金）
    when    行名说的是哪一年、预算还是决算（上年决算数、本年预算数），项在列头
    """

    name: Named
    printed: str
    line: Line | None = None
    subject: tuple[str, str] | None = None
    total: bool = False
    parent: Line | None = None
    when: Column | None = None


class Rows:
    """一张小表各行各组的意思。"""

    def __init__(self, frame: Frame, names: Names, kind: str, mode: str) -> None:
        self._names, self._kind, self._mode = names, kind, mode
        self._alone = len({datum.cell.row for datum in frame.data() if _is_number(datum)}) == 1
        self._headed = any(
            names.line(parsed(frame.heads[column][-1]).name, kind)
            for zone in frame.zones
            for column in zone.values
            if frame.heads[column]
        )
        self._rows: dict[tuple[int, int], Row] = {}
        for number, zone in enumerate(frame.zones):
            above: Row | None = None
            for row in frame.body:
                label = _label(frame, row, zone.labels, zone.codes)
                found = self._row(label[0], label[1], above)
                self._rows[row, number] = found
                above = found if found.name.name else above
        self.sides = {n: self._side(frame, n) for n in range(len(frame.zones))}

    def at(self, datum: Datum) -> Row:
        """一个数所在的行。"""
        return self._rows[datum.cell.row, datum.zone]

    def has_grand_total(self, zone: int) -> bool:
        """这一组另有“总计”行，“合计”就只是本年的合计。"""
        return any(r.name.name == "总计" or (r.line and r.line.total) for r in self._zone(zone))

    def _zone(self, zone: int) -> Iterator[Row]:
        return (row for (_, number), row in self._rows.items() if number == zone)

    def _side(self, frame: Frame, zone: int) -> str:
        """一组是收入还是支出：看列头，再看各行。"""
        heads = "".join("".join(frame.heads[c]) for c in frame.zones[zone].values)
        heads += "".join("".join(frame.heads[c]) for c in frame.zones[zone].labels)
        if ("收入" in heads) != ("支出" in heads):
            return "income" if "收入" in heads else "expenditure"
        counts = Counter(self._row_sides(zone))
        return counts.most_common(1)[0][0] if len(counts) == 1 else ""

    def _row_sides(self, zone: int) -> Iterable[str]:
        for row in self._zone(zone):
            if row.line and row.line.side:
                yield row.line.side
            elif row.subject:
                yield "expenditure"

    def _row(self, label: str, code: str, above: Row | None) -> Row:
        name = parsed(label)
        if (when := self._when(label)) is not None:
            return Row(name, label, total=True, when=when)
        if is_total(name.name) or (self._alone and not self._names.line(name.name, self._kind)):
            return Row(name, label, total=True)
        line = self._line(name.name, code)
        if self._kind == "execution" and line is not None and line.key in _WHOLES:
            return Row(name, label, total=True)
        subject = None if line else self._subject(name.name, code)
        parent = _parent(name, line, above, self._names)
        if parent is None and name.within and _crosses(line, above):
            line = None
        return Row(name, label, line, subject, parent=parent)

    def _when(self, label: str) -> Column | None:
        """行名只说了年度和阶段。"""
        found = column((label,), self._names, self._kind, funds_are_lines=False)
        stage = self._names.stage(parsed(label).name)
        if stage is not None and self._headed:
            return found._replace(line=None, stage=stage.id)
        if found.unknown or found.line or found.measure or found.change:
            return None
        return found if found.stage and (found.year or _TIMED.match(label)) else None

    def _line(self, name: str, code: str) -> Line | None:
        line = self._names.line(name, self._kind)
        if self._mode == "lines" or line is None:
            return line
        if code or (self._mode == "functions" and self._names.function(name)):
            return None
        return line if self._mode == "functions" or line.key.startswith("expenditure.") else None

    def _subject(self, name: str, code: str) -> tuple[str, str] | None:
        """类级科目按名称或编码用标准名；款、项有编码才认。"""
        families = [("function", self._names.function), ("economic", self._names.economic)]
        for family, known in families[::-1] if self._mode == "economic" else families:
            if (subject := known(name)) is not None and len(code) in (0, 3):
                return f"{family}.{subject.code}", subject.name
        family = "economic" if self._mode == "economic" else "function"
        return (f"{family}.{code}", name) if code and name else None


def _is_number(datum: Datum) -> bool:
    return datum.content.state is State.NUMBER


def _label(
    frame: Frame, row: int, labels: tuple[int, ...], codes: tuple[int, ...]
) -> tuple[str, str]:
    """一行的行名（最里层）和编码。"""
    texts, code = frame.label(row, labels, codes)
    return (texts[-1] if texts else ""), code


def _parent(name: Named, line: Line | None, above: Row | None, names: Names) -> Line | None:
    """“年初财政拨款结转和结余”下面按资金分的各行。"""
    if above is None or names.scope(name.name) is None or (line and not line.scope):
        return None
    if above.parent is not None:
        return above.parent
    return above.line if above.line and above.line.key in CARRYOVERS else None


def _crosses(line: Line | None, above: Row | None) -> bool:
    """“其中：财政拨款”写在支出项下面，不是收入。"""
    if line is None or above is None or above.line is None:
        return False
    return bool(line.side and above.line.side and line.side != above.line.side)
