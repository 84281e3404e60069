"""作废：“满意度96.5%作废”“刚才说的执行数不算数”。只认点了名的，点的是哪一项、哪一年、（写了的话）哪个数。"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.domain.findings import Span
from assistant.reading.talk.amounts import Amount
from assistant.reading.talk.gaps import erase, is_filler
from assistant.reading.talk.labels import Label
from assistant.reading.talk.scene import Scene

_VOID = re.compile(
    r"(?:这|那)?(?:一)?(?:个|条|项)?数?(?:就|先|都|给我)?"
    r"(?:作废|撤回|撤销|撤掉|不作数|不算数|别记|不要记|(?:删|去)掉)(?:了|吧|掉)?\s*(?=[，,。；;！!\n]|$)"
)
_VOID_WORD = re.compile(r"作废|撤[回销掉]|不作数|不算数?|别记|不要|[删去]掉|取消|弄错|报错|无效")
_REACH = 24


class Withdrawal(NamedTuple):
    """一处作废。keys 是它可能指的字段，名称到 name_end 为止；amount 为空表示没写是哪个数。"""

    keys: tuple[str, ...]
    year: int
    quote: str
    span: Span
    amount: Amount | None = None
    name_end: int = 0


def withdrawals(
    view: Scene, text: str, labels: Sequence[Label], found: Sequence[Amount]
) -> tuple[Withdrawal, ...]:
    """话里的各处作废。问句、假设、夹带的指令里的不算。text 是原话。"""
    return tuple(_withdrawals(view, text, labels, found))


def is_void(quote: str) -> bool:
    """这句话里有作废的字样：模型说是作废的，至少要有。"""
    return bool(_VOID_WORD.search(quote))


def _withdrawals(
    view: Scene, text: str, labels: Sequence[Label], found: Sequence[Amount]
) -> Iterator[Withdrawal]:
    for match in _VOID.finditer(view.text):
        sentence = view.sentence_at(match.start())
        label = next((x for x in reversed(labels) if x.span.start < match.start()), None)
        if label is None or not label.keys or sentence is None or sentence.why(match.start()):
            continue
        start = max(match.start(), label.span.end)
        inside = [a for a in found if label.span.end <= a.span.start < start]
        gap = erase(view.text, label.span.end, start, (*view.erased, *(a.span for a in inside)))
        if start - label.span.end > _REACH or len(inside) > 1 or not is_filler(gap):
            continue
        span = Span(label.span.start, match.end())
        marks = [m.year for m in view.marks if sentence.span.start <= m.span.start < span.end]
        year = marks[-1] if marks else view.year
        amount = inside[0] if inside else None
        quote = text[span.start : span.end].strip()
        yield Withdrawal(label.keys, year, quote, span, amount, label.span.end)
