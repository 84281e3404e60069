"""自评表格内文字的规整与取数。"""

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache

from assistant.domain.forms import Told
from assistant.domain.grid import GridCell
from assistant.domain.quantities import UNITS

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_KEEP = {ord(mark) for mark in "，；：？！（）"}
_TO_PLAIN: dict[int, int | str] = {
    code: plain for code, plain in _WIDE.items() if code not in _KEEP
}
_TO_PLAIN |= {ord("−"): "-", ord("－"): "-", ord("﹣"): "-", ord("　"): " ", 0xA0: " "}
_NUMBER = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?")
_WHOLE = re.compile(r"\(?[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?\)?|\(?[-+]?\d+(?:\.\d+)?\)?")
_DAY = re.compile(
    r"(?P<y>20\d\d)\s*[年./-]\s*(?P<m>\d{1,2})\s*(?:[月./-]\s*(?P<d>\d{1,2}|底|末)?\s*日?|月)"
)
_SHORT_DAY = re.compile(r"(?<!\d)(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2}|底|末)?\s*日?")
_YEAR_END = re.compile(r"(?P<y>20\d\d)?\s*年(?:度内|底|末|内)|(?P<only>20\d\d)\s*年度?$")
_QUARTER = re.compile(r"第?([一二三四1-4])季度")
_MEASURES = frozenset(
    "天 日 工作日 个工作日 周 月 个月 年 小时 分钟 公里 米 千米 吨 千瓦时 度 亩 公顷".split()
)
_DAYS = frozenset("天 日 工作日 个工作日".split())
_LAST = {1: 31, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}


def plain(text: str) -> str:
    """全角数字、符号改半角（中文标点不动），负号统一，首尾空白去掉。"""
    return text.translate(_TO_PLAIN).strip()


def squeezed(text: str) -> str:
    """比较用：再去掉全部空白，括号改半角。"""
    return re.sub(r"\s+", "", plain(text)).replace("（", "(").replace("）", ")")


@lru_cache(maxsize=4096)
def label(text: str) -> str:
    """栏目名：去空白、去括号内的说明和冒号。"""
    return re.sub(r"\([^)]*\)|[:：]", "", squeezed(text))


def number_in(text: str) -> tuple[Decimal, str] | None:
    """整格是一个数（可带单位）时，得数和单位；括号表示负数；否则为 None。"""
    flat = squeezed(text)
    match = _WHOLE.match(flat)
    if match is None:
        return None
    unit = flat[match.end() :]
    if _NUMBER.search(unit):
        return None
    body = match[0].replace(",", "")
    if body.startswith("(") != body.endswith(")"):
        return None
    value = Decimal(body.strip("()"))
    return (-value if body.startswith("(") else value), unit


def told(cell: GridCell | None, row: int, column: int) -> Told:
    """一格读成值；没有格也给出地址，空白与 0 分开。"""
    if cell is None:
        return Told("", row, column)
    if cell.number is not None:
        shown = number_in(cell.text)
        return Told(cell.text, row, column, cell.number, shown[0] if shown else cell.number)
    read = number_in(squeezed(cell.text).removeprefix("="))
    value = read[0] if read else None
    return Told(plain(cell.text), row, column, value, value, cell.problem)


def as_percent(value: Told) -> Told:
    """比率格：没有写 % 又不大于 1.5 的数（0.95）按小数理解，化成百分数。"""
    if value.number is None or "%" in plain(value.text) or abs(value.number) > Decimal("1.5"):
        return value
    return value._replace(number=value.number * 100, shown=(value.shown or value.number) * 100)


def day_in(text: str, year: int | None) -> date | None:
    """文字里的日期；只写月份或月底取当月最后一天；没有写年的用 year。"""
    flat = plain(text)
    match = _DAY.search(flat)
    if match is None and year is not None:
        match = _SHORT_DAY.search(flat)
    if match is None:
        return _loose_day(flat, year)
    in_year = int(match.groupdict().get("y") or year or 0)
    month, day = int(match["m"]), match["d"] or "底"
    if not 1 <= month <= 12:
        return None
    last = _LAST.get(month) or (29 if in_year % 4 == 0 else 28)
    chosen = last if day in ("底", "末") else int(day)
    return date(in_year, month, chosen) if 1 <= chosen <= last else None


def _loose_day(flat: str, year: int | None) -> date | None:
    """年底、年度内、某季度：取其最后一天。"""
    written = re.search(r"20\d\d", flat)
    in_year = int(written[0]) if written else year
    if in_year is None:
        return None
    if quarter := _QUARTER.search(flat):
        month = 3 * ("一二三四".find(quarter[1]) + 1 or int(quarter[1]))
        return date(in_year, month, _LAST[month])
    return date(in_year, 12, 31) if _YEAR_END.search(flat) else None


def convert(value: Decimal, unit: str, wanted: str) -> Decimal | None:
    """换成 wanted 单位；单位相同、未写或同一量纲才换，否则 None。复合单位按分子换。"""
    if not unit or not wanted or unit == wanted:
        return value
    here, _, per = unit.partition("/")
    there, _, wanted_per = wanted.partition("/")
    if per and wanted_per and per != wanted_per:
        return None
    if here == there or {here, there} <= _DAYS:
        return value
    if here in _MEASURES or there in _MEASURES:
        return None
    one, other = UNITS.get(here), UNITS.get(there)
    if one is None or other is None:
        return value if "%" not in (here, there) else None
    if one.dimension is not other.dimension:
        return None
    return value * one.factor / other.factor


def year_in(text: str) -> int | None:
    """文字里唯一的年度；没有或不止一个为 None。"""
    years = set(re.findall(r"(?<!\d)(20\d\d)(?=\s*年|\)|年度|\s*$|[^\d.])", plain(text)))
    return int(years.pop()) if len(years) == 1 else None
