"""表：按制表符或空格分列的文字表，行可删可换，合计、小计、执行率、增减率相合。"""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import NamedTuple

from benchmarks.mutation import figures as printed
from benchmarks.mutation import manner as hand
from benchmarks.mutation import words
from benchmarks.mutation.families.shares import split
from benchmarks.mutation.figures import Figure, Style
from benchmarks.mutation.manner import Manner
from benchmarks.mutation.passage import Claim, Item, Part, Passage


class Sheet(NamedTuple):
    """标题、单位行、列名、行（名称与各格）；gap 为列间隔。"""

    title: str
    unit: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Figure | str, ...]], ...]
    gap: str


def bare(manner: Manner) -> Manner:
    """表中不写单位，不留空隙，不省末尾的零。"""
    style = manner.style._replace(bare=True, gap="", wide=False)
    return manner._replace(style=style, trim=False)


def printed_sheet(sheet: Sheet) -> tuple[Part, ...]:
    lines: list[Part] = [f"{sheet.title}\n{sheet.unit}\n{sheet.gap.join(sheet.head)}\n"]
    for index, (name, cells) in enumerate(sheet.rows):
        row: list[Part] = [name]
        for cell in cells:
            row += [sheet.gap, cell]
        lines.append(Item(f"row{index}", (*row, "\n")))
    return tuple(lines)


def layout(rng: Random) -> str:
    return rng.choice(("\t", "\t", " "))


def heading(manner: Manner, title: str) -> tuple[str, str]:
    return f"{manner.year}年{title}", f"单位：{manner.unit}"


def rate(manner: Manner, key: str, part: Decimal, whole: Decimal) -> Figure:
    """率列的百分号印在格内。"""
    fine = manner._replace(percent_places=max(1, manner.percent_places))
    return hand.percent(fine, key, 100 * Fraction(part) / Fraction(whole))


def _sum_claims(n: int, columns: Sequence[str], top: str) -> tuple[Claim, ...]:
    return tuple(
        Claim("sum", tuple(("part", f"{c}{i}") for i in range(n)), f"{c}{top}", "table")
        for c in columns
    )


def _arranged(
    rng: Random,
    rows: list[tuple[str, tuple[Figure | str, ...]]],
    top: tuple[str, tuple[Figure | str, ...]],
) -> tuple[tuple[str, tuple[Figure | str, ...]], ...]:
    """合计行在首或在尾。"""
    return (top, *rows) if rng.random() < 0.4 else (*rows, top)


def execution_table(rng: Random, manner: Manner) -> Passage:
    """年初预算、全年预算、执行数、执行率。"""
    plain, n = bare(manner), rng.randint(3, 6)
    names = rng.sample(words.PROJECTS, n)
    wholes = [hand.amount(rng, manner) for _ in range(n)]
    openings = [hand.fit(w * Decimal(rng.randint(60, 100)) / 100, manner) for w in wholes]
    paid = [hand.fit(w * Decimal(rng.randint(700, 999)) / 1000, manner) for w in wholes]

    def row(tag: str, values: Sequence[Decimal]) -> tuple[Figure | str, ...]:
        cells = [hand.money(plain, f"{c}{tag}", v) for c, v in zip("owa", values, strict=True)]
        return (*cells, rate(plain, f"p{tag}", values[2], values[1]))

    rows = [
        (name, row(str(i), v))
        for i, (name, *v) in enumerate(zip(names, openings, wholes, paid, strict=True))
    ]
    top = ("合计", row("t", [sum(c, Decimal(0)) for c in (openings, wholes, paid)]))
    sheet = Sheet(
        *heading(manner, "项目资金执行情况表"),
        ("项目名称", "年初预算数", "全年预算数", "全年执行数", "执行率"),
        _arranged(rng, rows, top),
        layout(rng),
    )
    tags = [*map(str, range(n)), "t"]
    rates = tuple(
        Claim(
            "execution_rate",
            (("part", f"a{t}"), ("whole", f"w{t}"), ("opening", f"o{t}")),
            f"p{t}",
            "table",
        )
        for t in tags
    )
    return Passage(printed_sheet(sheet), (*_sum_claims(n, "owa", "t"), *rates))


def change_table(rng: Random, manner: Manner) -> Passage:
    """本年数、上年数、增减额、增减率；减少为负。"""
    plain, n = bare(manner), rng.randint(2, 5)
    names = rng.sample(words.CLASSES, n)
    priors = [hand.amount(rng, manner) for _ in range(n)]
    changes = [hand.fit(p * Decimal(rng.randint(-400, 600)) / 1000, manner) for p in priors]

    def row(tag: str, before: Decimal, change: Decimal) -> tuple[Figure | str, ...]:
        numbers = (("cur", before + change), ("pri", before), ("chg", change))
        cells = [hand.money(plain, f"{c}{tag}", v) for c, v in numbers]
        return (*cells, rate(plain, f"pct{tag}", change, before))

    rows = [
        (name, row(str(i), p, c))
        for i, (name, p, c) in enumerate(zip(names, priors, changes, strict=True))
    ]
    top = ("合计", row("t", sum(priors, Decimal(0)), sum(changes, Decimal(0))))
    sheet = Sheet(
        *heading(manner, "支出增减变动情况表"),
        ("项目", "本年数", "上年数", "增减额", "增减率"),
        _arranged(rng, rows, top),
        layout(rng),
    )
    claims = list(_sum_claims(n, ("cur", "pri", "chg"), "t"))
    for tag in (*map(str, range(n)), "t"):
        both = (("current", f"cur{tag}"), ("prior", f"pri{tag}"))
        claims.append(Claim("yoy_amount", both, f"chg{tag}", "table"))
        claims.append(Claim("yoy_percent", both, f"pct{tag}", "table"))
    return Passage(printed_sheet(sheet), tuple(claims))


def asset_table(rng: Random, manner: Manner) -> Passage:
    plain = bare(manner)
    amounts = split(rng, manner, hand.amount(rng, manner), 4)
    names = ("1、房屋", "2、车辆", "3、专用设备", "4、其他固定资产")
    rows = [
        (n, (hand.money(plain, f"a{i}", v),))
        for i, (n, v) in enumerate(zip(names, amounts, strict=True))
    ]
    top = ("资产总额", (hand.money(plain, "at", sum(amounts, Decimal(0))),))
    gap = layout(rng)
    sheet = Sheet(
        "固定资产占用情况表",
        f"截止时间：{manner.year}-12-31  金额单位：{manner.unit}",
        ("项目", "价值"),
        (top, *rows),
        gap,
    )
    return Passage(printed_sheet(sheet), _sum_claims(4, "a", "t"))


def score_table(rng: Random, manner: Manner) -> Passage:
    names = (
        "预算执行率",
        "产出数量",
        "产出质量",
        "产出时效",
        "经济效益",
        "社会效益",
        "服务对象满意度",
    )
    tops = rng.choice(((10, 20, 15, 15, 15, 15, 10), (10, 15, 20, 15, 10, 20, 10)))
    got = [Fraction(rng.randint(t * 80, t * 100), 100) for t in tops]

    def cells(tag: str, top: int, points: Fraction) -> tuple[Figure | str, ...]:
        style = Style(bare=True)
        return (
            Figure(f"w{tag}", str(top), "分", style),
            Figure(f"s{tag}", printed.half_up(points, 2), "分", style),
        )

    rows = [
        (n, cells(str(i), t, g)) for i, (n, t, g) in enumerate(zip(names, tops, got, strict=True))
    ]
    total = ("合计", cells("t", sum(tops), sum(got, Fraction(0))))
    sheet = Sheet(
        f"{manner.bureau}整体支出绩效自评得分表",
        "单位：分",
        ("指标", "分值", "得分"),
        (*rows, total),
        layout(rng),
    )
    sums = tuple(c._replace(relation="score_sum") for c in _sum_claims(len(names), "ws", "t"))
    bounds = tuple(
        Claim("bound", (("most", f"w{i}"),), f"s{i}", "table") for i in range(len(names))
    )
    return Passage(printed_sheet(sheet), (*sums, *bounds))


def function_table(rng: Random, manner: Manner) -> Passage:
    """功能分类支出表：类＝款之和，款＝项之和，合计＝类之和，行内合计＝基本＋项目。"""
    plain, claims = bare(manner), []
    rows: list[tuple[str, tuple[Figure | str, ...]]] = []
    totals: list[tuple[Decimal, Decimal]] = []
    kinds = rng.sample(words.FUNCTIONS, rng.randint(2, 3))
    for i, (code, name, subs) in enumerate(sorted(kinds)):
        below: list[tuple[str, tuple[Figure | str, ...]]] = []
        sums: list[tuple[Decimal, Decimal]] = []
        for j, (sub, sub_name) in enumerate(subs[: rng.randint(1, 2)]):
            entries = rng.sample(words.ENTRIES, rng.randint(1, 3))
            leaves = [(hand.amount(rng, manner), hand.amount(rng, manner)) for _ in entries]
            sums.append(_added(leaves))
            below.append((f"{code} {sub} {sub_name}", _cells(plain, f"{i}{j}", sums[-1])))
            below += [
                (f"{code} {sub} 0{k + 1} {e}", _cells(plain, f"{i}{j}{k}", v))
                for k, (e, v) in enumerate(zip(entries, leaves, strict=True))
            ]
            claims += _below(f"{i}{j}", len(entries))
        totals.append(_added(sums))
        rows += [(f"{code} {name}", _cells(plain, f"{i}", totals[-1])), *below]
        claims += _below(f"{i}", len(sums))
    rows.append(("合计", _cells(plain, "", _added(totals))))
    claims += _below("", len(kinds))
    sheet = Sheet(
        *heading(manner, "部门支出决算表"),
        ("功能分类科目名称", "合计", "基本支出", "项目支出"),
        tuple(rows),
        layout(rng),
    )
    return Passage(printed_sheet(sheet), tuple(claims) + _across(rows))


def _added(values: Sequence[tuple[Decimal, Decimal]]) -> tuple[Decimal, Decimal]:
    return sum((a for a, _ in values), Decimal(0)), sum((b for _, b in values), Decimal(0))


def _cells(plain: Manner, tag: str, value: tuple[Decimal, Decimal]) -> tuple[Figure | str, ...]:
    numbers = (value[0] + value[1], *value)
    return tuple(hand.money(plain, f"{c}{tag}", v) for c, v in zip("twp", numbers, strict=True))


def _below(tag: str, n: int) -> list[Claim]:
    return [
        Claim("sum", tuple(("part", f"{c}{tag}{i}") for i in range(n)), f"{c}{tag}", "table")
        for c in "twp"
        if n > 1
    ]


def _across(rows: Sequence[tuple[str, tuple[Figure | str, ...]]]) -> tuple[Claim, ...]:
    keys = [[c.key for c in cells if isinstance(c, Figure)] for _, cells in rows]
    return tuple(Claim("sum", (("part", b), ("part", p)), t, "table") for t, b, p in keys)
