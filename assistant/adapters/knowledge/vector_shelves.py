"""向量放在哪里：内嵌时是索引文件夹里的 chroma 子文件夹，或是 `chroma run` 服务上的一个集合。

写的时候用别名，写完改名，一步换上；读者只读，换了就重开。
"""

from pathlib import Path
from typing import Protocol
from urllib.parse import urlparse

import chromadb
from chromadb.api import ClientAPI
from chromadb.api.client import Client
from chromadb.api.collection_configuration import CreateCollectionConfiguration
from chromadb.config import Settings

_NAME = "jigao"
_COSINE: CreateCollectionConfiguration = {"hnsw": {"space": "cosine"}}
_PORT = 8000


class Shelf(Protocol):
    """集合放在哪里。inside 为真表示在索引文件夹里，随它改名。"""

    @property
    def inside(self) -> bool:
        """在不在索引文件夹里。"""

    def open(self, digest: str) -> chromadb.Collection | None:
        """已建好的集合；没有为 None。"""

    def begin(self, digest: str, encoder: str) -> chromadb.Collection:
        """开始写一个新集合，记上编码器名。"""

    def finish(self, digest: str) -> None:
        """写完，换上。"""

    def latest(self) -> chromadb.Collection | None:
        """现有的随便哪一个集合，供取旧向量。"""

    def forget(self) -> None:
        """断开，下一次重连。"""


class FolderShelf:
    """内嵌：每个索引文件夹里一个 chroma 子文件夹。改名由索引文件夹一并做。"""

    inside = True

    def __init__(self, root: Path) -> None:
        self._root = root
        self._clients: dict[Path, ClientAPI] = {}
        self._marks: dict[Path, int] = {}
        self._open: dict[Path, chromadb.Collection] = {}

    def open(self, digest: str) -> chromadb.Collection | None:
        """换了文件夹，或删了又建了同名的，就关掉旧的。"""
        folder = self._root / digest / "chroma"
        for other in [path for path in self._clients if path != folder or self._stale(path)]:
            self._close(other)
        if not folder.is_dir():
            return None
        if folder not in self._open:
            client = self._client(folder)
            self._open[folder] = client.get_collection(_NAME, embedding_function=None)
        return self._open[folder]

    def begin(self, digest: str, encoder: str) -> chromadb.Collection:
        """在未完成的索引文件夹里。"""
        for gone in [path for path in self._clients if self._stale(path)]:
            self._close(gone)
        return _create(self._client(part(self._root, digest) / "chroma"), _NAME, encoder)

    def finish(self, digest: str) -> None:
        """关上，好改名。"""
        self._close(part(self._root, digest) / "chroma")

    def latest(self) -> chromadb.Collection | None:
        """最近的索引文件夹。"""
        made = sorted(self._root.glob("*/chroma"), key=lambda path: path.stat().st_mtime)
        whole = [path for path in made if not path.parent.name.endswith(_PART)]
        return self.open(whole[-1].parent.name) if whole else None

    def forget(self) -> None:
        """全部关上。"""
        for folder in list(self._clients):
            self._close(folder)

    def _client(self, folder: Path) -> ClientAPI:
        if folder not in self._clients:
            self._clients[folder] = chromadb.PersistentClient(folder, settings=_quiet())
            self._marks[folder] = folder.stat().st_ino
        return self._clients[folder]

    def _stale(self, folder: Path) -> bool:
        """已不是打开时的那个文件夹。"""
        return not folder.is_dir() or folder.stat().st_ino != self._marks[folder]

    def _close(self, folder: Path) -> None:
        self._open.pop(folder, None)
        client = self._clients.pop(folder)
        if isinstance(client, Client):
            client.close()


class ServerShelf:
    """`chroma run` 服务：集合名带摘要，写完改名。"""

    inside = False

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
        name = f"{_NAME}-{digest}{_PART}"
        if name in self._ours():
            self._client.delete_collection(name)
        return _create(self._client, name, encoder)

    def finish(self, digest: str) -> None:
        """改名换上，再删旧的；别的机器已经建好同一个的，用它的。"""
        done = f"{_NAME}-{digest}"
        if done not in self._ours():
            made = self._client.get_collection(f"{done}{_PART}", embedding_function=None)
            made.modify(name=done)
        for old in self._ours():
            if old != done:
                self._client.delete_collection(old)

    def latest(self) -> chromadb.Collection | None:
        """服务上现有的。"""
        made = [name for name in self._ours() if not name.endswith(_PART)]
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
                self._url.hostname or "",
                self._url.port or _PORT,
                ssl=self._url.scheme == "https",
                settings=_quiet(),
            )
        return self._connected


_PART = ".part"


def part(root: Path, digest: str) -> Path:
    """没写完的索引文件夹。"""
    return root / f"{digest}{_PART}"


def _quiet() -> Settings:
    """不外发；chromadb 会改写给它的设置，所以每次新造。"""
    return Settings(anonymized_telemetry=False)


def _create(client: ClientAPI, name: str, encoder: str) -> chromadb.Collection:
    return client.create_collection(
        name, configuration=_COSINE, embedding_function=None, metadata={"encoder": encoder}
    )
