"""第三组句族（自然的对句）：句句算得通或无从算，任何断定有错都是误报。"""

from decimal import Decimal
from fractions import Fraction

from benchmarks.mutation.families.weaving import Weave, family, near, size
from benchmarks.mutation.reports.books import Ledger
from benchmarks.mutation.reports.pen import Pen
from benchmarks.mutation.unseen.counts import counts
from benchmarks.mutation.unseen.money import grew, rose
from benchmarks.mutation.unseen.third_accounts import LESS, MORE, number


def part_of_reasons(ledger: Ledger, pen: Pen) -> None:
    """主要原因里只举了两样，加减不等于变动额。"""
    rose(ledger, "w", size(ledger), MORE, LESS)
    change = number(ledger, "w.change")
    ledger.money("d", near(ledger, change, 1100, 2000))
    ledger.money("e", near(ledger, change, 100, 800))
    pen.write(
        "{y}年支出{w}，较上年{w.amount_word}{w.change}，{w.rate_word}{w.rate}，主要是项目支出{w.amount_word}{d}，"
        "同时人员经费也有{e}的变化。"
    )
    grew(pen, "w")


def two_funds(ledger: Ledger, pen: Pen) -> None:
    rose(ledger, "a", size(ledger), MORE, LESS)
    rose(ledger, "b", size(ledger), MORE, LESS)
    pen.write(
        "一般公共预算财政拨款支出{a}，上年为{a.prior}，{a.rate_word}{a.rate}；政府性基金预算财政拨款支出{b}，"
        "上年为{b.prior}，{b.rate_word}{b.rate}。"
    )
    grew(pen, "a", amount=False, prior=True)
    grew(pen, "b", amount=False, prior=True)


def plan_and_outcome(ledger: Ledger, pen: Pen) -> None:
    rose(ledger, "b", size(ledger), MORE, LESS)
    rose(ledger, "a", near(ledger, number(ledger, "b"), 800, 1300), MORE, LESS)
    pen.write(
        "“三公”经费{y}年预算{b}，比上年预算{b.amount_word}{b.change}；决算{a}，比上年决算{a.amount_word}"
        "{a.change}，{a.rate_word}{a.rate}。"
    )
    grew(pen, "a")


def standards(ledger: Ledger, pen: Pen) -> None:
    """标准乘人数不等于发放额：人数每月在变。"""
    ledger.count("n", ledger.rng.randint(30, 900), "人")
    ledger.count("e", ledger.rng.choice((80, 100, 180, 240, 600)), "元")
    ledger.money("w", size(ledger))
    plan = ledger.money("plan", near(ledger, number(ledger, "w"), 1010, 1300))
    ledger.rate("rate", number(ledger, "w"), plan)
    pen.write(
        "按每人每月{e}的标准发放高龄津贴，年末享受待遇{n}，全年发放{w}，预算安排{plan}，发放进度{rate}。"
    )
    pen.claim("ratio", "rate", part="w", whole="plan")


def of_the_county(ledger: Ledger, pen: Pen) -> None:
    """占全县的比重，全县之数文中没有；另有一个同单位的数在前。"""
    ledger.money("w", size(ledger))
    paid = ledger.money("a", near(ledger, number(ledger, "w"), 100, 900))
    ledger.rate("share", paid, number(ledger, "w"))
    ledger.percent("county", Fraction(ledger.rng.randint(100, 900), 100))
    pen.write(
        "本年支出{w}，占全县财政支出的{county}。其中，债务付息支出{a}，占本单位支出的{share}。"
    )
    pen.claim("ratio", "share", part="a", whole="w")


def faster(ledger: Ledger, pen: Pen) -> None:
    rose(ledger, "w", size(ledger), MORE, LESS)
    ledger.percent("city", Fraction(ledger.rng.randint(50, 900), 100))
    ledger.percent("gap", Fraction(ledger.rng.randint(50, 300), 100), "个百分点")
    ledger.percent("inner", Fraction(ledger.rng.randint(50, 900), 100))
    pen.write(
        "全年完成税收{w}，比上年{w.amount_word}{w.change}，{w.rate_word}{w.rate}，好于预期{gap}；其中制造业税收"
        "增长{inner}，拉动整体税收{city}。"
    )
    grew(pen, "w")


def at_least(ledger: Ledger, pen: Pen) -> None:
    sent = ledger.rng.randint(100, 900)
    back = ledger.rng.randint(sent * 8 // 10, sent - 1)
    counts(ledger, "份", sent=sent, back=back)
    ledger.rate("rate", back, sent)
    pen.write(
        "要求问卷回收率不低于80%、满意度不低于90%。实际发出问卷{sent}，收回{back}，回收率{rate}，"
        "达到年初设定的目标。"
    )
    pen.claim("ratio", "rate", part="back", whole="sent")


def some_of(ledger: Ledger, pen: Pen) -> None:
    whole = ledger.money("w", size(ledger))
    for name, low, high in (("a", 100, 300), ("b", 100, 300)):
        ledger.money(name, near(ledger, whole, low, high))
        ledger.rate(f"{name}.share", number(ledger, name), whole)
    pen.write(
        "商品和服务支出{w}，其中占比较大的有：委托业务费{a}，占{a.share}；劳务费{b}，占{b.share}。"
        "其余科目金额较小，不再逐一列示。"
    )
    for name in "ab":
        pen.claim("ratio", f"{name}.share", part=name, whole="w")


def other_year(ledger: Ledger, pen: Pen) -> None:
    """上年的率和本年的率各用各的数。"""
    for name in "ab":
        budget = ledger.money(f"{name}.b", size(ledger))
        ledger.money(name, near(ledger, budget, 700, 995))
        ledger.rate(f"{name}.rate", number(ledger, name), budget)
    pen.write(
        "{py}年预算安排{a.b}，实际支出{a}，执行率{a.rate}；{y}年预算安排{b.b}，实际支出{b}，"
        "执行率{b.rate}。"
    )
    for name in "ab":
        pen.claim("execution_rate", f"{name}.rate", part=name, whole=f"{name}.b")


def rounded_up(ledger: Ledger, pen: Pen) -> None:
    """前文约数，后文准数，不算不一。"""
    exact = size(ledger) + 100
    ledger.money("w", exact)
    about = Decimal(int(exact / 10) * 10)
    rose(ledger, "w", exact, MORE, LESS)
    unit = ledger.manner.unit
    pen.write(
        f"全年落实资金约{about}{unit}，有力支撑了各项工作。据决算反映，实际支出{{w}}，"
        "比上年{w.amount_word}{w.change}，{w.rate_word}{w.rate}。"
    )
    grew(pen, "w")


WEAVES: tuple[Weave, ...] = (
    part_of_reasons,
    two_funds,
    plan_and_outcome,
    standards,
    of_the_county,
    faster,
    at_least,
    some_of,
    other_year,
    rounded_up,
)
FAMILIES = tuple(family(weave) for weave in WEAVES)
