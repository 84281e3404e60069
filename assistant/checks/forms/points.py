"""指标得分的规则：分值、得分、档次。"""

from collections.abc import Iterator
from decimal import Decimal

from assistant.checks.forms.book import form_rule
from assistant.checks.forms.rule import CellFault
from assistant.checks.forms.tolerance import CENT
from assistant.domain.findings import Severity
from assistant.domain.targets import Sign
from assistant.scoring.form_money import execution_weight, number
from assistant.scoring.forms import ScoredForm, ScoredIndicator


@form_rule("SCR211", "weights-not-total", Severity.MUST)
def weights_not_total(scored: ScoredForm) -> Iterator[CellFault]:
    """各指标分值与执行率分值之和等于满分。

    依据：自评表满分100分；分值以批复的绩效目标表为准，只核对，不代为调整。
    错例：
        培训场次.分值 = 25
        培训场次.得分 = 25
    正例：
        培训场次.分值 = 20
    """
    weights = [i.weight for i in scored.indicators]
    if not weights or None in weights:
        return
    own = execution_weight(scored.form, scored.scheme)
    summed = sum((w for w in weights if w is not None), own)
    if summed != scored.scheme.total:
        told = scored.form.total_weight
        cell = told.cell if told else _weight_cell(scored)
        yield CellFault(
            cell,
            f"各项分值合计{summed:f}（含预算执行率{own:f}），应为{scored.scheme.total:f}",
            f"{scored.scheme.total:f}",
        )


def _weight_cell(scored: ScoredForm) -> str:
    last = scored.form.indicators[-1].weight
    return last.cell if last else ""


@form_rule("SCR212", "points-outside-weight", Severity.MUST)
def points_outside_weight(scored: ScoredForm) -> Iterator[CellFault]:
    """得分不低于0，不超过分值。

    依据：得分以该指标分值为上限，没有加分。
    错例：
        培训场次.得分 = 21
    正例：
        培训场次.得分 = 20
    """
    main = scored.main
    if main and main.points and main.weight:
        yield from _outside(main.points.cell, number(main.points), number(main.weight), "执行率")
    for one in scored.indicators:
        if one.row.points:
            yield from _outside(one.row.points.cell, one.stated, one.weight, one.row.name)


def _outside(
    cell: str, points: Decimal | None, weight: Decimal | None, name: str
) -> Iterator[CellFault]:
    if points is None or weight is None:
        return
    if points > weight:
        yield CellFault(cell, f"“{name}”得分{points:f}超过分值{weight:f}", f"不超过{weight:f}")
    elif points < 0:
        yield CellFault(cell, f"“{name}”得分{points:f}为负", "不低于0")


@form_rule("SCR213", "points-not-by-rule", Severity.MUST)
def points_not_by_rule(scored: ScoredForm) -> Iterator[CellFault]:
    """定量指标的得分按指标值和实际完成值算出。

    依据：“≥”按完成比例，“≤”超出部分按比例扣，达到目标得满分；超额酌减须由人写明理由。
    错例：
        培训场次.完成值 = 18场
    正例：
        培训场次.完成值 = 18场
        培训场次.得分 = 18.00
        培训场次.原因 = 两场改期；下年补办
        总分.得分 = 97.50
    """
    for one in scored.indicators:
        points, stated, told = one.automatic, one.stated, one.row.points
        if told is None or stated is None or one.weight is None:
            continue
        if points.points is None:
            yield from _late_at_full(one)
        elif not one.by_hand and abs(stated - points.points) > CENT:
            yield CellFault(
                told.cell,
                f"“{one.row.name}”得分{told.text}，按规则应为{points.points:f}（{points.formula}）",
                f"{points.points:f}",
            )


def _late_at_full(one: ScoredIndicator) -> Iterator[CellFault]:
    """晚于期限完成而得满分。"""
    target, day = one.row.target, one.row.actual.day
    if target is None or target.sign is not Sign.DATE or target.day is None or day is None:
        return
    if day > target.day and one.stated == one.weight and one.row.points:
        yield CellFault(
            one.row.points.cell,
            f"“{one.row.name}”{day}完成，晚于期限{target.day}，得满分{one.stated:f}；"
            "应酌情扣分并说明原因",
        )


@form_rule("SCR214", "points-outside-tier", Severity.MUST)
def points_outside_tier(scored: ScoredForm) -> Iterator[CellFault]:
    """定性指标的得分在所选档次之内。

    依据：达成得分值的80%至100%，部分达成60%（含）至80%，未达成60%以下；各地以口径为准。
    错例：
        机制健全.完成值 = 部分达成年度指标并具有一定效果
        机制健全.得分 = 8.20
        机制健全.原因 = 协议未续签；下年续签
    正例：
        机制健全.完成值 = 部分达成年度指标并具有一定效果
        机制健全.得分 = 7.50
        机制健全.原因 = 协议未续签；下年续签
        总分.得分 = 97.00
    """
    for one in scored.indicators:
        if one.band is None or one.stated is None or one.row.points is None:
            continue
        if not one.band.holds(one.stated):
            yield CellFault(
                one.row.points.cell,
                f"“{one.row.name}”选“{one.row.actual.text}”应得{one.band.words}，得分写{one.stated:f}",
                str(one.band),
            )


@form_rule("SCR215", "points-or-weight-blank", Severity.MUST)
def points_blank(scored: ScoredForm) -> Iterator[CellFault]:
    """每个指标都填分值和得分。

    依据：自评表逐项填写得分；空白与0分不同。
    错例：
        培训场次.得分 =
    正例：
        培训场次.得分 = 20
    """
    main = scored.main
    if main and main.points and main.points.blank and number(main.weight):
        yield CellFault(main.points.cell, "预算执行率得分未填")
    total = scored.form.total_points
    if total is not None and total.blank:
        yield CellFault(total.cell, "总分未填")
    for one in scored.indicators:
        for told, label in ((one.row.weight, "分值"), (one.row.points, "得分")):
            if told is not None and told.blank:
                yield CellFault(told.cell, f"“{one.row.name}”{label}未填")
