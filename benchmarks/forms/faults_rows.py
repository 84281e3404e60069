"""某个指标的毛病：得分、指标值、完成值、原因。"""

from decimal import Decimal
from fractions import Fraction

from benchmarks.forms.content import Content
from benchmarks.forms.indicators import half_up
from benchmarks.forms.planting import Fault, Groups, partly_done, position, reason_key, settled
from benchmarks.forms.template import Layout


def _score_off(made: Content, layout: Layout) -> Groups | None:
    at = position(made, "ge")
    row = made.rows[at]
    partly_done(made, row, Fraction(8, 10))
    row.printed = row.printed + Decimal("0.5")
    return settled(made, ((f"i{at}.points",),))


def _full_below(made: Content, layout: Layout) -> Groups | None:
    at = len(made.rows) - 1
    row = made.rows[at]
    partly_done(made, row, Fraction(7, 10))
    row.printed, row.reason = row.weight, ""
    return settled(made, ((f"i{at}.points",),))


def _above_weight(made: Content, layout: Layout) -> Groups | None:
    at = position(made, "date")
    made.rows[at].printed = made.rows[at].weight + 1
    return settled(made, ((f"i{at}.points",),))


def _no_reason(made: Content, layout: Layout) -> Groups | None:
    at = len(made.rows) - 1
    partly_done(made, made.rows[at], Fraction(9, 10))
    made.rows[at].reason = ""
    return settled(made, ((f"i{at}.{reason_key(layout)}",),))


def _cost_sign(made: Content, layout: Layout) -> Groups | None:
    at = position(made, "le")
    row = made.rows[at]
    row.sign, row.target = "≥", f"≥{row.goal}{row.goal_unit}"
    row.bare, row.actual = row.goal, f"{row.goal}{row.goal_unit}"
    row.points = row.printed = row.weight
    row.reason, row.ratio = "", Fraction(1)
    return settled(made, ((f"i{at}.target", f"i{at}.sign", f"i{at}.goal"),))


def _tier(made: Content, layout: Layout) -> Groups | None:
    at = position(made, "state")
    row = made.rows[at]
    row.actual = row.bare = "部分达成年度指标并具有一定效果"
    row.printed, row.reason = half_up(Fraction(row.weight) * 9 / 10), "协议尚未续签；一季度续签"
    return settled(made, ((f"i{at}.points",),))


def _blank_actual(made: Content, layout: Layout) -> Groups | None:
    at = position(made, "ge")
    row = made.rows[at]
    row.actual = row.bare = ""
    row.points, row.printed, row.reason = None, row.weight, ""
    made.done = "各项任务按期完成。"
    return settled(made, ((f"i{at}.actual", f"i{at}.bare"),))


def _vague(made: Content, layout: Layout) -> Groups | None:
    at = position(made, "ge")
    row = made.rows[at]
    row.kind, row.sign, row.goal, row.goal_unit, row.target = (
        "state",
        "定性",
        "大幅增加",
        "",
        "大幅增加",
    )
    row.points, row.printed, row.reason, row.ratio = None, row.weight, "", Fraction(1)
    made.done = "各项任务按期完成。"
    return settled(made, ((f"i{at}.target", f"i{at}.goal"),))


def _percent_word(made: Content, layout: Layout) -> Groups | None:
    at = len(made.rows) - 1
    row = made.rows[at]
    row.target, row.goal_unit = f"≥{row.goal}百分比", "百分比"
    return settled(made, ((f"i{at}.target", f"i{at}.goal", f"i{at}.goal_unit"),))


def _text_actual(made: Content, layout: Layout) -> Groups | None:
    at = position(made, "ge")
    row = made.rows[at]
    row.actual = row.bare = "较好"
    row.points, row.printed, row.reason, row.ratio = None, row.weight, "", Fraction(1)
    made.done = "各项任务按期完成。"
    return settled(made, ((f"i{at}.actual", f"i{at}.bare"),))


def _late(made: Content, layout: Layout) -> Groups | None:
    at = position(made, "date")
    row = made.rows[at]
    row.target, row.goal = "2023年9月30日前", "2023年9月30日"
    row.actual = row.bare = "2023年12月8日"
    row.points = None
    return settled(made, ((f"i{at}.points", f"i{at}.actual", f"i{at}.bare"),))


def _payment_quantity(made: Content, layout: Layout) -> Groups | None:
    at = position(made, "ge")
    row = made.rows[at]
    if row.two != "数量指标":
        return None
    row.name, row.goal_unit = "拨付补助资金金额", "万元"
    row.goal, row.target, row.bare, row.actual = "50", "≥50万元", "50", "50万元"
    row.points = row.printed = row.weight
    row.reason, row.ratio = "", Fraction(1)
    return settled(made, ((f"i{at}.name",),))


def _twice(made: Content, layout: Layout) -> Groups | None:
    ats = [at for at, row in enumerate(made.rows) if row.kind == "ge"]
    if len(ats) < 2:
        return None
    one, other = made.rows[ats[0]], made.rows[ats[1]]
    for name in ("name", "target", "goal", "goal_unit", "actual", "bare", "sign", "ratio"):
        setattr(other, name, getattr(one, name))
    share = min(one.ratio, Fraction(1))
    other.points = other.printed = (
        other.weight if share == 1 else half_up(Fraction(other.weight) * share)
    )
    other.reason = one.reason
    return settled(made, ((f"i{ats[1]}.name", f"i{ats[0]}.name"),))


def _text_clash(made: Content, layout: Layout) -> Groups | None:
    row = made.rows[0]
    if row.kind != "ge":
        return None
    made.done = (
        f"按计划实施，{row.name}达到{Decimal(row.bare) + 7}{row.goal_unit}，其余任务按期完成。"
    )
    return (("done_text",),)


def _said_undone(made: Content, layout: Layout) -> Groups | None:
    at = position(made, "date")
    made.rows[at].reason = "设备未到货，任务未完成；次年一季度补齐"
    return ((f"i{at}.{reason_key(layout)}", f"i{at}.points"),)


def _empty_reason(made: Content, layout: Layout) -> Groups | None:
    at = len(made.rows) - 1
    partly_done(made, made.rows[at], Fraction(9, 10))
    made.rows[at].reason = "客观原因"
    return settled(made, ((f"i{at}.{reason_key(layout)}",),))


def _over(made: Content, layout: Layout) -> Groups | None:
    if layout.head.get("scheme") not in ("hebei-county", "guangxi"):
        return None
    at = position(made, "ge")
    row = made.rows[at]
    row.bare = f"{int(row.goal) * 2}"
    row.actual, row.ratio = row.bare + row.goal_unit, Fraction(2)
    row.points = row.printed = row.weight
    row.reason = ""
    return settled(made, ((f"i{at}.reason", f"i{at}.over_reason"),))


def _over_hundred(made: Content, layout: Layout) -> Groups | None:
    at = len(made.rows) - 1
    row = made.rows[at]
    row.goal, row.target = "120", "≥120%"
    row.bare, row.actual, row.ratio = "120", "120%", Fraction(1)
    row.points = row.printed = row.weight
    row.reason = ""
    return settled(made, ((f"i{at}.target", f"i{at}.goal"), (f"i{at}.actual", f"i{at}.bare")))


def _blank_weight(made: Content, layout: Layout) -> Groups | None:
    at = position(made, "date")
    made.texts[f"i{at}.weight"] = ""
    return ((f"i{at}.weight",),)


def _blank_points(made: Content, layout: Layout) -> Groups | None:
    at = position(made, "date")
    made.texts[f"i{at}.points"] = ""
    return ((f"i{at}.points",),)


def _reference(made: Content, layout: Layout) -> Groups | None:
    at = len(made.rows) - 1
    made.texts[f"i{at}.points"] = "#REF!"
    return ((f"i{at}.points",),)


ROWS = (
    Fault("得分不按公式", _score_off),
    Fault("未达标得满分", _full_below),
    Fault("得分高于分值", _above_weight),
    Fault("扣分没有原因", _no_reason, ("reason|cause",)),
    Fault("成本指标用大于等于", _cost_sign),
    Fault("定性得分出档", _tier),
    Fault("完成值空白", _blank_actual),
    Fault("数量指标写成空话", _vague),
    Fault("百分号写成百分比", _percent_word, ("target",)),
    Fault("完成值不是数", _text_actual),
    Fault("逾期得满分", _late),
    Fault("支付金额当数量指标", _payment_quantity, ("two",)),
    Fault("同一指标写两遍", _twice),
    Fault("完成情况与完成值不一致", _text_clash, ("done_text",)),
    Fault("满分而原因说未完成", _said_undone, ("reason|cause",)),
    Fault("原因空泛", _empty_reason, ("reason|cause",)),
    Fault("超额未说明", _over),
    Fault("满意度目标超过 100%", _over_hundred),
    Fault("分值空白", _blank_weight),
    Fault("得分空白", _blank_points),
    Fault("公式出错", _reference),
)
