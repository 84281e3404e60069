"""总体目标完成情况的文字与表内的数对照。"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from assistant.checks.forms.book import form_rule
from assistant.checks.forms.rule import CellFault
from assistant.checks.forms.tolerance import same_rate
from assistant.domain.findings import Severity
from assistant.domain.forms import Told
from assistant.scoring.forms import ScoredForm, ScoredIndicator

_CLAUSE = re.compile(r"[，。；;,、\n]")
_COUNTED = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(%|万元/?[一-龥]?|[一-龥]{1,3})")
_SUFFIX = re.compile(r"(?:场次|人次|人数|户数|家数|个数|次数|数量|总数|数|率|金额|额|值|量)$")
_INEXACT = re.compile(r"计划|目标|任务数|超过|以上|不低于|近|约|余|多|其中|上年|去年|每")


class _Said(NamedTuple):
    """文字里的一个数：前面的话、数、后面的字。"""

    before: str
    number: Decimal
    after: str


@form_rule("SCR235", "goal-text-not-actual", Severity.MUST)
def goal_text_not_actual(scored: ScoredForm) -> Iterator[CellFault]:
    """总体目标完成情况里的数与实际完成值、执行率一致。

    依据：同一张表内文字与表格的数应当相同。说法相近、单位相同的数才比，约数不比。
    错例：
        完成情况 = 全年举办培训18场，群众反映良好。
    正例：
        完成情况 = 全年举办培训20场，群众反映良好。
    """
    told = scored.form.goal_done
    if told is None or told.blank:
        return
    for said in _numbers(told.text):
        fault = _rate_fault(scored, said, told) or _indicator_fault(scored, said, told)
        if fault is not None:
            yield fault


def _numbers(text: str) -> Iterator[_Said]:
    for clause in _CLAUSE.split(text):
        start = 0
        for match in _COUNTED.finditer(clause):
            before = clause[start : match.start()]
            if not _INEXACT.search(clause):
                yield _Said(before, Decimal(match[1].replace(",", "")), match[2])
            start = match.end(1)


def _rate_fault(scored: ScoredForm, said: _Said, told: Told) -> CellFault | None:
    if not re.search(r"执行率", said.before) or said.after != "%" or scored.execution is None:
        return None
    named = {one.row.name for one in scored.indicators}
    if any("执行率" in name for name in named) or not scored.budget or scored.executed is None:
        return None
    stated = Told("", told.row, told.column, said.number, said.number)
    if same_rate(stated, scored.executed / scored.budget * 100):
        return None
    return CellFault(
        told.cell, f"完成情况写执行率{said.number:f}%，表内算得{scored.execution.rate}%"
    )


def _indicator_fault(scored: ScoredForm, said: _Said, told: Told) -> CellFault | None:
    akin = [one for one in scored.indicators if _akin(one, said)]
    if not akin or any(one.row.actual.number == said.number for one in akin):
        return None
    one = akin[0].row
    where = f"（{one.actual_told.cell}）" if one.actual_told else ""
    return CellFault(
        told.cell,
        f"完成情况写“{said.before.strip()}{said.number:f}{said.after}”，"
        f"“{one.name}”的实际完成值{where}是{one.actual.number:f}{one.actual.unit}",
    )


def _akin(one: ScoredIndicator, said: _Said) -> bool:
    """单位相同，且名称去掉“数、率、场次”之类的尾字后，有三个字（短的全部）在数前面的话里相连出现。"""
    unit, name = one.row.actual.unit, one.row.name
    if one.row.actual.number is None or not unit or not said.after.startswith(unit):
        return False
    stem = _SUFFIX.sub("", name)
    need = min(3, len(stem))
    if need < 2:
        return False
    return any(stem[i : i + need] in said.before for i in range(len(stem) - need + 1))
