"""第三组句族（补助与分级）：户均补助、机关与所属、先分后总。"""

from benchmarks.mutation.families.weaving import Weave, family, near, size
from benchmarks.mutation.reports.books import Ledger
from benchmarks.mutation.reports.pen import Pen
from benchmarks.mutation.unseen.second_money import lists
from benchmarks.mutation.unseen.third_accounts import number, shared, shares, yuan


def homes(ledger: Ledger, pen: Pen) -> None:
    house = ledger.count("n", ledger.rng.randint(40, 3000), "户")
    ledger.count("m", house * 3 + ledger.rng.randint(0, house), "人")
    ledger.money("w", size(ledger) + near(ledger, size(ledger), 900, 1000))
    ledger.amount("each", yuan(ledger, "w") / house, 2, "元")
    pen.write("共为{n}、{m}发放补助资金{w}，户均{each}，资金全部通过社会保障卡发放到户。")
    pen.claim("quotient", "each", part="w", whole="n")


def both_levels(ledger: Ledger, pen: Pen) -> None:
    inner = lists(ledger, "cd", size(ledger))
    ledger.money("a", inner)
    outer = ledger.money("b", size(ledger))
    whole = ledger.money("w", inner + outer)
    ledger.rate("a.share", inner, whole)
    ledger.rate("c.share", number(ledger, "c"), inner)
    pen.write(
        "部门预算支出{w}，其中局机关{a}，占{a.share}，所属单位{b}。局机关支出中，基本支出{c}，"
        "占局机关支出的{c.share}，项目支出{d}。"
    )
    pen.claim("sum", "w", "open", part="a b")
    pen.claim("sum", "a", part="c d")
    shared(pen, "a", "w")
    pen.claim("ratio", "c.share", part="c", whole="a")


def first_named(ledger: Ledger, pen: Pen) -> None:
    """先说各项，末了才说总数和占比。"""
    whole = lists(ledger, "abc", size(ledger))
    ledger.money("w", whole)
    shares(ledger, "a", "w")
    pen.write(
        "{y}年拨付衔接资金{a}、粮食生产资金{b}、农田建设资金{c}，累计拨付涉农资金{w}，"
        "衔接资金占涉农资金的{a.share}。"
    )
    pen.claim("sum", "w", "closed", part="a b c")
    shared(pen, "a", "w")


WEAVES: tuple[Weave, ...] = (homes, both_levels, first_named)
FAMILIES = tuple(family(weave) for weave in WEAVES)
