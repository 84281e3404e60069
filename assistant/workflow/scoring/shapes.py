"""计分结果的对外写法：jigao score --json 的形状，一经写定不再改名。"""

from decimal import Decimal
from typing import Any

from assistant.checks.forms.rule import CellFinding
from assistant.checks.forms.run import CheckedForm, CheckedSummary, CheckedWorkbook
from assistant.domain.forms import Told, Unread
from assistant.domain.quantities import UNITS
from assistant.scoring.form_money import number
from assistant.scoring.forms import ScoredForm, ScoredIndicator
from assistant.scoring.summaries import ScoredRow

Json = dict[str, Any]


def workbook_json(checked: CheckedWorkbook) -> Json:
    """一个文件。"""
    summaries = [_summary(summary) for summary in checked.summaries]
    return {
        "file": checked.book.name,
        "forms": [_form(form) for form in checked.forms],
        "summary": summaries[0] if summaries else None,
        "summaries": summaries,
        "faults": [fault_json(finding) for finding in checked.findings],
        "unread": [_unread(each) for each in checked.all_unread],
    }


def _form(checked: CheckedForm) -> Json:
    scored = checked.scored
    form = scored.form
    return {
        "sheet": form.sheet,
        "kind": form.kind,
        "year": form.year,
        "project": form.project,
        "project_cell": form.project_cell,
        "scheme": scored.scheme.id,
        "scheme_verified": scored.scheme.verified,
        "scheme_basis": scored.scheme.basis,
        "execution": _execution(scored),
        "indicators": [_indicator(one) for one in scored.indicators],
        "total": plain(scored.total),
        "stated_total": plain(number(form.total_points)),
        "printed_sum": plain(scored.printed_sum),
        "grade": scored.grade or None,
        "stated_grade": text(form.grade),
        "notes": list(scored.notes),
        "faults": [fault_json(finding) for finding in checked.findings],
        "review_flags": _reviews(scored),
        "warning": _warning(scored),
    }


def _execution(scored: ScoredForm) -> Json | None:
    done, main = scored.execution, scored.main
    if done is None or main is None:
        return None
    unit = UNITS.get(scored.form.unit)
    factor = unit.factor if unit else None
    return {
        "budget": plain(scored.budget),
        "initial": plain(number(main.initial)),
        "executed": plain(scored.executed),
        "unit": scored.form.unit,
        "budget_base_value": _base(scored.budget, factor),
        "executed_base_value": _base(scored.executed, factor),
        "rate": f"{done.rate}%",
        "rate_percent": plain(done.rate),
        "points": plain(done.points),
        "accept_points": [plain(points) for points in done.accepted_points],
        "weight": plain(done.weight),
        "stated_rate": text(main.rate),
        "stated_points": plain(number(main.points)),
        "cell": main.points.cell if main.points else None,
        "basis": done.formula,
    }


def _base(amount: Decimal | None, factor: Decimal | None) -> str | None:
    return plain(amount * factor) if amount is not None and factor is not None else None


def _indicator(one: ScoredIndicator) -> Json:
    row = one.row
    target, actual = row.target, row.actual
    day = actual.day or (target.day if target else None)
    return {
        "cell": row.points.cell if row.points else row.name_cell,
        "row": row.points.row if row.points else None,
        "level_one": row.level_one,
        "level_two": row.level_two,
        "name": row.name,
        "sign": target.sign.value if target else None,
        "target": _target(one),
        "actual": plain(actual.number) if actual.number is not None else _day_or_text(one),
        "date": str(day) if day else None,
        "unit": target.unit if target else "",
        "weight": plain(one.weight),
        "points": plain(one.automatic.points),
        "stated_points": plain(one.stated),
        "counted": plain(one.counted),
        "entered_by_hand": one.by_hand,
        "convention": one.automatic.convention,
        "band": str(one.band) if one.band else None,
        "reason": text(row.reason),
        "evidence": text(row.evidence),
        "basis": one.automatic.formula,
    }


def _target(one: ScoredIndicator) -> str | None:
    target = one.row.target
    if target is None:
        return None
    if target.value is None:
        return str(target.day) if target.day else target.text
    if target.upper is not None:
        return f"{target.value:f}-{target.upper:f}"
    return plain(target.value)


def _day_or_text(one: ScoredIndicator) -> str:
    return str(one.row.actual.day) if one.row.actual.day else one.row.actual.text


def _reviews(scored: ScoredForm) -> list[Json]:
    return [
        {
            "kind": review.kind,
            "cell": one.row.actual_told.cell if one.row.actual_told else "",
            "at": one.row.name,
            "message": review.message,
        }
        for one in scored.indicators
        for review in one.reviews
    ]


def _warning(scored: ScoredForm) -> str | None:
    """结果与支出的落差预警，只供复核。"""
    if scored.gap <= 5:
        return None
    return f"指标得分率高于执行得分率{scored.gap}%，超过5%，须说明结果与支出为何不相称"


def _summary(checked: CheckedSummary) -> Json:
    scored = checked.scored
    lowest = scored.lowest
    return {
        "sheet": scored.summary.sheet,
        "year": scored.summary.year,
        "unit": scored.summary.unit,
        "count": len(scored.rows),
        "scored": sum(1 for row in scored.rows if row.points is not None),
        "rows": [_row(row) for row in scored.rows],
        "sums": {column: plain(amount) for column, amount in scored.sums.items()},
        "mean": plain(scored.mean),
        "weighted_mean": plain(scored.weighted),
        "minimum": plain(lowest.points) if lowest else None,
        "grade_counts": scored.grades,
        "faults": [fault_json(finding) for finding in checked.findings],
    }


def _row(each: ScoredRow) -> Json:
    row = each.row
    return {
        "row": row.row,
        "project": row.project,
        "rate": f"{each.rate}%" if each.rate is not None else None,
        "points": plain(row.points.number) if row.points else None,
        "grade": each.grade or None,
        "stated_rate": text(row.rate),
        "stated_grade": text(row.grade),
    }


def fault_json(finding: CellFinding) -> Json:
    """一条问题。"""
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "sheet": finding.sheet,
        "cell": finding.cell,
        "message": finding.message,
        "expected": finding.expected,
    }


def _unread(each: Unread) -> Json:
    return {"sheet": each.sheet, "cell": each.cell, "text": each.text, "why": each.why}


def plain(value: Decimal | None) -> str | None:
    """十进制数的写法，不用科学记数法。"""
    return None if value is None else f"{value:f}"


def text(told: Told | None) -> str | None:
    """一格的文字，空白为 None。"""
    return told.text if told is not None and told.text else None
