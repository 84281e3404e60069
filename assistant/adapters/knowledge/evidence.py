"""依据库：词面与向量各取候选，在代码里筛有效期和地区，按权重排名，再判断有无依据。"""

import re
from threading import Lock
from typing import NamedTuple

from assistant.adapters.knowledge.corpus import Library
from assistant.adapters.knowledge.index_folder import IndexFolder
from assistant.adapters.knowledge.legs import Legs, lexical, meaning
from assistant.adapters.knowledge.looking import look
from assistant.adapters.knowledge.preparing import Preparing
from assistant.adapters.knowledge.ranking import Place, closer, ranked
from assistant.adapters.knowledge.snapshot import Mask, Snapshot
from assistant.adapters.knowledge.vectors import Vectors
from assistant.adapters.knowledge.ways import Ways
from assistant.adapters.knowledge.words import WordIndex
from assistant.domain.evidence import Hit, IndexState, Passage, Query, Retrieval, Source
from assistant.reading.retrieval.following import standalone
from assistant.reading.retrieval.judging import Looked
from assistant.reading.retrieval.naming import Named
from assistant.reading.retrieval.provisions import Provision
from assistant.reading.retrieval.refusing import named_wrongly, unreadable
from assistant.reading.retrieval.samples import closest

_LONGEST = 400
_CONFIDENT = 0.6
_BEHIND = 0.6  # 待核的线索高出这么多，说明要问的正是它，不拿别的条款顶
_IN_FORCE = re.compile(r"自.{2,14}起(?:施行|实施|执行|生效)")
_UNVERIFIED = "库中只有待核的线索，不能当作依据。请找到原文导入后再问，或问本级财政部门。"
_MAYBE = "库里导入的文件有相近的规定，拿不准答不答得上这一问，没有当作答案。请看下面的原文。"


class Found(NamedTuple):
    """检索的全部中间结果。ranked 是全部候选，sure 是其中不待核的；所见看的是 sure。"""

    snapshot: Snapshot
    named: Named
    legs: Legs
    ranked: list[Place]
    sure: list[Place]
    looked: Looked

    @property
    def named_rows(self) -> list[Provision]:
        """指名各法的全部条款。"""
        known = self.snapshot
        return [known.provisions[row] for row in sorted(_named_rows(known, self.named))]


class Evidence:
    """依据库的端口实现。藏书变了，下一次提问就按新的。"""

    def __init__(self, library: Library, folder: IndexFolder, vectors: Vectors, ways: Ways) -> None:
        self._library, self._folder, self._vectors, self._ways = library, folder, vectors, ways
        self._lock = Lock()
        self._at: tuple[Snapshot, dict[str, WordIndex]] | None = None
        self._last: Snapshot | None = None
        self._preparing = Preparing(self.rebuild, self._ready)

    def search(self, query: Query) -> Retrieval:
        """按相关程度由高到低。"""
        said = query.question.strip()[:_LONGEST]
        question = standalone(said, query.history)
        if unread := unreadable(question):
            return Retrieval(why=unread)
        found = self.find(question, query)
        if found is None:
            return Retrieval()
        rows = found.snapshot.provisions
        hits = [_hit(rows[place.row], place.score) for place in found.sure[: query.top]]
        heads = [_hit(rows[place.row], place.score) for place in found.ranked[: query.top]]
        why = self._why_not(found, query)
        return Retrieval(
            hits=tuple(hits),
            leads=tuple(hit for hit in heads if not hit.passage.source.verified),
            grounded=why is None,
            why=why or "",
            notice="；".join(filter(None, (found.legs.meaning.notice, _leaning(said, question)))),
        )

    def find(
        self, question: str, query: Query, blind: frozenset[str] = frozenset()
    ) -> Found | None:
        """排好名次的候选和所见；什么也没有为 None。blind 是拟合权重时不许看的问法。"""
        snapshot, indexes = self._now()
        allowed = snapshot.allowed(query.on, query.locality)
        if not allowed.any():
            return None
        named = snapshot.directory.read(question)
        legs = Legs(
            *lexical(snapshot, indexes, question, blind),
            meaning(snapshot, self._folder, self._vectors, question, allowed, blind),
        )
        look_at = closer(snapshot, indexes, question, legs)
        own = _named_rows(snapshot, named)
        places = ranked(legs, allowed, own, self._ways.ranking, look_at)
        if not places:
            return None
        places = _exact_first(snapshot, named, allowed, places)
        sure = [place for place in places if snapshot.verified[place.row]]
        ahead = places[0].score - sure[0].score if sure else 0.0
        seen = sure or places
        looked = look(snapshot, indexes, question, legs, seen, ahead, own, allowed, blind)
        return Found(snapshot, named, legs, places, sure, looked)

    def samples(self, title: str, top: int) -> tuple[Passage, ...]:
        """标题相近的节，最像的在前。"""
        return closest(title, self._now()[0].corpus.samples, top)

    def passage(self, passage_id: str) -> Passage | None:
        """按编号取段落；卡片配给了正式文本的，两个编号都取得到。"""
        corpus = self._now()[0].corpus
        cards = [p.card for p in corpus.provisions if p.card]
        every = [*(p.shown for p in corpus.provisions), *cards, *corpus.samples]
        return next((p for p in every if p.id == passage_id), None)

    def sources(self) -> tuple[Source, ...]:
        """各文件。"""
        return tuple({p.source.id: p.source for p in self._now()[0].provisions}.values())

    def rebuild(self) -> IndexState:
        """重建索引。"""
        corpus = self._library.corpus()
        snapshot = self._snapshot()
        fresh = self._folder.write(snapshot.digest, snapshot.texts)
        if fresh is not None:
            self._at = None
        return IndexState(
            provisions=len(corpus.provisions),
            samples=len(corpus.samples),
            fresh=fresh or 0,
            faults=corpus.faults,
        )

    def prepare(self) -> None:
        """在后台备好索引，不等。"""
        self._preparing.start()

    def _ready(self) -> bool:
        return self._folder.ready(self._snapshot().digest)

    def _snapshot(self) -> Snapshot:
        corpus = self._library.corpus()
        last = self._last
        if last is None or last.corpus is not corpus:
            last = Snapshot(corpus, self._ways, self._vectors.embedder.name)
            self._last = last
        return last

    def _now(self) -> tuple[Snapshot, dict[str, WordIndex]]:
        with self._lock:
            snapshot = self._snapshot()
            if self._at is None or self._at[0] is not snapshot:
                self._at = snapshot, self._folder.words(snapshot.digest, snapshot.texts)
            return self._at

    def _why_not(self, found: Found, query: Query) -> str | None:
        """没有依据的原因，可以是空话；有依据为 None。"""
        snapshot, named = found.snapshot, found.named
        if why := named_wrongly(named, found.named_rows, query.on):
            return why
        if not found.sure or found.sure[0].score < _BEHIND * found.ranked[0].score:
            return _UNVERIFIED
        first = snapshot.provisions[found.sure[0].row]
        if named.names and _is_named(first, named):
            return None
        if self._ways.judge.score(found.looked, self._vectors.embedder.name) > 0:
            return None
        return self._reason(found, first) if found.ranked[0] == found.sure[0] else _UNVERIFIED

    def _reason(self, found: Found, first: Provision) -> str:
        """很像库外的某一类问法的，用那一类的话。排头的是自己导入的本级文件，就不能说库中没有。"""
        if first.source.verbatim and first.source.level == "规范性文件":
            return _MAYBE
        if found.legs.meaning.outside:
            text, cosine = found.legs.meaning.outside[0]
            if cosine >= _CONFIDENT:
                return self._ways.outside[found.snapshot.kinds[text]].why
        return ""


def _leaning(said: str, question: str) -> str:
    """接着上一问查的要说出来：短的问题未必是追问，说了人才知道怎么改。"""
    return "" if said == question else "这一问是接着上一问查的；不是追问的，请把话说全再问"


def _named_rows(snapshot: Snapshot, named: Named) -> set[int]:
    return {row for name in named.names for row in snapshot.by_name[name]}


def _exact_first(
    snapshot: Snapshot, named: Named, allowed: Mask, places: list[Place]
) -> list[Place]:
    """指名到条的，那一条排第一；问何时施行的，是写明施行日的那一条。"""
    if not named.names or not (named.article or named.starts):
        return places
    wanted = {
        row
        for row in snapshot.by_name[named.names[-1]]
        if allowed[row] and _is_named(snapshot.provisions[row], named)
    }
    return sorted(places, key=lambda place: place.row not in wanted)


def _is_named(provision: Provision, named: Named) -> bool:
    """是不是指名的那一条。"""
    if named.article:
        return provision.shown.provision == named.article
    return named.starts and bool(_IN_FORCE.search(provision.shown.text))


def _hit(provision: Provision, score: float) -> Hit:
    return Hit(
        passage=provision.shown,
        card=provision.card,
        score=score,
        effective_from=provision.effective_from,
        effective_to=provision.effective_to,
    )
