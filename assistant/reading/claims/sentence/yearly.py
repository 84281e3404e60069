"""逐年并列：2021年、2022年、2023年投入分别为甲、乙、丙，各数是各年的。"""

import re
from collections.abc import Sequence

from assistant.reading.claims.sentence.items import Item

_YEAR = r"(?:19|20)\d\d年?度?"
_ROW = re.compile(rf"({_YEAR}(?:[、和及与，]{_YEAR}){{1,9}})[^、，。；\ue000-\ue00f]{{0,30}}分别")
_RANGE = re.compile(
    r"((?:19|20)\d\d)年?[—–\-~至到]+((?:19|20)\d\d)年[^，。；\ue000-\ue00f]{0,30}分别"
)
_ONE = re.compile(r"(?:19|20)\d\d")


def dated(frame: str, items: Sequence[Item]) -> tuple[Item, ...]:
    """给各排并列的数补上年份；年份与数的个数不相等的不补。"""
    done = list(items)
    for first, item in enumerate(items):
        if item.follows or item.each != "分别":
            continue
        last = first
        while last + 1 < len(items) and items[last + 1].follows:
            last += 1
        years = _years(frame[max(0, item.at - 80) : item.at])
        if len(years) == last - first + 1 > 1:
            for at, year in enumerate(years, first):
                done[at] = done[at]._replace(label=done[at].label._replace(year=year))
    return tuple(done)


def _years(lead: str) -> list[int]:
    """一排数前面写的各年，依次。"""
    if found := list(_ROW.finditer(lead)):
        return [int(year) for year in _ONE.findall(found[-1][1])]
    if ranges := list(_RANGE.finditer(lead)):
        start, end = int(ranges[-1][1]), int(ranges[-1][2])
        return [*range(start, end + 1)]
    return []
