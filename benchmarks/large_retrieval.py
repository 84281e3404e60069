"""大库的检索：STARD 的法条，五千、五万八千、五十万段各建一次，量建库、内存、快慢和召回。

    python -m benchmarks.large_retrieval --stard STARD目录 --total 57775

库恰为全部法条时，另按开发题给出名次，与单双字 BM25、只用向量同跑同列；再把训练题作它的正确条文的
问法（系统本来就收办事人员的问法），重建后再问一遍。权重用 knowledge/retrieval/ranking.yaml 的；
“多取”的召回与逐条精算相比。
"""

import argparse
import resource
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from statistics import mean, quantiles
from tempfile import TemporaryDirectory
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.adapters.knowledge.corpus import Library
from assistant.adapters.knowledge.evidence import Evidence, Found
from assistant.adapters.knowledge.folders import INDEX, shelves
from assistant.adapters.knowledge.index_folder import IndexFolder
from assistant.adapters.knowledge.legs import Meaning
from assistant.adapters.knowledge.library_files import LibraryFiles
from assistant.adapters.knowledge.snapshot import TEXT, Snapshot, body
from assistant.adapters.knowledge.vector_shelves import FolderShelf
from assistant.adapters.knowledge.vectors import Vectors, key_of
from assistant.adapters.knowledge.ways import read_ways
from assistant.domain.evidence import Query
from assistant.reading.retrieval.provisions import Asked as WaysOfAsking
from benchmarks.large_shelf import RepeatingEncoder, ways_of_asking, write
from benchmarks.law_shelf import KNOWLEDGE
from benchmarks.stard import Asked, asked, statutes

_NEAREST = 10
_PAGE = 1000
_ON = date(2026, 11, 27)


class Ranks(NamedTuple):
    """一种排法在各题上的名次（从 1 起，没有为无穷）和前一百名的召回。"""

    first: list[float]
    recall: list[float]

    def row(self, name: str) -> str:
        hits = [mean(place <= top for place in self.first) for top in (1, 5)]
        reciprocal = mean(1 / place if place <= 10 else 0.0 for place in self.first)
        values = [*hits, mean(self.recall), reciprocal]
        return f"| {name} | " + " | ".join(f"{value:.3f}" for value in values) + " |"


@contextmanager
def timed(name: str) -> Iterator[None]:
    began = time.perf_counter()
    yield
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"{name}：{time.perf_counter() - began:.0f} 秒，内存峰值 {peak:.1f} GB", flush=True)


def open_large(
    folder: Path, encoder: RepeatingEncoder, more: tuple[WaysOfAsking, ...] = ()
) -> tuple[Evidence, Vectors]:
    """没有卡片的依据库，问法只有给的这些。"""
    ways = read_ways(KNOWLEDGE)._replace(asked=more, outside={})
    empty = folder / "none"
    empty.mkdir(exist_ok=True)
    files = LibraryFiles(shelves(KNOWLEDGE, folder)._replace(cards=empty))
    vectors = Vectors(FolderShelf(folder / INDEX), encoder)
    index = IndexFolder(folder / INDEX, vectors)
    return Evidence(Library(files, more), index, vectors, ways), vectors


def ask(evidence: Evidence, rows: Sequence[Asked]) -> tuple[list[Found], list[float]]:
    """逐题检索；头一题含装入，不计时。"""
    found, seconds = [], []
    for one in [rows[0], *rows]:
        began = time.perf_counter()
        result = evidence.find(one.question, Query(question=one.question, on=_ON))
        seconds.append(time.perf_counter() - began)
        assert result is not None
        found.append(result)
    return found[1:], seconds[1:]


def places(order: Sequence[int], gold: set[int]) -> tuple[float, float]:
    """第一条正确的名次，和前一百名里有正确条文的几成。"""
    first = next((place for place, row in enumerate(order, 1) if row in gold), float("inf"))
    return first, len(gold & set(order[:100])) / len(gold)


def scores(found: list[Found], rows: Sequence[Asked], keys: dict[str, str]) -> dict[str, Ranks]:
    """本系统、单双字 BM25、只用向量。"""
    table = {name: Ranks([], []) for name in ("本系统", "单双字 BM25", "只用向量")}
    owner = [keys.get(p.shown.id, "") for p in found[0].snapshot.provisions]
    for result, one in zip(found, rows, strict=True):
        gold = {row for row, key in enumerate(owner) if key in one.gold}
        if not gold:
            continue
        near = result.legs.meaning.near
        orders = {
            "本系统": [place.row for place in result.ranked],
            "单双字 BM25": [int(row) for row in np.argsort(-result.legs.whole)[:300]],
            "只用向量": sorted(near, key=lambda row: -near[row].get(TEXT, 0.0)),
        }
        for name, order in orders.items():
            first, recall = places(order, gold)
            table[name].first.append(first)
            table[name].recall.append(recall)
    return table


def stored(snapshot: Snapshot, vectors: Vectors) -> NDArray[np.float32]:
    """库里各条款的向量，次序同条款。"""
    collection = vectors.shelf.open(snapshot.digest)
    assert collection is not None
    rows_of: dict[str, list[int]] = defaultdict(list)
    for row, provision in enumerate(snapshot.provisions):
        rows_of[key_of(body(provision))].append(row)
    whole = np.zeros((len(snapshot.provisions), 512), np.float32)
    keys = list(rows_of)
    for at in range(0, len(keys), _PAGE):
        page = collection.get(ids=keys[at : at + _PAGE], include=["embeddings"])
        for key, vector in zip(page["ids"], np.array(page["embeddings"], np.float32), strict=True):
            whole[rows_of[key]] = vector
    return whole


def exactness(found: list[Found], vectors: Vectors) -> float:
    """取回的前十段有几成也在逐条精算的前十里。"""
    whole = stored(found[0].snapshot, vectors)
    shares = []
    for result in found:
        meaning: Meaning = result.legs.meaning
        exact = np.argsort(-(whole @ np.array(meaning.vector, np.float32)))[:_NEAREST]
        near = meaning.near
        got = sorted(near, key=lambda row: -near[row].get(TEXT, 0.0))[:_NEAREST]
        shares.append(len(set(map(int, exact)) & set(got)) / _NEAREST)
    return mean(shares)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--stard", type=Path, required=True, help="STARD 目录")
    parser.add_argument("--total", type=int, default=57_775, help="几段")
    args = parser.parse_args()
    measure(args.stard, args.total, RepeatingEncoder())


def measure(stard: Path, total: int, encoder: RepeatingEncoder) -> None:
    every, rows = statutes(stard), asked(stard, "dev")
    with TemporaryDirectory() as name:
        keys = write(Path(name), every, total)
        evidence, vectors = open_large(Path(name), encoder)
        with timed(f"{total} 段建库"):
            evidence.rebuild()
        with timed("装入"):
            evidence.find("预算", Query(question="预算", on=_ON))
        began = time.process_time()
        found, seconds = ask(evidence, rows)
        used = (time.process_time() - began) * 1000 / len(rows)
        percent = quantiles((value * 1000 for value in seconds), n=100)
        print(f"每问 p50 {percent[49]:.0f} ms，p95 {percent[94]:.0f} ms（{len(rows)} 问）")
        print(f"每问平均用处理器 {used:.0f} ms")
        print(f"前十段与逐条精算相同的：{exactness(found[:50], vectors):.1%}")
        if total == len(every):
            print("| 方法 | hit@1 | hit@5 | recall@100 | MRR@10 |\n|---|---|---|---|---|")
            for method, ranks in scores(found, rows, keys).items():
                print(ranks.row(method))
            more = ways_of_asking(every, asked(stard, "train"))
            taught, _ = open_large(Path(name), encoder, more)
            taught.rebuild()
            ranks = scores(ask(taught, rows)[0], rows, keys)["本系统"]
            print(ranks.row("本系统，训练题作问法"))


if __name__ == "__main__":
    main()
