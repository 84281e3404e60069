"""检索所见：把各路的分和稀罕程度整理成判断有无依据所要的迹象。"""

from collections.abc import Collection, Iterable, Iterator

import numpy as np

from assistant.adapters.knowledge.legs import Legs
from assistant.adapters.knowledge.ranking import Place
from assistant.adapters.knowledge.snapshot import PHRASE, Mask, Snapshot
from assistant.adapters.knowledge.words import Scores, WordIndex, characters, words
from assistant.reading.retrieval.judging import Looked, content
from assistant.reading.retrieval.likeness import likeness

_HEADS = 5
_LIKELY = 20


def look(
    snapshot: Snapshot,
    indexes: dict[str, WordIndex],
    question: str,
    legs: Legs,
    places: list[Place],
    ahead: float,
    own: Collection[int],
    allowed: Mask,
    blind: frozenset[str],
) -> Looked:
    """排名由高到低，至少一条；ahead 是待核的线索比首条高出多少，own 是指名各法的条款。"""
    by_word, by_letter = indexes["words"], indexes["all"]
    said, pairs = _tokens(question)
    first, shown = places[0], places[:_HEADS]
    inside, out = _asked(snapshot, legs, allowed)
    like = Likeness(by_word, by_letter, question, blind)
    return Looked(
        question=question,
        words={word: by_word.rarity(word) for word in said},
        pairs={pair: by_letter.rarity(pair) for pair in pairs},
        unseen=frozenset((*by_word.unknown(said), *by_letter.unknown(pairs))),
        heads=tuple(snapshot.texts.whole[place.row].lower() for place in shown),
        inside=_nearest(legs, PHRASE),
        outside=tuple(cosine for _, cosine in legs.meaning.outside),
        first_phrase=legs.meaning.near.get(first.row, {}).get(PHRASE, legs.meaning.floor),
        asked=float(inside.max()) if inside.size else 0.0,
        unasked=float(out.max()) if out.size else 0.0,
        whole=float(legs.whole[first.row]),
        whole_standard=float(legs.words["all"][first.row]),
        self_score=2 * sum(by_letter.rarity(token) for token in characters(question)),
        alike=tuple(like.best(snapshot.provisions[place.row].asked_as) for place in shown),
        unalike=like.best(_likely(snapshot, out)),
        lead=ahead,
        margin=places[0].score - places[1].score if len(places) > 1 else 3.0,
        agree=_agree(legs, first.row, allowed),
        named=first.row in own,
        cues={kind: bool(cue.search(question)) for kind, cue in snapshot.cues.items()},
        vector=tuple(legs.meaning.vector),
    )


class Likeness:
    """问题与一句句问法像不像；blind 的不看。"""

    def __init__(
        self, by_word: WordIndex, by_letter: WordIndex, question: str, blind: frozenset[str]
    ) -> None:
        self._by_word, self._by_letter, self._blind = by_word, by_letter, blind
        self._own = self._rarities(question)

    def best(self, said: Iterable[str]) -> float:
        """最像的一句有多像。"""
        kept = (self._rarities(text) for text in said if text not in self._blind)
        return max((likeness(self._own, other) for other in kept), default=0.0)

    def _rarities(self, text: str) -> dict[str, float]:
        """实词和双字各多稀罕。"""
        said, pairs = _tokens(text)
        longer = {word: self._by_word.rarity(word) for word in said}
        return longer | {pair: self._by_letter.rarity(pair) for pair in pairs}


def _tokens(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """实词和双字。"""
    pairs = [token for token in characters(text) if len(token) == 2]
    return content(words(text)), content(pairs)


def _likely(snapshot: Snapshot, out: Scores) -> Iterator[str]:
    """词面上最像的几句库外的问法；out 是它们的原分。"""
    rows = np.argsort(-out)[:_LIKELY] + snapshot.owners.size
    return (snapshot.texts.asked[row] for row in rows)


def _agree(legs: Legs, row: int, allowed: Mask) -> float:
    """几路以它为首。"""
    heads = [int(np.where(allowed, scores, -np.inf).argmax()) for scores in legs.words.values()]
    near = legs.meaning.near
    if near:
        heads.append(max(near, key=lambda r: max(near[r].values())))
    return float(sum(head == row for head in heads))


def _asked(snapshot: Snapshot, legs: Legs, allowed: Mask) -> tuple[Scores, Scores]:
    """各种问法的原分：当时有效的条款的，和库外的。"""
    inside = snapshot.owners.size
    own = legs.asked[:inside][allowed[snapshot.owners]]
    return own, legs.asked[inside : len(snapshot.texts.asked)]


def _nearest(legs: Legs, kind: str) -> tuple[float, ...]:
    """最近的三个库内问法。"""
    found = (near[kind] for near in legs.meaning.near.values() if kind in near)
    return tuple(sorted(found, reverse=True)[:3])
