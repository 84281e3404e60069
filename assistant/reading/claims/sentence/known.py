"""全文已知的数：名称唯一、取值唯一的，供别处的断言查用。"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from assistant.domain.quantities import Dimension
from assistant.reading.claims.judging.judging import Input
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.items import Item, Paragraph
from assistant.reading.text.labels import GENERIC, Label

_RATIOS = (Dimension.RATIO, Dimension.POINT)
Key = tuple[str, Dimension]


class Known(NamedTuple):
    """名称核心和量纲 -> 各处写的数（含口径）。"""

    by_core: Mapping[Key, tuple[tuple[Label, Input], ...]] = {}

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
        for found in (exact, entries):
            if found and len({entry.quantity.base for entry in found}) == 1:
                return found[0]
        return None


def known_from(paragraphs: Iterable[Paragraph]) -> Known:
    """收齐各段里有名称的数；上年的、说原因时的不收。"""
    found: dict[Key, list[tuple[Label, Input]]] = {}
    for paragraph in paragraphs:
        for item, subject in zip(paragraph.items, paragraph.subjects, strict=True):
            if item.role not in (Role.LEVEL, Role.REACHED) or not _worth(item, subject):
                continue
            entry = Input("known", item.quantity, item.mention.span, 1, item.mention.qualifier)
            found.setdefault((subject.core, item.dimension), []).append((subject, entry))
    return Known({key: tuple(entries) for key, entries in found.items()})


def _worth(item: Item, subject: Label) -> bool:
    return (
        item.dimension not in _RATIOS
        and not item.reason
        and subject.core not in GENERIC
        and len(subject.core) >= 3
        and subject.year != -1
    )
