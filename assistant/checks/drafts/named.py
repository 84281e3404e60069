"""名实相符：占位符前面紧挨着写的，就是它自己的名称；前后不添约数、正负号、单位。"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from assistant.checks.drafts.allowed import Allowed
from assistant.domain.findings import Fault, Span
from assistant.domain.outline import PLACEHOLDER, label_for, split_key
from assistant.reading.talk.amounts import fold
from assistant.reading.talk.gaps import erase, is_filler
from assistant.reading.talk.labels import lexicon
from assistant.reading.talk.years import year_marks

_CHANGES = (".change", ".change_rate")
_CLAUSE = re.compile(r"[，。；;！？!?\n]")
_SENTENCE = re.compile(r"[。；;！？!?\n]")
_LEADING = re.compile(
    r"(?:约|近|超过?|逾|突破|不足|不到|至少|最多|将近|接近|高达|仅仅?|百分之|[-－—+＋])\s*$"
)
_TRAILING = re.compile(
    r"\s*(?:余|多(?!于)|以上|以下|左右|上下|之多|万|亿|元|个|份|辆|平方米|[%％‰]|人(?!员|均|才|民)|分(?!别|布|类|析|项|之)|"
    r"的?(?:[一大过]?半|[一二三四五六七八九十\d]+分之|[一二三四五六七八九十]成)|倍|\{\{)"
)


class _Name(NamedTuple):
    """一个名称，或一个占位符（它也说明说的是哪一项）。"""

    keys: tuple[str, ...]
    span: Span


def named_faults(text: str, allowed: Allowed) -> Iterator[Fault]:
    """没有名称、名称不是它的、前后添了字的占位符。"""
    texts = {field.key for field in allowed.fields if not field.kind.numeric}
    labels = {field.key: field.label for field in allowed.fields}
    names = sorted(_names(text, allowed), key=lambda name: name.span)
    spans = tuple(mark.span for mark in year_marks(fold(text), allowed.year))
    for match in PLACEHOLDER.finditer(text):
        if split_key(match[1])[0] in texts or match[1] not in allowed.addresses:
            continue
        yield from _beside(text, match)
        before = [name for name in names if name.span.end <= match.start()]
        if why := _mismatch(text, match, before, spans):
            name = label_for(split_key(match[1])[0], labels)
            message = f"“{match[0]}”{why}，请在前面写明“{name}”。"
            yield Fault(where=Span(*match.span()), found=match[0], message=message)


def _names(text: str, allowed: Allowed) -> Iterator[_Name]:
    for label in lexicon(allowed.fields).labels(fold(text)):
        if label.keys:
            yield _Name(label.keys, label.span)
    for match in PLACEHOLDER.finditer(text):
        yield _Name((split_key(match[1])[0],), Span(*match.span()))


def _mismatch(text: str, match: re.Match[str], before: list[_Name], spans: tuple[Span, ...]) -> str:
    """不相符的缘由；相符为空。"""
    key, suffix = split_key(match[1])
    change = suffix in _CHANGES
    start = _start(_SENTENCE if change else _CLAUSE, text, match.start())
    here = [name for name in before if name.span.start >= start]
    if not here and not change:
        gap = erase(text, start, match.start(), spans)
        sentence = _start(_SENTENCE, text, match.start())
        here = [name for name in before if name.span.start >= sentence] if is_filler(gap) else []
    if not here:
        return "前面没有写是哪一项"
    if key not in here[-1].keys:
        return "前面写的是另一项"
    if not change and not is_filler(erase(text, here[-1].span.end, match.start(), spans)):
        return "和前面的名称之间夹了别的话"
    return ""


def _beside(text: str, match: re.Match[str]) -> Iterator[Fault]:
    """约数、正负号、单位、分数：占位符印的是准数，连单位一起印。"""
    before = _LEADING.search(text[max(0, match.start() - 4) : match.start()])
    after = _TRAILING.match(text, match.end())
    for found in (before, after):
        if found:
            said = found[0].strip()
            message = f"“{match[0]}”前后多写了“{said}”，数和单位由系统印，请删去。"
            yield Fault(where=Span(*match.span()), found=match[0], message=message)


def _start(pattern: re.Pattern[str], text: str, end: int) -> int:
    return max((m.end() for m in pattern.finditer(text, 0, end)), default=0)
