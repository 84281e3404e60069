"""名次：各路头部的并集，各路的分加权合成一个分。权重是数据（knowledge/retrieval/ranking.yaml）。"""

from collections.abc import Collection, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.adapters.knowledge.legs import POOL, Legs
from assistant.adapters.knowledge.snapshot import Mask
from assistant.adapters.knowledge.words import Scores

Rows = NDArray[np.int64]


class Place(NamedTuple):
    """一个名次：row 是条款在藏书里的次序。"""

    row: int
    score: float


def ranked(
    legs: Legs, allowed: Mask, named: Collection[int], weights: Mapping[str, float]
) -> list[Place]:
    """由高到低；同分的先后照藏书的次序。named 是指名各法的条款。"""
    mine = np.array(sorted(named), np.int64)
    near = np.array(sorted(legs.meaning.near), np.int64)
    heads = [_head(scores, allowed) for scores in legs.words.values()]
    rows = np.unique(np.concatenate([near, mine[allowed[mine]], *heads]))
    total = weights["named"] * np.isin(rows, mine)
    for name, scores in legs.words.items():
        total += weights[name] * scores[rows]
    for at, row in zip(np.searchsorted(rows, near), near.tolist(), strict=True):
        for kind, cosine in legs.meaning.near[row].items():
            total[at] += weights[kind] * max(0.0, cosine - legs.meaning.floor)
    order = np.lexsort((rows, -total))
    return [Place(*pair) for pair in zip(rows[order].tolist(), total[order].tolist(), strict=True)]


def _head(scores: Scores, allowed: Mask) -> Rows:
    """当时有效而高于平均的，前若干条。"""
    kept = np.flatnonzero((scores > 0) & allowed)
    if kept.size > POOL:
        kept = kept[np.argpartition(-scores[kept], POOL)[:POOL]]
    return kept
