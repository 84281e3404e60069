"""往年报告的章节：每个位置在哪一部分，部门职责、存在问题、改进措施各写了什么。"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.domain.document import Block, BlockKind, Document
from assistant.domain.facts import Rows
from assistant.domain.findings import Span

_FIRST = re.compile(r"^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]{1,3}[、.．])")
_SECOND = re.compile(r"^[（(][一二三四五六七八九十]{1,3}[）)]")
_THIRD = re.compile(r"^\d{1,2}[.、．](?!\d)")
_LONGEST = 36
_DUTIES = re.compile(r"(?:部门|单位|主要|基本)?(?:职责|职能)(?:任务|情况|概述)?(?:[:：]|$)")
_PROBLEMS = re.compile(r"(?:存在|主要)(?:的)?(?:主要)?(?:问题|不足)|问题及原因")
_MEASURES = re.compile(r"(?:改进|整改|下一步)(?:的)?(?:措施|建议|打算|工作|意见)|有关建议")
_ITEM = re.compile(
    r"(?:[一二三四五六七八九十]是|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[.、．](?!\d)|[①-⑩])"
)
_SENTENCE = re.compile(r"[。；;，,]|\d(?:%|万元|元|分|人|个)$")
_MAX_TEXT = 20_000


class Heading(NamedTuple):
    """一个标题。level 1 是“一、”，2 是“（一）”，3 是“1.”。"""

    start: int
    level: int
    text: str

    @property
    def span(self) -> Span:
        """在文中的位置。"""
        return Span(self.start, self.start + len(self.text))


class Sections:
    """一份文档的章节。"""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._blocks = [b for b in document.blocks if b.kind is not BlockKind.TABLE]
        self.headings = tuple(_headings(document, self._blocks))
        self._starts = [h.start for h in self.headings]

    def at(self, offset: int) -> str:
        """某位置在哪个一级标题下；没有为空。"""
        return next((h.text for h in self._above(offset) if h.level == 1), "")

    def path(self, offset: int) -> str:
        """某位置上面的各级标题连在一起，用来看它限定的口径。"""
        return "".join(h.text for h in self._above(offset))

    def duties(self) -> str:
        """部门职责的原文；没有为空。"""
        return self._body(_DUTIES)

    def problems(self) -> Rows:
        """存在的问题和对应的改进措施。条数相同才对应，否则措施留空。"""
        problems = _items(self._body(_PROBLEMS, _MEASURES))
        measures = _items(self._body(_MEASURES))
        paired = len(problems) == len(measures)
        return tuple((p, measures[n] if paired else "") for n, p in enumerate(problems))

    def _above(self, offset: int) -> Iterator[Heading]:
        """由近到远、一级比一级高的标题。"""
        level = 9
        for heading in reversed(self.headings[: bisect_right(self._starts, offset)]):
            if heading.level < level:
                level = heading.level
                yield heading

    def _body(self, wanted: re.Pattern[str], unless: re.Pattern[str] | None = None) -> str:
        """标题合要求的一节的文字，到同级或更高的下一个标题为止；另有更贴切的下级标题时用下级。"""
        found = [h for h in self.headings if wanted.search(h.text)]
        exact = [h for h in found if unless is None or not unless.search(h.text)]
        if not (chosen := (exact or found)):
            return ""
        heading = chosen[-1]
        after = (h.start for h in self.headings if h.start > heading.start)
        same = (
            h.start for h in self.headings if h.start > heading.start and h.level <= heading.level
        )
        end = next(same, len(self._document.text))
        if unless is not None and heading in found and heading not in exact:
            end = next(after, end)
        return "\n".join(
            self._document.quote(b.span) for b in self._blocks if heading.start < b.span.start < end
        )[:_MAX_TEXT]


def _headings(document: Document, blocks: Sequence[Block]) -> Iterator[Heading]:
    for block in blocks:
        text = document.quote(block.span).strip()
        level = _level(text)
        if block.kind is BlockKind.HEADING:
            yield Heading(block.span.start, level or block.level, text)
        elif level and len(text) <= _LONGEST and not _SENTENCE.search(text.rstrip("。")):
            yield Heading(block.span.start, level, text)


def _level(text: str) -> int:
    for level, pattern in enumerate((_FIRST, _SECOND, _THIRD), 1):
        if pattern.match(text):
            return level
    return 0


def _items(text: str) -> tuple[str, ...]:
    """一是……二是……，或逐行编号；没有编号的每段一条。"""
    marks = [m for m in _ITEM.finditer(text) if _leads(text, m.start())]
    if not marks:
        return tuple(line.strip() for line in text.split("\n") if len(line.strip()) > 5)
    ends = [*(m.start() for m in marks[1:]), len(text)]
    bodies = (
        text[m.end() : end].strip().rstrip("；;。") for m, end in zip(marks, ends, strict=True)
    )
    return tuple(" ".join(body.split()) for body in bodies if len(body) > 2)


def _leads(text: str, at: int) -> bool:
    """编号在行首，或在上一句之后。"""
    return at == 0 or text[at - 1] in "\n。；;：: 　"
