"""连贯文字：去掉换行、空格和页码标记的一段话，每个字都记得它在原文的位置。

判断都在连贯文字上做，位置都按原文给，因此被折行、分页拆开的数字照样认得。
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from assistant.domain.findings import Span

INVISIBLE = "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad"
PAGE_MARK = r"〔第\d{1,5}页〕"
_GAP = re.compile(rf"(?:[\s{INVISIBLE}]|{PAGE_MARK})+")
_GAPS = re.compile(rf"[\s{INVISIBLE}〔]")
_UNSEEN = re.compile(rf"[{INVISIBLE}]+")
_PLAIN = dict(
    zip(
        "０１２３４５６７８９％﹪．－−﹣＋ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ()（）:;?!［］＝＜＞",
        "0123456789%%.---+ABCDEFGHIJKLMNOPQRSTUVWXYZ（）（）：；？！[]=<>",
        strict=True,
    )
)
_VARIANT = re.compile(f"[{re.escape(''.join(_PLAIN))}]")


_POINT = re.compile(r"\d\.$")
_REST = re.compile(r"\d{1,4}\s?(?:万|亿|元|[%％])")
_GROUP = re.compile(r"\d,(\d{1,2})$")
_DIGITS = re.compile(r"\d{1,2}(?!\d)")
_WIDE_GROUP = re.compile(r"，(?<=[０-９].)(?=[０-９]{3}(?![０-９]))")
_WIDE_COMMA = re.compile(r"(?<![\d.])\d{1,3}(?:，\d{3})+(?![\d，])(?=\.\d|\s?(?:万元|元|亿元))")
_BETWEEN = re.compile(r"，(?<=\d.)(?=\d{3})")
_COMMA = re.compile(r",(?:(?!\d)|(?<!\d.))")


class Flow(NamedTuple):
    """一段连贯文字。text 的第 i 个字在原文中的位置由 pieces 查得。

    text 中的数字、百分号、括号和冒号已统一成一种写法，字数不变。
    """

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def origin(self, index: int) -> int:
        """Text 中一个字在原文的位置。"""
        piece = bisect_right(self.starts, index) - 1
        return self.origins[piece] + index - self.starts[piece]

    def span(self, start: int, end: int) -> Span:
        """text[start:end] 在原文的位置；空区间落在 start 处。"""
        if end <= start:
            at = self.origin(start) if start < len(self.text) else self.end
            return Span(at, at)
        if len(self.starts) == 1:
            return Span(self.origins[0] + start, self.origins[0] + end)
        return Span(self.origin(start), self.origin(end - 1) + 1)

    @property
    def end(self) -> int:
        """末字之后在原文的位置。"""
        return self.origin(len(self.text) - 1) + 1 if self.text else 0

    def position(self, offset: int) -> int:
        """原文位置落在 text 的第几个字（落在缝里的取其后一字）。"""
        piece = bisect_right(self.origins, offset) - 1
        if piece < 0:
            return 0
        last = self.starts[piece + 1] if piece + 1 < len(self.starts) else len(self.text)
        return min(self.starts[piece] + offset - self.origins[piece], last)


def gapped(text: str) -> bool:
    """中间有空白、不可见字符或页码标记。"""
    return _GAPS.search(text) is not None and _GAP.search(text) is not None


def flow(text: str, lines: Iterable[Span]) -> Flow:
    """把若干行连成一段。同一行里两个数字之间的空白留一个空格，其余空白去掉。"""
    parts: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    length, last = 0, ""

    def add(piece: str, origin: int) -> None:
        nonlocal length, last
        if piece:
            parts.append(piece)
            starts.append(length)
            origins.append(origin)
            length += len(piece)
            last = piece[-1]

    for line in lines:
        at = line.start
        for gap in _GAP.finditer(text, line.start, line.end):
            add(text[at : gap.start()], at)
            at = gap.end()
            inside = (
                at < line.end and gap.start() > line.start and not _UNSEEN.fullmatch(gap.group())
            )
            if inside and _apart(last, text[at]) and not _broken(text, gap):
                add(" ", gap.start())
        add(text[at : line.end], at)
    return Flow(unified("".join(parts)), tuple(starts), tuple(origins))


def _broken(text: str, gap: re.Match[str]) -> bool:
    """一个数被空格拆开：9. 03万元，2,2 82.77万元。"""
    left, right = text[max(0, gap.start() - 4) : gap.start()], text[gap.end() : gap.end() + 8]
    if _POINT.search(left):
        return bool(_REST.match(right))
    found, rest = _GROUP.search(left), _DIGITS.match(right)
    return found is not None and rest is not None and len(found[1]) + len(rest[0]) == 3


def unified(text: str) -> str:
    """统一写法，字数不变：全角数字里的“，”是千分位，不在数字里的“,”是逗号。"""
    if "，" in text:
        text = _WIDE_GROUP.sub(",", text)
    text = _VARIANT.sub(lambda match: _PLAIN[match.group()], text)
    if _BETWEEN.search(text):
        text = _WIDE_COMMA.sub(lambda match: match.group().replace("，", ","), text)
    return _COMMA.sub("，", text) if "," in text else text


def _apart(left: str, right: str) -> bool:
    """两侧都是数字（或西文）时，空白隔开的是两个东西。"""
    if left.isascii() and right.isascii() and left.isalnum() and right.isalnum():
        return True
    return (left.isdigit() or left in "%.") and (right.isdigit() or right in "-(（－−")
