"""没说“其中”而看得出是一套的列举：各项名称恰成一套，或加起来正是前面的数。

收回问卷268份。满意的190份，占70.9%；基本满意的31份；不满意的47份——这一套的总数是268。
"""

from collections.abc import Collection, Iterable, Iterator

from assistant.reading.claims.sentence.closure import is_split
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import same_unit
from assistant.reading.claims.sentence.nesting import Listing
from assistant.reading.claims.sums.rows import Row
from assistant.reading.claims.sums.summing import holds

_STOCKS = (Role.LEVEL, Role.FLOW, Role.REACHED)


def sets_of(paragraph: Paragraph, rows: Iterable[Row], taken: Collection[int]) -> Iterator[Listing]:
    """一段里的各套；rows 是段里的各排同类数，taken 是已在别处列举里的数。"""
    items = paragraph.items
    for row in rows:
        free = not any(i in taken or items[i].totals for i in row[1:])
        found = _set(paragraph, row) if free else None
        if found is not None:
            yield found


def _set(paragraph: Paragraph, row: Row) -> Listing | None:
    """整排是一套的，总数在上一句；加得通的，打头的是总数。"""
    if is_split([paragraph.subjects[i].core for i in row]):
        whole = _told_before(paragraph, row[0])
        return Listing((whole,), tuple(row)) if whole >= 0 else None
    if holds(paragraph, row[0], row[1:]):
        return Listing((row[0],), tuple(row[1:]))
    return None


def _told_before(paragraph: Paragraph, first: int) -> int:
    """上一句最后一个同类数；没有为 -1。"""
    items, before = paragraph.items, first - 1
    if before < 0 or items[before].role not in _STOCKS or items[before].depth:
        return -1
    near = items[first].sentence - items[before].sentence == 1
    return before if near and same_unit(items[before], items[first]) else -1
