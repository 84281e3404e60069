"""简称和写错的名称：按首尾的字分好类，库大时也不必逐个比。"""

from collections import defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import NamedTuple

_SHORTEST = 3
_LONG = 8
_LIKE = 0.8
_ODD = 5  # 照 _LIKE，五个字里至多一个没有着落
_LOOSE = 4


class Mention(NamedTuple):
    """一种截法。whole 为真表示前面不再是名称的字。"""

    text: str
    whole: bool


class Alike:
    """库中名称，供按简称和错字找。"""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_ends: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._by_last: dict[str, list[str]] = defaultdict(list)
        self._by_length: dict[tuple[str, int], list[tuple[str, frozenset[str]]]] = defaultdict(list)
        for name in filter(None, names):
            self._by_ends[name[0], name[-1]].append(name)
            self._by_last[name[-1]].append(name)
            self._by_length[name[-1], len(name)].append((name, frozenset(name)))

    def short_for(self, mention: Mention) -> str:
        """它是哪个名称的简称，最短的一个；没有为空。"""
        said, whole = mention
        if len(said) < _SHORTEST:
            return ""
        some = (
            self._by_last.get(said[-1], ()) if whole else self._by_ends.get((said[0], said[-1]), ())
        )
        return min((n for n in some if _short_for(said, n, whole=whole)), key=len, default="")

    def near(self, said: str) -> str:
        """长名称写错一两个字的，最像的一个；收尾须相同，没有为空。"""
        size, letters = len(said), frozenset(said)
        if size < _LONG:
            return ""
        shortest, longest = size * _LIKE / (2 - _LIKE), size * (2 - _LIKE) / _LIKE
        alike = [
            (SequenceMatcher(None, said, name, autojunk=False).ratio(), name)
            for length in range(int(shortest), int(longest) + 1)
            for name, own in self._by_length.get((said[-1], length), ())
            if _ODD * len(letters ^ own) <= size + length
        ]
        likest = max(alike, default=(0.0, ""))
        return likest[1] if likest[0] >= _LIKE else ""


def _short_for(said: str, name: str, *, whole: bool) -> bool:
    """末段，或依次取字。前面还连着字的，首字也要相同，且不止三字。"""
    if len(said) >= len(name):
        return False
    if whole and name.endswith(said):
        return True
    if said[0] != name[0] and not (whole and len(said) >= _LOOSE):
        return False
    letters = iter(name)
    return (whole or len(said) >= _LOOSE) and all(letter in letters for letter in said)
