"""文稿：按大纲装配好、数字已由代码印出的报告，同时是 docx 与校核的来源。

每个印出的数字都记着它在文中的位置和台账里的键，附表与覆盖率由此而来。
"""

from typing import NamedTuple

from assistant.domain.document import Block, BlockKind, Cell, Document, Table
from assistant.domain.draft import Printed
from assistant.domain.findings import Span


class Line(NamedTuple):
    """印好的一行：文字，和其中由占位符印出的各处（位置以本行计）。"""

    text: str
    printed: tuple[Printed, ...] = ()


class Heading(NamedTuple):
    """标题。level 0 是报告题目。"""

    section: str
    level: int
    line: Line


class Paragraph(NamedTuple):
    """正文一段。model 为写这段的模型名，空为大纲或人所写；sign_off 是落款，靠右。"""

    section: str
    line: Line
    model: str = ""
    sign_off: bool = False


class Grid(NamedTuple):
    """表格。note 是表前的截止时间和单位。"""

    section: str
    caption: Line
    note: Line
    head: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]


Part = Heading | Paragraph | Grid


class Manuscript(NamedTuple):
    """一份文稿。"""

    title: str
    parts: tuple[Part, ...]


class Laid(NamedTuple):
    """排成一段文字的文稿：供校核的文档、各处印出的数字、每节的范围。"""

    document: Document
    printed: tuple[Printed, ...]
    sections: tuple[tuple[str, Span], ...]

    def section_at(self, offset: int) -> str:
        """某位置属于哪一节。"""
        return next((s for s, span in self.sections if span.start <= offset < span.end), "")


class _Layout:
    """排版时的累加器：写一行，记一处。"""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.at = 0
        self.printed: list[Printed] = []
        self.blocks: list[Block] = []
        self.tables: list[Table] = []
        self.sections: list[tuple[str, Span]] = []

    def put(self, line: Line, ending: str = "\n") -> Span:
        span = Span(self.at, self.at + len(line.text))
        self.printed += [
            Printed(span=Span(span.start + p.span.start, span.start + p.span.end), key=p.key)
            for p in line.printed
        ]
        self.text.append(line.text + ending)
        self.at += len(line.text) + len(ending)
        return span

    def grid(self, grid: Grid) -> Span:
        start = self.at
        for line in (grid.caption, grid.note):
            if line.text:
                self.put(line)
        cells: list[Cell] = []
        body = (tuple(Line(head) for head in grid.head), *grid.rows)
        for row, lines in enumerate(body):
            for column, line in enumerate(lines):
                span = self.put(line, "\t" if column < len(lines) - 1 else "\n")
                where = f"第{row + 1}行第{column + 1}列"
                cells.append(Cell(row, column, line.text, span, locator=where))
        span = Span(start, self.at - 1)
        caption = " ".join(line.text for line in (grid.caption, grid.note) if line.text)
        locator = f"表{len(self.tables) + 1}"
        self.tables.append(Table(tuple(cells), span, caption, locator))
        return span


def lay_out(manuscript: Manuscript) -> Laid:
    """排成一段文字。"""
    layout = _Layout()
    for part in manuscript.parts:
        start = layout.at
        match part:
            case Heading(level=level, line=line):
                layout.blocks.append(Block(BlockKind.HEADING, layout.put(line), level))
            case Paragraph(line=line):
                layout.blocks.append(Block(BlockKind.PARAGRAPH, layout.put(line)))
            case Grid() as grid:
                layout.blocks.append(Block(BlockKind.TABLE, layout.grid(grid)))
        layout.sections.append((part.section, Span(start, layout.at)))
    document = Document(
        manuscript.title,
        "".join(layout.text),
        tuple(layout.blocks),
        tuple(layout.tables),
        paragraphed=True,
    )
    return Laid(document, tuple(layout.printed), tuple(layout.sections))
