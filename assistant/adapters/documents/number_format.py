"""单元格的显示：按数字格式把存的值变成表上看到的字（0.95 显示为 95.00%）。"""

import datetime
import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import NamedTuple

_DRESSING = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_DECIMALS = re.compile(r"\.([0#?]+)")
_LITERAL = re.compile(r'"([^"]*)"')
_ODD = re.compile(r"[Ee@/?!]|,(?![#0])")
_FIFTEEN = 15


class _Picture(NamedTuple):
    """一段数字格式：小数位、是否百分数、是否千分位、可省的零、负号、括号、后缀。"""

    places: int
    percent: bool
    thousands: bool
    optional: bool
    minus: bool
    brackets: bool
    tail: str


def shown(value: object, number_format: str) -> str:
    """单元格显示的文字。认不得的格式按常规显示。"""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number(value, number_format)
    if isinstance(value, datetime.datetime | datetime.date):
        return _date(value, number_format)
    return str(value)


def _number(value: float, number_format: str) -> str:
    exact = Decimal(repr(value) if isinstance(value, float) else value)
    if not exact.is_finite():
        return str(value)
    picture = None if number_format == "General" else _picture(number_format, exact < 0)
    return general(exact) if picture is None else _laid_out(exact, picture)


@lru_cache(maxsize=512)
def _picture(number_format: str, negative: bool) -> _Picture | None:
    sections = number_format.split(";")
    own = negative and len(sections) > 1
    section = sections[1] if own else sections[0]
    plain = _DRESSING.sub("", section)
    if not re.search(r"[0#]", plain) or _ODD.search(plain):
        return None
    found = _DECIMALS.search(plain)
    return _Picture(
        places=len(found[1]) if found else 0,
        percent="%" in plain,
        thousands="," in plain,
        optional=bool(found) and set(found[1] if found else "") == {"#"},
        minus=not own or "-" in plain,
        brackets=own and "(" in plain,
        tail="".join(_LITERAL.findall(section.rpartition("0")[2])),
    )


def _laid_out(exact: Decimal, picture: _Picture) -> str:
    amount = exact * 100 if picture.percent else exact
    rounded = amount.quantize(Decimal(1).scaleb(-picture.places), ROUND_HALF_UP)
    digits = f"{abs(rounded):,f}" if picture.thousands else f"{abs(rounded):f}"
    if picture.optional:
        digits = digits.rstrip("0").rstrip(".")
    body = f"{digits}{'%' if picture.percent else ''}"
    if picture.brackets:
        return f"({body})"
    return f"{'-' if rounded < 0 and picture.minus else ''}{body}{picture.tail}"


def general(exact: Decimal) -> str:
    """常规格式：最多 15 位有效数字，不用科学记数法。"""
    if exact == exact.to_integral_value():
        return f"{exact:.0f}"
    places = min(max(_FIFTEEN - 1 - exact.adjusted(), 0), 30)
    text = f"{exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _date(value: datetime.date, number_format: str) -> str:
    if "年" in number_format:
        day = f"{value.day}日" if "日" in number_format else ""
        return f"{value.year}年{value.month}月{day}"
    if "/" in number_format:
        return f"{value.year}/{value.month}/{value.day}"
    return f"{value.year}-{value.month:02d}-{value.day:02d}"
