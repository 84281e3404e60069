"""第八组句族：据第七组改完读法才写的句式，在这里用自己的话重写；标段、前三季、编制、两年、月补、即除以、括号占比。"""

from fractions import Fraction

from benchmarks.mutation.families.weaving import Weave, family, near, size
from benchmarks.mutation.reports.books import Ledger
from benchmarks.mutation.reports.pen import Pen
from benchmarks.mutation.unseen.counts import counts
from benchmarks.mutation.unseen.second_money import lists


def lots(ledger: Ledger, pen: Pen) -> None:
    ledger.money("w", lists(ledger, "abc", size(ledger)))
    pen.write("改造工程三个标段分别为{a}、{b}、{c}，总价{w}。")
    pen.claim("sum", "w", "closed", part="a b c")


def by_months(ledger: Ledger, pen: Pen) -> None:
    ledger.money("w", lists(ledger, "ab", size(ledger)))
    pen.write("截至9月底支出{a}，10至12月支出{b}，全年支出{w}。")
    pen.claim("sum", "w", "closed", part="a b")


def divided(ledger: Ledger, pen: Pen) -> None:
    budget = ledger.money("b", size(ledger))
    spent = ledger.money("e", near(ledger, budget, 700, 990))
    ledger.rate("rate", spent, budget)
    pen.write("经核实，预算执行率为{rate}，即支出{e}除以预算{b}。")
    pen.claim("execution_rate", "rate", part="e", whole="b")


def in_brackets(ledger: Ledger, pen: Pen) -> None:
    whole = ledger.money("w", size(ledger))
    part = ledger.money("a", near(ledger, whole, 300, 900))
    ledger.rate("rate", part, whole)
    pen.write("政府采购总额{w}，面向中小企业{a}（占{rate}）。")
    pen.claim("ratio", "rate", part="a", whole="w")


def carried_over(ledger: Ledger, pen: Pen) -> None:
    opening = ledger.money("o", near(ledger, size(ledger), 50, 300))
    income = ledger.money("a", size(ledger))
    spent = ledger.money("b", near(ledger, income, 700, 950))
    ledger.money("w", opening + income - spent)
    pen.write("上年结转{o}，加本年拨入{a}，减本年支出{b}，年末结余{w}。")
    pen.claim("sum", "w", "closed", part="o a", less="b")


def two_years(ledger: Ledger, pen: Pen) -> None:
    then = ledger.percent("then", Fraction(ledger.rng.randint(7000, 8800), 100))
    now = ledger.percent("now", then + Fraction(ledger.rng.randint(60, 900), 100))
    ledger.percent("gap", now - then, "个百分点")
    ledger.word("up", "上升")
    pen.write("群众满意度两年分别为{then}和{now}，{up}{gap}。")
    pen.claim("difference", "gap", left="now", right="then", direction="up")


def on_post(ledger: Ledger, pen: Pen) -> None:
    opening, new, gone = (ledger.rng.randint(*ends) for ends in ((60, 400), (5, 60), (3, 50)))
    counts(ledger, "名", o=opening, a=new, b=gone, w=opening + new - gone)
    pen.write("年初在岗{o}，年内招录{a}，离职{b}，年底在岗{w}。")
    pen.claim("sum", "w", "closed", part="o a", less="b")


def shot(ledger: Ledger, pen: Pen) -> None:
    whole = ledger.rng.randint(300, 9000)
    done = ledger.rng.randint(whole * 8 // 10, whole - 2)
    counts(ledger, "头", w=whole, a=done, b=whole - done)
    ledger.rate("rate", done, whole)
    pen.write("应免疫{w}，已免疫{a}，免疫率为{rate}，漏免{b}。")
    pen.claim("ratio", "rate", part="a", whole="w")


WEAVES: tuple[Weave, ...] = (
    lots,
    by_months,
    divided,
    in_brackets,
    carried_over,
    two_years,
    on_post,
    shot,
)
FAMILIES = tuple(family(weave) for weave in WEAVES)
