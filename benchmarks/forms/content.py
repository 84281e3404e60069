"""一份自评表的内容：项目、资金、指标、总分、等级；全部虚构，县名云岭。"""

import random
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from benchmarks.forms import indicators as pool
from benchmarks.forms.indicators import Indicator, half_up

GRADES = {
    "national": ((90, "优"), (80, "良"), (60, "中"), (0, "差")),
    "hebei": ((85, "优秀"), (75, "良好"), (60, "一般"), (0, "较差")),
}
_PROJECTS = (
    "科普示范基地建设",
    "农村公路养护",
    "中小企业技改奖补",
    "城区路灯节能改造",
    "基层文化惠民演出",
    "动物疫病防控",
)


@dataclass
class Content:
    """表上的全部内容。printed 开头的是印出来的数，毛病就改在它们上面。"""

    project: str
    year: int
    initial: Decimal
    adjusted: Decimal
    paid: Decimal
    weight: Decimal
    rows: list[Indicator]
    grades: str = "national"
    rate: str = ""
    points: str = ""
    total: str = ""
    total_weight: str = ""
    grade: str = ""
    goal: str = ""
    done: str = ""
    parts: list[tuple[Decimal | None, Decimal | None, Decimal | None]] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)

    @property
    def true_rate(self) -> Decimal:
        return half_up(Fraction(self.paid) / Fraction(self.adjusted) * 100)

    @property
    def true_points(self) -> Decimal:
        return half_up(min(Fraction(self.true_rate), Fraction(100)) * Fraction(self.weight) / 100)

    def settle(self) -> None:
        """总分、权重合计、等级跟着印出的得分走。"""
        total = Decimal(self.points) + sum((row.printed for row in self.rows), Decimal(0))
        self.total = f"{total}"
        self.total_weight = f"{self.weight + sum((row.weight for row in self.rows), Decimal(0))}"
        self.grade = grade(self.grades, total)

    @property
    def printed_grade_follows(self) -> bool:
        """印出的等级也是真得分的等级。"""
        return self.grade == grade(self.grades, self.true_total)

    @property
    def true_total(self) -> Decimal:
        parts = (row.printed if row.points is None else row.points for row in self.rows)
        return self.true_points + sum(parts, Decimal(0))


def grade(scale: str, total: Decimal) -> str:
    return next(name for low, name in GRADES[scale] if total >= low)


def content(rng: random.Random, number: int, layout: dict[str, str]) -> Content:
    """一份没有毛病的内容。"""
    year = 2023
    initial = Decimal(rng.randrange(500, 60000)) / 100
    adjusted = initial + (Decimal(rng.randrange(100, 5000)) / 100 if rng.random() < 0.6 else 0)
    paid = (
        adjusted
        if rng.random() < 0.3
        else (adjusted * rng.randrange(90, 100) / 100).quantize(Decimal("0.01"))
    )
    weight = Decimal(layout.get("xweight", "10"))
    made = Content(
        f"{rng.choice(_PROJECTS)}（{number}）"
        if rng.random() < 0.3
        else f"{rng.choice(_PROJECTS)}{number}",
        year,
        initial,
        adjusted,
        paid,
        weight,
        _rows(rng, layout, year),
        layout.get("grades", "national"),
    )
    made.parts = [(initial, adjusted, paid)]
    made.rate, made.points = f"{made.true_rate}%", f"{made.true_points}"
    _texts(made)
    for row in made.rows:
        _explain(rng, row)
    made.settle()
    return made


def _rows(rng: random.Random, layout: dict[str, str], year: int) -> list[Indicator]:
    cost = layout.get("pattern") == "cost"
    output = Decimal(40) if cost or layout.get("xweight") == "20" else Decimal(50)
    ten = Decimal(10)
    rows = [
        pool.at_least(rng, "产出指标", "数量指标", output - 30, pool.QUANTITY[:4]),
        pool.rate(rng, "产出指标", "质量指标", ten, pool.RATES, exact=rng.random() < 0.5),
        pool.date(rng, "产出指标", "时效指标", ten, year),
    ]
    costs = pool.at_most(
        rng,
        "成本指标" if cost else "产出指标",
        "经济成本指标" if cost else "成本指标",
        Decimal(20) if cost else ten,
        pool.COST,
    )
    rows = (
        [costs, *rows, pool.at_least(rng, "产出指标", "数量指标", ten, pool.QUANTITY[4:])]
        if cost
        else [*rows, costs]
    )
    benefit = Decimal(5) if cost else ten
    more = rng.choice((pool.zero, pool.between))
    if not cost:
        extra = more(
            rng, "产出指标", "数量指标" if more is pool.between else "质量指标", Decimal(5)
        )
        rows[0] = _reweigh(rows[0], rows[0].weight - 5)
        rows.insert(1, extra)
        if extra.two == "质量指标":
            rows.insert(2, rows.pop(1))
    rows += [
        pool.at_least(rng, "效益指标", "经济效益指标", benefit, pool.ECONOMIC),
        pool.state(rng, "效益指标", "社会效益指标", ten),
        pool.state(rng, "效益指标", "可持续影响指标", benefit),
        pool.rate(rng, "满意度指标", "服务对象满意度指标", ten, pool.SATISFIED),
    ]
    if rows[-2].name == rows[-3].name:
        rows[-2].name = "后续运行保障机制"
    return rows


def _reweigh(row: Indicator, weight: Decimal) -> Indicator:
    share = min(row.ratio, Fraction(1))
    row.weight = weight
    row.points = row.printed = weight if share == 1 else half_up(Fraction(weight) * share)
    return row


def _texts(made: Content) -> None:
    first = made.rows[0]
    made.goal = f"组织实施{made.project}，完成各项年度任务。"
    made.done = f"按计划实施，{first.name}达到{first.bare}{first.goal_unit}，其余任务按期完成。"


_REASONS = (
    ("受汛期影响，两个乡镇的任务推迟到次年", "提前排定场地，按月调度"),
    ("供货厂家交货晚于合同约定", "在合同中写明违约责任并按周催办"),
    ("申报企业少于预计", "上半年组织政策宣讲，提前摸底"),
)


def _explain(rng: random.Random, row: Indicator) -> None:
    if row.printed < row.weight or row.ratio >= Fraction(12, 10):
        row.reason = "；".join(rng.choice(_REASONS))
