"""试算：换一种预算基数、换一个口径、改一个值，会怎样。只算不存。"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from assistant.domain.forms import Form, Funds, Indicator, Told
from assistant.domain.quantities import half_up
from assistant.domain.scheme import Base, Scheme
from assistant.reading.forms.targets import actual_of
from assistant.reading.forms.text import number_in, plain, squeezed
from assistant.scoring.forms import ScoredForm, scored
from assistant.scoring.grading import mean


class Trial(NamedTuple):
    """一种算法的结果。"""

    title: str
    result: ScoredForm


class Change(NamedTuple):
    """一处变动：什么，从多少，到多少。"""

    what: str
    before: str
    after: str


def trials(form: Form, scheme: Scheme, others: Sequence[Scheme]) -> tuple[Trial, ...]:
    """现行口径、以年初预算数为基数、其他口径，并排。"""
    ways: list[tuple[str, Scheme, Base]] = [
        (f"{scheme.title}（现行）", scheme, "adjusted"),
        ("以年初预算数为基数（不合规，仅供对照）", scheme, "initial"),
        *((other.title, other, "adjusted") for other in others if other.id != scheme.id),
    ]
    return tuple(Trial(title, scored(form, each, base)) for title, each, base in ways)


def trial_rows(found: Sequence[Trial]) -> list[dict[str, str]]:
    """并排的表：执行率、执行率得分、总分、等级，以及与现行不同的指标。"""
    now = found[0].result
    return [
        {
            "算法": trial.title,
            "执行率": _rate(trial.result),
            "执行率得分": _own(trial.result),
            "总分": _points(trial.result.total),
            "等级": trial.result.grade,
            "与现行不同": "；".join(_differences(now, trial.result)),
        }
        for trial in found
    ]


def _differences(now: ScoredForm, other: ScoredForm) -> Iterator[str]:
    for one, two in zip(now.indicators, other.indicators, strict=True):
        if one.counted != two.counted:
            yield f"{one.row.name}{_points(one.counted)}→{_points(two.counted)}"
        marks = {r.kind for r in two.reviews} - {r.kind for r in one.reviews}
        yield from (f"{one.row.name}须复核（{mark}）" for mark in sorted(marks))
    yield from other.notes


def cells_to_change(form: Form) -> dict[str, tuple[str, str]]:
    """可以试改的格：地址到（名称，现在写着什么）。"""
    found: dict[str, tuple[str, str]] = {}
    main = form.main_funds
    if main is not None:
        for label, told in (
            ("年初预算数", main.initial),
            ("全年预算数", main.adjusted),
            ("全年执行数", main.executed),
        ):
            if told is not None:
                found[told.cell] = (label, told.text)
    for one in form.indicators:
        if one.actual_told is not None:
            found[one.actual_told.cell] = (f"{one.name}完成值", one.actual_told.text)
    return found


def changed(form: Form, cell: str, text: str) -> Form | None:
    """把某格改成 text 以后的表；那一格不是金额、分值、得分、实际完成值则为 None。"""
    funds = tuple(tuple(_funds(line, cell, text) for line in group) for group in form.funds)
    rows = tuple(_row(row, cell, text, form.year) for row in form.indicators)
    if funds == form.funds and rows == form.indicators:
        return None
    return form._replace(funds=funds, indicators=rows)


def ripple(forms: Sequence[ScoredForm], index: int, cell: str, text: str) -> tuple[Change, ...]:
    """改第 index 份表的一格，牵动哪些数；没有牵动为空。"""
    before = forms[index]
    form = changed(before.form, cell, text)
    if form is None:
        return ()
    entries = {
        one.row.points.cell: one.entry
        for one in before.indicators
        if one.entry is not None and one.row.points is not None
    }
    after = scored(form, before.scheme, entries=entries)
    all_after = [*forms[:index], after, *forms[index + 1 :]]
    return tuple(_changes(before, after, _mean(forms), _mean(all_after)))


def _changes(
    before: ScoredForm, after: ScoredForm, mean_before: str, mean_after: str
) -> Iterator[Change]:
    rows = [
        ("执行率", _rate(before), _rate(after)),
        ("执行率得分", _own(before), _own(after)),
        *(
            (f"“{one.row.name}”得分", _points(one.counted), _points(other.counted))
            for one, other in zip(before.indicators, after.indicators, strict=True)
        ),
        ("总分", _points(before.total), _points(after.total)),
        ("等级", before.grade, after.grade),
        ("项目平均分", mean_before, mean_after),
    ]
    yield from (Change(*row) for row in rows if row[1] != row[2])


def _mean(forms: Sequence[ScoredForm]) -> str:
    totals = [f.total for f in forms if f.total is not None and f.form.kind == "project"]
    exact = mean(totals)
    return "" if exact is None else f"{half_up(exact, 2)}"


def _rate(scored_form: ScoredForm) -> str:
    return f"{scored_form.execution.rate}%" if scored_form.execution else ""


def _own(scored_form: ScoredForm) -> str:
    return f"{scored_form.execution.points}" if scored_form.execution else ""


def _points(points: Decimal | None) -> str:
    return "" if points is None else f"{points:f}"


def _funds(line: Funds, cell: str, text: str) -> Funds:
    return line._replace(
        initial=_at(line.initial, cell, text),
        adjusted=_at(line.adjusted, cell, text),
        executed=_at(line.executed, cell, text),
        weight=_at(line.weight, cell, text),
    )


def _row(row: Indicator, cell: str, text: str, year: int | None) -> Indicator:
    told = row.actual_told
    if told is not None and told.cell == cell:
        new = _told(told, text)
        return row._replace(actual_told=new, actual=actual_of(text, None, row.target, year))
    return row._replace(weight=_at(row.weight, cell, text), points=_at(row.points, cell, text))


def _at(told: Told | None, cell: str, text: str) -> Told | None:
    return _told(told, text) if told is not None and told.cell == cell else told


def _told(old: Told, text: str) -> Told:
    read = number_in(squeezed(text))
    value = read[0] if read else None
    return Told(plain(text), old.row, old.column, value, value)
