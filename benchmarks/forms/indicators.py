"""指标池：各种说法的目标和完成情况，连同应得分（用分数另算，不经过被测代码）。"""

import random
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction


def half_up(value: Fraction) -> Decimal:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


def plain(value: Fraction) -> str:
    """不带多余零的写法。"""
    number = Decimal(value.numerator) / Decimal(value.denominator)
    return f"{number:f}".rstrip("0").rstrip(".") if "." in f"{number:f}" else f"{number:f}"


@dataclass
class Indicator:
    """一个指标。target、actual 是一格里的写法；sign、goal、goal_unit、bare 是分列的写法。"""

    kind: str
    one: str
    two: str
    name: str
    sign: str
    goal: str
    goal_unit: str
    target: str
    actual: str
    bare: str
    weight: Decimal
    points: Decimal | None
    printed: Decimal
    reason: str = ""
    ratio: Fraction = Fraction(1)


Pool = tuple[tuple[str, str], ...]
_AT_LEAST = (
    "≥{v}{u}",
    "≥{v}{u}",
    ">={v}{u}",
    "不少于{v}{u}",
    "{v}{u}以上",
    "不低于{v}{u}",
    "至少{v}{u}",
)
_AT_MOST = ("≤{v}{u}", "≤{v}{u}", "<={v}{u}", "不超过{v}{u}", "{v}{u}以内", "不高于{v}{u}")
_DONE = ("{v}{u}", "{v}", "{v}{u}", "完成{v}{u}", "已完成{v}{u}", "实际{v}{u}")

QUANTITY = (
    ("举办培训场次", "场"),
    ("扶持企业数量", "家"),
    ("发放宣传资料", "份"),
    ("检测样品批次", "批次"),
    ("新增高新技术企业数", "家"),
    ("服务群众人次", "人次"),
    ("改造老旧管网长度", "公里"),
    ("入户走访户数", "户"),
)
COST = (
    ("单场培训成本", "元/场"),
    ("户均补助标准", "万元/户"),
    ("项目总成本", "万元"),
    ("人均培训费用", "元"),
)
ECONOMIC = (("带动企业增收", "万元"), ("撬动社会投资", "万元"), ("新增就业岗位", "个"))
RATES = ("验收合格率", "资料归档率", "抽检合格率", "政策知晓率", "设备完好率")
SATISFIED = ("受益群众满意度", "参训学员满意度", "服务对象满意度", "企业满意度")
STATES = (
    ("营商环境改善程度", "有所改善"),
    ("长效管理机制", "健全"),
    ("产业集聚水平", "稳步提升"),
    ("公众科学素养", "有效提升"),
    ("生态环境质量", "优良"),
)


def at_least(rng: random.Random, one: str, two: str, weight: Decimal, pool: Pool) -> Indicator:
    name, unit = rng.choice(pool)
    goal = rng.choice([5, 8, 12, 20, 50, 120, 300, 1500])
    share = Fraction(1) if rng.random() < 0.6 else Fraction(rng.randrange(60, 118), 100)
    done = Fraction(round(goal * share))
    made = numeric("ge", one, two, name, "≥", Fraction(goal), done, unit, weight)
    made.target = rng.choice(_AT_LEAST).format(v=goal, u=unit)
    made.actual = _actual(rng, done, unit)
    return made


def at_most(rng: random.Random, one: str, two: str, weight: Decimal, pool: Pool) -> Indicator:
    name, unit = rng.choice(pool)
    goal = Fraction(rng.randrange(10, 400), rng.choice([1, 1, 10]))
    done = goal if rng.random() < 0.3 else goal * rng.randrange(80, 112) / 100
    made = numeric("le", one, two, name, "≤", goal, done, unit, weight)
    made.target = rng.choice(_AT_MOST).format(v=plain(goal), u=unit)
    made.actual = _actual(rng, done, unit)
    return made


def rate(
    rng: random.Random,
    one: str,
    two: str,
    weight: Decimal,
    names: tuple[str, ...],
    exact: bool = False,
) -> Indicator:
    goal = Fraction(100) if exact else Fraction(rng.choice([85, 90, 95]))
    done = Fraction(100) if exact else Fraction(rng.randrange(800, 1000), 10)
    sign = "=" if exact else "≥"
    made = numeric(
        "eq" if exact else "ge", one, two, rng.choice(names), sign, goal, done, "%", weight
    )
    shapes = (
        ("=100%", "100%", "＝100％", "100%") if exact else (*_AT_LEAST[:4], "≥{v}％", "不低于{v}%")
    )
    made.target = rng.choice(shapes).format(v=plain(goal), u="%")
    made.actual = rng.choice(
        ("{v}%", "{v}%", "{v}％", "{v}.00%" if done.denominator == 1 else "{v}%")
    ).format(v=plain(done))
    return made


def zero(rng: random.Random, one: str, two: str, weight: Decimal) -> Indicator:
    made = numeric("zero", one, two, "安全责任事故", "=", Fraction(0), Fraction(0), "起", weight)
    made.target = rng.choice(("=0起", "0起", "＝0起"))
    made.actual = rng.choice(("0", "0起"))
    return made


def date(rng: random.Random, one: str, two: str, weight: Decimal, year: int) -> Indicator:
    month = rng.randrange(6, 12)
    goal = rng.choice(
        (
            f"{year}年{month}月底前完成",
            f"{year}年{month}月30日前",
            f"{month}月底前",
            f"{year}年{month}月30日前完成",
            f"{year}-{month:02}-30前",
        )
    )
    done = rng.choice(
        (
            f"{year}年{month}月{rng.randrange(1, 29)}日",
            f"{year}年{month - 1}月完成",
            f"{year}年{month - 2}月",
        )
    )
    return Indicator(
        "date",
        one,
        two,
        rng.choice(("项目完成时间", "资金拨付时间", "验收完成时间")),
        "≤",
        f"{year}年{month}月30日",
        "",
        goal,
        done,
        done,
        weight,
        weight,
        weight,
    )


def between(rng: random.Random, one: str, two: str, weight: Decimal) -> Indicator:
    low = rng.randrange(20, 60)
    high = low + 20
    done = rng.randrange(low, high + 1)
    text = rng.choice(("{a}-{b}家", "{a}～{b}家", "{a}至{b}家", "{a}—{b}家")).format(a=low, b=high)
    return Indicator(
        "range",
        one,
        two,
        "走访企业数量",
        "",
        f"{low}-{high}",
        "家",
        text,
        f"{done}家",
        f"{done}",
        weight,
        weight,
        weight,
    )


def state(rng: random.Random, one: str, two: str, weight: Decimal) -> Indicator:
    name, goal = rng.choice(STATES)
    full = rng.random() < 0.7
    done = (
        rng.choice(("达成年度指标", "达成年度指标", goal))
        if full
        else "部分达成年度指标并具有一定效果"
    )
    share = rng.choice([90, 95, 100]) if full else rng.choice([60, 70, 75])
    printed = weight if done == goal else half_up(Fraction(weight) * share / 100)
    return Indicator(
        "state", one, two, name, "定性", goal, "", goal, done, done, weight, None, printed
    )


def numeric(
    kind: str,
    one: str,
    two: str,
    name: str,
    sign: str,
    goal: Fraction,
    done: Fraction,
    unit: str,
    weight: Decimal,
) -> Indicator:
    """按国家口径算分：达到得满分，不到按比例，超过上限按超出比例扣。"""
    share = Fraction(1)
    if sign == "≤" and done > goal:
        share = max(Fraction(0), 1 - (done - goal) / goal)
    elif sign != "≤" and done < goal:
        share = done / goal
    points = weight if share == 1 else half_up(Fraction(weight) * share)
    ratio = done / goal if goal else Fraction(1)
    return Indicator(
        kind,
        one,
        two,
        name,
        sign,
        plain(goal),
        unit,
        "",
        plain(done) + unit,
        plain(done),
        weight,
        points,
        points,
        "",
        ratio,
    )


def _actual(rng: random.Random, done: Fraction, unit: str) -> str:
    text = plain(done)
    if done >= 1000 and rng.random() < 0.4:
        text = f"{int(done):,}"
    return rng.choice(_DONE).format(v=text, u=unit)
