"""模型所指：模型只说“这一小段原话是某字段”，数由代码从那段原话里读，和读话规则的结果并列。

二者一致就一致；规则按字面认出而模型另有所指的，从规则并说明；规则只是承前推断的，请人来定。
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from assistant.domain.facts import FieldSpec
from assistant.domain.findings import Span
from assistant.reading.talk.amounts import Amount
from assistant.reading.talk.bound import Bound, Target
from assistant.reading.talk.gaps import erase
from assistant.reading.talk.scene import Scene
from assistant.reading.talk.types import Rejection

_OTHER_BASIS = re.compile(
    r"预算|目标|计划|指标|追加|调增|收回|人均|每|上限|限额|增加|减少|增长|下降|多了|少了|结余|超支|欠"
)
_RANGE = re.compile("不等|之间|上下|左右")
_COMMON = frozenset(
    "收入 支出 经费 总额 总计 合计 金额 费用 数量 人数 本年 年初 年末 全年 部门 "
    "得分 平均 人次 批次".split()
)


class Pointed(NamedTuple):
    """模型的一处所指。last_year：它说是上年的。revising：它说是更正。"""

    key: str
    quote: str
    last_year: bool = False
    revising: bool = False


class Sided(NamedTuple):
    """并列的结果：一起去定值的，和不收的。"""

    bound: tuple[Bound, ...]
    rejected: tuple[Rejection, ...]


def side_by_side(
    view: Scene, original: str, bound: Sequence[Bound], found: Sequence[Amount],
    pointed: Sequence[Pointed],
) -> Sided:  # fmt: skip
    """把模型所指并到规则的结果里。found 是话里全部的数。"""
    kept = list(bound)
    rejected: list[Rejection] = []
    for one in pointed:
        outcome = _place(view, original, kept, found, one)
        if isinstance(outcome, Rejection):
            rejected.append(outcome)
        elif outcome is not None:
            kept = [b for b in kept if b.amount.span != outcome.amount.span]
            kept.append(outcome)
    return Sided(tuple(kept), tuple(rejected))


def _place(
    view: Scene, original: str, bound: Sequence[Bound], found: Sequence[Amount], one: Pointed
) -> Bound | Rejection | None:
    """一处所指的去处：并入、不收，或与规则一致而无须再记（None）。"""
    spec = view.specs.get(one.key)
    at = original.find(one.quote) if one.quote else -1
    if spec is None or at < 0:
        return Rejection(one.quote, "模型引的不是您的原话，没有采用", Span(0, 0))
    span = Span(at, at + len(one.quote))
    amount = _only(found, span)
    if amount is None and _all_read(found, bound, span):
        return None
    if amount is None:
        return Rejection(one.quote, "模型引的这段话里不是恰好一个数，没有采用", span)
    mine = next((b for b in bound if b.amount.span == amount.span), None)
    taken = [b.target for b in bound if b.how == "named" and b.amount.span != amount.span]
    reason = _doubt(view, spec, amount, span, taken)
    if mine is not None and mine.target.keys:
        return None if reason and mine.how != "named" else _compared(view, mine, one, spec, span)
    if reason:
        return Rejection(one.quote, f"模型认作“{spec.label}”，{reason}，没有采用", span)
    year = view.year - 1 if one.last_year and _mentions_last_year(view) else 0
    target = Target((one.key,), span.start, end=span.end)
    return Bound(target, amount, "pointed", revising=one.revising, year=year)


def _compared(
    view: Scene, mine: Bound, one: Pointed, spec: FieldSpec, span: Span
) -> Bound | Rejection | None:
    """规则也认了这个数：一致则罢；承前推断的与它不同则请人定，字面认出的从规则。"""
    if one.key in mine.target.keys or mine.how == "change":
        return None
    if mine.how == "named":
        label = view.specs[mine.target.keys[0].split(".prior")[0]].label
        return Rejection(one.quote, f"模型认作“{spec.label}”，按字面记作“{label}”", span)
    return mine._replace(target=mine.target._replace(keys=(*mine.target.keys, one.key)))


def _all_read(found: Sequence[Amount], bound: Sequence[Bound], span: Span) -> bool:
    """这段话里的数规则都认了：模型引得宽，没有少收什么，不必拿来烦人。"""
    inside = [a.span for a in found if span.start <= a.span.start and a.span.end <= span.end]
    known = {b.amount.span for b in bound if b.target.keys}
    return len(inside) > 1 and known.issuperset(inside)


def _only(found: Sequence[Amount], span: Span) -> Amount | None:
    inside = [a for a in found if span.start <= a.span.start and a.span.end <= span.end]
    return inside[0] if len(inside) == 1 else None


def _doubt(
    view: Scene, spec: FieldSpec, amount: Amount, span: Span, taken: Sequence[Target]
) -> str:
    """模型所指的疑点：前面说的是预算、追加之类，或者和这个字段毫不相干。taken 是别的数的名称。"""
    before = re.split(
        r"[，,。；;\n]", view.text[max(0, amount.span.start - 20) : amount.span.start]
    )
    names = (spec.label, *spec.aliases)
    blocked = _OTHER_BASIS.search(before[-1])
    if blocked and not any(blocked[0] in name for name in names):
        return f"而前面说的是“{blocked[0]}”"
    if _RANGE.match(view.text, amount.span.end):
        return "而说的是一个范围"
    asked = any(spec.key == address.removesuffix(".prior") for address in view.context.asked)
    if asked or spec.key in view.context.open or _related(view, names, span, taken):
        return ""
    return "而话里没有说到它"


def _related(view: Scene, names: Sequence[str], span: Span, taken: Sequence[Target]) -> bool:
    """所在的句子里有字段名称里的两个连字：太泛的不算，已经是别的数的名称的不算。"""
    sentence = view.sentence_at(span.start)
    start = sentence.span.start if sentence else 0
    text = erase(
        view.text, start, span.end, tuple(Span(t.start, t.start + len(t.name)) for t in taken)
    )
    pairs = {name[i : i + 2] for name in names for i in range(len(name) - 1)} - _COMMON
    return any(pair in text for pair in pairs)


def _mentions_last_year(view: Scene) -> bool:
    return any(mark.year == view.year - 1 for mark in view.marks)
