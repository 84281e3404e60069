"""总分、等级、平均分。等级由四舍五入后的总分决定：印出来的数决定等级。"""

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import NamedTuple

from assistant.domain.quantities import half_up, places_of
from assistant.domain.scheme import Scheme, Tier

HUNDRED = Decimal(100)


class Band(NamedTuple):
    """定性一档允许的得分：low 至 high；top 为真时 high 可取到。"""

    low: Decimal
    high: Decimal
    top: bool

    def holds(self, points: Decimal) -> bool:
        """得分在档内。"""
        return self.low <= points and (points <= self.high if self.top else points < self.high)

    def __str__(self) -> str:
        return f"[{self.low},{self.high}{']' if self.top else ')'}"

    @property
    def words(self) -> str:
        """给办事人员看的：6.00至8.00分（不到8.00）。"""
        return f"{self.low}至{self.high}分{'' if self.top else f'（不到{self.high}）'}"


def band_of(tier: Tier, weight: Decimal) -> Band:
    """某档在此分值下的得分范围；档的边界先四舍五入到两位再比较。"""
    low, high = (half_up(weight * edge / HUNDRED, 2) for edge in (tier.at_least, tier.below))
    return Band(low, high, tier.top)


def grade_of(total: Decimal, scheme: Scheme) -> str:
    """总分的等级。"""
    return scheme.grades.grade(half_up(total, 2))


class Adjusted(NamedTuple):
    """经附加规则的总分和说明。"""

    total: Decimal
    notes: tuple[str, ...]


def adjusted_total(points: Decimal, rate: Decimal | None, over: int, scheme: Scheme) -> Adjusted:
    """按方案的附加规则扣减、封顶；没有附加规则则原样。rate 是执行率（%）。"""
    rule, total, notes = scheme.total_rule, half_up(points, 2), list[str]()
    if rule is None:
        return Adjusted(total, ())
    if over and rule.deduct:
        total = max(total - rule.deduct * over, Decimal(0))
        notes.append(f"{over}项指标超额达{rule.over_times}倍，各减{rule.deduct:f}分")
    caps = [cap for cap in rule.caps if rate is not None and rate < cap.rate_below]
    lowest = min(caps, key=lambda cap: cap.at_most, default=None)
    if lowest is not None and total > lowest.at_most:
        total = lowest.at_most
        notes.append(f"执行率{rate}%低于{lowest.rate_below:f}%，总分不超过{lowest.at_most:f}分")
    return Adjusted(half_up(total, 2), tuple(notes))


def mean(scores: Sequence[Decimal]) -> Decimal | None:
    """简单平均，未取舍；没有得分时为 None。"""
    return sum(scores, Decimal(0)) / len(scores) if scores else None


def weighted_mean(scores: Sequence[Decimal], weights: Sequence[Decimal]) -> Decimal | None:
    """按预算加权的平均，未取舍；权数合计不为正时为 None。"""
    whole = sum(weights, Decimal(0))
    if whole <= 0:
        return None
    return sum((s * w for s, w in zip(scores, weights, strict=True)), Decimal(0)) / whole


def reachable(printed: Decimal, count: int, places: int) -> bool:
    """平均 count 个各保留 places 位小数的得分，四舍五入后能否等于 printed。

    合计必须是 10^-places 的整数倍，且落在 printed 所代表的区间乘以 count 之内。
    """
    half = Decimal(5).scaleb(-places_of(printed) - 1)
    scale = Decimal(10) ** places
    low = ((printed - half) * count * scale).to_integral_value(ROUND_CEILING)
    high = ((printed + half) * count * scale).to_integral_value(ROUND_FLOOR)
    if high == (printed + half) * count * scale:
        high -= 1
    return low <= high


def warning_gap(points: Decimal, points_of: Decimal, execution: Decimal, of: Decimal) -> Decimal:
    """结果与支出的落差（%）：(指标得分率 - 执行得分率) ÷ 指标得分率。

    依据：一体化系统自评预警，落差大于5%为红色。指标得分为0时落差为0。
    """
    if points <= 0 or points_of <= 0 or of <= 0:
        return Decimal(0)
    share = points / points_of
    return half_up((share - execution / of) / share * HUNDRED, 1)
