"""第五组句族（得分、等级、表与正文）：扣分、各维度满分得分、分档、按率计分、平均、清单表、文字夹数的表。"""

from decimal import Decimal
from fractions import Fraction

from benchmarks.mutation import words
from benchmarks.mutation.families.weaving import Weave, family, near, size
from benchmarks.mutation.reports.books import Ledger
from benchmarks.mutation.reports.pen import Pen
from benchmarks.mutation.unseen.counts import counts
from benchmarks.mutation.unseen.second_money import lists
from benchmarks.mutation.unseen.third_accounts import number, shared, shares


def taken_off(ledger: Ledger, pen: Pen) -> None:
    lost = [Fraction(ledger.rng.randint(1, 9) * 25, 100) for _ in "ab"]
    for name, value in zip("ab", lost, strict=True):
        ledger.score(name, value)
    ledger.score("top", Fraction(100), 0)
    ledger.score("got", 100 - sum(lost, Fraction(0)))
    pen.write("评价总分{top}，因绩效目标设置不细化扣{a}，因佐证资料不完整扣{b}，最终得分{got}。")
    pen.claim("sum", "got", "closed", part="top", less="a b")


def four_sides(ledger: Ledger, pen: Pen) -> None:
    tops = (20, 25, 35, 20)
    got = [Fraction(ledger.rng.randint(t * 80, t * 100), 100) for t in tops]
    for name, top, value in zip("abcd", tops, got, strict=True):
        ledger.score(f"{name}.top", Fraction(top), 0)
        ledger.score(name, value)
    ledger.score("w", sum(got, Fraction(0)))
    pen.write(
        "综合评价得分{w}。其中，决策指标（{a.top}）得{a}，过程指标（{b.top}）得{b}，产出指标（{c.top}）得{c}，"
        "效益指标（{d.top}）得{d}。"
    )
    pen.claim("score_sum", "w", "closed", part="a b c d")
    for name in "abcd":
        pen.claim("bound", name, most=f"{name}.top")


def rated(ledger: Ledger, pen: Pen) -> None:
    points = ledger.score("got", Fraction(ledger.rng.randint(5500, 9900), 100))
    edges = (90, 80, 60)
    names = ("优", "良", "中", "差")
    for i, edge in enumerate(edges):
        ledger.score(f"e{i}", Fraction(edge), 0)
    for i, name in enumerate(names):
        ledger.word(f"n{i}", name)
    place = next((i for i, e in enumerate(edges) if points >= e), 3)
    ledger.word("grade", names[place])
    pen.write(
        "按照综合得分{e0}（含）以上为“{n0}”、{e1}（含）至90分为“{n1}”、{e2}（含）至80分为“{n2}”、"
        "60分以下为“{n3}”的标准，项目得分{got}，评价等级为“{grade}”。"
    )
    pen.claim("grade", "grade", score="got", edge="e0 e1 e2", name="n0 n1 n2 n3")


def by_rate(ledger: Ledger, pen: Pen) -> None:
    plan = ledger.money("plan", size(ledger))
    paid = ledger.money("paid", near(ledger, plan, 500, 990))
    rate = ledger.percent("rate", 100 * Fraction(paid) / Fraction(plan))
    ledger.score("top", Fraction(10), 0)
    ledger.score("got", rate / 10)
    pen.write(
        "预算执行率指标分值{top}，全年预算{plan}，全年执行{paid}，执行率{rate}，按比例计得{got}。"
    )
    pen.claim("execution_rate", "rate", part="paid", whole="plan")
    pen.claim("product", "got", weight="top", rate="rate")


def mean_of_five(ledger: Ledger, pen: Pen) -> None:
    marks = [Fraction(ledger.rng.randint(7600, 9990), 100) for _ in "abcde"]
    for name, mark in zip("abcde", marks, strict=True):
        ledger.score(name, mark)
    ledger.score("mean", sum(marks, Fraction(0)) / 5)
    pen.write("5个二级单位考核得分依次为{a}、{b}、{c}、{d}、{e}，平均{mean}，均在合格线以上。")
    pen.claim("average", "mean", score="a b c d e")


def grades_counted(ledger: Ledger, pen: Pen) -> None:
    parts = [ledger.rng.randint(2, 40) for _ in "abc"]
    counts(ledger, "个", w=sum(parts), **dict(zip("abc", parts, strict=True)))
    shares(ledger, "abc", "w")
    pen.write(
        "参评项目{w}，其中“优”等级{a}，占{a.share}；“良”等级{b}，占{b.share}；“中”等级{c}，占{c.share}。"
    )
    pen.claim("sum", "w", "open", part="a b c")
    shared(pen, "abc", "w")


def satisfied_of_asked(ledger: Ledger, pen: Pen) -> None:
    parts = [ledger.rng.randint(60, 300), *(ledger.rng.randint(4, 50) for _ in "bc")]
    whole = sum(parts)
    counts(ledger, "人", w=whole, **dict(zip("abc", parts, strict=True)))
    ledger.rate("rate", parts[0] + parts[1], whole)
    pen.write("随机访谈服务对象{w}，“非常满意”{a}，“满意”{b}，“不满意”{c}，综合满意率{rate}。")
    pen.claim("sum", "w", "closed", part="a b c")


def weights(ledger: Ledger, pen: Pen) -> None:
    tops = ledger.rng.choice(((10, 50, 30, 10), (20, 30, 40, 10), (15, 25, 40, 20)))
    for name, top in zip("abcd", tops, strict=True):
        ledger.score(name, Fraction(top), 0)
    ledger.score("w", Fraction(100), 0)
    pen.write("指标体系满分为{w}，投入{a}、过程{b}、产出{c}、效果{d}。")
    pen.claim("score_sum", "w", "closed", part="a b c d")


def project_table(ledger: Ledger, pen: Pen) -> None:
    """表里夹着文字列；表后一句话说合计。"""
    names = ledger.rng.sample(words.PROJECTS, 3)
    for name in "abc":
        plan = ledger.money(f"{name}.plan", size(ledger))
        ledger.money(name, near(ledger, plan, 600, 1000))
        ledger.rate(f"{name}.rate", number(ledger, name), plan)
    for key, many in (("w.plan", ["a.plan", "b.plan", "c.plan"]), ("w", list("abc"))):
        ledger.money(key, sum((number(ledger, n) for n in many), Decimal(0)))
    ledger.rate("w.rate", number(ledger, "w"), number(ledger, "w.plan"))
    pen.write(f"项目支出情况表\n单位：{ledger.manner.unit}\n")
    pen.write("序号\t项目名称\t主要内容\t预算数\t执行数\t执行率\n")
    for at, (name, said) in enumerate(zip("abc", names, strict=True), 1):
        about = ledger.rng.choice(words.TASKS)
        row = f"{at}\t{said}\t{about}\t{{{name}.plan}}\t{{{name}}}\t{{{name}.rate}}\n"
        pen.row(row)
    pen.row("\t合计\t\t{w.plan}\t{w}\t{w.rate}\n")
    for name in "abcw":
        pen.claim("execution_rate", f"{name}.rate", "table", part=name, whole=f"{name}.plan")
    pen.claim("sum", "w", "table", part="a b c")
    pen.claim("sum", "w.plan", "table", part="a.plan b.plan c.plan")
    pen.write("上表3个项目预算合计{w.plan}，执行合计{w}，总体执行率{w.rate}。")


def piped_table(ledger: Ledger, pen: Pen) -> None:
    """竖线分列的收支对照表。"""
    for name in "abc":
        rise = ledger.money(f"{name}.prior", size(ledger))
        ledger.money(name, near(ledger, rise, 700, 1500))
        ledger.money(f"{name}.gap", number(ledger, name) - rise)
    for tail in ("", ".prior", ".gap"):
        whole = sum((number(ledger, f"{n}{tail}") for n in "abc"), Decimal(0))
        ledger.money(f"w{tail}", whole)
    pen.write(f"表1 支出对比（单位：{ledger.manner.unit}）\n")
    pen.write("| 科目 | 本年决算 | 上年决算 | 增减 |\n|---|---|---|---|\n")
    for name, said in zip("abc", ledger.rng.sample(words.CLASSES, 3), strict=True):
        pen.row(f"| {said} | {{{name}}} | {{{name}.prior}} | {{{name}.gap}} |\n")
    pen.row("| 合计 | {w} | {w.prior} | {w.gap} |\n")
    for name in "abcw":
        both = {"current": name, "prior": f"{name}.prior"}
        pen.claim("yoy_amount", f"{name}.gap", "table", **both)
    for tail in ("", ".prior", ".gap"):
        parts = " ".join(f"{n}{tail}" for n in "abc")
        pen.claim("sum", f"w{tail}", "table", part=parts)


def told_and_listed(ledger: Ledger, pen: Pen) -> None:
    """说有几个项目，列了几行。"""
    ledger.count("n", 4, "个项目")
    ledger.money("w", lists(ledger, "abcd", size(ledger)))
    pen.write("纳入评价的共{n}，涉及资金{w}：\n")
    rows = []
    for at, name in enumerate("abcd", 1):
        said = ledger.rng.choice(words.PROJECTS[at * 4 - 4 : at * 4])
        rows.append(pen.row(f"{at}.{said}{{{name}}}。\n", bare=False))
    pen.counted(tuple(rows), "n")
    pen.claim("sum", "w", "closed", part="a b c d")


def twice_told(ledger: Ledger, pen: Pen) -> None:
    """前文总述，后文又说同一名目。"""
    ledger.money("w", lists(ledger, "ab", size(ledger)))
    pen.write(
        "一、基本情况\n{y}年本单位支出合计{w}。\n二、支出情况\n{y}年支出合计{w}，其中基本支出{a}，项目支出{b}。"
    )
    pen.claim("sum", "w", part="a b")


WEAVES: tuple[Weave, ...] = (
    taken_off,
    four_sides,
    rated,
    by_rate,
    mean_of_five,
    grades_counted,
    satisfied_of_asked,
    weights,
    project_table,
    piped_table,
    told_and_listed,
    twice_told,
)
FAMILIES = tuple(family(weave) for weave in WEAVES)
