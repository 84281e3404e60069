"""第四组句族（改完之后另写的）：部门预算、专项绩效、民生台账里没有用过的句式。"""

from fractions import Fraction

from benchmarks.mutation.families.weaving import Weave, family, near, size
from benchmarks.mutation.reports.books import Ledger
from benchmarks.mutation.reports.pen import Pen
from benchmarks.mutation.unseen.counts import counts
from benchmarks.mutation.unseen.money import grew, rose
from benchmarks.mutation.unseen.second_money import lists
from benchmarks.mutation.unseen.third_accounts import LESS, MORE, number, shared, shares, yuan


def planned_income(ledger: Ledger, pen: Pen) -> None:
    rose(ledger, "w", lists(ledger, "ab", size(ledger)), MORE, LESS)
    shares(ledger, "ab", "w")
    pen.write(
        "{y}年部门预算总收入{w}，同上年相比{w.amount_word}{w.change}，变动率{w.rate}；经费拨款{a}，"
        "所占比重{a.share}，纳入专户管理的收入{b}，所占比重{b.share}。"
    )
    grew(pen, "w", rate=False)
    shared(pen, "ab", "w")


def unspent(ledger: Ledger, pen: Pen) -> None:
    plan = ledger.money("plan", size(ledger))
    paid = ledger.money("paid", near(ledger, plan, 600, 980))
    ledger.money("left", plan - paid)
    ledger.rate("rate", plan - paid, plan)
    pen.write("项目预算{plan}，未支出{left}，未支出部分占预算的{rate}，实际支出{paid}。")
    pen.claim("sum", "left", "closed", part="plan", less="paid")
    pen.claim("ratio", "rate", part="left", whole="plan")


def by_stage(ledger: Ledger, pen: Pen) -> None:
    ledger.money("w", lists(ledger, "abc", size(ledger)))
    pen.write("学生资助资金{w}由三部分组成：学前教育{a}，义务教育{b}，高中阶段{c}。")
    pen.claim("sum", "w", "closed", part="a b c")


def guaranteed(ledger: Ledger, pen: Pen) -> None:
    homes = ledger.rng.randint(100, 3000)
    people = homes + ledger.rng.randint(20, homes)
    counts(ledger, "户", n=homes)
    counts(ledger, "人", m=people)
    ledger.money("w", size(ledger) * 20)
    ledger.amount("each", yuan(ledger, "w") / people, 2, "元")
    pen.write("年末在册低保对象{n}{m}，全年支出低保资金{w}，折合人均{each}。")
    pen.claim("quotient", "each", part="w", whole="m")


def visits(ledger: Ledger, pen: Pen) -> None:
    then = ledger.rng.randint(100, 900)
    now = then - ledger.rng.randint(5, then // 2)
    counts(ledger, "批", then=then, now=now, less=then - now)
    ledger.rate("rate", then - now, then)
    ledger.word("down", "下降")
    pen.write("全年接待来访{now}，去年同期{then}，同比减少{less}、{down}{rate}。")
    pen.claim("yoy_percent", "rate", current="now", prior="then", direction="down")
    pen.claim("sum", "less", "closed", part="then", less="now")


def halves(ledger: Ledger, pen: Pen) -> None:
    whole = ledger.money("w", size(ledger))
    done = ledger.money("half", near(ledger, whole, 200, 700))
    ledger.rate("rate", done, whole)
    ledger.money("rest", whole - done)
    pen.write("全年任务{w}，截至6月底已完成{half}，完成全年任务的{rate}，差额{rest}下半年完成。")
    pen.claim("execution_rate", "rate", part="half", whole="w")
    pen.claim("sum", "rest", "closed", part="w", less="half")


def inspected(ledger: Ledger, pen: Pen) -> None:
    whole, bad = ledger.rng.randint(200, 3000), ledger.rng.randint(3, 60)
    counts(ledger, "家次", w=whole, bad=bad)
    ledger.rate("rate", bad, whole)
    pen.write("共检查企业{w}，发现存在问题的{bad}，问题发现率{rate}，均已责令限期改正。")
    pen.claim("ratio", "rate", part="bad", whole="w")


def bought(ledger: Ledger, pen: Pen) -> None:
    plan = ledger.money("plan", size(ledger))
    won = ledger.money("won", near(ledger, plan, 800, 985))
    ledger.money("saved", plan - won)
    ledger.rate("rate", plan - won, plan)
    pen.write("采购计划金额{plan}，实际采购金额{won}，节约资金{saved}，资金节约率为{rate}。")
    pen.claim("sum", "saved", "closed", part="plan", less="won")
    pen.claim("ratio", "rate", part="saved", whole="plan")


def machines(ledger: Ledger, pen: Pen) -> None:
    parts = [ledger.rng.randint(5, 200) for _ in "abc"]
    counts(ledger, "台", w=sum(parts), a=parts[0], b=parts[1], c=parts[2])
    ledger.rate("rate", parts[0], sum(parts))
    pen.write("现有设备{w}，在用{a}，闲置{b}，待报废{c}，设备在用率{rate}。")
    pen.claim("sum", "w", "closed", part="a b c")
    pen.claim("ratio", "rate", part="a", whole="w")


def two_levels(ledger: Ledger, pen: Pen) -> None:
    ledger.money("w", lists(ledger, "ab", size(ledger)))
    rose(ledger, "c", size(ledger), MORE, LESS)
    pen.write(
        "转移支付{w}，一般性转移支付{a}、专项转移支付{b}；本级财力安排{c}，比上年{c.amount_word}{c.change}，"
        "{c.rate_word}{c.rate}。"
    )
    pen.claim("sum", "w", "closed", part="a b")
    grew(pen, "c")


def averaged(ledger: Ledger, pen: Pen) -> None:
    marks = [Fraction(ledger.rng.randint(8000, 9900), 100) for _ in "abc"]
    for name, mark in zip("abc", marks, strict=True):
        ledger.score(name, mark)
    ledger.score("mean", sum(marks, Fraction(0)) / 3)
    pen.write("三个项目分别得{a}、{b}、{c}，平均得分{mean}，总体较好。")
    pen.claim("average", "mean", score="a b c")


def no_alarm(ledger: Ledger, pen: Pen) -> None:
    """标准、比例要求和别处的总数，都不能拿来算。"""
    ledger.money("w", size(ledger))
    ledger.money("a", near(ledger, number(ledger, "w"), 100, 400))
    ledger.count("n", ledger.rng.randint(100, 900), "人")
    ledger.rate("share", number(ledger, "a"), number(ledger, "w"))
    pen.write(
        "按照不低于10%的比例提取，每人补助不超过3000元。全年安排培训资金{w}，培训{n}，其中用于师资的{a}，"
        "占培训资金的{share}，占比高于上年2个百分点。"
    )
    pen.claim("ratio", "share", part="a", whole="w")


WEAVES: tuple[Weave, ...] = (
    planned_income,
    unspent,
    by_stage,
    guaranteed,
    visits,
    halves,
    inspected,
    bought,
    machines,
    two_levels,
    averaged,
    no_alarm,
)
FAMILIES = tuple(family(weave) for weave in WEAVES)
