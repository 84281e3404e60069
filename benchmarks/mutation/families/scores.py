"""得分、分值、平均、等级、分档、清点、区间、日期：自评报告特有的关系。"""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from random import Random

from benchmarks.mutation import figures as printed
from benchmarks.mutation import manner as hand
from benchmarks.mutation import words
from benchmarks.mutation.families.changes import scene
from benchmarks.mutation.figures import Figure, Style
from benchmarks.mutation.manner import Manner, expand
from benchmarks.mutation.passage import Claim, Item, Part, Passage, Word, fill

TOTALS = (
    "预算执行{a0}，产出指标{a1}，效益指标{a2}，满意度指标{a3}，[自评|合计|总]得分{w}。",
    "经自评，预算执行得{a0}、产出得{a1}、效益得{a2}、满意度得{a3}，总分{w}。",
    "{org}{y}年度整体支出绩效自评得分{w}，其中：预算执行{a0}，产出{a1}，效益{a2}，满意度{a3}。",
)
WEIGHTS = (
    "指标体系满分{w}，其中预算执行{a0}、产出指标{a1}、效益指标{a2}、满意度指标{a3}。",
    "绩效指标总分值{w}：预算执行率{a0}，产出{a1}，效益{a2}，满意度{a3}。",
)
EXECUTION_POINTS = (
    "预算执行率指标分值{w}，执行率为{r}，按比例计算得{s}。",
    "预算执行率{r}，该指标权重{w}，[按执行率计分，|]得{s}。",
)
MEANS = (
    "{n}项目自评得分分别为{list}，平均{w}。",
    "抽查的{n}项目得分依次为{list}，平均得分{w}。",
)
WHOLE_MEANS = (
    "{n}项目自评得分均为整数，平均得分{w}。",
    "纳入自评的{n}项目得分均取整数，平均{w}。",
)
GRADES = (
    "得分≥{e0}为“{n0}”；{e1}≤得分＜{t0}为“{n1}”；{e2}≤得分＜{t1}为“{n2}”；得分＜{t2}为“{n3}”。"
    "经自评，{org}综合得分{s}，评价等级为“{g}”。",
    "评价结果分为四档：{e0}（含）以上为{n0}，{e1}（含）至{t0}为{n1}，{e2}（含）至{t1}为{n2}，"
    "{t2}以下为{n3}。本次自评得分{s}，等级为{g}。",
)
NATIONAL = words.GRADE_SCALES[0]
BASES = (
    "按照县财政局《预算绩效管理办法》（云财绩〔{y}〕8号）[的规定|]，",
    "根据《云岭县项目支出绩效评价办法》（云财绩〔{y}〕5号），",
)
BOUNDS = (
    "{name}指标分值{w}，自评得分{s}。",
    "{name}满分{w}，实得{s}，扣分原因为{why}。",
)
COUNTS = (
    ("{y}年重点开展了{n}工作：{list}", "项"),
    ("主要做了以下{n}的工作：{list}", "个方面"),
    ("主要采取以下{n}措施：{list}", "条"),
    ("全年完成{n}重点任务，具体是：{list}", "项"),
)
INDICATORS = (
    "共设置绩效指标{w}，其中完成{a}，未完成{b}。",
    "{y}年设定三级指标{w}，达到预期的{a}，未达到预期的{b}。",
)
DATES = (
    "项目实施周期为{y}年{a}月至{y}年{b}月。",
    "{name}于{y}年{a}月开工，{y}年{b}月完工并通过验收。",
)
RANGES = (
    "各项目预算执行率在{a}～{b}之间。",
    "单项得分介于{a}至{b}之间。",
)


def score(manner: Manner, key: str, digits: str) -> Figure:
    return Figure(key, digits, "分", Style(gap=manner.style.gap, wide=manner.style.wide))


def total(rng: Random, manner: Manner) -> Passage:
    tops = (10, 50, 30, 10)
    cents = [rng.randint(int(t * 85), t * 100) for t in tops]
    return _scored(rng, manner, TOTALS, [Fraction(c, 100) for c in cents], 2)


def weights(rng: Random, manner: Manner) -> Passage:
    tops = rng.choice(((10, 50, 30, 10), (20, 40, 30, 10), (10, 40, 40, 10), (15, 45, 25, 15)))
    return _scored(rng, manner, WEIGHTS, [Fraction(t) for t in tops], 0)


def _scored(
    rng: Random, manner: Manner, templates: Sequence[str], numbers: Sequence[Fraction], digits: int
) -> Passage:
    figures = {
        f"a{i}": score(manner, f"a{i}", printed.half_up(n, digits)) for i, n in enumerate(numbers)
    }
    figures["w"] = score(manner, "w", printed.half_up(sum(numbers, Fraction(0)), digits))
    parts = fill(expand(rng, rng.choice(templates)), {**scene(rng, manner, ""), **figures})
    operands = tuple(("part", f"a{i}") for i in range(len(numbers)))
    return Passage(parts, (Claim("score_sum", operands, "w", "closed"),))


def execution_points(rng: Random, manner: Manner) -> Passage:
    weight, rate = rng.choice((10, 10, 20)), Fraction(rng.randint(5000, 9990), 100)
    figures = {
        "w": score(manner, "w", str(weight)),
        "r": hand.percent(manner._replace(percent_places=2), "r", rate),
        "s": score(manner, "s", printed.half_up(weight * rate / 100, 2)),
    }
    parts = fill(expand(rng, rng.choice(EXECUTION_POINTS)), {**scene(rng, manner, ""), **figures})
    claims = (
        Claim("product", (("weight", "w"), ("rate", "r")), "s"),
        Claim("bound", (("most", "w"),), "s"),
    )
    return Passage(parts, claims)


def mean(rng: Random, manner: Manner) -> Passage:
    n = rng.choice((3, 4, 5, 6))
    places = rng.choice((0, 1, 2))
    grain = 10**places
    numbers = [Fraction(rng.randint(70 * grain, 100 * grain), grain) for _ in range(n)]
    listed: list[Part] = []
    for i, number in enumerate(numbers):
        listed += [score(manner, f"a{i}", printed.half_up(number, places)), "、"]
    slots = {
        **scene(rng, manner, ""),
        "n": hand.counted(manner, "n", n, "个"),
        "list": tuple(listed[:-1]),
        "w": score(manner, "w", printed.half_up(sum(numbers, Fraction(0)) / n, 2)),
    }
    parts = fill(expand(rng, rng.choice(MEANS)), slots)
    keys = [f"a{i}" for i in range(n)]
    average = Claim("average", tuple(("score", k) for k in keys), "w")
    return Passage(parts, (average, Claim("count", tuple(("item", k) for k in keys), "n")))


def whole_mean(rng: Random, manner: Manner) -> Passage:
    """得分均为整数的 n 个项目的平均分，不逐一列出。"""
    n = rng.choice((3, 6, 7, 9, 11, 12, 14, 17, 19, 23))
    points = sum(rng.randint(80, 100) for _ in range(n))
    slots = {
        **scene(rng, manner, ""),
        "n": hand.counted(manner, "n", n, "个"),
        "w": score(manner, "w", printed.half_up(Fraction(points, n), 2)),
    }
    parts = fill(rng.choice(WHOLE_MEANS), slots)
    grain = Figure("grain", "1", "分")
    claims = (Claim("average", (("count", "n"), ("grain", "grain")), "w"),)
    return Passage(parts, claims, (grain,))


def grade(rng: Random, manner: Manner) -> Passage:
    edges, names = rng.choice(words.GRADE_SCALES)
    points = Fraction(rng.randint(5500, 9990), 100)
    place = next((i for i, e in enumerate(edges) if points >= int(e)), len(edges))
    slots: dict[str, Part | tuple[Part, ...]] = dict(scene(rng, manner, ""))
    for i, edge in enumerate(edges):
        slots[f"e{i}"] = Figure(f"e{i}", edge, "分")
        slots[f"t{i}"] = Figure(f"t{i}", edge, "分")
    slots |= {f"n{i}": Word(f"n{i}", name, name) for i, name in enumerate(names)}
    slots["s"] = score(manner, "s", printed.half_up(points, 2))
    slots["g"] = Word("g", names[place], names[place])
    basis = "" if (edges, names) == NATIONAL else expand(rng, rng.choice(BASES))
    parts = fill(basis + rng.choice(GRADES), slots)
    scale = (*(("edge", f"e{i}") for i in range(3)), *(("name", f"n{i}") for i in range(4)))
    falling = (*(("edge", f"e{i}") for i in range(3)), *(("top", f"t{i}") for i in range(2)))
    claims = (
        Claim("grade", (("score", "s"), *scale), "g"),
        Claim("falling", falling, "t2"),
    )
    return Passage(parts, claims)


def bounded(rng: Random, manner: Manner) -> Passage:
    weight = rng.choice((5, 8, 10, 12, 15, 20, 30))
    got = Fraction(rng.randint(weight * 60, weight * 100), 100)
    figures = {
        "w": score(manner, "w", str(weight)),
        "s": score(manner, "s", printed.half_up(got, 2)),
    }
    name = rng.choice(("产出数量", "产出质量", "产出时效", "社会效益", "服务对象满意度"))
    slots = {**scene(rng, manner, ""), "name": name, **figures}
    parts = fill(rng.choice(BOUNDS), slots)
    return Passage(parts, (Claim("bound", (("most", "w"),), "s"),))


def listed(rng: Random, manner: Manner) -> Passage:
    n = rng.randint(3, 7)
    style = rng.choice(("是", "是", "）"))
    items: list[Part] = []
    for i, task in enumerate(rng.sample(words.TASKS, n)):
        mark = f"{words.ORDINALS[i]}是" if style == "是" else f"（{words.ORDINALS[i]}）"
        items.append(Item(f"i{i}", (("；" if i else "") + mark + task,)))
    template, unit = rng.choice(COUNTS)
    number = hand.counted(manner, "n", n, unit, hanzi=rng.random() < 0.4)
    parts = fill(template, {**scene(rng, manner, ""), "n": number, "list": (*items, "。")})
    return Passage(parts, (Claim("count", tuple(("item", f"i{i}") for i in range(n)), "n"),))


def indicators(rng: Random, manner: Manner) -> Passage:
    a, b = rng.randint(10, 60), rng.randint(1, 9)
    figures = {k: hand.counted(manner, k, v, "个") for k, v in (("w", a + b), ("a", a), ("b", b))}
    parts = fill(rng.choice(INDICATORS), {**scene(rng, manner, ""), **figures})
    return Passage(parts, (Claim("sum", (("part", "a"), ("part", "b")), "w"),))


def dates(rng: Random, manner: Manner) -> Passage:
    a = rng.randint(1, 8)
    months = {"a": Figure("a", str(a), ""), "b": Figure("b", str(rng.randint(a + 1, 12)), "")}
    slots = {**scene(rng, manner, ""), "name": rng.choice(words.PROJECTS), **months}
    return Passage(fill(rng.choice(DATES), slots), (Claim("order", (("first", "a"),), "b"),))


def ranges(rng: Random, manner: Manner) -> Passage:
    low = Fraction(rng.randint(5000, 8500), 100)
    high = low + Fraction(rng.randint(300, 1400), 100)
    index = rng.randrange(len(RANGES))
    unit = ("%", "分")[index]
    digits = [printed.half_up(v, manner.percent_places) for v in (low, high)]
    if Decimal(digits[0]) >= Decimal(digits[1]):
        return ranges(rng, manner)
    figures = {k: Figure(k, d, unit) for k, d in zip("ab", digits, strict=True)}
    parts = fill(RANGES[index], {**scene(rng, manner, ""), **figures})
    return Passage(parts, (Claim("order", (("first", "a"),), "b"),))
