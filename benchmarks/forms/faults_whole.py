"""整表的毛病：资金、分值之和、总分、等级、年度。"""

from decimal import Decimal
from fractions import Fraction

from benchmarks.forms.content import GRADES, Content
from benchmarks.forms.indicators import half_up
from benchmarks.forms.planting import Fault, Groups, position, settled
from benchmarks.forms.template import Layout


def _wrong_base(made: Content, layout: Layout) -> Groups | None:
    if made.initial == made.adjusted:
        made.adjusted = made.initial + 30
        made.parts = [(made.initial, made.adjusted, made.paid)]
    rate = half_up(Fraction(made.paid) / Fraction(made.initial) * 100)
    made.rate, made.points = (
        f"{rate}%",
        f"{half_up(min(Fraction(rate), Fraction(100)) * Fraction(made.weight) / 100)}",
    )
    made.settle()
    return (
        (("rate", "rate_bare"), ("xpoints",))
        if Decimal(made.points) != made.true_points
        else (("rate", "rate_bare"),)
    )


def _execution_points(made: Content, layout: Layout) -> Groups | None:
    made.paid = (made.adjusted * Decimal("0.82")).quantize(Decimal("0.01"))
    made.parts = [(made.initial, made.adjusted, made.paid)]
    made.rate, made.points = f"{made.true_rate}%", f"{made.weight}.00"
    made.texts["xreason"] = made.texts["xreason_always"] = "尾款待验收后支付，已排入次年一季度"
    made.settle()
    return (("xpoints",),)


def _weights(made: Content, layout: Layout) -> Groups | None:
    at = position(made, "date")
    row = made.rows[at]
    row.weight += 5
    row.points = row.printed = row.weight
    return settled(made, (("total_weight",),))


def _weights_hidden(made: Content, layout: Layout) -> Groups | None:
    groups = _weights(made, layout)
    made.total_weight = "100"
    return groups


def _total(made: Content, layout: Layout) -> Groups | None:
    made.total = f"{Decimal(made.total) - 2}"
    return (("total",),)


def _family(made: Content, layout: Layout) -> Groups | None:
    other = "hebei" if made.grades == "national" else "national"
    names = [name for _, name in GRADES[made.grades]]
    made.grade = GRADES[other][names.index(made.grade)][1]
    return (("grade",),)


def _band(made: Content, layout: Layout) -> Groups | None:
    names = [name for _, name in GRADES[made.grades]]
    made.grade = names[(names.index(made.grade) + 1) % 4]
    return (("grade",),)


def _money(made: Content, layout: Layout) -> Groups | None:
    if "label" not in layout.head or layout.head.get("fundtree") or "人员" in layout.head["label"]:
        return None
    made.parts = [(made.initial, made.adjusted + 10, made.paid)]
    return (("adjusted", "adjusted_yuan"),)


def _negative(made: Content, layout: Layout) -> Groups | None:
    labels = layout.head.get("label", "")
    if not labels or layout.head.get("fundtree") or labels.startswith("人员"):
        return None
    made.initial = -made.initial
    made.parts = [(made.initial, made.adjusted, made.paid)]
    return (("initial", "initial_yuan"), ("f0.p.initial", "f0.p.initial_yuan"))


def _paid_more(made: Content, layout: Layout) -> Groups | None:
    made.paid = (made.adjusted * Decimal("1.08")).quantize(Decimal("0.01"))
    made.parts = [(made.initial, made.adjusted, made.paid)]
    made.rate, made.points = f"{made.true_rate}%", f"{made.weight}"
    made.settle()
    return (("rate", "rate_bare", "paid", "paid_yuan"),)


def _nothing_paid(made: Content, layout: Layout) -> Groups | None:
    made.paid = Decimal(0)
    made.parts = [(made.initial, made.adjusted, made.paid)]
    made.rate, made.points = "0%", "0"
    for row in made.rows:
        if (
            row.points is not None
            and row.kind in ("ge", "le", "rate", "eq")
            and row.printed < row.weight
        ):
            row.bare, row.actual, row.ratio = row.goal, row.goal + row.goal_unit, Fraction(1)
            row.points = row.printed = row.weight
            row.reason = ""
    made.texts["xreason"] = made.texts["xreason_always"] = "资金次年支付，已排入一季度计划"
    return settled(made, (("paid", "paid_yuan", "rate", "rate_bare", "xpoints", "i0.points"),))


def _wrong_year(made: Content, layout: Layout) -> Groups | None:
    at = position(made, "date")
    row = made.rows[at]
    row.target, row.goal = "2023年9月30日前", "2023年9月30日"
    row.actual = row.bare = "2023年9月8日"
    made.texts["year"] = "2022"
    return (("year",),)


WHOLE = (
    Fault("执行率分母用年初数", _wrong_base, ("initial", "rate")),
    Fault("执行率得分不按执行率", _execution_points),
    Fault("分值之和不是 100", _weights, ("total_weight",)),
    Fault("分值之和不是 100 而合计写 100", _weights_hidden, ("total_weight",)),
    Fault("总分不等于各项之和", _total, ("total",)),
    Fault("等级用了别的口径的名称", _family, ("grade",)),
    Fault("等级与得分不符", _band, ("grade",)),
    Fault("资金总额不等于各来源之和", _money),
    Fault("预算数为负", _negative, ("initial|initial_yuan",)),
    Fault("执行数大于预算数", _paid_more),
    Fault("一分未付而全部满分", _nothing_paid),
    Fault("标题年度与日期不符", _wrong_year, ("year",)),
)
