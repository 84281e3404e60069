"""行：把全文切成行，量出版面宽度，认出序号。"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from assistant.domain.findings import Span
from assistant.reading.text.flow import INVISIBLE, PAGE_MARK, unified

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_HEAD = re.compile(rf"[\s{INVISIBLE}]+")
_TAIL = re.compile(rf"[\s{INVISIBLE}]$")
PAGE = re.compile(PAGE_MARK)
_WIDE = re.compile(r"[\u2e80-\uffef]+")
MARKER = re.compile(
    r"第[一二三四五六七八九十]{1,3}(?:部分|章|节|条)|[一二三四五六七八九十]{1,3}(?:、|是(?!的))"
    r"|[（(][一二三四五六七八九十]{1,3}[）)]|[（(]?\d{1,2}[）)、．](?!\d)"
    r"|\d{1,2}\.(?!\d)|\d{1,2}\.(?=(?:19|20)\d\d年)|[①-⑳]|(?:注|说明|附件)[\d一二三四五]?[:：]"
)
_TERMINAL = "。！？!?；;"


class Line(NamedTuple):
    """一行：去掉首尾空白后的位置和（统一了写法的）文字；blank 是前面隔了空行。"""

    span: Span
    text: str
    width: int
    blank: bool

    @property
    def marked(self) -> bool:
        """以序号起头。"""
        return MARKER.match(self.text) is not None

    @property
    def terminated(self) -> bool:
        """句子在这一行结束。"""
        return self.text[-1] in _TERMINAL


def lines(text: str, start: int = 0, end: int | None = None) -> Iterator[Line]:
    """非空行，按次序。页码标记不算行，也不算空行。"""
    last, stop = start, len(text) if end is None else end
    for match in _LINE.finditer(text, start, stop):
        found = _trimmed(match.group(), match.start())
        if found is None:
            continue
        span, line = found
        if line[0] != "〔" or not PAGE.fullmatch(line):
            yield Line(span, unified(line), width(line), text.count("\n", last, span.start) > 1)
        last = match.end()


def _trimmed(line: str, start: int) -> tuple[Span, str] | None:
    """去掉首尾的空白和不可见字符。"""
    head = _HEAD.match(line)
    begin = head.end() if head else 0
    end = len(line)
    while end > begin and _TAIL.match(line, end - 1):
        end -= 1
    return (Span(start + begin, start + end), line[begin:end]) if end > begin else None


def width(line: str) -> int:
    """版面宽度：汉字和全角占两格。"""
    return len(line) + sum(map(len, _WIDE.findall(line)))
