"""往自评表里埋毛病：每个函数改内容，返回应报的格的名称。"""

from collections.abc import Callable
from decimal import Decimal

from tests.form_factory import Content, grade


def _wrong_rate(made: Content) -> tuple[str, ...]:
    made.rate_printed = f"{made.rate - 5}%"
    return ("资金.rate",)


def _wrong_execution_points(made: Content) -> tuple[str, ...]:
    made.execution_printed = f"{made.execution - 1}"
    made.total_printed = f"{made.total - 1}"
    return ("资金.points",)


def _above_weight(made: Content) -> tuple[str, ...]:
    row = made.rows[1]
    row.printed = f"{row.weight + 2}"
    made.total_printed = f"{made.total}"
    return (f"{row.name}.得分",)


def _not_by_rule(made: Content) -> tuple[str, ...]:
    row = made.rows[1]
    row.printed, row.reason = f"{row.weight - 1}", "复核后酌减"
    made.total_printed = f"{made.total}"
    return (f"{row.name}.得分",)


def _no_reason(made: Content) -> tuple[str, ...]:
    row = made.rows[6]
    row.done, row.points, row.printed, row.reason = "81", Decimal("9.00"), "9.00", ""
    made.total_printed = f"{made.total}"
    made.grade = grade(made.total)
    return (f"{row.name}.原因",)


def _weights(made: Content) -> tuple[str, ...]:
    row = made.rows[1]
    row.weight += 5
    row.points, row.printed, row.reason = Decimal(row.weight), f"{row.weight}", ""
    made.total_printed = f"{made.total}"
    made.grade = grade(made.total)
    return ("总分.分值",)


def _total(made: Content) -> tuple[str, ...]:
    made.total_printed = f"{made.total - Decimal('0.5')}"
    return ("总分.得分",)


def _grade_family(made: Content) -> tuple[str, ...]:
    made.grade = "良好"
    return ("等级",)


def _grade_band(made: Content) -> tuple[str, ...]:
    made.grade = "差" if made.grade != "差" else "中"
    return ("等级",)


def _cost_sign(made: Content) -> tuple[str, ...]:
    row = made.rows[3]
    row.sign, row.done, row.points = "≥", row.goal, Decimal(row.weight)
    row.printed, row.reason = f"{row.weight}", ""
    made.total_printed = f"{made.total}"
    made.grade = grade(made.total)
    return (f"{row.name}.指标值",)


def _outside_tier(made: Content) -> tuple[str, ...]:
    row = made.rows[5]
    row.done, row.printed, row.reason = "部分达成年度指标并具有一定效果", "13.00", "尚未续签；续签"
    made.total_printed = f"{made.total}"
    made.grade = grade(made.total)
    return (f"{row.name}.得分",)


def _blank_actual(made: Content) -> tuple[str, ...]:
    row = made.rows[1]
    row.done, row.unit = "", ""
    row.goal, row.sign = "100%", "="
    return (f"{row.name}.完成值",)


PLANTS: tuple[Callable[[Content], tuple[str, ...]], ...] = (
    _wrong_rate,
    _wrong_execution_points,
    _above_weight,
    _not_by_rule,
    _no_reason,
    _weights,
    _total,
    _grade_family,
    _grade_band,
    _cost_sign,
    _outside_tier,
    _blank_actual,
)
