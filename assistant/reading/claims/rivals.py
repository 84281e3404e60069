"""别的读法：换一个邻近的数作运算数，所写的正好算得通，多半是认错了运算数，断不定是写错了数。

整改完成26个，完成率76.5%：除以前面的总数89个不对，除以同段的34个正好。
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from assistant.domain.findings import Span
from assistant.domain.quantities import digits
from assistant.domain.statements import Cause, Statement, Verdict
from assistant.reading.claims.judging.formulas import CHANGE, COMPLETED, SAME, TOTAL
from assistant.reading.claims.judging.judging import Claim, Input, agrees, exact
from assistant.reading.claims.judging.repairs import figures
from assistant.reading.claims.sentence.items import Item, Paragraph

# 认错了运算数，也常说得通的错因
_VAGUE = (Cause.NONE, Cause.OMITTED, Cause.STALE, Cause.DIGITS, Cause.UNIT)
_LEFT = (Cause.NONE, Cause.STALE, Cause.OMITTED)  # 改哪一处都不成时才说的
_GATHERED = (COMPLETED, TOTAL)  # 运算数靠名称、靠上下文找来
_TELLING = 3  # 所写的有这么多位，碰巧算得通才少见
_WORLDS_APART = 1000
_REACH = 16  # 往前往后各看这么多个数


def doubted(
    claims: Sequence[Claim], statements: Iterable[Statement], paragraphs: Sequence[Paragraph]
) -> Iterator[Statement]:
    """各条判断；说不出错因又读得勉强的、另有读法算得通的，不再断定。"""
    statements = tuple(statements)
    if not any(_is_vague(each) for each in statements):
        yield from statements
        return
    items = sorted(
        (item for each in paragraphs for item in each.items), key=lambda item: item.mention.span
    )
    starts = [item.mention.span.start for item in items]
    for claim, each in zip(claims, statements, strict=True):
        if _is_vague(each) and claim.formula is not SAME:
            spans = [figure.span for figure in figures(claim)]
            first = bisect_left(starts, min(span.start for span in spans)) - _REACH
            last = bisect_right(starts, max(span.end for span in spans)) + _REACH
            yield each._replace(certain=_stands(claim, each.cause, items[max(0, first) : last]))
        else:
            yield each


def _is_vague(each: Statement) -> bool:
    return each.verdict is Verdict.INCONSISTENT and each.certain and each.cause in _VAGUE


def _stands(claim: Claim, cause: Cause, near: Sequence[Item]) -> bool:
    """读得稳，又没有别的读法：写在一句里的增减、占比，只有同一句的数可以换。"""
    sentences = {item.mention.span: (item.paragraph, item.sentence) for item in near}
    places = {sentences.get(each.span) for each in figures(claim)}
    if cause in _LEFT and _is_loose(claim, near, places):
        return False
    if cause is Cause.UNIT:  # 一项差一万倍，等于没有这一项
        return claim.formula is not TOTAL or not _without_one(claim)
    within = len(places) == 1 and claim.formula not in _GATHERED
    return not _fits(claim, [i for i in near if not within or sentences[i.mention.span] in places])


def _is_loose(claim: Claim, near: Sequence[Item], places: set[tuple[int, int] | None]) -> bool:
    """读得勉强：合计、比率差得太多；完成率中间隔着别的数；增减用到的数单位不同、不全在一句。

    表格里的数没有句，places 里是 None，不论在不在一句。
    """
    told = figures(claim)
    if claim.formula is TOTAL:
        return _is_far_off(claim)
    if claim.formula is COMPLETED:
        spans = sorted(each.span for each in told)
        return sum(spans[0] <= item.mention.span <= spans[-1] for item in near) > len(told)
    mixed = claim.formula is CHANGE and len({each.quantity.unit for each in told}) > 1
    scattered = len(places) > 1 and None not in places
    return mixed or scattered or (claim.formula.divisor is not None and _is_out_of_scale(claim))


def _is_out_of_scale(claim: Claim) -> bool:
    """所写的不到算出的一半，或是两倍以上，几种读法都这样：又说不出怎样写错的，多半认错了数。"""
    said = abs(claim.stated.base)
    ways = ((claim.formula, claim.inputs), *claim.others)
    rights = (abs(exact(formula, inputs) or Decimal(0)) for formula, inputs in ways)
    return all(max(right, said) > 2 * min(right, said) for right in rights)


def _without_one(claim: Claim) -> bool:
    """不算其中一项，合计正好。"""
    inputs = claim.inputs
    return len(inputs) > 2 and any(
        agrees(TOTAL, (*inputs[:at], *inputs[at + 1 :]), claim.stated)
        for at, _ in enumerate(inputs)
    )


def _is_far_off(claim: Claim) -> bool:
    """漏了一大半；有一项比合计还大，又不是大得像差了一万倍；有加有减的，差出其中最大的数的一半。"""
    right, said = exact(TOTAL, claim.inputs) or Decimal(0), abs(claim.stated.base)
    most = max(abs(each.base) for each in claim.inputs)
    if all(each.sign > 0 for each in claim.inputs):
        return right * 2 < said or 1 < most / (said or most) < _WORLDS_APART
    return abs(right - claim.stated.base) * 2 > max(most, said)


def _fits(claim: Claim, near: Sequence[Item]) -> bool:
    """换掉一个运算数，就算得通。"""
    if len(digits(abs(claim.stated.quantity.value)).replace(".", "").strip("0")) < _TELLING:
        return False
    taken: set[Span] = {each.span for each in figures(claim)}
    return any(
        item.dimension is each.quantity.dimension
        and item.mention.span not in taken
        and agrees(claim.formula, _replaced(claim.inputs, at, item), claim.stated)
        for at, each in enumerate(claim.inputs)
        for item in near
    )


def _replaced(inputs: tuple[Input, ...], at: int, item: Item) -> tuple[Input, ...]:
    other = inputs[at]._replace(
        quantity=item.quantity, span=item.mention.span, qualifier=item.mention.qualifier
    )
    return (*inputs[:at], other, *inputs[at + 1 :])
