"""合计与其中、嵌套的其中、差额、收支总计、三公、采购、车辆、人员。"""

from collections.abc import Sequence
from decimal import Decimal
from random import Random

from benchmarks.mutation import manner as hand
from benchmarks.mutation import words
from benchmarks.mutation.families.changes import scene
from benchmarks.mutation.families.shares import split
from benchmarks.mutation.figures import Figure
from benchmarks.mutation.manner import Manner, expand
from benchmarks.mutation.passage import Claim, Item, Part, Passage, fill

HEADS = (
    "{y}年{org}{subject}{w}，其中：",
    "{subject}[共计|合计|为|]{w}，其中",
    "{y}年度{subject}{w}（其中：",
    "全年{subject}{w}，包括",
    "{subject}{w}，由以下部分构成：",
    "{org}{subject}{w}，分别为：",
)
GROUPS = (
    (("一般公共预算财政拨款基本支出", "财政拨款基本支出"), ("人员经费", "公用经费"), ""),
    (("政府采购支出总额", "政府采购预算"), ("货物采购金额", "工程采购金额", "服务采购金额"), ""),
    (
        ("“三公”经费支出", "财政拨款“三公”经费"),
        ("因公出国（境）费", "公务用车购置及运行维护费", "公务接待费"),
        "",
    ),
    (("到位资金", "专项资金"), ("中央资金", "省级资金", "市级资金", "县级配套资金"), "open"),
    (("本年支出合计", "部门预算支出"), ("基本支出", "项目支出"), ""),
    (("本年收入合计", "部门收入"), ("财政拨款收入", "事业收入", "其他收入"), ""),
    (("固定资产总额", "资产总额"), ("房屋", "车辆", "专用设备", "其他固定资产"), ""),
    (("项目支出", "专项支出"), ("一季度", "二季度", "三季度", "四季度"), ""),
    (
        ("本年支出合计", "部门支出总额"),
        ("工资福利支出", "商品和服务支出", "对个人和家庭的补助", "资本性支出"),
        "",
    ),
)
NESTED = (
    "{subject}{w}，其中：{n0}{a0}（其中{m0}{b0}，{m1}{b1}），{n1}{a1}。",
    "{subject}合计{w}。其中：{n0}{a0}，包括{m0}{b0}、{m1}{b1}；{n1}{a1}。",
    "（一）{subject}{w}。其中，{n0}{a0}，含{m0}{b0}和{m1}{b1}；{n1}为{a1}。",
)
TREES = (
    ("本年支出合计", ("基本支出", "项目支出"), ("人员经费", "公用经费")),
    ("专项资金总额", ("财政资金", "自筹资金"), ("本级安排", "上级补助")),
    ("工程总投资", ("地上部分", "地下部分"), ("主楼", "裙楼")),
)
CARRIED = (
    "{y}年收入总计{w}，其中本年收入合计{a}，年初结转和结余{b}。",
    "收入总计{w}，包括本年收入{a}、上年结转和结余{b}。",
    "支出总计{w}，其中本年支出合计{a}，年末结转和结余{b}。",
)
LEFT = (
    "{name}全年预算{a}，实际支出{b}，[年末|]结余{w}。",
    "到位资金{a}，已支出{b}，结转下年{w}。",
    "{y}年收入{a}，支出{b}，收支结余{w}。",
    "合同金额{a}，已支付{b}，尚有{w}未支付。",
)
PEOPLE = (
    "{org}现有在职人员{w}，其中行政人员{a0}、事业人员{a1}、工勤人员{a2}。",
    "截至{y}年末，实有人员{w}，其中：在职{a0}，离休{a1}，退休{a2}。",
)
CARS = (
    "截至{y}年12月31日，{org}共有车辆{w}，其中：机要通信用车{a0}、应急保障用车{a1}、"
    "执法执勤用车{a2}、其他用车{a3}。",
    "{org}公务用车保有量{w}，其中应急保障用车{a0}，执法执勤用车{a1}，特种专业技术用车{a2}，"
    "其他用车{a3}。",
)
GRADES = (
    "纳入自评的项目{w}，其中：“优”{a0}，“良”{a1}，“中”{a2}，“差”{a3}。",
    "共对{w}项目开展自评，评价等级为“优秀”的{a0}、“良好”的{a1}、“一般”的{a2}、“较差”的{a3}。",
)


def _items(
    rng: Random, manner: Manner, names: Sequence[str], amounts: Sequence[Decimal], end: str
) -> tuple[Part, ...]:
    mark, verb = rng.choice(("，", "；", "、")), rng.choice(("", "", "为"))
    done: list[Part] = []
    for i, (name, part) in enumerate(zip(names, amounts, strict=True)):
        head = (mark if i else "") + name + verb
        done.append(Item(f"i{i}", (head, hand.money(manner, f"a{i}", part))))
    return (*done, end)


def total(rng: Random, manner: Manner) -> Passage:
    subjects, names, family = rng.choice(GROUPS)
    amounts = split(rng, manner, hand.amount(rng, manner), len(names))
    head = expand(rng, rng.choice(HEADS))
    slots: dict[str, Part | tuple[Part, ...]] = {
        **scene(rng, manner, ""),
        "subject": rng.choice(subjects),
        "w": hand.money(manner, "w", sum(amounts, Decimal(0))),
    }
    items = _items(rng, manner, names, amounts, "）。" if "（其中" in head else "。")
    parts = (*fill(head, slots), *items)
    listed_all = any(word in head for word in ("由以下部分构成", "分别为"))
    claim = _sum([f"a{i}" for i in range(len(names))], "w", "closed" if listed_all else family)
    return Passage(parts, (claim,))


def _sum(keys: Sequence[str], stated: str, family: str = "") -> Claim:
    return Claim("sum", tuple(("part", key) for key in keys), stated, family)


def closing_total(rng: Random, manner: Manner) -> Passage:
    """先列各项后给合计。"""
    n = rng.choice((3, 4, 5))
    names = rng.sample(words.PROJECTS, n)
    amounts = split(rng, manner, hand.amount(rng, manner), n)
    items = _items(rng, manner, names, amounts, "，")
    head = expand(rng, f"{manner.year}年[安排|支付|下达][以下|]资金：")
    verb = rng.choice(("合计", "共计", "总计"))
    tail = (verb, hand.money(manner, "w", sum(amounts, Decimal(0))), "。")
    return Passage((head, *items, *tail), (_sum([f"a{i}" for i in range(n)], "w", "closed"),))


def nested(rng: Random, manner: Manner) -> Passage:
    outer = split(rng, manner, hand.amount(rng, manner), 2)
    if outer[0] < Decimal(4).scaleb(-manner.places):
        return nested(rng, manner)
    inner = split(rng, manner, outer[0], 2)
    inner[1] = outer[0] - inner[0]
    subject, names, below = rng.choice(TREES)
    whole = hand.money(manner, "w", sum(outer, Decimal(0)))
    figures: dict[str, Part | tuple[Part, ...]] = {"w": whole}
    for i in range(2):
        figures |= {f"a{i}": hand.money(manner, f"a{i}", outer[i]), f"n{i}": names[i]}
        figures |= {f"b{i}": hand.money(manner, f"b{i}", inner[i]), f"m{i}": below[i]}
    slots = {**scene(rng, manner, ""), "subject": subject, **figures}
    parts = fill(expand(rng, rng.choice(NESTED)), slots)
    return Passage(parts, (_sum(["a0", "a1"], "w"), _sum(["b0", "b1"], "a0")))


def carried(rng: Random, manner: Manner) -> Passage:
    a, b = split(rng, manner, hand.amount(rng, manner), 2)
    figures = {k: hand.money(manner, k, v) for k, v in (("w", a + b), ("a", a), ("b", b))}
    parts = fill(expand(rng, rng.choice(CARRIED)), {**scene(rng, manner, ""), **figures})
    return Passage(parts, (_sum(["a", "b"], "w"),))


def left_over(rng: Random, manner: Manner) -> Passage:
    b, w = split(rng, manner, hand.amount(rng, manner), 2)
    figures = {k: hand.money(manner, k, v) for k, v in (("w", w), ("a", b + w), ("b", b))}
    slots = {**scene(rng, manner, ""), "name": rng.choice(words.PROJECTS), **figures}
    parts = fill(expand(rng, rng.choice(LEFT)), slots)
    return Passage(parts, (Claim("sum", (("part", "a"), ("less", "b")), "w"),))


def _counted_sum(rng: Random, manner: Manner, templates: Sequence[str], unit: str) -> Passage:
    template = rng.choice(templates)
    n = sum(f"{{a{i}}}" in template for i in range(5))
    numbers = [rng.randint(0 if i else 1, 40) for i in range(n)]
    figures: dict[str, Figure] = {"w": hand.counted(manner, "w", sum(numbers), unit)}
    figures |= {f"a{i}": hand.counted(manner, f"a{i}", v, unit) for i, v in enumerate(numbers)}
    parts = fill(expand(rng, template), {**scene(rng, manner, ""), **figures})
    return Passage(parts, (_sum([f"a{i}" for i in range(n)], "w"),))


def people(rng: Random, manner: Manner) -> Passage:
    return _counted_sum(rng, manner, PEOPLE, "人")


def cars(rng: Random, manner: Manner) -> Passage:
    return _counted_sum(rng, manner, CARS, "辆")


def graded_projects(rng: Random, manner: Manner) -> Passage:
    return _counted_sum(rng, manner, GRADES, "个")
