"""得分的表格公式：与代码算法逐条对应，表格软件重算得到同样的数。"""

from decimal import Decimal

from assistant.domain.scheme import ExecutionRule, Scheme
from assistant.domain.targets import Sign, Target

HUNDRED = Decimal(100)


def points_formula(target: Target, weight: str, actual: str) -> str | None:
    """一个定量指标的得分公式；weight、actual 是格地址，百分数的实际值存成小数。

    没有自动分的（定性、日期、负目标）为 None。
    """
    if target.value is None or target.value < 0:
        return None
    goal = target.value / HUNDRED if target.unit == "%" else target.value
    done = f"MAX({actual},0)"
    match target.sign:
        case Sign.MORE | Sign.AT_LEAST | Sign.EQUAL if goal > 0:
            return f"ROUND({weight}*MIN(1,{done}/{goal:f}),2)"
        case Sign.MORE | Sign.AT_LEAST:
            return f"{weight}*1"
        case Sign.EQUAL:
            return f"IF({done}=0,{weight},0)"
        case Sign.LESS | Sign.AT_MOST:
            return _at_most(goal, weight, done)
        case _:
            return None


def _at_most(goal: Decimal, weight: str, done: str) -> str:
    if goal == 0:
        return f"IF({done}=0,{weight},0)"
    return f"ROUND({weight}*MAX(0,MIN(1,1-({done}-{goal:f})/{goal:f})),2)"


def rate_formula(budget: str, executed: str, rule: ExecutionRule) -> str:
    """执行率公式，结果是小数。"""
    places = rule.rate_places + 2
    empty = f"IF({executed}=0,1,0)" if rule.zero_is_full else "0"
    return f"IF({budget}>0,ROUND({executed}/{budget},{places}),{empty})"


def execution_formula(weight: str, rate: str, rule: ExecutionRule) -> str:
    """执行率得分公式。"""
    if rule.rule == "linear":
        return f"ROUND({weight}*MAX(0,MIN(1,{rate})),2)"
    nested = "0"
    for band in reversed(rule.bands):
        nested = f"IF({rate}>={band.at_least / HUNDRED:f},{band.points:f},{nested})"
    return f"ROUND({nested}*{weight}/{rule.weight:f},2)"


def total_formula(parts: str, rate: str, overshoots: int, scheme: Scheme) -> str:
    """总分公式；有附加规则的连同扣减、封顶。"""
    rule = scheme.total_rule
    if rule is None:
        return f"ROUND({parts},2)"
    summed = f"({parts}-{rule.deduct * overshoots:f})" if overshoots else f"({parts})"
    if not rule.caps or not rate:
        return f"ROUND(MAX(0,{summed}),2)"
    cap = f"{scheme.total:f}"
    for each in sorted(rule.caps, key=lambda c: c.rate_below, reverse=True):
        cap = f"IF({rate}<{each.rate_below / HUNDRED:f},{each.at_most:f},{cap})"
    return f"ROUND(MIN(MAX(0,{summed}),{cap}),2)"


def grade_formula(total: str, scheme: Scheme) -> str:
    """等级公式。"""
    *upper, last = scheme.grades.bands
    nested = f'"{last.name}"'
    for band in reversed(upper):
        nested = f'IF({total}>={band.at_least:f},"{band.name}",{nested})'
    return nested
