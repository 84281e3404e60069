"""pdf 一行里的字序：换字体印的标点、符号常排在一行的末尾存放，按位置排回原处。"""

import re
from itertools import pairwise
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

_JUMP = 2.0
_WORD, _COLUMN = 0.25, 1.2
_DIGIT = 0.74
_IN_FIGURE = frozenset("0123456789.,%")
_DOUBTED = re.compile(r"[^\s0-9A-Za-z] +[^\s0-9A-Za-z]")


class Glyph(NamedTuple):
    """一个字和它的框（点，从页的左下角量）。"""

    letter: str
    left: float
    bottom: float
    right: float
    top: float


def reordered(text: pdfium.PdfTextPage) -> dict[str, str]:
    """字序不对的各行：存放的样子 → 印出的样子。一行里有往回跳的字才算。"""
    found: dict[str, str] = {}
    for start, line in _lines(text):
        if _DOUBTED.search(line):
            glyphs = [
                Glyph(letter, *text.get_charbox(start + at))
                for at, letter in enumerate(line)
                if not letter.isspace()
            ]
            if _level(glyphs) and _jumps(glyphs):
                found[line.strip()] = joined(sorted(glyphs, key=lambda each: each.left))
    return found


def _lines(text: pdfium.PdfTextPage) -> list[tuple[int, str]]:
    """各行和它首字的序号。"""
    letters = [
        chr(raw.FPDFText_GetUnicode(text.raw, index) or 0x20) for index in range(text.count_chars())
    ]
    lines: list[tuple[int, str]] = []
    at = 0
    for line in "".join(letters).split("\n"):
        lines.append((at, line.rstrip("\r")))
        at += len(line) + 1
    return lines


def _level(glyphs: list[Glyph]) -> bool:
    """确在同一行：每个字的中线都在最高的字的上下之内；引号高、句号低，都算。"""
    tallest = max(glyphs, key=lambda each: each.top - each.bottom)
    return all(tallest.bottom <= (each.bottom + each.top) / 2 <= tallest.top for each in glyphs)


def _jumps(glyphs: list[Glyph]) -> bool:
    """有字印在前一个字的左边。"""
    return any(after.left < before.left - _JUMP for before, after in pairwise(glyphs))


def joined(glyphs: list[Glyph]) -> str:
    """连成一行；西文词之间、隔开一个多字宽的（表的两栏）留空格。"""
    line = glyphs[0].letter
    size = max(each.top - each.bottom for each in glyphs)
    for before, after in pairwise(glyphs):
        line += f" {after.letter}" if _apart(before, after, size) else after.letter
    return line


def _apart(before: Glyph, after: Glyph, size: float) -> bool:
    """两字隔开没有。一个数里的字按字心的距离看：1 很窄，两旁的空白算不得空格。"""
    if {before.letter, after.letter} <= _IN_FIGURE:
        return (after.left + after.right - before.left - before.right) / 2 > size * _DIGIT
    western = before.letter.isascii() and after.letter.isascii()
    return after.left - before.right > size * (_WORD if western else _COLUMN)
