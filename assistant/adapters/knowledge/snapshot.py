"""一刻的检索资料：藏书、要建索引的文字、词面索引，和由文字找回条款的对照。"""

from collections import defaultdict
from datetime import date

import numpy as np
from numpy.typing import NDArray

from assistant.adapters.knowledge.corpus import Corpus
from assistant.adapters.knowledge.index_folder import Texts
from assistant.adapters.knowledge.vectors import key_of
from assistant.adapters.knowledge.words import Scores, WordIndex
from assistant.reading.retrieval.provisions import Provision

TEXT, PHRASE = "text", "phrase"


class Snapshot:
    """词面索引由外面给，读盘的或当场建的。"""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.provisions = corpus.provisions
        asked = [(row, said) for row, p in enumerate(self.provisions) for said in p.asked_as]
        self._owners = np.array([row for row, _ in asked], np.int64)
        bodies = [body(p) for p in self.provisions]
        self.texts = Texts(
            whole=[text + _extras(p) for text, p in zip(bodies, self.provisions, strict=True)],
            asked=[said for _, said in asked],
            dense=list(dict.fromkeys([*bodies, *(said for _, said in asked)])),
        )
        self.rows: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for row, text in enumerate(bodies):
            self.rows[key_of(text)].append((row, TEXT))
        for row, said in asked:
            self.rows[key_of(said)].append((row, PHRASE))

    def allowed(self, on: date, locality: str) -> NDArray[np.bool_]:
        """当日有效、本地适用的条款。"""
        return np.array([p.in_force(on) and applies(p, locality) for p in self.provisions])

    def lexical(self, question: str, indexes: dict[str, WordIndex]) -> dict[str, Scores]:
        """各路词面得分，每条款一个；问法取最像的一种。"""
        best = np.zeros(len(self.provisions), np.float32)
        if self._owners.size:
            np.maximum.at(best, self._owners, indexes["asked"].scores(question))
        return {
            "all": indexes["all"].scores(question),
            "words": indexes["words"].scores(question),
            "asked": best,
        }


def body(provision: Provision) -> str:
    """条款的检索文字：名称、章节、条文。"""
    shown = provision.shown
    return f"{shown.source.name} {shown.heading}\n{shown.text}"


def _extras(provision: Provision) -> str:
    card = provision.card or provision.shown
    own = card.text if provision.card else ""
    return "\n" + "\n".join((card.heading, own, *card.topics, *card.phrases))


def applies(provision: Provision, locality: str) -> bool:
    """全国的处处适用；地方的只用于本地区和所辖。"""
    where = provision.source.locality
    return not where or locality == where or locality.startswith(f"{where}-")
