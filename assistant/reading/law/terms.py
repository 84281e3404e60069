"""期限、比例、倍数：条文和正文里带单位的数，写法不同也能相比。二十日、20日同为 (20, 日)。"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from assistant.domain.findings import Span

_ARABIC = r"\d[\d,]*(?:\.\d+)?"
_HANZI = "[零〇一二两三四五六七八九十百千]+"
_UNITS = "工作日|日|天|个月|倍"
_TERM = re.compile(
    rf"(?<![第月\d.年〔])(?:百分之(?P<part>{_HANZI}|{_ARABIC})|(?P<rate>{_ARABIC})\s*[%％]|"
    rf"(?P<count>{_ARABIC}|{_HANZI})\s*个?(?P<unit>{_UNITS}))"
)
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_POWERS = {"十": 10, "百": 100, "千": 1000}
_SAME = {"天": "日"}


class Term(NamedTuple):
    """一个期限、比例或倍数。"""

    value: Decimal
    unit: str
    span: Span

    @property
    def kind(self) -> str:
        """可以相比的种类：日与工作日都是天数。"""
        return "日" if self.unit == "工作日" else self.unit


def terms(text: str) -> Iterator[Term]:
    """文中的期限、比例、倍数，依次。"""
    for match in _TERM.finditer(text):
        span = Span(*match.span())
        if match["unit"]:
            yield Term(_value(match["count"]), _SAME.get(match["unit"], match["unit"]), span)
        else:
            yield Term(_value(match["part"] or match["rate"]), "%", span)


def _value(text: str) -> Decimal:
    if text[0].isdigit():
        return Decimal(text.replace(",", ""))
    total = figure = 0
    for char in text:
        if char in _DIGITS:
            figure = _DIGITS[char]
        else:
            total += (figure or 1) * _POWERS[char]
            figure = 0
    return Decimal(total + figure)
