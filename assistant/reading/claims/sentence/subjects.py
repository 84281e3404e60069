"""名称的承接：省略的名称从前面的数补全。"""

from collections.abc import Iterator, Sequence

from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.items import Item
from assistant.reading.text.labels import GENERIC, Label

_NAMED = (Role.LEVEL, Role.FLOW, Role.CHANGE, Role.REACHED, Role.ORIGIN, Role.COMPLETION)


def subjects(items: Sequence[Item]) -> Iterator[Label]:
    """补全省略的名称：支出决算为…… 承前一个数的名称。"""
    last = told = Label("")
    for at, item in enumerate(items):
        label = told if _is_twin(items, at) else item.label
        if label.year is None and label.core and (year := _shared_year(items, at)) is not None:
            label = label._replace(year=year)
        told = label
        if item.role not in _NAMED:
            yield label
            continue
        if label.core in GENERIC and not item.reason:
            if last.core.endswith(label.core):
                label = Label(last.core, label.basis or last.basis, label.year)
            elif label.basis:
                label = label._replace(core=last.core if last.basis else "")
        last = label if item.role is not Role.FLOW else last
        yield label


def _is_twin(items: Sequence[Item], at: int) -> bool:
    """去年同期773件1350人：紧挨着的后一个数说的是同一件事，名称、年份都同前一个。"""
    item = items[at]
    if not at or item.lead or item.label.core or item.role is not items[at - 1].role:
        return False
    return item.at == items[at - 1].at + 1 and item.quantity.unit != items[at - 1].quantity.unit


def _shared_year(items: Sequence[Item], at: int) -> int | None:
    """本年收入甲、支出乙，上年收入丙、支出丁：丁的年份承前一个，前面已经说过一个支出的才承。"""
    if not at or items[at].role is not Role.LEVEL or items[at - 1].role is not Role.LEVEL:
        return None
    one, other = items[at - 1], items[at]
    told = one.label.year
    if told is None or one.clause != other.clause or one.depth != other.depth:
        return None
    again = (x for x in items[: at - 1] if x.sentence == other.sentence)
    return told if any(x.label.core == other.label.core for x in again) else None
