"""第六组句族（数件与评分）：标准提高、就业目标、整改、接待、造价、用电、供养人员、指标完成、得分、对句。"""

from decimal import Decimal
from fractions import Fraction

from benchmarks.mutation.families.weaving import Weave, family, near, size
from benchmarks.mutation.reports.books import Ledger
from benchmarks.mutation.reports.pen import Pen
from benchmarks.mutation.unseen.counts import counts
from benchmarks.mutation.unseen.money import grew, rose
from benchmarks.mutation.unseen.third_accounts import LESS, MORE, number, yuan


def standard_up(ledger: Ledger, pen: Pen) -> None:
    then = ledger.count("then", ledger.rng.randint(200, 900), "元")
    more = ledger.count("more", ledger.rng.randint(15, 120), "元")
    ledger.count("now", then + more, "元")
    ledger.rate("rate", more, then)
    pen.write("农村低保月人均标准由{then}提高至{now}，提高{more}，增幅{rate}。")
    pen.claim("sum", "more", "closed", part="now", less="then")
    pen.claim("ratio", "rate", part="more", whole="then")


def jobs(ledger: Ledger, pen: Pen) -> None:
    for name in "ab":
        plan = ledger.rng.randint(300, 5000)
        done = plan + ledger.rng.randint(3, plan // 3)
        counts(ledger, "人", **{f"{name}.plan": plan, name: done})
        ledger.rate(f"{name}.rate", done, plan)
    pen.write(
        "城镇新增就业{a}，完成年度目标{a.plan}的{a.rate}；失业人员再就业{b}，完成年度目标{b.plan}的{b.rate}。"
    )
    for name in "ab":
        pen.claim("execution_rate", f"{name}.rate", part=name, whole=f"{name}.plan")


def dangers(ledger: Ledger, pen: Pen) -> None:
    whole = ledger.rng.randint(60, 900)
    done = ledger.rng.randint(whole * 7 // 10, whole - 2)
    counts(ledger, "处", w=whole, a=done, b=whole - done)
    counts(ledger, "人次", m=ledger.rng.randint(900, 4000))
    ledger.rate("rate", done, whole)
    pen.write(
        "出动执法人员{m}，排查隐患{w}，已完成整改{a}，整改完成率{rate}，剩余{b}已落实防控措施。"
    )
    pen.claim("ratio", "rate", part="a", whole="w")
    pen.claim("sum", "b", "closed", part="w", less="a")


def three_kinds(ledger: Ledger, pen: Pen) -> None:
    parts = [ledger.rng.randint(3, 60) for _ in "abc"]
    counts(ledger, "个", w=sum(parts), **dict(zip("abc", parts, strict=True)))
    pen.write("审计反馈问题{w}，其中立行立改{a}、限期整改{b}、持续整改{c}。")
    pen.claim("sum", "w", "open", part="a b c")


def visits_paid(ledger: Ledger, pen: Pen) -> None:
    batches = ledger.count("n", ledger.rng.randint(12, 90), "批次")
    heads = ledger.count("m", batches * ledger.rng.randint(5, 12) + 3, "人次")
    ledger.money("w", near(ledger, size(ledger), 100, 200))
    ledger.amount("per", yuan(ledger, "w") / heads, 2, "元")
    ledger.amount("lot", yuan(ledger, "w") / batches, 2, "元")
    pen.write("国内公务接待{n}、{m}，支出{w}，批均{lot}，人均{per}。")
    pen.claim("quotient", "lot", part="w", whole="n")
    pen.claim("quotient", "per", part="w", whole="m")


def per_metre(ledger: Ledger, pen: Pen) -> None:
    area = ledger.count("n", ledger.rng.randint(600, 30000), "平方米")
    ledger.money("w", size(ledger) * 5)
    ledger.amount("each", yuan(ledger, "w") / area, 2, "元")
    pen.write("新建校舍建筑面积{n}，总造价{w}，每平方米造价{each}。")
    pen.claim("quotient", "each", part="w", whole="n")


def power(ledger: Ledger, pen: Pen) -> None:
    then = ledger.amount("then", Decimal(ledger.rng.randint(300, 9000)) / 100, 2, "万千瓦时")
    now = ledger.amount("now", then * Decimal(ledger.rng.randint(700, 980)) / 1000, 2, "万千瓦时")
    ledger.amount("less", then - now, 2, "万千瓦时")
    ledger.rate("rate", then - now, then)
    ledger.word("down", "减少")
    ledger.word("down2", "下降")
    pen.write("机关用电量{now}，较上年{then}{down}{less}，{down2}{rate}。")
    pen.claim("yoy_amount", "less", current="now", prior="then", direction="down")
    pen.claim("yoy_percent", "rate", current="now", prior="then", direction="down down2")


def on_the_roll(ledger: Ledger, pen: Pen) -> None:
    parts = [ledger.rng.randint(5, 90) for _ in "abc"]
    counts(ledger, "人", **dict(zip("abc", parts, strict=True)))
    counts(ledger, "人", d=parts[0] + parts[1], w=sum(parts))
    pen.write("年末财政供养人员共{w}，其中：在职{d}（行政{a}、事业{b}），离退休{c}。")
    pen.claim("sum", "w", "closed", part="d c")
    pen.claim("sum", "d", part="a b")


def measures_met(ledger: Ledger, pen: Pen) -> None:
    whole = ledger.rng.randint(12, 60)
    missed = ledger.rng.randint(1, 6)
    counts(ledger, "项", w=whole, good=whole - missed, bad=missed)
    ledger.rate("rate", whole - missed, whole)
    pen.write(
        "年初设定绩效指标{w}，实际完成{good}，指标完成率为{rate}；{bad}未达预期，已逐项分析原因。"
    )
    pen.claim("ratio", "rate", part="good", whole="w")
    pen.claim("sum", "w", "closed", part="good bad")


def scored(ledger: Ledger, pen: Pen) -> None:
    rate = ledger.percent("rate", Fraction(ledger.rng.randint(7000, 9990), 100))
    ledger.score("top", Fraction(20), 0)
    ledger.score("got", rate / 5)
    pen.write("预算执行指标满分{top}，预算执行率{rate}，按执行率折算得分{got}。")
    pen.claim("product", "got", weight="top", rate="rate")


def sections(ledger: Ledger, pen: Pen) -> None:
    tops = (15, 25, 40, 20)
    got = [Fraction(ledger.rng.randint(t * 80, t * 100), 100) for t in tops]
    for name, top, value in zip("abcd", tops, got, strict=True):
        ledger.score(f"{name}.top", Fraction(top), 0)
        ledger.score(name, value)
    ledger.score("w", sum(got, Fraction(0)))
    pen.write(
        "决策类满分{a.top}、得分{a}；过程类满分{b.top}、得分{b}；产出类满分{c.top}、得分{c}；"
        "效益类满分{d.top}、得分{d}。总得分{w}。"
    )
    pen.claim("score_sum", "w", "closed", part="a b c d")
    for name in "abcd":
        pen.claim("bound", name, most=f"{name}.top")


def answers(ledger: Ledger, pen: Pen) -> None:
    parts = [ledger.rng.randint(80, 300), ledger.rng.randint(5, 40), ledger.rng.randint(1, 9)]
    counts(ledger, "份", w=sum(parts), **dict(zip("abc", parts, strict=True)))
    ledger.rate("rate", parts[0], sum(parts))
    pen.write("有效问卷{w}，选择“满意”的{a}，“一般”的{b}，“不满意”的{c}，满意率{rate}。")
    pen.claim("sum", "w", "closed", part="a b c")
    pen.claim("ratio", "rate", part="a", whole="w")


def complaints(ledger: Ledger, pen: Pen) -> None:
    then = ledger.rng.randint(100, 2000)
    now = then - ledger.rng.randint(5, then // 2)
    counts(ledger, "件", then=then, now=now)
    ledger.rate("rate", then - now, then)
    ledger.word("down", "下降")
    pen.write("全年受理消费投诉{now}，同比{down}{rate}（上年{then}）。")
    pen.claim("yoy_percent", "rate", current="now", prior="then", direction="down")


def two_year_mean(ledger: Ledger, pen: Pen) -> None:
    """对句：两年平均增速不是两数直接相比。"""
    rose(ledger, "w", size(ledger), MORE, LESS)
    ledger.percent("mean", Fraction(ledger.rng.randint(100, 900), 100))
    pen.write(
        "社会消费品零售总额{w}，比上年{w.amount_word}{w.change}，{w.rate_word}{w.rate}，两年平均增长{mean}。"
    )
    grew(pen, "w")


def several_scopes(ledger: Ledger, pen: Pen) -> None:
    """对句：补贴户数、人数、资金各说各的，标准分档。"""
    counts(ledger, "户", a=ledger.rng.randint(30, 200), b=ledger.rng.randint(30, 200))
    ledger.money("w", size(ledger))
    pen.write(
        "危房改造按C级每户不超过1万元、D级每户不超过2.5万元补助，改造C级{a}、D级{b}，拨付资金{w}，"
        "质保金部分待验收后支付。"
    )


def targets_only(ledger: Ledger, pen: Pen) -> None:
    """对句：目标值、标准值与实际值并列。"""
    ledger.percent("a", Fraction(ledger.rng.randint(9000, 9990), 100))
    counts(ledger, "次", n=ledger.rng.randint(12, 60))
    paid = ledger.money("w", size(ledger))
    plan = ledger.money("plan", near(ledger, paid, 1010, 1200))
    ledger.rate("rate", number(ledger, "w"), plan)
    pen.write(
        "开展巡查{n}（目标值≥12次），设施完好率{a}（目标值≥90%），成本控制在预算{plan}以内，实际支出{w}，"
        "预算执行率{rate}。"
    )
    pen.claim("execution_rate", "rate", part="w", whole="plan")


WEAVES: tuple[Weave, ...] = (
    standard_up,
    jobs,
    dangers,
    three_kinds,
    visits_paid,
    per_metre,
    power,
    on_the_roll,
    measures_met,
    scored,
    sections,
    answers,
    complaints,
    two_year_mean,
    several_scopes,
    targets_only,
)
FAMILIES = tuple(family(weave) for weave in WEAVES)
