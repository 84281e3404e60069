"""部门整体指标的计分：由事实算比率，按扣分办法得分；缺数的说缺什么，不猜。

预算执行率得分由部门自己的预算数和执行数算，绝不由各项目的执行率平均。
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from assistant.domain.department import (
    ByHand,
    Deduct,
    DepartmentIndicator,
    DepartmentTable,
    Growth,
    Marking,
    Share,
    Steps,
    keys_of,
)
from assistant.domain.quantities import half_up

HUNDRED, ZERO = Decimal(100), Decimal(0)


class DepartmentPoints(NamedTuple):
    """一个指标的结果。rate 是百分数；points 为空表示由人打或缺数；missing 是所缺的名称。"""

    indicator: DepartmentIndicator
    rate: Decimal | None
    points: Decimal | None
    formula: str
    missing: tuple[str, ...] = ()


class DepartmentScore(NamedTuple):
    """全部指标。full 是已计分各项的满分。"""

    rows: tuple[DepartmentPoints, ...]

    @property
    def points(self) -> Decimal:
        """已计分各项得分之和。"""
        return sum((r.points for r in self.rows if r.points is not None), ZERO)

    @property
    def full(self) -> Decimal:
        """已计分各项的满分之和。"""
        return sum((r.indicator.weight for r in self.rows if r.points is not None), ZERO)


def department_score(table: DepartmentTable, values: Mapping[str, Decimal]) -> DepartmentScore:
    """values：键到值，同一量纲的须已折成同一单位；上年数的键带 .prior。"""
    return DepartmentScore(tuple(_row(i, values, table.labels) for i in table.indicators))


def _row(
    indicator: DepartmentIndicator, values: Mapping[str, Decimal], labels: Mapping[str, str]
) -> DepartmentPoints:
    lacking = tuple(labels[key] for key in keys_of(indicator.measure) if key not in values)
    if lacking:
        said = f"缺{'、'.join(lacking)}，未计分"
        return DepartmentPoints(indicator, None, None, said, lacking)
    top, base, working = _operands(indicator.measure, values)
    if base == 0:
        return _zero_base(indicator, top, working)
    rate = half_up(top / base * HUNDRED, 2)
    points, marked = _marked(indicator.marking, rate, indicator.weight)
    return DepartmentPoints(indicator, rate, points, f"{working}={rate}%；{marked}")


def _zero_base(indicator: DepartmentIndicator, top: Decimal, working: str) -> DepartmentPoints:
    """基数为 0：没有变动（或分子也是 0）按 0% 计，否则由人打分。"""
    if top != 0:
        return DepartmentPoints(indicator, None, None, f"{working}，基数为0，由人打分")
    points, marked = _marked(indicator.marking, ZERO, indicator.weight)
    return DepartmentPoints(indicator, Decimal("0.00"), points, f"{working}，按0%计；{marked}")


def _operands(
    measure: Share | Growth, values: Mapping[str, Decimal]
) -> tuple[Decimal, Decimal, str]:
    if isinstance(measure, Share):
        part, whole = _sum(measure.part, values), _sum(measure.whole, values)
        return part, whole, f"{_shown(part)}÷{_shown(whole)}"
    now, before = _sum(measure.to, values), _sum(measure.since, values)
    return now - before, before, f"({_shown(now)}-{_shown(before)})÷{_shown(before)}"


def _sum(keys: Sequence[str], values: Mapping[str, Decimal]) -> Decimal:
    return sum((values[key] for key in keys), ZERO)


def _shown(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _marked(marking: Marking, rate: Decimal, weight: Decimal) -> tuple[Decimal | None, str]:
    match marking:
        case ByHand():
            return None, "本地没有明文扣分办法，由人打分"
        case Steps(steps=steps):
            step = next((s for s in steps if rate <= s.at_most), None)
            points = step.points if step else ZERO
            return points, f"按档得{points:f}分"
        case Deduct():
            return _deducted(marking, rate, weight)


def _deducted(marking: Deduct, rate: Decimal, weight: Decimal) -> tuple[Decimal, str]:
    over = rate - marking.limit if marking.side == "over" else marking.limit - rate
    if over <= 0:
        return half_up(weight, 2), f"符合要求，得满分{weight:f}"
    cut = half_up(min(over / marking.step * marking.points, weight), 2)
    word = "高于" if marking.side == "over" else "低于"
    how = f"{word}{marking.limit:f}%的{over:f}个百分点，扣{cut}分"
    return weight - cut, f"{how}，得{weight - cut}分"
