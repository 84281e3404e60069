"""各种勾稽怎样算才相容：一种一个函数，True 相容，False 矛盾，None 无从判断。"""

from collections.abc import Callable
from fractions import Fraction

from benchmarks.mutation import figures, verdicts
from benchmarks.mutation.figures import Figure, Range
from benchmarks.mutation.operands import Facts

SIGN = {"up": 1, "down": -1, "flat": 0}


def _agrees(here: Facts, expected: Range | None) -> bool | None:
    if expected is None or not isinstance(here.stated, Figure):
        return None
    return figures.meet(figures.spread(here.stated), expected)


def _corners(rule: Callable[..., Fraction | None], *ranges: Range) -> Range | None:
    """各自变量单调的函数在区间端点上取极值；有端点无意义即为无从判断。"""
    points: list[tuple[Fraction, ...]] = [()]
    for each in ranges:
        points = [(*p, end) for p in points for end in (each.low, each.high)]
    values = [rule(*p) for p in points]
    known = [v for v in values if v is not None]
    return Range(min(known), max(known)) if known and len(known) == len(values) else None


def _quotient(top: Fraction, bottom: Fraction) -> Fraction | None:
    return top / bottom if bottom > 0 else None


def _percent(top: Fraction, bottom: Fraction) -> Fraction | None:
    return 100 * top / bottom if bottom > 0 else None


def _direction(here: Facts) -> int | None:
    """各处方向词须一致；没有方向词时数字自带正负。"""
    words = {SIGN[w] for w in here.words("direction")}
    if len(words) > 1:
        return None
    return words.pop() if words else 1


def _by(here: Facts) -> bool:
    """增加了之后的数是变动额，增加到之后的数是本年数。"""
    return "by" in here.words("mode")


def yoy_amount(here: Facts) -> bool | None:
    sign, now, before = _direction(here), here.range("current"), here.range("prior")
    if sign is None:
        return False
    if now is None or before is None:
        return None
    if _by(here):
        return _agrees(here, now)
    return _agrees(here, _corners(lambda a, b: sign * (a - b), now, before))


def yoy_percent(here: Facts) -> bool | None:
    """金额的增幅只能是百分比；写成百分点即为矛盾。"""
    sign = _direction(here)
    if sign is None or not _is_percent(here):
        return False
    if _by(here):
        before, change = here.range("prior"), here.range("current")
        return _agrees(here, _corners(_percent, change, before)) if before and change else None
    return _agrees(here, _rate(here, sign))


def _is_percent(here: Facts) -> bool:
    return not isinstance(here.stated, Figure) or here.stated.unit == "%"


def _rate(here: Facts, sign: int) -> Range | None:
    now, before, change = here.range("current"), here.range("prior"), here.range("change")
    if before is not None and now is not None:
        return _corners(lambda a, b: _percent(sign * (a - b), b), now, before)
    if before is not None and change is not None:
        return _corners(_percent, change, before)
    if now is not None and change is not None:
        return _corners(lambda a, c: _percent(c, a - sign * c), now, change)
    return None


def total(here: Facts) -> bool | None:
    """合计：part 相加，less 相减。“其中”未必列全的，各项之和小于合计无从判断。"""
    plus, less = here.ranges("part"), here.ranges("less")
    if not plus:
        return None
    low = sum((r.low for r in plus), Fraction(0)) - sum((r.high for r in less), Fraction(0))
    high = sum((r.high for r in plus), Fraction(0)) - sum((r.low for r in less), Fraction(0))
    verdict = _agrees(here, Range(low, high))
    return None if verdict is False and _partial(here, high) else verdict


def _partial(here: Facts, high: Fraction) -> bool:
    """也可能只列了一部分。"""
    loose = here.family == "open" or (here.family == "" and here.missing > 0)
    return loose and isinstance(here.stated, Figure) and high < figures.value(here.stated)


def difference(here: Facts) -> bool | None:
    """差额、百分点：方向词决定谁减谁。"""
    sign, left, right = _direction(here), here.range("left"), here.range("right")
    if sign is None:
        return False
    if left is None or right is None or not isinstance(here.stated, Figure):
        return None
    if here.stated.unit == "%":  # 两个百分比之差只能是百分点；写成 % 即为相对变化
        return _agrees(here, _corners(lambda a, b: _percent(sign * (a - b), b), left, right))
    return _agrees(here, _corners(lambda a, b: sign * (a - b), left, right))


def ratio(here: Facts) -> bool | None:
    part, whole = here.range("part"), here.range("whole")
    return _agrees(here, _corners(_percent, part, whole)) if part and whole else None


def quotient(here: Facts) -> bool | None:
    """均摊、倍数：part ÷ whole，不乘一百。"""
    part, whole = here.range("part"), here.range("whole")
    return _agrees(here, _corners(_quotient, part, whole)) if part and whole else None


def product(here: Facts) -> bool | None:
    """按比例计分：分值 × 率。"""
    weight, rate = here.range("weight"), here.range("rate")
    if weight is None or rate is None:
        return None
    return _agrees(here, _corners(lambda w, r: w * min(r, Fraction(100)) / 100, weight, rate))


def average(here: Facts) -> bool | None:
    scores = here.ranges("score")
    if not scores:
        return _reachable(here)
    n = len(scores)
    low, high = sum(r.low for r in scores), sum(r.high for r in scores)
    return _agrees(here, Range(Fraction(low) / n, Fraction(high) / n))


def _reachable(here: Facts) -> bool | None:
    """n 个以 grain 为单位的分数，平均数四舍五入后能否得到所述之数。"""
    count, grain = here.many("count"), here.many("grain")
    if not count or not grain or not isinstance(here.stated, Figure):
        return None
    n, unit = figures.value(count[0]), figures.value(grain[0])
    want = figures.spread(here.stated)
    least = -(-want.low * n // unit)
    return least * unit < want.high * n


def same_as(here: Facts) -> bool | None:
    """同一数在两处：各自印出的区间须相交。"""
    other = here.many("other")
    if not other or not isinstance(here.stated, Figure):
        return None
    return figures.meet(figures.spread(other[0]), figures.spread(here.stated))


RULES: dict[str, Callable[[Facts], bool | None]] = {
    "yoy_amount": yoy_amount,
    "yoy_percent": yoy_percent,
    "sum": total,
    "difference": difference,
    "ratio": ratio,
    "execution_rate": ratio,
    "quotient": quotient,
    "product": product,
    "score_sum": total,
    "average": average,
    "same_as": same_as,
    "count": verdicts.count,
    "compare": verdicts.compare,
    "doubling": verdicts.doubling,
    "year": verdicts.year,
    "order": verdicts.order,
    "bound": verdicts.bound,
    "grade": verdicts.grade,
    "falling": verdicts.falling,
}
