"""执行评分方案和地区口径自带的例子。加一个县就是加一个文件和它的例子，不改代码。"""

from collections.abc import Iterator
from decimal import Decimal

from assistant.domain.department import DepartmentTable
from assistant.domain.locality import Locality
from assistant.domain.scheme import Scheme
from assistant.domain.scheme_cases import (
    Case,
    ExecutionCase,
    GradeCase,
    IndicatorCase,
    TierCase,
    TotalCase,
)
from assistant.reading.forms.targets import actual_of, target_of
from assistant.scoring.department import department_score
from assistant.scoring.execution import execution_of
from assistant.scoring.grading import adjusted_total, band_of, grade_of
from assistant.scoring.indicators import automatic
from assistant.scoring.review import reviews


def failures(scheme: Scheme) -> tuple[str, ...]:
    """不成立的例子，各一句；全部成立为空。"""
    return tuple(said for case in scheme.cases for said in _failures(case, scheme))


def locality_failures(locality: Locality, scheme: Scheme) -> tuple[str, ...]:
    """地区口径不成立的例子；等级名称不得与评分方案混用两套。"""
    wrong = [
        f"{case.score}分应为“{case.grade}”，按分档是“{locality.grades.grade(case.score)}”"
        for case in locality.cases
        if locality.grades.grade(case.score) != case.grade
    ]
    ours = {band.name for band in locality.grades.bands}
    theirs = {band.name for band in scheme.grades.bands}
    if ours != theirs:
        wrong.append(f"等级名称与评分方案 {scheme.id} 不是同一套")
    return tuple(wrong)


def department_failures(table: DepartmentTable) -> tuple[str, ...]:
    """部门整体指标表不成立的例子。"""
    by_id = {indicator.id: indicator for indicator in table.indicators}
    wrong = []
    for case in table.cases:
        one = table.model_copy(update={"indicators": (by_id[case.indicator],)})
        found = department_score(one, case.values).rows[0]
        if (found.rate, found.points) != (case.rate, case.points):
            want = f"{case.rate}%、{_shown(case.points)}"
            wrong.append(f"{found.indicator.name}：应为{want}，算得{found.formula}")
    return tuple(wrong)


def _failures(case: Case, scheme: Scheme) -> Iterator[str]:
    match case:
        case IndicatorCase():
            yield from _indicator(case, scheme)
        case ExecutionCase():
            yield from _execution(case, scheme)
        case TierCase():
            yield from _tier(case, scheme)
        case GradeCase(score=score, grade=grade):
            if (found := grade_of(score, scheme)) != grade:
                yield f"{score}分应为“{grade}”，按方案是“{found}”"
        case TotalCase():
            found_total = adjusted_total(case.points, case.rate, case.overshoots, scheme).total
            if found_total != case.total:
                yield f"{case.say}：总分应为{case.total}，算得{found_total}"


def _indicator(case: IndicatorCase, scheme: Scheme) -> Iterator[str]:
    target = target_of(case.target, level=case.level)
    if target is None:
        yield f"{case.say}：指标值“{case.target}”读不懂"
        return
    actual = actual_of(case.actual, None, target)
    found = automatic(target, actual, case.weight)
    if found.points != case.points:
        got = f"{_shown(found.points)}（{found.formula}）"
        yield f"{case.say}：应得{_shown(case.points)}，算得{got}"
    marks = tuple(review.kind for review in reviews(target, actual, scheme.review))
    if marks != case.review:
        yield f"{case.say}：应标记{case.review or '无'}，实际{marks or '无'}"


def _execution(case: ExecutionCase, scheme: Scheme) -> Iterator[str]:
    found = execution_of(case.adjusted, case.executed, scheme.execution)
    if (found.rate, found.points) != (case.rate, case.points):
        yield f"{case.say}：应为{case.rate}%、{case.points}分，算得{found.formula}"
    for points in case.accepts:
        if points not in found.accepted_points:
            yield f"{case.say}：{points}分应当认可"
    if found.needs_reason != case.explain:
        yield f"{case.say}：{'须' if case.explain else '不须'}说明原因"


def _tier(case: TierCase, scheme: Scheme) -> Iterator[str]:
    tier = scheme.tier_of(case.option)
    if tier is None:
        yield f"{case.say}：方案里没有“{case.option}”这一档"
        return
    band = band_of(tier, case.weight)
    yield from (f"{case.say}：{p}分应当允许" for p in case.allowed if not band.holds(p))
    yield from (f"{case.say}：{p}分不应允许" for p in case.refused if band.holds(p))


def _shown(points: Decimal | None) -> str:
    return "由人打分" if points is None else f"{points}分"
