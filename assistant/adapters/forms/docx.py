"""docx 的表格读成格子：每张表一份，表前的段落作为题注。地址按表内行列，与表格软件同样写法。"""

from lxml import etree

from assistant.adapters.documents.archive import Archive
from assistant.adapters.documents.docx_tables import layout
from assistant.adapters.documents.docx_walk import W
from assistant.adapters.documents.faults import broken
from assistant.adapters.documents.safe_xml import tree
from assistant.domain.grid import Grid, GridCell

CAPTION_LINES = 6


def read_docx(name: str, content: bytes) -> tuple[Grid, ...]:
    """正文里的全部表格，名为表1、表2 …"""
    body = tree(Archive(name, content), "word/document.xml")
    root = body.find(f"{W}body") if body is not None else None
    if root is None:
        raise broken(name)
    grids: list[Grid] = []
    caption: list[str] = []
    for child in root.iter(f"{W}p", f"{W}tbl"):
        if _inside_table(child):
            continue
        if child.tag == f"{W}tbl":
            grids.append(_grid(child, f"表{len(grids) + 1}", tuple(caption[-CAPTION_LINES:])))
            caption = []
        elif text := _text(child).strip():
            caption.append(text)
    return tuple(grids)


def _inside_table(element: etree._Element) -> bool:
    parent = element.getparent()
    while parent is not None:
        if parent.tag == f"{W}tc":
            return True
        parent = parent.getparent()
    return False


def _grid(table: etree._Element, name: str, caption: tuple[str, ...]) -> Grid:
    cells: dict[tuple[int, int], GridCell] = {}
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for line in layout(table):
        for place in line:
            at = (place.row + 1, place.column + 1)
            paragraphs = place.element.iter(f"{W}p")
            text = "\n".join(t for p in paragraphs if (t := _text(p).strip()))
            if text:
                cells[at] = GridCell(*at, text, None, place.rows, place.columns)
            if place.rows * place.columns > 1:
                for row in range(at[0], at[0] + place.rows):
                    for column in range(at[1], at[1] + place.columns):
                        spans[row, column] = at
    return Grid(name, cells, spans, caption=caption)


def _text(paragraph: etree._Element) -> str:
    parts = []
    for node in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br"):
        parts.append((node.text or "") if node.tag == f"{W}t" else " ")
    return "".join(parts)
