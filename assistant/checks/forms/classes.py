"""各类指标的分值与小计。"""

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.checks.forms.book import form_rule
from assistant.checks.forms.rule import CellFault
from assistant.checks.forms.tolerance import CENT
from assistant.domain.findings import Severity
from assistant.domain.forms import Told
from assistant.scoring.forms import ScoredForm

_PRINTED = re.compile(r"[(（]\s*(\d+(?:\.\d+)?)\s*分\s*[)）]")


@form_rule("SCR236", "class-weight-not-sum", Severity.MUST)
def class_weight_not_sum(scored: ScoredForm) -> Iterator[CellFault]:
    """一级指标印出的分值等于其下各指标分值之和。

    依据：一级指标的分值由其下各项分值组成。
    错例：
        满意度指标.名称 = 满意度指标（5分）
    正例：
        满意度指标.名称 = 满意度指标（10分）
    """
    groups: dict[str, list[Decimal | None]] = {}
    cells: dict[str, str] = {}
    for one in scored.indicators:
        name = one.row.level_one
        if _PRINTED.search(name):
            groups.setdefault(name, []).append(one.weight)
            cells.setdefault(name, one.row.level_one_cell)
    for name, weights in groups.items():
        match = _PRINTED.search(name)
        summed = sum((w for w in weights if w is not None), Decimal(0))
        if match and None not in weights and Decimal(match[1]) != summed:
            yield CellFault(cells[name], f"“{name}”其下各项分值合计{summed:f}", f"{summed:f}")


@form_rule("SCR237", "subtotal-not-sum", Severity.MUST)
def subtotal_not_sum(scored: ScoredForm) -> Iterator[CellFault]:
    """小计等于所合计各项之和。

    依据：二级合计三级，一级合计二级。
    错例：
        效益小计.得分 = 29
    正例：
        效益小计.得分 = 30
    """
    for each in scored.form.subtotals:
        rows = scored.indicators[each.first : each.last + 1]
        yield from _differs(each.weight, [one.weight for one in rows], each.label)
        yield from _differs(each.points, [one.stated for one in rows], each.label)


def _differs(told: Told | None, parts: list[Decimal | None], label: str) -> Iterator[CellFault]:
    if told is None or told.number is None or not parts or None in parts:
        return
    summed = sum((part for part in parts if part is not None), Decimal(0))
    if abs(told.number - summed) > CENT:
        yield CellFault(told.cell, f"“{label}”{told.text}，各项之和是{summed:f}", f"{summed:f}")
