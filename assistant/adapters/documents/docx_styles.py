"""docx 的样式：哪些段落是标题、是第几级，哪些是自动目录。"""

import re

from lxml import etree

from assistant.adapters.documents.docx_walk import W

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录)\s*\d", re.IGNORECASE)
_BODY_LEVEL = 9


class Styles:
    """样式表。没有样式表的文档，全部按正文。"""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        for style in root.iter(f"{W}style") if root is not None else ():
            self._styles[style.get(f"{W}styleId") or ""] = style

    def level(self, paragraph: etree._Element) -> int:
        """标题级别，从 1 数；正文为 0。"""
        own = _outline(paragraph.find(f"{W}pPr"))
        return own if own is not None else self._style_level(style_of(paragraph), 10)

    def _style_level(self, style_id: str, depth: int) -> int:
        style = self._styles.get(style_id)
        if style is None or not depth:
            return 0
        if found := _HEADING.fullmatch(_name(style)):
            return int(found[1])
        outline = _outline(style.find(f"{W}pPr"))
        if outline is not None:
            return outline
        base = style.find(f"{W}basedOn")
        return self._style_level(base.get(f"{W}val") or "", depth - 1) if base is not None else 0

    def contents(self, paragraph: etree._Element) -> bool:
        """是否自动目录的一行：页码不是数据。"""
        style = self._styles.get(style_of(paragraph))
        return style is not None and bool(_CONTENTS.fullmatch(_name(style)))

    def properties(self, paragraph: etree._Element, tag: str) -> etree._Element | None:
        """段落的某项属性：自己的，没有则取样式的。"""
        if (own := paragraph.find(f"{W}pPr/{W}{tag}")) is not None:
            return own
        style_id = style_of(paragraph)
        for _ in range(10):
            style = self._styles.get(style_id)
            if style is None:
                break
            if (found := style.find(f"{W}pPr/{W}{tag}")) is not None:
                return found
            base = style.find(f"{W}basedOn")
            style_id = (base.get(f"{W}val") or "") if base is not None else ""
        return None


def style_of(paragraph: etree._Element) -> str:
    """段落的样式编号。"""
    mark = paragraph.find(f"{W}pPr/{W}pStyle")
    return (mark.get(f"{W}val") or "") if mark is not None else ""


def _name(style: etree._Element) -> str:
    name = style.find(f"{W}name")
    return (name.get(f"{W}val") or "").strip() if name is not None else ""


def _outline(properties: etree._Element | None) -> int | None:
    mark = properties.find(f"{W}outlineLvl") if properties is not None else None
    value = (mark.get(f"{W}val") or "") if mark is not None else ""
    if not value.isdecimal():
        return None
    return 0 if int(value) >= _BODY_LEVEL else int(value) + 1
