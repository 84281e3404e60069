"""第三组人的写法（金额）：预算公开、国库、专项、基建、惠农、学校和医院的收支说明。"""

from decimal import Decimal

from benchmarks.mutation import words
from benchmarks.mutation.families.shares import split
from benchmarks.mutation.families.weaving import Weave, family, near, size
from benchmarks.mutation.reports.books import Ledger
from benchmarks.mutation.reports.pen import Pen
from benchmarks.mutation.unseen.money import grew, rose

MORE, LESS = ("增加", "增长"), ("减少", "下降")


def lists(ledger: Ledger, names: str, whole: Decimal) -> Decimal:
    """把一笔钱分成几份记账，返回总数。"""
    parts = split(ledger.rng, ledger.manner, whole, len(names))
    for name, part in zip(names, parts, strict=True):
        ledger.money(name, part)
    return sum(parts, Decimal(0))


def budget_of_year(ledger: Ledger, pen: Pen) -> None:
    total = lists(ledger, "ab", size(ledger))
    rose(ledger, "w", total, MORE, LESS)
    pen.write(
        "按照综合预算的原则，{y}年支出预算为{w}，较上年预算{w.amount_word}{w.change}，{w.rate_word}{w.rate}"
        "[，主要是落实过紧日子要求|]。其中：基本支出预算{a}，项目支出预算{b}。"
    )
    grew(pen, "w")
    pen.claim("sum", "w", part="a b")


def treasury(ledger: Ledger, pen: Pen) -> None:
    now = size(ledger)
    rose(ledger, "now", now, MORE, LESS)
    budget = ledger.money("budget", near(ledger, now, 1010, 1800))
    ledger.rate("done", now, budget)
    pen.write(
        "截至12月底，国库集中支付{now}，支付进度{done}（全年预算{budget}），较去年同期{now.amount_word}"
        "{now.change}，{now.rate_word}{now.rate}。"
    )
    pen.claim("ratio", "done", part="now", whole="budget")
    grew(pen, "now")


def spent_by_use(ledger: Ledger, pen: Pen) -> None:
    total = lists(ledger, "abcd", size(ledger))
    ledger.money("w", total)
    names = ledger.rng.sample(words.PROJECTS, 4)
    listed = "；".join(f"用于{n}{{{k}}}" for n, k in zip(names, "abcd", strict=True))
    pen.write(f"{{y}}年共使用专项资金{{w}}，具体为：{listed}。")
    pen.claim("sum", "w", "closed", part="a b c d")


def construction(ledger: Ledger, pen: Pen) -> None:
    total = lists(ledger, "abc", size(ledger))
    ledger.money("w", total)
    paid = ledger.money("paid", near(ledger, total, 300, 950))
    ledger.rate("rate", paid, total)
    ledger.money("left", total - paid)
    pen.write(
        "项目概算总投资{w}，包括建筑工程费{a}、设备购置费{b}、其他费用{c}。已完成支付{paid}，"
        "占概算总投资的{rate}，尚余{left}。"
    )
    pen.claim("sum", "w", "open", part="a b c")
    pen.claim("ratio", "rate", part="paid", whole="w")


def subsidies(ledger: Ledger, pen: Pen) -> None:
    paid = ledger.money("paid", size(ledger))
    plan = ledger.money("plan", near(ledger, paid, 1005, 1300))
    ledger.money("left", plan - paid)
    ledger.rate("rate", paid, plan)
    pen.write(
        "县级下达惠农补贴资金{plan}，通过“一卡通”发放{paid}，发放率{rate}，结余{left}按规定收回。"
    )
    pen.claim("ratio", "rate", part="paid", whole="plan")
    pen.claim("sum", "left", "closed", part="plan", less="paid")


def school(ledger: Ledger, pen: Pen) -> None:
    income = lists(ledger, "ab", size(ledger))
    ledger.money("income", income)
    rose(ledger, "spent", near(ledger, income, 850, 990), MORE, LESS)
    spent = Decimal(ledger.values["spent"].digits)
    ledger.money("left", income - spent)
    pen.write(
        "学校全年总收入{income}（财政补助{a}、事业收入{b}），总支出{spent}，同比{spent.amount_word}"
        "{spent.change}，{spent.rate_word}{spent.rate}，收支结余{left}。"
    )
    pen.claim("sum", "income", "open", part="a b")
    grew(pen, "spent")
    pen.claim("sum", "left", "closed", part="income", less="spent")


def fees(ledger: Ledger, pen: Pen) -> None:
    for name in "abc":
        rose(ledger, name, size(ledger), MORE, LESS)
    tail = "，".join(
        f"{what}{{{k}}}、比上年{{{k}.amount_word}}{{{k}.change}}"
        for what, k in (("会议费", "a"), ("培训费", "b"), ("差旅费", "c"))
    )
    ledger.money("w", sum((Decimal(ledger.values[k].digits) for k in "abc"), Decimal(0)))
    pen.write(f"一般性支出中{tail}。三项费用合计{{w}}。")


def each_class(ledger: Ledger, pen: Pen) -> None:
    """逐个科目：年初预算、决算、完成率，再说大小。"""
    names = ledger.rng.sample(words.CLASSES, 2)
    for i, name in enumerate(names):
        budget = ledger.money(f"b{i}", size(ledger))
        paid = ledger.money(f"a{i}", near(ledger, budget, 700, 1300))
        ledger.rate(f"r{i}", paid, budget)
        ledger.word(f"w{i}", "大于" if paid > budget else "小于")
        pen.write(
            f"{i + 1}.{name}（类）。年初预算为{{b{i}}}，支出决算为{{a{i}}}，"
            f"完成年初预算的{{r{i}}}，"
            f"决算数{{w{i}}}年初预算数的主要原因是据实结算。\n"
        )
        pen.claim("execution_rate", f"r{i}", part=f"a{i}", whole=f"b{i}")


def lowered(ledger: Ledger, pen: Pen) -> None:
    then = size(ledger)
    now = near(ledger, then, 300, 950)
    for name, number in (("then", then), ("now", now), ("cut", then - now)):
        ledger.money(name, number)
    ledger.rate("rate", then - now, then)
    ledger.word("down", "减少")
    pen.write("通过集中采购，设备采购单价由{then}降到{now}，{down}{cut}，降幅达{rate}。")
    pen.claim("yoy_amount", "cut", current="now", prior="then", direction="down")


def of_which(ledger: Ledger, pen: Pen) -> None:
    total = ledger.money("w", size(ledger))
    part = ledger.money("a", near(ledger, total, 200, 900))
    small = ledger.money("b", near(ledger, part, 200, 900))
    ledger.rate("a.rate", part, total)
    ledger.rate("b.rate", small, part)
    pen.write(
        "政府采购支出总额{w}，其中面向中小企业采购{a}，占采购支出总额的{a.rate}；"
        "在面向中小企业采购中，授予小微企业{b}，占授予中小企业金额的{b.rate}。"
    )
    pen.claim("ratio", "a.rate", part="a", whole="w")


def last_first(ledger: Ledger, pen: Pen) -> None:
    rose(ledger, "w", size(ledger), MORE, LESS)
    pen.write(
        "上年决算数为{w.prior}，本年决算数为{w}，本年比上年{w.amount_word}{w.change}，"
        "变动率为{w.rate}。"
    )
    grew(pen, "w", prior=True, rate=False)


def reaches(ledger: Ledger, pen: Pen) -> None:
    rose(ledger, "w", size(ledger), MORE, LESS)
    pen.write(
        "{y}年固定资产投资[完成额|]达到{w}，比{py}年的{w.prior}{w.rate_word}{w.rate}，"
        "[净|]{w.amount_word}{w.change}。"
    )
    grew(pen, "w", prior=True)


def deposit(ledger: Ledger, pen: Pen) -> None:
    opening, came = size(ledger), size(ledger)
    spent = near(ledger, opening + came, 300, 950)
    for name, number in (
        ("opening", opening),
        ("came", came),
        ("spent", spent),
        ("closing", opening + came - spent),
    ):
        ledger.money(name, number)
    pen.write("上年结转{opening}，本年收入{came}，本年支出{spent}，年末结转{closing}。")
    pen.claim("sum", "closing", "closed", part="opening came", less="spent")


def plural(ledger: Ledger, pen: Pen) -> None:
    for name in "ab":
        budget = ledger.money(f"{name}.budget", size(ledger))
        paid = ledger.money(name, near(ledger, budget, 600, 1000))
        ledger.rate(f"{name}.rate", paid, budget)
    pen.write(
        "人员经费、公用经费预算分别为{a.budget}、{b.budget}，实际支出分别为{a}、{b}，"
        "执行率分别为{a.rate}、{b.rate}。"
    )
    for name in "ab":
        pen.claim("execution_rate", f"{name}.rate", part=name, whole=f"{name}.budget")


WEAVES: tuple[Weave, ...] = (
    budget_of_year,
    treasury,
    spent_by_use,
    construction,
    subsidies,
    school,
    fees,
    each_class,
    lowered,
    of_which,
    last_first,
    reaches,
    deposit,
    plural,
)
FAMILIES = tuple(family(weave) for weave in WEAVES)
