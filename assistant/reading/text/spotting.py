"""在连贯文字里找阿拉伯数字写的数量。"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from assistant.reading.text.numerals import arabic
from assistant.reading.text.plain_numbers import (
    date_end,
    identity_end,
    is_code,
    is_named,
    is_plain_integer,
    mark_end,
)
from assistant.reading.text.units import UNIT_AFTER, WAN, scaled

MAX_DIGITS = 24
_SPACED = re.compile(
    r"\d{1,3}(?: \d{3})+(?:\.\d+)?(?= ?(?:[万亿]|元|个|人|座|处|公里|[km]m?\d?[^a-z]))"
)
_BEFORE_SPACED = re.compile("[\u4e00-\u9fff、，；：。（]")
_NUMBER = re.compile(r"\d(?:\d{0,2}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d*(?:\.\d+)*)")
_FRONT = re.compile(
    r"(?:大约|接近|将近|超过|突破|不足|不到|至少|不低于|不少于|不超过|不高于|(?<![节公合条])约|(?<![附最])近|[超逾])$"
)
_FRONT_ENDS = frozenset("约近过破足到少于超逾")
_BACK = re.compile(r"(?:（含）)?(以上|以下|以内|左右|上下|[余多](?![次种个家项方元\d]))")
_CJK = re.compile(r"[\u4e00-\u9fff：≥≤<>=＝～~—\-/+]")
_RANGE = re.compile(r"[~～—–-]\d")
_SECTION = re.compile(r"\d{1,2}\.\d{1,2}(?=[\u4e00-\u9fff《“])")
_COUNTED = re.compile(
    "(人次|人数|人口|户数|件数|辆次|场次|户次|床位数)(?:已|约|共|近|超|为|达到?)*$"
)
_NOUNS = {"人数": "人", "人口": "人", "户数": "户", "件数": "件", "床位数": "张"}
ROUGH = frozenset("大约 接近 将近 约 近 余 多 来 左右 上下".split())


class Spot(NamedTuple):
    """连贯文字里的一个数量：[start, end) 含符号、数字、单位，不含约数词。"""

    start: int
    end: int
    value: Decimal
    unit: str
    qualifier: str = ""


def arabic_spots(text: str) -> Iterator[Spot]:
    """从左到右的每个数量。年份、日期、序数、编号不算。"""
    at = 0
    while match := _NUMBER.search(text, at):
        start, end = match.span()
        if text.startswith(" ", end) and (spaced := _spaced(text, start)):
            end = spaced
        at = _passed(text, start, end)
        if at:
            continue
        spot = _spot(text, start, end)
        at = spot.end if spot else end
        if spot:
            yield spot


def _spaced(text: str, start: int) -> int:
    """千分空（5 221公里）的终点：前面是汉字或标点，后面跟着单位；不是则为 0。"""
    found = _SPACED.match(text, start) if start else None
    return found.end() if found and _BEFORE_SPACED.match(text, start - 1) else 0


def _passed(text: str, start: int, end: int) -> int:
    """这个数不是数量时，返回跳到哪里；否则为 0。"""
    if date := date_end(text, start):
        return max(date, end if text[end - 1] != "." else date)
    digits = text[start:end]
    if "." in digits and (mark := mark_end(text, start)):
        return mark
    if digits.count(".") > 1 or end - start > MAX_DIGITS or is_named(text, start):
        return end
    if start == 0 and (section := _SECTION.match(text)) and not _unit_at(text, end):
        return section.end()
    return identity_end(text, start, end) if "." not in digits else 0


def _unit_at(text: str, end: int) -> bool:
    match = UNIT_AFTER.match(text, end)
    return bool(match and match.end() > end)


def _spot(text: str, start: int, end: int) -> Spot | None:
    value = arabic(text[start:end])
    found = UNIT_AFTER.match(text, end)
    assert found is not None
    more, scale, more2, unit, _ = found.groups(default="")
    after = found.end()
    if not scale and not unit:
        after = end
        if wan := WAN.match(text, end):
            after, unit = wan.end(), "万元"
        elif not _bare(text, start, end):
            return None
    if unit and is_code(text, start, end):
        return None
    if not unit and scale[-1:] in ("万", "亿"):
        unit = counted_before(text, start)
    factor, unit = scaled(scale, unit)
    sign = _sign(text, start)
    value = value * factor if factor > 1 else value
    qualifier = qualifier_of(text, start - len(sign), after) or more or more2
    return Spot(start - len(sign), after, -value if sign else value, unit, qualifier)


def counted_before(text: str, start: int) -> str:
    """诊疗人次42.6亿：单位写在名称里，数后面只写万、亿；没有为空。"""
    found = _COUNTED.search(text, max(0, start - 8), start)
    return _NOUNS.get(found[1], found[1]) if found else ""


def _bare(text: str, start: int, end: int) -> bool:
    """没有单位的数算不算数量：小数、千分位算；整数要看左右。"""
    if not text[start:end].isdigit():
        return True
    if is_plain_integer(text, start, end):
        return False
    if _RANGE.match(text, end):
        return True
    before = text[start - 1] if start else ""
    return (not before and end == len(text)) or before == " " or bool(_CJK.match(before))


def _sign(text: str, start: int) -> str:
    """数字前的负号；区间的连接号不是负号。"""
    before = text[start - 1] if start else ""
    if before == "负":
        return before
    if before != "-":
        return ""
    earlier = text[start - 2] if start > 1 else ""
    return "" if earlier and (earlier.isascii() and earlier not in "(（=:,<>") else before


def qualifier_of(text: str, start: int, end: int) -> str:
    """数量前后的约数词；没有为空。"""
    if text[start - 1 : start] in _FRONT_ENDS and (
        front := _FRONT.search(text, max(0, start - 4), start)
    ):
        return front.group()
    back = _BACK.match(text, end)
    return back.group(1) if back else ""
