"""第五组句族（对句）：数都对、容易认错关系的话；断定有错就是误报。"""

from decimal import Decimal
from fractions import Fraction

from benchmarks.mutation.families.weaving import Weave, family, near, size
from benchmarks.mutation.reports.books import Ledger
from benchmarks.mutation.reports.pen import Pen
from benchmarks.mutation.unseen.counts import counts
from benchmarks.mutation.unseen.money import grew, rose
from benchmarks.mutation.unseen.third_accounts import LESS, MORE, number


def constant_prices(ledger: Ledger, pen: Pen) -> None:
    """可比价增速与现价两数对不上，是对的。"""
    now = ledger.amount("now", Decimal(ledger.rng.randint(8000, 60000)) / 100, 2, "亿元")
    ledger.amount("then", now * Decimal(ledger.rng.randint(930, 990)) / 1000, 2, "亿元")
    ledger.percent("rate", Fraction(ledger.rng.randint(30, 89), 10))
    pen.write("全县地区生产总值{now}，上年为{then}，按可比价格计算同比增长{rate}。")


def like_for_like(ledger: Ledger, pen: Pen) -> None:
    """剔除因素后的增幅不是两数直接相比。"""
    rose(ledger, "w", size(ledger), MORE, LESS)
    ledger.percent("same", Fraction(ledger.rng.randint(100, 1900), 100))
    pen.write(
        "一般公共预算收入{w}，比上年{w.amount_word}{w.change}，{w.rate_word}{w.rate}；"
        "剔除留抵退税因素后，同口径增长{same}。"
    )
    grew(pen, "w")


def average_heads(ledger: Ledger, pen: Pen) -> None:
    """人均按平均人数算，文中只有年末人数。"""
    heads = ledger.count("n", ledger.rng.randint(30, 300), "人")
    ledger.money("w", size(ledger))
    ledger.amount("each", number(ledger, "w") / heads * Decimal("1.07"), 2, ledger.manner.unit)
    pen.write("年末实有{n}。全年人员经费{w}，按年平均在岗人数计算，人均{each}。")


def standard_only(ledger: Ledger, pen: Pen) -> None:
    ledger.money("w", size(ledger))
    plan = ledger.money("plan", near(ledger, number(ledger, "w"), 1010, 1220))
    ledger.rate("rate", number(ledger, "w"), plan)
    pen.write(
        "按照每人每年不低于89元的标准测算，公共卫生服务预算{plan}，实际支出{w}，执行率{rate}，"
        "考核要求为不低于80%。"
    )
    pen.claim("execution_rate", "rate", part="w", whole="plan")


def partial_list(ledger: Ledger, pen: Pen) -> None:
    """只举大头，没有列全。"""
    whole = ledger.money("w", size(ledger))
    for name in "ab":
        ledger.money(name, near(ledger, whole, 100, 400))
    pen.write("商品和服务支出{w}，主要有：办公费{a}，差旅费{b}，其他零星支出不再列示。")


def other_scope(ledger: Ledger, pen: Pen) -> None:
    """县本级与全县、部门与单位，口径各异。"""
    county = size(ledger) * 5
    rose(ledger, "c", county, MORE, LESS)
    rose(ledger, "w", near(ledger, county, 100, 700), MORE, LESS)
    pen.write(
        "全县债券资金支出{c}，同比{c.amount_word}{c.change}；其中县本级支出{w}，同比{w.rate_word}{w.rate}"
        "（上年{w.prior}）。"
    )
    grew(pen, "c", rate=False)
    grew(pen, "w", amount=False, prior=True)


def planned_next(ledger: Ledger, pen: Pen) -> None:
    """下一年的打算与本年实绩并列。"""
    rose(ledger, "w", size(ledger), MORE, LESS)
    ledger.money("next", near(ledger, number(ledger, "w"), 1010, 1200))
    pen.write(
        "{y}年完成{w}，比上年{w.amount_word}{w.change}，{w.rate_word}{w.rate}。下一年计划完成{next}，力争增长8%以上。"
    )
    grew(pen, "w")


def running_total(ledger: Ledger, pen: Pen) -> None:
    """累计数不是各年之和。"""
    ledger.money("all", size(ledger) * 10)
    now = ledger.money("now", size(ledger))
    ledger.money("then", near(ledger, now, 500, 1400))
    pen.write("自实施以来累计发放补贴{all}，其中{py}年{then}、{y}年{now}，惠及群众逐年增多。")


def many_rates(ledger: Ledger, pen: Pen) -> None:
    """一串目标与完成值，各说各的。"""
    for name in "abc":
        ledger.percent(name, Fraction(ledger.rng.randint(9000, 9999), 100))
    pen.write(
        "疫苗接种率{a}（目标值≥90%），产前筛查率{b}（目标值≥85%），健康档案规范管理率{c}（目标值≥62%），"
        "三项指标均达到年度目标。"
    )


def months(ledger: Ledger, pen: Pen) -> None:
    """12月当月与全年累计。"""
    whole = ledger.money("w", size(ledger) * 6)
    ledger.money("m", near(ledger, whole, 50, 300))
    ledger.percent("one", Fraction(ledger.rng.randint(100, 900), 100))
    ledger.percent("all", Fraction(ledger.rng.randint(100, 900), 100))
    pen.write(
        "12月份当月完成税收{m}，同比增长{one}；1—12月累计完成{w}，同比增长{all}，实现年度预期目标。"
    )


def ranked(ledger: Ledger, pen: Pen) -> None:
    people = ledger.rng.randint(300, 900)
    part = ledger.rng.randint(30, people // 3)
    counts(ledger, "人", n=people, a=part)
    ledger.rate("rate", part, people)
    pen.write(
        "全县在编教师{n}，其中本年招聘{a}，占{rate}；省级以上骨干教师12人、市级37人，交叉统计。"
    )
    pen.claim("ratio", "rate", part="a", whole="n")


def area_and_people(ledger: Ledger, pen: Pen) -> None:
    counts(ledger, "户", a=ledger.rng.randint(20, 400))
    counts(ledger, "人", b=ledger.rng.randint(500, 900))
    ledger.money("w", size(ledger))
    ledger.money("x", size(ledger))
    pen.write(
        "辖7个村、1个社区，易地搬迁{a}、{b}。投入资金{w}，其中上年结余资金安排部分已全部使用，"
        "后续扶持项目另投入{x}，人均年收入增长9.6%。"
    )


WEAVES: tuple[Weave, ...] = (
    constant_prices,
    like_for_like,
    average_heads,
    standard_only,
    partial_list,
    other_scope,
    planned_next,
    running_total,
    many_rates,
    months,
    ranked,
    area_and_people,
)
FAMILIES = tuple(family(weave) for weave in WEAVES)
