"""段首的编号：一是、一、（一）、1.、（1）。"""

import re
from functools import lru_cache
from typing import NamedTuple

from assistant.reading.text.numerals import hanzi

_FIRST = re.compile(r"[一二三四五六七八九十（\d]")
_HEAD = 8  # 编号连同它后面的一个字，不会更长
STYLES = ("一、", "（一）", "1.", "（1）", "一是")
_PATTERNS = (
    ("一是", re.compile(r"([一二三四五六七八九十]{1,3})是(?!的|否)")),
    ("一、", re.compile(r"([一二三四五六七八九十]{1,3})、")),
    ("（一）", re.compile(r"（([一二三四五六七八九十]{1,3})）")),
    ("1.", re.compile(r"(\d{1,2})[.．、](?!\d)")),
    ("（1）", re.compile(r"（(\d{1,2})）")),
)


class Ordinal(NamedTuple):
    """编号的样式、数值和它占的字数。"""

    style: str
    number: int
    length: int


def ordinal(text: str) -> Ordinal | None:
    """一段连贯文字开头的编号；没有返回 None。"""
    return _at_head(text[:_HEAD])


@lru_cache(maxsize=1 << 13)
def _at_head(text: str) -> Ordinal | None:
    if not _FIRST.match(text):
        return None
    for style, pattern in _PATTERNS:
        match = pattern.match(text)
        if match is None:
            continue
        value = int(match[1]) if match[1].isdigit() else hanzi(match[1])
        if value is not None:
            return Ordinal(style, int(value), match.end())
    return None


def deeper(style: str, than: str) -> bool:
    """一种样式是不是另一种的下级。"""
    return STYLES.index(style) > STYLES.index(than)
