"""单元格的显示：按数字格式把存的值变成表上看到的字（0.95 显示为 95.00%）。"""

import datetime
import re
from decimal import ROUND_HALF_UP, Decimal

_SECTION = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_DECIMALS = re.compile(r"\.([0#?]+)")
_LITERAL = re.compile(r'"([^"]*)"')
_FIFTEEN = 15

CellValue = str | float | int | bool | datetime.datetime | datetime.date | datetime.time | None


def shown(value: object, number_format: str) -> str:
    """单元格显示的文字。认不得的格式按常规显示。"""
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
    sections = number_format.split(";")
    section = sections[1] if exact < 0 and len(sections) > 1 else sections[0]
    plain = _SECTION.sub("", section)
    if not re.search(r"[0#]", plain) or re.search(r"[Ee@/?]|,(?![#0])|!", plain):
        return general(exact)
    return _laid_out(exact, section, plain, signed=section is sections[0])


def _laid_out(exact: Decimal, section: str, plain: str, *, signed: bool) -> str:
    percent = "%" in plain
    found = _DECIMALS.search(plain)
    places = len(found[1]) if found else 0
    amount = exact * 100 if percent else exact
    rounded = amount.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    digits = f"{abs(rounded):,f}" if "," in plain else f"{abs(rounded):f}"
    if found and set(found[1]) == {"#"}:
        digits = digits.rstrip("0").rstrip(".")
    minus = "-" if rounded < 0 and (signed or "-" in plain) else ""
    body = f"{minus}{digits}{'%' if percent else ''}"
    tail = "".join(_LITERAL.findall(section.rpartition("0")[2]))
    return f"({body})" if "(" in plain and not signed else body + tail


def general(exact: Decimal) -> str:
    """常规格式：最多 15 位有效数字，不用科学记数法。"""
    if exact == 0:
        return "0"
    places = min(max(_FIFTEEN - 1 - exact.adjusted(), 0), 30)
    text = (
        f"{exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}"
        if places
        else f"{exact:.0f}"
    )
    return text.rstrip("0").rstrip(".") if "." in text else text


def _date(value: datetime.date, number_format: str) -> str:
    if "年" in number_format:
        day = f"{value.day}日" if "日" in number_format else ""
        return f"{value.year}年{value.month}月{day}"
    if "/" in number_format:
        return f"{value.year}/{value.month}/{value.day}"
    return f"{value.year}-{value.month:02d}-{value.day:02d}"
