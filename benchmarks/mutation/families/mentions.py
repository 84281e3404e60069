"""同一数在多处、元与万元互见；以及不构成勾稽的干净文字（试误报）。"""

from decimal import Decimal
from fractions import Fraction
from random import Random

from benchmarks.mutation import figures as printed
from benchmarks.mutation import manner as hand
from benchmarks.mutation import words
from benchmarks.mutation.families.changes import scene
from benchmarks.mutation.figures import Figure, Style
from benchmarks.mutation.manner import Manner, expand
from benchmarks.mutation.passage import Claim, Part, Passage, fill

REPEATED = (
    "{y}年{org}{item}{a}。{filler}{y}年{item}{b}。",
    "（一）总体情况。{y}年{item}{a}。{filler}（二）具体情况。{y}年{item}{b}，{why}。",
    "{y}年{org}{item}决算{a}。{filler}从决算情况看，{y}年{item}决算{b}。",
)
CONVERTED = (
    "{y}年{item}{a}（{b}）。",
    "{y}年{item}{a}，即{b}。",
    "{y}年{item}{a}，折合{b}。",
)
UNBOUND = (
    "{y}年{item}较上年{word}{a}。",
    "{y}年{item}同比{word}{p}。",
    "{y}年{item}{a}。",
    "{y}年安排{item}{a}，用于{name}。",
    "全年培训{n}，发放宣传材料{m}。",
)
QUIET = (
    "根据《中华人民共和国预算法》第五十七条和县财政局〔{y}〕{k}号文件要求开展自评。",
    "{y}年{item}约{round}万元，比上年略有增加。",
    "力争到“十四五”末规模以上工业增加值年均增长6%以上，研发投入强度达到2.5%。",
    "绩效目标：{rate}≥95%，投诉率≤2%，{y}年12月31日前完成。",
    "{name}于{y}年5月16日批复，文号为云财预〔{y}〕{k}号，联系电话0300-5550{k}。",
    "因{py}年该项支出为0，{y}年支出{a}，不作增减幅度比较。",
    "近三年累计投入近{round}万元，其中{y}年投入最多。",
    "{name}资金分两批下达，首批下达{share}%，剩余资金待验收后拨付。",
    "在职人员平均年龄4{k1}岁，本科以上学历占七成以上。",
    "单价100万元（含）以上设备0台（套），单价50万元以上通用设备{k1}台。",
    "本表反映部门本年度“三公”经费支出预决算情况，金额单位为{unit}。",
    "规划期为{py}—{y}年，涉及3镇5乡、128个行政村。",
)


def _slots(rng: Random, manner: Manner) -> dict[str, Part | tuple[Part, ...]]:
    item = rng.choice(words.SPENDINGS + words.INCOMES)
    return {
        **scene(rng, manner, item),
        "name": rng.choice(words.PROJECTS),
        "rate": rng.choice(words.RATES),
        "filler": rng.choice(words.FILLERS),
        "unit": manner.unit,
        "k": str(rng.randint(101, 199)),
        "k1": str(rng.randint(1, 6)),
        "round": str(rng.randint(2, 40) * 100),
        "share": str(rng.choice((40, 60, 70, 80))),
    }


def repeated(rng: Random, manner: Manner) -> Passage:
    number = hand.amount(rng, manner)
    pair = {k: hand.money(manner, k, number) for k in "ab"}
    parts = fill(rng.choice(REPEATED), {**_slots(rng, manner), **pair})
    return Passage(parts, (Claim("same_as", (("other", "a"),), "b"),))


def converted(rng: Random, manner: Manner) -> Passage:
    yuan = Decimal(rng.randint(10**6, 10**9)).scaleb(-2)
    style = Style(grouping=rng.random() < 0.5)
    whole = Figure("b", f"{yuan:.2f}", "元", style)
    short = Figure("a", printed.half_up(Fraction(yuan) / 10_000, 2), "万元", manner.style)
    slots = {**_slots(rng, manner), "a": short, "b": whole}
    parts = fill(rng.choice(CONVERTED), slots)
    return Passage(parts, (Claim("same_as", (("other", "b"),), "a"),))


def unbound(rng: Random, manner: Manner) -> Passage:
    """单独一个数：改了也无从由文面判定，用来量“无从判定”的比例。"""
    slots = {
        **_slots(rng, manner),
        "a": hand.money(manner, "a", hand.amount(rng, manner)),
        "p": hand.percent(manner, "p", Fraction(rng.randint(100, 4000), 100)),
        "n": hand.counted(manner, "n", rng.randint(30, 900), "人"),
        "m": hand.counted(manner, "m", rng.randint(300, 9000), "份"),
        "word": hand.direction(rng, "word", rng.choice((1, -1)), of=("增加", "增长")),
    }
    return Passage(fill(expand(rng, rng.choice(UNBOUND)), slots))


def quiet(rng: Random, manner: Manner) -> Passage:
    slots = {
        **_slots(rng, manner),
        "item": rng.choice(words.ASIDES),
        "a": hand.money(manner, "a", hand.amount(rng, manner)),
    }
    return Passage(fill(rng.choice(QUIET), slots))
