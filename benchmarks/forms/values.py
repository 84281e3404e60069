"""模板里各名称的写法：整表、每个指标、每种资金来源。"""

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from benchmarks.forms.content import Content
from benchmarks.forms.indicators import half_up, plain

BUREAU, UNIT = "云岭县科技和工业信息化局", "云岭县生产力促进中心"
NUMBERS = frozenset(
    "initial adjusted paid xweight rate rate_bare xpoints weight points total total_weight"
    " rate_b paid_b adjusted_b added balance balance_rate half rest half_paid rest_paid"
    " initial_yuan adjusted_yuan paid_yuan deduct coefficient rate_r xpoints_r points_r total_r"
    " p.initial p.adjusted p.paid p.rate p.initial_yuan p.adjusted_yuan p.paid_yuan".split()
)
Head = dict[str, str]
JOIN = "\0"


class Values(NamedTuple):
    """名称到写法；numbers 是可以存成数的名称。"""

    texts: dict[str, str]
    numbers: frozenset[str] = NUMBERS


def whole_values(made: Content, head: Head) -> Values:
    half = (made.adjusted * Decimal("0.6")).quantize(Decimal("0.01"))
    half_paid = min(half, made.paid)
    texts = {
        "year": f"{made.year}",
        "project": made.project,
        "bureau": BUREAU,
        "unit": UNIT,
        "initial": f"{made.initial}",
        "adjusted": f"{made.adjusted}",
        "paid": f"{made.paid}",
        "adjusted_b": f"{made.adjusted}",
        "paid_b": f"{made.paid}",
        "rate_b": made.rate,
        "added": f"{made.adjusted - made.initial}",
        "balance": f"{made.adjusted - made.paid}",
        "balance_rate": f"{100 - made.true_rate}%",
        "xweight": f"{made.weight}",
        "rate": made.rate,
        "rate_bare": made.rate.removesuffix("%"),
        "xpoints": made.points,
        "goal_text": made.goal,
        "goal_text_b": made.goal,
        "done_text": made.done,
        "total_weight": made.total_weight,
        "total": made.total,
        "grade": made.grade,
        "half": f"{half}",
        "rest": f"{made.adjusted - half}",
        "half_paid": f"{half_paid}",
        "rest_paid": f"{made.paid - half_paid}",
        "xreason": "尾款待验收后支付" if made.true_rate < 90 else "",
        "xreason_always": "尾款待验收后支付，已排入次年一季度" if made.true_rate < 100 else "",
        "all_reasons": "；".join(f"{row.name}：{row.reason}" for row in made.rows if row.reason)
        or "无",
        "rate_r": made.rate,
        "xpoints_r": made.points,
        "total_r": made.total,
        "n": "7",
    }
    for name, amount in (
        ("initial", made.initial),
        ("adjusted", made.adjusted),
        ("paid", made.paid),
    ):
        texts[f"{name}_yuan"] = f"{amount * 10000:.2f}"
    return Values(texts | made.texts)


def row_values(made: Content, number: int, head: Head) -> Values:
    row = made.rows[number]
    previous = made.rows[number - 1] if number else None
    cause, _, measure = row.reason.partition("；")
    texts = {
        "n": f"{number + 1}",
        "name": head.get("number", "").format(n=number + 1) + row.name,
        "one": _class_weight(made, row.one, head),
        "two": row.two,
        "target": row.target,
        "sign": row.sign,
        "goal": row.goal,
        "goal_unit": row.goal_unit,
        "actual": row.actual,
        "bare": row.bare,
        "weight": f"{row.weight}",
        "points": f"{row.printed}",
        "reason": row.reason,
        "cause": cause,
        "measure": measure,
        "over_reason": row.reason if row.ratio >= Fraction(13, 10) else "",
        "deduct": f"{row.weight - row.printed}" if row.printed < row.weight else "",
        "coefficient": f"{half_up(Fraction(row.printed) / Fraction(row.weight) * 100)}%",
        "done_rate": f"{half_up(row.ratio * 100)}%" if row.kind in ("ge", "eq") else "100%",
        "stale": plain(Fraction(row.goal) * 2)
        if row.kind in ("ge", "le", "eq") and row.goal_unit != "%"
        else row.goal,
        "actual_r": row.actual,
        "points_r": f"{max(row.printed - 1, Decimal(0))}",
    }
    texts |= {
        key.removeprefix(f"i{number}."): value
        for key, value in made.texts.items()
        if key.startswith(f"i{number}.")
    }
    if previous is not None and head.get("merge") != "repeat" and previous.one == row.one:
        below = "" if head.get("merge") == "blank" else JOIN
        texts["one"] = below
        if previous.two == row.two:
            texts["two"] = below
    return Values(texts)


def _class_weight(made: Content, one: str, head: Head) -> str:
    if head.get("classweights") != "yes":
        return one
    return f"{one}（{sum(row.weight for row in made.rows if row.one == one)}分）"


def fund_values(made: Content, head: Head) -> list[Values]:
    """各资金来源：第一行为全部，其余为零；河北两级，第一行等于下面两行之和。"""
    labels = [label.strip() for label in head.get("label", "").split("/")]
    whole = (made.initial, made.adjusted, made.paid)
    shares = [Fraction(1), *[Fraction(0)] * (len(labels) - 1)]
    if head.get("fundtree") == "hebei":
        shares = [Fraction(1), Fraction(7, 10), Fraction(3, 10), Fraction(0)]
    elif len(labels) == 4 and labels[0].startswith("人员"):
        shares = [Fraction(4, 10), Fraction(1, 10), Fraction(0), Fraction(5, 10)]
    amounts = _split(whole, shares, head.get("fundtree") == "hebei")
    if len(made.parts) > 1 or made.parts[0] != whole:
        amounts = made.parts + amounts[len(made.parts) :]
    return [_fund(label, amount) for label, amount in zip(labels, amounts, strict=True)]


Amounts = tuple[Decimal | None, Decimal | None, Decimal | None]


def _split(
    whole: tuple[Decimal, Decimal, Decimal], shares: list[Fraction], tree: bool
) -> list[Amounts]:
    made: list[Amounts] = []
    leaves = range(1, 3) if tree else [at for at, share in enumerate(shares) if share]
    last = list(leaves)[-1]
    for at, share in enumerate(shares):
        amounts: list[Decimal | None] = []
        for column, amount in enumerate(whole):
            if at == last:
                others = [made[other][column] or Decimal(0) for other in leaves if other != at]
                amounts.append(amount - sum(others, Decimal(0)))
            else:
                amounts.append(half_up(Fraction(amount) * share))
        made.append((amounts[0], amounts[1], amounts[2]))
    return made


def _fund(label: str, amounts: Amounts) -> Values:
    names = ("p.initial", "p.adjusted", "p.paid")
    texts = {
        name: "" if not amount else f"{amount}" for name, amount in zip(names, amounts, strict=True)
    }
    texts |= {
        f"{name}_yuan": "" if not amount else f"{amount * 10000:.2f}"
        for name, amount in zip(names, amounts, strict=True)
    }
    adjusted, paid = amounts[1], amounts[2]
    texts["p.rate"] = (
        f"{half_up(Fraction(paid or 0) / Fraction(adjusted) * 100)}%" if adjusted else ""
    )
    return Values({"part": label, **texts})
