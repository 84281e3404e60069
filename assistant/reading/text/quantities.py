"""数量的读取：一段文字里的每一个数量，连同单位、位置和约数词。

认得 万元 亿元 元 % ‰ 个百分点 分 个 人 辆 批次 平方米 等单位，全角、千分位、汉字数字，
近、约、余、以上、不足，负数，区间，以及被折行、分页拆开的数。日期、年份、序数、
条款、文号、编号不是数量。
"""

import re
from collections.abc import Iterator, Sequence

from assistant.domain.findings import Span
from assistant.domain.quantities import Dimension, Quantity, places_of, unit_named
from assistant.domain.statements import Mention
from assistant.reading.tables.rows import Kind, row_tokens
from assistant.reading.text.flow import Flow
from assistant.reading.text.hanzi_spots import hanzi_spots
from assistant.reading.text.layout import layout
from assistant.reading.text.spotting import ROUGH, Spot, arabic_spots

_LINK = re.compile(r"[~～—–\-至到、和与及]|——")
_MOVED = re.compile("(?:增加|减少|增长|下降|提高|降低|上升)了?")
_COMMA = re.compile(r"[,，]")


def mentions(text: str) -> tuple[Mention, ...]:
    """一段文字里的每一个数量，按位置先后。"""
    plan = layout(text)
    found = [m for paragraph in plan.paragraphs for m in flow_mentions(paragraph)]
    for table in plan.tables:
        found += [m for line in table for m in row_mentions(text, line.span)]
    return tuple(sorted(found, key=lambda mention: mention.span))


def flow_mentions(paragraph: Flow) -> tuple[Mention, ...]:
    """一段连贯文字里的数量。"""
    return tuple(mention_of(paragraph, spot) for spot in spots(paragraph.text))


def mention_of(paragraph: Flow, spot: Spot) -> Mention:
    """连贯文字里的一处，换成原文的位置。"""
    return Mention(
        Quantity(spot.value, spot.unit),
        paragraph.span(spot.start, spot.end),
        spot.qualifier in ROUGH,
        spot.qualifier,
    )


def row_mentions(text: str, line: Span) -> Iterator[Mention]:
    """表格一行文字里的数量：只有数值的格，和名称里带单位的数。"""
    for token in row_tokens(text, line):
        if token.value is not None:
            yield Mention(token.value, token.span)
        elif token.kind is Kind.LABEL:
            for spot in spots(token.text):
                if spot.unit:
                    yield Mention(
                        Quantity(spot.value, spot.unit),
                        _spread(text, token.span, spot),
                        qualifier=spot.qualifier,
                    )


def _spread(text: str, whole: Span, spot: Spot) -> Span:
    """名称的文字去掉了空白，位置要还原到原文。"""
    kept = [i for i in range(whole.start, whole.end) if not text[i].isspace()]
    return Span(kept[spot.start], kept[spot.end - 1] + 1)


def spots(text: str) -> list[Spot]:
    """连贯文字里的数量，从左到右；区间和并列的数补上共用的单位。"""
    found = sorted((*arabic_spots(text), *hanzi_spots(text)))
    return _share_units(text, _joined(text, found))


def _joined(text: str, found: Sequence[Spot]) -> list[Spot]:
    """1亿2000万元 是一个数。"""
    joined: list[Spot] = []
    for spot in found:
        last = joined[-1] if joined else None
        if last and last.end == spot.start and text[last.end - 1] == "亿" and spot.unit == "万元":
            value = last.value * 10_000 + spot.value
            joined[-1] = Spot(last.start, spot.end, value, "万元", spot.qualifier)
        else:
            joined.append(spot)
    return joined


def _share_units(text: str, found: list[Spot]) -> list[Spot]:
    """63～68%、12.5、13.6万元：前一个数没写单位，同后一个；较2.08减少0.03万元，同。"""
    for index in range(len(found) - 2, -1, -1):
        spot, after = found[index], found[index + 1]
        if not spot.unit and after.unit and _linked(text, spot, after):
            found[index] = spot._replace(unit=after.unit)
    return found


def _linked(text: str, one: Spot, other: Spot) -> bool:
    """两数并列；逗号隔开的须都有小数，以免与千分位相混。"""
    between = text[one.end : other.start]
    if _MOVED.fullmatch(between):
        return unit_named(other.unit).dimension not in (Dimension.RATIO, Dimension.POINT)
    both = places_of(one.value) > 0 and places_of(other.value) > 0
    return bool(_LINK.fullmatch(between) or (both and _COMMA.fullmatch(between)))
