"""全文已知的数：名称唯一、取值唯一的，供别处的断言查用。"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from assistant.domain.quantities import Dimension
from assistant.reading.claims.judging.judging import Input
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Item, Paragraph
from assistant.reading.text.labels import GENERIC, PLANNED, Label

_RATIOS = (Dimension.RATIO, Dimension.POINT)
_LONG = 6
Key = tuple[str, Dimension]
_WHOSE = (
    r"(?:(?:19|20)\d\d年度?)?(?:我[局镇院乡校]|本部门|部门)?"
    r"(?:全年|本年|年度|当年|实际|全部|总|决算)*"
)
_BARE = ("支出", "收入")
_NARROW = re.compile("基金|拨款|公共预算|国有资本|专户")
_GRANDS = re.compile(
    rf"(?P<支>{_WHOSE}支出(?:合计|总计|总额|决算数?)?为?)"
    rf"|(?P<收>{_WHOSE}收入(?:合计|总计|总额|决算数?)?为?)"
    r"|(?P<全年预算>(?:(?:19|20)\d\d年度?)?(?:调整后)?(?:的)?全年预算数?(?:安排|为)*)"
    r"|(?P<年初预算>(?:(?:19|20)\d\d年度?)?年初(?:部门)?预算数?(?:安排|支出|为)*)"
)


class Known(NamedTuple):
    """名称核心和量纲 -> 各处写的数（含口径）。"""

    by_core: Mapping[Key, tuple[tuple[Label, Input], ...]] = {}
    grands: Mapping[str, tuple[Input, ...]] = {}

    def grand(self, said: str) -> Input | None:
        """占总支出、占全年预算的：全文只写过一个取值的那个总数；没有、有几个取值为 None。"""
        found = self.grands.get(_grand(said), ())
        return found[0] if len({each.quantity.base for each in found}) == 1 else None

    def find(self, core: str, dimension: Dimension, basis: str = "") -> Input | None:
        """名称完全相同、口径不冲突、全文只有一个取值的数；否则 None。"""
        entries = [
            entry
            for label, entry in self.by_core.get((core, dimension), ())
            if not basis or label.basis in ("", basis)
        ]
        exact = [
            entry
            for label, entry in self.by_core.get((core, dimension), ())
            if basis and label.basis == basis
        ]
        actual = [
            entry
            for label, entry in self.by_core.get((core, dimension), ())
            if not basis and label.basis not in PLANNED
        ]
        for found in (exact, entries, actual):
            if found and len({entry.quantity.base for entry in found}) == 1:
                return found[0]
        return None if exact or entries else _by_ending(self.by_core, core, dimension)


def _by_ending(
    by_core: Mapping[Key, tuple[tuple[Label, Input], ...]], core: str, dimension: Dimension
) -> Input | None:
    """全市采购规模：全文里以它结尾的名称（一季度全市采购规模），取值也唯一。"""
    if len(core) < _LONG:
        return None
    found = [
        entry
        for (name, kind), entries in by_core.items()
        if kind is dimension and name.endswith(core)
        for _, entry in entries
    ]
    return found[0] if len({entry.quantity.base for entry in found}) == 1 else None


def known_from(paragraphs: Iterable[Paragraph]) -> Known:
    """收齐各段里有名称的数；上年的、说原因时的不收。"""
    found: dict[Key, list[tuple[Label, Input]]] = {}
    grands: dict[str, list[Input]] = {}
    for paragraph in paragraphs:
        for item, subject in zip(paragraph.items, paragraph.subjects, strict=True):
            if item.role not in (Role.LEVEL, Role.REACHED):
                continue
            name = _whole(paragraph, item) if item.dimension is Dimension.MONEY else ""
            worth = _worth(item, subject)
            if not name and not worth:
                continue
            entry = plain(item, "known")
            if name:
                grands.setdefault(name, []).append(entry)
            if worth:
                found.setdefault((subject.core, item.dimension), []).append((subject, entry))
    return Known(
        {key: tuple(entries) for key, entries in found.items()},
        {name: tuple(entries) for name, entries in grands.items()},
    )


def _whole(paragraph: Paragraph, item: Item) -> str:
    """写着的是哪一个总数；这一段先说了基金、财政拨款的，是那一种的总数，不是。

    光写“支出”而句中前面另说了事的（整治河道38公里，支出228万元），也不是。
    """
    name = _grand(item.lead)
    if name and item.lead in _BARE and _begun(paragraph, item):
        return ""
    return "" if name and _NARROW.search(paragraph.text, 0, item.spot.start) else name


def _begun(paragraph: Paragraph, item: Item) -> bool:
    """同一句里前面已有别的数。"""
    first = next(each for each in paragraph.items if each.sentence == item.sentence)
    return first.at != item.at


def _grand(said: str) -> str:
    """说的是哪一个总数；不是总数为空。"""
    found = _GRANDS.fullmatch(said)
    return (found.lastgroup or "") if found else ""


def _worth(item: Item, subject: Label) -> bool:
    return (
        item.dimension not in _RATIOS
        and not item.reason
        and subject.core not in GENERIC
        and len(subject.core) >= 3
        and subject.year != -1
    )
