"""第七组句族：没有看读法的人另写的句式，在这里用自己的话重写；变动幅度、超计划、应有实有、括号分项、某某中、再说一遍。"""

from fractions import Fraction

from benchmarks.mutation.families.weaving import Weave, family, near, size
from benchmarks.mutation.reports.books import Ledger
from benchmarks.mutation.reports.pen import Pen
from benchmarks.mutation.unseen.counts import counts
from benchmarks.mutation.unseen.second_money import lists


def moved_by(ledger: Ledger, pen: Pen) -> None:
    then = ledger.money("then", size(ledger))
    now = ledger.money("now", near(ledger, then, 1030, 1700))
    ledger.money("more", now - then)
    ledger.rate("rate", now - then, then)
    ledger.word("up", "增加")
    ledger.word("up2", "增长")
    pen.write("水利维修支出决算数为{now}，较上年决算数{up}{more}，变动幅度为{up2}{rate}。")
    pen.claim("yoy_percent", "rate", current="now", change="more", direction="up up2")


def that_is(ledger: Ledger, pen: Pen) -> None:
    then = ledger.money("then", size(ledger))
    now = ledger.money("now", near(ledger, then, 500, 970))
    ledger.money("cut", then - now)
    ledger.rate("rate", then - now, then)
    ledger.word("down", "下降了")
    ledger.word("less", "少")
    pen.write("护林补助全年{now}，同上年相比{down}{rate}，即{less}{cut}。")
    pen.claim("yoy_percent", "rate", current="now", change="cut", direction="down less")


def two_rows(ledger: Ledger, pen: Pen) -> None:
    for name in "ab":
        then = ledger.money(f"{name}0", size(ledger))
        now = ledger.money(name, near(ledger, then, 1030, 1600))
        ledger.rate(f"{name}.rate", now - then, then)
    ledger.word("up", "增长")
    pen.write("人员经费{a}、公用经费{b}，上年分别为{a0}、{b0}，分别{up}{a.rate}、{b.rate}。")
    for name in "ab":
        pen.claim("yoy_percent", f"{name}.rate", current=name, prior=f"{name}0", direction="up")


def amidst(ledger: Ledger, pen: Pen) -> None:
    whole = ledger.money("w", size(ledger))
    part = ledger.money("a", near(ledger, whole, 100, 800))
    ledger.rate("rate", part, whole)
    pen.write("在治污专项资金{w}中，管网改造占{rate}，为{a}。")
    pen.claim("ratio", "rate", part="a", whole="w")


def unspent(ledger: Ledger, pen: Pen) -> None:
    budget = ledger.money("b", size(ledger))
    left = ledger.money("l", near(ledger, budget, 20, 300))
    ledger.rate("kept", left, budget)
    pen.write("项目批复预算{b}，年末剩余{l}，剩余比例{kept}。")
    pen.claim("ratio", "kept", part="l", whole="b")


def carried(ledger: Ledger, pen: Pen) -> None:
    opening = ledger.money("o", near(ledger, size(ledger), 50, 300))
    income = ledger.money("a", size(ledger))
    ledger.money("w", opening + income)
    first = ledger.money("b", near(ledger, income, 600, 950))
    ledger.money("c", income - first)
    pen.write(
        "本年收入{a}，加上年初结转{o}，收入总计{w}，其中本年收入包括财政拨款{b}、其他收入{c}。"
    )
    pen.claim("sum", "w", "closed", part="a o")
    pen.claim("sum", "a", "closed", part="b c")


def above_three(ledger: Ledger, pen: Pen) -> None:
    ledger.money("w", lists(ledger, "abc", size(ledger)))
    pen.write("一是道路硬化{a}；二是桥梁加固{b}；三是护坡整治{c}。以上三项合计{w}。")
    pen.claim("sum", "w", "closed", part="a b c")


def quarters(ledger: Ledger, pen: Pen) -> None:
    ledger.money("w", lists(ledger, "abcd", size(ledger)))
    pen.write("养护经费一至四季度分别支出{a}、{b}、{c}、{d}，全年支出{w}。")
    pen.claim("sum", "w", "closed", part="a b c d")


def beyond_plan(ledger: Ledger, pen: Pen) -> None:
    plan = ledger.rng.randint(60, 600)
    more = ledger.rng.randint(3, plan // 3)
    counts(ledger, "场次", p=plan, a=plan + more, m=more)
    ledger.rate("rate", plan + more, plan)
    pen.write("应巡查{p}，实际巡查{a}，比计划多{m}，完成目标的{rate}。")
    pen.claim("sum", "m", "closed", part="a", less="p")
    pen.claim("execution_rate", "rate", part="a", whole="p")


def on_the_books(ledger: Ledger, pen: Pen) -> None:
    opening, new, gone = (ledger.rng.randint(*ends) for ends in ((90, 900), (5, 60), (3, 50)))
    counts(ledger, "户", o=opening, a=new, b=gone, w=opening + new - gone)
    pen.write("年初在册监测对象{o}，本年新识别{a}，消除风险{b}，年末{w}。")
    pen.claim("sum", "w", "closed", part="o a", less="b")


def asked(ledger: Ledger, pen: Pen) -> None:
    best, good, bad = (ledger.rng.randint(*ends) for ends in ((90, 400), (30, 90), (2, 30)))
    whole = best + good + bad
    counts(ledger, "份", w=whole)
    counts(ledger, "人", a=best, b=good, c=bad)
    ledger.percent("rate", 100 * Fraction(best + good, whole))
    pen.write("回收有效问卷{w}，其中非常满意{a}、满意{b}、不满意{c}，满意度{rate}。")
    pen.claim("sum", "w", "closed", part="a b c")


def bracketed(ledger: Ledger, pen: Pen) -> None:
    parts = [ledger.rng.randint(20, 300) for _ in "abc"]
    counts(ledger, "家", w=sum(parts), **dict(zip("abc", parts, strict=True)))
    pen.write("走访企业{w}（工业{a}，农业{b}，服务业{c}）。")
    pen.claim("sum", "w", "closed", part="a b c")


WEAVES: tuple[Weave, ...] = (
    moved_by,
    that_is,
    two_rows,
    amidst,
    unspent,
    carried,
    above_three,
    quarters,
    beyond_plan,
    on_the_books,
    asked,
    bracketed,
)
FAMILIES = tuple(family(weave) for weave in WEAVES)
