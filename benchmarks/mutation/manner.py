"""一份文件的笔法：年度、单位、小数位、千分位、空隙、全角、去尾零；以及按笔法造数。"""

import re
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import NamedTuple

from benchmarks.mutation import figures, words
from benchmarks.mutation.figures import Figure, Style
from benchmarks.mutation.passage import Word

UP = ("增加", "增长", "上升", "提高")
FLIP = {
    "增加": "减少",
    "增长": "下降",
    "上升": "下降",
    "提高": "降低",
    "增": "减",
    "增幅": "降幅",
    "升": "降",
    "增长率": "下降率",
    "增收": "减收",
    "增支": "减支",
    "净增": "净减",
    "多": "少",
}
FLIP |= {down: up for up, down in FLIP.items() if down not in ("下降",)} | {"下降": "增长"}


class Manner(NamedTuple):
    """unit 为该文件的金额单位，places 金额小数位，percent_places 百分数小数位。"""

    bureau: str
    year: int
    unit: str
    places: int
    percent_places: int
    style: Style
    wrap: int
    trim: bool


def draw(rng: Random) -> Manner:
    unit = rng.choices(("万元", "元", "亿元"), (80, 14, 6))[0]
    style = Style(
        grouping=rng.random() < (0.5 if unit == "元" else 0.2),
        wide=rng.random() < 0.04,
        gap=" " if rng.random() < 0.2 else "",
    )
    return Manner(
        bureau="云岭县" + rng.choice(words.BUREAUS),
        year=rng.randint(2018, 2026),
        unit=unit,
        places=_places(rng, unit),
        percent_places=rng.choices((2, 1, 0), (68, 27, 5))[0],
        style=style,
        wrap=rng.choice((0, 0, 0, 0, 32, 36, 40)),
        trim=rng.random() < 0.1,
    )


def _places(rng: Random, unit: str) -> int:
    if unit == "亿元":
        return rng.choice((2, 4))
    return rng.choices((2, 1, 0, 4, 6), (84, 6, 3, 4, 3))[0] if unit == "万元" else 2


def amount(rng: Random, manner: Manner) -> Decimal:
    """大小跨四个数量级的金额，已按小数位取整。"""
    size = 10 ** rng.uniform(1.2, 4.6) * {"万元": 1, "元": 8000, "亿元": 0.003}[manner.unit]
    return fit(Decimal(repr(size)), manner)


def fit(number: Decimal | Fraction, manner: Manner) -> Decimal:
    return Decimal(figures.half_up(Fraction(number), manner.places))


def money(manner: Manner, key: str, number: Decimal, *, bare: bool = False) -> Figure:
    digits = f"{number:.{manner.places}f}"
    if manner.trim and not bare and "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    hidden = bare or manner.style.bare
    return Figure(key, digits, manner.unit, manner.style._replace(bare=hidden))


def percent(manner: Manner, key: str, number: Fraction, *, unit: str = "%") -> Figure:
    digits = figures.half_up(number, manner.percent_places)
    return Figure(key, digits, unit, Style(wide=manner.style.wide))


def counted(manner: Manner, key: str, number: int, unit: str, *, hanzi: bool = False) -> Figure:
    style = Style(gap=manner.style.gap, wide=manner.style.wide, hanzi=hanzi and number < 1000)
    return Figure(key, str(number), unit, style)


def plain(manner: Manner, key: str, digits: str, unit: str) -> Figure:
    return Figure(key, digits, unit, Style(gap=manner.style.gap, wide=manner.style.wide))


def direction(rng: Random, key: str, sign: int, *, of: tuple[str, ...] = UP) -> Word:
    word = rng.choice(of)
    return Word(key, word if sign > 0 else FLIP[word], "up" if sign > 0 else "down")


def expand(rng: Random, template: str) -> str:
    """[甲|乙|] 任取其一，可嵌套。"""
    inner = re.compile(r"\[([^\[\]]*)\]")
    while found := inner.search(template):
        choice = rng.choice(found.group(1).split("|"))
        template = template[: found.start()] + choice + template[found.end() :]
    return template


def moved(rng: Random, manner: Manner, base: Decimal) -> tuple[Decimal, int]:
    """上年数 base 变到今年：变动额（正）与方向；变动不为零，减少不至于负。"""
    share = rng.choices(
        (rng.uniform(0.004, 0.3), rng.uniform(0.3, 0.9), rng.uniform(0.9, 3.5)), (75, 20, 5)
    )[0]
    sign = 1 if share >= 0.9 else rng.choice((1, -1))
    change = fit(base * Decimal(repr(share)), manner)
    return (change or Decimal(1).scaleb(-manner.places)), sign
