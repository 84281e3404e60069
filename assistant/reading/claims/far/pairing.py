"""一个比率的分子、分母各有几个可能：有一对算得通就算读懂；都算不通的，分得清才照判，分不清须像笔误。"""

from collections.abc import Sequence

from assistant.domain.statements import Relationship
from assistant.reading.claims.far.told import Told
from assistant.reading.claims.judging.formulas import COMPLETED, PART
from assistant.reading.claims.judging.judging import Claim, Doubt, Input, agrees
from assistant.reading.claims.sentence.kinds import same_heads
from assistant.reading.claims.sentence.naming import same_thing

_TRIED = 8


def ratio_claim(
    stated: Input, parts: Sequence[Told], wholes: Sequence[Told], *, planned: bool = False
) -> Claim | None:
    """最可能的在先；分母比分子小的不算。"""
    formula = COMPLETED if planned else PART
    roles = ("actual", "budget") if planned else ("part", "whole")
    ways = [
        (part.input._replace(role=roles[0]), whole.input._replace(role=roles[1]))
        for part in parts[:_TRIED]
        for whole in wholes[:_TRIED]
        if part.input.span != whole.input.span and part.input.base <= whole.input.base
        if same_heads(part.input.quantity.unit, whole.input.quantity.unit)
    ]
    if not ways or stated.span in {each.span for way in ways for each in way}:
        return None
    inputs = next((way for way in ways if agrees(formula, way, stated)), ways[0])
    sure = len({each.input.base for each in parts}) == len({x.input.base for x in wholes}) == 1
    return Claim(
        Relationship.EXECUTION_RATE if planned else Relationship.RATIO,
        formula,
        inputs,
        stated,
        stated.span,
        certain=False,
        doubt=Doubt.NONE if sure else Doubt.CAUSE,
    )


def called(name: str, pool: Sequence[Told], *, least: int = 2) -> list[Told]:
    """叫这个名称的：叫法最像的那几个，前后次序不变。"""
    if len(name) < 2:
        return []
    scores = [_likeness(name, each) for each in pool]
    best = max(scores, default=0)
    if best < least:
        return []
    return [each for each, score in zip(pool, scores, strict=True) if score == best]


def _likeness(name: str, each: Told) -> int:
    """名称全同 4，只差“合计、收入” 3，结尾相同 2；减去了什么的（非税收入）不像。

    点数的看后面的名词：18个行政村，3个社区不是行政村。
    """
    if each.noun and not each.said.endswith(name):
        return 4 if name in each.noun else 2 if name.endswith(each.noun) else 0
    alike = same_thing(name, each.name)
    if alike == 2 and each.name.removesuffix(name)[-1:] in tuple("净非未不"):
        return 0
    bare = each.name.removesuffix("收入").removesuffix("支出")
    return 3 if alike < 3 and bare == name else alike
