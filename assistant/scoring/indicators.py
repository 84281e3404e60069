"""定量指标的自动分。

依据：一体化系统通行的计分式。“≥”按完成比例，“≤”超出部分按比例扣，“=”不足按比例。
没有明文规则的（区间、日期、目标为0的“≤”、目标为负）按下面写明的办法，标为惯例；
定性指标、晚于期限的日期、读不成数的，一律不给分，由人打。
"""

from decimal import Decimal
from typing import NamedTuple

from assistant.domain.quantities import half_up
from assistant.domain.targets import Actual, Sign, Target

ZERO = Decimal(0)
UNIT_POINTS = Decimal("0.01")


class Points(NamedTuple):
    """自动分。points 为空表示须由人打分；convention 表示依惯例而非明文。"""

    points: Decimal | None
    formula: str
    convention: bool = False


def automatic(target: Target, actual: Actual, weight: Decimal) -> Points:
    """按指标值、实际完成值和分值计算，四舍五入到两位，在 0 与分值之间。"""
    if target.sign is Sign.QUALITATIVE:
        return Points(None, "定性指标，由人在所选档次内打分")
    if target.sign is Sign.DATE:
        return _by_date(target, actual, weight)
    if target.value is None or actual.number is None:
        return Points(None, "指标值或实际完成值不是数，由人打分")
    return _by_number(target, max(actual.number, ZERO), actual.number, weight)


def _by_date(target: Target, actual: Actual, weight: Decimal) -> Points:
    if target.day is None or actual.day is None:
        return Points(None, "期限或完成日期读不出，由人打分", convention=True)
    if actual.day <= target.day:
        return Points(weight, f"{actual.day}完成，不晚于{target.day}，得满分{weight:f}", True)
    return Points(None, f"{actual.day}完成，晚于{target.day}，由人酌情打分", convention=True)


def _by_number(target: Target, done: Decimal, told: Decimal, weight: Decimal) -> Points:
    goal = target.value or ZERO
    match target.sign:
        case Sign.RANGE:
            return _in_range(goal, target.upper or goal, done, weight)
        case Sign.LESS | Sign.AT_MOST:
            return _at_most(goal, done, told, weight)
        case Sign.EQUAL if goal == 0:
            return _exactly_zero(done, weight)
        case _:
            return _at_least(goal, done, told, weight)


def _at_least(goal: Decimal, done: Decimal, told: Decimal, weight: Decimal) -> Points:
    if told >= goal if goal < 0 else done >= goal:
        return Points(weight, f"完成{told:f}，达到目标{goal:f}，得满分{weight:f}", goal <= 0)
    if goal < 0:
        return Points(None, f"目标{goal:f}为负而未达到，由人打分", convention=True)
    points = half_up(weight * done / goal, 2)
    return Points(points, f"完成{told:f}，低于目标{goal:f}：{done:f}÷{goal:f}×{weight:f}={points}")


def _at_most(goal: Decimal, done: Decimal, told: Decimal, weight: Decimal) -> Points:
    if goal < 0:
        if told <= goal:
            return Points(weight, f"{told:f}未超过目标{goal:f}，得满分{weight:f}", convention=True)
        return Points(None, f"目标{goal:f}为负而未达到，由人打分", convention=True)
    if done <= goal:
        return Points(weight, f"{told:f}未超过目标{goal:f}，得满分{weight:f}", goal == 0)
    if goal == 0 or done >= 2 * goal:
        return Points(ZERO, f"{told:f}达到目标{goal:f}的2倍及以上，得0分", goal == 0)
    points = half_up(weight * (1 - (done - goal) / goal), 2)
    return Points(
        points,
        f"{told:f}超过目标{goal:f}：{weight:f}×(1-({done:f}-{goal:f})÷{goal:f})={points}",
    )


def _exactly_zero(done: Decimal, weight: Decimal) -> Points:
    if done == 0:
        return Points(weight, f"目标为0，完成为0，得满分{weight:f}")
    return Points(ZERO, f"目标为0，完成{done:f}，得0分")


def _in_range(low: Decimal, high: Decimal, done: Decimal, weight: Decimal) -> Points:
    if low <= done <= high:
        formula = f"{done:f}在{low:f}至{high:f}之内，得满分{weight:f}"
        return Points(weight, formula, convention=True)
    edge = _at_least(low, done, done, weight) if done < low else _at_most(high, done, done, weight)
    return edge._replace(convention=True)
