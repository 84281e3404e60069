"""对照法律原文的量具：按条取文、数出期限比例金额、量最长相同的一段。"""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

_ARTICLE = re.compile(r"(第[零一二三四五六七八九十百]+条(?:之[一二三四五六七八九十]+)?)[\s　]")
_NUMBER = r"(?:\d[\d,]*(?:\.\d+)?|[零〇一二两三四五六七八九十百千]+)"
_UNIT = r"工作日|日|天|个月|月|年|小时|周岁|元|%|倍|平方米|公里|千米|米|吨|千克|公斤|克|人|名|件"
_AMOUNT = re.compile(rf"(?<!第)(百分之|千分之|万分之)?({_NUMBER})([万亿]?)个?({_UNIT})?")
_FIGURES = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "": 1}


def articles(path: Path) -> dict[str, str]:
    """一部法律的条文：条号 -> 该条全文（各款各项合在一起）。"""
    body = path.read_text(encoding="utf-8").split("<!-- INFO END -->", 1)[1]
    found: dict[str, str] = {}
    here = ""
    for line in body.splitlines():
        if line.startswith("#"):
            here = ""
        elif match := _ARTICLE.match(line):
            here = match[1]
            found[here] = line[match.end() :]
        elif here:
            found[here] += "\n" + line
    return found


def amounts(text: str) -> set[tuple[Decimal, str]]:
    """文中带单位的数：二十日、20日同为 (20, 日)，百分之三、3% 同为 (3, %)，20万元折成元。"""
    return set(_amounts(text.replace("％", "%")))


def _amounts(text: str) -> Iterator[tuple[Decimal, str]]:
    for part, number, power, unit in _AMOUNT.findall(text):
        if part:
            yield _value(number), part.replace("百分之", "%")
        elif unit:
            yield _value(number) * _POWERS[power], {"天": "日"}.get(unit, unit)


def _value(number: str) -> Decimal:
    if number[0].isdigit():
        return Decimal(number.replace(",", ""))
    total = figure = 0
    for char in number:
        if char in _FIGURES:
            figure = _FIGURES[char]
        else:
            total += (figure or 1) * _POWERS[char]
            figure = 0
    return Decimal(total + figure)


def longest_common(card: str, article: str) -> str:
    """两段文字最长的相同一段。"""
    best = ""
    for start in range(len(card)):
        while start + len(best) < len(card) and card[start : start + len(best) + 1] in article:
            best = card[start : start + len(best) + 1]
    return best
