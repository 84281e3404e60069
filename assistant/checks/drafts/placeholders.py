"""占位符：只能用给出的，写对名字，放对年份和名称，增减的词由占位符自己印。"""

import re
from collections.abc import Iterator

from assistant.checks.drafts.allowed import Allowed
from assistant.domain.findings import Fault, Span
from assistant.domain.outline import PLACEHOLDER, split_key
from assistant.reading.talk.amounts import fold
from assistant.reading.talk.gaps import erase, is_filler
from assistant.reading.talk.labels import Label, lexicon
from assistant.reading.talk.years import YearMark, year_marks

_BRACES = re.compile(r"[{}｛｝]+|【[^】]*】")
_UP = "增加|增长|上升|提高|提升|多|涨|扩大"
_DOWN = "减少|下降|降低|压减|少|回落|缩减|节约"
_BEFORE = re.compile(rf"(?:{_UP}|{_DOWN}|[增减降升涨]幅)(?:了|额|率|幅度?)?(?:为|达)?\s*$")
_AFTER = re.compile(rf"\s*的?(?:{_UP}|{_DOWN})")
_CLAUSE = re.compile(r"[，。；！？\n]")


def placeholder_faults(text: str, allowed: Allowed) -> Iterator[Fault]:
    """不认识的、写坏的、用错年份的、名不副实的占位符，和占位符前后多写的增减。"""
    rest = PLACEHOLDER.sub(lambda m: " " * len(m[0]), text)
    for match in _BRACES.finditer(rest):
        yield _fault(text, match.span(), "不是完整的占位符，请照给出的原样写。")
    labels = lexicon(allowed.fields).labels(fold(text))
    marks = year_marks(fold(text), allowed.year, tuple(label.span for label in labels))
    for match in PLACEHOLDER.finditer(text):
        if match[1] not in allowed.addresses or match[0] != "{{" + match[1] + "}}":
            yield _fault(text, match.span(), "没有给这个占位符，请只用给出的。")
            continue
        yield from _misnamed(text, match, labels, marks)
        yield from _misdated(text, match, marks, allowed.year)
        yield from _misdirected(text, match)


def _misnamed(
    text: str, match: re.Match[str], labels: tuple[Label, ...], marks: tuple[YearMark, ...]
) -> Iterator[Fault]:
    """紧挨在前面的名称说的是别的字段。"""
    before = [label for label in labels if label.span.end <= match.start() and label.keys]
    if not before:
        return
    key, label = split_key(match[1])[0], before[-1]
    gap = erase(text, label.span.end, match.start(), tuple(mark.span for mark in marks))
    if is_filler(fold(gap)) and key not in label.keys:
        said = text[label.span.start : label.span.end]
        yield _fault(text, match.span(), f"前面写的是“{said}”，占位符却是另一项。")


def _misdated(
    text: str, match: re.Match[str], marks: tuple[YearMark, ...], year: int
) -> Iterator[Fault]:
    """上年的话配本年的占位符，或反过来。"""
    start = max((m.end() for m in _CLAUSE.finditer(text, 0, match.start())), default=0)
    here = [m for m in marks if start <= m.span.start < match.start() and not m.base]
    if not here or split_key(match[1])[1] in (".change", ".change_rate"):
        return
    wanted = year - 1 if split_key(match[1])[1] == ".prior" else year
    if here[-1].year != wanted:
        said = text[here[-1].span.start : here[-1].span.end]
        yield _fault(text, match.span(), f"前面说的是“{said}”，占位符是{wanted}年的数。")


def _misdirected(text: str, match: re.Match[str]) -> Iterator[Fault]:
    """增减的词：增减占位符前后不用再写，别的占位符前面不能写。"""
    before, after = text[max(0, match.start() - 8) : match.start()], text[match.end() :]
    change = split_key(match[1])[1] in (".change", ".change_rate")
    if found := _BEFORE.search(before):
        why = "占位符自己会印增减的词" if change else "这个占位符不是增减额"
        yield _fault(text, match.span(), f"前面多写了“{found[0].strip()}”，{why}，请删去。")
    elif change and (late := _AFTER.match(after)):
        yield _fault(text, match.span(), f"后面多写了“{late[0].strip()}”，请删去。")


def _fault(text: str, span: tuple[int, int], message: str) -> Fault:
    found = text[span[0] : span[1]]
    return Fault(where=Span(*span), found=found, message=f"“{found}”：{message}")
