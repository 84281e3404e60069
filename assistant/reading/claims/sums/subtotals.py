"""写着“小计”的各项：小计合成前面的总数，小计后面的细目合成小计。

实有人数25人，其中：在职人数小计14人，行政在职人数5人，事业在职人数9人。离休人数小计0人，退休人数小计11人。
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.reading.claims.judging.judging import Claim, Doubt
from assistant.reading.claims.sentence.closure import is_closed
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import same_unit
from assistant.reading.claims.sums.summing import total_claim

_SUBTOTAL = "小计"


def subtotal_claims(paragraph: Paragraph) -> Iterator[Claim]:
    """一段里的各处小计；打头的小计前面要有“其中”管着。"""
    if paragraph.frame.count(_SUBTOTAL) < 2:
        return
    for group in _groups(paragraph):
        ends = [*group[1:], len(paragraph.items)]
        for at, end in zip(group, ends, strict=True):
            details = list(_details(paragraph, at, end))
            if len(details) > 1:
                yield total_claim(paragraph, at, details)._replace(closed=True)
        whole = group[0] - 1
        if len(group) > 1 and whole >= 0 and _is_whole(paragraph, whole, group[0]):
            names = [paragraph.subjects[i].core for i in group]
            claim = total_claim(paragraph, whole, group, certain=is_closed(names))
            yield claim._replace(doubt=Doubt.NONE if is_closed(names) else Doubt.CAUSE)


def _groups(paragraph: Paragraph) -> Iterator[Sequence[int]]:
    """由“其中”打头的小计，连同其后一句之内的小计。"""
    items = paragraph.items
    marked = [i for i, item in enumerate(items) if _SUBTOTAL in item.lead and not item.depth]
    starts = [i for i in marked if items[i].opens is not None and items[i].role is Role.LEVEL]
    for start, end in pairwise((*starts, len(items))):
        group = [start]
        for i in (m for m in marked if start < m < end):
            near = items[i].sentence - items[group[-1]].sentence <= 1
            if not near or not same_unit(items[i], items[start]) or _heads(paragraph, i):
                break
            group.append(i)
        yield group


def _heads(paragraph: Paragraph, at: int) -> bool:
    """自己后面就有“其中”的小计，是另一处的总数。"""
    return at + 1 < len(paragraph.items) and paragraph.items[at + 1].opens is not None


def _details(paragraph: Paragraph, at: int, end: int) -> Iterator[int]:
    """同一句里小计之后的细目。"""
    items = paragraph.items
    for i in range(at + 1, end):
        item = items[i]
        if item.sentence != items[at].sentence or item.role is not Role.LEVEL or item.totals:
            return
        if item.depth or not same_unit(item, items[at]):
            return
        yield i


def _is_whole(paragraph: Paragraph, whole: int, first: int) -> bool:
    one, other = paragraph.items[whole], paragraph.items[first]
    return one.role is Role.LEVEL and same_unit(one, other) and one.sentence == other.sentence
