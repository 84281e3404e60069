"""条款：同一部法规同一版本的同一条，要点卡片和正式文本合成一条。"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from assistant.domain.evidence import Passage, Source

_FIRST = date.min
_LAST = date.max


class Provision(NamedTuple):
    """一条规定。

    shown 是示人的段落（有正式文本用正式文本），card 是配着的要点卡片，asked_as 是办事人员的问法。
    """

    shown: Passage
    card: Passage | None
    effective_from: date | None
    effective_to: date | None
    asked_as: tuple[str, ...] = ()

    @property
    def source(self) -> Source:
        """所在的文件。"""
        return self.shown.source

    @property
    def key(self) -> tuple[str, str]:
        """名称与条号：各版本相同。"""
        return self.source.name, self.shown.provision

    def in_force(self, on: date) -> bool:
        """在某日是否有效。"""
        return (self.effective_from or _FIRST) <= on <= (self.effective_to or _LAST)


class Asked(NamedTuple):
    """另写的问法：某部法规自 since 施行的那一版，各条怎么问。"""

    source: str
    since: date
    asked: Mapping[str, tuple[str, ...]]


def pair(passages: Iterable[Passage], more: Iterable[Asked] = ()) -> tuple[Provision, ...]:
    """合并卡片与正式文本，配上问法，先后次序照旧。"""
    extra = {(a.source, a.since, number): said for a in more for number, said in a.asked.items()}
    by_source: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        by_source[passage.source.id].append(passage)
    groups = list(by_source.values())
    cards = [group for group in groups if not group[0].source.verbatim]
    partners = {
        group[0].source.id: partner
        for group in groups
        if group[0].source.verbatim and (partner := _partner(group[0].source, cards))
    }
    taken = {
        (partner[0].source.id, passage.provision)
        for group in groups
        if (partner := partners.get(group[0].source.id))
        for passage in group
    }
    return tuple(
        _provision(passage, partners, extra)
        for group in groups
        for passage in group
        if (passage.source.id, passage.provision) not in taken
    )


def _partner(source: Source, cards: Sequence[list[Passage]]) -> list[Passage] | None:
    """同名且有效期相交的卡片里，施行日最近的那一版。"""
    fitting = [c for c in cards if c[0].source.name == source.name and _meet(c[0].source, source)]
    return min(fitting, key=lambda c: _apart(c[0].source, source), default=None)


def _meet(one: Source, other: Source) -> bool:
    return (one.effective_from or _FIRST) <= (other.effective_to or _LAST) and (
        other.effective_from or _FIRST
    ) <= (one.effective_to or _LAST)


def _apart(one: Source, other: Source) -> int:
    return abs(((one.effective_from or _FIRST) - (other.effective_from or _FIRST)).days)


def _provision(
    passage: Passage,
    partners: Mapping[str, list[Passage]],
    extra: Mapping[tuple[str, date, str], tuple[str, ...]],
) -> Provision:
    """施行日取两者较晚的：文中没有写明施行日时，入库的日子是按公布日推定的。"""
    source = passage.source
    partner = partners.get(source.id, [])
    card = next((item for item in partner if item.provision == passage.provision), None)
    other = partner[0].source if partner else source
    since = max((d for d in (source.effective_from, other.effective_from) if d), default=None)
    until = min((d for d in (source.effective_to, other.effective_to) if d), default=None)
    said = (card or passage).phrases
    if since and until is None:
        said += extra.get((source.name, since, passage.provision), ())
    return Provision(passage, card, since, until, said)
