"""逻辑回归：牛顿法，带岭罚；和大词表用的逐条更新。只用 numpy。"""

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def logistic(x: Floats, y: Floats, weight: Floats, ridge: float, rounds: int = 40) -> Floats:
    """各列的权重，末一个是截距。"""
    wide = np.c_[x, np.ones(len(x))]
    found = np.zeros(wide.shape[1])
    penalty = np.eye(wide.shape[1]) * ridge
    penalty[-1, -1] = 0
    for _ in range(rounds):
        chance = 1 / (1 + np.exp(-np.clip(wide @ found, -30, 30)))
        slope = wide.T @ (weight * (chance - y)) + penalty @ found
        bend = (wide * (weight * chance * (1 - chance) + 1e-9)[:, None]).T @ wide + penalty
        step = np.linalg.solve(bend, slope)
        found -= step
        if np.abs(step).max() < 1e-6:
            break
    return np.asarray(found, np.float64)


def sparse_logistic(
    rows: Sequence[Sequence[str]], y: Floats, weight: Floats, ridge: float = 2e-3, rounds: int = 6
) -> tuple[dict[str, float], float]:
    """出现三次以上的特征的权重，和截距。"""
    counts = Counter(item for row in rows for item in row)
    known = {item: i for i, item in enumerate(sorted(k for k, n in counts.items() if n >= 3))}
    found, seen = np.zeros(len(known)), np.full(len(known), 1e-3)
    bias, bias_seen = 0.0, 1e-3
    indexed = [np.array([known[item] for item in row if item in known], int) for row in rows]
    random = np.random.default_rng(0)
    for _ in range(rounds):
        for i in random.permutation(len(rows)):
            row = indexed[i]
            if not row.size:
                continue
            length = math.sqrt(row.size)
            total = max(-30.0, min(30.0, found[row].sum() / length + bias))
            slope = weight[i] * (1 / (1 + math.exp(-total)) - y[i])
            here = slope / length + ridge * found[row]
            seen[row] += here * here
            found[row] -= 0.3 * here / np.sqrt(seen[row])
            bias_seen += slope * slope
            bias -= 0.1 * slope / math.sqrt(bias_seen)
    return {item: float(found[i]) for item, i in known.items()}, float(bias)
