"""逐条列完再说合计：（1）甲多少；（2）乙多少；以上合计丙，丙是各条之和。"""

import re
from collections.abc import Iterator, Sequence

from assistant.domain.findings import Span
from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import TOTAL
from assistant.reading.claims.judging.judging import Claim, Doubt
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Item, Paragraph
from assistant.reading.claims.sentence.kinds import same_unit
from assistant.reading.text.marks import deeper, ordinal
from assistant.reading.text.numerals import numeral

_ABOVE = re.compile(
    r"^(?:以上|上述|前述)(?:各项|[两二三四五六七八九十\d]{0,3}项)?[^，。；：]{0,12}(?:合计|共计|总计)"
)
_SEVERAL = re.compile(r"^(?:以上|上述|前述)([两二三四五六七八九十\d]{1,3})项")
_STOCKS = (Role.LEVEL, Role.FLOW)
_MOST, _FIRST = 30, 2


def tallied_claims(paragraphs: Sequence[Paragraph]) -> Iterator[Claim]:
    """各处“以上合计”：与它同段的末一条起，往前数到第一条。"""
    for at, paragraph in enumerate(paragraphs):
        for index, item in enumerate(paragraph.items):
            if item.totals and item.role is Role.LEVEL and _ABOVE.match(item.lead):
                if claim := _within(paragraph, index):
                    yield claim
                    continue
                rows = _rows(paragraphs, at, item)
                parts = [_of(row, item) for row in rows]
                if len(parts) > 1 and all(parts):
                    yield _claim([x for found in parts for x in found[:1]], item, parts)


def _within(paragraph: Paragraph, at: int) -> Claim | None:
    """上一句用分号列了几项，这一句说以上几项合计：说了几项而正是那几项的，断得定。"""
    items, total = paragraph.items, paragraph.items[at]
    told = _SEVERAL.match(total.lead)
    before = [i for i in paragraph.back(at - 1) if items[i].sentence == total.sentence - 1]
    groups: dict[int, list[Item]] = {}
    for index in reversed(before):
        item = items[index]
        if item.role in _STOCKS and same_unit(item, total) and item.depth == total.depth:
            groups.setdefault(item.part, []).append(item)
    found = list(groups.values())
    if told is None or len(found) != numeral(told[1]):
        return None
    return _claim([row[0] for row in found], total, found)


def _rows(paragraphs: Sequence[Paragraph], at: int, item: Item) -> list[Paragraph]:
    """从第一条到末一条；中间少一条、少了头一条的也是，漏的正是要查的。"""
    found: list[Paragraph] = []
    style, last = "", _MOST
    for paragraph in reversed(paragraphs[max(0, at - _MOST) : at + 1]):
        mark = ordinal(paragraph.flow.text)
        if mark is None:
            if paragraph.number == item.paragraph:
                continue
            break
        if style and mark.style != style:
            if deeper(mark.style, style):
                continue
            break
        if found and mark.number >= last:
            break
        style, last = mark.style, mark.number
        found.insert(0, paragraph)
    return found if last <= _FIRST else []


def _of(row: Paragraph, total: Item) -> list[Item]:
    """一条里与合计同类的数，合计自己不算。"""
    return [
        item
        for item in row.items
        if item.role in _STOCKS and same_unit(item, total) and item is not total
    ]


def _claim(parts: Sequence[Item], total: Item, found: Sequence[Sequence[Item]]) -> Claim:
    """每条恰写一个数的断得定；写了几个的，第一个算得通才算读懂。"""
    inputs = tuple(plain(part, f"part{n}") for n, part in enumerate(parts, 1))
    stated = plain(total, "total")
    lone = all(len(row) == 1 for row in found)
    span = Span(inputs[0].span.start, stated.span.end)
    doubt = Doubt.NONE if lone else Doubt.AGREE
    return Claim(Relationship.SUM, TOTAL, inputs, stated, span, lone, doubt=doubt)
