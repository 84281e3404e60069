"""各种勾稽怎样算才相容：一种一个函数，True 相容，False 矛盾，None 无从判断。"""

from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

from benchmarks.mutation import figures
from benchmarks.mutation.figures import Figure, Range
from benchmarks.mutation.passage import Token, Word

SIGN = {"up": 1, "down": -1, "flat": 0}


class Facts(NamedTuple):
    """一处勾稽当下还在文中的操作数。"""

    operands: tuple[tuple[str, Token], ...]
    stated: Token
    width: Fraction
    family: str = ""
    missing: int = 0

    def many(self, role: str) -> list[Figure]:
        return [t for r, t in self.operands if r == role and isinstance(t, Figure)]

    def range(self, role: str) -> Range | None:
        found = self.many(role)
        return figures.spread(found[0], self._width(found[0])) if found else None

    def ranges(self, role: str) -> list[Range]:
        return [figures.spread(each, self._width(each)) for each in self.many(role)]

    def _width(self, figure: Figure) -> Fraction:
        return Fraction(0) if figures.step(figure) == 0 else self.width

    def words(self, role: str) -> list[str]:
        return [t.meaning for r, t in self.operands if r == role and isinstance(t, Word)]

    def count(self, role: str) -> int:
        return sum(r == role for r, _ in self.operands)


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


def count(here: Facts) -> bool | None:
    if not isinstance(here.stated, Figure):
        return None
    return figures.value(here.stated) == here.count("item")


def compare(here: Facts) -> bool | None:
    """大于、小于、持平之词与两数相合；持平容许印出精度之内。"""
    left, right = here.range("left"), here.range("right")
    if left is None or right is None or not isinstance(here.stated, Word):
        return None
    if here.stated.meaning == "flat":
        return figures.meet(left, right)
    more = here.stated.meaning in ("more", "up")
    return left.high > right.low if more else left.low < right.high


def doubling(here: Facts) -> bool | None:
    """翻番：n 番即 2 的 n 次方倍，容许口语的出入（0.9 至 1.15 倍）。"""
    now, before = here.many("current"), here.many("prior")
    if not now or not before or not isinstance(here.stated, Word):
        return None
    wanted = Fraction(2) ** int(here.stated.meaning)
    got = figures.value(now[0]) / figures.value(before[0])
    return wanted * Fraction(9, 10) <= got <= wanted * Fraction(115, 100)


def year(here: Facts) -> bool | None:
    """比较的年份须是本年的上一年。"""
    now = here.words("current")
    if not now or not isinstance(here.stated, Word):
        return None
    return int(now[0]) - int(here.stated.meaning) == 1


def order(here: Facts) -> bool | None:
    """先小后大（区间、日期）；stated 为后者。"""
    first = here.many("first")
    if not first or not isinstance(here.stated, Figure):
        return None
    return figures.value(first[0]) <= figures.value(here.stated)


def bound(here: Facts) -> bool | None:
    """不得超过：得分不过分值，部分不过整体，满意度不过百分之百。"""
    most = here.many("most")
    if not most or not isinstance(here.stated, Figure):
        return None
    return figures.value(here.stated) <= figures.value(most[0])


def grade(here: Facts) -> bool | None:
    """等级由印出的分档决定：edge 自高而低，name 依次为各档名。"""
    score, edges, names = here.many("score"), here.many("edge"), here.words("name")
    if not score or not isinstance(here.stated, Word) or len(names) != len(edges) + 1:
        return None
    points = figures.value(score[0])
    place = next((i for i, e in enumerate(edges) if points >= figures.value(e)), len(edges))
    return names[place] == here.stated.meaning


def falling(here: Facts) -> bool | None:
    """分档界限自高而低，上一档的下限即下一档的上限。"""
    edges = [figures.value(f) for f in here.many("edge")]
    tops = [figures.value(f) for f in here.many("top")]
    return edges == sorted(edges, reverse=True) and tops == edges[: len(tops)]


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
    "count": count,
    "compare": compare,
    "doubling": doubling,
    "year": year,
    "order": order,
    "bound": bound,
    "grade": grade,
    "falling": falling,
}
