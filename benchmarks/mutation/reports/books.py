"""一个虚构单位一年的账：全部数字互相勾稽，报告各段从这里取数。"""

from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import NamedTuple

from benchmarks.mutation import figures as printed
from benchmarks.mutation import manner as hand
from benchmarks.mutation import words
from benchmarks.mutation.families.shares import split
from benchmarks.mutation.manner import Manner


class Value(NamedTuple):
    """kind: money | percent | points | count | score | word。number 为数字串。"""

    kind: str
    digits: str
    unit: str = ""


class Books(NamedTuple):
    values: dict[str, Value]
    classes: tuple[str, ...]
    projects: tuple[str, ...]
    scale: tuple[tuple[str, ...], tuple[str, ...]]


class Ledger:
    """按笔法记数。"""

    def __init__(self, rng: Random, manner: Manner) -> None:
        self.rng, self.manner = rng, manner
        self.values: dict[str, Value] = {}

    def money(self, name: str, number: Decimal) -> Decimal:
        self.values[name] = Value("money", f"{number:.{self.manner.places}f}")
        return number

    def rate(self, name: str, part: Decimal | int, whole: Decimal | int) -> None:
        self.percent(name, 100 * Fraction(part) / Fraction(whole))

    def percent(self, name: str, number: Fraction, unit: str = "") -> Fraction:
        """印出后的百分数（或百分点，unit 给出）。"""
        digits = printed.half_up(number, max(1, self.manner.percent_places))
        self.values[name] = Value("percent", digits, unit)
        return Fraction(digits)

    def amount(self, name: str, number: Fraction | Decimal, places: int, unit: str) -> Decimal:
        """有自己单位的量：公里、元、亩。"""
        digits = printed.half_up(Fraction(number), places)
        self.values[name] = Value("count", digits, unit)
        return Decimal(digits)

    def count(self, name: str, number: int, unit: str) -> int:
        self.values[name] = Value("count", str(number), unit)
        return number

    def score(self, name: str, number: Fraction, places: int = 2) -> Fraction:
        self.values[name] = Value("score", printed.half_up(number, places), "分")
        return number

    def word(self, name: str, text: str) -> None:
        self.values[name] = Value("word", text)

    def change(self, name: str, now: Decimal) -> None:
        """上年数、变动额、变动幅度与方向。"""
        self.values[name] = Value("money", f"{now:.{self.manner.places}f}")
        while True:
            share = Decimal(self.rng.randint(-280, 420)) / 1000
            change = hand.fit(now * share, self.manner)
            if abs(share) > Decimal("0.01") and 0 < abs(change) < now:
                break
        prior = now - change
        self.money(f"{name}.prior", prior)
        self.money(f"{name}.change", abs(change))
        self.rate(f"{name}.rate", abs(change), prior)
        self.word(f"{name}.amount_word", "增加" if change > 0 else "减少")
        self.word(f"{name}.rate_word", "增长" if change > 0 else "下降")

    def parts(self, whole: Decimal, names: tuple[str, ...]) -> list[Decimal]:
        amounts = split(self.rng, self.manner, whole, len(names))
        for name, amount in zip(names, amounts, strict=True):
            self.money(name, amount)
        return amounts


def keep(rng: Random, manner: Manner) -> Books:
    pen = Ledger(rng, manner)
    _flows(pen)
    _three_public(pen)
    _procurement(pen)
    _assets(pen)
    _people(pen)
    classes = tuple(rng.sample(words.CLASSES, 4))
    spent = _number(pen, "spent")
    for i, amount in enumerate(pen.parts(spent, tuple(f"class{i}" for i in range(4)))):
        pen.rate(f"class{i}.share", amount, spent)
    projects = tuple(rng.sample(words.PROJECTS, rng.randint(4, 7)))
    scale = rng.choice(words.GRADE_SCALES[:3])
    _projects(pen, len(projects), scale)
    _scores(pen, scale)
    return Books(pen.values, classes, projects, scale)


def _scale(pen: Ledger) -> Decimal:
    """以万元为准的数折成该报告的单位。"""
    return {"万元": Decimal(1), "元": Decimal(10_000)}[pen.manner.unit]


def _number(pen: Ledger, name: str) -> Decimal:
    return Decimal(pen.values[name].digits)


def _flows(pen: Ledger) -> None:
    """收支总表：收入总计＝本年收入＋年初结转＝本年支出＋年末结转＝支出总计。"""
    size = Decimal(pen.rng.randint(40_000, 900_000)) / 100 * _scale(pen)
    grant, other, opening = split(pen.rng, pen.manner, hand.fit(size, pen.manner), 3)
    income = grant + other
    total = income + opening
    closing = hand.fit(total * Decimal(pen.rng.randint(5, 90)) / 1000, pen.manner)
    spent = total - closing
    for name, number in (("grant", grant), ("other", other), ("opening", opening)):
        pen.money(name, number)
    pen.change("income", income)
    pen.change("total", total)
    pen.money("closing", closing)
    pen.change("spent", spent)
    basic, project = pen.parts(spent, ("basic", "project"))
    pen.rate("basic.share", basic, spent)
    pen.rate("project.share", project, spent)
    pen.parts(basic, ("personnel", "public"))
    adjusted = hand.fit(spent * Decimal(pen.rng.randint(1010, 1120)) / 1000, pen.manner)
    initial = hand.fit(adjusted * Decimal(pen.rng.randint(880, 980)) / 1000, pen.manner)
    pen.money("adjusted", adjusted)
    pen.money("initial", initial)
    pen.money("added", adjusted - initial)
    pen.rate("rate", spent, adjusted)


def _three_public(pen: Ledger) -> None:
    cars = hand.fit(Decimal(pen.rng.randint(200, 2000)) / 100 * _scale(pen), pen.manner)
    guests = hand.fit(Decimal(pen.rng.randint(100, 900)) / 100 * _scale(pen), pen.manner)
    pen.money("cars", cars)
    pen.money("guests", guests)
    pen.change("public3", cars + guests)
    pen.rate("cars.share", cars, cars + guests)
    pen.rate("guests.share", guests, cars + guests)


def _procurement(pen: Ledger) -> None:
    spent = _number(pen, "spent")
    total = hand.fit(spent * Decimal(pen.rng.randint(40, 300)) / 1000, pen.manner)
    amounts = pen.parts(total, ("goods", "works", "services"))
    total = pen.money("bought", sum(amounts, Decimal(0)))
    sme = pen.money("sme", hand.fit(total * Decimal(pen.rng.randint(300, 990)) / 1000, pen.manner))
    pen.rate("sme.share", sme, total)


def _assets(pen: Ledger) -> None:
    worth = hand.fit(_number(pen, "income") / 2, pen.manner)
    amounts = pen.parts(worth, ("houses", "vehicles", "equipment", "others"))
    pen.money("assets", sum(amounts, Decimal(0)))


def _people(pen: Ledger) -> None:
    posts = pen.count("posts", pen.rng.randint(30, 160), "人")
    office = pen.count("office", pen.rng.randint(10, posts // 2), "人")
    staff = pen.count("staff", pen.rng.randint(5, posts // 2 - 2), "人")
    total = pen.count("in_post", office + staff, "人")
    pen.rate("control", Decimal(total), Decimal(posts))
    sent = pen.count("sent", pen.rng.randint(80, 500), "份")
    back = pen.count("back", pen.rng.randint(sent * 3 // 4, sent - 1), "份")
    happy = pen.count("happy", pen.rng.randint(back * 4 // 5, back), "份")
    pen.rate("back.rate", Decimal(back), Decimal(sent))
    pen.rate("happy.rate", Decimal(happy), Decimal(back))


def _grade(points: Fraction, scale: tuple[tuple[str, ...], tuple[str, ...]]) -> str:
    edges, names = scale
    place = next((i for i, e in enumerate(edges) if points >= int(e)), len(edges))
    return names[place]


def _projects(pen: Ledger, n: int, scale: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    """各项目的预算、支出、执行率、得分、等级与合计、平均、各等级个数。

    各项目支出之和不超过部门项目支出。
    """
    pen.count("projects", n, "个")
    paid = pen.parts(
        hand.fit(_number(pen, "project") * Decimal("0.7"), pen.manner),
        tuple(f"paid{i}" for i in range(n)),
    )
    budgets: list[Decimal] = []
    scores: list[Fraction] = []
    for i in range(n):
        share = Decimal(pen.rng.randint(850, 1000)) / 1000
        budgets.append(pen.money(f"budget{i}", hand.fit(paid[i] / share, pen.manner)))
        pen.rate(f"rate{i}", paid[i], budgets[i])
        scores.append(pen.score(f"score{i}", Fraction(pen.rng.randint(7600, 10000), 100)))
        pen.word(f"grade{i}", _grade(scores[-1], scale))
    pen.money("budgets", sum(budgets, Decimal(0)))
    pen.money("paids", sum(paid, Decimal(0)))
    pen.rate("rates", sum(paid, Decimal(0)), sum(budgets, Decimal(0)))
    pen.score("mean", sum(scores, Fraction(0)) / n)
    for j, name in enumerate(scale[1]):
        pen.count(f"of{j}", sum(_grade(s, scale) == name for s in scores), "个")


def _scores(pen: Ledger, scale: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    """总分各部分；预算执行得分按印出的执行率计。"""
    rate = Fraction(pen.values["rate"].digits)
    execution = Fraction(printed.half_up(rate / 10, 2))
    rest = [Fraction(pen.rng.randint(t * 85, t * 100), 100) for t in (50, 30, 10)]
    for name, points in zip(("s_out", "s_benefit", "s_happy"), rest, strict=True):
        pen.score(name, points)
    pen.score("s_execution", execution)
    total = pen.score("s_total", execution + sum(rest, Fraction(0)))
    pen.word("grade", _grade(total, scale))
    for i, edge in enumerate(scale[0]):
        pen.score(f"edge{i}", Fraction(edge), 0)
