"""合计从哪一项加起：打头的可能是上一层的总数；“加上”接着前面的总数加。"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from assistant.reading.claims.judging.formulas import TOTAL, Formula
from assistant.reading.claims.judging.judging import Input
from assistant.reading.claims.sentence.governing import owners
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import same_unit
from assistant.reading.claims.sentence.nesting import Listing
from assistant.reading.claims.sums.addends import ADDENDS, backwards, is_planned
from assistant.reading.claims.sums.summing import holds, part_of

ADDED = re.compile(r"^(?:再)?加(?:上)?")


def headed(
    paragraph: Paragraph, parts: Sequence[int]
) -> Iterator[tuple[Formula, tuple[Input, ...]]]:
    """支出100万元，甲20万元、乙30万元，合计50万元：打头的那个可能是上一层的总数。"""
    rest = parts[1:]
    first, *others = (paragraph.between(i, j) for i, j in pairwise(parts))
    level = "；" in first and any("；" in each for each in others)
    if others and "、" not in first and not level and not any("，" in each for each in others):
        yield TOTAL, tuple(part_of(paragraph.items[i], n) for n, i in enumerate(rest, 1))


def chained(
    paragraph: Paragraph, parts: Sequence[int], lists: Sequence[Listing]
) -> list[tuple[Input, ...]]:
    """甲加乙，其中：乙一（……），丙、丁，合计：其中只到乙一为止，合计的是甲、乙、丙、丁。"""
    listing = owners(lists).get(parts[0])
    if (
        listing is None
        or not listing.wholes
        or not any(ADDED.match(paragraph.lead(i)) for i in listing.wholes[:1])
    ):
        return []
    whole = listing.wholes[0]
    before = [i for i in backwards(paragraph, whole) if not is_planned(paragraph, i)][::-1]
    rows = ([*before, whole, *parts[end:]] for end in range(1, len(parts)))
    return [tuple(part_of(paragraph.items[i], n) for n, i in enumerate(row, 1)) for row in rows]


def added_to(paragraph: Paragraph, at: int, lists: Sequence[Listing]) -> int:
    """上一句说了本级收入，这一句“加”起头：从上一句的数加起，是列举的从总数加起；没有为 -1。"""
    items, belongs = paragraph.items, owners(lists)
    for index in paragraph.back(at - 1):
        if items[index].sentence < items[at].sentence - 1:
            break
        if items[index].role in ADDENDS and same_unit(items[index], items[at]):
            return _headmost(paragraph, index, belongs)
    return -1


def fitting(paragraph: Paragraph, at: int, parts: Sequence[int], first: int) -> int:
    """从 first 加起加不通，而从本段前面另一个数加起恰好加得通的，是从那个数加起。"""
    earlier = (
        i
        for i in (first, *paragraph.back(parts[0] - 1))
        if paragraph.items[i].role in ADDENDS and same_unit(paragraph.items[i], paragraph.items[at])
    )
    return next((i for i in earlier if holds(paragraph, at, [i, *parts])), first)


def unsure(paragraph: Paragraph, at: int, parts: Sequence[int]) -> bool:
    """“加上”之前的数，自己或许只是更大的一项的一部分：另起一句的看前句，同一句的看加得通否。"""
    items = paragraph.items
    add = next((n for n, i in enumerate(parts) if n and ADDED.match(paragraph.lead(i))), 0)
    if not add:
        return False
    first = items[parts[0]]
    if first.sentence == items[at].sentence:
        return add > 1 and holds(paragraph, at, [parts[0], *parts[add:]])
    return any(
        other.sentence == first.sentence
        and other.role in ADDENDS
        and same_unit(other, first)
        and other.quantity.base > first.quantity.base
        and not is_planned(paragraph, i)
        for i, other in enumerate(items[: parts[0]])
    )


def _headmost(paragraph: Paragraph, index: int, belongs: Mapping[int, Listing]) -> int:
    """一项所在列举的总数，里外几层的取最外层；不在列举里的就是自己。"""
    seen = {index}
    while (listing := belongs.get(index)) and listing.wholes:
        fitting = (i for i in listing.wholes if holds(paragraph, i, listing.parts))
        index = next(fitting, listing.wholes[0])
        if index in seen:
            break
        seen.add(index)
    return index
