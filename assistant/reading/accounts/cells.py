"""格里的值：一格文字读成数量、空、出错或读不懂。"""

import re
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from assistant.domain.quantities import UNITS, Quantity
from assistant.reading.accounts.lattice import squeezed
from assistant.reading.tables.rows import number

_BLANK = frozenset("— —— - -- － – / \\ 无 * ** …… … ─ ━ 〇 不涉及 无此项 空".split())
_BROKEN = re.compile(r"#(?:REF|N/A|DIV/0|VALUE|NAME|NUM|NULL|GETTING_DATA)[!?]?", re.I)
_OVERFLOW = re.compile(r"#{3,}")
_TAIL = re.compile(r"([\d.)）])([^\d\s.,()（）]{1,5})$")
_LONE_DASHES = re.compile(r"[-—－–─]+")


class State(StrEnum):
    """一格的状况。"""

    NUMBER = "number"
    BLANK = "blank"
    BROKEN = "broken"
    WORDS = "words"


class Content(NamedTuple):
    """一格的内容。unit 是格里自带的单位；why 说明为什么读不出。"""

    state: State
    value: Decimal = Decimal(0)
    unit: str = ""
    why: str = ""


def content(text: str) -> Content:
    """读一格。空格、横线、无：没有数，不当作零。"""
    plain = squeezed(text).removeprefix("￥").removeprefix("¥").replace("，", ",")
    if not plain or plain in _BLANK or _LONE_DASHES.fullmatch(plain):
        return Content(State.BLANK)
    if _BROKEN.fullmatch(plain):
        return Content(State.BROKEN, why=f"公式出错（{plain}）")
    if _OVERFLOW.fullmatch(plain):
        return Content(State.BROKEN, why="列太窄，只显示成 ###")
    if (found := number(plain)) is not None:
        return Content(State.NUMBER, found.value, found.unit)
    unit = _TAIL.search(plain)
    if unit and _known(unit[2]) and (found := number(plain[: unit.start(2)])) is not None:
        return Content(State.NUMBER, found.value, unit[2])
    return Content(State.WORDS, why="不是数")


def quantity(found: Content, unit: str) -> Quantity:
    """带上单位；格里自带的优先。"""
    return Quantity(found.value, found.unit or unit)


def _known(unit: str) -> bool:
    return unit in UNITS
