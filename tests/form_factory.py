"""造各地版式的自评表：同一份内容，换版式、换写法、埋毛病，连同应有的得分和单元格。

得分在这里用分数另算一遍，与被测代码不相干；一切虚构，县名云岭。
"""

import random
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

CENT = Decimal("0.01")


def half_up(value: Fraction) -> Decimal:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(CENT, rounding=ROUND_HALF_UP)


@dataclass
class Row:
    """一个指标。goal、done 是数；sign 是符号；unit 是单位。points 是应得分，None 由人打。"""

    one: str
    two: str
    name: str
    sign: str
    goal: str
    done: str
    unit: str
    weight: int
    points: Decimal | None
    printed: str = ""
    reason: str = ""


@dataclass
class Content:
    """一份自评表的内容。"""

    project: str
    year: int
    initial: Decimal
    adjusted: Decimal
    executed: Decimal
    rows: list[Row]
    grade: str = "优"
    rate_printed: str = ""
    execution_printed: str = ""
    total_printed: str = ""
    parts: list[tuple[str, Decimal, Decimal, Decimal]] = field(default_factory=list)

    @property
    def rate(self) -> Decimal:
        return half_up(Fraction(self.executed) / Fraction(self.adjusted) * 100)

    @property
    def execution(self) -> Decimal:
        return half_up(Fraction(self.rate) / 10)

    @property
    def total(self) -> Decimal:
        return self.execution + sum((Decimal(r.printed) for r in self.rows), Decimal(0))


_PROJECTS = ["科普下乡", "企业技改奖补", "技能培训", "电商进村", "园区道路养护", "质量检测"]
_NOUNS = [("培训场次", "场"), ("扶持企业数", "家"), ("发放资料数", "份"), ("服务群众数", "人次")]


def content(rng: random.Random, number: int = 0) -> Content:
    """一份没有毛病的随机内容。"""
    initial = Decimal(rng.randrange(1000, 90000)) / 100
    adjusted = initial + (Decimal(rng.randrange(0, 3000)) / 100 if rng.random() < 0.6 else 0)
    executed = (adjusted * rng.randrange(85, 101) / 100).quantize(CENT)
    rows = [
        _at_least(rng, "产出指标", "数量指标", 20),
        _equal("产出指标", "质量指标", "验收合格率", 10),
        _at_most(rng, "产出指标", "时效指标", "办结天数", "天", 10),
        _at_most(rng, "产出指标", "成本指标", "单位成本", "万元", 10),
        _at_least(rng, "效益指标", "经济效益指标", 15),
        _qualitative(rng, 15),
        _rate(rng, "满意度指标", "服务对象满意度指标", "服务对象满意度", 10),
    ]
    made = Content(
        f"{rng.choice(_PROJECTS)}{number or ''}", 2023, initial, adjusted, executed, rows
    )
    made.parts = [("本年财政拨款", initial, adjusted, executed)]
    made.rate_printed = f"{made.rate}%"
    made.execution_printed = f"{made.execution}"
    made.total_printed = f"{made.total}"
    made.grade = grade(made.total)
    return made


def grade(total: Decimal) -> str:
    return next(n for n, low in (("优", 90), ("良", 80), ("中", 60), ("差", 0)) if total >= low)


def _finish(row: Row) -> Row:
    row.printed = row.printed or f"{row.points}"
    if Decimal(row.printed) < row.weight:
        row.reason = "个别任务改期；下年补做"
    return row


def _at_least(rng: random.Random, one: str, two: str, weight: int) -> Row:
    name, unit = rng.choice(_NOUNS)
    goal = rng.randrange(10, 900)
    done = goal if rng.random() < 0.5 else rng.randrange(goal // 2, goal + goal // 10)
    points = Decimal(weight) if done >= goal else half_up(Fraction(weight * done, goal))
    return _finish(
        Row(one, two, f"{two[:2]}{name}", "≥", f"{goal}", f"{done}", unit, weight, points)
    )


def _equal(one: str, two: str, name: str, weight: int) -> Row:
    return _finish(Row(one, two, name, "=", "100", "100", "%", weight, Decimal(weight)))


def _at_most(rng: random.Random, one: str, two: str, name: str, unit: str, weight: int) -> Row:
    goal, done = rng.randrange(10, 60), rng.randrange(5, 70)
    over = Fraction(done - goal, goal)
    points = Decimal(weight) if done <= goal else half_up(weight * max(Fraction(0), 1 - over))
    return _finish(Row(one, two, name, "≤", f"{goal}", f"{done}", unit, weight, points))


def _rate(rng: random.Random, one: str, two: str, name: str, weight: int) -> Row:
    done = Decimal(rng.randrange(700, 1000)) / 10
    points = Decimal(weight) if done >= 90 else half_up(Fraction(weight) * Fraction(done) / 90)
    return _finish(Row(one, two, name, "≥", "90", f"{done}", "%", weight, points))


def _qualitative(rng: random.Random, weight: int) -> Row:
    option, low, high = rng.choice(
        [("达成年度指标", 80, 100), ("部分达成年度指标并具有一定效果", 60, 79)]
    )
    printed = half_up(Fraction(weight * rng.randrange(low, high + 1), 100))
    row = Row("效益指标", "社会效益指标", "长效机制", "定性", "机制健全", option, "", weight, None)
    row.printed = f"{printed}"
    return _finish(row)
