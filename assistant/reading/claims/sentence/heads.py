"""另起各段的列举：一段以“其中：”收尾，其后没有编号的各段是它的各项。

基本支出100万元，其中：
人员经费80万元，占基本支出的80%。
公用经费20万元，占基本支出的20%。
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.items import Item, Paragraph
from assistant.reading.claims.sentence.kinds import same_unit
from assistant.reading.text.labels import GENERIC
from assistant.reading.text.marks import ordinal

_OPENS = re.compile("(?<!。)其中[：:]?$")
_MOST = 12


class Above(NamedTuple):
    """其后各段的总数：所在的段和序号；members 是各项所在的段（各取第一个数）。

    first 是与总数同在一段的第一项的序号；各项都另起一段的为 -1。
    """

    paragraph: Paragraph
    at: int
    members: tuple[Paragraph, ...]
    first: int = -1

    @property
    def item(self) -> Item:
        """总数。"""
        return self.paragraph.items[self.at]


def headed(paragraphs: Sequence[Paragraph]) -> Iterator[Above]:
    """各处另起各段的列举。"""
    for at, paragraph in enumerate(paragraphs):
        first = _opened(paragraph)
        if not first and not _OPENS.search(paragraph.text.rstrip("：: \x00")):
            continue
        items = paragraph.items[: first or None]
        levels = [i for i, item in enumerate(items) if item.role is Role.LEVEL]
        if len(levels) != 1 or items[levels[0]].depth:
            continue
        members = tuple(_members(paragraphs[at + 1 : at + 1 + _MOST], items[levels[0]]))
        if len(members) > (not first):
            yield Above(paragraph, levels[0], members, first or -1)


def _opened(paragraph: Paragraph) -> int:
    """段末一句由“其中”打头、只列了第一项的，那一项的序号；没有为 0。"""
    last = paragraph.items[-1] if paragraph.items else None
    opened = [i for i, item in enumerate(paragraph.items) if item.opens == ""]
    if last is None or not opened or opened[-1] == 0:
        return 0
    first = paragraph.items[opened[-1]]
    others = (
        item
        for item in paragraph.items[opened[-1] + 1 :]
        if item.role is Role.LEVEL and same_unit(item, first)
    )
    alone = first.sentence == last.sentence and next(others, None) is None
    return opened[-1] if alone and first.role is Role.LEVEL and not first.depth else 0


def _members(paragraphs: Sequence[Paragraph], whole: Item) -> Iterator[Paragraph]:
    """没有编号、打头就是一个有名称的同类数的各段，到不是的为止。"""
    for paragraph in paragraphs:
        if ordinal(paragraph.flow.text) is not None:
            return
        if not paragraph.items:
            continue
        first = paragraph.items[0]
        if first.role is not Role.LEVEL or not same_unit(first, whole) or first.sentence:
            return
        if first.label.core in GENERIC:
            return
        yield paragraph


def above_of(found: Sequence[Above]) -> Mapping[int, Above]:
    """各段（按编号）属于哪一处。"""
    return {member.number: each for each in found for member in each.members}
