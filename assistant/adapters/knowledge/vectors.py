"""向量库：chromadb 存段落的向量。内嵌时一个文件夹，或 `chroma run` 服务上的一个集合。

建库先写在别名下，写完改名，一步换上；读者只读，换了就重开。向量按文字的摘要取，改了的段落才重新编码。
"""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, Protocol
from urllib.parse import urlparse

import chromadb
import httpx
import numpy as np
from chromadb.api import ClientAPI
from chromadb.api.client import Client
from chromadb.api.collection_configuration import CreateCollectionConfiguration
from chromadb.config import Settings
from chromadb.errors import ChromaError
from numpy.typing import NDArray

from assistant.domain.errors import Unavailable
from assistant.ports import Embedder

Rows = NDArray[np.float32]
_NAME = "jigao"
_BATCH = 2000
_COSINE: CreateCollectionConfiguration = {"hnsw": {"space": "cosine"}}
_QUIET = Settings(anonymized_telemetry=False)


class Near(NamedTuple):
    """近的一段：文字的摘要和余弦。"""

    key: str
    cosine: float


def key_of(text: str) -> str:
    """文字的摘要，作向量的编号。"""
    return sha256(text.encode()).hexdigest()[:32]


class Shelf(Protocol):
    """集合放在哪里。"""

    def open(self, digest: str) -> chromadb.Collection | None:
        """已建好的集合；没有为 None；够不着抛 Unavailable。"""

    def begin(self, digest: str, encoder: str) -> chromadb.Collection:
        """开始写一个新集合，记上编码器名。"""

    def finish(self, digest: str) -> None:
        """写完，换上。"""

    def latest(self) -> chromadb.Collection | None:
        """现有的随便哪一个集合，供取旧向量。"""


class FolderShelf:
    """内嵌：每个索引文件夹里一个 chroma 子文件夹。改名由索引文件夹一并做。"""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._open: dict[Path, ClientAPI] = {}

    def open(self, digest: str) -> chromadb.Collection | None:
        """换了文件夹就关掉旧的。"""
        folder = self._root / digest / "chroma"
        for other in [path for path in self._open if path != folder or not path.is_dir()]:
            _close(self._open.pop(other))
        if not folder.is_dir():
            return None
        return self._client(folder).get_collection(_NAME, embedding_function=None)

    def begin(self, digest: str, encoder: str) -> chromadb.Collection:
        """在未完成的索引文件夹里。"""
        return _create(self._client(part(self._root, digest) / "chroma"), _NAME, encoder)

    def finish(self, digest: str) -> None:
        """关上，好改名。"""
        _close(self._open.pop(part(self._root, digest) / "chroma"))

    def latest(self) -> chromadb.Collection | None:
        """最近的索引文件夹。"""
        made = sorted(self._root.glob("*/chroma"), key=lambda path: path.stat().st_mtime)
        return self.open(made[-1].parent.name) if made else None

    def _client(self, folder: Path) -> ClientAPI:
        if folder not in self._open:
            self._open[folder] = chromadb.PersistentClient(folder, settings=_QUIET)
        return self._open[folder]


class ServerShelf:
    """`chroma run` 服务：集合名带摘要，写完改名。"""

    def __init__(self, url: str) -> None:
        self._url = urlparse(url)
        self._connected: ClientAPI | None = None
        self._open: dict[str, chromadb.Collection] = {}

    def open(self, digest: str) -> chromadb.Collection | None:
        """没有这个集合为 None。"""
        name = f"{_NAME}-{digest}"
        if name not in self._open and name in self._ours():
            self._open = {name: self._client.get_collection(name, embedding_function=None)}
        return self._open.get(name)

    def begin(self, digest: str, encoder: str) -> chromadb.Collection:
        """上次没写完的先删去。"""
        name = f"{_NAME}-{digest}.part"
        if name in self._ours():
            self._client.delete_collection(name)
        return _create(self._client, name, encoder)

    def finish(self, digest: str) -> None:
        """改名换上，再删旧的。"""
        done = f"{_NAME}-{digest}"
        self._client.get_collection(f"{done}.part", embedding_function=None).modify(name=done)
        for old in self._ours():
            if old != done:
                self._client.delete_collection(old)

    def latest(self) -> chromadb.Collection | None:
        """服务上现有的。"""
        made = [name for name in self._ours() if not name.endswith(".part")]
        return self.open(made[0].removeprefix(f"{_NAME}-")) if made else None

    def forget(self) -> None:
        """断了：下一次重连。"""
        self._connected, self._open = None, {}

    def _ours(self) -> list[str]:
        return [c.name for c in self._client.list_collections() if c.name.startswith(f"{_NAME}-")]

    @property
    def _client(self) -> ClientAPI:
        if self._connected is None:
            self._connected = chromadb.HttpClient(
                self._url.hostname or "", self._url.port or 8000, settings=_QUIET
            )
        return self._connected


def _close(client: ClientAPI) -> None:
    if isinstance(client, Client):
        client.close()


def _create(client: ClientAPI, name: str, encoder: str) -> chromadb.Collection:
    return client.create_collection(
        name, configuration=_COSINE, embedding_function=None, metadata={"encoder": encoder}
    )


def part(root: Path, digest: str) -> Path:
    """没写完的索引文件夹。"""
    return root / f"{digest}.part"


class Vectors:
    """向量库。failures 一律变成 Unavailable，检索照样按词面进行。"""

    def __init__(self, shelf: Shelf, embedder: Embedder) -> None:
        self._shelf, self.embedder = shelf, embedder

    def build(self, digest: str, texts: Sequence[str]) -> int:
        """写一个新集合；返回新编码的段数。"""
        wanted = {key_of(text): text for text in texts}
        with _Failures():
            old = self._kept(wanted)
            made = self._shelf.begin(digest, self.embedder.name)
            for keys in _batches(list(old)):
                made.add(ids=keys, embeddings=np.stack([old[key] for key in keys]))
            fresh = [key for key in wanted if key not in old]
            for keys in _batches(fresh):
                vectors = self.embedder.embed([wanted[key] for key in keys])
                made.add(ids=keys, embeddings=np.array(vectors, np.float32))
            self._shelf.finish(digest)
        return len(fresh)

    def count(self, digest: str) -> int:
        """集合里多少个向量；没有建好为 0。"""
        with _Failures():
            found = self._shelf.open(digest)
            return found.count() if found else 0

    def near(self, digest: str, vector: Sequence[float], n: int) -> list[Near]:
        """最近的 n 段；没有建好则为空。"""
        with _Failures():
            found = self._shelf.open(digest)
            if found is None or n == 0:
                return []
            asked = np.array([vector], np.float32)
            reply = found.query(query_embeddings=asked, n_results=n, include=["distances"])
        distances = (reply["distances"] or [[]])[0]
        return [Near(k, 1 - d) for k, d in zip(reply["ids"][0], distances, strict=True)]

    def _kept(self, wanted: Mapping[str, str]) -> dict[str, Rows]:
        """旧集合里同一编码器编过的。"""
        old = self._shelf.latest()
        if old is None or (old.metadata or {}).get("encoder") != self.embedder.name:
            return {}
        kept: dict[str, Rows] = {}
        for keys in _batches(list(wanted)):
            found = old.get(ids=keys, include=["embeddings"])
            rows = np.array(found["embeddings"], np.float32)
            kept.update(zip(found["ids"], rows, strict=True))
        return kept


def _batches(keys: list[str]) -> Iterator[list[str]]:
    for at in range(0, len(keys), _BATCH):
        yield keys[at : at + _BATCH]


class _Failures:
    """向量库的各种失败变成 Unavailable。"""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, ChromaError | httpx.HTTPError | OSError | ValueError):
            raise Unavailable("向量库连不上", "本次只按词面检索；请管理员看向量服务。") from error
