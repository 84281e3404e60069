"""增减的一组：增减额、增减率按次序配对，连同它前后的由……到……。"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.domain.quantities import Dimension
from assistant.reading.claims.sentence.comparisons import Comparison
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.items import Item, Paragraph
from assistant.reading.text.labels import GENERIC

MEASURES = frozenset("增幅 增速 降幅 涨幅 增长率 占比 比重 比例 比率".split())
_FAR = 3
_SPELL = re.compile("[两二三四五六七八九十]年(?:来|间)?(?:共|累计)?")  # 十年减少：说的是多久
_MOVING = (Role.CHANGE, Role.RATE)


class Move(NamedTuple):
    """一组增减，各是在段里的序号。

    amounts 与 rates 按次序配对；origin、reached 是“由……增加到……”的两头（没有为 -1）；
    against 是比较对象，base 是夹在比较里的数（没有为 -1）；name 是写在增减之前的名称。
    """

    amounts: tuple[int, ...]
    rates: tuple[int, ...]
    origin: int
    reached: int
    against: Comparison | None
    base: int
    name: str

    @property
    def first(self) -> int:
        """这组的第一个数。"""
        return min((*self.amounts, *self.rates))

    @property
    def last(self) -> int:
        """这组的最后一个数。"""
        return max((*self.amounts, *self.rates))


def moves(paragraph: Paragraph) -> Iterator[Move]:
    """一段里的各组增减。"""
    items, at = paragraph.items, 0
    while at < len(items):
        if items[at].role not in _MOVING:
            at += 1
            continue
        first = _run(items, at)
        second = _second(items, first)
        amount_first = items[at].role is Role.CHANGE and not _in_points(items, at, second)
        amounts, rates = (first, second) if amount_first else (second, first)
        yield _move(paragraph, amounts, rates)
        at = (second or first)[-1] + 1


def _run(items: Sequence[Item], at: int) -> tuple[int, ...]:
    end = at + 1
    while end < len(items) and items[end].follows:
        end += 1
    return tuple(range(at, end))


def _second(items: Sequence[Item], first: tuple[int, ...]) -> tuple[int, ...]:
    """紧接着说同一件事的另一种：有额说幅，有幅说额。"""
    after = first[-1] + 1
    if after >= len(items):
        return ()
    one, other = items[first[0]], items[after]
    near = (
        other.role in _MOVING
        and other.sentence == one.sentence
        and other.clause - items[first[-1]].clause <= _FAR
        and (other.part == one.part or other.host == first[-1])
        and not other.label.core
        and other.opens is None
        and not _compared_apart(one, other)
    )
    near = near and (_differ(one, other) or _misprinted(items, first[0], other))
    return _run(items, after) if near else ()


def _misprinted(items: Sequence[Item], at: int, other: Item) -> bool:
    """同比增长20.70个百分点，增支50万元：前面没说过比率，又没有名称的百分点，是增幅写错了单位。"""
    one = items[at]
    money = other.role is Role.CHANGE and other.dimension in (Dimension.MONEY, Dimension.COUNT)
    if one.dimension is not Dimension.POINT or not money or one.label.core:
        return False
    earlier = (i for i in items[:at] if i.sentence == one.sentence)
    return not any(i.dimension is Dimension.RATIO for i in earlier)


def _in_points(items: Sequence[Item], at: int, second: tuple[int, ...]) -> bool:
    """打头的是写成百分点的增幅，后面才是额。"""
    return items[at].dimension is Dimension.POINT and bool(second)


def _compared_apart(one: Item, other: Item) -> bool:
    """同比下降……，较预算（报告数）增加……：各与各的比，不是一件事的两种说法。"""
    if one.against is None or other.against is None:
        return False
    basis = (one.against.basis, other.against.basis)
    years = (one.against.year, other.against.year)
    return (basis[0] != basis[1] and "budget" in basis) or (None in years and years[0] != years[1])


def _differ(one: Item, other: Item) -> bool:
    """一个是额一个是幅；把幅写成百分点的也算幅。"""
    if one.dimension is Dimension.POINT:
        return False
    if other.dimension is Dimension.POINT:
        return one.dimension is not Dimension.RATIO
    return one.role is not other.role


def _of_a_part(items: Sequence[Item], base: int, first: int) -> bool:
    """比上年的甲减少乙，其中丙减少……、丁减少……：甲是总数的上年数，不是丙、丁的。"""
    head = items[first]
    if head.label.core in GENERIC:
        return False
    told = [each for each in items[base + 1 : first] if each.operand == base]
    return any(each.label.core != head.label.core for each in told)


def _ends_after(items: Sequence[Item], last: int) -> bool:
    """同比提高7.7个百分点，由73.6%变为81.3%：说完增减，紧接着说由多少到多少。"""
    if last + 2 >= len(items):
        return False
    origin, reached = items[last + 1], items[last + 2]
    ends = origin.role is Role.ORIGIN and reached.role is Role.REACHED
    near = origin.part == items[last].part and origin.clause - items[last].clause == 1
    return ends and near and not origin.label.core and origin.depth == items[last].depth


def _move(paragraph: Paragraph, amounts: tuple[int, ...], rates: tuple[int, ...]) -> Move:
    items = paragraph.items
    first = min((*amounts, *rates))
    head = items[first]
    reached = next(
        (
            index
            for index in paragraph.before(first, Role.REACHED)
            if items[index].part == head.part and head.clause - items[index].clause <= _FAR
        ),
        -1,
    )
    if reached >= 0 and any(each.opens is not None for each in items[reached + 1 : first + 1]):
        reached = -1  # 由甲调整为乙，其中：丙增加……：丙不是乙
    origin = next(paragraph.before(reached if reached >= 0 else first, Role.ORIGIN), -1)
    if origin < 0 and reached < 0 and _ends_after(items, max((*amounts, *rates))):
        origin, reached = max((*amounts, *rates)) + 1, max((*amounts, *rates)) + 2
    elif origin >= 0 and (
        items[origin].part != head.part
        or any(each.opens is not None for each in items[origin + 1 : first + 1])
    ):
        origin = -1
    base = next((items[i].operand for i in (*amounts, *rates) if items[i].operand >= 0), -1)
    if 0 <= base < origin < reached:
        base = -1  # 收入比上年丁增加戊，主要是丙由甲增加到乙，增加……：不是与丁比
    if base >= 0 and _of_a_part(items, base, first):
        base = -1
    name = "" if _SPELL.fullmatch(head.label.core) else head.label.core
    return Move(amounts, rates, origin, reached, head.against, base, name)


def has_ratio(paragraph: Paragraph, move: Move) -> bool:
    """这一句在增减之前说过比率，或由多少到多少说的是比率。"""
    if move.reached >= 0 and paragraph.items[move.reached].dimension is Dimension.RATIO:
        return True
    sentence = paragraph.items[move.first].sentence
    return any(
        item.dimension is Dimension.RATIO and (item.role is not Role.RATE or move.name in MEASURES)
        for item in paragraph.items[: move.first]
        if item.sentence == sentence
    )
