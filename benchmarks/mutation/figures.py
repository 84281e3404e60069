"""印出的数：数字串、单位、写法；一个印出的数代表四舍五入到它的整个区间。"""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache
from typing import NamedTuple

SCALES = {
    "千元": Fraction(1000),
    "万元": Fraction(10_000),
    "万": Fraction(10_000),
    "亿元": Fraction(100_000_000),
}
EXACT_UNITS = frozenset("个项人辆家户场次批份名条件处期台套所座类天笔")
WIDE = str.maketrans("0123456789.,-%", "０１２３４５６７８９．，－％")
DIGITS = "零一二三四五六七八九"


class Style(NamedTuple):
    """写法：千分位、全角、数与单位间的空隙、汉字数、单位在表头、前缀后缀（约、余）。"""

    grouping: bool = False
    wide: bool = False
    gap: str = ""
    hanzi: bool = False
    bare: bool = False
    before: str = ""
    after: str = ""


class Figure(NamedTuple):
    """一个印出的数。digits 是半角数字串，如 "-74.54"；unit 为空表示无单位。"""

    key: str
    digits: str
    unit: str
    style: Style = Style()


class Range(NamedTuple):
    """闭区间，单位为元（或该量的基本单位）。"""

    low: Fraction
    high: Fraction


def scale(unit: str) -> Fraction:
    return SCALES.get(unit, Fraction(1))


@cache
def _value(digits: str, unit: str) -> Fraction:
    return Fraction(digits) * scale(unit)


def value(figure: Figure) -> Fraction:
    """以基本单位计的印出值。"""
    return _value(figure.digits, figure.unit)


def places(digits: str) -> int:
    return len(digits.partition(".")[2])


def step(figure: Figure) -> Fraction:
    """印出的最末一位所代表的大小；清点得来的整数没有舍入，为零。"""
    return _step(places(figure.digits), figure.unit)


@cache
def _step(digits: int, unit: str) -> Fraction:
    if unit in EXACT_UNITS and not digits:
        return Fraction(0)
    return Fraction(1, 10**digits) * scale(unit)


def spread(figure: Figure, width: Fraction | None = None) -> Range:
    """四舍五入到印出值的全部真值；width 给出时以它为末位大小。"""
    half = (step(figure) if width is None else width) / 2
    return Range(value(figure) - half, value(figure) + half)


def meet(one: Range, other: Range) -> bool:
    return one.low <= other.high and other.low <= one.high


def half_up(number: Fraction, digits: int) -> str:
    """四舍五入到 digits 位小数的数字串。"""
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    return str(exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP))


def truncated(number: Fraction, digits: int) -> str:
    """截去而不进位的数字串。"""
    shifted = int(number * 10**digits)
    sign = "-" if number < 0 and shifted else ""
    whole = str(abs(shifted)).rjust(digits + 1, "0")
    return sign + (f"{whole[:-digits]}.{whole[-digits:]}" if digits else whole)


def chinese(number: int) -> str:
    """一千以内整数的汉字写法：一十二写作十二。"""
    if number < 10:
        return DIGITS[number]
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    head = f"{DIGITS[hundreds]}百" if hundreds else ""
    middle = f"{DIGITS[tens]}十" if tens else ("零" if hundreds and ones else "")
    tail = DIGITS[ones] if ones else ""
    text = head + middle + tail
    return text[1:] if not hundreds and text.startswith("一十") else text


def group(digits: str) -> str:
    sign, body = ("-", digits[1:]) if digits.startswith("-") else ("", digits)
    whole, dot, tail = body.partition(".")
    return f"{sign}{int(whole):,}{dot}{tail}"


def text(figure: Figure) -> str:
    """按写法印出，连同单位。"""
    style = figure.style
    unit = "" if style.bare else figure.unit
    if style.hanzi:
        return f"{style.before}{spoken(figure)}{style.after}"
    body = group(figure.digits) if style.grouping else figure.digits
    body = body.translate(WIDE) if style.wide else body
    gap = style.gap if unit != "%" else ""
    unit = unit.translate(WIDE) if style.wide else unit
    return f"{style.before}{body}{style.after}{gap}{unit}"


def spoken(figure: Figure) -> str:
    """汉字数：整数连单位，百分数写百分之几点几。"""
    whole, _, tail = figure.digits.partition(".")
    body = chinese(int(whole)) + ("点" + "".join(DIGITS[int(d)] for d in tail) if tail else "")
    if figure.unit == "%":
        return "百分之" + body
    return body + ("" if figure.style.bare else figure.unit)
