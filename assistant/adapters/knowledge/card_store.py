"""卡片库：只用词面（单字和双字）检索要点卡片。索引在内存里，开机一次。"""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import bm25s
import numpy as np

from assistant.adapters.knowledge.source_files import read_folder
from assistant.domain.evidence import Hit, Passage


class CardStore:
    """knowledge/regulations 的卡片。"""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def search(
        self, question: str, *, on: date | None = None, locality: str = "", top: int = 5
    ) -> tuple[Hit, ...]:
        """按相关程度由高到低；不在有效期的不给。"""
        tokens = _tokens(question)
        if not tokens:
            return ()
        scores = self._index.get_scores(tokens)
        hits: list[Hit] = []
        for row in np.argsort(-scores):
            passage = self._passages[row]
            if scores[row] <= 0 or len(hits) == top:
                break
            if on is None or passage.source.in_force(on):
                hits.append(Hit(passage=passage, score=float(scores[row]), legs=("词面",)))
        return tuple(hits)

    def passage(self, passage_id: str) -> Passage | None:
        """按编号取段落。"""
        return next((p for p in self._passages if p.id == passage_id), None)

    @cached_property
    def _passages(self) -> tuple[Passage, ...]:
        return read_folder(self._folder)

    @cached_property
    def _index(self) -> bm25s.BM25:
        index = bm25s.BM25()
        index.index([_tokens(_words(p)) for p in self._passages], show_progress=False)
        return index


def _words(passage: Passage) -> str:
    return "".join((passage.source.name, passage.text, *passage.topics, *passage.phrases))


def _tokens(text: str) -> Sequence[str]:
    characters = [c for c in text if c.isalnum()]
    pairs = ["".join(pair) for pair in pairwise(characters)]
    return [*characters, *pairs]
