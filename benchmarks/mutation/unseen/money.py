"""另一组人的写法（金额）：月报、预算说明、采购、项目、债务、调整与结转。"""

from decimal import Decimal
from fractions import Fraction

from benchmarks.mutation import manner as hand
from benchmarks.mutation import words
from benchmarks.mutation.families.shares import split
from benchmarks.mutation.families.weaving import Weave, family, near, size
from benchmarks.mutation.reports.books import Ledger
from benchmarks.mutation.reports.pen import Pen


def rose(
    ledger: Ledger, name: str, now: Decimal, by: tuple[str, str], down: tuple[str, str]
) -> None:
    """上年数、变动与方向，方向词另选。"""
    ledger.change(name, now)
    up = ledger.values[f"{name}.amount_word"].digits == "增加"
    for key, word in zip(("amount_word", "rate_word"), by if up else down, strict=True):
        ledger.word(f"{name}.{key}", word)


def grew(
    pen: Pen, name: str, *, amount: bool = True, prior: bool = False, rate: bool = True
) -> None:
    """增减的勾稽：额、幅各按文中实有的声明。"""
    first, second = f"{name}.amount_word", f"{name}.rate_word"
    if prior and amount:
        roles = {"current": name, "prior": f"{name}.prior", "direction": first}
        pen.claim("yoy_amount", f"{name}.change", **roles)
    if rate:
        said = f"{first} {second}" if amount else second
        other = {"prior": f"{name}.prior"} if prior else {"change": f"{name}.change"}
        pen.claim("yoy_percent", f"{name}.rate", current=name, direction=said, **other)


def monthly(ledger: Ledger, pen: Pen) -> None:
    now = size(ledger)
    rose(ledger, "now", now, ("增收", "增长"), ("减收", "下降"))
    plan = ledger.money("plan", near(ledger, now, 1050, 2600))
    ledger.rate("done", now, plan)
    for name, part in zip("ab", split(ledger.rng, ledger.manner, now, 2), strict=True):
        ledger.money(name, part)
    pen.write(
        "1-8月，全县地方财政收入累计完成{now}，占年度任务{plan}的{done}，[同比|较上年同期]"
        "{now.amount_word}{now.change}，{now.rate_word}{now.rate}。其中：税务部门完成{a}，财政部门完成{b}。"
    )
    pen.claim("execution_rate", "done", part="now", whole="plan")
    grew(pen, "now")
    pen.claim("sum", "now", "open", part="a b")


def carried_in(ledger: Ledger, pen: Pen) -> None:
    now = size(ledger)
    rose(ledger, "now", now, ("增加", "增加"), ("减少", "减少"))
    kept = ledger.money("kept", near(ledger, now, 20, 300))
    ledger.money("total", now + kept)
    pen.write(
        "本单位{y}年度总收入{total}，其中本年收入{now}，较{py}年度决算数{now.amount_word}{now.change}，"
        "{now.rate_word}{now.rate}；上年结转和结余{kept}。"
    )
    grew(pen, "now")
    pen.claim("sum", "total", part="now kept")


def purchases(ledger: Ledger, pen: Pen) -> None:
    parts = split(ledger.rng, ledger.manner, size(ledger), 3)
    total = ledger.money("w", sum(parts, Decimal(0)))
    for name, part in zip("abc", parts, strict=True):
        ledger.money(name, part)
        ledger.rate(f"{name}.share", part, total)
    pen.write(
        "{y}年政府采购规模为{w}。从采购结构看，货物类、工程类和服务类采购金额分别为{a}、{b}和{c}，"
        "占采购规模的比重分别为{a.share}、{b.share}和{c.share}。"
    )
    pen.claim("sum", "w", "open", part="a b c")
    for name in "abc":
        pen.claim("ratio", f"{name}.share", part=name, whole="w")


def income_budget(ledger: Ledger, pen: Pen) -> None:
    parts = split(ledger.rng, ledger.manner, size(ledger), 3)
    total = sum(parts, Decimal(0))
    rose(ledger, "w", total, ("增加", "增长"), ("减少", "下降"))
    for name, part in zip("abc", parts, strict=True):
        ledger.money(name, part)
        ledger.rate(f"{name}.share", part, total)
    pen.write(
        "{y}年部门收入预算{w}，比{py}年预算数{w.prior}{w.amount_word}{w.change}，{w.rate_word}{w.rate}。"
        "收入构成为：一般公共预算拨款收入{a}，占收入预算的{a.share}；事业收入{b}，占{b.share}；"
        "上年结转收入{c}，占{c.share}。"
    )
    grew(pen, "w", prior=True)
    pen.claim("sum", "w", "open", part="a b c")
    for name in "abc":
        pen.claim("ratio", f"{name}.share", part=name, whole="w")


def saved_on_budget(ledger: Ledger, pen: Pen) -> None:
    now = hand.fit(size(ledger) / 5 + 2, ledger.manner)
    budget = ledger.money("budget", near(ledger, now, 1030, 1500))
    ledger.money("now", now)
    ledger.money("saved", budget - now)
    ledger.rate("rate", budget - now, budget)
    pen.write("{y}年“三公”经费决算数{now}，较年初预算{budget}节约{saved}，节约{rate}。")
    pen.claim("sum", "saved", "closed", part="budget", less="now")
    pen.claim("ratio", "rate", part="saved", whole="budget")


def invested(ledger: Ledger, pen: Pen) -> None:
    total = ledger.money("w", size(ledger))
    done = ledger.money("done", near(ledger, total, 300, 980))
    ledger.rate("rate", done, total)
    parts = split(ledger.rng, ledger.manner, near(ledger, total, 200, 900), 3)
    ledger.money("got", sum(parts, Decimal(0)))
    for name, part in zip("abc", parts, strict=True):
        ledger.money(name, part)
    pen.write(
        "项目批复总投资{w}，截至{y}年底累计完成投资{done}，为总投资的{rate}；当年到位资金{got}，"
        "其中中央资金{a}、省级资金{b}、县级配套{c}。"
    )
    pen.claim("ratio", "rate", part="done", whole="w")
    pen.claim("sum", "got", "open", part="a b c")


def handed_down(ledger: Ledger, pen: Pen) -> None:
    plan = ledger.money("plan", size(ledger))
    given = ledger.money("given", near(ledger, plan, 700, 995))
    used = ledger.money("used", near(ledger, given, 600, 990))
    ledger.rate("given.rate", given, plan)
    ledger.rate("used.rate", used, given)
    ledger.money("left", given - used)
    pen.write(
        "财政批复预算{plan}，实际下达{given}，资金下达率{given.rate}；实际使用{used}，"
        "资金使用率{used.rate}，剩余{left}由财政收回。"
    )
    pen.claim("ratio", "given.rate", part="given", whole="plan")
    pen.claim("ratio", "used.rate", part="used", whole="given")
    pen.claim("sum", "left", "closed", part="given", less="used")


def bid_down(ledger: Ledger, pen: Pen) -> None:
    limit = ledger.money("limit", size(ledger))
    won = ledger.money("won", near(ledger, limit, 780, 985))
    ledger.money("cut", limit - won)
    ledger.rate("rate", limit - won, limit)
    ledger.word("down", "降幅")
    pen.write("经公开招标，工程造价由预算价{limit}降至中标价{won}，减少{cut}，{down}{rate}。")
    pen.claim("sum", "cut", "closed", part="limit", less="won")
    pen.claim("ratio", "rate", part="cut", whole="limit")


def debts(ledger: Ledger, pen: Pen) -> None:
    parts = split(ledger.rng, ledger.manner, size(ledger), 2)
    rose(ledger, "w", sum(parts, Decimal(0)), ("增加", "增长"), ("减少", "下降"))
    for name, part in zip("ab", parts, strict=True):
        ledger.money(name, part)
    pen.write(
        "{y}年末债务余额{w}，比年初的{w.prior}{w.amount_word}{w.change}；其中一般债务{a}，专项债务{b}。"
    )
    grew(pen, "w", prior=True, rate=False)
    pen.claim("sum", "w", "open", part="a b")


def half_years(ledger: Ledger, pen: Pen) -> None:
    a, b = size(ledger), size(ledger)
    low, high = sorted((a, b))
    ledger.money("a", low)
    ledger.money("b", high + 1)
    ledger.money("w", low + high + 1)
    ledger.money("gap", high + 1 - low)
    pen.write("上半年支出{a}，下半年支出{b}，全年共支出{w}，下半年比上半年多支出{gap}。")
    pen.claim("sum", "w", "closed", part="a b")
    pen.claim("sum", "gap", "closed", part="b", less="a")


def against_last(ledger: Ledger, pen: Pen) -> None:
    for name in "ab":
        rose(ledger, name, size(ledger), ("增加", "增加"), ("减少", "减少"))
    pen.write(
        "公务接待费{a}，同比去年{a.prior}{a.amount_word}{a.change}；公务用车运行维护费{b}，"
        "与去年的{b.prior}相比{b.amount_word}{b.change}。"
    )
    for name in "ab":
        grew(pen, name, prior=True, rate=False)


def each_budget(ledger: Ledger, pen: Pen) -> None:
    for name in "ab":
        paid = ledger.money(name, size(ledger))
        budget = ledger.money(f"{name}.budget", near(ledger, paid, 850, 1400))
        ledger.rate(f"{name}.rate", paid, budget)
    total = Decimal(ledger.values["a"].digits) + Decimal(ledger.values["b"].digits)
    ledger.money("w", total)
    pen.write(
        "基本支出{a}，完成年初预算{a.budget}的{a.rate}；项目支出{b}，完成年初预算{b.budget}的{b.rate}。"
        "两项支出合计{w}。"
    )
    for name in "ab":
        pen.claim("execution_rate", f"{name}.rate", part=name, whole=f"{name}.budget")


def readjusted(ledger: Ledger, pen: Pen) -> None:
    first = ledger.money("first", size(ledger))
    more, less = near(ledger, first, 100, 400), near(ledger, first, 5, 60)
    ledger.money("more", more)
    ledger.money("less", less)
    full = ledger.money("full", first + more - less)
    paid = ledger.money("paid", near(ledger, full, 700, 995))
    ledger.money("left", full - paid)
    ledger.rate("rate", paid, full)
    pen.write(
        "年初预算{first}，执行中调增{more}、调减{less}，调整后预算{full}；决算支出{paid}，"
        "完成调整预算的{rate}，结转下年使用{left}。"
    )
    pen.claim("sum", "full", "closed", part="first more", less="less")
    pen.claim("execution_rate", "rate", part="paid", whole="full", opening="first")
    pen.claim("sum", "left", "closed", part="full", less="paid")


def bracketed(ledger: Ledger, pen: Pen) -> None:
    rose(ledger, "w", size(ledger), ("增加", "增长"), ("减少", "下降"))
    pen.write("本年[支出|投入|拨款]{w}（上年{w.prior}），{w.rate_word}{w.rate}。")
    grew(pen, "w", amount=False, prior=True)


def turned(ledger: Ledger, pen: Pen) -> None:
    rose(ledger, "w", size(ledger), ("增加", "增长"), ("减少", "下降"))
    name = ledger.rng.choice(words.SPENDINGS)
    pen.write(f"{name}上年完成{{w.prior}}，今年完成{{w}}，{{w.rate_word}}了{{w.rate}}。")
    grew(pen, "w", amount=False, prior=True)


def multiple(ledger: Ledger, pen: Pen) -> None:
    then = size(ledger)
    now = near(ledger, then, 1300, 4200)
    ledger.money("then", then)
    ledger.money("now", now)
    ledger.amount("times", Fraction(now) / Fraction(then), 2, "倍")
    pen.write("{y}年投入{now}，是{py}年{then}的{times}。")
    pen.claim("quotient", "times", part="now", whole="then")


def owed(ledger: Ledger, pen: Pen) -> None:
    due = ledger.money("due", size(ledger))
    paid = ledger.money("paid", near(ledger, due, 600, 980))
    ledger.money("left", due - paid)
    ledger.rate("rate", paid, due)
    pen.write("应上缴非税收入{due}，已上缴{paid}，上缴率{rate}，尚有{left}未缴。")
    pen.claim("ratio", "rate", part="paid", whole="due")
    pen.claim("sum", "left", "closed", part="due", less="paid")


WEAVES: tuple[Weave, ...] = (
    monthly,
    carried_in,
    purchases,
    income_budget,
    saved_on_budget,
    invested,
    handed_down,
    bid_down,
    debts,
    half_years,
    against_last,
    each_budget,
    readjusted,
    bracketed,
    turned,
    multiple,
    owed,
)
FAMILIES = tuple(family(weave) for weave in WEAVES)
