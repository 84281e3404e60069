"""走查 docx：段落里的文字按显示的次序一截一截给出，并指明在哪个 run 里。

读入和加批注用同一套走法，因此读出的位置能落回到原来的 run。
按接受修订后的样子读：删去的不读，插入的读；隐藏文字、域代码、图片不读。
"""

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_INLINE = {
    f"{W}{tag}"
    for tag in "hyperlink ins smartTag sdt sdtContent fldSimple customXml moveTo dir bdo".split()
}
_FIXED = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "",
}
_WRAPPERS = {f"{W}{tag}" for tag in "sdt sdtContent customXml ins moveTo smartTag".split()}


class Piece(NamedTuple):
    """一截文字和它所在的元素（w:t、w:tab 等）及 run；公式等没有 run。"""

    text: str
    run: etree._Element | None
    element: etree._Element


def pieces(paragraph: etree._Element) -> Iterator[Piece]:
    """一个段落（或其中的容器）的文字，按显示次序。"""
    for child in paragraph:
        if child.tag == f"{W}r":
            yield from _run(child)
        elif child.tag in _INLINE:
            yield from pieces(child)
        elif isinstance(child.tag, str) and child.tag.startswith(M):
            yield from (Piece(text.text or "", None, text) for text in child.iter(f"{M}t"))


def _run(run: etree._Element) -> Iterator[Piece]:
    if _hidden(run):
        return
    for child in run:
        if child.tag == f"{W}t":
            yield Piece(child.text or "", run, child)
        elif child.tag in _FIXED:
            yield Piece(_FIXED[child.tag], run, child)
        elif child.tag == f"{W}ruby":
            for base in child.iter(f"{W}rubyBase"):
                yield from pieces(base)


def _hidden(run: etree._Element) -> bool:
    mark = run.find(f"{W}rPr/{W}vanish")
    return mark is not None and mark.get(f"{W}val") not in ("0", "false", "off")


def text_of(paragraph: etree._Element) -> str:
    """一个段落的文字。"""
    return "".join(piece.text for piece in pieces(paragraph))


def flow(container: etree._Element) -> Iterator[etree._Element]:
    """正文里依次的段落（w:p）和表（w:tbl）。"""
    for child in container:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag in _WRAPPERS:
            yield from flow(child)


def rows(table: etree._Element) -> Iterator[etree._Element]:
    """一张表的行（w:tr），整行被删去的不算。"""
    for child in table:
        if child.tag == f"{W}tr":
            if child.find(f"{W}trPr/{W}del") is None:
                yield child
        elif child.tag in _WRAPPERS:
            yield from rows(child)


def cells(row: etree._Element) -> Iterator[etree._Element]:
    """一行的格（w:tc）。"""
    for child in row:
        if child.tag == f"{W}tc":
            yield child
        elif child.tag in _WRAPPERS:
            yield from cells(child)


def boxes(paragraph: etree._Element) -> Iterator[etree._Element]:
    """锚在一个段落上的文本框内容；新旧两种写法并存时只取一种，套着的由里层自己给。"""
    for found in paragraph.iter(f"{W}txbxContent"):
        if not {f"{MC}Fallback", f"{W}txbxContent"} & _between(found, paragraph):
            yield found


def _between(inner: etree._Element, outer: etree._Element) -> set[str]:
    tags: set[str] = set()
    for item in inner.iterancestors():
        if item is outer:
            break
        tags.add(item.tag)
    return tags
