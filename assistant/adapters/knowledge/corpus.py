"""藏书：书架上全部文件读成的条款和往年报告段落。文件没变就不重读。"""

from collections.abc import Sequence
from typing import NamedTuple

from assistant.adapters.knowledge.library_files import LibraryFiles
from assistant.domain.evidence import Passage
from assistant.domain.shelf import Shelf
from assistant.reading.retrieval.provisions import Asked, Provision, pair


class Corpus(NamedTuple):
    """一刻的藏书。faults 是读不了的文件，各一句话。"""

    provisions: tuple[Provision, ...]
    samples: tuple[Passage, ...]
    faults: tuple[str, ...]


class Library:
    """书架上此刻的藏书；各版本的有效期已经衔接。"""

    def __init__(self, files: LibraryFiles, more: Sequence[Asked] = ()) -> None:
        self._files, self._more = files, more
        self._shelf: Shelf | None = None
        self._corpus = Corpus((), (), ())

    def corpus(self) -> Corpus:
        """现在的藏书。入库的文件写坏了只失那一个；随系统发布的写坏了抛 BadData。"""
        shelf = self._files.shelf()
        if self._shelf is not shelf:
            self._corpus = Corpus(
                pair((p for p in shelf.passages if p.source.kind == "regulation"), self._more),
                tuple(p for p in shelf.passages if p.source.kind == "report"),
                tuple(fault.where for fault in self._files.faults()),
            )
            self._shelf = shelf
        return self._corpus
