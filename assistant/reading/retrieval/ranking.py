"""名次：各路的分合成一个分。权重是数据（knowledge/retrieval/ranking.yaml），由开发集拟合。"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Candidate(NamedTuple):
    """一条候选：row 是它在藏书里的次序，signals 是各路的分。"""

    row: int
    signals: Mapping[str, float]


def score(candidate: Candidate, weights: Mapping[str, float]) -> float:
    """加权和。"""
    return sum(weight * candidate.signals.get(name, 0.0) for name, weight in weights.items())


def order(
    candidates: Sequence[Candidate], weights: Mapping[str, float]
) -> list[tuple[Candidate, float]]:
    """由高到低；同分的先后照藏书的次序。"""
    scored = [(candidate, score(candidate, weights)) for candidate in candidates]
    return sorted(scored, key=lambda pair: (-pair[1], pair[0].row))
