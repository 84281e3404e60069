"""汇总表说明文字里的说法：项目个数、平均分、各等级个数、分档。"""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

_COUNTS = (
    re.compile(
        r"(?:共|总计|合计|涉及|纳入|包括)[^，。；;,\d]{0,12}?(\d+)\s*个[^，。；;,\d]{0,6}?项目"
    ),
    re.compile(
        r"项目(?:个数|数量|总数)?(?:共|合计|总计|为|：|:)?\s*(?:有)?\s*(\d+)\s*个(?!.{0,4}等级)"
    ),
    re.compile(r"^[^，。；]{0,40}?[（(]\s*(?:共)?\s*(\d+)\s*个(?:项目)?\s*[)）]"),
)
_MEAN = re.compile(r"平均(?:得?分数?|自评得?分)?(?:为|是|：|:)?\s*(\d{1,3}(?:\.\d+)?)\s*分?")
_EDGE = r"(\d+(?:\.\d+)?)\s*分?"
_SCALE = (
    re.compile(
        rf"{_EDGE}\s*[≤<]\s*(?:得分|总分|分值|综合得分|S)\s*[<≤]\s*{_EDGE}\s*(?:的?为|，|:|：)?\s*[“\"]?(\w{{1,2}})"
    ),
    re.compile(
        rf"(?:得分|总分|综合得分|S)?\s*[≥>]=?\s*{_EDGE}\s*(?:的?为|，|:|：)\s*[“\"]?(\w{{1,2}})"
    ),
    re.compile(rf"(?:得分|总分|综合得分|S)\s*<\s*{_EDGE}\s*(?:的?为|，|:|：)\s*[“\"]?(\w{{1,2}})"),
)


class PrintedBand(NamedTuple):
    """文字里的一档：low ≤ 得分 < high。"""

    name: str
    low: Decimal
    high: Decimal | None


def count_claims(text: str) -> list[int]:
    """文字所称的项目个数。"""
    found = [int(m[1]) for pattern in _COUNTS for m in pattern.finditer(text)]
    return list(dict.fromkeys(found))


def mean_claims(text: str) -> list[Decimal]:
    """文字所称的平均分。"""
    return [Decimal(match[1]) for match in _MEAN.finditer(text)]


def grade_claims(text: str, names: Sequence[str]) -> list[tuple[str, int]]:
    """文字所称的各等级个数。"""
    found = []
    for name in names:
        before = r"(?:^|[，。；;、,“”\"\s：:]|其中|评为|为|有)"
        said = rf"{before}{name}(?:等级|等次|级|的|”|\"|项目|为|有|：|:)*\s*(\d+)\s*个"
        found += [(name, int(match[1])) for match in re.finditer(said, text)]
    return found


def scale_of(text: str) -> list[PrintedBand]:
    """文字里的分档，由高到低；不成分档的为空。"""
    bands: list[PrintedBand] = []
    taken: list[range] = []
    for pattern in _SCALE:
        for match in pattern.finditer(text):
            if any(match.start() in span or match.end() - 1 in span for span in taken):
                continue
            taken.append(range(match.start(), match.end()))
            bands.append(_band(pattern, match))
    return sorted(bands, key=lambda band: band.low, reverse=True)


def _band(pattern: re.Pattern[str], match: re.Match[str]) -> PrintedBand:
    name = match[match.lastindex or 1].removesuffix("；")
    if pattern is _SCALE[0]:
        return PrintedBand(name, Decimal(match[1]), Decimal(match[2]))
    if pattern is _SCALE[1]:
        return PrintedBand(name, Decimal(match[1]), None)
    return PrintedBand(name, Decimal(0), Decimal(match[1]))
