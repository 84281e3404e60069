"""清点、比较、先后、上限、等级、翻番：不靠加减乘除一个式子的勾稽。"""

from fractions import Fraction

from benchmarks.mutation import figures
from benchmarks.mutation.figures import Figure
from benchmarks.mutation.operands import Facts
from benchmarks.mutation.passage import Word


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
    """翻番：n 番即 2 的 n 次方倍，容许口语的出入（0.85 至 1.35 倍）。"""
    now, before = here.many("current"), here.many("prior")
    if not now or not before or not isinstance(here.stated, Word):
        return None
    wanted = Fraction(2) ** int(here.stated.meaning)
    got = figures.value(now[0]) / figures.value(before[0])
    return wanted * Fraction(85, 100) <= got <= wanted * Fraction(135, 100)


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
