"""表格的一行文字：切成编码、名称和数值。"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from assistant.domain.findings import Span
from assistant.domain.quantities import Quantity
from assistant.domain.words import Words
from assistant.reading.text.flow import flow, unified
from assistant.reading.text.lines import MARKER, PAGE
from assistant.reading.text.numerals import arabic

_CHUNK = re.compile(r"[^\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
_WORDS = re.compile("[\u4e00-\u9fff]")
_SOLID = re.compile(r"[!-~]+")
_VALUE = re.compile(r"([-－−+]|[(（])?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([)）])?([%％‰])?")
_GLUED = re.compile(r"(?<=[\u4e00-\u9fff）)])[-－−]?\d[\d,]*\.\d{1,4}$")
_DATED = re.compile(r"(?:19|20)\d\d年|\d{1,2}[月日]")
_UNIT = re.compile(r"[万亿]?元|平方米|%|个|人|辆|台|分(?!类)")
_BLANK = frozenset("— —— - -- － / \\ 无 * …… …".split())
_CODE_DIGITS = frozenset((2, 3, 5, 7))


class Kind(Words):
    """一段的种类。"""

    CODE = "code"
    LABEL = "label"
    VALUE = "value"
    BLANK = "blank"


class Token(NamedTuple):
    """行里的一段。value 只有数值才有。"""

    kind: Kind
    text: str
    span: Span
    value: Quantity | None = None


def row_tokens(text: str, line: Span) -> list[Token]:
    """一行的各段，从左到右；相邻的名称合成一段，名称前的整数是编码或序号。"""
    tokens = [token for chunk in _chunks(text, line) for token in chunk]
    return _merged(coded(tokens))


def _chunks(text: str, line: Span) -> Iterator[list[Token]]:
    for match in _CHUNK.finditer(text, line.start, line.end):
        glued = _GLUED.search(match.group())
        if glued:
            cut = match.start() + glued.start()
            yield [
                _token(text[match.start() : cut], match.start()),
                _token(glued.group(), cut),
            ]
        else:
            yield [_token(match.group(), match.start())]


def _token(chunk: str, start: int) -> Token:
    span = Span(start, start + len(chunk))
    if chunk in _BLANK:
        return Token(Kind.BLANK, chunk, span)
    value = number(chunk)
    return Token(Kind.LABEL if value is None else Kind.VALUE, chunk, span, value)


@lru_cache(maxsize=1 << 13)
def number(chunk: str) -> Quantity | None:
    """一格文字全是一个数时的值；括号内的是负数。单位只认 % 和 ‰。"""
    if len(chunk) > 32 or (_WORDS.search(chunk) and not PAGE.search(chunk)):
        return None
    text = unified(chunk) if _SOLID.fullmatch(chunk) else flow(chunk, [Span(0, len(chunk))]).text
    match = _VALUE.fullmatch(text.replace("（", "(").replace("）", ")"))
    if match is None or bool(match[4]) != (match[1] == "("):
        return None
    value = arabic(match[2] + (match[3] or ""))
    negative = match[1] in ("-", "(") and value != 0
    return Quantity(-value if negative else value, match[5] or "")


def cell_token(text: str, span: Span) -> Token:
    """真表格的一格。"""
    bare = text.strip()
    if not bare or bare in _BLANK:
        return Token(Kind.BLANK, bare, span)
    value = number(bare)
    return Token(Kind.LABEL if value is None else Kind.VALUE, bare, span, value)


def coded(tokens: list[Token]) -> list[Token]:
    """后面紧跟名称的整数是科目编码或序号；单价在 20 万元以上 里的数属于名称。"""
    result = list(tokens)
    for index in range(len(tokens) - 2, -1, -1):
        token, after = result[index], result[index + 1]
        if token.kind is not Kind.VALUE:
            continue
        if after.kind is Kind.LABEL and (
            _UNIT.match(after.text) or _DATED.match(token.text + after.text[:1])
        ):
            result[index] = token._replace(kind=Kind.LABEL, value=None)
        elif token.text.isdigit() and after.kind in (Kind.LABEL, Kind.CODE):
            first = index == 0 or result[index - 1].kind is not Kind.LABEL
            if len(token.text) in _CODE_DIGITS or (first and len(token.text) <= 2):
                result[index] = token._replace(kind=Kind.CODE, value=None)
    return result


def _merged(tokens: list[Token]) -> list[Token]:
    """相邻的名称合成一段；以序号起头的另起一段。"""
    merged: list[Token] = []
    for token in tokens:
        last = merged[-1] if merged else None
        if last and token.kind is last.kind is Kind.LABEL and not MARKER.match(token.text):
            span = Span(last.span.start, token.span.end)
            merged[-1] = Token(Kind.LABEL, last.text + token.text, span)
        else:
            merged.append(token)
    return merged
