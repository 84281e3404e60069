"""对上号的结果：一个数说的是哪一项，怎么对上的。"""

from typing import NamedTuple

from assistant.reading.talk import cues
from assistant.reading.talk.amounts import Amount
from assistant.reading.talk.changes import moved_to


class Target(NamedTuple):
    """说的是哪几个字段。every：一说几项，每项同一个数。start、end 是引文起讫，name 是叫法。

    context 为真：话里没有说是哪一项，由前文定（见 facts_context）。
    """

    keys: tuple[str, ...]
    start: int
    every: bool = False
    end: int = 0
    name: str = ""
    context: bool = False


class Bound(NamedTuple):
    """对上号的一个数。year 非零是列头写明的年份。

    how       named 有口径名；again 承前；change 是增减
    sign      增减的正负
    negated   “不是 A”“写成了 A”里的 A
    revising  “应为”“查到了”之类，替换前面的说法
    moved     “增加到 A”里的 A，说的是本年
    each      “都是 A”
    stated    “是 A”“却是 A”，不只是一个光秃秃的数
    elliptic  “今年的是 A”：省了名称，说的是刚说过的那一项
    total     “合起来 A”：前面各数是它的一部分
    """

    target: Target
    amount: Amount
    how: str = "named"
    sign: int = 0
    negated: bool = False
    revising: bool = False
    moved: bool = False
    each: bool = False
    stated: bool = False
    elliptic: bool = False
    total: bool = False
    year: int = 0


def bound_of(target: Target, amount: Amount, how: str, raw: str, text: str) -> Bound:
    """由名称和数之间的话 raw 定出是怎么说的。"""
    return Bound(
        target,
        amount,
        how,
        negated=bool(
            cues.NEGATED.search(raw)
            or cues.DENIED.search(text[max(0, target.start - 6) : target.start])
        ),
        revising=bool(cues.REVISING.search(raw) or cues.FIXED.match(text, amount.span.end)),
        moved=moved_to(raw),
        each=bool(cues.EACH.search(raw)),
        stated=bool(cues.STATED.search(raw)),
        elliptic=bool(cues.ELLIPTIC.search(raw)),
        total=cues.is_total(text, target.start, raw),
    )
