"""藏书：书架上全部文件读成的条款和往年报告段落。文件没变就不重读。"""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from assistant.adapters.knowledge.folders import Shelves
from assistant.adapters.knowledge.source_files import read_file
from assistant.domain.errors import BadData
from assistant.domain.evidence import Passage
from assistant.reading.retrieval.provisions import Provision, pair

Stamp = tuple[tuple[str, int, int], ...]


class Corpus(NamedTuple):
    """一刻的藏书。faults 是读不了的文件，各一句话。"""

    stamp: Stamp
    provisions: tuple[Provision, ...]
    samples: tuple[Passage, ...]
    faults: tuple[str, ...]

    @property
    def digest(self) -> str:
        """内容的摘要：条款的文字和有效期变了才变。"""
        sums = sha256()
        for item in (*self.provisions, *self.samples):
            sums.update(repr(item).encode())
        return sums.hexdigest()[:20]


class Library:
    """书架。每个文件按修改时间和大小记住读过的段落。"""

    def __init__(self, shelves: Shelves) -> None:
        self._shelves = shelves
        self._read: dict[tuple[str, int, int], tuple[Passage, ...] | str] = {}
        self._corpus: Corpus | None = None

    def corpus(self) -> Corpus:
        """现在的藏书。入库的文件写坏了只失那一个；随系统发布的写坏了抛 BadData。"""
        stamp = tuple(self._stamps())
        if self._corpus is None or self._corpus.stamp != stamp:
            self._corpus = self._load(stamp)
        return self._corpus

    def _stamps(self) -> Iterator[tuple[str, int, int]]:
        for folder in self._shelves:
            for path in sorted(folder.glob("*.md")):
                if path.name != "README.md":
                    about = path.stat()
                    yield str(path), about.st_mtime_ns, about.st_size

    def _load(self, stamp: Stamp) -> Corpus:
        self._read = {key: self._read.get(key) or self._file(key[0]) for key in stamp}
        whole = [found for found in self._read.values() if not isinstance(found, str)]
        passages = [passage for found in whole for passage in found]
        return Corpus(
            stamp,
            pair(p for p in passages if p.source.kind == "regulation"),
            tuple(p for p in passages if p.source.kind == "report"),
            tuple(found for found in self._read.values() if isinstance(found, str)),
        )

    def _file(self, name: str) -> tuple[Passage, ...] | str:
        path = Path(name)
        try:
            return read_file(path)
        except BadData as error:
            if path.parent == self._shelves.cards:
                raise
            return error.where
