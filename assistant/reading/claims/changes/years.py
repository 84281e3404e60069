"""年份的断言：本年与本年相比，是比较的年份没有改。"""

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.domain.quantities import Quantity
from assistant.domain.statements import Cause, Operand, Relationship, Statement, Verdict
from assistant.reading.claims.changes.moves import Move, moves
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import same_unit
from assistant.reading.claims.sentence.naming import same_thing

_STOCKS = (Role.LEVEL, Role.REACHED, Role.ORIGIN)
_OTHER = re.compile("年初|期初|年末|月|季|同期|目标|计划|任务")
_BESIDE = re.compile(r"(?<=[，；])((?:19|20)\d\d)年度?$")
_YEAR = re.compile(r"(?:19|20)\d\d(?=年)")


def year_statements(paragraph: Paragraph) -> Iterator[Statement]:
    """一段里比较的年份与本年相同的各处。"""
    for move in moves(paragraph) if _YEAR.search(paragraph.text) else ():
        found = _same_base(paragraph, move) or _same_pair(paragraph, move)
        if found is not None:
            yield found


def _same_base(paragraph: Paragraph, move: Move) -> Statement | None:
    """2024年预算……，比2024年预算增加：口径不同的（决算比预算）不是错。"""
    against = move.against
    if against is None or (against.year or 0) <= 0 or _OTHER.search(against.text):
        return None
    now = next(paragraph.before(move.first, *_STOCKS), None)
    if now is None or _year_of(paragraph, now, against.start) != against.year:
        return None
    basis = _basis(paragraph, now)
    if against.basis and basis and against.basis != basis:
        return None
    return _statement(paragraph, now, move.first)


def _year_of(paragraph: Paragraph, now: int, end: int) -> int:
    """本年：比较前面紧挨着写的（2024年比2023年），数自己写着的，或这一句比较之前最后写的年份。"""
    if beside := _BESIDE.search(paragraph.frame, max(0, end - 8), end):
        return int(beside[1])
    if (paragraph.subjects[now].year or 0) > 0:
        return paragraph.subjects[now].year or 0
    start = max(paragraph.frame.rfind(mark, 0, end) for mark in "。！？") + 1
    said = paragraph.frame[start:end]
    for each in reversed(paragraph.comparisons):
        if start <= each.start and each.end <= end:
            said = said[: each.start - start] + said[each.end - start :]
    found = _YEAR.findall(said)
    return int(found[-1]) if found else 0


def _basis(paragraph: Paragraph, now: int) -> str:
    """本年数的口径；没写口径的看同一句前面写的。"""
    subjects, items = paragraph.subjects, paragraph.items
    here = [i for i in paragraph.back(now) if items[i].sentence == items[now].sentence]
    for index in here:
        lead = paragraph.lead(index)
        said = "final" if "决算" in lead else "budget" if "预算" in lead else ""
        if found := subjects[index].basis or said:
            return found
    return ""


def _same_pair(paragraph: Paragraph, move: Move) -> Statement | None:
    """2024年……，2024年……，减少：两个数同名同年而不相等。"""
    items, subjects = paragraph.items, paragraph.subjects
    pool = list(paragraph.before(move.first, *_STOCKS))
    if len(pool) < 2 or not same_unit(items[pool[0]], items[pool[1]]):
        return None
    late, early = subjects[pool[0]], subjects[pool[1]]
    same = late.year == early.year and (late.year or 0) > 0 and late.basis == early.basis
    if not same or items[pool[0]].quantity == items[pool[1]].quantity:
        return None
    alike = late.core == early.core or same_thing(late.core, early.core) >= 3
    return _statement(paragraph, pool[1], pool[0]) if alike else None


def _statement(paragraph: Paragraph, now: int, other: int) -> Statement | None:
    """错在两个数之间最后写的那个年份。"""
    items = paragraph.items
    between = (items[now].spot.end, items[other].spot.start)
    found = list(_YEAR.finditer(paragraph.text, *between))
    if not found:
        return None
    year = int(found[-1].group())
    span = paragraph.flow.span(*found[-1].span())
    stated = Operand("year", Quantity(Decimal(year), "年"), span)
    return Statement(
        Relationship.OTHER,
        (Operand("current", items[now].quantity, items[now].mention.span),),
        stated,
        paragraph.flow.span(items[now].spot.start, items[other].spot.end),
        Verdict.INCONSISTENT,
        expected=f"{year - 1}年",
        cause=Cause.YEAR,
        certain=False,
        formula="比较的年份应早于本年",
    )
