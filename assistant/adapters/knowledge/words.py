"""词面：单字、双字和词各一套 BM25。可存盘，读时按需取页，不占内存。"""

import math
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from pathlib import Path

import bm25s
import numpy as np
import rjieba
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Cut = Callable[[str], Sequence[str]]


def characters(text: str) -> list[str]:
    """单字和双字；标点不算，也不跨标点。"""
    whole = [c if c.isalnum() else "" for c in text.lower()]
    return [c for c in whole if c] + [a + b for a, b in pairwise(whole) if a and b]


def words(text: str) -> list[str]:
    """词，长词另出短词。"""
    return [word for word in rjieba.cut_for_search(text.lower()) if word[:1].isalnum()]


class WordIndex:
    """一套词面索引。"""

    def __init__(self, cut: Cut, index: bm25s.BM25) -> None:
        self._cut, self._index = cut, index

    def scores(self, text: str) -> Scores:
        """各段的得分，次序同建索引时。"""
        known = self._index.vocab_dict
        rows = [known[token] for token in self._cut(text) if token in known]
        if not rows:
            return np.zeros(self._index.scores["num_docs"], np.float32)
        found: Scores = self._index.get_scores_from_ids(rows)
        return found

    def rarity(self, token: str) -> float:
        """逆文档频率；全库没有的最高。"""
        total = self._index.scores["num_docs"]
        row = self._index.vocab_dict.get(token)
        starts = self._index.scores["indptr"]
        held = 0 if row is None else int(starts[row + 1] - starts[row])
        return math.log(1 + (total - held + 0.5) / (held + 0.5))

    def unknown(self, tokens: Iterable[str]) -> list[str]:
        """库里没有的词。"""
        return [token for token in tokens if token not in self._index.vocab_dict]

    def save(self, folder: Path) -> None:
        """存盘。"""
        self._index.save(folder, show_progress=False)


def build(cut: Cut, texts: Iterable[str]) -> WordIndex:
    """建索引。词换成编号再交给 bm25s，省内存。"""
    vocabulary: dict[str, int] = {"": 0}
    rows = [
        [vocabulary.setdefault(token, len(vocabulary)) for token in cut(text)] or [0]
        for text in texts
    ]
    index = bm25s.BM25()
    index.index((rows, vocabulary), show_progress=False)
    return WordIndex(cut, index)


def load(cut: Cut, folder: Path) -> WordIndex:
    """读盘。换成普通数组的样子，仍按需取页，取片快些。"""
    index = bm25s.BM25.load(folder, mmap=True, show_progress=False)
    for name in ("data", "indices", "indptr"):
        index.scores[name] = np.asarray(index.scores[name])
    return WordIndex(cut, index)
