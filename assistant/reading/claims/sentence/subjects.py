"""名称的承接：省略的名称从前面的数补全。"""

from collections.abc import Iterator, Sequence

from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.items import Item
from assistant.reading.text.labels import GENERIC, Label

_NAMED = (Role.LEVEL, Role.FLOW, Role.CHANGE, Role.REACHED, Role.ORIGIN, Role.COMPLETION)


def subjects(items: Sequence[Item]) -> Iterator[Label]:
    """补全省略的名称：支出决算为…… 承前一个数的名称。"""
    last = Label("")
    for item in items:
        label = item.label
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
