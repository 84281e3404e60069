"""把计过分的自评表摆成国家版式的一张表：算得出的格带公式，人打的分照写。"""

from collections.abc import Iterator
from decimal import Decimal

from assistant.domain.forms import Funds, Told
from assistant.domain.grid import address
from assistant.domain.quantities import places_of
from assistant.domain.sheet import Look, Placed, Sheet
from assistant.scoring.form_money import number, parts_sum
from assistant.scoring.forms import ScoredForm, ScoredIndicator, overshoot_count
from assistant.scoring.formulas import (
    execution_formula,
    grade_formula,
    points_formula,
    rate_formula,
    total_formula,
)

WIDTHS = (10, 12, 20, 22, 16, 16, 8, 10, 24)
MONEY = "0.00"
_FUND_HEAD = ("年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")
_HEAD = ("绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分")
_REASON = "偏差原因分析及改进措施"
_KIND = {"project": "项目支出绩效自评表", "department": "部门整体支出绩效自评表"}


def form_sheet(scored: ScoredForm, bureau: str = "") -> Sheet:
    """一份自评表。bureau 填主管部门、实施单位，空则留白。"""
    return Sheet(scored.form.sheet, tuple(_Layout(scored, bureau).cells()), WIDTHS, landscape=True)


class _Layout:
    """自上而下摆格；row 是下一行。"""

    def __init__(self, scored: ScoredForm, bureau: str) -> None:
        self.scored, self.form, self.bureau = scored, scored.form, bureau
        self.row = 1
        self.rate = self.own = ""

    def cells(self) -> Iterator[Placed]:
        """全部格。"""
        yield from self._heading()
        yield from self._funds()
        yield from self._goals()
        yield from self._indicators()

    def _heading(self) -> Iterator[Placed]:
        form = self.form
        year = f"{form.year}年度" if form.year else ""
        yield Placed(1, 1, f"{year}{_KIND[form.kind]}", Look.TITLE, columns=9)
        yield Placed(2, 1, f"单位：{form.unit or '万元'}", Look.UNIT, columns=9)
        name = "项目名称" if form.kind == "project" else "部门名称"
        yield Placed(3, 1, name, Look.HEAD, columns=2)
        yield Placed(3, 3, form.project, columns=7)
        yield Placed(4, 1, "主管部门", Look.HEAD, columns=2)
        yield Placed(4, 3, self.bureau, columns=3)
        yield Placed(4, 6, "实施单位", Look.HEAD)
        yield Placed(4, 7, self.bureau, columns=3)
        self.row = 5

    def _funds(self) -> Iterator[Placed]:
        group = self.form.funds[0] if self.form.funds else ()
        side = "项目资金" if self.form.kind == "project" else "部门资金"
        yield Placed(5, 1, side, Look.HEAD, rows=1 + max(len(group), 1), columns=2)
        yield Placed(5, 3, "", Look.HEAD)
        for column, text in enumerate(_FUND_HEAD, 4):
            yield Placed(5, column, text, Look.HEAD)
        self.row = 6
        for line in group:
            yield from self._fund(line, group)
            self.row += 1
        self.row = max(self.row, 7)

    def _fund(self, line: Funds, group: tuple[Funds, ...]) -> Iterator[Placed]:
        row, whole = self.row, line is group[0]
        yield Placed(row, 3, line.label.strip())
        amounts = {"initial": line.initial, "adjusted": line.adjusted, "executed": line.executed}
        for column, (role, told) in enumerate(amounts.items(), 4):
            summed = self._sum_of_parts(group, role, column) if whole else ""
            value = self._main(role) if whole else number(told)
            yield _number(row, column, value, MONEY, summed)
        if whole and self.scored.execution is not None:
            yield from self._execution(row)
        elif not whole:
            for column in (7, 8, 9):
                yield Placed(row, column, "—", Look.NUMBER)

    def _main(self, role: str) -> Decimal | None:
        main = self.scored.main
        kept = {"adjusted": self.scored.budget, "executed": self.scored.executed}
        return kept.get(role) if role in kept else number(main.initial if main else None)

    def _sum_of_parts(self, group: tuple[Funds, ...], role: str, column: int) -> str:
        """分项齐全且合计相符时，总额写成分项之和。"""
        if parts_sum(group, role) != self._main(role):
            return ""
        rows = [self.row + n for n, line in enumerate(group) if n and line.depth == 1]
        return "+".join(address(row, column) for row in rows)

    def _execution(self, row: int) -> Iterator[Placed]:
        done, rule = self.scored.execution, self.scored.scheme.execution
        assert done is not None
        budget, executed, weight = (address(row, c) for c in (5, 6, 7))
        self.rate, self.own = address(row, 8), address(row, 9)
        yield _number(row, 7, done.weight, "General")
        percent = "0." + "0" * rule.rate_places + "%" if rule.rate_places else "0%"
        formula = rate_formula(budget, executed, rule)
        yield Placed(row, 8, f"{done.rate}%", Look.NUMBER, 1, 1, done.rate / 100, percent, formula)
        formula = execution_formula(weight, self.rate, rule)
        yield _number(row, 9, done.points, MONEY, formula)

    def _goals(self) -> Iterator[Placed]:
        row = self.row
        yield Placed(row, 1, "年度总体目标", Look.HEAD, rows=2)
        yield Placed(row, 2, "预期目标", Look.HEAD, columns=4)
        yield Placed(row, 6, "实际完成情况", Look.HEAD, columns=4)
        yield Placed(row + 1, 2, _text(self.form.goal), columns=4)
        yield Placed(row + 1, 6, _text(self.form.goal_done), columns=4)
        self.row += 2

    def _indicators(self) -> Iterator[Placed]:
        rows = self.scored.indicators
        first, last = self.row + 1, self.row + len(rows)
        yield Placed(self.row, 1, _HEAD[0], Look.HEAD, rows=1 + len(rows))
        for column, text in enumerate((*_HEAD[1:], _REASON), 2):
            yield Placed(self.row, column, text, Look.HEAD)
        for offset, one in enumerate(rows):
            yield from _indicator(first + offset, one, offset, rows)
        self.row = last + 1
        yield from self._foot(first, last)

    def _foot(self, first: int, last: int) -> Iterator[Placed]:
        row, scored = self.row, self.scored
        weights = f"SUM(G{first}:G{last})" + (f"+G{self.own[1:]}" if self.own else "")
        parts = f"SUM(H{first}:H{last})" + (f"+{self.own}" if self.own else "")
        total = sum((i.weight or Decimal(0) for i in scored.indicators), Decimal(0))
        total += scored.execution.weight if scored.execution else Decimal(0)
        yield Placed(row, 1, "总分", Look.HEAD, columns=6)
        yield _number(row, 7, total, "General", weights)
        formula = total_formula(parts, self.rate, overshoot_count(scored), scored.scheme)
        complete = scored.total is not None
        yield _number(row, 8, scored.total, MONEY, formula if complete else "")
        yield Placed(row, 9, "；".join(scored.notes))
        yield Placed(row + 1, 1, "自评等级", Look.HEAD, columns=2)
        grade = grade_formula(address(row, 8), scored.scheme) if complete else ""
        yield Placed(row + 1, 3, scored.grade, columns=7, formula=grade)
        basis = "" if scored.scheme.verified else "（依据待核）"
        note = f"注：按{scored.scheme.title}{basis}计分；{scored.scheme.execution.basis}。"
        yield Placed(row + 2, 1, note, Look.NOTE, columns=9)


def _indicator(
    row: int, one: ScoredIndicator, offset: int, rows: tuple[ScoredIndicator, ...]
) -> Iterator[Placed]:
    yield from _level(row, 2, [i.row.level_one for i in rows], offset)
    yield from _level(row, 3, [f"{i.row.level_one}\n{i.row.level_two}" for i in rows], offset)
    yield Placed(row, 4, one.row.name)
    yield Placed(row, 5, one.row.target.shown if one.row.target else "")
    yield _actual(row, one)
    yield _number(row, 7, one.weight, "General")
    formula = None
    if not one.by_hand and one.row.target is not None:
        formula = points_formula(one.row.target, address(row, 7), address(row, 6))
    yield _number(row, 8, one.counted, MONEY, formula or "")
    yield Placed(row, 9, _text(one.row.reason))


def _level(row: int, column: int, names: list[str], offset: int) -> Iterator[Placed]:
    """相邻相同的一二级指标合并成一格。"""
    name = names[offset]
    if offset and names[offset - 1] == name:
        return
    run = next((n for n, other in enumerate(names[offset:]) if other != name), None)
    rows = len(names) - offset if run is None else run
    yield Placed(row, column, name.rpartition("\n")[2], Look.HEAD, rows=rows)


def _actual(row: int, one: ScoredIndicator) -> Placed:
    value, target = one.row.actual.number, one.row.target
    if value is None or target is None:
        return Placed(row, 6, one.row.actual.text)
    unit = target.unit
    places = places_of(value)
    shape = "0." + "0" * places if places else "0"
    if unit == "%":
        return Placed(row, 6, f"{value:f}%", Look.NUMBER, number=value / 100, format=f"{shape}%")
    suffix = f'"{unit}"' if unit else ""
    return Placed(row, 6, f"{value:f}{unit}", Look.NUMBER, number=value, format=f"{shape}{suffix}")


def _number(row: int, column: int, value: Decimal | None, shape: str, formula: str = "") -> Placed:
    text = "" if value is None else f"{value:.2f}" if shape == MONEY else f"{value:f}"
    return Placed(row, column, text, Look.NUMBER, number=value, format=shape, formula=formula)


def _text(told: Told | None) -> str:
    return told.text if told is not None and not told.blank else ""
