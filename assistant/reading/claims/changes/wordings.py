"""用词的断言：持平、大于小于、翻番说的与数字合不合。"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from assistant.domain.findings import Span
from assistant.domain.intervals import Interval
from assistant.domain.quantities import Dimension, Quantity
from assistant.domain.statements import Relationship
from assistant.reading.claims.changes.priors import is_prior, latest_year
from assistant.reading.claims.judging.formulas import COMPARED, SAME, TIMES
from assistant.reading.claims.judging.judging import LOOSE, Claim, Input
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.directions import last_direction, opposite
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import same_unit
from assistant.reading.claims.sentence.skeleton import N
from assistant.reading.text.labels import PLANNED

_STOCKS = (Role.LEVEL, Role.REACHED)
_SIDES = (*_STOCKS, Role.BASE, Role.ORIGIN)
_RATIOS = (Dimension.RATIO, Dimension.POINT)
_FLAT = re.compile(
    r"(?<!基本)(?<!大致|大体|总体)(?<!略)(?:持平|无(?:增减)?变化|没有(?:增减)?变化|无增减|未发生变化|不变"
    rf"|(?<={N})(?:相同|一致|相等))"
)
_SIZE = re.compile(
    r"(?P<left>[^，。；：（）\ue000-\ue00f]{0,12}?(?:决算|执行|支出|实际)[^，。；：（）\ue000-\ue00f于]{0,4}?)"
    r"(?P<word>大于|小于|高于|低于|等于|超过|少于|多于)(?P<right>[^，。；：（）\ue000-\ue00f]{0,6}预算数?)"
)
_EVEN = re.compile("(?:实现|做到)?(?:收支|当年)平衡")
_SIDE = re.compile("(?:收入|支出)(?:合计|总计|决算|预算)?(?:数|为)*$")
_DOUBLED = re.compile(r"翻(?:了)?(?P<times>[一两二三]?)番|增长(?:了)?(?P<fold>[一1])倍")
_TIMES = {"": 1, "一": 1, "两": 2, "二": 2, "三": 3}
_MORE = frozenset("大于 高于 超过 多于".split())
_OPPOSITE = {"大于": "小于", "高于": "低于", "超过": "低于", "多于": "少于"}
_OPPOSITE |= {less: more for more, less in _OPPOSITE.items()}
_END = Decimal("1e30")


class Word(NamedTuple):
    """骨架里的一个词：写法、在原文的位置、它前面最后一个数的序号。"""

    match: re.Match[str]
    text: str
    span: Span
    after: int


def word_claims(paragraph: Paragraph) -> Iterator[Claim]:
    """一段里用词的断言。"""
    for word in _words(paragraph, _FLAT, "持平", "变", "增减", "相", "一致"):
        claim = _flat(paragraph, word)
        if claim is not None:
            yield claim
    for word in _words(paragraph, _SIZE, "于", "超过"):
        claim = _sized(paragraph, word)
        if claim is not None:
            yield claim
    for word in _words(paragraph, _EVEN, "平衡"):
        claim = _balanced(paragraph, word)
        if claim is not None:
            yield claim
    yield from _reached(paragraph)
    for word in _words(paragraph, _DOUBLED):
        claim = _doubled(paragraph, word)
        if claim is not None:
            yield claim


def _words(paragraph: Paragraph, pattern: re.Pattern[str], *cues: str) -> Iterator[Word]:
    """骨架里的各处；cues 是必有其一的字，没有的段不必找。"""
    if cues and not any(map(paragraph.frame.__contains__, cues)):
        return
    for match in pattern.finditer(paragraph.frame):
        text = match.groupdict().get("word") or match.group()
        at = match.start("word") if "word" in match.groupdict() else match.start()
        after = bisect_left(paragraph.items, at, key=lambda item: item.at) - 1
        if after < 0:
            continue
        start = paragraph.text.find(text, paragraph.items[after].spot.end)
        if start >= 0:
            yield Word(match, text, paragraph.flow.span(start, start + len(text)), after)


def _sentence_of(paragraph: Paragraph, word: Word) -> int | None:
    """词所在句的数；词自成一句的，没有。"""
    between = paragraph.frame[paragraph.items[word.after].at : word.match.start()]
    return None if re.search("[。！？]", between) else paragraph.items[word.after].sentence


def _flat(paragraph: Paragraph, word: Word) -> Claim | None:
    """甲数与上年的乙数持平：两数相等。"""
    items, sentence = paragraph.items, _sentence_of(paragraph, word)
    here = [
        i
        for i in paragraph.back(word.after)
        if items[i].sentence == sentence and items[i].role in _SIDES and not items[i].reason
    ]
    priors = [i for i in here if _is_prior(paragraph, i) and not _spoken_for(paragraph, i, word)]
    if not priors:
        return None
    prior = priors[0]
    now = [i for i in here if i not in priors and same_unit(items[i], items[prior])]
    if not now or items[now[0]].part != items[word.after].part:
        return None
    return Claim(
        Relationship.SAME_AS,
        SAME,
        (plain(items[prior], "prior"),),
        plain(items[now[0]], "current"),
        Span(min(items[prior].mention.span, items[now[0]].mention.span).start, word.span.end),
        len(priors) == 1,
    )


def _balanced(paragraph: Paragraph, word: Word) -> Claim | None:
    """本年收入甲、本年支出乙，收支平衡：紧挨着的一收一支相等。"""
    items, at = paragraph.items, word.after
    if at < 1 or items[at - 1].sentence != _sentence_of(paragraph, word):
        return None
    sides = [_SIDE.search(paragraph.lead(i)) for i in (at - 1, at)]
    if items[at].sentence != items[at - 1].sentence or not all(sides):
        return None
    if {side[0][:2] for side in sides if side} != {"收入", "支出"}:
        return None
    span = Span(items[at - 1].mention.span.start, word.span.end)
    income = (plain(items[at - 1], "income"),)
    return Claim(Relationship.SAME_AS, SAME, income, plain(items[at], "spending"), span)


def _spoken_for(paragraph: Paragraph, index: int, word: Word) -> bool:
    """夹在比较里、后面另有增减或别的数的：甲较上年30万元减少5万元，其中乙20万元，较上年持平。"""
    items = paragraph.items
    return items[index].role is Role.BASE and any(
        items[i].role in (Role.CHANGE, Role.RATE) or same_unit(items[i], items[index])
        for i in range(index + 1, word.after + 1)
    )


def _is_prior(paragraph: Paragraph, index: int) -> bool:
    item = paragraph.items[index]
    if item.role is Role.BASE:
        return True
    return is_prior(paragraph.subjects[index], None, latest_year(paragraph, index))


def _sized(paragraph: Paragraph, word: Word) -> Claim | None:
    """决算数大于预算数：最近的一对决算、预算。"""
    items, subjects = paragraph.items, paragraph.subjects
    pool = [
        i
        for i in paragraph.back(word.after)
        if items[i].role in _STOCKS
        and items[i].dimension is Dimension.MONEY
        and not items[i].reason
    ]
    left = next((i for i in pool if subjects[i].basis in ("final", "executed")), None)
    right = next((i for i in pool if subjects[i].basis in PLANNED), None)
    if left is None or right is None or items[left].sentence != items[right].sentence:
        return None
    if items[word.after].sentence - items[left].sentence > 1 or word.text == "等于":
        return None
    if word.match["left"].endswith(("未", "不", "没有")):
        return None
    stated = _word(word.text, word.span, more=word.text in _MORE)
    span = paragraph.flow.span(items[min(left, right)].spot.start, items[max(left, right)].spot.end)
    return Claim(
        Relationship.DIFFERENCE,
        COMPARED,
        (plain(items[left], "left"), plain(items[right], "right")),
        stated,
        Span(span.start, max(span.end, word.span.end)),
        otherwise=_OPPOSITE[word.text],
    )


def _reached(paragraph: Paragraph) -> Iterator[Claim]:
    """由甲增加到乙：乙应大于甲。"""
    items = paragraph.items
    for at, item in enumerate(items):
        if item.role is not Role.REACHED or not item.direction:
            continue
        origin = next(paragraph.before(at, Role.ORIGIN), None)
        if origin is None or not same_unit(items[origin], item) or items[origin].part != item.part:
            continue
        start, end = items[origin].spot.end, item.spot.start
        at_word, word = last_direction(paragraph.text[start:end])
        if not word:
            continue
        span = paragraph.flow.span(start + at_word, start + at_word + len(word))
        yield Claim(
            Relationship.DIFFERENCE,
            COMPARED,
            (plain(item, "current"), plain(items[origin], "prior")),
            _word(word, span, more=item.direction > 0),
            paragraph.flow.span(items[origin].spot.start, item.spot.end),
            otherwise=opposite(word),
        )


def _word(text: str, span: Span, *, more: bool) -> Input:
    """说谁大谁小的词。"""
    within = Interval(Decimal(0), _END) if more else Interval(-_END, Decimal(0))
    return Input("word", Quantity(value=Decimal(0)), span, text=text, within=within)


def _doubled(paragraph: Paragraph, word: Word) -> Claim | None:
    """翻一番是原来的两倍；口语有出入，差得远的才算错。"""
    items, sentence = paragraph.items, _sentence_of(paragraph, word)
    here = [
        i
        for i in paragraph.back(word.after)
        if items[i].sentence == sentence and items[i].role in _SIDES
        and items[i].dimension not in _RATIOS
    ]  # fmt: skip
    priors = [i for i in here if items[i].role is Role.ORIGIN or _is_prior(paragraph, i)]
    now = [i for i in here if i not in priors]
    if not priors or not now or not same_unit(items[now[0]], items[priors[0]]):
        return None
    times = Decimal(2) ** (1 if word.match["fold"] else _TIMES[word.match["times"]])
    within = Interval(times * LOOSE[0], times * LOOSE[1])
    stated = Input("word", Quantity(value=times), word.span, text=word.text, within=within)
    inputs = (plain(items[now[0]], "current"), plain(items[priors[0]], "prior"))
    start = paragraph.flow.span(
        items[min(now[0], priors[0])].spot.start, items[word.after].spot.end
    )
    span = Span(start.start, word.span.end)
    fold = items[now[0]].quantity.base / (items[priors[0]].quantity.base or Decimal(1))
    return Claim(
        Relationship.OTHER, TIMES, inputs, stated, span, otherwise=f"增长到原来的{fold:.1f}倍"
    )
