"""第六组句族（金额）：转移支付、税收占比、结转结余率、专项债、分担比例、年均、环比、分镇、圈码分项、资产增减。"""

from decimal import Decimal
from fractions import Fraction

from benchmarks.mutation.families.weaving import Weave, family, near, size
from benchmarks.mutation.reports.books import Ledger
from benchmarks.mutation.reports.pen import Pen
from benchmarks.mutation.unseen.money import grew, rose
from benchmarks.mutation.unseen.second_money import lists
from benchmarks.mutation.unseen.third_accounts import LESS, MORE, number, shared, shares


def above_budget(ledger: Ledger, pen: Pen) -> None:
    more = lists(ledger, "ab", size(ledger) / 4)
    budget = ledger.money("budget", near(ledger, more, 2000, 9000))
    ledger.money("paid", budget + more)
    ledger.money("more", more)
    ledger.rate("rate", more, budget)
    ledger.word("up", "增加")
    pen.write(
        "支出决算数{paid}，较年初预算数{budget}{up}{more}，增加的比例为{rate}。增加部分包括：上级转移支付{a}，"
        "年中追加{b}。"
    )
    pen.claim("yoy_amount", "more", current="paid", prior="budget", direction="up")
    pen.claim("ratio", "rate", part="more", whole="budget")
    pen.claim("sum", "more", "closed", part="a b")


def tax_share(ledger: Ledger, pen: Pen) -> None:
    whole = ledger.money("w", size(ledger))
    tax = ledger.money("a", near(ledger, whole, 400, 900))
    now = ledger.percent("now", 100 * Fraction(tax) / Fraction(whole))
    then = ledger.percent("then", now - Fraction(ledger.rng.randint(30, 900), 100))
    ledger.percent("gap", now - then, "个百分点")
    ledger.word("up", "提高")
    pen.write(
        "一般公共预算收入{w}，其中税收收入{a}，税收占比{now}，较上年{up}{gap}（上年为{then}），收入质量继续改善。"
    )
    pen.claim("ratio", "now", part="a", whole="w")
    pen.claim("difference", "gap", left="now", right="then", direction="up")


def kept_rate(ledger: Ledger, pen: Pen) -> None:
    plan = ledger.money("plan", size(ledger))
    kept = ledger.money("kept", near(ledger, plan, 10, 90))
    ledger.rate("rate", kept, plan)
    pen.write("年末结转结余{kept}，当年全部预算资金{plan}，结转结余率{rate}，控制在合理区间。")
    pen.claim("ratio", "rate", part="kept", whole="plan")


def behind_mean(ledger: Ledger, pen: Pen) -> None:
    got = ledger.money("got", size(ledger))
    paid = ledger.money("paid", near(ledger, got, 400, 800))
    rate = ledger.percent("rate", 100 * Fraction(paid) / Fraction(got))
    mean = ledger.percent("mean", rate + Fraction(ledger.rng.randint(100, 900), 100))
    ledger.percent("gap", mean - rate, "个百分点")
    pen.write(
        "专项债券到位{got}，累计支出{paid}，支出进度为{rate}，比全省平均进度{mean}低{gap}，需加快建设。"
    )
    pen.claim("ratio", "rate", part="paid", whole="got")
    pen.claim("difference", "gap", left="mean", right="rate")


def shared_out(ledger: Ledger, pen: Pen) -> None:
    whole = ledger.money("w", size(ledger))
    part = ledger.money("a", near(ledger, whole, 200, 700))
    ledger.rate("rate", part, whole)
    ledger.money("b", whole - part)
    pen.write("核定总投资{w}，上级按{rate}的比例补助{a}，县级承担{b}。")
    pen.claim("ratio", "rate", part="a", whole="w")
    pen.claim("sum", "w", "closed", part="a b")


def yearly_mean(ledger: Ledger, pen: Pen) -> None:
    year = ledger.manner.year
    whole = lists(ledger, "abc", size(ledger) + 9)
    ledger.money("w", whole)
    ledger.amount("each", Fraction(whole) / 3, 2, ledger.manner.unit)
    pen.write(f"{year - 2}—{year}年分别投入{{a}}、{{b}}、{{c}}，三年累计投入{{w}}，年均{{each}}。")
    pen.claim("sum", "w", "closed", part="a b c")


def quarter_on_quarter(ledger: Ledger, pen: Pen) -> None:
    first = ledger.money("a", size(ledger))
    second = ledger.money("b", near(ledger, first, 1030, 1700))
    ledger.money("w", first + second)
    ledger.rate("rate", second - first, first)
    ledger.word("up", "增长")
    pen.write("一季度支出{a}，二季度支出{b}，环比{up}{rate}，上半年合计支出{w}。")
    pen.claim("yoy_percent", "rate", current="b", prior="a", direction="up")
    pen.claim("sum", "w", "closed", part="a b")


def by_town(ledger: Ledger, pen: Pen) -> None:
    ledger.money("w", lists(ledger, "abc", size(ledger)))
    shares(ledger, "a", "w")
    pen.write(
        "资金分配情况：松岭镇{a}，青龙镇{b}，白沙乡{c}，三个乡镇共安排{w}，松岭镇所占份额最大，为{a.share}。"
    )
    pen.claim("sum", "w", "closed", part="a b c")
    shared(pen, "a", "w")


def circled(ledger: Ledger, pen: Pen) -> None:
    ledger.money("w", lists(ledger, "abcd", size(ledger)))
    pen.write("按经济分类，{y}年支出{w}，具体如下：")
    names = ("工资福利支出", "商品和服务支出", "对个人和家庭的补助", "资本性支出")
    for name, said, mark in zip("abcd", names, "①②③④", strict=True):
        end = "。" if name == "d" else "；"
        pen.row(f"{mark}{said}{{{name}}}{end}", bare=False)
    pen.claim("sum", "w", "closed", part="a b c d")


def assets_moved(ledger: Ledger, pen: Pen) -> None:
    opening = ledger.money("o", size(ledger) * 3)
    bought, moved = (ledger.money(n, near(ledger, opening, 20, 150)) for n in "ab")
    gone = ledger.money("g", near(ledger, opening, 10, 150))
    ledger.money("c", opening + bought + moved - gone)
    pen.write("固定资产期初原值{o}，本年购置{a}，无偿调入{b}，报废处置{g}，期末原值{c}。")
    pen.claim("sum", "c", "closed", part="o a b", less="g")


def bad_loans(ledger: Ledger, pen: Pen) -> None:
    whole = ledger.amount("w", Decimal(ledger.rng.randint(2000, 40000)) / 100, 2, "亿元")
    part = ledger.amount("a", whole * ledger.rng.randint(40, 400), 2, "万元")
    ledger.rate("rate", part, whole * 10_000)
    pen.write("年末担保余额{w}，代偿{a}，代偿率为{rate}。")
    pen.claim("ratio", "rate", part="a", whole="w")


def of_the_city(ledger: Ledger, pen: Pen) -> None:
    rose(ledger, "w", size(ledger), MORE, LESS)
    city = ledger.money("city", near(ledger, number(ledger, "w"), 3000, 9000))
    ledger.rate("share", number(ledger, "w"), city)
    pen.write(
        "全年争取上级资金{w}，同比{w.rate_word}{w.rate}，{w.amount_word}{w.change}，占全市争取总额{city}的{share}。"
    )
    grew(pen, "w")
    pen.claim("ratio", "share", part="w", whole="city")


def to_small_firms(ledger: Ledger, pen: Pen) -> None:
    whole = ledger.money("w", lists(ledger, "abc", size(ledger)))
    shares(ledger, "abc", "w")
    ledger.money("s", near(ledger, whole, 300, 950))
    ledger.rate("s.share", number(ledger, "s"), whole)
    pen.write(
        "政府采购合同金额{w}：货物{a}占{a.share}、工程{b}占{b.share}、服务{c}占{c.share}。授予中小企业合同金额{s}，"
        "占合同总额的{s.share}。"
    )
    pen.claim("sum", "w", "closed", part="a b c")
    shared(pen, "abc", "w")
    pen.claim("ratio", "s.share", part="s", whole="w")


def less_than_last(ledger: Ledger, pen: Pen) -> None:
    then = ledger.money("then", size(ledger))
    now = ledger.money("now", near(ledger, then, 400, 980))
    ledger.money("cut", then - now)
    ledger.rate("rate", then - now, then)
    ledger.word("less", "少")
    ledger.word("down", "下降")
    pen.write(
        "培训费全年列支{now}，较{py}年的{then}{less}支出{cut}，同比{down}{rate}，原因是压缩线下培训。"
    )
    pen.claim("yoy_amount", "cut", current="now", prior="then", direction="less")
    pen.claim("yoy_percent", "rate", current="now", prior="then", direction="down")


WEAVES: tuple[Weave, ...] = (
    above_budget,
    tax_share,
    kept_rate,
    behind_mean,
    shared_out,
    yearly_mean,
    quarter_on_quarter,
    by_town,
    circled,
    assets_moved,
    bad_loans,
    of_the_city,
    to_small_firms,
    less_than_last,
)
FAMILIES = tuple(family(weave) for weave in WEAVES)
