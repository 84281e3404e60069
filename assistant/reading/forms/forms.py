"""格子读成自评表：一个文件可有许多张，一张可有上下或左右并排的几份。"""

import re
from collections.abc import Iterable, Iterator

from assistant.domain.forms import Form, Funds, Indicator, Summary, Told, Unread, Workbook
from assistant.domain.grid import Grid
from assistant.reading.forms.head import grade_of, identity_of, total_above
from assistant.reading.forms.indicators import Block, indicators_of
from assistant.reading.forms.layout import Region, indicator_heads, regions, summary_heads
from assistant.reading.forms.money import funds_of, money_unit
from assistant.reading.forms.summary import summary_of
from assistant.reading.forms.text import label
from assistant.reading.forms.view import INDICATORS, View

_EXECUTION = re.compile(r"预算执行|资金执行")
_EXECUTION_NAME = re.compile(r"^(?:部门|项目|资金|财政|全年|年度)*预算执行率?$")


def workbook_of(name: str, grids: Iterable[Grid]) -> Workbook:
    """读一个文件的全部格子。"""
    forms: list[Form] = []
    summaries: list[Summary] = []
    unread: list[Unread] = []
    for grid in grids:
        found, sums = forms_of(grid), summaries_of(grid)
        forms.extend(found)
        summaries.extend(sums)
        unread.extend(Unread(grid.name, note.cell, "", note.message) for note in grid.notes)
        if grid.hidden and (found or sums):
            unread.append(Unread(grid.name, "A1", "", "这张工作表是隐藏的，照样计分；请确认要不要"))
        if grid.cells and not found and not sums:
            first = next(iter(grid.cells.values()))
            why = "没有认出自评表或汇总表的表头，整张表未读"
            unread.append(Unread(grid.name, first.address, first.text[:30], why))
    return Workbook(name, tuple(forms), tuple(summaries), tuple(unread))


def forms_of(grid: Grid) -> tuple[Form, ...]:
    """一张格子里的各份自评表，自上而下，自左而右。"""
    return tuple(_form(view, region) for view in _side_by_side(grid) for region in regions(view))


def summaries_of(grid: Grid) -> tuple[Summary, ...]:
    """一张格子里的各份汇总表。已认作自评表的不再认作汇总表。"""
    view = View(grid)
    if indicator_heads(view):
        return ()
    return tuple(s for s in (summary_of(view, h) for h in summary_heads(view)) if s is not None)


def _side_by_side(grid: Grid) -> Iterator[View]:
    """左右并排的几份自评表按列切开。"""
    whole = View(grid)
    for head in indicator_heads(whole):
        names = whole.repeats(head.last, INDICATORS.role_of, "name")
        if len(names) > 1:
            yield from _cut(grid, head.last, names)
            return
    yield whole


def _cut(grid: Grid, row: int, names: list[int]) -> Iterator[View]:
    width = names[1] - names[0]
    left = 1
    for name in names[1:]:
        edge = _left_edge(grid, row, name, name - width)
        yield View(grid, left, edge - 1)
        left = edge
    yield View(grid, left)


def _left_edge(grid: Grid, row: int, name: int, previous: int) -> int:
    """后一份表的左边：与前一份同构，指标名称左边的栏数相同。"""
    lefts = [c for c in range(1, previous + 1) if (cell := grid.at(row, c)) and cell.text.strip()]
    return name - (previous - min(lefts, default=previous))


def _form(view: View, region: Region) -> Form:
    who = identity_of(view, region)
    block = indicators_of(view, region, who.year)
    funds = funds_of(view, region)
    indicators, funds = _execution_row_apart(block.indicators, funds)
    unit = money_unit(view, region)
    if block.total_points is None:
        block = block._replace(total_points=total_above(view, region))
    return Form(
        sheet=view.grid.name,
        kind=who.kind,
        title=who.title,
        year=who.year,
        project=who.project,
        project_cell=who.project_cell,
        unit=unit,
        funds=funds,
        indicators=indicators,
        total_weight=block.total_weight,
        total_points=block.total_points,
        grade=grade_of(view, region, block.end),
        goal=who.goal,
        goal_done=who.goal_done,
        subtotals=block.subtotals,
        unread=(
            *_unread_funds(view.grid.name, funds),
            *block.unread,
            *_missing_parts(view.grid.name, funds, unit, block),
        ),
        guessed=frozenset().union(*(h.guessed for h in (*region.money, *region.indicators))),
    )


def _execution_row_apart(
    indicators: tuple[Indicator, ...], funds: tuple[tuple[Funds, ...], ...]
) -> tuple[tuple[Indicator, ...], tuple[tuple[Funds, ...], ...]]:
    """预算执行率写成一行指标时，归到资金总额那一行去计分。"""
    main = funds[0][0] if funds and funds[0] else None
    own = main is not None and main.weight is not None and main.weight.number is not None
    rows = [i for i in indicators if _is_execution(i, own)]
    if len(rows) != 1 or main is None:
        return indicators, funds
    row = rows[0]
    if not own:
        main = main._replace(weight=row.weight, points=row.points, reason=row.reason)
        if main.rate is None:
            main = main._replace(rate=row.actual_told)
    rest = tuple(i for i in indicators if i is not row)
    return rest, ((main, *funds[0][1:]), *funds[1:])


def _is_execution(one: Indicator, own: bool) -> bool:
    """这一行是预算执行率。资金栏已另有分值的，只认一级指标就是预算执行的。"""
    level = label(one.level_one)
    if _EXECUTION.search(level):
        return True
    loose = not level or level == label(one.name)
    return bool(_EXECUTION_NAME.match(label(one.name))) and (loose or not own)


def _missing_parts(
    sheet: str, funds: tuple[tuple[Funds, ...], ...], unit: str, block: Block
) -> Iterator[Unread]:
    """缺了的部分：没有资金表头、没有合计行。"""
    last = block.indicators[-1].name_cell if block.indicators else ""
    if not funds:
        yield Unread(sheet, last, "", "没有认出资金一栏，执行率未计分")
    if funds and not unit:
        yield Unread(sheet, last, "", "没有写金额单位，金额不折算")
    if block.total_points is None:
        yield Unread(sheet, last, "", "没有合计行；后面若有另一份表，请查是否压住了它")


def _unread_funds(sheet: str, groups: tuple[tuple[Funds, ...], ...]) -> Iterator[Unread]:
    for line in (line for group in groups for line in group):
        values: tuple[Told | None, ...] = (line.initial, line.adjusted, line.executed, line.rate)
        for value in values:
            if value is not None and value.number is None and not value.blank:
                said = value.text or value.problem
                yield Unread(sheet, value.cell, said, "应是数，读不出")
