"""预算执行率与得分。

基数是全年（调整）预算数，不是年初预算数；得分由印出的执行率计算，读者才能复算。
核对别人的表时，由未取舍的执行率算出的得分也认可。
依据：执行率 = 全年执行数 ÷ 全年预算数；得分 = 分值 × 执行率，以分值为限，或按档计分。
"""

from decimal import Decimal
from typing import NamedTuple

from assistant.domain.quantities import half_up, truncated
from assistant.domain.scheme import ExecutionRule

HUNDRED = Decimal(100)
CENT = Decimal("0.01")


class Execution(NamedTuple):
    """一笔资金的执行情况。rate 是百分数，按方案的位数取舍；formula 是中文算式。"""

    rate: Decimal
    points: Decimal
    weight: Decimal
    accepted_rates: tuple[Decimal, ...]
    accepted_points: tuple[Decimal, ...]
    formula: str
    needs_reason: bool


def execution_of(
    budget: Decimal, executed: Decimal, rule: ExecutionRule, weight: Decimal | None = None
) -> Execution:
    """按方案计算。budget、executed 同单位；weight 缺省为方案的分值。"""
    full = rule.weight if weight is None else weight
    exact = _exact_rate(budget, executed, rule)
    rate = half_up(exact, rule.rate_places)
    points = points_of(rate, rule, full)
    shown = f"{executed:f}÷{budget:f}={rate}%" if budget else f"全年预算数为0，执行率按{rate}%计"
    return Execution(
        rate,
        points,
        full,
        _distinct(rate, truncated(exact, rule.rate_places)),
        _distinct(points, points_of(exact, rule, full)),
        f"{shown}；{_points_formula(rate, points, rule, full)}",
        rule.explain_below is not None and rate < rule.explain_below,
    )


def points_of(rate: Decimal, rule: ExecutionRule, weight: Decimal) -> Decimal:
    """执行率（%）得多少分，两位小数，不低于0，不超过分值。"""
    if rule.rule == "banded":
        band = next(b for b in rule.bands if max(rate, Decimal(0)) >= b.at_least)
        return half_up(band.points * weight / rule.weight, 2)
    return half_up(weight * min(max(rate, Decimal(0)), HUNDRED) / HUNDRED, 2)


def _exact_rate(budget: Decimal, executed: Decimal, rule: ExecutionRule) -> Decimal:
    if budget > 0:
        return executed / budget * HUNDRED
    return HUNDRED if rule.zero_is_full and executed == budget == 0 else Decimal(0)


def _points_formula(rate: Decimal, points: Decimal, rule: ExecutionRule, weight: Decimal) -> str:
    if rule.rule == "banded":
        return f"执行率{rate}%按档得{points}分"
    if rate > HUNDRED:
        return f"执行率超过100%，以分值{weight:f}分为限，得{points}分"
    return f"{weight:f}×{rate}%={points}分"


def _distinct(*values: Decimal) -> tuple[Decimal, ...]:
    return tuple(dict.fromkeys(values))
