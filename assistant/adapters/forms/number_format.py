"""单元格数字格式：存的数怎样显示。只懂自评表会用到的部分：小数位、百分比、前后缀、日期。"""

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import NamedTuple

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format

# 中文版表格软件的内置日期格式编号，不在公开的表里
_EAST_ASIAN_DATES = frozenset((*range(27, 37), *range(50, 59)))
_TOKENS = re.compile(r'"([^"]*)"|\\(.)|[_*].|\[[^\]]*\]|([0#?][0#?.,]*)|(%)|([^\x00-\x7f]+)|.')


class NumberFormat(NamedTuple):
    """places 为空表示常规格式，照存的数显示。"""

    places: int | None = None
    percent: bool = False
    date: bool = False
    prefix: str = ""
    suffix: str = ""


GENERAL = NumberFormat()


def format_of(number: int, code: str | None) -> NumberFormat:
    """由格式编号和格式代码得出。"""
    if number in _EAST_ASIAN_DATES:
        return NumberFormat(date=True)
    return _parse(code if code is not None else BUILTIN_FORMATS.get(number, "General"))


@lru_cache(maxsize=512)
def _parse(code: str) -> NumberFormat:
    if code in ("General", "@", ""):
        return GENERAL
    if is_date_format(code):
        return NumberFormat(date=True)
    core, percent, before, after = "", False, "", ""
    for token in _TOKENS.finditer(code.split(";")[0]):
        core = core or token[3] or ""
        percent = percent or bool(token[4])
        literal = (token[1] or token[2] or token[5] or "").strip()
        before, after = (before, after + literal) if core else (before + literal, after)
    if not core:
        return GENERAL
    places = len(re.findall(r"[0#?]", core.partition(".")[2]))
    return NumberFormat(places, percent, prefix=before, suffix=after)


def exact(raw: str) -> Decimal:
    """存的数。表格软件只有 15 位有效数字，其后是二进制的尾差。"""
    return Decimal(format(float(raw), ".15g"))


def shown(number: Decimal, form: NumberFormat) -> str:
    """显示的文字；number 的百分比已乘 100。不用千分位。"""
    if form.places is not None:
        number = number.quantize(Decimal(1).scaleb(-form.places), rounding=ROUND_HALF_UP)
    return f"{form.prefix}{number:f}{'%' if form.percent else ''}{form.suffix}"
