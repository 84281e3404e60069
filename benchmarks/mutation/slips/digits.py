"""手误：换位、漏位、多位、错字、小数点错位、翻倍、末位差一。"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise
from random import Random

from benchmarks.mutation.figures import EXACT_UNITS, places
from benchmarks.mutation.passage import Passage
from benchmarks.mutation.slips.edit import Edit, Finder, Slip, figures_of, redigit


def _positions(digits: str) -> list[int]:
    return [i for i, ch in enumerate(digits) if ch.isdigit()]


def transposed(digits: str) -> list[str]:
    """相邻两位互换（可跨小数点）。"""
    at = _positions(digits)
    done = []
    for i, j in pairwise(at):
        chars = list(digits)
        chars[i], chars[j] = chars[j], chars[i]
        done.append("".join(chars))
    return done


def dropped(digits: str) -> list[str]:
    """漏打整数部分的一位。"""
    whole = digits.partition(".")[0]
    at = _positions(whole)
    return [digits[:i] + digits[i + 1 :] for i in at] if len(at) > 1 else []


def added(digits: str) -> list[str]:
    """多打一位（整数部分某位重复）。"""
    at = _positions(digits.partition(".")[0])
    return [digits[:i] + digits[i] + digits[i:] for i in at]


def mistyped(digits: str) -> list[str]:
    """打错一位。"""
    return [digits[:i] + d + digits[i + 1 :] for i in _positions(digits) for d in "0123456789"]


def shifted(digits: str) -> list[str]:
    """小数点左移或右移一位，印出的位数不变。"""
    keep = places(digits)
    number = Decimal(digits)
    moved = (number * 10, number / 10)
    return [f"{m:.{keep}f}" for m in moved if Decimal(f"{m:.{keep}f}") == m or m > number]


def doubled(digits: str) -> list[str]:
    return [f"{Decimal(digits) * 2:.{places(digits)}f}"]


def nudged(digits: str) -> list[str]:
    """末位差一。"""
    unit = Decimal(1).scaleb(-places(digits))
    return [f"{Decimal(digits) + d:.{places(digits)}f}" for d in (unit, -unit)]


def _valid(old: str, new: str) -> bool:
    """像一个数：整数部分不以多余的零开头，不为零，与原数不同。"""
    whole = new.lstrip("-").partition(".")[0]
    plain = whole == "0" or not whole.startswith("0")
    return bool(whole) and plain and Decimal(new) not in (Decimal(0), Decimal(old))


def _finder(maker: Callable[[str], list[str]], *, counts: bool = True) -> Finder:
    def find(rng: Random, passage: Passage) -> Iterator[Edit]:
        found = figures_of(passage)
        for each in rng.sample(found, len(found)):
            if not counts and each.unit in EXACT_UNITS:
                continue
            options = [new for new in maker(each.digits) if _valid(each.digits, new)]
            if options:
                yield redigit(each, rng.choice(options))

    return find


DIGITS = "数字换位或漏位"
SLIPS = (
    Slip("transposed", "数字换位", DIGITS, _finder(transposed)),
    Slip("dropped-digit", "漏打一位", DIGITS, _finder(dropped)),
    Slip("added-digit", "多打一位", DIGITS, _finder(added)),
    Slip("wrong-digit", "打错一位", "", _finder(mistyped)),
    Slip("decimal-shift", "小数点错位", DIGITS, _finder(shifted, counts=False)),
    Slip("doubled", "数字翻倍", "", _finder(doubled)),
    Slip("last-digit", "末位差一", "", _finder(nudged, counts=False)),
)
