"""拟合“有无依据”的权重，写成 knowledge/retrieval/judge.json。

    python -m benchmarks.fit_refusal --data 法律文本目录 --stard STARD目录 [--check]

正反例见 benchmarks/refusal_cases.py。--check 只做五折检验，不写文件。
"""

import argparse
import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import numpy as np

from assistant.adapters.knowledge.encoder import EmbeddedEncoder
from assistant.reading.retrieval.judging import (
    Judge,
    Linear,
    grams,
    held,
    vector_signs,
    word_signs,
)
from benchmarks.law_shelf import KNOWLEDGE
from benchmarks.linear import Floats, logistic, sparse_logistic
from benchmarks.refusal_cases import Case, Said, cases

_WEIGHT = {"question": 2.0, "more": 1.5, "asked": 0.6, "named": 0.6, "trap": 2.0, "outside": 1.0}
_WEIGHT |= {"stard": 0.5, "lead": 1.0}
_RIDGE, _VECTOR_RIDGE, _FOLDS = 1.0, 2.0, 4
_KNOWN = 0.3
_LOST = 0.03


class Model(NamedTuple):
    """拟合的各部分。"""

    vector: Floats
    grams: dict[str, float]
    gram_bias: float


def fit_parts(rows: list[Case], known: list[Said]) -> Model:
    """意思和问法两部分；只看问题本身，库里的问法也都算正例，只有待核的答得了的不算。"""
    rows = [case for case in rows if case.group != "lead"]
    y, weight = _labels(rows)
    y = np.r_[y, np.ones(len(known))]
    weight = np.r_[weight, np.full(len(known), _KNOWN)]
    x = np.array([case.looked.vector for case in rows] + [said.vector for said in known])
    vector = logistic(x, y, weight, _VECTOR_RIDGE, 12)
    asked = [case.looked.question for case in rows] + [said.text for said in known]
    words, bias = sparse_logistic([grams(text) for text in asked], y, weight)
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


def crossed_signs(rows: list[Case], known: list[Said]) -> list[dict[str, float]]:
    """各题的迹象，意思和问法由没见过它的那几折给出。同一问的几处在同一折。"""
    fold = np.array([hash_fold(case.looked.question, _FOLDS) for case in rows])
    found: list[dict[str, float]] = [{}] * len(rows)
    for one in range(_FOLDS):
        model = fit_parts(
            [case for case, f in zip(rows, fold, strict=True) if f != one],
            [said for said in known if hash_fold(said.text, _FOLDS) != one],
        )
        here = [i for i in range(len(rows)) if fold[i] == one]
        for i, sign in zip(here, signs([rows[i] for i in here], model), strict=True):
            found[i] = sign
    return found


def hash_fold(text: str, folds: int, salt: int = 0) -> int:
    """按文字分折，与运行次数无关。"""
    return (sum(ord(c) * (i + 1 + salt) for i, c in enumerate(text))) % folds


def fit(rows: list[Case], known: list[Said]) -> Judge:
    crossed = crossed_signs(rows, known)
    names = sorted(crossed[0])
    plain = [n for n in names if n in word_signs(rows[0].looked) or n == "manner"]
    return _judge(
        fit_parts(rows, known), _linear(rows, crossed, names), _linear(rows, crossed, plain)
    )


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


def check(rows: list[Case], known: list[Said]) -> None:
    """五折：每折用其余的拟合，看这一折。各折的门槛按留下的开发题另定，只看能分开多少。"""
    full, plain = crossed_scores(rows, known)
    groups = np.array([case.group for case in rows])
    for name, scores in (("向量和词面", full), ("只有词面", plain)):
        print(f"{name}（该答而拒 → 各组作答）")
        for lost in (0.01, 0.02, 0.03, 0.05, 0.08):
            bar = np.quantile(scores[groups == "question"], lost)
            shares = {g: (scores[groups == g] > bar).mean() for g in _WEIGHT if g != "question"}
            print(f"  {lost:.0%} → " + "，".join(f"{g} {v:.1%}" for g, v in shares.items()))


def crossed_scores(rows: list[Case], known: list[Said]) -> tuple[Floats, Floats]:
    full, plain = np.zeros(len(rows)), np.zeros(len(rows))
    for one in range(5):
        inside = [c for c in rows if hash_fold(c.looked.question, 5, 3) != one]
        judge = fit(inside, [s for s in known if hash_fold(s.text, 5, 3) != one])
        for i, case in enumerate(rows):
            if hash_fold(case.looked.question, 5, 3) == one:
                full[i] = judge.score(case.looked, judge.encoder) + judge.full.threshold
                plain[i] = judge.score(case.looked, "") + judge.plain.threshold
    return full, plain


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, required=True, help="法律文本目录（每部一个 .md）")
    parser.add_argument("--stard", type=Path, required=True, help="STARD 目录")
    parser.add_argument("--check", action="store_true", help="只做五折检验")
    args = parser.parse_args()
    with TemporaryDirectory() as folder:
        rows, known = cases(args.data, args.stard, Path(folder))
    print(f"{len(rows)} 例", file=sys.stderr)
    if args.check:
        check(rows, known)
        return
    text = json.dumps(fit(rows, known).model_dump(), ensure_ascii=False, separators=(",", ":"))
    (KNOWLEDGE / "retrieval" / "judge.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
