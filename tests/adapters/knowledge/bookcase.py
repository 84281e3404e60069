"""一个小书架：两部虚构的办法，卡片、正式文本和往年报告各写几条。"""

from pathlib import Path

from assistant.adapters.knowledge.corpus import Library
from assistant.adapters.knowledge.evidence import Evidence
from assistant.adapters.knowledge.folders import INDEX, shelves
from assistant.adapters.knowledge.index_folder import IndexFolder
from assistant.adapters.knowledge.library_files import LibraryFiles
from assistant.adapters.knowledge.vector_shelves import FolderShelf, Shelf
from assistant.adapters.knowledge.vectors import Vectors
from assistant.adapters.knowledge.ways import read_ways
from assistant.model_ports import Embedder
from tests.fakes import LetterEmbedder
from tests.needs import ROOT

WAYS = read_ways(ROOT / "knowledge")._replace(asked=(), outside={})

CARD = """---
id: {id}
title: 云岭县{name}
level: 规范性文件
effective_from: {since}
effective_to: {until}
locality: "{locality}"
verified: {verified}
---
# 第一章 总则

## {caption}

{text}

topics: {topics}
phrases: {phrases}
"""

OFFICIAL = """---
id: {id}
title: 云岭县{name}
level: 规范性文件
effective_from: {since}
verbatim: true
---
# 第一章 总则

## 第一条

{text}
"""


class Bookcase:
    """书架和依据库。"""

    def __init__(
        self, folder: Path, embedder: Embedder | None = None, shelf: Shelf | None = None
    ) -> None:
        self.embedder = embedder or LetterEmbedder()
        self.shelves = shelves(folder / "knowledge", folder / "data")
        for place in self.shelves:
            place.mkdir(parents=True, exist_ok=True)
        self.index = folder / "data" / INDEX
        self._shelf = shelf

    def card(self, source_id: str, name: str, text: str, **about: str) -> None:
        """写一张卡片。"""
        values = {
            "since": "2020-01-01",
            "until": "",
            "locality": "",
            "verified": "true",
            "caption": "第一条 要点",
            "topics": "云岭",
            "phrases": text,
        } | about
        content = CARD.format(id=source_id, name=name, text=text, **values)
        (self.shelves.cards / f"{source_id}.md").write_text(content, "utf-8")

    def official(self, source_id: str, name: str, text: str, since: str = "2020-01-01") -> None:
        """入库一份正式文本。"""
        content = OFFICIAL.format(id=source_id, name=name, text=text, since=since)
        (self.shelves.regulations / f"{source_id}.md").write_text(content, "utf-8")

    def evidence(self) -> Evidence:
        """另开一个依据库，如同另一个进程。"""
        vectors = Vectors(self._shelf or FolderShelf(self.index), self.embedder)
        return Evidence(
            Library(LibraryFiles(self.shelves)),
            IndexFolder(self.index, vectors),
            vectors,
            WAYS,
        )
