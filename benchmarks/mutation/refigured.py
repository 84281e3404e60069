"""真实句式换新数：操作数齐全、别无他数的公开句，换上随机而相容的数。运行时读取，不存入本项目。"""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from random import Random

from benchmarks.mutation import figures as printed
from benchmarks.mutation import manner as hand
from benchmarks.mutation.documents import surround
from benchmarks.mutation.families.shares import split
from benchmarks.mutation.figures import Figure
from benchmarks.mutation.manner import Manner
from benchmarks.mutation.oracle import broken
from benchmarks.mutation.passage import Passage, Token, Word, replace, tokens
from benchmarks.mutation.pool import Base

OTHER_FIGURES = re.compile(r"\d[\d.,]*\s*(?:万|亿|元|%|分|个|辆|平方米)")


def variants(bases: list[Base], seed: int, each: int) -> Iterator[Base]:
    """每条可换数的公开句给出 each 份新底稿。"""
    for base in bases:
        for index in range(each if _whole(base.passage) else 0):
            rng = Random(f"{seed}/{base.id}/{index}")
            found = _refigured(rng, base.passage)
            if found is not None and not broken(found):
                context = surround(rng, hand.draw(rng), table=True, dated=False)
                name = f"r-{base.id[2:]}-{index}"
                family = base.family.replace("open.", "refigured.")
                yield Base(name, family, "换数句", found, context)


def _whole(passage: Passage) -> bool:
    """操作数都在句中、单位写明、此外没有别的数。"""
    literal = "".join(part for part in passage.parts if isinstance(part, str))
    shown = [t for t in tokens(passage).values() if isinstance(t, Figure)]
    return (
        not passage.hidden
        and not OTHER_FIGURES.search(literal)
        and all(not figure.style.bare for figure in shown)
    )


def _refigured(rng: Random, passage: Passage) -> Passage | None:
    claim = passage.claims[0]
    found = tokens(passage)
    keys = {role: key for role, key in claim.operands if role != "direction"}
    stated = found[claim.stated]
    first = found[claim.operands[0][1]]
    if not isinstance(stated, Figure) or not isinstance(first, Figure):
        return None
    manner = hand.draw(rng)._replace(unit=first.unit, places=2)
    if claim.relation == "sum":
        changes = _sum(rng, manner, [k for r, k in claim.operands if r == "part"], claim.stated)
    elif "part" in keys:
        changes = _share(rng, manner, keys, claim.stated)
    else:
        changes = _growth(rng, manner, passage, keys, claim.stated)
    return replace(passage, _printed(found, changes))


def _printed(found: dict[str, Token], digits: dict[str, str]) -> dict[str, Token]:
    """只换数字，单位与写法照旧。"""
    return {
        key: token._replace(digits=digits[key])
        for key, token in found.items()
        if key in digits and isinstance(token, Figure)
    }


def _sum(rng: Random, manner: Manner, parts: list[str], stated: str) -> dict[str, str]:
    amounts = split(rng, manner, hand.amount(rng, manner), len(parts))
    done: dict[str, str] = {k: f"{a:.2f}" for k, a in zip(parts, amounts, strict=True)}
    return {**done, stated: f"{sum(amounts, Decimal(0)):.2f}"}


def _share(rng: Random, manner: Manner, keys: dict[str, str], stated: str) -> dict[str, str]:
    whole = hand.amount(rng, manner)
    part = hand.fit(whole * Decimal(rng.randint(50, 999)) / 1000, manner) or whole
    rate = printed.half_up(100 * Fraction(part) / Fraction(whole), 2)
    return {keys["part"]: f"{part:.2f}", keys["whole"]: f"{whole:.2f}", stated: rate}


def _growth(
    rng: Random, manner: Manner, passage: Passage, keys: dict[str, str], stated: str
) -> dict[str, str]:
    """方向词照原句，变动为正。"""
    words = [t for t in tokens(passage).values() if isinstance(t, Word)]
    sign = -1 if any(w.meaning == "down" for w in words) else 1
    before = hand.amount(rng, manner)
    change = hand.fit(before * Decimal(rng.randint(10, 700)) / 1000, manner) or before / 2
    numbers = {"current": before + sign * change, "prior": before, "change": change}
    rate = printed.half_up(100 * Fraction(change) / Fraction(before), 2)
    done: dict[str, str] = {
        keys[r]: f"{numbers[r]:.2f}" for r in ("current", "prior", "change") if r in keys
    }
    return {**done, stated: rate}
