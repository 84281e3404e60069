"""拟合“有无依据”的权重，写成 knowledge/retrieval/judge.json。

    python -m benchmarks.fit_refusal --data 法律文本目录 --stard STARD目录 [--check]

正例：开发题、另写的问法、各条款留出的一种问法（留出后重建的索引里问）。
反例：开发陷阱、knowledge/retrieval/outside.yaml 的例子（问的时候看不见自己）、STARD 训练题里
不属这些法律的。测试集不参与。--check 只做五折检验，不写文件。
"""

import argparse
import json
import random
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import numpy as np

from assistant.adapters.knowledge.encoder import EmbeddedEncoder
from assistant.adapters.knowledge.evidence import Evidence
from assistant.adapters.knowledge.ways import Ways, read_ways
from assistant.domain.evidence import Query
from assistant.reading.retrieval.following import standalone
from assistant.reading.retrieval.judging import (
    Judge,
    Linear,
    Looked,
    grams,
    held,
    vector_signs,
    word_signs,
)
from assistant.reading.retrieval.provisions import Asked
from assistant.reading.retrieval.refusing import named_wrongly, unreadable
from benchmarks.law_shelf import KNOWLEDGE, open_shelf, put_cards, put_laws
from benchmarks.linear import Floats, logistic, sparse_logistic
from benchmarks.questions import DATA, load

_TODAY = date(2026, 11, 27)
_WEIGHT = {"question": 2.0, "more": 1.5, "asked": 0.6, "trap": 2.0, "outside": 1.0, "stard": 0.5}
_RIDGE, _VECTOR_RIDGE, _FOLDS = 1.0, 2.0, 4
_LOST = 0.02


class Case(NamedTuple):
    """一问。answerable 是库里答不答得了；group 是来路。"""

    group: str
    answerable: bool
    looked: Looked


class Model(NamedTuple):
    """拟合的各部分。"""

    vector: Floats
    grams: dict[str, float]
    gram_bias: float


def gather(evidence: Evidence, asked: list[tuple[str, bool, Query]]) -> Iterator[Case]:
    """凭字面和指名就能断的不算，其余记下检索所见。"""
    for group, answerable, query in asked:
        question = standalone(query.question, query.history)
        if unreadable(question):
            continue
        found = evidence.find(question, query, frozenset([question]))
        if found is None:
            continue
        rows = [
            found.snapshot.provisions[r]
            for n in found.named.names
            for r in found.snapshot.by_name[n]
        ]
        if not found.named.article and not named_wrongly(found.named, rows, query.on):
            yield Case(group, answerable, found.looked)


def questions(stard: Path, ways: Ways) -> list[tuple[str, bool, Query]]:
    rows: list[tuple[str, bool, Query]] = []
    for name, group, answerable in (("questions", "question", True), ("traps", "trap", False)):
        for q in load(name, "dev"):  # type: ignore[arg-type]
            on = date(q.year, 12, 31) if q.year else _TODAY
            rows.append((group, answerable, Query(question=q.question, on=on, history=q.history)))
    more = (DATA / "answerable-more.txt").read_text("utf-8").split("\n")
    rows += [("more", True, _query(line)) for line in more if line]
    rows += [("outside", False, _query(text)) for text, _ in ways.examples]
    names = {path.source for path in ways.asked}
    for line in (stard / "queries.jsonl").read_text("utf-8").splitlines():
        q = json.loads(line)
        laws = " ".join(q["gold_name"])
        if q["split"] == "train" and not any(name in laws for name in names):
            rows.append(("stard", False, _query(q["question"])))
    return rows


def _query(text: str) -> Query:
    return Query(question=text, on=_TODAY)


def held_out(evidence: Evidence) -> list[str]:
    """有三种以上问法的条款，各留出一种，取一千二百条。"""
    rng = random.Random(7)
    corpus = evidence._library.corpus()
    rich = [p.asked_as for p in corpus.provisions if len(p.asked_as) >= 3]
    return [rng.choice(said) for said in rng.sample(rich, min(1200, len(rich)))]


def cases(laws: Path, stard: Path, folder: Path) -> list[Case]:
    ways, encoder = read_ways(KNOWLEDGE), EmbeddedEncoder()
    evidence = open_shelf(folder, ways, encoder)
    put_cards(folder)
    asked = questions(stard, ways)
    evidence.rebuild()
    found = list(gather(evidence, asked))
    put_laws(folder, laws)
    evidence.rebuild()
    found += gather(evidence, asked)
    held = held_out(evidence)
    put_cards(folder, frozenset(held))
    blind = open_shelf(folder, ways._replace(asked=_without(ways.asked, held)), encoder)
    blind.rebuild()
    found += gather(blind, [("asked", True, _query(text)) for text in held])
    return found


def _without(asked: tuple[Asked, ...], held: list[str]) -> tuple[Asked, ...]:
    out = set(held)
    return tuple(
        one._replace(
            asked={n: tuple(t for t in said if t not in out) for n, said in one.asked.items()}
        )
        for one in asked
    )


def fit_parts(rows: list[Case]) -> Model:
    """意思和问法两部分。"""
    y, weight = _labels(rows)
    x = np.array([case.looked.vector for case in rows])
    vector = logistic(x, y, weight, _VECTOR_RIDGE, 12)
    words, bias = sparse_logistic([grams(case.looked.question) for case in rows], y, weight)
    return Model(vector, words, bias)


def signs(rows: list[Case], model: Model) -> list[dict[str, float]]:
    judge = _judge(model, *(2 * [_EMPTY]))
    found = []
    for case in rows:
        manner = judge.manner(case.looked.question)
        meaning = float(np.dot(model.vector[:-1], case.looked.vector) + model.vector[-1])
        found.append(
            word_signs(case.looked)
            | vector_signs(case.looked)
            | {"manner": manner, "meaning": held(meaning / 3)}
        )
    return found


_EMPTY = Linear(threshold=0, bias=0, weights={}, means={}, spreads={})


def _judge(model: Model, full: Linear, plain: Linear) -> Judge:
    return Judge(
        encoder=EmbeddedEncoder.name,
        vector=tuple(round(float(v), 4) for v in model.vector[:-1]),
        vector_bias=round(float(model.vector[-1]), 4),
        grams={k: round(v, 3) for k, v in model.grams.items() if abs(v) >= 0.02},
        gram_bias=round(model.gram_bias, 4),
        full=full,
        plain=plain,
    )


def _labels(rows: list[Case]) -> tuple[Floats, Floats]:
    y = np.array([float(case.answerable) for case in rows])
    return y, np.array([_WEIGHT[case.group] for case in rows])


def crossed_signs(rows: list[Case]) -> list[dict[str, float]]:
    """各题的迹象，意思和问法由没见过它的那几折给出。同一问的几处在同一折。"""
    fold = np.array([hash_fold(case.looked.question, _FOLDS) for case in rows])
    found: list[dict[str, float]] = [{}] * len(rows)
    for one in range(_FOLDS):
        model = fit_parts([case for case, f in zip(rows, fold, strict=True) if f != one])
        here = [i for i in range(len(rows)) if fold[i] == one]
        for i, sign in zip(here, signs([rows[i] for i in here], model), strict=True):
            found[i] = sign
    return found


def hash_fold(text: str, folds: int, salt: int = 0) -> int:
    """按文字分折，与运行次数无关。"""
    return (sum(ord(c) * (i + 1 + salt) for i, c in enumerate(text))) % folds


def fit(rows: list[Case]) -> Judge:
    crossed = crossed_signs(rows)
    names = sorted(crossed[0])
    plain = [n for n in names if n in word_signs(rows[0].looked) or n == "manner"]
    return _judge(fit_parts(rows), _linear(rows, crossed, names), _linear(rows, crossed, plain))


def _linear(rows: list[Case], crossed: list[dict[str, float]], names: list[str]) -> Linear:
    y, weight = _labels(rows)
    x = np.array([[sign[name] for name in names] for sign in crossed])
    means, spreads = x.mean(0), x.std(0) + 1e-6
    found = logistic((x - means) / spreads, y, weight, _RIDGE)
    scores = (x - means) / spreads @ found[:-1] + found[-1]
    real = [s for s, case in zip(scores, rows, strict=True) if case.group == "question"]
    return Linear(
        threshold=round(float(np.quantile(real, _LOST)), 4),
        bias=round(float(found[-1]), 4),
        weights={n: round(float(v), 4) for n, v in zip(names, found[:-1], strict=True)},
        means={n: round(float(v), 4) for n, v in zip(names, means, strict=True)},
        spreads={n: round(float(v), 5) for n, v in zip(names, spreads, strict=True)},
    )


def check(rows: list[Case]) -> None:
    """五折：每折用其余的拟合，看这一折。"""
    for words_only in (False, True):
        kept: dict[str, list[bool]] = {}
        for one in range(5):
            judge = fit([c for c in rows if hash_fold(c.looked.question, 5, 3) != one])
            for case in rows:
                if hash_fold(case.looked.question, 5, 3) == one:
                    encoder = "" if words_only else judge.encoder
                    kept.setdefault(case.group, []).append(judge.score(case.looked, encoder) > 0)
        print("只有词面" if words_only else "向量和词面")
        for group, answered in kept.items():
            print(f"  {group}: {len(answered)} 问，作答 {np.mean(answered):.1%}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, required=True, help="法律文本目录（每部一个 .md）")
    parser.add_argument("--stard", type=Path, required=True, help="STARD 目录")
    parser.add_argument("--check", action="store_true", help="只做五折检验")
    args = parser.parse_args()
    with TemporaryDirectory() as folder:
        rows = cases(args.data, args.stard, Path(folder))
    print(f"{len(rows)} 例", file=sys.stderr)
    if args.check:
        check(rows)
        return
    text = json.dumps(fit(rows).model_dump(), ensure_ascii=False, separators=(",", ":"))
    (KNOWLEDGE / "retrieval" / "judge.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
