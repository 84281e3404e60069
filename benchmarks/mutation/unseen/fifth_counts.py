"""第五组句族（均摊、检查、清点）：亩均、例均、生均、日均，签约办结合格回收各率，说几列几，男女。"""

from decimal import Decimal
from fractions import Fraction

from benchmarks.mutation import words
from benchmarks.mutation.families.weaving import Weave, family, near, size
from benchmarks.mutation.reports.books import Ledger
from benchmarks.mutation.reports.pen import Pen
from benchmarks.mutation.unseen.counts import counts
from benchmarks.mutation.unseen.second_money import lists
from benchmarks.mutation.unseen.third_accounts import shared, shares, yuan


def per_acre(ledger: Ledger, pen: Pen) -> None:
    area = ledger.count("n", ledger.rng.randint(800, 60000), "亩")
    ledger.money("w", size(ledger) * 10)
    ledger.amount("each", yuan(ledger, "w") / area, 2, "元")
    pen.write("新建高标准农田{n}，完成投资{w}，亩均投资{each}。")
    pen.claim("quotient", "each", part="w", whole="n")


def per_case(ledger: Ledger, pen: Pen) -> None:
    cases = ledger.count("n", ledger.rng.randint(30, 2000), "例")
    ledger.money("w", size(ledger))
    ledger.amount("each", yuan(ledger, "w") / cases, 2, "元")
    pen.write("全年救治重大疾病患者{n}，支付救助金{w}，[例均|平均每例]救助{each}。")
    pen.claim("quotient", "each", part="w", whole="n")


def per_pupil(ledger: Ledger, pen: Pen) -> None:
    heads = ledger.count("n", ledger.rng.randint(300, 30000), "人")
    ledger.money("w", size(ledger) * 4)
    ledger.amount("each", yuan(ledger, "w") / heads, 2, "元")
    pen.write("全县在校学生{n}，全年拨付公用经费{w}，生均{each}，达到规定标准。")
    pen.claim("quotient", "each", part="w", whole="n")


def per_day(ledger: Ledger, pen: Pen) -> None:
    days = ledger.count("n", ledger.rng.randint(280, 330), "天")
    visits = ledger.count("m", ledger.rng.randint(20000, 900000), "人次")
    ledger.amount("each", Fraction(visits, days), 0, "人次")
    pen.write("文化馆全年开放{n}，接待群众{m}，日均接待{each}。")
    pen.claim("quotient", "each", part="m", whole="n")


def per_kilometre(ledger: Ledger, pen: Pen) -> None:
    road = ledger.amount("n", Decimal(ledger.rng.randint(50, 4000)) / 10, 1, "公里")
    ledger.money("w", size(ledger) * 3)
    each = yuan(ledger, "w") / Fraction(road) / 10_000
    ledger.amount("each", each, 2, "万元")
    pen.write("养护农村公路{n}，支出养护资金{w}，每公里平均养护成本{each}。")
    pen.claim("quotient", "each", part="w", whole="n")


def per_village(ledger: Ledger, pen: Pen) -> None:
    villages = ledger.count("n", ledger.rng.randint(6, 130), "个村")
    ledger.money("w", size(ledger))
    ledger.amount("each", Fraction(yuan(ledger, "w"), 10_000) / villages, 2, "万元")
    pen.write("扶持{n}发展集体经济，投入衔接资金{w}，村均{each}。")
    pen.claim("quotient", "each", part="w", whole="n")


def signed_up(ledger: Ledger, pen: Pen) -> None:
    whole = ledger.rng.randint(500, 80000)
    part = ledger.rng.randint(whole // 2, whole - 3)
    counts(ledger, "人", w=whole, a=part)
    ledger.rate("rate", part, whole)
    pen.write("辖区65岁以上老年人{w}，签订家庭医生服务协议{a}，签约率{rate}。")
    pen.claim("ratio", "rate", part="a", whole="w")


def on_time(ledger: Ledger, pen: Pen) -> None:
    whole = ledger.rng.randint(200, 9000)
    done = ledger.rng.randint(whole * 9 // 10, whole - 1)
    prompt = ledger.rng.randint(done * 9 // 10, done - 1)
    counts(ledger, "件", w=whole, a=done, b=prompt)
    ledger.rate("rate", done, whole)
    ledger.rate("prompt", prompt, done)
    pen.write(
        "12345热线转办工单{w}，已办结{a}，办结率{rate}；其中按期办结{b}，按期办结率{prompt}。"
    )
    pen.claim("ratio", "rate", part="a", whole="w")
    pen.claim("ratio", "prompt", part="b", whole="a")


def bad_first(ledger: Ledger, pen: Pen) -> None:
    whole, bad = ledger.rng.randint(300, 4000), ledger.rng.randint(2, 60)
    counts(ledger, "批次", w=whole, bad=bad)
    good = ledger.percent("rate", 100 * Fraction(whole - bad, whole))
    ledger.percent("lost", 100 - good)
    pen.write("监督抽检农产品{w}，检出不合格样品{bad}，不合格率{lost}，总体合格率为{rate}。")
    pen.claim("ratio", "lost", part="bad", whole="w")


def returned(ledger: Ledger, pen: Pen) -> None:
    sent = ledger.rng.randint(150, 2000)
    back = ledger.rng.randint(sent * 8 // 10, sent - 1)
    valid = ledger.rng.randint(back * 9 // 10, back - 1)
    counts(ledger, "份", sent=sent, back=back, valid=valid)
    ledger.rate("rate", back, sent)
    ledger.rate("ok", valid, back)
    pen.write(
        "共发放调查问卷{sent}，回收{back}，回收率{rate}，剔除无效问卷后有效问卷{valid}，有效率{ok}。"
    )
    pen.claim("ratio", "rate", part="back", whole="sent")
    pen.claim("ratio", "ok", part="valid", whole="back")


def covered(ledger: Ledger, pen: Pen) -> None:
    whole = ledger.rng.randint(60, 400)
    part = ledger.rng.randint(whole * 7 // 10, whole - 1)
    counts(ledger, "个", w=whole, a=part, b=whole - part)
    ledger.rate("rate", part, whole)
    pen.write(
        "{a}行政村建成便民服务站，覆盖率达{rate}（全县共{w}行政村），未建成的{b}列入下年计划。"
    )
    pen.claim("ratio", "rate", part="a", whole="w")
    pen.claim("sum", "b", "closed", part="w", less="a")


def men_women(ledger: Ledger, pen: Pen) -> None:
    parts = [ledger.rng.randint(8, 300) for _ in "ab"]
    counts(ledger, "人", w=sum(parts), a=parts[0], b=parts[1])
    shares(ledger, "ab", "w")
    pen.write("年末在职职工{w}，男职工{a}，占{a.share}；女职工{b}，占{b.share}。")
    pen.claim("sum", "w", part="a b")
    shared(pen, "ab", "w")


def four_measures(ledger: Ledger, pen: Pen) -> None:
    ledger.count("n", 4, "项")
    tasks = ledger.rng.sample(words.TASKS, 4)
    pen.write("[围绕年度目标|对照问题清单]，重点做了以下{n}工作。")
    rows = [
        pen.row(f"{head}是{task}{mark}", bare=False)
        for head, task, mark in zip("一二三四", tasks, "；；；。", strict=True)
    ]
    pen.counted(tuple(rows), "n")


def three_rules(ledger: Ledger, pen: Pen) -> None:
    ledger.count("n", 3, "项制度")
    pen.write("年内修订完善")
    names = ("《预算管理办法》", "《采购管理细则》", "《资产盘点规程》")
    rows = [
        pen.row(f"{mark}{name}", bare=False)
        for mark, name in zip(("", "、", "、"), names, strict=True)
    ]
    pen.write("{n}。")
    pen.counted(tuple(rows), "n")


def saved_price(ledger: Ledger, pen: Pen) -> None:
    limit = ledger.money("limit", size(ledger))
    won = ledger.money("won", near(ledger, limit, 780, 985))
    ledger.money("cut", limit - won)
    ledger.rate("rate", limit - won, limit)
    pen.write("招标控制价{limit}，中标价{won}，较控制价下浮{rate}，节约财政资金{cut}。")
    pen.claim("ratio", "rate", part="cut", whole="limit")
    pen.claim("sum", "cut", "closed", part="limit", less="won")


def audited(ledger: Ledger, pen: Pen) -> None:
    sent = ledger.money("sent", size(ledger))
    cut = ledger.money("cut", near(ledger, sent, 20, 300))
    ledger.money("kept", sent - cut)
    ledger.rate("rate", cut, sent)
    pen.write("评审项目送审金额{sent}，审定金额{kept}，审减{cut}，审减率{rate}。")
    pen.claim("sum", "cut", "closed", part="sent", less="kept")
    pen.claim("ratio", "rate", part="cut", whole="sent")


def trained(ledger: Ledger, pen: Pen) -> None:
    plan, done = ledger.rng.randint(20, 90), ledger.rng.randint(91, 140)
    counts(ledger, "场", plan=plan, done=done, more=done - plan)
    ledger.rate("rate", done, plan)
    pen.write("计划开展送戏下乡{plan}，实际开展{done}，完成率{rate}，超计划{more}。")
    pen.claim("execution_rate", "rate", part="done", whole="plan")
    pen.claim("sum", "more", "closed", part="done", less="plan")


def graded_heads(ledger: Ledger, pen: Pen) -> None:
    parts = [ledger.rng.randint(3, 80) for _ in "abcd"]
    counts(ledger, "人", w=sum(parts), **dict(zip("abcd", parts, strict=True)))
    pen.write("参加年度考核{w}，优秀{a}，称职{b}，基本称职{c}，不定等次{d}。")
    pen.claim("sum", "w", "closed", part="a b c d")


def subsidy(ledger: Ledger, pen: Pen) -> None:
    """标准乘人数：一次性补贴，户数与总额都在句中。"""
    each = ledger.count("each", ledger.rng.choice((500, 800, 1500, 3000)), "元")
    homes = ledger.count("n", ledger.rng.randint(120, 4000), "户")
    ledger.amount("w", Fraction(each * homes, 10_000), 2, "万元")
    pen.write("按每户{each}的标准，向{n}发放一次性搬迁补助，共计{w}。")
    pen.claim("quotient", "each", part="w", whole="n")


def stations(ledger: Ledger, pen: Pen) -> None:
    ledger.money("w", lists(ledger, "ab", size(ledger)))
    parts = [ledger.rng.randint(3, 60) for _ in "ab"]
    counts(ledger, "座", n=sum(parts), m=parts[0], k=parts[1])
    pen.write("建成水站{n}，其中新建{m}、改造{k}；完成投资{w}，其中新建投资{a}、改造投资{b}。")
    pen.claim("sum", "n", "open", part="m k")
    pen.claim("sum", "w", "open", part="a b")


WEAVES: tuple[Weave, ...] = (
    per_acre,
    per_case,
    per_pupil,
    per_day,
    per_kilometre,
    per_village,
    signed_up,
    on_time,
    bad_first,
    returned,
    covered,
    men_women,
    four_measures,
    three_rules,
    saved_price,
    audited,
    trained,
    graded_heads,
    subsidy,
    stations,
)
FAMILIES = tuple(family(weave) for weave in WEAVES)
