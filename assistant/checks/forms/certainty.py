"""认栏有没有把握：分值、得分各有一处合计对得上，才据它们报必改。

栏目靠推断、没有认出合计行、没有认出资金一栏的表，若没有一处合计对得上，多半是认错了栏：
得分一类的问题不报，改列一条没有读懂。
"""

from collections.abc import Iterator
from decimal import Decimal

from assistant.checks.forms.rule import CellFinding
from assistant.checks.forms.tolerance import CENT
from assistant.domain.findings import Severity
from assistant.domain.forms import Unread
from assistant.scoring.form_money import ZERO, execution_weight, number
from assistant.scoring.forms import ScoredForm

_BY_COLUMNS = frozenset(
    "SCR211 SCR212 SCR213 SCR214 SCR215 SCR217 SCR231 SCR233 SCR236 SCR237 SCR241".split()
)


def sure_findings(
    scored: ScoredForm, findings: tuple[CellFinding, ...]
) -> tuple[tuple[CellFinding, ...], tuple[Unread, ...]]:
    """留下有把握的问题；另给出因没有把握而没有报的说明。"""
    if not _loose(scored) or _held(scored):
        return findings, ()
    kept = tuple(f for f in findings if f.severity is not Severity.MUST or not _doubted(f))
    if len(kept) == len(findings):
        return findings, ()
    form = scored.form
    told = form.total_points or form.indicators[-1].points
    why = (
        f"分值、得分各栏与合计都对不上，可能认错了栏，{len(findings) - len(kept)}处问题没有报；"
        "请对照原表看分值、得分是否取对"
    )
    return kept, (Unread(form.sheet, told.cell if told else "", told.text if told else "", why),)


def _doubted(finding: CellFinding) -> bool:
    return finding.code in _BY_COLUMNS


def _loose(scored: ScoredForm) -> bool:
    """这份表有靠推断的地方。"""
    form = scored.form
    return bool(form.indicators) and (
        bool(form.guessed) or form.total_points is None or scored.main is None
    )


def _held(scored: ScoredForm) -> bool:
    """至少一处合计对得上；一处也无从核对的也算（没有相反的证据）。"""
    anchors = list(_anchors(scored))
    return any(anchors) or not anchors


def _anchors(scored: ScoredForm) -> Iterator[bool]:
    weights = [one.weight for one in scored.indicators]
    if None not in weights:
        summed = sum((w for w in weights if w is not None), ZERO)
        own = execution_weight(scored.form, scored.scheme)
        printed = number(scored.form.total_weight)
        yield summed + own == scored.scheme.total
        if printed is not None:
            yield printed == summed + own
    total = number(scored.form.total_points)
    if total is not None and scored.printed_sum is not None:
        yield abs(total - scored.printed_sum) <= CENT + _spread(weights)


def _spread(weights: list[Decimal | None]) -> Decimal:
    return Decimal("0.005") * len(weights)
