"""给一份自评表计分：自动分与表上印的分并列，人打的分另放，从不超过分值。"""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from assistant.domain.forms import Form, Funds, Indicator, Told
from assistant.domain.quantities import half_up
from assistant.domain.scheme import Base, Scheme
from assistant.domain.targets import Sign
from assistant.scoring.execution import Execution, execution_of
from assistant.scoring.form_money import ZERO, amounts_of, execution_weight, number
from assistant.scoring.grading import Adjusted, Band, adjusted_total, band_of, grade_of, warning_gap
from assistant.scoring.indicators import Points, automatic
from assistant.scoring.review import Review, overshoots, reviews

CENT = Decimal("0.01")


class ScoredIndicator(NamedTuple):
    """一个指标的计分。

    automatic  系统算出的分；points 为空表示须由人打
    by_hand    计入的是人打的分（定性打分、超额酌减、扣分栏，或另外录入的）
    counted    计入总分的分：能算的按算出的，人打的按人打的
    entry      另外录入的人工分，与表上印的、系统算的都分开存
    """

    row: Indicator
    weight: Decimal | None
    stated: Decimal | None
    automatic: Points
    band: Band | None
    reviews: tuple[Review, ...]
    by_hand: bool
    counted: Decimal | None
    entry: "Entry | None" = None


class ScoredForm(NamedTuple):
    """一份自评表的计分。budget、executed 按表上的金额单位。"""

    form: Form
    scheme: Scheme
    budget: Decimal | None
    executed: Decimal | None
    execution: Execution | None
    indicators: tuple[ScoredIndicator, ...]
    total: Decimal | None
    printed_sum: Decimal | None
    grade: str
    notes: tuple[str, ...]
    gap: Decimal

    @property
    def main(self) -> Funds | None:
        """记分的资金总额一行。"""
        return self.form.main_funds

    @property
    def execution_counted(self) -> Decimal:
        """计入总分的执行率得分；没有资金行为 0。"""
        return self.execution.points if self.execution else ZERO


class Entry(NamedTuple):
    """人在一项上写的：打的分（没打为空）、理由、佐证材料。"""

    points: Decimal | None
    reason: str = ""
    evidence: str | None = None


Entries = Mapping[str, Entry]


def scored(
    form: Form, scheme: Scheme, base: Base = "adjusted", entries: Entries | None = None
) -> ScoredForm:
    """计分。entries 是人打的分，按得分格的地址。

    base 供试算用另一种预算数作基数，正式计分总是全年预算数。
    """
    budget, executed = amounts_of(form, base)
    execution = None
    if budget is not None and executed is not None:
        weight = execution_weight(form, scheme)
        execution = execution_of(budget, executed, scheme.execution, weight)
    given = entries or {}
    written = [given.get(row.points.cell) if row.points else None for row in form.indicators]
    rows = tuple(map(_noted, form.indicators, written))
    form = form._replace(indicators=rows)
    indicators = tuple(
        _indicator(row, scheme, entry) for row, entry in zip(rows, written, strict=True)
    )
    counted = [i.counted for i in indicators]
    summed = None
    unknown = execution is None and _execution_asked(form, scheme)
    if indicators and None not in counted and not unknown:
        own = execution.points if execution else ZERO
        summed = sum((c for c in counted if c is not None), own)
    total = _total(summed, execution, indicators, scheme)
    return ScoredForm(
        form,
        scheme,
        budget,
        executed,
        execution,
        indicators,
        total.total if total else None,
        _printed_sum(form, indicators, scheme),
        grade_of(total.total, scheme) if total else "",
        total.notes if total else (),
        _gap(execution, indicators),
    )


def _indicator(row: Indicator, scheme: Scheme, entry: Entry | None) -> ScoredIndicator:
    weight, stated = number(row.weight), number(row.points)
    marks: tuple[Review, ...] = ()
    band: Band | None = None
    if row.target is None or weight is None:
        why = "指标值读不懂，由人打分" if row.target is None else "没有分值，不能计分"
        points = Points(None, why)
    else:
        points = automatic(row.target, row.actual, weight)
        marks = reviews(row.target, row.actual, scheme.review)
        tier = scheme.tier_of(row.actual.text) if row.target.sign is Sign.QUALITATIVE else None
        band = band_of(tier, weight) if tier else None
    hand = points.points is None or _by_hand(row, points.points, stated, marks, scheme)
    counted = stated if hand else points.points
    if entry is not None and entry.points is not None:
        hand, counted = True, entry.points
    else:
        entry = None
    if counted is not None and weight is not None:
        counted = min(max(counted, ZERO), weight)
    return ScoredIndicator(row, weight, stated, points, band, marks, hand, counted, entry)


def _noted(row: Indicator, entry: Entry | None) -> Indicator:
    """另外记下的佐证代替表上写的。"""
    if entry is None or entry.evidence is None or row.points is None:
        return row
    return row._replace(evidence=Told(entry.evidence, row.points.row, row.points.column))


def _by_hand(
    row: Indicator,
    points: Decimal,
    stated: Decimal | None,
    marks: tuple[Review, ...],
    scheme: Scheme,
) -> bool:
    """表上的分与自动分不同，但属于准许由人改且写了理由的。"""
    weight = number(row.weight)
    if stated is None or weight is None or not ZERO <= stated <= weight:
        return False
    if abs(stated - points) <= CENT:
        return False
    cut = number(row.deduction)
    if cut and abs(points - cut - stated) <= CENT:
        return True
    if all(told is None or told.blank for told in (row.reason, row.over_reason)):
        return False
    if scheme.review.open_to_hand:
        return bool(marks)
    return stated < points and _beyond_target(row)


def _beyond_target(row: Indicator) -> bool:
    """完成超过了目标：酌减只许人减。"""
    target, done = row.target, row.actual.number
    if target is None or target.value is None or done is None:
        return False
    return target.sign in (Sign.MORE, Sign.AT_LEAST, Sign.EQUAL) and done > target.value


def _total(
    summed: Decimal | None,
    execution: Execution | None,
    indicators: tuple[ScoredIndicator, ...],
    scheme: Scheme,
) -> Adjusted | None:
    if summed is None:
        return None
    rate = execution.rate if execution else None
    return adjusted_total(summed, rate, _overshoots(indicators, scheme), scheme)


def overshoot_count(scored_form: ScoredForm) -> int:
    """超额达到扣总分倍数的指标数。"""
    return _overshoots(scored_form.indicators, scored_form.scheme)


def _overshoots(indicators: tuple[ScoredIndicator, ...], scheme: Scheme) -> int:
    return sum(
        1 for i in indicators if i.row.target and overshoots(i.row.target, i.row.actual, scheme)
    )


def _execution_asked(form: Form, scheme: Scheme) -> bool:
    """各指标没有合到满分，差的正是执行率：表上没有认出它，总分就不知道。"""
    weights = [number(row.weight) for row in form.indicators]
    summed = sum((w for w in weights if w is not None), ZERO)
    return None not in weights and summed + execution_weight(form, scheme) == scheme.total > summed


def _printed_sum(
    form: Form, indicators: tuple[ScoredIndicator, ...], scheme: Scheme
) -> Decimal | None:
    """表上印的各项得分之和；有一项没有印、执行率得分没有认出，则为 None。"""
    stated = [i.stated for i in indicators]
    own = form.main_funds.points if form.main_funds else None
    if not stated or None in stated or (own is not None and own.number is None):
        return None
    if own is None and _execution_asked(form, scheme):
        return None
    return sum((s for s in stated if s is not None), number(own) or ZERO)


def _gap(execution: Execution | None, indicators: tuple[ScoredIndicator, ...]) -> Decimal:
    if execution is None:
        return ZERO
    points = sum((i.counted for i in indicators if i.counted is not None), ZERO)
    weights = sum((i.weight for i in indicators if i.weight is not None), ZERO)
    return half_up(warning_gap(points, weights, execution.points, execution.weight), 1)
