"""织句：用账上的数和模板织成一句多关系的句子，声明其中每一处勾稽。"""

from collections.abc import Callable
from decimal import Decimal
from random import Random
from typing import TypeAlias

from benchmarks.mutation import manner as hand
from benchmarks.mutation.manner import Manner
from benchmarks.mutation.passage import Passage
from benchmarks.mutation.reports.books import Books, Ledger
from benchmarks.mutation.reports.pen import Pen

Weave: TypeAlias = Callable[[Ledger, Pen], None]


def family(weave: Weave) -> Callable[[Random, Manner], Passage]:
    """把一种织法变成句族；单位用元、万元，写法随笔法。"""

    def make(rng: Random, manner: Manner) -> Passage:
        usual = manner._replace(trim=False, unit="元" if manner.unit == "元" else "万元")
        usual = usual._replace(places=max(2, usual.places))
        ledger = Ledger(rng, usual)
        pen = Pen(rng, usual, Books(ledger.values, (), (), ((), ())))
        weave(ledger, pen)
        return pen.passage()

    make.__name__, make.__module__ = weave.__name__, weave.__module__
    return make


def size(ledger: Ledger) -> Decimal:
    return hand.amount(ledger.rng, ledger.manner) + 50


def near(ledger: Ledger, number: Decimal, low: int, high: int) -> Decimal:
    """number 的千分之 low 至 high。"""
    return hand.fit(number * Decimal(ledger.rng.randint(low, high)) / 1000, ledger.manner)


def grown(pen: Pen, name: str, *, prior: bool = False) -> None:
    words_here = f"{name}.amount_word {name}.rate_word"
    if prior:
        both = {"current": name, "prior": f"{name}.prior"}
        pen.claim("yoy_amount", f"{name}.change", direction=f"{name}.amount_word", **both)
        pen.claim("yoy_percent", f"{name}.rate", direction=words_here, **both)
        return
    pen.claim(
        "yoy_percent", f"{name}.rate", current=name, change=f"{name}.change", direction=words_here
    )
