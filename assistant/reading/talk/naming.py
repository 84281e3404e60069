"""定名：一个口径名说的是哪几个字段；只说了“收入”“支出”“年末”的，看前面说过什么。"""

from collections.abc import Sequence

from assistant.reading.talk import cues
from assistant.reading.talk.bound import Target
from assistant.reading.talk.gaps import is_filler
from assistant.reading.talk.labels import ENDS, EXPENDITURE, INCOME, Label, sibling


def target_of(text: str, label: Label, said: Sequence[str]) -> Target | None:
    """口径名所指。said 是前面说过的字段，最近的在前；承不上前的为 None。"""
    if not label.part:
        name = text[label.span.start : label.span.end]
        return Target(label.keys, label.span.start, label.pair, name=name)
    keys = _other_end(label, said) if label.part in ENDS else _side(label, said)
    return Target(keys, label.span.start, label.pair) if keys else None


def _other_end(label: Label, said: Sequence[str]) -> tuple[str, ...]:
    """年初 ↔ 年末。"""
    found = next((key for key in said if key.rpartition(".")[2] in ENDS.values()), "")
    return (f"{found.rpartition('.')[0]}.{ENDS[label.part]}",) if found else ()


def _side(label: Label, said: Sequence[str]) -> tuple[str, ...]:
    """收入 ↔ 支出。"""
    base = next((key for key in said if sibling(key)), "")
    if not base:
        return ()
    income = base if "income" in base.split(".") else sibling(base)
    pair = (income, sibling(income))
    return {INCOME: (income,), EXPENDITURE: (sibling(income),)}.get(label.part, pair)


def both_of(subject: Target, clause: str) -> Target:
    """“都是”：承前的一项收支成对时，两项都是。"""
    keys = subject.keys
    if len(keys) == 1 and sibling(keys[0]) and cues.EACH.search(clause):
        return subject._replace(keys=(keys[0], sibling(keys[0])), every=True)
    return subject


def joins(between: str, target: Target | None) -> bool:
    """名称和数之间只有虚词。不带预算字样的名称，后面可说“决算”“实际支出”。"""
    body = cues.NEGATED.sub("", between)
    if target is not None and target.name and not cues.BUDGETARY.search(target.name):
        body = body if is_filler(body) else cues.OUTCOME.sub("", body)
    if target is not None and "年初" in target.name:
        body = body.replace("年初", "")
    return is_filler(body)
