"""净增净减的断言：新进的减去离开的。

当年调入2人、招录1人、退休4人、调出1人，净减少2人；新增债券50万元，偿还30万元，净增20万元。
"""

import re
from collections.abc import Iterator, Sequence

from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import TOTAL
from assistant.reading.claims.judging.judging import Claim
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import same_unit
from assistant.reading.claims.sentence.passing import COMING, GOING

_NET = re.compile("净[增减]")
_FLOWS = (Role.LEVEL, Role.FLOW, Role.CHANGE)


def netting_claims(paragraph: Paragraph) -> Iterator[Claim]:
    """一段里说净增、净减的各处；前面一连串进出，至少一进一出。"""
    if "净" not in paragraph.frame:
        return
    for at, item in enumerate(paragraph.items):
        if item.role is Role.CHANGE and item.direction and _NET.search(item.lead):
            moved = _moved(paragraph, at)
            if {sign for _, sign in moved} == {1, -1}:
                yield _claim(paragraph, at, moved)


def _moved(paragraph: Paragraph, at: int) -> list[tuple[int, int]]:
    """这个数之前接连的进出，各带正负；隔着别的同类数的不算，拿来比的上年数不打断。"""
    items, found = paragraph.items, list[tuple[int, int]]()
    for index in paragraph.back(at - 1):
        item = items[index]
        if item.sentence != items[at].sentence:
            break
        if item.role is Role.BASE or not same_unit(item, items[at]):
            continue
        coming, going = COMING.search(item.lead), GOING.search(item.lead)
        if item.role not in _FLOWS or not (coming or going) or _NET.search(item.lead):
            break
        found.append((index, 1 if coming else -1))
    return found[::-1]


def _claim(paragraph: Paragraph, at: int, moved: Sequence[tuple[int, int]]) -> Claim:
    items = paragraph.items
    inputs = tuple(
        plain(items[i], "part")._replace(sign=sign * items[at].direction) for i, sign in moved
    )
    span = paragraph.flow.span(items[moved[0][0]].spot.start, items[at].spot.end)
    return Claim(Relationship.DIFFERENCE, TOTAL, inputs, plain(items[at], "total"), span)
