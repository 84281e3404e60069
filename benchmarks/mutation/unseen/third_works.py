"""第三组句族（预算、项目、投资）：追加、季度、多年、倍数、跨单位、到位、节约、项目个数、表。"""

from decimal import Decimal
from fractions import Fraction

from benchmarks.mutation import words
from benchmarks.mutation.families.weaving import Weave, family, near, size
from benchmarks.mutation.reports.books import Ledger
from benchmarks.mutation.reports.pen import Pen
from benchmarks.mutation.unseen.counts import counts
from benchmarks.mutation.unseen.money import grew, rose
from benchmarks.mutation.unseen.second_money import lists
from benchmarks.mutation.unseen.third_accounts import LESS, MORE, number


def adjusted_by(ledger: Ledger, pen: Pen) -> None:
    first = ledger.money("first", size(ledger))
    more = ledger.money("more", near(ledger, first, 20, 500))
    ledger.money("full", first + more)
    ledger.rate("rate", more, first)
    pen.write("{y}年初批复预算{first}，年中调增{more}，预算调整率{rate}，调整后预算为{full}。")
    pen.claim("ratio", "rate", part="more", whole="first")
    pen.claim("sum", "full", "closed", part="first more")


def quarters(ledger: Ledger, pen: Pen) -> None:
    ledger.money("w", lists(ledger, "abcd", size(ledger)))
    ledger.rate("share", number(ledger, "d"), number(ledger, "w"))
    pen.write(
        "全年支出{w}，一至四季度分别支出{a}、{b}、{c}、{d}，其中第四季度支出占全年支出的{share}。"
    )
    pen.claim("sum", "w", "closed", part="a b c d")
    pen.claim("ratio", "share", part="d", whole="w")


def two_steps(ledger: Ledger, pen: Pen) -> None:
    first = ledger.money("a", size(ledger))
    second = ledger.money("b", near(ledger, first, 1030, 1500))
    third = ledger.money("c", near(ledger, second, 1030, 1500))
    ledger.rate("whole", third - first, first)
    ledger.rate("last", third - second, second)
    ledger.word("up", "增长")
    ledger.word("rise", "增长")
    year = pen.manner.year
    pen.write(
        f"专项投入由{year - 2}年的{{a}}、{year - 1}年的{{b}}提高到{year}年的{{c}}，"
        f"比上年{{up}}{{last}}，比{year - 2}年{{rise}}{{whole}}。"
    )
    pen.claim("yoy_percent", "last", current="c", prior="b", direction="up")
    pen.claim("yoy_percent", "whole", current="c", prior="a", direction="rise")


def times_more(ledger: Ledger, pen: Pen) -> None:
    then = ledger.money("then", size(ledger))
    now = ledger.money("now", near(ledger, then, 2100, 4500))
    ledger.money("more", now - then)
    ledger.amount("times", Fraction(now - then) / Fraction(then), 2, "倍")
    pen.write("县级配套资金由{then}提高至{now}，多投入{more}，增长了{times}。")
    pen.claim("sum", "more", "closed", part="now", less="then")
    pen.claim("quotient", "times", part="more", whole="then")


def hundred_million(ledger: Ledger, pen: Pen) -> None:
    whole = ledger.amount("w", Fraction(ledger.rng.randint(120, 4000), 100), 2, "亿元")
    part = ledger.amount("a", Fraction(whole) * ledger.rng.randint(100, 800), 2, "万元")
    ledger.rate("share", part, whole * 10_000)
    pen.write("全县该领域财政投入{w}，其中本部门负责管理的资金{a}，占全县投入的{share}。")
    pen.claim("ratio", "share", part="a", whole="w")


def arrived(ledger: Ledger, pen: Pen) -> None:
    got = lists(ledger, "abc", size(ledger))
    plan = ledger.money("plan", near(ledger, got, 1010, 1900))
    ledger.money("got", got)
    ledger.rate("rate", got, plan)
    pen.write(
        "项目概算总投资{plan}。项目资金由财政统筹安排，实行专款专用。截至{y}年底到位资金{got}，其中：中央{a}，"
        "省级{b}，县级{c}。资金到位率为{rate}。"
    )
    pen.claim("sum", "got", "open", part="a b c")
    pen.claim("ratio", "rate", part="got", whole="plan")


def trimmed(ledger: Ledger, pen: Pen) -> None:
    base = ledger.money("base", size(ledger))
    cut = ledger.money("cut", near(ledger, base, 30, 300))
    ledger.rate("rate", cut, base)
    ledger.money("left", base - cut)
    pen.write(
        "按照过紧日子要求，对一般性支出{base}进行压减，压减{cut}，压减比例{rate}，压减后为{left}。"
    )
    pen.claim("ratio", "rate", part="cut", whole="base")
    pen.claim("sum", "left", "closed", part="base", less="cut")


def respectively(ledger: Ledger, pen: Pen) -> None:
    for name in "ab":
        ledger.change(name, size(ledger))
        while ledger.values[f"{name}.amount_word"].digits == "减少":
            ledger.change(name, number(ledger, name))
    pen.write(
        "{y}年收入、支出预算分别为{a}、{b}，比上年分别{a.amount_word}{a.change}、{b.change}，"
        "{a.rate_word}{a.rate}、{b.rate}。"
    )
    for name in "ab":
        roles = {"current": name, "change": f"{name}.change", "direction": "a.rate_word"}
        pen.claim("yoy_percent", f"{name}.rate", **roles)


def projects(ledger: Ledger, pen: Pen) -> None:
    old, new = ledger.rng.randint(3, 30), ledger.rng.randint(3, 30)
    counts(ledger, "个", n=old + new, a=old, b=new)
    ledger.money("w", size(ledger))
    ledger.amount("each", Fraction(number(ledger, "w")) / (old + new), 2, ledger.manner.unit)
    pen.write(
        "{y}年共安排项目{n}（续建{a}、新建{b}），安排资金{w}，平均每个项目{each}，资金投向较为集中。"
    )
    pen.claim("sum", "n", "closed", part="a b")
    pen.claim("quotient", "each", part="w", whole="n")


def more_projects(ledger: Ledger, pen: Pen) -> None:
    first, more = ledger.rng.randint(4, 40), ledger.rng.randint(2, 12)
    counts(ledger, "个", n=first, m=more, t=first + more)
    a, b = ledger.money("a", size(ledger)), ledger.money("b", size(ledger))
    ledger.money("w", a + b)
    pen.write(
        "年初批复{n}项目、预算资金{a}，年中新增{m}项目、预算资金{b}，全年共{t}项目，预算资金合计{w}。"
    )
    pen.claim("sum", "t", "closed", part="n m")
    pen.claim("sum", "w", "closed", part="a b")


def contracted(ledger: Ledger, pen: Pen) -> None:
    limit = ledger.money("limit", size(ledger))
    won = ledger.money("won", near(ledger, limit, 800, 985))
    paid = ledger.money("paid", near(ledger, won, 300, 970))
    ledger.rate("down", limit - won, limit)
    ledger.word("word", "下降")
    ledger.rate("rate", paid, won)
    pen.write(
        "项目最高限价{limit}，中标金额{won}，较最高限价{word}{down}。已按合同支付工程款{paid}，"
        "占合同金额的{rate}。"
    )
    pen.claim("ratio", "rate", part="paid", whole="won")
    pen.claim("yoy_percent", "down", current="won", prior="limit", direction="word")


def became(ledger: Ledger, pen: Pen) -> None:
    rose(ledger, "w", size(ledger), MORE, LESS)
    pen.write(
        "与{py}年相比，项目支出由{w.prior}变为{w}，{w.amount_word}{w.change}，"
        "{w.rate_word}幅度为{w.rate}。"
    )
    grew(pen, "w", prior=True)


def deducted(ledger: Ledger, pen: Pen) -> None:
    came = ledger.money("came", size(ledger))
    given = ledger.money("given", near(ledger, came, 100, 700))
    ledger.money("left", came - given)
    pen.write("全年组织非税收入{came}，扣除上缴上级{given}后，本级留用{left}。")
    pen.claim("sum", "left", "closed", part="came", less="given")


def this_year_of(ledger: Ledger, pen: Pen) -> None:
    """累计与本年并列：占年度计划的只能是本年完成数。"""
    plan = ledger.money("plan", size(ledger))
    done = ledger.money("done", near(ledger, plan, 500, 1200))
    earlier = size(ledger)
    total = ledger.money("total", earlier + done)
    whole = ledger.money("whole", near(ledger, total, 1100, 3000))
    ledger.rate("rate", done, plan)
    ledger.rate("all", total, whole)
    pen.write(
        "项目总投资{whole}，年度计划投资{plan}。{y}年完成投资{done}，占年度计划投资的{rate}；"
        "开工以来累计完成投资{total}，占总投资的{all}。"
    )
    pen.claim("ratio", "rate", part="done", whole="plan")
    pen.claim("ratio", "all", part="total", whole="whole")


def rows(ledger: Ledger, pen: Pen) -> None:
    names = ledger.rng.sample(words.PROJECTS, 3)
    lists(ledger, "abc", size(ledger))
    paid = Decimal(0)
    for name in "abc":
        paid += ledger.money(f"{name}.paid", near(ledger, number(ledger, name), 600, 1000))
        ledger.rate(f"{name}.rate", number(ledger, f"{name}.paid"), number(ledger, name))
    ledger.money("w", sum((number(ledger, n) for n in "abc"), Decimal(0)))
    ledger.money("w.paid", paid)
    ledger.rate("w.rate", paid, number(ledger, "w"))
    pen.write("各项目资金使用情况：")
    for name, said in zip("abc", names, strict=True):
        pen.write(f"{said}预算{{{name}}}，支出{{{name}.paid}}，支出进度{{{name}.rate}}；")
    pen.write("以上三项预算合计{w}，支出合计{w.paid}，总体支出进度{w.rate}。")
    for name in "abcw":
        pen.claim("execution_rate", f"{name}.rate", part=f"{name}.paid", whole=name)
    pen.claim("sum", "w", "closed", part="a b c")
    pen.claim("sum", "w.paid", "closed", part="a.paid b.paid c.paid")


WEAVES: tuple[Weave, ...] = (
    adjusted_by,
    quarters,
    two_steps,
    times_more,
    hundred_million,
    arrived,
    trimmed,
    respectively,
    projects,
    more_projects,
    contracted,
    became,
    deducted,
    this_year_of,
    rows,
)
FAMILIES = tuple(family(weave) for weave in WEAVES)
