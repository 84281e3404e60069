"""一行之内的关系有哪几种：率、增减率、占比、差、和、均摊。各是哪几列、怎样算。"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from assistant.domain.intervals import Interval
from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import (
    CHANGE,
    COMPLETED,
    PART,
    PER_HEAD,
    RATE_BY_PRIOR,
    RATE_ON_PRIOR,
    TOTAL,
    Formula,
)

LEFT_OVER = Formula(lambda v: v[0] - v[1], "前列－后列")
GROUP = Formula(lambda v: sum(v[:-1], v[0] * 0) / v[-1], "各项之和÷总数", divisor=lambda v: v[-1])

Spread = Callable[[Sequence[Interval]], Interval | None]


class Shape(NamedTuple):
    """一种关系：名称、算式、断言的种类、各运算数的角色、表头里的提示词、怎样快算。"""

    name: str
    formula: Formula
    relationship: Relationship
    roles: tuple[str, ...]
    cue: re.Pattern[str]
    spread: Spread


def _quotient(v: Sequence[Interval]) -> Interval | None:
    """两个不为负的数相除。"""
    if v[1].low <= 0 or v[0].high < 0:
        return None
    return Interval(v[0].low / v[1].high, v[0].high / v[1].low)


def _signed_quotient(top: Interval, bottom: Interval) -> Interval | None:
    """被除数可以为负。"""
    return top / bottom if bottom.low > 0 else None


def _growth(v: Sequence[Interval]) -> Interval | None:
    if v[1].low <= 0:
        return None
    rises = v[0].low / v[1].high - 1, v[0].high / v[1].low - 1
    return Interval(*rises) if v[0].low >= 0 else None


def _difference(v: Sequence[Interval]) -> Interval:
    return v[0] - v[1]


def _sum(v: Sequence[Interval]) -> Interval:
    return Interval(sum(i.low for i in v), sum(i.high for i in v))  # type: ignore[arg-type]


def _group(v: Sequence[Interval]) -> Interval | None:
    return _quotient((_sum(v[:-1]), v[-1]))


RATE = Shape(
    "率", COMPLETED, Relationship.EXECUTION_RATE, ("actual", "budget"),
    re.compile(r"^(?!.*[增减升降变]).*(?:率|进度|完成|比例|占)"), _quotient,
)  # fmt: skip
GROWTH = Shape(
    "增减率", RATE_BY_PRIOR, Relationship.YOY_PERCENT, ("current", "prior"),
    re.compile(r"增|减|升|降|变动|变化|同比|比上年|较上年"), _growth,
)  # fmt: skip
RISEN = Shape(
    "增减额比上年", RATE_ON_PRIOR, Relationship.YOY_PERCENT, ("prior", "change"),
    GROWTH.cue, lambda v: _signed_quotient(v[1], v[0]),
)  # fmt: skip
SHARE = Shape(
    "占比", PART, Relationship.RATIO, ("part", "whole"),
    re.compile(r"占|比重|比例|构成|结构"), _quotient,
)  # fmt: skip
RATED = Shape(
    "合并率", GROUP, Relationship.RATIO, ("part", "part", "whole"),
    re.compile(r"满意|优良|合格|率"), _group,
)  # fmt: skip
RISE = Shape(
    "增减额", CHANGE, Relationship.YOY_AMOUNT, ("current", "prior"),
    re.compile(r"增|减|升|降|变动|变化|比上年|较上年"), _difference,
)  # fmt: skip
LEFT = Shape(
    "差", LEFT_OVER, Relationship.DIFFERENCE, ("whole", "part"),
    re.compile(r"差|结余|结转|余额|余|扣|未|缺|剩"), _difference,
)  # fmt: skip
SUM = Shape(
    "和", TOTAL, Relationship.SUM, ("part",),
    re.compile(r"合\s*计|总\s*计|小\s*计|总额|共计|总数|总分|^总"), _sum,
)  # fmt: skip
MEAN = Shape(
    "均摊", PER_HEAD, Relationship.AVERAGE, ("total", "count"),
    re.compile(r"均(?!衡)|单价|每"), _quotient,
)  # fmt: skip
