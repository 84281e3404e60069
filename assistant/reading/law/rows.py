"""行：一份文件读成法规的一行行文字。版面折断的行记着是接续，表格一行一行，批注和排版记号不要。"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from assistant.domain.document import Block, BlockKind, Document, Table
from assistant.reading.text.lines import width

_MARKUP = re.compile(r"^#{1,6}\s+|^>\s+|\*\*|^[-*]\s+(?=第)")
_SPACES = re.compile(r"[\s\u3000\xa0]+")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_LINE_ENDS = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_ENDS = "。！？；：:;!?…”’）)》】"
_LONG = 36
_SLACK = 6
CELL = "｜"


class Row(NamedTuple):
    """一行。joined：本是上一行的接续，被版面折断；table：表格的一行，各格以｜隔开。"""

    text: str
    joined: bool = False
    table: bool = False


def rows_of(document: Document) -> tuple[Row, ...]:
    """全文的各行，空行不算。"""
    tables = {table.span.start: table for table in document.tables}
    found: list[Row] = []
    for kind, blocks in groupby(document.blocks, key=lambda b: b.kind is BlockKind.TABLE):
        if kind:
            held = (tables[b.span.start] for b in blocks if b.span.start in tables)
            found += [row for table in held for row in _table(table)]
        else:
            found += _paragraphs(document, list(blocks))
    return tuple(_uncommented(found))


def rows_in(text: str) -> tuple[Row, ...]:
    """一段文字的各行，空行不算；没有折行。"""
    lines = map(clean, _LINE_ENDS.split(text))
    return tuple(_uncommented(Row(line) for line in lines if line))


def clean(line: str) -> str:
    """去掉排版记号和不可见字符，空白并成一个空格。"""
    plain = _INVISIBLE.sub("", line.replace("&nbsp;", " ")).strip()
    return _SPACES.sub(" ", _MARKUP.sub("", plain)).strip()


def _table(table: Table) -> Iterator[Row]:
    """一张表的各行；只有一列的是排版用的框，里面的文字照平常的行读。"""
    if max(cell.column + cell.columns for cell in table.cells) == 1:
        for cell in table.cells:
            yield from rows_in(cell.text)
        return
    for _, cells in groupby(table.cells, key=lambda cell: cell.row):
        texts = [clean(_LINE_ENDS.sub(" ", cell.text)) for cell in cells]
        if any(texts):
            yield Row(CELL.join(texts), table=True)


def _paragraphs(document: Document, blocks: Sequence[Block]) -> Iterator[Row]:
    raw = [document.quote(block.span) for block in blocks]
    if document.paragraphed:
        for text in raw:
            yield from rows_in(text)
        return
    full = _wrap_width(raw)
    starts = [_indented(document, block) for block in blocks]
    shown = sum(starts) * 10 > len(starts)
    before = ""
    for text, starting in zip(raw, starts, strict=True):
        line = clean(text)
        if line:
            yield Row(line, joined=not starting and _runs_on(before, full, whole=shown))
            before = text


def _wrap_width(lines: Iterable[str]) -> int:
    """折行的宽度；长行多半是完整句子的文件没有折行，返回一个够不着的数。"""
    long = [line for line in lines if width(line) >= _LONG]
    loose = sorted(width(line) for line in long if line[-1] not in _ENDS)
    if len(loose) < 2 or len(loose) * 4 < len(long):
        return 1 << 30
    return loose[len(loose) * 3 // 4]


def _runs_on(before: str, full: int, *, whole: bool) -> bool:
    """上一行排满了，下一行是它的接续。whole：各段开头都有缩进，句子完了也可能还没有完一段。"""
    return width(before) >= full - _SLACK and (whole or before[-1] not in _ENDS)


def _indented(document: Document, block: Block) -> bool:
    """行首留了空。"""
    start = document.text.rfind("\n", 0, block.span.start) + 1
    return width(document.text[start : block.span.start]) >= 2


def _uncommented(rows: Iterable[Row]) -> Iterator[Row]:
    """去掉 <!-- --> 之间的批注。"""
    inside = False
    for row in rows:
        kept, rest = "", row.text
        while rest:
            before, mark, rest = rest.partition("-->" if inside else "<!--")
            kept += "" if inside else before
            inside = inside != bool(mark)
        if kept.strip():
            yield row._replace(text=kept.strip())
