"""推算：用勾稽关系把没人报的数算出来，算到不再增加为止。

线性关系（合计、差额、恒等）哪一项缺都能算；比率只算结果，不倒推分子分母，
因为印出的比率已经过取舍。每个数同时带着它的取舍区间。
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from assistant.domain.intervals import Interval
from assistant.domain.relations import AtMost, Difference, Ratio, Relation, SameAs, Total

Terms = tuple[tuple[str, str], ...]
"""算式的各项：（符号，地址），首项符号为空。"""


class Known(NamedTuple):
    """一个已知数，以基本单位计。spread 是取舍区间；terms 是算式，报来的为空。"""

    value: Decimal
    spread: Interval
    relation: Relation | None = None
    terms: Terms = ()


def solve(given: Mapping[str, Known], relations: Sequence[Relation]) -> dict[str, Known]:
    """报来的数加上能由它们算出的数。"""
    known = dict(given)
    progress = True
    while progress:
        progress = False
        for relation in relations:
            target = _computable(relation, known)
            if target is not None and (item := derive(relation, target, known)) is not None:
                known[target] = item
                progress = True
    return known


def derive(relation: Relation, target: str, known: Mapping[str, Known]) -> Known | None:
    """由关系中的其他项得出 target；输入不全或除数为零时为 None。上限关系给出上限本身。"""
    terms = terms_for(relation, target, known)
    if any(address not in known for _, address in terms):
        return None
    if isinstance(relation, Ratio):
        part, whole = known[relation.part], known[relation.whole]
        if whole.spread.low <= 0 <= whole.spread.high:
            return None
        return Known(part.value / whole.value, part.spread / whole.spread, relation, terms)
    value, spread = Decimal(0), Interval.exactly(Decimal(0))
    for sign, address in terms:
        item = known[address]
        value = value - item.value if sign == "-" else value + item.value
        spread = spread - item.spread if sign == "-" else spread + item.spread
    return Known(value, spread, relation, terms)


def terms_for(relation: Relation, target: str, known: Mapping[str, Known]) -> Terms:
    """求 target 的算式。没报的可选项不列。"""
    match relation:
        case Ratio(part=part, whole=whole):
            return (("", part), ("÷", whole))
        case AtMost(limit=limit):
            return (("", limit),)
    coefficients = _linear(relation, known)
    own = dict(coefficients)[target]
    rest = [(address, -sign * own) for address, sign in coefficients if address != target]
    rest.sort(key=lambda term: -term[1])
    return tuple((_sign(n, sign), address) for n, (address, sign) in enumerate(rest))


def _computable(relation: Relation, known: Mapping[str, Known]) -> str | None:
    """关系里唯一还不知道、又可以求的一项。"""
    match relation:
        case AtMost():
            return None
        case Ratio(figure=figure):
            return None if figure in known else figure
    unknown = [address for address, _ in _linear(relation, known) if address not in known]
    return unknown[0] if len(unknown) == 1 else None


def _linear(relation: Relation, known: Mapping[str, Known]) -> list[tuple[str, int]]:
    """0 = Σ 系数 × 项。"""
    match relation:
        case Total(figure=figure, of=of, optional=optional):
            present = [address for address in optional if address in known]
            return [(figure, -1), *((address, 1) for address in (*of, *present))]
        case Difference(figure=figure, minuend=minuend, subtrahend=subtrahend):
            return [(figure, -1), (minuend, 1), (subtrahend, -1)]
        case SameAs(figure=figure, other=other):
            return [(figure, -1), (other, 1)]
    raise AssertionError(f"{relation.kind} 不是线性关系")


def _sign(position: int, sign: int) -> str:
    if sign < 0:
        return "-"
    return "+" if position else ""
