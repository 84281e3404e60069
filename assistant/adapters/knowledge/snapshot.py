"""一刻的检索资料：藏书、要建索引的文字，和由文字找回条款的对照。"""

from collections import defaultdict
from datetime import date
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from assistant.adapters.knowledge.corpus import Corpus
from assistant.adapters.knowledge.index_folder import Texts
from assistant.adapters.knowledge.vectors import key_of
from assistant.adapters.knowledge.ways import Ways
from assistant.reading.retrieval.naming import Directory
from assistant.reading.retrieval.provisions import Provision

Mask = NDArray[np.bool_]
TEXT, PHRASE, OUTSIDE = "text", "phrase", "outside"
NOWHERE = -1


class Snapshot:
    """ways 给库外的问法和库中没有的常见法律；encoder 是编码器名。"""

    def __init__(self, corpus: Corpus, ways: Ways, encoder: str) -> None:
        self.corpus = corpus
        self.provisions = corpus.provisions
        asked = [(row, said) for row, p in enumerate(self.provisions) for said in p.asked_as]
        self.owners = np.array([row for row, _ in asked], np.int64)
        self.kinds = dict(ways.examples)
        self.legal = ways.legal
        self.cues = {kind: one.cue for kind, one in ways.outside.items()}
        bodies = [body(p) for p in self.provisions]
        said = [*(text for _, text in asked), *self.kinds]
        self.texts = Texts(
            whole=[text + _extras(p) for text, p in zip(bodies, self.provisions, strict=True)],
            asked=said,
            dense=list(dict.fromkeys([*bodies, *said])),
        )
        self.digest = _digest(encoder, *self.texts.whole, "", *self.texts.asked)
        self.rows: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for row, text in enumerate(bodies):
            self.rows[key_of(text)].append((row, TEXT))
        for row, text in asked:
            self.rows[key_of(text)].append((row, PHRASE))
        for text in self.kinds:
            self.rows[key_of(text)].append((NOWHERE, OUTSIDE))
        self.texts_by_key = {key_of(text): text for text in said}
        cards = (p.card.source for p in self.provisions if p.card)
        sources = {s.id: s for s in (*(p.source for p in self.provisions), *cards)}
        self.directory = Directory(sources.values(), ways.others)
        self.by_name: dict[str, list[int]] = defaultdict(list)
        for row, p in enumerate(self.provisions):
            self.by_name[p.source.name].append(row)
        first, last = date.min.toordinal(), date.max.toordinal()
        self.verified = [p.source.verified for p in self.provisions]
        self._since = np.array([_day(p.effective_from, first) for p in self.provisions], np.int64)
        self._until = np.array([_day(p.effective_to, last) for p in self.provisions], np.int64)
        self._places = [p.source.locality for p in self.provisions]
        self._place = np.array([bool(place) for place in self._places], np.bool_)

    def allowed(self, on: date, locality: str) -> Mask:
        """当日有效、本地适用的条款。"""
        day = on.toordinal()
        mask: Mask = (self._since <= day) & (day <= self._until)
        for row in np.flatnonzero(self._place & mask):
            mask[row] = applies(self._places[row], locality)
        return mask


def _digest(*texts: str) -> str:
    """索引的名称：文字或编码器变了才变。"""
    sums = sha256()
    for text in texts:
        sums.update(f"{text}\x00".encode())
    return sums.hexdigest()[:20]


def body(provision: Provision) -> str:
    """条款的检索文字：名称、章节、条文。"""
    shown = provision.shown
    return f"{shown.source.name} {shown.heading}\n{shown.text}"


def applies(place: str, locality: str) -> bool:
    """地方的只用于本地区和所辖。"""
    return locality == place or locality.startswith(f"{place}-")


def _extras(provision: Provision) -> str:
    card = provision.card or provision.shown
    own = provision.card.text if provision.card else ""
    return "\n" + "\n".join((card.heading, own, *card.topics, *provision.asked_as))


def _day(day: date | None, otherwise: int) -> int:
    return day.toordinal() if day else otherwise
