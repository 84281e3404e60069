"""项目自评汇总表：由各份自评表汇总，执行率、合计、平均、等级带公式。"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.domain.grid import address
from assistant.domain.quantities import UNITS, half_up
from assistant.domain.scheme import Scheme
from assistant.domain.sheet import Look, Placed, Sheet
from assistant.scoring.execution import execution_of
from assistant.scoring.form_money import number
from assistant.scoring.forms import ScoredForm
from assistant.scoring.formulas import grade_formula, rate_formula
from assistant.scoring.grading import grade_of, mean

WIDTHS = (6, 34, 14, 14, 14, 12, 10, 10)
MONEY = "0.00"
_HEAD = ("序号", "项目名称", "年初预算数", "全年预算数", "全年执行数", "执行率", "自评得分", "等级")
_FIRST = 4


def summary_sheet(forms: Sequence[ScoredForm], year: int | None, scheme: Scheme) -> Sheet:
    """一行一个项目，金额一律折成万元。"""
    return Sheet("汇总", tuple(_cells(forms, year, scheme)), WIDTHS)


def _cells(forms: Sequence[ScoredForm], year: int | None, scheme: Scheme) -> Iterator[Placed]:
    title = f"{year}年度" if year else ""
    yield Placed(1, 1, f"{title}项目绩效自评结果汇总表", Look.TITLE, columns=8)
    yield Placed(2, 1, "单位：万元", Look.UNIT, columns=8)
    for column, text in enumerate(_HEAD, 1):
        yield Placed(3, column, text, Look.HEAD)
    for offset, scored in enumerate(forms):
        yield from _row(_FIRST + offset, offset + 1, scored)
    if forms:
        yield from _total(_FIRST + len(forms), forms, scheme)


def in_ten_thousands(scored: ScoredForm, amount: Decimal | None) -> Decimal | None:
    """金额折成万元；单位不明的照原数。"""
    unit = UNITS.get(scored.form.unit)
    return amount if amount is None or unit is None else amount * unit.factor / 10_000


def _amounts(scored: ScoredForm) -> tuple[Decimal | None, ...]:
    initial = number(scored.main.initial) if scored.main else None
    told = (initial, scored.budget, scored.executed)
    return tuple(in_ten_thousands(scored, amount) for amount in told)


def _row(row: int, serial: int, scored: ScoredForm) -> Iterator[Placed]:
    yield _number(row, 1, Decimal(serial), "0")
    yield Placed(row, 2, scored.form.project)
    for column, amount in enumerate(_amounts(scored), 3):
        yield _number(row, column, amount, MONEY)
    if scored.execution is not None:
        yield _rate(row, scored.execution.rate, scored.scheme)
    yield _number(row, 7, scored.total, MONEY)
    formula = grade_formula(address(row, 7), scored.scheme) if scored.total is not None else ""
    yield Placed(row, 8, scored.grade, Look.NUMBER, formula=formula)


def _total(row: int, forms: Sequence[ScoredForm], scheme: Scheme) -> Iterator[Placed]:
    last = row - 1
    yield Placed(row, 1, "合计", Look.HEAD, columns=2)
    sums = []
    for column, amounts in enumerate(zip(*map(_amounts, forms), strict=True), 3):
        summed = sum((a for a in amounts if a is not None), Decimal(0))
        sums.append(summed)
        span = f"{address(_FIRST, column)}:{address(last, column)}"
        yield _number(row, column, summed, MONEY, f"SUM({span})")
    yield _rate(row, execution_of(sums[1], sums[2], scheme.execution).rate, scheme)
    exact = mean([s.total for s in forms if s.total is not None])
    if exact is None:
        return
    average = half_up(exact, 2)
    span = f"{address(_FIRST, 7)}:{address(last, 7)}"
    yield _number(row, 7, average, MONEY, f"ROUND(AVERAGE({span}),2)")
    grade = grade_of(average, scheme)
    yield Placed(row, 8, grade, Look.NUMBER, formula=grade_formula(address(row, 7), scheme))
    yield Placed(row + 1, 1, "注：得分一栏的合计为简单平均。", Look.NOTE, columns=8)


def _rate(row: int, rate: Decimal, scheme: Scheme) -> Placed:
    rule = scheme.execution
    shape = "0." + "0" * rule.rate_places + "%" if rule.rate_places else "0%"
    formula = rate_formula(address(row, 4), address(row, 5), rule)
    return Placed(row, 6, f"{rate}%", Look.NUMBER, number=rate / 100, format=shape, formula=formula)


def _number(row: int, column: int, value: Decimal | None, shape: str, formula: str = "") -> Placed:
    text = "" if value is None else f"{value:.2f}" if shape == MONEY else f"{value:f}"
    return Placed(row, column, text, Look.NUMBER, number=value, format=shape, formula=formula)
