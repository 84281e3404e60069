"""给汇总表计分：各行执行率与等级、合计、平均。"""

from decimal import Decimal
from typing import NamedTuple

from assistant.domain.forms import Summary, SummaryRow, Told
from assistant.domain.quantities import half_up
from assistant.domain.scheme import Scheme
from assistant.scoring.grading import grade_of, mean, weighted_mean

HUNDRED = Decimal(100)


class ScoredRow(NamedTuple):
    """汇总表一行：应有的执行率（%）和等级；算不出为 None、空串。"""

    row: SummaryRow
    rate: Decimal | None
    points: Decimal | None
    grade: str


class ScoredSummary(NamedTuple):
    """汇总表的计算。mean 简单平均，weighted 按全年预算数加权，均两位小数。"""

    summary: Summary
    scheme: Scheme
    rows: tuple[ScoredRow, ...]
    sums: dict[str, Decimal]
    mean: Decimal | None
    exact_mean: Decimal | None
    weighted: Decimal | None
    grades: dict[str, int]

    @property
    def lowest(self) -> ScoredRow | None:
        """得分最低的一行。"""
        valid = [r for r in self.rows if r.points is not None]
        return min(valid, key=lambda r: r.points or Decimal(0), default=None)


def scored_summary(summary: Summary, scheme: Scheme) -> ScoredSummary:
    """计算一份汇总表。得分在 0 至满分之外的不计入平均。"""
    rows = tuple(_row(row, scheme) for row in summary.rows)
    valid = [r for r in rows if r.points is not None]
    exact = mean([r.points for r in valid if r.points is not None])
    grades: dict[str, int] = {}
    for row in valid:
        grades[row.grade] = grades.get(row.grade, 0) + 1
    return ScoredSummary(
        summary,
        scheme,
        rows,
        {column: _sum(summary.rows, column) for column in ("initial", "adjusted", "executed")},
        half_up(exact, 2) if exact is not None else None,
        exact,
        _weighted(valid),
        grades,
    )


def value(told: Told | None) -> Decimal | None:
    """格里的数。"""
    return told.number if told else None


def money(row: SummaryRow, column: str) -> Told | None:
    """一行某栏的金额格。"""
    return {"initial": row.initial, "adjusted": row.adjusted, "executed": row.executed}[column]


def _row(row: SummaryRow, scheme: Scheme) -> ScoredRow:
    budget, done, points = value(row.adjusted), value(row.executed), value(row.points)
    rate = None
    if budget and budget > 0 and done is not None:
        rate = half_up(done / budget * HUNDRED, scheme.execution.rate_places)
    if points is not None and not 0 <= points <= scheme.total:
        points = None
    return ScoredRow(row, rate, points, grade_of(points, scheme) if points is not None else "")


def _sum(rows: tuple[SummaryRow, ...], column: str) -> Decimal:
    return sum((v for r in rows if (v := value(money(r, column))) is not None), Decimal(0))


def _weighted(rows: list[ScoredRow]) -> Decimal | None:
    pairs = [(r.points, value(r.row.adjusted)) for r in rows]
    if not pairs or any(weight is None for _, weight in pairs):
        return None
    found = weighted_mean([p or Decimal(0) for p, _ in pairs], [w or Decimal(0) for _, w in pairs])
    return half_up(found, 2) if found is not None else None
