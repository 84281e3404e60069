"""第五组句族（增减）：净增、压减到、增支、翻番、倍数、增幅的增减、持平略增、几年并列、两个比较对象。"""

from decimal import Decimal
from fractions import Fraction

from benchmarks.mutation.families.weaving import Weave, family, near, size
from benchmarks.mutation.reports.books import Ledger
from benchmarks.mutation.reports.pen import Pen
from benchmarks.mutation.unseen.counts import counts
from benchmarks.mutation.unseen.money import grew, rose
from benchmarks.mutation.unseen.third_accounts import LESS, MORE, number


def rising(ledger: Ledger, name: str) -> bool:
    return number(ledger, name) > number(ledger, f"{name}.prior")


def net_more(ledger: Ledger, pen: Pen) -> None:
    rose(ledger, "w", size(ledger), ("净增", "增幅"), ("净减", "降幅"))
    pen.write(
        "{y}年，全县教育支出决算数{w}，与上年决算数{w.prior}相比，{w.amount_word}{w.change}，"
        "{w.rate_word}[为|达|]{w.rate}。"
    )
    grew(pen, "w", prior=True)


def moved_to(ledger: Ledger, pen: Pen) -> None:
    rose(ledger, "w", size(ledger), ("增加", "增幅"), ("减少", "降幅"))
    ledger.word("to", "增至" if rising(ledger, "w") else "压减到")
    pen.write(
        "会议费、培训费等支出由{py}年的{w.prior}{to}{y}年的{w}，[一年间|]{w.amount_word}{w.change}，"
        "{w.rate_word}{w.rate}，[预算约束力进一步增强|主要受任务量变化影响]。"
    )
    grew(pen, "w", prior=True)


def rate_then_amount(ledger: Ledger, pen: Pen) -> None:
    rose(ledger, "w", size(ledger), ("增支", "增长"), ("减支", "下降"))
    pen.write(
        "1—9月，我县卫生健康支出累计{w}，[同比|较上年同期|与去年同期比]{w.rate_word}{w.rate}，"
        "{w.amount_word}{w.change}。"
    )
    grew(pen, "w")


def same_period(ledger: Ledger, pen: Pen) -> None:
    rose(ledger, "w", size(ledger), MORE, ("减少", "降低"))
    pen.write(
        "[本期|报告期内]专项资金支出{w}，上年同期支出{w.prior}，同比{w.rate_word}{w.rate}，"
        "变动原因[见附表|系项目实施周期不同]。"
    )
    grew(pen, "w", amount=False, prior=True)


def three_years(ledger: Ledger, pen: Pen) -> None:
    year = ledger.manner.year
    for name in "abc":
        ledger.money(name, size(ledger))
    while number(ledger, "c") <= number(ledger, "a") or number(ledger, "b") == 0:
        ledger.money("c", size(ledger) + number(ledger, "a"))
    ledger.rate("rate", number(ledger, "c") - number(ledger, "a"), number(ledger, "a"))
    ledger.word("up", "增长")
    pen.write(
        f"{year - 2}年、{year - 1}年、{year}年科技投入分别为{{a}}、{{b}}、{{c}}，"
        f"{year}年比{year - 2}年{{up}}{{rate}}，投入[强度|规模]稳步扩大。"
    )
    pen.claim("yoy_percent", "rate", current="c", prior="a", direction="up")


def as_much(ledger: Ledger, pen: Pen) -> None:
    then = ledger.money("then", size(ledger))
    now = ledger.money("now", near(ledger, then, 1300, 5800))
    ledger.amount("times", Fraction(now) / Fraction(then), 2, "倍")
    pen.write("奖补资金规模由{py}年的{then}扩大到{y}年的{now}，是上年的{times}。")
    pen.claim("quotient", "times", part="now", whole="then")


def times_up(ledger: Ledger, pen: Pen) -> None:
    then = ledger.money("then", size(ledger))
    more = ledger.money("more", near(ledger, then, 1100, 4700))
    ledger.money("now", then + more)
    ledger.word("up", "增加")
    ledger.amount("times", Fraction(more) / Fraction(then), 2, "倍")
    pen.write("全年兑现惠企资金{now}，比上年的{then}{up}{more}，增长{times}。")
    pen.claim("yoy_amount", "more", current="now", prior="then", direction="up")
    pen.claim("quotient", "times", part="more", whole="then")


def two_fold(ledger: Ledger, pen: Pen) -> None:
    then = ledger.money("then", size(ledger))
    twice = ledger.rng.random() < 0.5
    low, high = (3700, 4300) if twice else (1850, 2200)
    ledger.money("now", near(ledger, then, low, high))
    ledger.word("fold", "翻了两番" if twice else "翻了一番")
    pen.write("村集体经济收入从{then}提高到{now}，[三年|五年]{fold}。")
    pen.claim("doubling", "fold", current="now", prior="then")


def faster_by(ledger: Ledger, pen: Pen) -> None:
    then = ledger.percent("then", Fraction(ledger.rng.randint(150, 900), 100))
    now = ledger.percent("now", then + Fraction(ledger.rng.randint(30, 600), 100))
    ledger.percent("gap", now - then, "个百分点")
    ledger.word("up", "提高")
    pen.write("民生支出增长{now}，增幅比上年（{then}）{up}{gap}，[高于全市平均水平|增势较好]。")
    pen.claim("difference", "gap", left="now", right="then", direction="up")


def nearly_flat(ledger: Ledger, pen: Pen) -> None:
    then = ledger.money("then", size(ledger))
    more = near(ledger, then, 2, 9) or Decimal(1)
    ledger.money("more", more)
    ledger.money("now", then + more)
    ledger.rate("rate", more, then)
    ledger.word("up", "增加")
    ledger.word("up2", "增长")
    pen.write("离退休经费{now}，与上年{then}基本持平，略有增长，{up}{more}，{up2}{rate}。")
    pen.claim("yoy_amount", "more", current="now", prior="then", direction="up")
    pen.claim("yoy_percent", "rate", current="now", prior="then", direction="up up2")


def bracketed_base(ledger: Ledger, pen: Pen) -> None:
    rose(ledger, "w", size(ledger), ("增", "升"), ("减", "降"))
    pen.write(
        "公用经费支出{w}（上年：{w.prior}），{w.amount_word}{w.change}，{w.rate_word}{w.rate}。"
    )
    grew(pen, "w", prior=True)


def bracketed_change(ledger: Ledger, pen: Pen) -> None:
    rose(ledger, "w", size(ledger), MORE, LESS)
    pen.write(
        "本部门{y}年其他收入{w}，比{py}年{w.rate_word}{w.rate}（{w.amount_word}{w.change}），"
        "主要是利息收入和捐赠收入变化。"
    )
    grew(pen, "w")


def both_changed(ledger: Ledger, pen: Pen) -> None:
    for name in "ab":
        rose(ledger, name, size(ledger), MORE, LESS)
    pen.write(
        "本年收入{a}、支出{b}，上年收入{a.prior}、支出{b.prior}；收入同比{a.rate_word}{a.rate}，"
        "支出同比{b.rate_word}{b.rate}。"
    )
    for name in "ab":
        grew(pen, name, amount=False, prior=True)


def raised_budget(ledger: Ledger, pen: Pen) -> None:
    first = ledger.money("first", size(ledger))
    more = ledger.money("more", near(ledger, first, 20, 700))
    ledger.money("full", first + more)
    ledger.rate("rate", more, first)
    pen.write("经县人大常委会批准，支出预算由{first}调整为{full}，调增{more}，调增幅度为{rate}。")
    pen.claim("sum", "full", "closed", part="first more")
    pen.claim("ratio", "rate", part="more", whole="first")


def hundred_millions(ledger: Ledger, pen: Pen) -> None:
    now = ledger.amount("now", Decimal(ledger.rng.randint(800, 60000)) / 100, 2, "亿元")
    then = ledger.amount("then", now * Decimal(ledger.rng.randint(800, 970)) / 1000, 2, "亿元")
    ledger.amount("more", now - then, 2, "亿元")
    ledger.rate("rate", now - then, then)
    ledger.word("up", "增加")
    ledger.word("up2", "增长")
    pen.write(
        "年末金融机构贷款余额{now}，比年初{up}{more}，{up2}{rate}，[年初为{then}|年初余额{then}]。"
    )
    pen.claim("yoy_amount", "more", current="now", prior="then", direction="up")
    pen.claim("yoy_percent", "rate", current="now", prior="then", direction="up up2")


def two_bases(ledger: Ledger, pen: Pen) -> None:
    """同一个数比上年、又比年初预算。"""
    rose(ledger, "w", size(ledger), MORE, LESS)
    budget = ledger.money("budget", near(ledger, number(ledger, "w"), 1020, 1400))
    ledger.money("under", budget - number(ledger, "w"))
    ledger.rate("rate", budget - number(ledger, "w"), budget)
    ledger.word("less", "少")
    pen.write(
        "“三公”经费支出{w}，比上年{w.amount_word}{w.change}、{w.rate_word}{w.rate}；"
        "比年初预算{budget}{less}支出{under}，下降{rate}。"
    )
    grew(pen, "w")
    pen.claim("yoy_amount", "under", current="w", prior="budget", direction="less")
    pen.claim("ratio", "rate", part="under", whole="budget")


def people_moved(ledger: Ledger, pen: Pen) -> None:
    then = ledger.rng.randint(300, 9000)
    now = then + ledger.rng.randint(5, then // 3) * ledger.rng.choice((1, -1))
    counts(ledger, "人", then=then, now=now, gap=abs(now - then))
    ledger.rate("rate", abs(now - then), then)
    ledger.word("way", "增加" if now > then else "减少")
    ledger.word("way2", "上升" if now > then else "下降")
    pen.write(
        "全县农村低保对象{now}，[较上年末|比{py}年末]的{then}{way}{gap}，{way2}{rate}，"
        "[做到应保尽保、应退尽退|实行动态管理]。"
    )
    pen.claim("yoy_amount", "gap", current="now", prior="then", direction="way")
    pen.claim("yoy_percent", "rate", current="now", prior="then", direction="way way2")


def cut_by(ledger: Ledger, pen: Pen) -> None:
    then = ledger.money("then", size(ledger))
    now = ledger.money("now", near(ledger, then, 300, 950))
    ledger.money("cut", then - now)
    ledger.rate("rate", then - now, then)
    pen.write(
        "[坚持|严格落实]过紧日子要求，将非刚性支出从{then}压减至{now}，压减{cut}，压减率{rate}。"
    )
    pen.claim("sum", "cut", "closed", part="then", less="now")
    pen.claim("ratio", "rate", part="cut", whole="then")


def overspent(ledger: Ledger, pen: Pen) -> None:
    plan = ledger.money("plan", size(ledger))
    paid = ledger.money("paid", near(ledger, plan, 1010, 1500))
    ledger.money("over", paid - plan)
    ledger.rate("rate", paid - plan, plan)
    pen.write("水电费实际支出{paid}，超出预算（{plan}）{over}，超支比例{rate}，需追加保障。")
    pen.claim("sum", "over", "closed", part="paid", less="plan")
    pen.claim("ratio", "rate", part="over", whole="plan")


WEAVES: tuple[Weave, ...] = (
    net_more,
    moved_to,
    rate_then_amount,
    same_period,
    three_years,
    as_much,
    times_up,
    two_fold,
    faster_by,
    nearly_flat,
    bracketed_base,
    bracketed_change,
    both_changed,
    raised_budget,
    hundred_millions,
    two_bases,
    people_moved,
    cut_by,
    overspent,
)
FAMILIES = tuple(family(weave) for weave in WEAVES)
