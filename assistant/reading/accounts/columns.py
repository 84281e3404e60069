"""列头的意思：哪一年、预算还是决算、哪种资金、数量还是金额、哪一项。"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from assistant.domain.accounts import FINAL, Line
from assistant.reading.accounts.lattice import squeezed
from assistant.reading.accounts.names import Names, is_generic, is_total, parsed

_YEAR = re.compile(r"((?:19|20)\d\d)年?度?(?:末|底)?")
_LAST = re.compile(r"^(?:上年度?|去年|上一年度?|上年同期)(?:末|底)?")
_THIS = re.compile(r"^(?:本年度?|当年|本期)(?:末|底)?")
_OPENING = frozenset("年初数 期初数 年初余额 期初余额 年初 期初 年初账面数".split())
_CHANGE = re.compile(
    r"^(?:(?:本年|当年)(?:决算|预算)?数?)?(?:较|比|与)?(?:上年|去年)?(?:相比)?(?:增减|增加|变动|增长)(?:额|数|金额|情况)?$"
)
_RATE = re.compile(
    r"(?:增减|增长|变动|增减变动)(?:率|幅度|比例|百分比|%|％|幅)|^(?:增幅|增减%|同比%?|同比增长)$"
)
_SIDE_BUDGET = re.compile(r"(?:收入|支出)预算(?:数|情况)?|预算(?:收入|支出)")
_COUNT = re.compile(r"^(?:数量|面积|实物量|台数|辆数|建筑面积|数|份数|票数|人次|问卷数)$")
_VALUE = re.compile(r"^(?:价值|账面价值|原值|账面原值|金额|资产原值|资产价值|账面数|账面余额)$")
_NET = re.compile(r"净值|净额")
_STAGES = (
    (re.compile(r"(?:全年|本年|当年|年度|财政|实际)*决算.{0,2}数"), FINAL),
    (
        re.compile(r"(?:全年|本年|年度)*(?:调整|追加|变更|调剂)后的?.{0,4}预算.{0,2}"),
        "adjusted",
    ),
    (re.compile(r"(?:本年|年度)*年初.{0,4}预算.{0,2}"), "initial"),
)
_SIDES = frozenset("收入 支出 项目 科目 本年收入支出 指标 收支 支出功能分类 功能分类".split())


class Column(NamedTuple):
    """一列的意思。

    year     写明的年度；0 没写
    shift    相对表的年度：上年 -1
    stage    预算、决算阶段的编号；空为没写
    scope    资金口径的编号
    line     列头写的是哪一项（最里层的）
    measure  count 数量 / net 净值；空为金额
    change   .change 增减额 / .change_rate 增减率
    unknown  没有认出的最里层列头；above 没有认出的外层列头
    valued   列头写明是价值、金额
    """

    year: int = 0
    shift: int = 0
    stage: str = ""
    scope: str = ""
    line: Line | None = None
    measure: str = ""
    change: str = ""
    unit: str = ""
    unknown: str = ""
    above: str = ""
    side: str = ""
    valued: bool = False


def column(path: Sequence[str], names: Names, kind: str, *, funds_are_lines: bool) -> Column:
    """由列头（由上到下）看出。"""
    meaning = Column(side=_side(path))
    for text in path:
        meaning = _with(meaning, text, names, kind, funds_are_lines)
    return meaning


def _side(path: Sequence[str]) -> str:
    joined = squeezed("".join(path))
    income, expenditure = "收入" in joined, "支出" in joined
    if income == expenditure:
        return ""
    return "income" if income else "expenditure"


def _with(found: Column, text: str, names: Names, kind: str, funds_are_lines: bool) -> Column:
    plain = parsed(text)
    above = found.unknown or found.above
    found = found._replace(unit=plain.unit or found.unit, unknown="", above=above)
    name = plain.name
    if _SIDE_BUDGET.fullmatch(name):
        return found._replace(stage="initial")
    if stage := names.stage(name):
        return found._replace(stage=stage.id)
    if line := _line(name, names, kind, funds_are_lines):
        return found._replace(line=line, above="")
    if scope := names.scope(name):
        return found._replace(scope=scope.id)
    if year := _YEAR.search(name):
        rest = name[: year.start()] + name[year.end() :]
        found = found._replace(year=int(year[1]))
        return _with(found, rest, names, kind, funds_are_lines) if rest else found
    if name in _OPENING:
        return found._replace(shift=-1)
    if (mark := _change(name, plain.unit)) is not None:
        return found._replace(change=mark)
    for pattern, shift in ((_LAST, -1), (_THIS, 0)):
        if lead := pattern.match(name):
            found = found._replace(shift=shift)
            rest = name[lead.end() :]
            return _with(found, rest, names, kind, funds_are_lines) if rest else found
    return _measured(found, name)


def _line(name: str, names: Names, kind: str, funds_are_lines: bool) -> Line | None:
    line = names.line(name, kind)
    if line is None or (line.scope and not funds_are_lines):
        return None
    return line


def _change(name: str, unit: str) -> str | None:
    if _RATE.search(name) or (_CHANGE.match(name) and unit == "%"):
        return ".change_rate"
    return ".change" if _CHANGE.match(name) else None


def _measured(found: Column, name: str) -> Column:
    if _COUNT.match(name):
        return found._replace(measure="count")
    if _NET.search(name):
        return found._replace(measure="net")
    if _VALUE.match(name):
        return found._replace(valued=True)
    if is_total(name) or is_generic(name) or name in _SIDES or not name:
        return found
    for pattern, stage in _STAGES:
        if pattern.fullmatch(name):
            return found._replace(stage=stage)
    return found._replace(unknown=name)
