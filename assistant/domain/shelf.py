"""书架：库里的全部文件和段落，新旧版本已经衔接。"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby, pairwise

from assistant.domain.evidence import Passage, Source, bare_title

_DAY = timedelta(days=1)


class Shelf:
    """按编号、名称、文号找文件，按编号找段落。"""

    def __init__(self, passages: Iterable[Passage] = ()) -> None:
        given = tuple(passages)
        kept = chained({p.source.id: p.source for p in given}.values())
        self.sources: tuple[Source, ...] = tuple(kept.values())
        self.passages: tuple[Passage, ...] = tuple(
            p
            if p.source is kept[p.source.id]
            else p.model_copy(update={"source": kept[p.source.id]})
            for p in given
        )
        self._kept = kept
        self._passages = {p.id: p for p in self.passages}
        self._of: dict[str, list[Passage]] = {}
        for passage in self.passages:
            self._of.setdefault(passage.source.id, []).append(passage)
        self._named: dict[str, list[Source]] = {}
        self._numbered: dict[str, list[Source]] = {}
        self._repealed: dict[str, Source] = {}
        for source in self.sources:
            for name in {source.name, *map(bare_title, source.aliases)}:
                self._named.setdefault(name, []).append(source)
            self._repealed |= dict.fromkeys(map(bare_title, source.repeals), source)
            if source.document_number:
                self._numbered.setdefault(source.document_number, []).append(source)

    @cached_property
    def digest(self) -> str:
        """法规部分的摘要：文件的记录和文字变了才变。"""
        sums = hashlib.sha256()
        for source in self.sources:
            if source.kind == "regulation":
                sums.update(source.model_dump_json().encode())
                sums.update("\n".join(p.id + p.text for p in self.of(source.id)).encode())
        return sums.hexdigest()

    @cached_property
    def names(self) -> tuple[str, ...]:
        """法规文件的名称和简称。"""
        found: dict[str, None] = {}
        for source in self.sources:
            if source.kind == "regulation":
                found |= dict.fromkeys((source.name, *map(bare_title, source.aliases)))
        return tuple(found)

    def source(self, source_id: str) -> Source | None:
        """按编号取一份文件。"""
        return self._kept.get(source_id)

    def passage(self, passage_id: str) -> Passage | None:
        """按编号取一段。"""
        return self._passages.get(passage_id)

    def of(self, source_id: str) -> tuple[Passage, ...]:
        """一份文件的各段，依次。"""
        return tuple(self._of.get(source_id, ()))

    def named(self, title: str) -> tuple[Source, ...]:
        """这个名称（或简称）的各个版本，旧的在前；卡片和正式文本都在内。"""
        return tuple(self._named.get(bare_title(title), ()))

    def numbered(self, document_number: str) -> tuple[Source, ...]:
        """这个文号的文件。"""
        return tuple(self._numbered.get(document_number, ()))

    def repealed_by(self, title: str, document_number: str) -> Source | None:
        """写明废止这个名称或文号的文件。"""
        return self._repealed.get(bare_title(title)) or self._repealed.get(document_number)

    def with_hash(self, digest: str) -> Source | None:
        """由这份原件导入的文件。"""
        return next((s for s in self.sources if digest and s.digest == digest), None)


def chained(sources: Iterable[Source]) -> dict[str, Source]:
    """新旧版本衔接：后一版施行，前一版到前一天为止；末条写明废止的也到那一天为止。按施行日排列。"""
    given = sorted(sources, key=_order)
    ends: dict[str, date] = {}
    for _, same in groupby(sorted(given, key=lambda s: (s.name, s.locality)), key=_series):
        _end_earlier(tuple(same), ends)
    for source in given:
        for old in _repealed(source, given):
            ends[old.id] = min(ends.get(old.id, date.max), _before(source))
    return {source.id: _ended(source, ends.get(source.id)) for source in given}


def _series(source: Source) -> tuple[str, str, str]:
    return source.kind, source.name, source.locality


def _end_earlier(versions: Sequence[Source], ends: dict[str, date]) -> None:
    dated = [s for s in versions if s.effective_from and s.kind == "regulation"]
    starts = sorted({s.effective_from for s in dated if s.effective_from})
    following = dict(pairwise(starts))
    for source in dated:
        if source.effective_from in following:
            ends[source.id] = following[source.effective_from] - _DAY


def _repealed(source: Source, among: Sequence[Source]) -> Iterator[Source]:
    names = set(map(bare_title, source.repeals))
    for old in among if names and source.effective_from else ():
        older = old.effective_from is None or old.effective_from < _start(source)
        if older and (old.name in names or old.document_number in names) and old.id != source.id:
            yield old


def _start(source: Source) -> date:
    return source.effective_from or date.min


def _before(source: Source) -> date:
    return _start(source) - _DAY


def _ended(source: Source, end: date | None) -> Source:
    if end is None or (source.effective_to and source.effective_to <= end):
        return source
    return source.model_copy(update={"effective_to": end})


def _order(source: Source) -> tuple[str, date, str]:
    return source.name, _start(source), source.id
