"""向量库：按文字的摘要存取向量，改了的段落才重新编码。失败一律变成 Unavailable。"""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from typing import NamedTuple

import chromadb
import httpx
import numpy as np
from chromadb.errors import ChromaError
from numpy.typing import NDArray
from tqdm import tqdm

from assistant.adapters.knowledge.vector_shelves import Shelf
from assistant.domain.errors import Unavailable
from assistant.model_ports import Embedder

Rows = NDArray[np.float32]
_BATCH = 1000
_REST = 30.0
_AWAY = ("向量库连不上，本次只按词面检索", "请管理员查看向量服务或 JIGAO_CHROMA_URL。")


class Near(NamedTuple):
    """近的一段：文字的摘要和余弦。"""

    key: str
    cosine: float


def key_of(text: str) -> str:
    """文字的摘要，作向量的编号。"""
    return sha256(text.encode()).hexdigest()[:32]


class Vectors:
    """向量库。连不上以后歇半分钟再试，不让每一问都等。encoding 是正在编码时编到哪里。"""

    def __init__(self, shelf: Shelf, embedder: Embedder) -> None:
        self.shelf, self.embedder = shelf, embedder
        self.encoding = ""
        self._until = 0.0

    def has(self, digest: str) -> bool:
        """这一版建好没有。"""
        with self._failing():
            return self.shelf.open(digest) is not None

    def build(self, digest: str, texts: Sequence[str]) -> int:
        """写一个新集合；返回新编码的段数。"""
        wanted = {key_of(text): text for text in texts}
        with self._failing():
            old = self._kept(wanted)
            made = self.shelf.begin(digest, self.embedder.name)
            for keys in _batches(list(old)):
                made.add(ids=keys, embeddings=np.stack([old[key] for key in keys]))
            fresh = [key for key in wanted if key not in old]
            try:
                self._encode(made, {key: wanted[key] for key in fresh})
            finally:
                self.encoding = ""
            self.shelf.finish(digest)
        return len(fresh)

    def _encode(self, made: chromadb.Collection, texts: Mapping[str, str]) -> None:
        with tqdm(total=len(texts), desc="编码条款", disable=None, leave=False) as bar:
            for keys in _batches(list(texts)):
                self.encoding = f"{bar.n:,}/{len(texts):,} 段"
                vectors = self.embedder.embed([texts[key] for key in keys])
                made.add(ids=keys, embeddings=np.array(vectors, np.float32))
                bar.update(len(keys))

    def near(self, digest: str, vector: Sequence[float], n: int) -> list[Near]:
        """最近的 n 段；没有建好则为空。"""
        with self._failing():
            found = self.shelf.open(digest)
            if found is None or n == 0:
                return []
            asked = np.array([vector], np.float32)
            reply = found.query(query_embeddings=asked, n_results=n, include=["distances"])
        distances = (reply["distances"] or [[]])[0]
        return [Near(k, 1 - d) for k, d in zip(reply["ids"][0], distances, strict=True)]

    def _kept(self, wanted: Mapping[str, str]) -> dict[str, Rows]:
        """旧集合里同一编码器编过的。"""
        old = self.shelf.latest()
        if old is None or (old.metadata or {}).get("encoder") != self.embedder.name:
            return {}
        kept: dict[str, Rows] = {}
        for keys in _batches(list(wanted)):
            found = old.get(ids=keys, include=["embeddings"])
            rows = np.array(found["embeddings"], np.float32)
            kept.update(zip(found["ids"], rows, strict=True))
        return kept

    @contextmanager
    def _failing(self) -> Iterator[None]:
        if time.monotonic() < self._until:
            raise Unavailable(*_AWAY)
        try:
            yield
        except (ChromaError, httpx.HTTPError, OSError, ValueError) as error:
            self.shelf.forget()
            self._until = time.monotonic() + _REST
            raise Unavailable(*_AWAY) from error


def _batches(keys: list[str]) -> Iterator[list[str]]:
    for at in range(0, len(keys), _BATCH):
        yield keys[at : at + _BATCH]
