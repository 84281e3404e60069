"""索引文件夹：由藏书派生，名称是内容的摘要。写在别名下，写完改名，一步换上；删了就重建。"""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from filelock import FileLock, Timeout

from assistant.adapters.knowledge.vector_shelves import part
from assistant.adapters.knowledge.vectors import Vectors
from assistant.adapters.knowledge.words import Cut, WordIndex, build, characters, load, words
from assistant.domain.errors import Conflict

_CUTS: dict[str, Cut] = {"all": characters, "words": words, "asked": characters}
_WAIT = 600


class Texts(NamedTuple):
    """要建索引的文字：whole 各条款的全部文字，asked 各条问法，dense 要编码的。"""

    whole: Sequence[str]
    asked: Sequence[str]
    dense: Sequence[str]

    def of(self, name: str) -> Sequence[str]:
        """某一套词面索引的文字。"""
        return self.asked if name == "asked" else self.whole


class IndexFolder:
    """数据目录里的索引。写者一把锁，读者不写。"""

    def __init__(self, root: Path, vectors: Vectors) -> None:
        self._root, self._vectors = root, vectors

    def ready(self, digest: str) -> bool:
        """这一版建好没有。"""
        return (self._root / digest).is_dir()

    def words(self, digest: str, texts: Texts) -> dict[str, WordIndex]:
        """词面索引：建好的读盘，没有就当场建在内存里。"""
        folder = self._root / digest
        if self.ready(digest):
            return {name: load(cut, folder / name) for name, cut in _CUTS.items()}
        return {name: build(cut, texts.of(name) or [""]) for name, cut in _CUTS.items()}

    def write(self, digest: str, texts: Texts) -> int | None:
        """建这一版，返回新编码的段数；已经有了为 None。"""
        self._root.mkdir(parents=True, exist_ok=True)
        try:
            with FileLock(self._root / ".lock", timeout=_WAIT):
                return self._write(digest, texts)
        except Timeout as error:
            raise Conflict("另一个命令正在重建索引", "等它做完再试。") from error

    def _write(self, digest: str, texts: Texts) -> int | None:
        inside = self._vectors.shelf.inside
        fresh = None
        if not self.ready(digest):
            unfinished = part(self._root, digest)
            shutil.rmtree(unfinished, ignore_errors=True)
            for name, cut in _CUTS.items():
                build(cut, texts.of(name) or [""]).save(unfinished / name)
            fresh = self._vectors.build(digest, texts.dense) if inside else 0
            unfinished.rename(self._root / digest)
            self._clean(digest)
        if not inside and not self._vectors.has(digest):
            fresh = self._vectors.build(digest, texts.dense)
        return fresh

    def _clean(self, digest: str) -> None:
        """删去别的版本；还有人开着删不掉的，下次再删。"""
        for old in self._root.iterdir():
            if old.is_dir() and old.name != digest:
                shutil.rmtree(old, ignore_errors=True)
