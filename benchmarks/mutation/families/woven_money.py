"""一句多关系（金额）：同一句里既比预算、又比上年，还列其中；其后另起话头。"""

from decimal import Decimal
from fractions import Fraction

from benchmarks.mutation import manner as hand
from benchmarks.mutation import words
from benchmarks.mutation.families.shares import split
from benchmarks.mutation.families.weaving import Weave, family, grown, near, size
from benchmarks.mutation.reports.books import Ledger
from benchmarks.mutation.reports.pen import Pen


def budget_year_parts(ledger: Ledger, pen: Pen) -> None:
    """完成数比预算、比上年，其中各占多少。"""
    now = size(ledger)
    ledger.change("now", now)
    budget = ledger.money("budget", near(ledger, now, 900, 1150))
    ledger.rate("done", now, budget)
    for name, part in zip("ab", split(ledger.rng, ledger.manner, now, 2), strict=True):
        ledger.money(name, part)
        ledger.rate(f"{name}.share", part, now)
    pen.write(
        "{y}年[一般公共预算收入|全县财政收入|本级收入]完成{now}，为预算{budget}的{done}，"
        "比上年{now.prior}{now.amount_word}{now.change}，{now.rate_word}{now.rate}。"
        "其中：税收收入{a}，占{a.share}；非税收入{b}，占{b.share}。"
    )
    pen.claim("execution_rate", "done", part="now", whole="budget")
    grown(pen, "now", prior=True)
    pen.claim("sum", "now", "open", part="a b")
    for name in "ab":
        pen.claim("ratio", f"{name}.share", part=name, whole="now")


def public_three(ledger: Ledger, pen: Pen) -> None:
    total = hand.fit(size(ledger) / 7 + 1, ledger.manner)
    cars, guests = split(ledger.rng, ledger.manner, total, 2)
    total = cars + guests
    ledger.change("t", total)
    budget = ledger.money("budget", near(ledger, total, 1010, 1400))
    ledger.rate("done", total, budget)
    ledger.money("cars", cars)
    ledger.money("guests", guests)
    pen.write(
        "{y}年“三公”经费支出{t}，完成预算{budget}的{done}，[较上年|比上年]{t.amount_word}{t.change}，"
        "{t.rate_word}{t.rate}。其中：公务用车购置及运行维护费{cars}；公务接待费{guests}，"
        "[共|]接待37批次、286人次。"
    )
    pen.claim("execution_rate", "done", part="t", whole="budget")
    grown(pen, "t")
    pen.claim("sum", "t", part="cars guests")


def split_then_basic(ledger: Ledger, pen: Pen) -> None:
    """基本与项目各占多少，基本又分两项。"""
    whole = size(ledger)
    basic, project = split(ledger.rng, ledger.manner, whole, 2)
    people, office = split(ledger.rng, ledger.manner, basic + 2, 2)
    basic, whole = people + office, people + office + project
    for name, number in zip(
        ("w", "basic", "project", "people", "office"),
        (whole, basic, project, people, office),
        strict=True,
    ):
        ledger.money(name, number)
    for name, number in (("basic", basic), ("project", project)):
        ledger.rate(f"{name}.share", number, whole)
    pen.write(
        "{y}年支出合计{w}，其中基本支出{basic}，占{basic.share}；项目支出{project}，占{project.share}。"
        "基本支出[包括人员经费{people}[、|和]公用经费{office}|由人员经费{people}、公用经费{office}构成]。"
    )
    pen.claim("sum", "w", part="basic project")
    pen.claim("sum", "basic", part="people office")
    for name in ("basic", "project"):
        pen.claim("ratio", f"{name}.share", part=name, whole="w")


def peers(ledger: Ledger, pen: Pen) -> None:
    """并列各项各占前句之数，彼此不是合计与其中。"""
    n = ledger.rng.randint(3, 5)
    amounts = split(ledger.rng, ledger.manner, size(ledger), n)
    total = ledger.money("w", sum(amounts, Decimal(0)))
    listed = []
    for i, (name, part) in enumerate(
        zip(ledger.rng.sample(words.CLASSES, n), amounts, strict=True)
    ):
        ledger.money(f"p{i}", part)
        ledger.rate(f"s{i}", part, total)
        listed.append(f"{name}{{p{i}}}，占{'支出总额的' if i == 0 else ''}{{s{i}}}")
    tail = "；".join(listed)
    pen.write(f"{{y}}年支出总额{{w}}。主要支出科目情况：{tail}。")
    pen.claim("sum", "w", "open", part=" ".join(f"p{i}" for i in range(n)))
    for i in range(n):
        pen.claim("ratio", f"s{i}", part=f"p{i}", whole="w")


def assets(ledger: Ledger, pen: Pen) -> None:
    total = size(ledger)
    ledger.change("w", total)
    for name, part in zip("ab", split(ledger.rng, ledger.manner, total, 2), strict=True):
        ledger.money(name, part)
        ledger.rate(f"{name}.share", part, total)
    pen.write(
        "截至{y}年末，资产总额{w}，比上年末{w.amount_word}{w.change}，{w.rate_word}{w.rate}。其中："
        "固定资产{a}，占资产总额的{a.share}；流动资产{b}，占{b.share}。"
    )
    grown(pen, "w")
    pen.claim("sum", "w", "open", part="a b")
    for name in "ab":
        pen.claim("ratio", f"{name}.share", part=name, whole="w")


def base_after(ledger: Ledger, pen: Pen) -> None:
    """基数写在后面的括号里。"""
    ledger.change("w", size(ledger))
    pen.write("{y}年预算安排{w}，比上年执行数{w.rate_word}{w.rate}（上年执行数{w.prior}）。")
    roles = {"current": "w", "prior": "w.prior", "direction": "w.rate_word"}
    pen.claim("yoy_percent", "w.rate", **roles)


def progress(ledger: Ledger, pen: Pen) -> None:
    """执行进度、与序时进度之差、同比。"""
    now = size(ledger)
    ledger.change("now", now)
    budget = ledger.money("budget", near(ledger, now, 1020, 1900))
    rate = ledger.percent("rate", 100 * Fraction(now) / Fraction(budget))
    ledger.percent("gap", abs(rate - 75), "个百分点")
    ledger.percent("time", Fraction(75))
    ledger.word("side", "高于" if rate > 75 else "低于")
    pen.write(
        "1—9月累计支出{now}，占[调整后|全年]预算{budget}的{rate}，{side}序时进度（{time}）{gap}；"
        "上年同期[累计支出|]{now.prior}，同比{now.amount_word}{now.change}，{now.rate_word}{now.rate}。"
    )
    pen.claim("execution_rate", "rate", part="now", whole="budget")
    more, less = ("rate", "time") if rate > 75 else ("time", "rate")
    pen.claim("difference", "gap", left=more, right=less)
    grown(pen, "now", prior=True)


def bidding(ledger: Ledger, pen: Pen) -> None:
    limit = ledger.money("limit", size(ledger))
    won = ledger.money("won", near(ledger, limit, 800, 985))
    ledger.money("saved", limit - won)
    ledger.rate("rate", limit - won, limit)
    pen.write(
        "项目分3个标段，中标总价{won}，较[招标控制价|采购预算]{limit}节约{saved}，节约率{rate}。"
    )
    pen.claim("sum", "saved", "closed", part="limit", less="won")
    pen.claim("ratio", "rate", part="saved", whole="limit")


def three_years(ledger: Ledger, pen: Pen) -> None:
    amounts = [size(ledger) for _ in range(3)]
    for name, number in zip("abc", amounts, strict=True):
        ledger.money(name, number)
    total = ledger.money("w", sum(amounts, Decimal(0)))
    ledger.money("mean", hand.fit(total / 3, ledger.manner))
    year = ledger.manner.year
    pen.write(
        f"{year - 2}年安排{{a}}、{year - 1}年安排{{b}}、{year}年安排{{c}}，"
        "三年[累计|合计]{w}，年均{mean}。"
    )
    pen.claim("sum", "w", "closed", part="a b c")
    pen.claim("average", "mean", score="a b c")


def adjusted(ledger: Ledger, pen: Pen) -> None:
    first = ledger.money("first", size(ledger))
    more, less = near(ledger, first, 100, 400), near(ledger, first, 5, 60)
    ledger.money("more", more)
    ledger.money("less", less)
    full = ledger.money("full", first + more - less)
    paid = ledger.money("paid", near(ledger, full, 700, 995))
    ledger.money("left", full - paid)
    ledger.rate("rate", paid, full)
    pen.write(
        "年初预算{first}，年中追加{more}，收回{less}，全年预算数{full}；全年执行{paid}，预算执行率{rate}，"
        "年末结余{left}。"
    )
    pen.claim("sum", "full", "closed", part="first more", less="less")
    pen.claim("execution_rate", "rate", part="paid", whole="full", opening="first")
    pen.claim("sum", "left", "closed", part="full", less="paid")


def two_years(ledger: Ledger, pen: Pen) -> None:
    """上年与本年同名的数各自成立，不是同一数两处。"""
    ledger.change("w", size(ledger))
    year = ledger.manner.year
    pen.write(
        f"（一）{year - 1}年执行情况。{year - 1}年收入总计{{w.prior}}。"
        f"（二）{year}年预算安排。{year}年收入总计{{w}}，比上年{{w.rate_word}}{{w.rate}}。"
    )
    roles = {"current": "w", "prior": "w.prior", "direction": "w.rate_word"}
    pen.claim("yoy_percent", "w.rate", **roles)


WEAVES: tuple[Weave, ...] = (
    budget_year_parts,
    public_three,
    split_then_basic,
    peers,
    assets,
    base_after,
    progress,
    bidding,
    three_years,
    adjusted,
    two_years,
)
FAMILIES = tuple(family(weave) for weave in WEAVES)
