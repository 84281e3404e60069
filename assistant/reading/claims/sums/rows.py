"""同类数的一排：同一句里接连说的，至少三个。没说“其中”的列举、各套名称都从这里找。"""

from collections.abc import Iterator, Sequence

from assistant.domain.quantities import Dimension
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.items import REACH, Paragraph
from assistant.reading.claims.sentence.kinds import same_unit

STOCKS = (Role.LEVEL, Role.FLOW)
RATIOS = (Dimension.RATIO, Dimension.POINT)
_LEAST = 3
Row = Sequence[int]


def rows_of(paragraph: Paragraph) -> Iterator[Row]:
    """一段里的各排，是在段里的序号；不相重。"""
    at = 0
    while at < len(paragraph.items):
        row = _row_from(paragraph, at)
        if len(row) >= _LEAST:
            yield row
            at = row[-1]
        at += 1


def _row_from(paragraph: Paragraph, at: int) -> list[int]:
    """从一个数起的一排；夹着的占比不算，也不打断。"""
    items, first, row = paragraph.items, paragraph.items[at], [at]
    if first.role not in STOCKS or first.dimension in RATIOS:
        return row
    for index in range(at + 1, min(len(items), at + REACH)):
        item = items[index]
        if item.sentence != first.sentence or item.depth != first.depth:
            break
        if item.dimension in RATIOS:
            continue
        if item.role not in STOCKS or not same_unit(item, first):
            break
        if paragraph.subjects[index].year == -1:
            break
        row.append(index)
    return row
