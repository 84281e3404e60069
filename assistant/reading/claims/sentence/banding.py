"""档的界限：完成率在90%至100%之间的1个，达到100%的4个——是分档的标准，不是算出来的率。"""

import re
from collections.abc import Sequence

from assistant.domain.quantities import Dimension
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.items import Item
from assistant.reading.claims.sentence.skeleton import RATIO, N

_JOIN = r"[至到—–\-~～]{1,2}"
_OF = rf"的[^，。；：、（）\ue000-\ue00f]{{0,8}}{N}"
_FROM = re.compile(rf"(?:\d|{RATIO}){_JOIN}$")
_CLASS = re.compile(_OF)
_BETWEEN = re.compile(rf"之间|{_OF}")
_EDGE = re.compile("(?:[低高]于|不足|不到|达到?|超过|大于|小于)$")
_STATED = (Role.LEVEL, Role.COMPLETION, Role.SHARE, Role.ORIGIN, Role.REACHED)


def banded(frame: str, items: Sequence[Item]) -> tuple[Item, ...]:
    """把档的界限改判为限额：不参与任何占比、完成率。"""
    done = list(items)
    for at, item in enumerate(items):
        if item.dimension is not Dimension.RATIO:
            continue
        if _tops_a_range(frame, item):
            near = at > 0 and items[at - 1].at >= item.at - 3
            _limit(done, *((at - 1, at) if near else (at,)))
        elif _counts_a_class(frame, items, at):
            _limit(done, at)
    return tuple(done)


def _tops_a_range(frame: str, item: Item) -> bool:
    """90%至100%之间，60%—80%的几个：区间的上头。"""
    start = _FROM.search(frame, max(0, item.at - 3), item.at)
    return bool(start and _BETWEEN.match(frame, item.at + 1))


def _counts_a_class(frame: str, items: Sequence[Item], at: int) -> bool:
    """某某率达到甲的有几个：率的后面数的是够得上这一档的。"""
    if at + 1 >= len(items) or items[at + 1].dimension is not Dimension.COUNT:
        return False
    item = items[at]
    rate = item.role is Role.COMPLETION and bool(item.name) and not item.whole
    edge = _EDGE.search(frame, max(0, item.at - 3), item.at)
    return bool((rate or edge) and _CLASS.match(frame, item.at + 1))


def _limit(done: list[Item], *indexes: int) -> None:
    for at in indexes:
        if done[at].dimension is Dimension.RATIO and done[at].role in _STATED:
            done[at] = done[at]._replace(role=Role.LIMIT)
