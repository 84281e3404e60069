"""清点的断言：说了“三项措施”，其后列的是不是三条。

主要做了以下三个方面的工作：一是……；二是……；三是……
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from assistant.domain.findings import Span
from assistant.domain.quantities import Quantity
from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.judging import Claim, Input
from assistant.reading.claims.scores.scoring import COUNTED
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.text.marks import deeper, ordinal
from assistant.reading.text.numerals import hanzi

_NUMBER = r"(?P<n>\d{1,2}|[一二两三四五六七八九十]{1,3})"
_WHAT = (
    "措施|工作|任务|问题|方面|原因|做法|举措|经验|建议|环节|阶段|步骤|要点|原则|职责|特点|事项|成效|意见"
    "|机制|不足|要求|整治|行动|工程"
)
_PROMISE = re.compile(
    r"(?=[\d一二两三四五六七八九十])(?<![第\d.．〇一二三四五六七八九十百])(?!一步)"
    rf"{_NUMBER}(?P<unit>个方面|方面|个|项|条|点|大|类|种|步)"
    rf"(?P<what>(?:[^，。；：！？、（）\d]{{0,12}}?(?:{_WHAT}))?)"
    r"(?:，?(?:具体|分别|主要|即|包括|具体包括|归纳起来|概括起来)(?:是|为|有|如下|包括)?|如下)?(?P<end>[：:。]?)"
)
_PLAIN_UNITS = ("个方面", "方面", "点", "条", "步")
_BELOW = re.compile(r"(?:以下|如下|下列)$")
_ABOVE = re.compile(r"(?:上述|以上|前述|这)$")
_INLINE = (
    re.compile(r"(?:^|(?<=[。；，：、]))([一二三四五六七八九十]{1,3})是(?!的|否)"),
    re.compile(r"（([一二三四五六七八九十]{1,3})）"),
    re.compile(r"（(\d{1,2})）"),
    re.compile(r"(?:^|(?<=[。；：]))(\d{1,2})[.．、](?!\d)"),
    re.compile(r"(?:^|(?<=[。；，：]))第([一二三四五六七八九十])(?:步|阶段)?[，、：]"),
    re.compile(r"([①-⑳])"),
)
_MARKED = re.compile("[是（.．、第①-⑳]")
_LEAD = 2
_NEAR = 4
_RECENT = 2


class Mark(NamedTuple):
    """一条列举的序号：第几条、写成什么字、在原文的位置。"""

    number: int
    text: str
    span: Span


Marks = tuple[Mark, ...]


def count_claims(paragraphs: Sequence[Paragraph]) -> Iterator[Claim]:
    """各处说了个数又逐条列出的。"""
    recent: list[Marks] = []
    for at, paragraph in enumerate(paragraphs):
        text = paragraph.flow.text
        for match in _PROMISE.finditer(text):
            before = max(0, match.start() - _LEAD)
            below = _BELOW.search(text, before, match.start())
            if not (match["what"] or below or match["unit"] in _PLAIN_UNITS):
                continue
            above = _ABOVE.search(text, before, match.start())
            if above and (told := [*recent, *_just_told(paragraph, match)]):
                yield _claim(paragraph, match, _meant(told, match))._replace(certain=False)
            elif found := _after(paragraphs, at, match):
                yield _claim(paragraph, match, found)
        if found := _inline(paragraph, 0) or _across(paragraphs, at):
            recent = [*recent[1 - _RECENT :], found]


def _just_told(paragraph: Paragraph, match: re.Match[str]) -> Sequence[Marks]:
    """同一段里前面刚列完的。"""
    here = _inline(paragraph, 0)
    end = paragraph.flow.span(*match.span()).start
    return [here] if here and here[-1].span.end <= end else []


def _meant(recent: Sequence[Marks], match: re.Match[str]) -> Marks:
    """上述几个方面说的是前面哪处列举：近处有条数相符的就是它，都不相符取最近的。"""
    number = _value(match["n"])
    return next((marks for marks in reversed(recent) if len(marks) == number), recent[-1])


def _after(paragraphs: Sequence[Paragraph], at: int, match: re.Match[str]) -> Marks:
    """紧跟在后面的列举：同段接着列，或在下一段起逐段列。"""
    text = paragraphs[at].flow.text
    if match["end"] and match.end() == len(text):
        return _across(paragraphs, at)
    text = paragraphs[at].flow.text
    below = _BELOW.search(text, 0, match.start())
    return _continued(paragraphs, at, match.end()) if below or match["end"] != "。" else ()


def _continued(paragraphs: Sequence[Paragraph], at: int, start: int) -> Marks:
    """一段之内的列举；折行处正好是下一条序号的，接着数。"""
    marks = _inline(paragraphs[at], start)
    for paragraph in _following(paragraphs, at) if marks else ():
        pattern = next(p for p in _INLINE if p.search("；" + marks[0].text, 1))
        more = _marks(paragraph, pattern, 0)
        numbers = [mark.number for mark in more]
        if numbers != [*range(len(marks) + 1, len(marks) + len(more) + 1)] or not more:
            break
        if more[0].span.start != paragraph.flow.origin(0):
            break
        marks = (*marks, *more)
    return marks


def _marks(paragraph: Paragraph, pattern: re.Pattern[str], start: int) -> Marks:
    found = pattern.finditer(paragraph.flow.text, start)
    return tuple(Mark(_value(m[1]), m.group(), paragraph.flow.span(*m.span())) for m in found)


def _inline(paragraph: Paragraph, start: int) -> Marks:
    """一段之内从 start 起的列举；开头须是第一条，次序须连续，否则为空。"""
    text, end = paragraph.flow.text, start + _NEAR + 8
    for pattern in _INLINE if _MARKED.search(text, start, end) else ():
        first = pattern.search(text, start, end)
        if first is None or _value(first[1]) != 1 or (start and first.start() - start > _NEAR):
            continue
        marks = _marks(paragraph, pattern, first.start())
        if [mark.number for mark in marks] == [*range(1, len(marks) + 1)] and len(marks) > 1:
            return marks
    return ()


def _across(paragraphs: Sequence[Paragraph], at: int) -> Marks:
    """下一段起逐段编号的列举。"""
    found: list[Mark] = []
    style = ""
    for paragraph in _following(paragraphs, at):
        mark = ordinal(paragraph.flow.text)
        if mark is None:
            if not found:
                break
            continue
        style = style or (mark.style if mark.number == 1 else "")
        if mark.style == style and mark.number == len(found) + 1:
            span = paragraph.flow.span(0, mark.length)
            found.append(Mark(mark.number, paragraph.flow.text[: mark.length], span))
        elif not style or mark.style == style or not deeper(mark.style, style):
            break
    return tuple(found) if len(found) > 1 else ()


def _following(paragraphs: Sequence[Paragraph], at: int) -> Iterator[Paragraph]:
    """其后各段；多半看一两段就够，不必抄一份。"""
    return (paragraphs[index] for index in range(at + 1, len(paragraphs)))


def _value(text: str) -> int:
    if "①" <= text <= "⑳":
        return ord(text) - 0x245F
    return int(text) if text.isdigit() else int(hanzi(text.replace("两", "二")) or 0)


def _claim(paragraph: Paragraph, match: re.Match[str], marks: Marks) -> Claim:
    """所称的个数与所列的条数。"""
    stated = paragraph.flow.span(match.start("n"), match.end("unit"))
    known = next((i for i in paragraph.items if i.spot.start == match.start("n")), None)
    if known is not None:
        stated = known.mention.span
    quantity = Quantity(Decimal(_value(match["n"])), match["unit"])
    one = Quantity(Decimal(1), "个")
    inputs = tuple(Input("item", one, m.span, text=m.text) for m in marks)
    return Claim(
        Relationship.COUNT,
        COUNTED,
        inputs,
        Input("count", quantity, stated),
        Span(min(stated.start, marks[0].span.start), max(stated.end, marks[-1].span.end)),
    )
