"""是不是同一件事：名称相比，总数的叫法不同也算，收支一起说的拆开比。"""

import re

from assistant.reading.text.labels import essence, likeness

_AND = re.compile("[、和与及]")
_BOTH = ("收支", "支收")


def same_thing(one: str, other: str) -> int:
    """4 全同，3 只差“合计、金额”一类的字，2 一个是另一个的结尾，1 含有，0 不像。"""
    alike = likeness(one, other)
    if alike < 3 and one and other and essence(one) == essence(other):
        return 3
    return alike


def plural(name: str) -> tuple[str, ...]:
    """一起说的几个名称：收、支总计 -> 收入、支出；基本支出和项目支出 -> 各是一个。"""
    if essence(name) in _BOTH:
        return ("收入", "支出")
    parts = tuple(part for part in _AND.split(name) if len(part) > 1)
    return parts if len(parts) > 1 else ()
