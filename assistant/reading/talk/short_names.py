"""承前的简称：报了政府采购，“货物12万”就是政府采购货物支出；报了接待费，“批次6”就是公务接待批次。

简称是一个名称去掉前一项的名称剩下的字，由大纲推出；只紧跟着那一项说才算。
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from assistant.domain.facts import FieldSpec
from assistant.domain.findings import Span
from assistant.reading.talk.amounts import Amount
from assistant.reading.talk.labels import Label, Lexicon, edged, folded_names

_NOT_A_NAME = re.compile("[收支]|率|比|外|辆|及|总数|.*(?:预算|经费)")
_OF_LABEL, _OF_ALIAS = 2, 3
_TAIL = re.compile("支出$")
Followers = Mapping[str, tuple[tuple[str, str], ...]]


@lru_cache(maxsize=16)
def followers(fields: tuple[FieldSpec, ...]) -> Followers:
    """前一项的键 → （简称，简称所指的键），长的简称在前。"""
    numeric = [field for field in fields if field.kind.numeric]
    names = {field.key: folded_names(field) for field in numeric}
    taken = {name for each in names.values() for name in each}
    found: dict[str, set[tuple[str, str]]] = {}
    for field in numeric:
        for head, starts in names.items():
            if field.key != head:
                shorts = {short for start in starts for short in _shorts(field, start)}
                found.setdefault(head, set()).update((s, field.key) for s in shorts - taken)
    return {
        head: tuple(sorted(each, key=lambda pair: -len(pair[0]))) for head, each in found.items()
    }


def _shorts(field: FieldSpec, start: str) -> Iterator[str]:
    """一个字段去掉前一项的名称剩下的字；由别名来的至少三个字。"""
    for name in (field.label, *field.aliases):
        rest = name.removeprefix(start)
        least = _OF_LABEL if name == field.label else _OF_ALIAS
        if rest != name and not _NOT_A_NAME.match(rest):
            yield from (s for s in (rest, _TAIL.sub("", rest)) if len(s) >= least)


def with_short_names(
    text: str, span: Span, labels: Sequence[Label], found: Sequence[Amount], words: Lexicon
) -> list[Label]:
    """一句里的名称，添上承前的简称。labels 是本句的全名，由前到后，found 是本句的数。"""
    table = followers(tuple(words.specs.values()))
    full = [label for label in labels if label.keys]
    added: list[Label] = []
    for number, label in enumerate(full):
        after = full[number + 1] if number + 1 < len(full) else None
        pairs = {short: key for k in label.keys for short, key in table.get(k, ())}
        gap = Span(label.span.end, after.span.start if after else span.end)
        here = _found(text, gap, pairs)
        added += [one for one in here if not any(_overlap(one.span, a.span) for a in found)]
    parts = [one for one in labels if not any(_overlap(one.span, a.span) for a in added)]
    return sorted((*parts, *added), key=lambda label: label.span.start)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _found(text: str, span: Span, pairs: Mapping[str, str]) -> Iterator[Label]:
    if not pairs:
        return
    longest_first = sorted(pairs, key=len, reverse=True)
    for match in re.finditer("|".join(map(re.escape, longest_first)), text[span.start : span.end]):
        start, end = span.start + match.start(), span.start + match.end()
        if start > span.start and edged(text, start):
            yield Label((pairs[match[0]],), Span(start, end))
