"""第三组句族（绩效与人员）：得分扣分、问卷、项目等次、编制、年龄、时限、参保、百分点。"""

from decimal import Decimal
from fractions import Fraction

from benchmarks.mutation.families.weaving import Weave, family, near, size
from benchmarks.mutation.reports.books import Ledger
from benchmarks.mutation.reports.pen import Pen
from benchmarks.mutation.unseen.counts import counts
from benchmarks.mutation.unseen.third_accounts import number, shared


def surpassed(ledger: Ledger, pen: Pen) -> None:
    plan = ledger.rng.randint(300, 9000)
    more = ledger.rng.randint(9, plan // 2)
    counts(ledger, "人次", plan=plan, done=plan + more, more=more)
    ledger.rate("rate", more, plan)
    pen.write("全年开展职业技能培训{done}，比计划的{plan}超出{more}，超出{rate}。")
    pen.claim("sum", "more", "closed", part="done", less="plan")
    pen.claim("ratio", "rate", part="more", whole="plan")


def marks(ledger: Ledger, pen: Pen) -> None:
    lost = [Fraction(ledger.rng.randint(10, 300), 100) for _ in "abc"]
    for name, value in zip("abc", lost, strict=True):
        ledger.score(name, value)
    ledger.score("lost", sum(lost, Fraction(0)))
    ledger.score("top", Fraction(100), 0)
    ledger.score("got", 100 - sum(lost, Fraction(0)))
    pen.write(
        "经逐项对照，产出指标扣{a}、效益指标扣{b}、满意度指标扣{c}，合计扣{lost}，"
        "自评得分为{got}（满分{top}）。"
    )
    pen.claim("sum", "lost", "closed", part="a b c")
    pen.claim("sum", "got", "closed", part="top", less="lost")


def section_marks(ledger: Ledger, pen: Pen) -> None:
    whole = [Fraction(n) for n in (20, 30, 40, 10)]
    got = [w - Fraction(ledger.rng.randint(10, 300), 100) for w in whole]
    for name, value in zip("abcd", got, strict=True):
        ledger.score(name, value)
    ledger.score("w", sum(got, Fraction(0)))
    pen.write(
        "部门整体支出绩效自评得分{w}：投入指标得{a}，过程指标得{b}，产出指标得{c}，效果指标得{d}。"
    )
    pen.claim("score_sum", "w", "closed", part="a b c d")


def satisfied(ledger: Ledger, pen: Pen) -> None:
    parts = [ledger.rng.randint(60, 300), *(ledger.rng.randint(5, 50) for _ in "bc")]
    whole = sum(parts)
    counts(ledger, "份", w=whole, a=parts[0], b=parts[1], c=parts[2])
    ledger.rate("a.share", parts[0], whole)
    ledger.rate("c.share", parts[2], whole)
    pen.write(
        "共收回有效问卷{w}。对项目实施效果表示满意的{a}，占{a.share}；表示基本满意的{b}；"
        "表示不满意的{c}，占{c.share}。"
    )
    pen.claim("sum", "w", "closed", part="a b c")
    shared(pen, "ac", "w")


def good_rate(ledger: Ledger, pen: Pen) -> None:
    parts = [ledger.rng.randint(3, 30) for _ in "abc"]
    counts(ledger, "个", a=parts[0], b=parts[1], c=parts[2], w=sum(parts))
    ledger.rate("rate", parts[0] + parts[1], sum(parts))
    counts(ledger, "个", good=parts[0] + parts[1])
    pen.write(
        "纳入自评的{w}项目中，评为“优”的{a}，评为“良”的{b}，评为“中”的{c}，优良项目{good}，"
        "优良率{rate}。"
    )
    pen.claim("sum", "w", "closed", part="a b c")
    pen.claim("sum", "good", "closed", part="a b")
    pen.claim("ratio", "rate", part="good", whole="w")


def posts(ledger: Ledger, pen: Pen) -> None:
    parts = [ledger.rng.randint(6, 60), ledger.rng.randint(6, 90), ledger.rng.randint(1, 6)]
    held = sum(parts) - ledger.rng.randint(1, 8)
    counts(ledger, "名", n=sum(parts), a=parts[0], b=parts[1], c=parts[2])
    counts(ledger, "人", m=held, k=sum(parts) - held)
    ledger.rate("rate", sum(parts) - held, sum(parts))
    pen.write(
        "我局核定编制{n}（行政编制{a}、事业编制{b}、工勤编制{c}），年末实有在编人员{m}，空编{k}，空编率{rate}。"
    )
    pen.claim("sum", "n", "closed", part="a b c")
    pen.claim("ratio", "rate", part="k", whole="n")


def ages(ledger: Ledger, pen: Pen) -> None:
    parts = [ledger.rng.randint(5, 60) for _ in "abc"]
    counts(ledger, "人", n=sum(parts), a=parts[0], b=parts[1], c=parts[2])
    for name, part in zip("abc", parts, strict=True):
        ledger.rate(f"{name}.share", part, sum(parts))
    pen.write(
        "单位现有在职干部职工{n}。从学历看，研究生{a}、本科{b}、大专及以下{c}，分别占{a.share}、{b.share}、"
        "{c.share}。"
    )
    pen.claim("sum", "n", "closed", part="a b c")
    shared(pen, "abc", "n")


def shortened(ledger: Ledger, pen: Pen) -> None:
    then = ledger.rng.randint(10, 60)
    now = ledger.rng.randint(2, then - 3)
    counts(ledger, "个工作日", then=then, now=now, cut=then - now)
    ledger.rate("rate", then - now, then)
    pen.write("办理时限由原来的{then}压缩到{now}，缩短{cut}，压缩比例达{rate}。")
    pen.claim("sum", "cut", "closed", part="then", less="now")
    pen.claim("ratio", "rate", part="cut", whole="then")


def against_both(ledger: Ledger, pen: Pen) -> None:
    now = ledger.percent("now", Fraction(ledger.rng.randint(8800, 9990), 100))
    then = ledger.percent("then", now - Fraction(ledger.rng.randint(50, 900), 100))
    mean = ledger.percent("mean", now - Fraction(ledger.rng.randint(50, 500), 100))
    ledger.percent("a", now - then, "个百分点")
    ledger.percent("b", now - mean, "个百分点")
    ledger.word("up", "提高")
    pen.write("全年预算执行率{now}，较上年的{then}{up}{a}，比全县平均水平{mean}高{b}。")
    pen.claim("difference", "a", left="now", right="then", direction="up")
    pen.claim("difference", "b", left="now", right="mean")


def wages(ledger: Ledger, pen: Pen) -> None:
    heads = ledger.count("n", ledger.rng.randint(15, 260), "人")
    ledger.money("w", size(ledger) + 60)
    ledger.amount("each", Fraction(number(ledger, "w")) / heads, 2, ledger.manner.unit)
    pen.write("{y}年末实有在职人员{n}，全年工资福利支出{w}，人均工资福利支出{each}。")
    pen.claim("quotient", "each", part="w", whole="n")


def population(ledger: Ledger, pen: Pen) -> None:
    whole = ledger.rng.randint(4000, 300000)
    part = ledger.rng.randint(whole * 6 // 10, whole - 9)
    counts(ledger, "人", w=whole, a=part)
    ledger.rate("rate", part, whole)
    pen.write(
        "全县常住人口{w}。\n一年来，我局持续优化服务。截至年底，已签约家庭医生{a}，"
        "签约率达到{rate}，重点人群实现应签尽签。"
    )
    pen.claim("ratio", "rate", part="a", whole="w")


def fixed(ledger: Ledger, pen: Pen) -> None:
    whole = ledger.rng.randint(20, 400)
    done = ledger.rng.randint(whole // 2, whole - 1)
    counts(ledger, "个", w=whole, a=done, b=whole - done)
    ledger.rate("rate", done, whole)
    pen.write(
        "对巡察反馈的{w}问题建立台账，截至目前已整改到位{a}，整改率为{rate}，还有{b}正在推进。"
    )
    pen.claim("ratio", "rate", part="a", whole="w")
    pen.claim("sum", "b", "closed", part="w", less="a")


def more_than_last(ledger: Ledger, pen: Pen) -> None:
    now = ledger.rng.randint(200, 9000)
    more = ledger.rng.randint(5, now // 3)
    counts(ledger, "件", now=now, more=more)
    ledger.rate("rate", more, now - more)
    ledger.word("up", "增长")
    pen.write("办理各类法律援助案件{now}，比去年多{more}，{up}{rate}。")
    pen.claim("yoy_percent", "rate", current="now", change="more", direction="up")


def seats(ledger: Ledger, pen: Pen) -> None:
    parts = [ledger.rng.randint(200, 3000) for _ in "ab"]
    counts(ledger, "平方米", a=parts[0], b=parts[1], w=sum(parts))
    heads = ledger.count("n", ledger.rng.randint(20, 90), "人")
    ledger.amount("each", Fraction(sum(parts), heads), 2, "平方米")
    pen.write("现有房屋面积{w}，办公用房{a}，业务用房{b}，按在编{n}计，人均使用面积{each}。")
    pen.claim("sum", "w", "closed", part="a b")
    pen.claim("quotient", "each", part="w", whole="n")


def targets(ledger: Ledger, pen: Pen) -> None:
    parts = [ledger.rng.randint(3, 20) for _ in "abc"]
    counts(ledger, "个", a=parts[0], b=parts[1], c=parts[2], w=sum(parts))
    bad = ledger.count("bad", ledger.rng.randint(1, min(parts)), "个")
    ledger.rate("rate", sum(parts) - bad, sum(parts))
    counts(ledger, "个", good=sum(parts) - bad)
    pen.write(
        "年初共设置三级指标{w}，其中产出指标{a}、效益指标{b}、满意度指标{c}。经自评，完成指标{good}，"
        "未完成指标{bad}，指标完成率{rate}。"
    )
    pen.claim("sum", "w", "closed", part="a b c")
    pen.claim("sum", "w", "closed", part="good bad")
    pen.claim("ratio", "rate", part="good", whole="w")


def hectares(ledger: Ledger, pen: Pen) -> None:
    now = Decimal(ledger.rng.randint(100, 900)) / 10
    then = Decimal(ledger.rng.randint(100, 900)) / 10
    low, high = sorted((now, then + Decimal("0.3")))
    ledger.amount("now", high, 1, "万亩")
    ledger.amount("then", low, 1, "万亩")
    ledger.amount("more", high - low, 1, "万亩")
    ledger.rate("rate", high - low, low)
    ledger.word("up", "增长")
    pen.write("高标准农田累计建成{now}，上年末为{then}，一年新增{more}，{up}{rate}。")
    pen.claim("sum", "more", "closed", part="now", less="then")
    pen.claim("yoy_percent", "rate", current="now", prior="then", direction="up")


def one_each(ledger: Ledger, pen: Pen) -> None:
    times = ledger.count("n", ledger.rng.randint(2, 30), "场")
    ledger.count("m", times * ledger.rng.randint(25, 90) + 1, "人次")
    ledger.money("w", near(ledger, size(ledger), 100, 300) + 3)
    ledger.amount("each", Fraction(number(ledger, "w")) / times, 2, ledger.manner.unit)
    pen.write("全年举办文化活动{n}，惠及群众{m}，支出活动经费{w}，场均{each}。")
    pen.claim("quotient", "each", part="w", whole="n")


WEAVES: tuple[Weave, ...] = (
    surpassed,
    marks,
    section_marks,
    satisfied,
    good_rate,
    posts,
    ages,
    shortened,
    against_both,
    wages,
    population,
    fixed,
    more_than_last,
    seats,
    targets,
    hectares,
    one_each,
)
FAMILIES = tuple(family(weave) for weave in WEAVES)
