"""相近的名称：夜校培训与夜校培训班。按相邻两字建索引，名称再多也不两两相比。"""

from collections import Counter
from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Generic, TypeVar

Thing = TypeVar("Thing")

ALIKE = 0.75
_LOOKED_AT = 5


class Names(Generic[Thing]):
    """一组名称，可找与某名称最像的一个。"""

    def __init__(self, things: Mapping[str, Thing]) -> None:
        self._things = things
        self._by_pair: dict[str, list[str]] = {}
        for name in things:
            for pair in _pairs(name):
                self._by_pair.setdefault(pair, []).append(name)

    def like(self, name: str) -> Thing | None:
        """最像 name 的；没有足够像的为 None。"""
        shared = Counter(n for pair in _pairs(name) for n in self._by_pair.get(pair, ()))
        near = [other for other, _ in shared.most_common(_LOOKED_AT)]
        best = max(near, key=lambda other: likeness(name, other), default=None)
        return self._things[best] if best and likeness(name, best) >= ALIKE else None


def likeness(one: str, other: str) -> float:
    """0 至 1；四字以上的一个含在另一个里算 1。"""
    if len(min(one, other, key=len)) >= 4 and (one in other or other in one):
        return 1.0
    return SequenceMatcher(None, one, other).ratio()


def _pairs(name: str) -> set[str]:
    return {name[i : i + 2] for i in range(len(name) - 1)}
