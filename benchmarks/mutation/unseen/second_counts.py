"""第三组人的写法（清点与计量）：审批、医保、就业、环保、教育、治安、问卷和指标。"""

from decimal import Decimal
from fractions import Fraction

from benchmarks.mutation.families.weaving import Weave, family
from benchmarks.mutation.reports.books import Ledger
from benchmarks.mutation.reports.pen import Pen
from benchmarks.mutation.unseen.counts import counts


def approvals(ledger: Ledger, pen: Pen) -> None:
    whole = ledger.rng.randint(200, 9000)
    fast = ledger.rng.randint(whole // 3, whole - 9)
    counts(ledger, "件", w=whole, a=fast)
    ledger.rate("rate", fast, whole)
    pen.write("窗口共受理行政审批事项{w}，按时办结{a}，按时办结率为{rate}，群众投诉为零。")
    pen.claim("ratio", "rate", part="a", whole="w")


def jobs(ledger: Ledger, pen: Pen) -> None:
    goal = ledger.rng.randint(300, 6000)
    done = goal + ledger.rng.randint(5, goal // 3)
    counts(ledger, "人", goal=goal, done=done, more=done - goal)
    ledger.rate("rate", done, goal)
    pen.write("城镇新增就业{done}，完成年度目标任务{goal}的{rate}，比目标任务多{more}。")
    pen.claim("execution_rate", "rate", part="done", whole="goal")
    pen.claim("sum", "more", "closed", part="done", less="goal")


def air(ledger: Ledger, pen: Pen) -> None:
    then = ledger.rng.randint(200, 330)
    now = ledger.rng.randint(then + 2, 362)
    counts(ledger, "天", then=then, now=now, more=now - then)
    ledger.rate("rate", now, 365)
    ledger.word("up", "增加")
    pen.write("全年空气质量优良天数{now}，上年为{then}，同比{up}{more}，优良率{rate}。")
    pen.claim("yoy_amount", "more", current="now", prior="then", direction="up")


def pupils(ledger: Ledger, pen: Pen) -> None:
    parts = [ledger.rng.randint(200, 3000) for _ in "abc"]
    counts(ledger, "人", a=parts[0], b=parts[1], c=parts[2], w=sum(parts))
    ledger.rate("share", parts[2], sum(parts))
    pen.write("现有在校学生{w}，小学{a}、初中{b}、高中{c}；高中学生占在校学生的{share}。")
    pen.claim("ratio", "share", part="c", whole="w")


def crimes(ledger: Ledger, pen: Pen) -> None:
    then = ledger.rng.randint(100, 900)
    now = then - ledger.rng.randint(5, then // 2)
    counts(ledger, "起", then=then, now=now, less=then - now)
    ledger.rate("rate", then - now, then)
    ledger.word("down", "下降")
    pen.write("刑事案件发案{now}，较上年的{then}少{less}，{down}{rate}。")
    pen.claim("sum", "less", "closed", part="then", less="now")
    pen.claim("yoy_percent", "rate", current="now", prior="then", direction="down")


def beds(ledger: Ledger, pen: Pen) -> None:
    then = ledger.rng.randint(80, 900)
    now = then + ledger.rng.randint(4, then // 2)
    counts(ledger, "张", then=then, now=now, more=now - then)
    ledger.rate("rate", now - then, then)
    ledger.word("up", "增长")
    pen.write("养老床位从年初的{then}发展到{now}，新增{more}，{up}{rate}。")
    pen.claim("yoy_percent", "rate", current="now", prior="then", direction="up")


def asked(ledger: Ledger, pen: Pen) -> None:
    sent = ledger.rng.randint(100, 900)
    back = ledger.rng.randint(sent * 8 // 10, sent - 1)
    good = ledger.rng.randint(back * 7 // 10, back - 1)
    counts(ledger, "份", sent=sent, back=back, good=good)
    ledger.rate("back.rate", back, sent)
    ledger.rate("good.rate", good, back)
    pen.write(
        "本次共向服务对象发出调查问卷{sent}，回收有效问卷{back}，回收率{back.rate}，"
        "选择“满意”及以上的{good}，占有效问卷的{good.rate}。"
    )
    pen.claim("ratio", "back.rate", part="back", whole="sent")
    pen.claim("ratio", "good.rate", part="good", whole="back")


def indicators(ledger: Ledger, pen: Pen) -> None:
    whole = ledger.rng.randint(20, 60)
    part = ledger.rng.randint(whole * 7 // 10, whole - 1)
    counts(ledger, "项", w=whole, a=part, b=whole - part)
    ledger.rate("rate", part, whole)
    pen.write("{y}年共设定绩效目标{w}，已完成{a}，未完成{b}，绩效目标完成率{rate}。")
    pen.claim("sum", "w", "closed", part="a b")
    pen.claim("ratio", "rate", part="a", whole="w")


def pipes(ledger: Ledger, pen: Pen) -> None:
    plan = Decimal(ledger.rng.randint(200, 4000)) / 10
    done = plan * ledger.rng.randint(600, 990) / 1000
    done = ledger.amount("done", done, 1, "公里")
    ledger.amount("plan", plan, 1, "公里")
    ledger.amount("left", plan - done, 1, "公里")
    ledger.rate("rate", done, plan)
    pen.write("供水管网改造计划{plan}，已改造{done}，改造完成率{rate}，剩余{left}计划下年实施。")
    pen.claim("ratio", "rate", part="done", whole="plan")
    pen.claim("sum", "left", "closed", part="plan", less="done")


def covered(ledger: Ledger, pen: Pen) -> None:
    now = ledger.percent("now", Fraction(ledger.rng.randint(8200, 9900), 100))
    then = ledger.percent("then", now - Fraction(ledger.rng.randint(30, 900), 100))
    ledger.percent("gap", now - then, "个百分点")
    ledger.word("up", "提高")
    pen.write("基本医保参保率达到{now}，较上年{then}{up}{gap}。")
    pen.claim("difference", "gap", left="now", right="then", direction="up")


def classes(ledger: Ledger, pen: Pen) -> None:
    heads = ledger.rng.randint(60, 900)
    hours = ledger.rng.randint(heads * 8, heads * 40)
    counts(ledger, "人", n=heads)
    counts(ledger, "学时", w=hours)
    ledger.amount("each", Fraction(hours, heads), 1, "学时")
    pen.write("组织干部{n}参加网络培训，累计完成{w}，人均{each}。")
    pen.claim("quotient", "each", part="w", whole="n")


def trees(ledger: Ledger, pen: Pen) -> None:
    parts = [ledger.rng.randint(300, 9000) for _ in "ab"]
    counts(ledger, "亩", a=parts[0], b=parts[1], w=sum(parts))
    pen.write("完成人工造林{a}、封山育林{b}，共计{w}，均通过市级验收。")
    pen.claim("sum", "w", "closed", part="a b")


WEAVES: tuple[Weave, ...] = (
    approvals,
    jobs,
    air,
    pupils,
    crimes,
    beds,
    asked,
    indicators,
    pipes,
    covered,
    classes,
    trees,
)
FAMILIES = tuple(family(weave) for weave in WEAVES)
