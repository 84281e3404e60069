"""名次：各路头部先加权排一遍，靠前的再看字词落没落在条文里，重排一遍。

权重是数据（knowledge/retrieval/ranking.yaml）。
"""

from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.adapters.knowledge.legs import POOL, Legs
from assistant.adapters.knowledge.snapshot import TEXT, Mask, Snapshot
from assistant.adapters.knowledge.words import Scores, WordIndex, characters, words
from assistant.reading.retrieval.judging import content
from assistant.reading.retrieval.likeness import covered

Rows = NDArray[np.int64]
Signs = dict[str, NDArray[np.float64]]
Weights = Mapping[str, float]
Closer = Callable[[Rows], Signs]
HEAD = 200


class Place(NamedTuple):
    """一个名次：row 是条款在藏书里的次序。"""

    row: int
    score: float


def ranked(
    legs: Legs, allowed: Mask, named: Collection[int], weights: Mapping[str, Weights], look: Closer
) -> list[Place]:
    """由高到低；同分的先后照藏书的次序。named 是指名各法的条款，look 给靠前各条的细处迹象。"""
    mine = np.array(sorted(named), np.int64)
    near = np.array(sorted(legs.meaning.near), np.int64)
    heads = [_head(scores, allowed) for scores in legs.words.values()]
    rows = np.unique(np.concatenate([near, mine[allowed[mine]], *heads]))
    signs = first_signs(legs, mine, rows)
    first = _total(signs, weights["first"])
    order = np.lexsort((rows, -first))
    rows, first = rows[order], first[order]
    head = rows[:HEAD]
    seen = {name: column[order][:HEAD] for name, column in signs.items()} | look(head)
    second = _total(seen, weights["second"])
    if len(head):
        second = np.concatenate([second, first[HEAD:] - first[len(head) - 1] + second.min()])
    order = np.lexsort((rows, -second))
    return [Place(*pair) for pair in zip(rows[order].tolist(), second[order].tolist(), strict=True)]


def first_signs(legs: Legs, named: Rows, rows: Rows) -> Signs:
    """各路的分。"""
    signs: Signs = {name: scores[rows].astype(float) for name, scores in legs.words.items()}
    signs |= {"text": np.zeros(len(rows)), "phrase": np.zeros(len(rows))}
    signs["named"] = np.isin(rows, named).astype(float)
    for at, row in enumerate(rows.tolist()):
        for kind, cosine in legs.meaning.near.get(row, {}).items():
            signs[kind][at] = max(0.0, cosine - legs.meaning.floor)
    return signs


def closer(
    snapshot: Snapshot, indexes: Mapping[str, WordIndex], question: str, legs: Legs
) -> Closer:
    """问题的词和双字，按稀罕程度，几成落在全部文字、名称里；条文取没取到向量。"""
    by_word, by_letter = indexes["words"], indexes["all"]
    said = {word: by_word.rarity(word) for word in content(words(question))}
    two = content([token for token in characters(question) if len(token) == 2])
    pairs = {pair: by_letter.rarity(pair) for pair in two}

    def look(rows: Rows) -> Signs:
        whole = [snapshot.texts.whole[row].lower() for row in rows.tolist()]
        names = [snapshot.provisions[row].source.name for row in rows.tolist()]
        near = legs.meaning.near
        return {
            "held_words": np.array([covered(said, text) for text in whole]),
            "held_pairs": np.array([covered(pairs, text) for text in whole]),
            "titled": np.array([covered(pairs, name) for name in names]),
            "near": np.array([float(TEXT in near.get(row, ())) for row in rows.tolist()]),
        }

    return look


def _total(signs: Signs, weights: Weights) -> NDArray[np.float64]:
    total = np.zeros(len(next(iter(signs.values()))))
    for name, weight in weights.items():
        total += weight * signs[name]
    return total


def _head(scores: Scores, allowed: Mask) -> Rows:
    """当时有效而高于平均的，前若干条。"""
    kept = np.flatnonzero((scores > 0) & allowed)
    if kept.size > POOL:
        kept = kept[np.argpartition(-scores[kept], POOL)[:POOL]]
    return kept
