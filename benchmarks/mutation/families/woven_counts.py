"""一句多关系（清点与计量）：其中之后另说完成率、投资、问卷，分值与得分各一串。"""

from decimal import Decimal
from fractions import Fraction

from benchmarks.mutation.families.weaving import Weave, family, near, size
from benchmarks.mutation.reports.books import Ledger
from benchmarks.mutation.reports.pen import Pen


def staff_then_posts(ledger: Ledger, pen: Pen) -> None:
    rng = ledger.rng
    a, b = rng.randint(8, 40), rng.randint(20, 120)
    ledger.count("posts", a + b, "人")
    ledger.count("office", a, "人")
    ledger.count("field", b, "人")
    here = ledger.count("here", rng.randint((a + b) * 4 // 5, a + b - 1), "人")
    ledger.rate("control", here, a + b)
    pen.write(
        "核定编制{posts}，其中行政编制{office}、事业编制{field}；[年末|]实有在职人员{here}，"
        "在职人员控制率{control}。[另有退休人员17人。|]"
    )
    pen.claim("sum", "posts", part="office field")
    pen.claim("ratio", "control", part="here", whole="posts")


def works(ledger: Ledger, pen: Pen) -> None:
    """工程量有其中，投资另比计划。"""
    rng = ledger.rng
    a, b = (Decimal(rng.randint(20, 400)) / 10 for _ in "ab")
    ledger.amount("w", a + b, 1, "公里")
    ledger.amount("a", a, 1, "公里")
    ledger.amount("b", b, 1, "公里")
    plan = ledger.money("plan", size(ledger))
    paid = ledger.money("paid", near(ledger, plan, 600, 990))
    ledger.rate("rate", paid, plan)
    pen.write(
        "[完成河道治理|新建改造管网|硬化道路]{w}，其中[左岸{a}、右岸{b}|东片区{a}、西片区{b}]，完成投资{paid}，"
        "占计划投资{plan}的{rate}。"
    )
    pen.claim("sum", "w", part="a b")
    pen.claim("execution_rate", "rate", part="paid", whole="plan")


def against_plan(ledger: Ledger, pen: Pen) -> None:
    rng = ledger.rng
    a, b = rng.randint(40, 400), rng.randint(40, 400)
    plan = rng.randint(a + b, (a + b) * 3 // 2)
    for name, number in (("w", a + b), ("a", a), ("b", b), ("plan", plan)):
        ledger.count(name, number, "套")
    ledger.rate("rate", a + b, plan)
    pen.write(
        "筹集房源{w}，其中新建{a}、改建{b}，完成年度[任务|计划]{plan}的{rate}；"
        "发放租赁补贴163户，补贴标准未调整。"
    )
    pen.claim("sum", "w", part="a b")
    pen.claim("execution_rate", "rate", part="w", whole="plan")


def indicators(ledger: Ledger, pen: Pen) -> None:
    rng = ledger.rng
    parts = [rng.randint(3, 20) for _ in range(3)]
    total = sum(parts)
    missed = rng.randint(1, 4)
    for name, number in (
        ("w", total),
        *zip("abc", parts, strict=True),
        ("d", total - missed),
        ("e", missed),
    ):
        ledger.count(name, number, "个")
    ledger.rate("rate", total - missed, total)
    pen.write(
        "[部门整体支出|项目]绩效指标共{w}，其中产出指标{a}、效益指标{b}、满意度指标{c}；"
        "达到年度目标值的{d}，未达到的{e}，指标完成率{rate}。"
    )
    pen.claim("sum", "w", part="a b c")
    pen.claim("sum", "w", part="d e")
    pen.claim("ratio", "rate", part="d", whole="w")


def weights_then_scores(ledger: Ledger, pen: Pen) -> None:
    """分值一串，得分一串，各有合计。"""
    tops = ledger.rng.choice(((10, 30, 30, 30), (10, 50, 30, 10), (20, 20, 30, 30)))
    got = [Fraction(ledger.rng.randint(t * 80, t * 100), 100) for t in tops]
    for i, (top, points) in enumerate(zip(tops, got, strict=True)):
        ledger.score(f"w{i}", Fraction(top), 0)
        ledger.score(f"g{i}", points)
    ledger.score("full", Fraction(100), 0)
    ledger.score("total", sum(got, Fraction(0)))
    pen.write(
        "指标体系设投入{w0}、过程{w1}、产出{w2}、效益{w3}，满分{full}。自评[投入得{g0}、过程得{g1}、"
        "产出得{g2}、效益得{g3}，总分{total}|得分分别为{g0}、{g1}、{g2}、{g3}，合计{total}]。"
    )
    pen.claim("score_sum", "full", "closed", part="w0 w1 w2 w3")
    pen.claim("score_sum", "total", "closed", part="g0 g1 g2 g3")


def households(ledger: Ledger, pen: Pen) -> None:
    rng = ledger.rng
    homes = ledger.count("homes", rng.randint(300, 9000), "户")
    heads = ledger.count("heads", int(homes * rng.uniform(2.2, 4.1)), "人")
    paid = rng.randint(homes * 200, homes * 3000)
    ledger.amount("paid", Fraction(paid, 10_000), 2, "万元")
    ledger.amount("each", Fraction(ledger.values["paid"].digits) * 10_000 / homes, 0, "元")
    ledger.amount("size", Fraction(heads, homes), 2, "人")
    pen.write("涉及农户{homes}、{heads}，户均{size}；发放补助{paid}，户均{each}。")
    pen.claim("quotient", "size", part="heads", whole="homes")
    pen.claim("quotient", "each", part="paid", whole="homes")


def raised(ledger: Ledger, pen: Pen) -> None:
    """由…提高到…，既说增量又说增幅。"""
    rng = ledger.rng
    then = rng.randint(300, 7000)
    now = then + rng.randint(10, then // 2)
    for name, number in (("then", then), ("now", now), ("more", now - then)):
        ledger.count(name, number, "公斤")
    ledger.rate("rate", now - then, then)
    ledger.word("up", "增产")
    pen.write("[项目区|示范片]亩均产量由{then}提高到{now}，亩均{up}{more}，[增长|增幅]{rate}。")
    pen.claim("yoy_amount", "more", current="now", prior="then")
    pen.claim("yoy_percent", "rate", current="now", prior="then")


def checked(ledger: Ledger, pen: Pen) -> None:
    rng = ledger.rng
    found = ledger.count("found", rng.randint(12, 90), "个")
    fixed = ledger.count("fixed", rng.randint(found * 3 // 4, found - 1), "个")
    ledger.count("open", found - fixed, "个")
    ledger.rate("rate", fixed, found)
    pen.write(
        "全年检查经营单位386家次，发现问题{found}，[已整改|整改到位]{fixed}，正在整改{open}，整改率{rate}。"
    )
    pen.claim("sum", "found", part="fixed open")
    pen.claim("ratio", "rate", part="fixed", whole="found")


def survey(ledger: Ledger, pen: Pen) -> None:
    rng = ledger.rng
    sent = ledger.count("sent", rng.randint(100, 600), "份")
    back = ledger.count("back", rng.randint(sent * 4 // 5, sent - 1), "份")
    a = rng.randint(back // 2, back * 4 // 5)
    b = rng.randint(1, back - a)
    for name, number in (("a", a), ("b", b), ("c", back - a - b), ("good", a + b)):
        ledger.count(name, number, "份")
    ledger.rate("back.rate", back, sent)
    ledger.rate("good.rate", a + b, back)
    pen.write(
        "发放问卷{sent}，收回有效问卷{back}，有效回收率{back.rate}。其中满意{a}、基本满意{b}、不满意{c}，"
        "满意和基本满意合计{good}，满意度{good.rate}。"
    )
    pen.claim("ratio", "back.rate", part="back", whole="sent")
    pen.claim("sum", "back", part="a b c")
    pen.claim("sum", "good", "closed", part="a b")
    pen.claim("ratio", "good.rate", part="good", whole="back")


WEAVES: tuple[Weave, ...] = (
    staff_then_posts,
    works,
    against_plan,
    indicators,
    weights_then_scores,
    households,
    raised,
    checked,
    survey,
)
FAMILIES = tuple(family(weave) for weave in WEAVES)
