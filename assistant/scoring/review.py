"""复核标记：超额完成与偏差。只标记，不改分；要减由人减并写明理由。"""

from decimal import Decimal
from typing import NamedTuple

from assistant.domain.scheme import ReviewRule, Scheme
from assistant.domain.targets import Actual, Sign, Target

OVERFULFIL, LE_OVER_TARGET, EQ_NOT_TARGET = "超额完成", "超过上限", "不等于目标"


class Review(NamedTuple):
    """一个须复核的标记。explain 为真的须写明原因。"""

    kind: str
    message: str
    explain: bool


def reviews(target: Target, actual: Actual, rule: ReviewRule) -> tuple[Review, ...]:
    """一个定量指标按方案应打的标记。"""
    if target.value is None or actual.number is None:
        return ()
    goal, done = target.value, actual.number
    match target.sign:
        case Sign.MORE | Sign.AT_LEAST:
            return _overfulfilled(goal, done, rule)
        case Sign.LESS | Sign.AT_MOST if rule.le_over_target and done > goal:
            said = f"实际完成值{done:f}超过上限{goal:f}，须复核"
            return (Review(LE_OVER_TARGET, said, explain=False),)
        case Sign.EQUAL if rule.eq_not_target and done != goal:
            said = f"实际完成值{done:f}不等于目标值{goal:f}，须复核"
            return (Review(EQ_NOT_TARGET, said, explain=False),)
        case _:
            return ()


def _overfulfilled(goal: Decimal, done: Decimal, rule: ReviewRule) -> tuple[Review, ...]:
    if rule.over_times is not None and goal > 0 and done >= goal * rule.over_times:
        said = f"实际完成值{done:f}达到目标值{goal:f}的{rule.over_times:f}倍及以上"
        return (Review(OVERFULFIL, said, explain=True),)
    if rule.over_zero is not None and goal == 0 and done >= rule.over_zero:
        said = f"目标值为0，实际完成值{done:f}达到{rule.over_zero:f}及以上"
        return (Review(OVERFULFIL, said, explain=True),)
    return ()


def overshoots(target: Target, actual: Actual, scheme: Scheme) -> bool:
    """实际完成值超出目标值达到扣总分的倍数。"""
    rule = scheme.total_rule
    if rule is None or rule.over_times is None or target.sign not in (Sign.MORE, Sign.AT_LEAST):
        return False
    if target.value is None or actual.number is None or target.value <= 0:
        return False
    return actual.number >= target.value * rule.over_times
