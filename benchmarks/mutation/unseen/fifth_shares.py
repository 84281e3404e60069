"""第五组句族（占比与执行）：比重升降、半数、其余、前三位、序时进度、超额完成、支付比例、收缴率。"""

from decimal import Decimal
from fractions import Fraction

from benchmarks.mutation.families.weaving import Weave, family, near, size
from benchmarks.mutation.reports.books import Ledger
from benchmarks.mutation.reports.pen import Pen
from benchmarks.mutation.unseen.counts import counts
from benchmarks.mutation.unseen.second_money import lists
from benchmarks.mutation.unseen.third_accounts import number, shared, shares


def share_moved(ledger: Ledger, pen: Pen) -> None:
    whole = ledger.money("w", size(ledger))
    part = ledger.money("a", near(ledger, whole, 300, 900))
    now = ledger.percent("now", 100 * Fraction(part) / Fraction(whole))
    then = ledger.percent("then", now - Fraction(ledger.rng.randint(40, 900), 100))
    ledger.percent("gap", now - then, "个百分点")
    ledger.word("up", "提高")
    pen.write("一般公共预算支出{w}，其中民生支出{a}，占比由上年的{then}提高到{now}，{up}{gap}。")
    pen.claim("ratio", "now", part="a", whole="w")
    pen.claim("difference", "gap", left="now", right="then", direction="up")


def over_half(ledger: Ledger, pen: Pen) -> None:
    whole = ledger.rng.randint(40, 900)
    part = ledger.rng.randint(whole // 2 + 2, whole * 9 // 10)
    counts(ledger, "名", w=whole, a=part)
    ledger.rate("rate", part, whole)
    pen.write("全系统专业技术人员{w}，具有中级以上职称的{a}，占{rate}，超过半数。")
    pen.claim("ratio", "rate", part="a", whole="w")


def inside_it(ledger: Ledger, pen: Pen) -> None:
    ledger.money("w", lists(ledger, "abc", size(ledger)))
    shares(ledger, "abc", "w")
    pen.write(
        "在{w}的项目支出中，投向基础设施{a}，占比{a.share}；投向产业发展{b}，占比{b.share}；"
        "投向公共服务{c}，占比{c.share}。"
    )
    shared(pen, "abc", "w")
    pen.claim("sum", "w", part="a b c")


def the_rest(ledger: Ledger, pen: Pen) -> None:
    ledger.money("w", lists(ledger, "ab", size(ledger)))
    shares(ledger, "ab", "w")
    pen.write(
        "全年采购预算{w}，通过电子卖场直接订购{a}，占{a.share}，其余{b}采用公开招标方式，占{b.share}。"
    )
    pen.claim("sum", "w", "closed", part="a b")
    shared(pen, "ab", "w")


def share_of(ledger: Ledger, pen: Pen) -> None:
    whole = ledger.money("w", size(ledger))
    ledger.money("a", near(ledger, whole, 50, 700))
    shares(ledger, "a", "w")
    pen.write("教育支出占支出总额{w}的{a.share}，为{a}，[是占比最高的科目|居各科目首位]。")
    shared(pen, "a", "w")


def in_brackets(ledger: Ledger, pen: Pen) -> None:
    ledger.money("w", lists(ledger, "ab", size(ledger)))
    shares(ledger, "ab", "w")
    pen.write("基本支出合计{w}：人员经费{a}，比重为{a.share}；公用经费{b}，比重为{b.share}。")
    pen.claim("sum", "w", "closed", part="a b")
    shared(pen, "ab", "w")


def leading_three(ledger: Ledger, pen: Pen) -> None:
    for name, least in (("a", 2400), ("b", 1500), ("c", 600)):
        ledger.percent(name, Fraction(ledger.rng.randint(least, least + 700), 100))
    total = sum((number(ledger, n) for n in "abc"), Decimal(0))
    ledger.percent("w", Fraction(total))
    pen.write(
        "从支出功能看，居前三位的是社会保障和就业、教育、农林水支出，占比分别为{a}、{b}、{c}，"
        "三项合计占{w}。"
    )
    pen.claim("sum", "w", "closed", part="a b c")


def nested_share(ledger: Ledger, pen: Pen) -> None:
    whole = ledger.money("w", size(ledger))
    part = ledger.money("p", near(ledger, whole, 300, 800))
    ledger.money("a", near(ledger, part, 100, 900))
    ledger.rate("of_part", number(ledger, "a"), part)
    ledger.rate("of_whole", number(ledger, "a"), whole)
    pen.write(
        "本年支出{w}，项目支出{p}，其中用于乡村振兴的{a}，占项目支出的{of_part}、占本年支出的{of_whole}。"
    )
    pen.claim("ratio", "of_part", part="a", whole="p")
    pen.claim("ratio", "of_whole", part="a", whole="w")


def two_wholes(ledger: Ledger, pen: Pen) -> None:
    whole = ledger.rng.randint(300, 4000)
    part = ledger.rng.randint(whole // 10, whole * 9 // 10)
    counts(ledger, "家", w=whole, a=part)
    ledger.rate("rate", part, whole)
    loans = ledger.money("loans", size(ledger))
    ledger.money("small", near(ledger, loans, 100, 900))
    ledger.rate("share", number(ledger, "small"), loans)
    pen.write(
        "支持小微企业{a}，占支持企业总数{w}的{rate}；小微企业贷款{small}，占贷款总额{loans}的{share}。"
    )
    pen.claim("ratio", "rate", part="a", whole="w")
    pen.claim("ratio", "share", part="small", whole="loans")


def ahead_of_time(ledger: Ledger, pen: Pen) -> None:
    plan = ledger.money("plan", size(ledger))
    paid = ledger.money("paid", near(ledger, plan, 520, 690))
    rate = ledger.percent("rate", 100 * Fraction(paid) / Fraction(plan))
    ledger.percent("even", Fraction(50))
    ledger.percent("gap", rate - 50, "个百分点")
    pen.write(
        "截至6月底，支出进度{rate}（支出{paid}，全年预算{plan}），快于序时进度（{even}）{gap}。"
    )
    pen.claim("execution_rate", "rate", part="paid", whole="plan")
    pen.claim("difference", "gap", left="rate", right="even")


def beyond_target(ledger: Ledger, pen: Pen) -> None:
    plan = ledger.amount("plan", Decimal(ledger.rng.randint(20, 900)) / 10, 1, "万亩")
    done = ledger.amount("done", plan * Decimal(ledger.rng.randint(1030, 1400)) / 1000, 1, "万亩")
    ledger.rate("rate", done, plan)
    ledger.amount("over", done - plan, 1, "万亩")
    pen.write("完成营造林{done}，为年度目标任务{plan}的{rate}，超额完成{over}。")
    pen.claim("execution_rate", "rate", part="done", whole="plan")
    pen.claim("sum", "over", "closed", part="done", less="plan")


def paid_of_contract(ledger: Ledger, pen: Pen) -> None:
    price = ledger.money("price", size(ledger))
    paid = ledger.money("paid", near(ledger, price, 300, 970))
    ledger.money("owed", price - paid)
    ledger.rate("rate", paid, price)
    ledger.rate("left", price - paid, price)
    pen.write(
        "合同总价{price}，已支付进度款{paid}，支付比例{rate}；剩余{owed}（占{left}）待竣工结算后支付。"
    )
    pen.claim("ratio", "rate", part="paid", whole="price")
    pen.claim("sum", "owed", "closed", part="price", less="paid")
    pen.claim("ratio", "left", part="owed", whole="price")


def three_ways(ledger: Ledger, pen: Pen) -> None:
    plan = lists(ledger, "abc", size(ledger))
    ledger.money("plan", plan)
    ledger.rate("rate", number(ledger, "a"), plan)
    pen.write(
        "全年可用资金{plan}，当年执行{a}，执行率为{rate}，结转下年继续使用{b}，收回总预算统筹{c}。"
    )
    pen.claim("sum", "plan", "closed", part="a b c")
    pen.claim("execution_rate", "rate", part="a", whole="plan")


def first_half_then_year(ledger: Ledger, pen: Pen) -> None:
    plan = ledger.money("plan", size(ledger))
    for name, low, high in (("half", 250, 480), ("year", 800, 990)):
        ledger.money(name, near(ledger, plan, low, high))
        ledger.rate(f"{name}.rate", number(ledger, name), plan)
    pen.write(
        "全年预算{plan}。上半年支出{half}，占全年预算的{half.rate}；至年底累计支出{year}，"
        "占全年预算的{year.rate}。"
    )
    for name in ("half", "year"):
        pen.claim("execution_rate", f"{name}.rate", part=name, whole="plan")


def three_respectively(ledger: Ledger, pen: Pen) -> None:
    for name in "abc":
        plan = ledger.money(f"{name}.plan", size(ledger))
        ledger.money(name, near(ledger, plan, 600, 995))
        ledger.rate(f"{name}.rate", number(ledger, name), plan)
    pen.write(
        "信息化运维、执法办案、宣传培训三个项目年初分别安排{a.plan}、{b.plan}和{c.plan}，"
        "年底分别支出{a}、{b}和{c}，预算执行率依次为{a.rate}、{b.rate}和{c.rate}。"
    )
    for name in "abc":
        pen.claim("execution_rate", f"{name}.rate", part=name, whole=f"{name}.plan")


def collected(ledger: Ledger, pen: Pen) -> None:
    due = ledger.money("due", size(ledger))
    got = ledger.money("got", near(ledger, due, 700, 990))
    ledger.money("owed", due - got)
    ledger.rate("rate", got, due)
    pen.write("应收水费{due}，实收{got}，水费收缴率{rate}，[尚欠|欠缴]{owed}。")
    pen.claim("ratio", "rate", part="got", whole="due")
    pen.claim("sum", "owed", "closed", part="due", less="got")


def in_place(ledger: Ledger, pen: Pen) -> None:
    got = lists(ledger, "ab", size(ledger))
    plan = ledger.money("plan", near(ledger, got, 1010, 1700))
    ledger.money("got", got)
    ledger.rate("rate", got, plan)
    pen.write("计划筹资{plan}，实际到位{got}，到位率{rate}。到位资金中财政资金{a}、群众自筹{b}。")
    pen.claim("ratio", "rate", part="got", whole="plan")
    pen.claim("sum", "got", part="a b")


def up_and_down(ledger: Ledger, pen: Pen) -> None:
    first = ledger.money("first", size(ledger))
    up = ledger.money("up", near(ledger, first, 50, 400))
    down = ledger.money("down", near(ledger, first, 10, 90))
    full = ledger.money("full", first + up - down)
    paid = ledger.money("paid", near(ledger, full, 800, 998))
    ledger.rate("rate", paid, full)
    pen.write(
        "年初预算{first}，年度执行中追加{up}，收回{down}，全年预算数{full}；全年执行数{paid}，"
        "为全年预算数的{rate}。"
    )
    pen.claim("sum", "full", "closed", part="first up", less="down")
    pen.claim("execution_rate", "rate", part="paid", whole="full")


WEAVES: tuple[Weave, ...] = (
    share_moved,
    over_half,
    inside_it,
    the_rest,
    share_of,
    in_brackets,
    leading_three,
    nested_share,
    two_wholes,
    ahead_of_time,
    beyond_target,
    paid_of_contract,
    three_ways,
    first_half_then_year,
    three_respectively,
    collected,
    in_place,
    up_and_down,
)
FAMILIES = tuple(family(weave) for weave in WEAVES)
