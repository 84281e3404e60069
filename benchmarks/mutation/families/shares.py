"""占比、完成率、执行率、百分点差、人均：两数之比。"""

from decimal import Decimal
from fractions import Fraction
from random import Random

from benchmarks.mutation import manner as hand
from benchmarks.mutation import words
from benchmarks.mutation.families.changes import claim, fill_once, scene
from benchmarks.mutation.figures import Figure
from benchmarks.mutation.manner import Manner, expand
from benchmarks.mutation.passage import Claim, Item, Part, Passage, Word, fill

SHARE_HEADS = (
    "本年支出合计{w}，其中：",
    "{y}年{org}本年支出合计{w}，其中：",
    "{org}{y}年度[部门|]支出总额{w}。其中：",
    "一般公共预算财政拨款支出{w}，主要用于以下方面：",
    "{y}年支出总额{w}，按功能分类：",
    "全年支出{w}。从支出结构看，",
)
SHARE_ITEMS = (
    "{name}{a}，占{p}",
    "{name}[（类）|]{a}，占[比|]{p}",
    "{name}{a}，占[总额|支出总额]的{p}",
    "{name}[为|]{a}（占{p}）",
)
LONE_SHARES = (
    "{y}年{name}{a}，占[本年支出合计|支出总额]{w}的{p}。",
    "{org}本年支出合计{w}，其中{name}{a}，占[比|]{p}。",
    "全年[落实|安排|拨付]{w}，其中{name}{a}，占[全部资金的|]{p}。",
    "政府采购支出总额{w}，授予中小企业合同金额{a}，占政府采购支出总额的{p}。",
    "{name}{a}，占[总支出|全年支出]（{w}）的比重为{p}。",
)
EXECUTIONS = (
    "{name}年初预算为{w}，支出决算为{a}，完成年初预算的{p}。",
    "{y}年{name}全年预算数{w}，全年执行数{a}，[预算|]执行率{p}。",
    "{name}预算安排{w}，实际支出{a}，预算执行率[为|达]{p}[，{why}|]。",
    "{y}年度{org}调整预算数{w}，截至年末[实际|累计]支出{a}，预算执行率为{p}。",
    "{name}计划投入{w}，实际到位{a}，资金到位率{p}。",
    "截至{y}年12月31日，[已|共]支付{a}，占全年预算{w}的{p}。",
    "{name}全年预算为{w}，支出决算为{a}，完成全年预算数的{p}。",
    "（{n}）{name}。{y}年年初预算{w}，[年末|全年]决算{a}，完成预算的{p}。",
    "采购预算{w}，实际采购{a}，政府采购执行率{p}。",
)
COMPARED_EXECUTIONS = (
    "{name}年初预算为{w}，支出决算为{a}，完成年初预算的{p}。决算数{word}预算数的主要原因：{why}。",
    "{name}年初预算为{w}，支出决算为{a}。决算数{word}预算数，主要原因是{why}。",
    "{name}全年预算{w}，决算{a}，完成预算的{p}，决算数{word}预算数。",
)
THREE_STEPS = (
    "{y}年{org}年初预算{o}，全年预算（调整后）{w}，全年执行{a}，预算执行率{p}。",
    "{name}年初预算数{o}，调整预算数{w}，执行数{a}，执行率为{p}。",
    "年初批复预算{o}，年中追加后全年预算数为{w}，实际支出{a}，按全年预算数计算，执行率{p}。",
)
POINTS = (
    "{y}年{rate}[为|达到|]{a}，较上年的{b}{d}{pp}。",
    "{rate}由{b}{d}到{a}，{d2}{pp}。",
    "{py}年{rate}为{b}，{y}年为{a}，[同比|]{d}{pp}。",
    "{rate}{a}，比上年（{b}）{d}{pp}。",
)
EACH = (
    "{y}年公务用车运行维护费{a}，公务用车保有量{w}，[平均每辆|车均运行费]{p}。",
    "发放补助{a}，惠及{w}，人均{p}。",
    "{y}年培训费{a}，培训{w}，人均培训费{p}。",
    "奖补资金{a}，支持企业{w}，户均{p}。",
)
COUNT_RATES = (
    "发放问卷{w}，收回{a}，回收率{p}。",
    "共设置绩效指标{w}，完成{a}，指标完成率{p}。",
    "{org}核定编制{w}，实有在职人员{a}，在职人员控制率{p}。",
    "应检{w}，实检{a}，检查覆盖率{p}。",
    "收回有效问卷{w}，其中表示满意的{a}，满意度为{p}。",
)
COUNT_UNITS = ("份", "个", "人", "家", "份")


def weights(rng: Random, n: int) -> list[float]:
    raw = [rng.uniform(0.05, 1) ** 2 for _ in range(n)]
    return [w / sum(raw) for w in raw]


def split(rng: Random, manner: Manner, total: Decimal, n: int) -> list[Decimal]:
    """把总数分成 n 份，印出位上恰好加总，每份为正。"""
    unit = Decimal(1).scaleb(-manner.places)
    parts = [max(unit, hand.fit(total * Decimal(repr(w)), manner)) for w in weights(rng, n)[:-1]]
    last = total - sum(parts)
    return [*parts, last] if last > 0 else [unit * (i + 1) for i in range(n)]


def pair(rng: Random, manner: Manner, low: float, high: float) -> tuple[Figure, Figure, Figure]:
    """部分、整体、比率。"""
    whole = hand.amount(rng, manner)
    part = hand.fit(whole * Decimal(repr(rng.uniform(low, high))), manner) or whole
    rate = 100 * Fraction(part) / Fraction(whole)
    return (
        hand.money(manner, "a", part),
        hand.money(manner, "w", whole),
        hand.percent(manner, "p", rate),
    )


def shares(rng: Random, manner: Manner) -> Passage:
    """整体与各部分：各占比、合计相合，占比之和不另作要求（各自四舍五入）。"""
    n = rng.choice((2, 2, 3, 3, 4, 5))
    total = hand.amount(rng, manner)
    amounts = split(rng, manner, total, n)
    total = sum(amounts, Decimal(0))
    names = rng.sample(words.CLASSES, n)
    template = expand(rng, rng.choice(SHARE_ITEMS))
    items: list[Part] = []
    claims: list[Claim] = []
    for i, (name, part) in enumerate(zip(names, amounts, strict=True)):
        mark = "；" if i else ""
        items.append(_share_item(manner, mark + template, i, name, part, total))
        claims.append(Claim("ratio", (("part", f"a{i}"), ("whole", "w")), f"p{i}"))
    slots = {**scene(rng, manner, ""), "w": hand.money(manner, "w", total)}
    head = fill(expand(rng, rng.choice(SHARE_HEADS)), slots)
    claims.append(Claim("sum", tuple(("part", f"a{i}") for i in range(n)), "w", "open"))
    return Passage((*head, *items, "。"), tuple(claims))


def _share_item(
    manner: Manner, template: str, i: int, name: str, part: Decimal, total: Decimal
) -> Item:
    slots: dict[str, Part | tuple[Part, ...]] = {
        "name": name,
        "a": hand.money(manner, f"a{i}", part),
        "p": hand.percent(manner, f"p{i}", 100 * Fraction(part) / Fraction(total)),
    }
    return Item(f"i{i}", fill(template, slots))


def _simple(
    rng: Random, manner: Manner, templates: tuple[str, ...], figures: tuple[Figure, ...]
) -> tuple[Part, ...]:
    slots = {**scene(rng, manner, ""), "name": rng.choice(words.SPENDINGS + words.PROJECTS)}
    slots |= {"n": rng.choice(words.ORDINALS), "rate": rng.choice(words.RATES)}
    template = expand(rng, rng.choice(templates))
    return fill_once(template, {**slots, **{f.key: f for f in figures}})


def lone_share(rng: Random, manner: Manner) -> Passage:
    parts = _simple(rng, manner, LONE_SHARES, pair(rng, manner, 0.02, 0.97))
    return Passage(parts, (Claim("ratio", (("part", "a"), ("whole", "w")), "p"),))


def execution(rng: Random, manner: Manner) -> Passage:
    parts = _simple(rng, manner, EXECUTIONS, pair(rng, manner, 0.35, 0.999))
    return Passage(parts, (Claim("execution_rate", (("part", "a"), ("whole", "w")), "p"),))


def compared_execution(rng: Random, manner: Manner) -> Passage:
    template = expand(rng, rng.choice(COMPARED_EXECUTIONS))
    part, whole, rate = pair(rng, manner, 0.6, 0.99 if "全年预算" in template else 1.6)
    more = Fraction(part.digits) > Fraction(whole.digits)
    word = Word("word", "大于" if more else "小于", "more" if more else "less")
    slots = {**scene(rng, manner, ""), "name": rng.choice(words.SPENDINGS)}
    parts = fill(template, {**slots, "a": part, "w": whole, "p": rate, "word": word})
    claims = [Claim("compare", (("left", "a"), ("right", "w")), "word")]
    if rate in parts:
        claims.append(Claim("execution_rate", (("part", "a"), ("whole", "w")), "p"))
    equal = Fraction(part.digits) == Fraction(whole.digits)
    return compared_execution(rng, manner) if equal else Passage(parts, tuple(claims))


def three_steps(rng: Random, manner: Manner) -> Passage:
    part, whole, rate = pair(rng, manner, 0.5, 0.99)
    opening = hand.fit(Fraction(whole.digits) * Fraction(rng.randint(60, 90), 100), manner)
    figures = (part, whole, rate, hand.money(manner, "o", opening))
    parts = _simple(rng, manner, THREE_STEPS, figures)
    operands = (("part", "a"), ("whole", "w"), ("opening", "o"))
    return Passage(parts, (Claim("execution_rate", operands, "p"),))


def points(rng: Random, manner: Manner) -> Passage:
    then = Fraction(rng.randint(6000, 9800), 100)
    shift = Fraction(rng.randint(30, 1500), 100)
    sign = 1 if then + shift <= 100 and rng.random() < 0.7 else -1
    fine = manner._replace(percent_places=max(1, manner.percent_places))
    before, after = (hand.percent(fine, k, v) for k, v in (("b", then), ("a", then + sign * shift)))
    gap = abs(Fraction(after.digits) - Fraction(before.digits))
    words_here = {
        "d": hand.direction(rng, "d", sign, of=("提高", "上升", "增长")),
        "d2": hand.direction(rng, "d2", sign, of=("提高", "上升")),
    }
    slots = {**scene(rng, manner, ""), "rate": rng.choice(words.RATES), **words_here}
    figures = {"a": after, "b": before, "pp": hand.percent(fine, "pp", gap, unit="个百分点")}
    parts = fill(expand(rng, rng.choice(POINTS)), {**slots, **figures})
    return Passage(parts, (claim("difference", parts, "pp", left="a", right="b"),))


def each(rng: Random, manner: Manner) -> Passage:
    index = rng.randrange(len(EACH))
    n = rng.randint(3, 480)
    total = hand.amount(rng, manner)
    whole = hand.counted(manner, "w", n, ("辆", "人", "人", "家")[index])
    mean = Decimal(str(float(total))) / n
    figure = hand.money(manner, "p", hand.fit(Fraction(mean), manner))
    if Fraction(figure.digits) * 20 < 1:
        return each(rng, manner)
    slots = {**scene(rng, manner, ""), "a": hand.money(manner, "a", total), "w": whole, "p": figure}
    parts = fill(expand(rng, EACH[index]), slots)
    return Passage(parts, (Claim("quotient", (("part", "a"), ("whole", "w")), "p"),))


def count_rate(rng: Random, manner: Manner) -> Passage:
    index = rng.randrange(len(COUNT_RATES))
    whole = rng.randint(20, 900)
    part = rng.randint(int(whole * 0.6), whole - 1)
    unit = COUNT_UNITS[index]
    fine = manner._replace(percent_places=max(1, manner.percent_places))
    slots = {
        **scene(rng, manner, ""),
        "w": hand.counted(manner, "w", whole, unit),
        "a": hand.counted(manner, "a", part, unit),
        "p": hand.percent(fine, "p", Fraction(100 * part, whole)),
    }
    parts = fill(expand(rng, COUNT_RATES[index]), slots)
    return Passage(parts, (Claim("ratio", (("part", "a"), ("whole", "w")), "p"),))
