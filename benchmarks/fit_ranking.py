"""拟合名次的第二遍权重，印出来，抄进 knowledge/retrieval/ranking.yaml。

    python -m benchmarks.fit_ranking --data 法律文本目录 --stard STARD目录

题：看过的各批题（法律入库后问）、各条款留出的一种问法（留出后重建的索引里问）、STARD 训练题
（只有条文的大库里问）。每题让正确的条在靠前的二百条里得分最高；测试集、第五批、STARD 开发题不参与。
"""

import argparse
import random
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.adapters.knowledge.encoder import EmbeddedEncoder
from assistant.adapters.knowledge.evidence import Evidence, Found
from assistant.adapters.knowledge.ranking import HEAD, closer, first_signs
from assistant.adapters.knowledge.ways import read_ways
from assistant.domain.evidence import Query
from assistant.reading.retrieval.following import standalone
from benchmarks.large_retrieval import open_large
from benchmarks.large_shelf import RepeatingEncoder, write
from benchmarks.law_shelf import KNOWLEDGE, open_shelf, put_cards, put_laws
from benchmarks.linear import Floats
from benchmarks.questions import SEEN, load
from benchmarks.refusal_cases import held_out, without
from benchmarks.stard import asked, statutes

_TODAY = date(2026, 11, 27)
_GROUPS = {"dev": 2.0, "fresh": 2.0, "fourth": 2.0, "fourth-held": 2.0, "held": 0.15, "stard": 1.5}
_STARD = 500
_SOFT, _HOLD, _STEP, _ROUNDS = 0.5, 0.005, 0.05, 150


class Listed(NamedTuple):
    """一题：靠前各条的迹象（各列同 names），哪些是正确的。"""

    group: str
    question: str
    names: tuple[str, ...]
    signs: Floats
    right: NDArray[np.bool_]


def listed(evidence: Evidence, group: str, query: Query, gold: Collection[str]) -> Listed | None:
    """指名到条的、正确的条不在靠前二百条里的，不算。gold 是段落编号。"""
    question = standalone(query.question, query.history)
    found = evidence.find(question, query, frozenset([question]))
    if found is None or found.named.article or found.named.starts:
        return None
    rows = np.array([place.row for place in found.ranked[:HEAD]], np.int64)
    signs = _signs(evidence, found, question, rows)
    provisions = found.snapshot.provisions
    right = np.array([provisions[row].shown.id in gold for row in rows.tolist()], np.bool_)
    if not right.any():
        return None
    names = tuple(signs)
    return Listed(group, question, names, np.column_stack([signs[n] for n in names]), right)


def _signs(
    evidence: Evidence, found: Found, question: str, rows: NDArray[np.int64]
) -> dict[str, Floats]:
    snapshot, indexes = evidence._now()
    named = [row for name in found.named.names for row in snapshot.by_name[name]]
    first = first_signs(found.legs, np.array(named, np.int64), rows)
    return first | closer(snapshot, indexes, question, found.legs)(rows)


def over_laws(evidence: Evidence) -> Iterator[Listed | None]:
    """看过的各批题。"""
    ids: dict[tuple[str, str], set[str]] = {}
    for p in evidence._now()[0].provisions:
        ids.setdefault(p.key, set()).add(p.shown.id)
    for split in SEEN:
        for q in load("questions", split):
            on = date(q.year, 12, 31) if q.year else _TODAY
            gold = {i for g in q.gold for i in ids.get((g.source, g.provision), ())}
            yield listed(evidence, split, _query(q.question, on, q.history), gold)


def over_held(evidence: Evidence, held: dict[str, str]) -> Iterator[Listed | None]:
    """留出的问法；held 是问法到段落编号。"""
    for text, key in held.items():
        yield listed(evidence, "held", _query(text), {key})


def over_stard(evidence: Evidence, stard: Path, keys: dict[str, str]) -> Iterator[Listed | None]:
    """STARD 训练题里取若干；keys 是段落编号到法条编号。"""
    ids = {key: passage for passage, key in keys.items()}
    for one in random.Random(5).sample(asked(stard, "train"), _STARD):
        yield listed(evidence, "stard", _query(one.question), {ids[k] for k in one.gold})


def _query(text: str, on: date = _TODAY, history: tuple[str, ...] = ()) -> Query:
    return Query(question=text, on=on, history=history)


def fit(lists: Sequence[Listed], start: dict[str, float]) -> dict[str, float]:
    """让正确的条占去最多的份；各迹象先除以离散，权重不离 start 太远。"""
    names = lists[0].names
    spread = np.concatenate([one.signs for one in lists]).std(0) + 1e-6
    begun = np.array([start.get(name, 0.0) for name in names]) * spread
    share = np.array([_GROUPS[one.group] for one in lists])
    scaled = [one.signs / spread for one in lists]
    found, speed, size = begun.copy(), np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, _ROUNDS + 1):
        slope = _HOLD * (found - begun)
        for signs, one, weight in zip(scaled, lists, share / share.sum(), strict=True):
            slope += weight * _slope(signs, one.right, found)
        speed = 0.9 * speed + 0.1 * slope
        size = 0.99 * size + 0.01 * slope**2
        found = found - _STEP * speed / (1 - 0.9**step) / (np.sqrt(size / (1 - 0.99**step)) + 1e-8)
    return {name: round(float(v), 3) for name, v in zip(names, found / spread, strict=True)}


def _slope(signs: Floats, right: NDArray[np.bool_], weights: Floats) -> Floats:
    scores = _SOFT * (signs @ weights)
    share = np.exp(scores - scores.max())
    share /= share.sum()
    wanted = share * right
    return np.asarray(_SOFT * signs.T @ (share - wanted / (wanted.sum() + 1e-12)), np.float64)


def gather(laws: Path, stard: Path, folder: Path) -> list[Listed]:
    """三个库各问一遍。"""
    ways, encoder = read_ways(KNOWLEDGE), EmbeddedEncoder()
    evidence = open_shelf(folder / "laws", ways, encoder)
    put_cards(folder / "laws")
    put_laws(folder / "laws", laws)
    evidence.rebuild()
    found = list(over_laws(evidence))
    held = held_out(evidence)
    put_cards(folder / "laws", frozenset(held))
    blind = open_shelf(folder / "laws", ways._replace(asked=without(ways.asked, held)), encoder)
    blind.rebuild()
    found += over_held(blind, {t: p.shown.id for t, p in held.items() if p.source.verified})
    (folder / "large").mkdir()
    keys = write(folder / "large", every := statutes(stard), len(every))
    large, _ = open_large(folder / "large", RepeatingEncoder())
    large.rebuild()
    found += over_stard(large, stard, keys)
    return [one for one in found if one is not None]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, required=True, help="法律文本目录（每部一个 .md）")
    parser.add_argument("--stard", type=Path, required=True, help="STARD 目录")
    args = parser.parse_args()
    with TemporaryDirectory() as folder:
        lists = gather(args.data, args.stard, Path(folder))
    for name, weight in fit(lists, read_ways(KNOWLEDGE).ranking["first"]).items():
        print(f"  {name}: {weight}")


if __name__ == "__main__":
    main()
