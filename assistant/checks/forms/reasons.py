"""偏差原因的规则：该写的写了没有，写得具体不具体，与得分矛盾不矛盾。"""

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.checks.forms.book import form_rule
from assistant.checks.forms.rule import CellFault
from assistant.domain.findings import Severity
from assistant.scoring.forms import ScoredForm, ScoredIndicator
from assistant.scoring.review import OVERFULFIL

_VAGUE_REASON = frozenset(
    "客观原因 主观原因 其他原因 其它原因 原因 有偏差 存在偏差 特殊原因 工作原因 略".split()
)
_NOT_DONE = re.compile(r"(?<!无)(?:未完成|没有完成|未达到|未达标|未能完成|未实现)")
_DEDUCTED = re.compile(r"扣(?:减|除)?\s*(\d+(?:\.\d+)?)\s*分")
_OVER_DONE = re.compile(r"超额完成|超出目标|超过目标|超目标")


@form_rule("SCR216", "overfulfilment-unexplained", Severity.MUST)
def overfulfilment_unexplained(scored: ScoredForm) -> Iterator[CellFault]:
    """实际完成值达到目标值规定倍数的须说明原因。

    依据：河北县级口径1.2倍、广西口径1.3倍；系统只提示，不代为减分。
    错例：
        口径 = hebei-county
        等级 = 优秀
        培训场次.完成值 = 24场
    正例：
        口径 = hebei-county
        等级 = 优秀
        培训场次.完成值 = 24场
        培训场次.原因 = 省里追加两期，按要求一并举办
    """
    for one in scored.indicators:
        reasons = [r for r in (one.row.over_reason, one.row.reason) if r is not None]
        if not reasons or any(not reason.blank for reason in reasons):
            continue
        reason = reasons[0]
        for review in one.reviews:
            if review.kind == OVERFULFIL:
                yield CellFault(reason.cell, f"“{one.row.name}”{review.message}，未说明原因")


@form_rule("SCR217", "reason-missing", Severity.MUST)
def reason_missing(scored: ScoredForm) -> Iterator[CellFault]:
    """得分低于分值的须填偏差原因及改进措施。

    依据：自评表“偏差原因分析及改进措施”栏，扣分的指标逐项填写。
    错例：
        培训场次.完成值 = 18场
        培训场次.得分 = 18
        总分.得分 = 97.50
    正例：
        培训场次.完成值 = 18场
        培训场次.得分 = 18
        培训场次.原因 = 两场改期；下年补办
        总分.得分 = 97.50
    """
    for one in scored.indicators:
        reason, stated, weight = one.row.reason, one.stated, one.weight
        if reason is None or stated is None or weight is None or stated >= weight:
            continue
        if reason.blank or reason.text.strip() in ("无", "没有", "暂无"):
            yield CellFault(
                reason.cell,
                f"“{one.row.name}”得分{stated:f}低于分值{weight:f}，未填偏差原因及改进措施",
            )


@form_rule("SCR218", "reason-vague", Severity.DOUBT)
def reason_vague(scored: ScoredForm) -> Iterator[CellFault]:
    """偏差原因要具体。

    依据：复核时“客观原因”一类不说明问题的，视同未说明。
    错例：
        培训场次.完成值 = 18场
        培训场次.得分 = 18
        培训场次.原因 = 客观原因
        总分.得分 = 97.50
    正例：
        培训场次.完成值 = 18场
        培训场次.得分 = 18
        培训场次.原因 = 两场改期；下年补办
        总分.得分 = 97.50
    """
    for one in scored.indicators:
        reason = one.row.reason
        if reason is not None and reason.text.strip("。；; ") in _VAGUE_REASON:
            yield CellFault(
                reason.cell, f"“{one.row.name}”的原因只写“{reason.text}”，请写明具体原因和措施"
            )


@form_rule("SCR219", "reason-contradicts-points", Severity.DOUBT)
def reason_contradicts(scored: ScoredForm) -> Iterator[CellFault]:
    """原因与得分、完成情况不矛盾。

    依据：说未完成而得满分，或说超额完成而实际低于目标，复核时视为填报不实。
    错例：
        培训场次.原因 = 因场地检修未完成计划
    正例：
        培训场次.原因 = 按计划完成
    """
    for one in scored.indicators:
        reason = one.row.reason
        if reason is None or reason.blank or one.stated is None or one.weight is None:
            continue
        if one.stated == one.weight and _NOT_DONE.search(reason.text):
            yield CellFault(
                reason.cell, f"“{one.row.name}”得满分{one.stated:f}，原因却说“{reason.text}”"
            )
        elif _OVER_DONE.search(reason.text) and _below(one):
            yield CellFault(reason.cell, f"“{one.row.name}”未达到目标，原因却说“{reason.text}”")


@form_rule("SCR220", "reason-deduction-differs", Severity.MUST)
def deduction_differs(scored: ScoredForm) -> Iterator[CellFault]:
    """原因里写的扣分与实际扣的相同。

    依据：每处扣分的理由与扣分数一致。
    错例：
        培训场次.完成值 = 18场
        培训场次.得分 = 18
        培训场次.原因 = 两场改期，扣5分；下年补办
        总分.得分 = 97.50
    正例：
        培训场次.完成值 = 18场
        培训场次.得分 = 18
        培训场次.原因 = 两场改期，扣2分；下年补办
        总分.得分 = 97.50
    """
    for one in scored.indicators:
        reason, stated, weight = one.row.reason, one.stated, one.weight
        if reason is None or stated is None or weight is None:
            continue
        said = [Decimal(number) for number in _DEDUCTED.findall(reason.text)]
        if said and sum(said) != weight - stated:
            yield CellFault(
                reason.cell,
                f"“{one.row.name}”原因写扣{sum(said):f}分，实际扣{weight - stated:f}分"
                f"（{weight:f}-{stated:f}）",
            )


def _below(one: ScoredIndicator) -> bool:
    points, weight = one.automatic.points, one.weight
    return points is not None and weight is not None and points < weight
