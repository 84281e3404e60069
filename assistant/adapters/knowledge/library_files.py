"""资料库的文件：要点卡片在知识目录，只读；导入的正式文本和往年报告在数据目录的 library/。

直接改那里的文件，下一次查询即按改后的内容；改坏的文件不影响别的，verify 指出坏在哪里。
"""

import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from assistant.adapters.knowledge.folders import Shelves
from assistant.adapters.knowledge.source_files import read_file
from assistant.adapters.knowledge.source_writing import written
from assistant.adapters.whole_files import writing
from assistant.domain.errors import BadData, NotFound, Unavailable
from assistant.domain.evidence import Passage, Source
from assistant.domain.shelf import Shelf

_MANY, _REST = 500, 50.0


class _Read(NamedTuple):
    """一个文件读出的；stamp 变了就要重读。fault 非空是读不了。"""

    stamp: tuple[int, int]
    passages: tuple[Passage, ...]
    fault: BadData | None = None


class LibraryFiles:
    """实现 ports.Library。"""

    def __init__(self, shelves: Shelves) -> None:
        self._shelves = shelves
        self._read: dict[str, _Read] = {}
        self._shelf = Shelf()
        self._lock = Lock()
        self._next = 0.0

    def shelf(self) -> Shelf:
        """全部文件和段落；文件没有变就不重读。"""
        with self._lock:
            if self._refresh():
                found = (read for read in self._read.values() if not read.fault)
                self._shelf = Shelf(passage for read in found for passage in read.passages)
            return self._shelf

    def keep(self, source: Source, passages: Sequence[Passage]) -> None:
        """写一份文件；先写旁边再改名，中途断电不留半截。"""
        path = self._path(source)
        try:
            with writing(path) as out:
                out.write(written(source, passages).encode())
        except OSError as error:
            raise Unavailable(
                f"资料存不进 {path.parent}：{error.strerror}", "请检查磁盘空间和文件夹权限。"
            ) from error
        self._next = 0.0

    def remove(self, source: Source) -> None:
        """移去一份导入的文件；原件仍在上传材料里。"""
        path = self._path(source)
        if not path.exists():
            raise NotFound(f"{source.title} 不是导入的文件", "要点卡片随程序提供，不能移去。")
        path.unlink()
        self._next = 0.0

    def faults(self) -> tuple[BadData, ...]:
        """读不了的文件，各说坏在哪里。"""
        self.shelf()
        return tuple(read.fault for read in self._read.values() if read.fault)

    def _path(self, source: Source) -> Path:
        regulation = source.kind == "regulation"
        folder = self._shelves.regulations if regulation else self._shelves.reports
        return folder / f"{source.id}.md"

    def _refresh(self) -> bool:
        """重读变了的文件；有变化返回真。几百个文件以上看一遍要花些时候，看完歇一歇再看。"""
        began = time.monotonic()
        if began < self._next:
            return False
        stamps = dict(self._stamps())
        now = time.monotonic()
        self._next = now + (now - began) * _REST if len(stamps) > _MANY else 0.0
        if {path: read.stamp for path, read in self._read.items()} == stamps:
            return False
        fresh = {
            path: held
            if (held := self._read.get(path)) and held.stamp == stamp
            else self._one(path, stamp)
            for path, stamp in stamps.items()
        }
        self._read = fresh
        return True

    def _stamps(self) -> Iterator[tuple[str, tuple[int, int]]]:
        """各文件的修改时间和大小；每次提问都看一遍，所以不经 pathlib。"""
        for folder in self._shelves:
            if not folder.is_dir():
                continue
            with os.scandir(folder) as found:
                entries = sorted((entry.name, entry) for entry in found)
            for name, entry in entries:
                if name.endswith(".md") and name != "README.md":
                    about = entry.stat()
                    yield entry.path, (about.st_mtime_ns, about.st_size)

    def _one(self, name: str, stamp: tuple[int, int]) -> _Read:
        path = Path(name)
        try:
            return _Read(stamp, read_file(path))
        except BadData as error:
            if path.parent == self._shelves.cards:
                raise
            return _Read(stamp, (), error)
