"""依据库：词面与向量各取候选，在代码里筛有效期和地区，按权重排名。"""

from pathlib import Path
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from assistant.adapters.data_files import load_yaml
from assistant.adapters.knowledge.corpus import Library
from assistant.adapters.knowledge.index_folder import IndexFolder
from assistant.adapters.knowledge.snapshot import Snapshot
from assistant.adapters.knowledge.vectors import Near, Vectors
from assistant.adapters.knowledge.words import Scores, WordIndex
from assistant.domain.errors import Unavailable
from assistant.domain.evidence import Hit, IndexState, Passage, Query, Retrieval, Source
from assistant.reading.retrieval.provisions import Provision
from assistant.reading.retrieval.ranking import Candidate, order
from assistant.reading.retrieval.samples import closest

_POOL = 300
_NOT_BUILT = "向量索引还没有建好，本次只按词面检索。"


class Evidence:
    """依据库的端口实现。藏书变了，下一次提问就按新的。"""

    def __init__(
        self, library: Library, folder: IndexFolder, vectors: Vectors, knowledge: Path
    ) -> None:
        self._library, self._folder, self._vectors = library, folder, vectors
        self._weights = load_yaml(knowledge / "retrieval" / "ranking.yaml")
        self._lock = Lock()
        self._at: tuple[Snapshot, dict[str, WordIndex]] | None = None

    def search(self, query: Query) -> Retrieval:
        """按相关程度由高到低。"""
        snapshot, indexes = self._now()
        question = query.question.strip()
        if not question or not snapshot.provisions:
            return Retrieval()
        allowed = snapshot.allowed(query.on, query.locality)
        near, notice = self._near(snapshot, question, allowed, query.top)
        legs = snapshot.lexical(question, indexes)
        ranked = order(_candidates(legs, near, allowed), self._weights)[: query.top]
        hits = tuple(_hit(snapshot.provisions[c.row], score) for c, score in ranked)
        grounded = any(hit.passage.source.verified for hit in hits)
        return Retrieval(hits=hits, grounded=grounded, notice=notice)

    def samples(self, title: str, top: int) -> tuple[Passage, ...]:
        """标题相近的节，最像的在前。"""
        return closest(title, self._now()[0].corpus.samples, top)

    def passage(self, passage_id: str) -> Passage | None:
        """按编号取段落；卡片配给了正式文本的，两个编号都取得到。"""
        corpus = self._now()[0].corpus
        cards = [p.card for p in corpus.provisions if p.card]
        every = [*(p.shown for p in corpus.provisions), *cards, *corpus.samples]
        return next((p for p in every if p.id == passage_id), None)

    def sources(self) -> tuple[Source, ...]:
        """各文件。"""
        return tuple({p.source.id: p.source for p in self._now()[0].provisions}.values())

    def rebuild(self) -> IndexState:
        """重建索引。"""
        corpus = self._library.corpus()
        snapshot = Snapshot(corpus)
        fresh = self._folder.write(corpus.digest, snapshot.texts)
        self._at = None
        return IndexState(
            provisions=len(corpus.provisions),
            samples=len(corpus.samples),
            fresh=fresh or 0,
            faults=corpus.faults,
        )

    def _now(self) -> tuple[Snapshot, dict[str, WordIndex]]:
        corpus = self._library.corpus()
        with self._lock:
            if self._at is None or self._at[0].corpus is not corpus:
                snapshot = Snapshot(corpus)
                self._at = snapshot, self._folder.words(corpus.digest, snapshot.texts)
            return self._at

    def _near(
        self, snapshot: Snapshot, question: str, allowed: NDArray[np.bool_], top: int
    ) -> tuple[dict[int, dict[str, float]], str]:
        """各条款的余弦；向量用不上时为空，另给一句话。"""
        if not self._folder.ready(snapshot.corpus.digest):
            return {}, _NOT_BUILT
        try:
            vector = self._vectors.embedder.embed([question])[0]
            return self._fetch(snapshot, vector, allowed, top), ""
        except Unavailable as error:
            return {}, f"{error.where}：{error.todo}"

    def _fetch(
        self, snapshot: Snapshot, vector: list[float], allowed: NDArray[np.bool_], top: int
    ) -> dict[int, dict[str, float]]:
        """多取，再在代码里筛；剩下的太少就加倍再取，直到取完。"""
        digest = snapshot.corpus.digest
        total = self._vectors.count(digest)
        n = min(_POOL, total)
        while True:
            kept = _by_row(snapshot, self._vectors.near(digest, vector, n), allowed)
            if len(kept) >= min(top * 4, int(allowed.sum())) or n >= total:
                return kept
            n = min(n * 4, total)


def _by_row(
    snapshot: Snapshot, near: list[Near], allowed: NDArray[np.bool_]
) -> dict[int, dict[str, float]]:
    kept: dict[int, dict[str, float]] = {}
    for key, cosine in near:
        for row, kind in snapshot.rows.get(key, ()):
            if allowed[row]:
                kept.setdefault(row, {}).setdefault(kind, cosine)
    return kept


def _candidates(
    legs: dict[str, Scores], near: dict[int, dict[str, float]], allowed: NDArray[np.bool_]
) -> list[Candidate]:
    """各路头部的并集。"""
    standard = {
        name: np.where(allowed, _standard(scores), -np.inf) for name, scores in legs.items()
    }
    rows = set(near)
    for scores in standard.values():
        best = np.argpartition(-scores, min(_POOL, scores.size - 1))[:_POOL]
        rows.update(int(row) for row in best if allowed[row] and scores[row] > 0)
    return [
        Candidate(
            row,
            {name: float(scores[row]) for name, scores in standard.items()} | near.get(row, {}),
        )
        for row in sorted(rows)
    ]


def _standard(scores: Scores) -> Scores:
    """标准分。"""
    spread = float(scores.std())
    return (scores - scores.mean()) / spread if spread else scores


def _hit(provision: Provision, score: float) -> Hit:
    return Hit(
        passage=provision.shown,
        card=provision.card,
        score=score,
        effective_from=provision.effective_from,
        effective_to=provision.effective_to,
    )
