"""一比几的断言：教师1200人、学生18000人，师生比1∶15，是后一个数除以前一个。"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import permutations

from assistant.domain.quantities import Dimension, Quantity
from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import ONE_TO
from assistant.reading.claims.judging.judging import Claim, Doubt, Input
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.text.numerals import arabic

_RATIO = re.compile(
    r"(?P<name>[^，。；：、（）\d]{1,10}?)比(?:例|值)?(?:为|达到?|是|约|至|到|高达|已)*"
    r"1[:：∶](?P<x>\d{1,4}(?:\.\d{1,3})?)(?![\d:：∶])"
)
_ONES = ("1:", "1：", "1∶")
_STOCKS = (Role.LEVEL, Role.FLOW, Role.REACHED)
_RATIOS = (Dimension.RATIO, Dimension.POINT)


def one_to_claims(paragraph: Paragraph) -> Iterator[Claim]:
    """一段里的一比几；同一句前面恰有两个同类数的才断定是它们，多了的算得通才算读懂。"""
    text = paragraph.text
    if "比" not in text or not any(map(text.__contains__, _ONES)):
        return
    for match in _RATIO.finditer(text):
        sides = _sides(paragraph, match.start())
        value = arabic(match["x"])
        if len(sides) < 2 or not value:
            continue
        pairs = [tuple(_input(paragraph, i, n) for n, i in enumerate(pair)) for pair in sides]
        first, *others = sorted(
            pairs, key=lambda pair: (pair[0].base < pair[1].base) is (value < 1)
        )
        span = paragraph.flow.span(match.start("x"), match.end("x"))
        stated = Input("ratio", Quantity(value=value), span)
        yield Claim(
            Relationship.RATIO,
            ONE_TO,
            first,
            stated,
            paragraph.sentence(sides[0][0]),
            certain=False,
            others=tuple((ONE_TO, other) for other in others),
            doubt=Doubt.NONE if len(sides) == 2 else Doubt.AGREE,
        )


def _sides(paragraph: Paragraph, start: int) -> Sequence[tuple[int, int]]:
    """前面同一句里两两成对的同类数，两头都可能在前。"""
    items = paragraph.items
    last = bisect_left(items, start, key=lambda item: item.spot.start) - 1
    if last < 0 or "。" in paragraph.text[items[last].spot.end : start]:
        return ()
    near = [
        i
        for i in range(max(0, last - 3), last + 1)
        if items[i].sentence == items[last].sentence
        and items[i].role in _STOCKS
        and items[i].dimension is items[last].dimension
        and items[i].dimension not in _RATIOS
        and items[i].quantity.value > 0
    ]
    return list(permutations(near, 2))


def _input(paragraph: Paragraph, at: int, number: int) -> Input:
    return plain(paragraph.items[at], ("one", "other")[number])
