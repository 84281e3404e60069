"""各路检索：单双字、词、问法三路词面，加上向量。只取分，不排名。"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from assistant.adapters.knowledge.index_folder import IndexFolder
from assistant.adapters.knowledge.snapshot import NOWHERE, OUTSIDE, PHRASE, Mask, Snapshot
from assistant.adapters.knowledge.vectors import Near, Vectors
from assistant.adapters.knowledge.words import Scores, WordIndex
from assistant.domain.errors import Unavailable

POOL = 300
_ENOUGH = 20
_ADDED = 0.5
_NOT_BUILT = "向量索引还没有建好（首次约需一分多钟），本次只按词面检索，名次会差一些。"
_BUILDING = "正在后台编入新收的条款（已编 {}），编完之前只按词面检索，名次会差一些。"


class Meaning(NamedTuple):
    """向量所见。near 是各条款的余弦，floor 是取到的最低余弦；没有向量时都空，notice 说为什么。"""

    vector: Sequence[float] = ()
    near: dict[int, dict[str, float]] = {}  # noqa: RUF012 冻结的值，从不就地修改
    outside: tuple[tuple[str, float], ...] = ()
    floor: float = 0.0
    notice: str = ""


class Legs(NamedTuple):
    """各路的分。words 各路每条款一个标准分；asked 是各种问法的原分，库外的在后。"""

    words: dict[str, Scores]
    whole: Scores
    asked: Scores
    meaning: Meaning


def lexical(
    snapshot: Snapshot, indexes: dict[str, WordIndex], question: str, blind: frozenset[str]
) -> tuple[dict[str, Scores], Scores, Scores]:
    """词面各路的标准分、单双字的原分、各种问法的原分。blind 是不许看的问法。"""
    asked = indexes["asked"].scores(question)
    if blind:
        asked = asked * np.array([text not in blind for text in snapshot.texts.asked] or [True])
    best = np.zeros(len(snapshot.provisions), np.float32)
    np.maximum.at(best, snapshot.owners, asked[: snapshot.owners.size])
    whole = indexes["all"].scores(question)
    added = _ADDED * indexes["all"].scores(snapshot.legal.of(question))
    words = {"all": whole + added, "words": indexes["words"].scores(question), "asked": best}
    return {name: standard(scores) for name, scores in words.items()}, whole, asked


def meaning(
    snapshot: Snapshot,
    folder: IndexFolder,
    vectors: Vectors,
    question: str,
    allowed: Mask,
    blind: frozenset[str],
) -> Meaning:
    """多取，再在代码里筛；剩下的太少就加倍再取，直到取完。"""
    digest = snapshot.digest
    if not folder.ready(digest):
        building = vectors.encoding
        return Meaning(notice=_BUILDING.format(building) if building else _NOT_BUILT)
    try:
        vector = vectors.embedder.question(question)
        total = len(snapshot.texts.dense)
        n = min(POOL, total)
        while True:
            found = vectors.near(digest, vector, n)
            kept = _by_row(snapshot, found, allowed, blind)
            if len(kept) >= min(_ENOUGH, int(allowed.sum())) or n >= total:
                return Meaning(
                    vector,
                    kept,
                    _outside(snapshot, found, blind),
                    found[-1].cosine if found else 0.0,
                    "" if found else _NOT_BUILT,
                )
            n = min(n * 4, total)
    except Unavailable as error:
        return Meaning(notice=f"{error.where}。")


def standard(scores: Scores) -> Scores:
    """标准分。"""
    spread = float(scores.std())
    return (scores - scores.mean()) / spread if spread else scores


def _by_row(
    snapshot: Snapshot, near: list[Near], allowed: Mask, blind: frozenset[str]
) -> dict[int, dict[str, float]]:
    kept: dict[int, dict[str, float]] = {}
    for key, cosine in near:
        for row, kind in snapshot.rows.get(key, ()):
            seen = kind != PHRASE or snapshot.texts_by_key[key] not in blind
            if row != NOWHERE and allowed[row] and seen:
                kept.setdefault(row, {}).setdefault(kind, cosine)
    return kept


def _outside(
    snapshot: Snapshot, near: list[Near], blind: frozenset[str]
) -> tuple[tuple[str, float], ...]:
    found = [
        (snapshot.texts_by_key[key], cosine)
        for key, cosine in near
        if any(kind == OUTSIDE for _, kind in snapshot.rows.get(key, ()))
    ]
    return tuple((text, cosine) for text, cosine in found if text not in blind)[:3]
