"""一张工作表的流式读入：只留有内容的格；连续空行过多就停，并说明停在哪里。"""

import re
from collections.abc import Iterator
from typing import IO, NamedTuple

from lxml import etree

from assistant.domain.grid import GridNote

CHUNK = 1 << 16
MAX_BYTES = 256 * 1024 * 1024
MAX_CELLS = 500_000
BLANK_ROWS = 3000
_MERGE = re.compile(rb'<(?:\w+:)?mergeCell\s+ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
_VALUE = re.compile(rb"<(?:\w+:)?(?:v|t)>[^<\s]")
_REF = re.compile(r"([A-Z]+)(\d+)")


class Raw(NamedTuple):
    """一格的原样。kind 是 t 属性：s 共用文字、str 公式文字、e 错误、n 数 …"""

    row: int
    column: int
    kind: str
    style: int
    value: str
    formula: str


class RawSheet(NamedTuple):
    """一张表的原样。merges 为（上, 左, 下, 右）。"""

    cells: tuple[Raw, ...]
    merges: tuple[tuple[int, int, int, int], ...]
    notes: tuple[GridNote, ...]


def read_sheet(stream: IO[bytes]) -> RawSheet:
    """读一张工作表的 XML。"""
    return _SheetReader().read(stream)


class _SheetReader:
    """累积有内容的格与合并区，直到读完或该停。"""

    def __init__(self) -> None:
        self._cells: list[Raw] = []
        self._merges: list[tuple[int, int, int, int]] = []
        self._row = 0
        self._column = 0
        self._last = 0
        self._stop = ""

    def read(self, stream: IO[bytes]) -> RawSheet:
        parser = etree.XMLPullParser(
            events=("start", "end"), resolve_entities=False, no_network=True, huge_tree=True
        )
        size = 0
        for chunk in _chunks(stream):
            size += len(chunk)
            parser.feed(chunk)
            for event, element in parser.read_events():
                if isinstance(element, etree._Element):
                    self._take(event, element)
            if self._stop or size > MAX_BYTES:
                return self._cut_short(stream, size)
        parser.close()
        return RawSheet(tuple(self._cells), tuple(self._merges), ())

    def _take(self, event: str, element: etree._Element) -> None:
        name = str(element.tag).rpartition("}")[2]
        if event == "start":
            if name == "row":
                self._row = int(element.get("r") or self._row + 1)
                self._column = 0
                self._check()
        elif name == "c":
            self._keep(element)
        elif name == "row":
            _forget(element)
        elif name == "mergeCell":
            self._merge(element.get("ref", ""))

    def _check(self) -> None:
        if self._row - self._last > BLANK_ROWS:
            self._stop = f"第{self._last + 1}行以后连续{BLANK_ROWS}行没有内容"
        elif len(self._cells) > MAX_CELLS:
            self._stop = f"有内容的格超过{MAX_CELLS}个"

    def _keep(self, element: etree._Element) -> None:
        match = _REF.fullmatch(element.get("r", ""))
        self._column = _column(match[1]) if match else self._column + 1
        value, formula = _value(element)
        if value.strip() or formula:
            kind, style = element.get("t", "n"), element.get("s", "0")
            row = int(match[2]) if match else self._row
            number = int(style) if style.isdigit() else 0
            self._cells.append(Raw(row, self._column, kind, number, value, formula))
            self._last = row

    def _merge(self, ref: str) -> None:
        first, _, last = ref.partition(":")
        ends = _REF.fullmatch(first), _REF.fullmatch(last)
        if ends[0] and ends[1]:
            self._add_merge(ends[0][1], int(ends[0][2]), ends[1][1], int(ends[1][2]))

    def _add_merge(self, left: str, top: int, right: str, bottom: int) -> None:
        box = (top, _column(left), bottom, _column(right))
        if (box[2] - top + 1) * (box[3] - box[1] + 1) <= 100_000 and top <= self._last + BLANK_ROWS:
            self._merges.append(box)

    def _cut_short(self, stream: IO[bytes], size: int) -> RawSheet:
        """后面只粗看：还有没有内容，合并区照记。"""
        more, tail = False, b""
        for chunk in _chunks(stream):
            size += len(chunk)
            window = tail + chunk
            more = more or bool(_VALUE.search(window))
            for match in _MERGE.finditer(window):
                left, top, right, bottom = (part.decode() for part in match.groups())
                self._add_merge(left, int(top), right, int(bottom))
            tail = window[-80:]
            if size > MAX_BYTES:
                break
        why = self._stop or "表过大"
        rest = "后面另有内容，未读；请删去中间的空行后再交" if more else "后面没有内容，未再读"
        notes = (GridNote(f"A{self._last + 1}", f"{why}，{rest}。"),)
        return RawSheet(tuple(self._cells), tuple(dict.fromkeys(self._merges)), notes)


def _value(element: etree._Element) -> tuple[str, str]:
    """一格的值和公式；内联文字各段相连。共用公式只在第一格写出，其余记作 …。"""
    value, formula = "", ""
    for child in element:
        name = str(child.tag).rpartition("}")[2]
        if name == "v":
            value = child.text or ""
        elif name == "f":
            formula = (child.text or "…").strip()
        elif name == "is":
            value = "".join(t.text or "" for t in child.iter("{*}t"))
    return value, formula


def _forget(row: etree._Element) -> None:
    """放掉读过的行，使内存与行数无关。"""
    row.clear()
    parent = row.getparent()
    while parent is not None and row.getprevious() is not None:
        del parent[0]


def _chunks(stream: IO[bytes]) -> Iterator[bytes]:
    while chunk := stream.read(CHUNK):
        yield chunk


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
