"""排字：各种格式的段落和表格依次写进同一段文字，同时记下位置。"""

from typing import NamedTuple

from assistant.domain.document import Block, BlockKind, Cell, Document, Table
from assistant.domain.errors import Unreadable
from assistant.domain.findings import Span

MAX_CHARACTERS = 5_000_000
_CAPTION_LINES = 6
_CAPTION_LENGTH = 60


class Place(NamedTuple):
    """一格在表中的行列（从 0 数）、跨度和它的文字位置。"""

    row: int
    column: int
    span: Span
    rows: int = 1
    columns: int = 1
    locator: str = ""


class _Draft(NamedTuple):
    places: tuple[Place, ...]
    span: Span
    locator: str


class Composer:
    """一份正在读入的文档。只在末尾写，因此位置一经给出就不再变。"""

    def __init__(self, name: str, *, paragraphed: bool = False) -> None:
        self._name = name
        self._paragraphed = paragraphed
        self.recognised = False
        self._parts: list[str] = []
        self.length = 0
        self._blocks: list[Block] = []
        self._tables: list[_Draft] = []
        self._pages: list[int] = []
        self._notes: dict[str, None] = {}

    def write(self, text: str) -> Span:
        """写在末尾；返回所占位置。过长抛 Unreadable。"""
        start = self.length
        self.length += len(text)
        if self.length > MAX_CHARACTERS:
            raise Unreadable(
                f"{self._name} 的文字超过 {MAX_CHARACTERS // 10_000} 万字，没有读",
                "请拆成几份分别检查。",
            )
        self._parts.append(text)
        return Span(start, self.length)

    def block(self, kind: BlockKind, start: int, level: int = 0, locator: str = "") -> None:
        """登记从 start 写到现在的一段。空白段在成文时去掉。"""
        self._blocks.append(Block(kind, Span(start, self.length), level, locator))

    def table(self, places: list[Place], start: int, locator: str) -> None:
        """登记从 start 写到现在的一张表。"""
        if places:
            self._tables.append(_Draft(tuple(places), Span(start, self.length), locator))
            self.block(BlockKind.TABLE, start, 0, locator)

    def page(self) -> None:
        """新的一页从这里开始。"""
        self._pages.append(self.length)

    def note(self, message: str) -> None:
        """记一句读入说明；相同的只记一次。"""
        self._notes[message] = None

    def document(self) -> Document:
        """写完了：去掉空白段，取出各格文字，按位置排好。"""
        text = "".join(self._parts)
        trimmed = (block._replace(span=trim(text, block.span)) for block in self._blocks)
        blocks = sorted((b for b in trimmed if b.span.end > b.span.start), key=lambda b: b.span)
        tables = sorted(self._tables, key=lambda table: table.span)
        captions = _captions(text, blocks)
        done = tuple(_table(text, draft, captions.get(draft.span.start, "")) for draft in tables)
        return Document(
            self._name,
            text,
            tuple(blocks),
            done,
            tuple(self._pages),
            tuple(self._notes),
            self._paragraphed,
            self.recognised,
        )


def trim(text: str, span: Span) -> Span:
    """去掉首尾空白后的位置。"""
    inside = text[span.start : span.end]
    if inside and not inside[0].isspace() and not inside[-1].isspace():
        return span
    start = span.start + len(inside) - len(inside.lstrip())
    return Span(start, max(start, span.start + len(inside.rstrip())))


def _table(text: str, draft: _Draft, caption: str) -> Table:
    cells = (
        Cell(p.row, p.column, text[s.start : s.end], s, p.rows, p.columns, p.locator)
        for p in draft.places
        for s in (trim(text, p.span),)
    )
    return Table(tuple(cells), draft.span, caption, draft.locator)


def _captions(text: str, blocks: list[Block]) -> dict[int, str]:
    """各表的标题和单位行：上一张表之后、紧挨在前面的最多六个短段。"""
    found: dict[int, str] = {}
    recent: list[str] = []
    for block in blocks:
        if block.kind is BlockKind.TABLE:
            found[block.span.start] = "\n".join(recent)
            recent = []
            continue
        line = text[block.span.start : block.span.end]
        recent = [*recent[1 - _CAPTION_LINES :], line] if len(line) <= _CAPTION_LENGTH else []
    return found
