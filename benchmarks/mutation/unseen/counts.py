"""另一组人的写法（清点与计量）：办件、参保、道路、培训、抽检、人员、面积、造林、积分。"""

from decimal import Decimal
from fractions import Fraction

from benchmarks.mutation.families.weaving import Weave, family, near, size
from benchmarks.mutation.reports.books import Ledger
from benchmarks.mutation.reports.pen import Pen


def counts(ledger: Ledger, unit: str, **numbers: int) -> None:
    for name, number in numbers.items():
        ledger.count(name, number, unit)


def cases(ledger: Ledger, pen: Pen) -> None:
    whole = ledger.rng.randint(120, 4000)
    done = ledger.rng.randint(whole * 7 // 10, whole - 2)
    counts(ledger, "件", w=whole, a=done, b=whole - done)
    ledger.rate("rate", done, whole)
    pen.write("全年受理群众来信来访{w}，办结{a}，办结率{rate}，其余{b}正在办理。")
    pen.claim("ratio", "rate", part="a", whole="w")
    pen.claim("sum", "b", "closed", part="w", less="a")


def insured(ledger: Ledger, pen: Pen) -> None:
    whole = ledger.rng.randint(3000, 90000)
    part = ledger.rng.randint(whole * 8 // 10, whole - 5)
    counts(ledger, "人", w=whole, a=part)
    now = ledger.percent("rate", 100 * Fraction(part, whole))
    then = ledger.percent("then", now - Fraction(ledger.rng.randint(20, 900), 100))
    ledger.percent("gap", now - then, "个百分点")
    ledger.word("up", "提高")
    pen.write("应参保{w}，实际参保{a}，参保率{rate}，比上年的{then}{up}{gap}。")
    pen.claim("ratio", "rate", part="a", whole="w")
    pen.claim("difference", "gap", left="rate", right="then", direction="up")


def roads(ledger: Ledger, pen: Pen) -> None:
    parts = [Decimal(ledger.rng.randint(20, 600)) / 10 for _ in "abc"]
    total = ledger.amount("w", sum(parts, Decimal(0)), 1, "公里")
    for name, part in zip("abc", parts, strict=True):
        ledger.amount(name, part, 1, "公里")
    plan = ledger.amount("plan", total * Decimal(ledger.rng.randint(900, 1300)) / 1000, 1, "公里")
    ledger.rate("rate", total, plan)
    pen.write(
        "新改建农村公路{w}，其中县道{a}、乡道{b}、村道{c}，为年度计划{plan}的{rate}，群众出行条件明显改善。"
    )
    pen.claim("sum", "w", "open", part="a b c")
    pen.claim("execution_rate", "rate", part="w", whole="plan")


def classes(ledger: Ledger, pen: Pen) -> None:
    terms = ledger.count("n", ledger.rng.randint(4, 60), "期")
    people = ledger.count("w", terms * ledger.rng.randint(20, 90) + 3, "人次")
    ledger.amount("each", Fraction(people, terms), 1, "人次")
    pen.write("举办实用技术培训{n}，参训{w}，平均每期{each}。")
    pen.claim("quotient", "each", part="w", whole="n")


def sampled(ledger: Ledger, pen: Pen) -> None:
    whole = ledger.rng.randint(200, 3000)
    good = ledger.rng.randint(whole * 85 // 100, whole - 3)
    counts(ledger, "批次", w=whole, a=good, b=whole - good)
    ledger.rate("rate", good, whole)
    pen.write("抽检食品{w}，合格{a}，合格率{rate}；不合格{b}，均已依法处置。")
    pen.claim("ratio", "rate", part="a", whole="w")
    pen.claim("sum", "w", "closed", part="a b")


def villages(ledger: Ledger, pen: Pen) -> None:
    whole = ledger.rng.randint(60, 400)
    part = ledger.rng.randint(whole // 2, whole - 1)
    counts(ledger, "个", w=whole, a=part)
    ledger.rate("rate", part, whole)
    pen.write("全县{w}行政村中，已通自来水的{a}，占{rate}。")
    pen.claim("ratio", "rate", part="a", whole="w")


def cut_staff(ledger: Ledger, pen: Pen) -> None:
    then = ledger.rng.randint(60, 900)
    now = then - ledger.rng.randint(3, then // 3)
    counts(ledger, "人", then=then, now=now, less=then - now)
    ledger.rate("rate", then - now, then)
    ledger.word("down", "减少")
    pen.write("编外聘用人员由{then}减至{now}，净{down}{less}，降幅{rate}。")
    pen.claim("yoy_amount", "less", current="now", prior="then", direction="down")


def benefited(ledger: Ledger, pen: Pen) -> None:
    whole = ledger.rng.randint(800, 60000)
    part = ledger.rng.randint(whole // 10, whole * 9 // 10)
    counts(ledger, "人", w=whole, a=part)
    ledger.rate("rate", part, whole)
    pen.write("直接受益群众{w}，其中脱贫人口{a}，占受益群众的{rate}。")
    pen.claim("ratio", "rate", part="a", whole="w")


def opinions(ledger: Ledger, pen: Pen) -> None:
    parts = [ledger.rng.randint(20, 300), *(ledger.rng.randint(3, 60) for _ in "bcd")]
    for name, part in zip("abcd", parts, strict=True):
        ledger.count(name, part, "人")
    whole = ledger.count("w", sum(parts), "人")
    ledger.rate("rate", parts[0] + parts[1], whole)
    ledger.rate("a.rate", parts[0], whole)
    pen.write(
        "受访群众{w}，其中评价满意的{a}、较满意的{b}、一般的{c}、不满意的{d}，表示满意的占{a.rate}。"
    )
    pen.claim("sum", "w", part="a b c d")


def rooms(ledger: Ledger, pen: Pen) -> None:
    parts = [Decimal(ledger.rng.randint(2000, 90000)) / 100 for _ in "abc"]
    ledger.amount("w", sum(parts, Decimal(0)), 2, "平方米")
    for name, part in zip("abc", parts, strict=True):
        ledger.amount(name, part, 2, "平方米")
    pen.write("房屋建筑面积{w}，其中：办公用房{a}，业务用房{b}，其他用房{c}。")
    pen.claim("sum", "w", part="a b c")


def fleet(ledger: Ledger, pen: Pen) -> None:
    then = ledger.rng.randint(20, 400)
    more = ledger.rng.randint(2, then // 2)
    counts(ledger, "辆", now=then + more, more=more)
    ledger.rate("rate", more, then)
    ledger.word("up", "增加")
    ledger.word("up2", "增长")
    pen.write("新能源公交车保有量{now}，比上年末{up}{more}，{up2}{rate}。")
    pen.claim("yoy_percent", "rate", current="now", change="more", direction="up up2")


def points(ledger: Ledger, pen: Pen) -> None:
    top = ledger.rng.choice((20, 30, 40, 50))
    got = Fraction(ledger.rng.randint(top * 80, top * 99), 100)
    ledger.score("w", Fraction(top), 0)
    ledger.score("a", got)
    ledger.rate("rate", Decimal(got.numerator) / got.denominator, Decimal(top))
    pen.write("产出指标满分{w}，自评得{a}，得分率{rate}。")
    pen.claim("ratio", "rate", part="a", whole="w")


def staff_flow(ledger: Ledger, pen: Pen) -> None:
    then = ledger.rng.randint(40, 300)
    came, left, retired = (ledger.rng.randint(1, 12) for _ in range(3))
    counts(ledger, "人", then=then, came=came, left=left, retired=retired)
    ledger.count("now", then + came - left - retired, "人")
    pen.write("年初在编{then}，年内新进{came}，调出{left}，退休{retired}，年末在编{now}。")
    pen.claim("sum", "now", "closed", part="then came", less="left retired")


def relief(ledger: Ledger, pen: Pen) -> None:
    heads = ledger.count("n", ledger.rng.randint(50, 3000), "人次")
    cents = ledger.rng.randint(heads * 200, heads * 4000)
    ledger.amount("paid", Fraction(cents, 10_000), 2, "万元")
    ledger.amount("each", Fraction(ledger.values["paid"].digits) * 10_000 / heads, 0, "元")
    pen.write("发放临时救助金{paid}，救助困难群众{n}，平均每人次{each}。")
    pen.claim("quotient", "each", part="paid", whole="n")


def planted(ledger: Ledger, pen: Pen) -> None:
    plan = ledger.rng.randint(800, 60000)
    done = plan + ledger.rng.randint(20, plan // 2)
    counts(ledger, "亩", plan=plan, done=done, more=done - plan)
    ledger.rate("rate", done, plan)
    pen.write("完成营造林{done}，完成年度计划{plan}的{rate}，超计划{more}。")
    pen.claim("execution_rate", "rate", part="done", whole="plan")
    pen.claim("sum", "more", "closed", part="done", less="plan")


def hazards(ledger: Ledger, pen: Pen) -> None:
    common, major = ledger.rng.randint(20, 400), ledger.rng.randint(1, 30)
    counts(ledger, "处", w=common + major, a=common, b=major)
    ledger.rate("share", major, common + major)
    pen.write("排查整治安全隐患{w}（一般隐患{a}、重大隐患{b}），重大隐患占{share}。")
    pen.claim("sum", "w", "open", part="a b")
    pen.claim("ratio", "share", part="b", whole="w")


def subsidy(ledger: Ledger, pen: Pen) -> None:
    """各项补助户数与金额分别合计。"""
    rows = [(ledger.rng.randint(10, 300), near(ledger, size(ledger), 100, 900)) for _ in "ab"]
    for name, (homes, paid) in zip("ab", rows, strict=True):
        ledger.count(f"{name}.homes", homes, "户")
        ledger.money(f"{name}.paid", paid)
    ledger.count("homes", rows[0][0] + rows[1][0], "户")
    ledger.money("paid", rows[0][1] + rows[1][1])
    pen.write("发放种植补贴{a.homes}、{a.paid}，养殖补贴{b.homes}、{b.paid}，共计{homes}、{paid}。")
    pen.claim("sum", "homes", "closed", part="a.homes b.homes")
    pen.claim("sum", "paid", "closed", part="a.paid b.paid")


WEAVES: tuple[Weave, ...] = (
    cases,
    insured,
    roads,
    classes,
    sampled,
    villages,
    cut_staff,
    benefited,
    opinions,
    rooms,
    fleet,
    points,
    staff_flow,
    relief,
    planted,
    hazards,
    subsidy,
)
FAMILIES = tuple(family(weave) for weave in WEAVES)
