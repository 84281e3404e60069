"""第三组句族（决算公开）：总收支、来源构成、预决算差异、三公、运行经费、采购、资产、结转。"""

from decimal import Decimal
from fractions import Fraction

from benchmarks.mutation.families.weaving import Weave, family, near, size
from benchmarks.mutation.reports.books import Ledger
from benchmarks.mutation.reports.pen import Pen
from benchmarks.mutation.unseen.money import grew, rose
from benchmarks.mutation.unseen.second_money import lists

MORE, LESS = ("增加", "增长"), ("减少", "下降")


def shares(ledger: Ledger, names: str, whole: str) -> None:
    """记下各项占比；勾稽由 shared 声明。"""
    for name in names:
        ledger.rate(f"{name}.share", number(ledger, name), number(ledger, whole))


def shared(pen: Pen, names: str, whole: str) -> None:
    for name in names:
        pen.claim("ratio", f"{name}.share", part=name, whole=whole)


def number(ledger: Ledger, name: str) -> Decimal:
    return Decimal(ledger.values[name].digits)


def yuan(ledger: Ledger, name: str) -> Fraction:
    """折成元。"""
    return Fraction(number(ledger, name)) * (1 if ledger.manner.unit == "元" else 10_000)


def both_sides(ledger: Ledger, pen: Pen) -> None:
    rose(ledger, "w", size(ledger), ("增加", "增长"), ("减少", "下降"))
    pen.write(
        "{y}年度收、支总计均为{w}。与{py}年度相比，收、支总计各{w.amount_word}{w.change}，"
        "{w.rate_word}{w.rate}，变动的主要原因是[项目资金增减|人员变动]。"
    )
    grew(pen, "w")


def sources(ledger: Ledger, pen: Pen) -> None:
    ledger.money("w", lists(ledger, "abc", size(ledger)))
    shares(ledger, "abc", "w")
    pen.write(
        "本年收入合计{w}。按资金来源划分，财政拨款{a}（占比{a.share}）、事业收入{b}（占比{b.share}）、"
        "其他收入{c}（占比{c.share}）。"
    )
    pen.claim("sum", "w", "closed", part="a b c")
    shared(pen, "abc", "w")


def of_all_spending(ledger: Ledger, pen: Pen) -> None:
    total = ledger.money("total", size(ledger))
    rose(ledger, "w", near(ledger, total, 500, 990), MORE, LESS)
    ledger.rate("share", number(ledger, "w"), total)
    pen.write(
        "本单位本年支出合计{total}。[从资金性质看，|]一般公共预算财政拨款支出{w}，占本年支出合计的{share}，"
        "较上年{w.amount_word}{w.change}，{w.rate_word}{w.rate}。"
    )
    pen.claim("ratio", "share", part="w", whole="total")
    grew(pen, "w")


def beyond_budget(ledger: Ledger, pen: Pen) -> None:
    budget = ledger.money("budget", size(ledger))
    paid = ledger.money("paid", near(ledger, budget, 1020, 1600))
    ledger.rate("rate", paid, budget)
    ledger.money("gap", paid - budget)
    pen.write(
        "财政拨款支出年初预算{budget}，支出决算{paid}，完成年初预算的{rate}，决算数比年初预算数多{gap}，"
        "[主要是年中追加专项资金|差异系年中下达上级资金]。"
    )
    pen.claim("execution_rate", "rate", part="paid", whole="budget")
    pen.claim("sum", "gap", "closed", part="paid", less="budget")


def three_public(ledger: Ledger, pen: Pen) -> None:
    total = lists(ledger, "ab", near(ledger, size(ledger), 100, 400) + 9)
    rose(ledger, "w", total, ("增加", "增长"), ("减少", "下降"))
    shares(ledger, "ab", "w")
    pen.write(
        "{y}年“三公”经费支出{w}，较上年的{w.prior}{w.amount_word}{w.change}，{w.rate_word}了{w.rate}，"
        "原因为厉行节约、压缩开支；其中：公务用车运行维护费支出{a}，占“三公”经费的{a.share}；"
        "公务接待费支出{b}，占“三公”经费的{b.share}。"
    )
    grew(pen, "w", prior=True)
    pen.claim("sum", "w", "open", part="a b")
    shared(pen, "ab", "w")


def differing(ledger: Ledger, pen: Pen) -> None:
    budget = ledger.money("budget", near(ledger, size(ledger), 200, 500))
    paid = ledger.money("paid", near(ledger, budget, 300, 980))
    ledger.money("gap", budget - paid)
    pen.write(
        "公务接待费支出决算{paid}，年初预算为{budget}，[两者相差|差额为]{gap}，"
        "差异原因是接待批次减少。"
    )
    pen.claim("sum", "gap", "closed", part="budget", less="paid")


def each_car(ledger: Ledger, pen: Pen) -> None:
    cars = ledger.count("n", ledger.rng.randint(2, 40), "辆")
    paid = ledger.money("paid", near(ledger, size(ledger), 100, 600))
    each = Fraction(paid) / cars
    ledger.amount("each", each, 2, ledger.manner.unit)
    pen.write(
        "年末公务用车保有量为{n}，全年公务用车运行维护费{paid}，车均运行维护费{each}，"
        "主要用于燃料费、维修费、过路过桥费和保险费。"
    )
    pen.claim("quotient", "each", part="paid", whole="n")


def guests(ledger: Ledger, pen: Pen) -> None:
    heads = ledger.count("m", ledger.rng.randint(90, 2400), "人次")
    ledger.count("n", ledger.rng.randint(10, 80), "批次")
    ledger.money("paid", near(ledger, size(ledger), 100, 300))
    ledger.amount("each", yuan(ledger, "paid") / heads, 2, "元")
    pen.write("全年国内公务接待{n}、{m}，发生接待费用{paid}，[人均|人均花费]{each}。")
    pen.claim("quotient", "each", part="paid", whole="m")


def running(ledger: Ledger, pen: Pen) -> None:
    rose(ledger, "w", size(ledger), ("增加", "增长"), ("减少", "降低"))
    heads = ledger.count("n", ledger.rng.randint(12, 160), "人")
    ledger.amount("each", Fraction(number(ledger, "w")) / heads, 2, ledger.manner.unit)
    pen.write(
        "{y}年机关运行经费支出{w}，比{py}年{w.amount_word}{w.change}，{w.rate_word}{w.rate}。"
        "按年末在职{n}计算，人均机关运行经费{each}。"
    )
    grew(pen, "w")
    pen.claim("quotient", "each", part="w", whole="n")


def granted(ledger: Ledger, pen: Pen) -> None:
    total = lists(ledger, "ab", size(ledger))
    ledger.money("w", total)
    for name, part in (("p", "a"), ("q", "b")):
        ledger.money(name, near(ledger, number(ledger, part), 300, 970))
        ledger.rate(f"{name}.share", number(ledger, name), number(ledger, part))
    pen.write(
        "政府采购支出总额{w}，其中：货物支出{a}、工程支出{b}。货物采购授予中小企业{p}，占货物支出的{p.share}；"
        "工程采购授予中小企业{q}，占工程支出的{q.share}。"
    )
    pen.claim("sum", "w", "open", part="a b")
    pen.claim("ratio", "p.share", part="p", whole="a")
    pen.claim("ratio", "q.share", part="q", whole="b")


def worth(ledger: Ledger, pen: Pen) -> None:
    rose(ledger, "w", lists(ledger, "abcd", size(ledger)), MORE, LESS)
    shares(ledger, "abcd", "w")
    pen.write(
        "截至{y}年12月31日，资产总额{w}，较年初{w.prior}{w.amount_word}{w.change}；其中流动资产{a}、固定资产净值{b}、"
        "在建工程{c}、无形资产净值{d}，占比依次为{a.share}、{b.share}、{c.share}、{d.share}。"
    )
    grew(pen, "w", prior=True, rate=False)
    pen.claim("sum", "w", "open", part="a b c d")
    shared(pen, "abcd", "w")


def kept_over(ledger: Ledger, pen: Pen) -> None:
    opening, came = size(ledger), size(ledger) * 3
    spent = near(ledger, opening + came, 700, 960)
    closing = opening + came - spent
    for name, value in (("o", opening), ("i", came), ("s", spent), ("c", closing)):
        ledger.money(name, value)
    ledger.money("d", abs(closing - opening) or Decimal(1))
    ledger.word("d.word", "增加" if closing > opening else "减少")
    pen.write(
        "{y}年初结转和结余{o}，当年收入{i}，当年支出{s}，年末结转和结余{c}，较年初{d.word}{d}。"
    )
    pen.claim("sum", "c", "closed", part="o i", less="s")
    pen.claim("yoy_amount", "d", current="c", prior="o", direction="d.word")


def three_heads(ledger: Ledger, pen: Pen) -> None:
    top = lists(ledger, "abc", size(ledger))
    whole = ledger.money("w", near(ledger, top, 1050, 1500))
    ledger.money("t", top)
    ledger.rate("share", top, whole)
    pen.write(
        "本年支出{w}，支出较多的是社会保障和就业支出{a}、卫生健康支出{b}、住房保障支出{c}，"
        "三项合计{t}，占本年支出的{share}。"
    )
    pen.claim("sum", "t", "closed", part="a b c")
    pen.claim("ratio", "share", part="t", whole="w")


def basic_made(ledger: Ledger, pen: Pen) -> None:
    ledger.money("w", lists(ledger, "ab", size(ledger)))
    shares(ledger, "ab", "w")
    pen.write(
        "一般公共预算财政拨款基本支出{w}，人员经费{a}占基本支出的{a.share}，主要包括基本工资、津贴补贴等；"
        "公用经费{b}占基本支出的{b.share}，主要包括办公费、印刷费等。"
    )
    pen.claim("sum", "w", part="a b")
    shared(pen, "ab", "w")


def netted(ledger: Ledger, pen: Pen) -> None:
    up = ledger.money("a", size(ledger))
    down = ledger.money("b", near(ledger, up, 100, 800))
    net = ledger.money("c", up - down)
    then = ledger.money("then", near(ledger, up, 3000, 9000))
    ledger.money("now", then + net)
    ledger.word("more", "增加")
    pen.write(
        "{py}年支出{then}，{y}年支出{now}，净{more}{c}。其中人员经费较上年增加{a}，公用经费较上年减少{b}。"
    )
    pen.claim("yoy_amount", "c", current="now", prior="then", direction="more")
    pen.claim("sum", "c", "open", part="a", less="b")


def signed(ledger: Ledger, pen: Pen) -> None:
    ledger.change("w", size(ledger))
    prior = Fraction(number(ledger, "w.prior"))
    ledger.percent("signed", 100 * (Fraction(number(ledger, "w")) - prior) / prior)
    pen.write("{py}年度决算数{w.prior}，{y}年度决算数{w}，增减幅度{signed}。")
    pen.claim("yoy_percent", "signed", current="w", prior="w.prior")


WEAVES: tuple[Weave, ...] = (
    both_sides,
    sources,
    of_all_spending,
    beyond_budget,
    three_public,
    differing,
    each_car,
    guests,
    running,
    granted,
    worth,
    kept_over,
    three_heads,
    basic_made,
    netted,
    signed,
)
FAMILIES = tuple(family(weave) for weave in WEAVES)
