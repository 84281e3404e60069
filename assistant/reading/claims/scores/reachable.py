"""够不够得着：n 个若干位小数的得分，平均起来能不能是所写的数。"""

import re
from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal

from assistant.domain.quantities import Dimension, Quantity, half_up, places_of
from assistant.domain.statements import Operand, Relationship, Statement, Verdict
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.items import Item, Paragraph

_WHOLE = re.compile(r"(?:均|都|全部)?(?:为|是|取|打)整数")
_MEAN = re.compile(r"平均|均分|均值")


def reachable(count: int, mean: Decimal, places: int) -> bool:
    """Count 个 places 位小数的得分，平均四舍五入后能不能等于 mean。"""
    half = Decimal(5).scaleb(-places_of(mean) - 1)
    step = Decimal(1).scaleb(-places)
    low, high = (mean - half) * count, (mean + half) * count
    return (low / step).to_integral_value(ROUND_CEILING) * step < high


def means(paragraph: Paragraph) -> Iterator[tuple[Item, Item]]:
    """“若干个项目平均若干分”：个数和平均分。"""
    for at, item in enumerate(paragraph.items):
        if item.dimension is not Dimension.SCORE:
            continue
        if item.role is not Role.MEAN and not _MEAN.search(item.lead):
            continue
        counts = [
            i
            for i in paragraph.items[:at]
            if i.sentence == item.sentence and i.dimension is Dimension.COUNT
        ]
        if counts and counts[-1].quantity.value >= 1:
            yield counts[-1], item


def whole_means(paragraph: Paragraph) -> Iterator[Statement]:
    """写明各项得分都是整数的平均分。"""
    if "整数" not in paragraph.text or not _WHOLE.search(paragraph.text):
        return
    for count, mean in means(paragraph):
        number = int(count.quantity.value)
        good = reachable(number, mean.quantity.value, places=0)
        span = mean.mention.span
        yield Statement(
            Relationship.AVERAGE,
            (Operand("count", count.quantity, count.mention.span),),
            Operand("mean", mean.quantity, span),
            span._replace(start=min(span.start, count.mention.span.start)),
            Verdict.CONSISTENT if good else Verdict.INCONSISTENT,
            expected="" if good else _nearest(number, mean.quantity),
            formula="整数得分之和÷个数",
        )


def _nearest(count: int, mean: Quantity) -> str:
    """够得着的最近的两个平均数。"""
    places = places_of(mean.value)
    below = (mean.value * count).to_integral_value(rounding="ROUND_FLOOR")
    ends = [half_up(total / count, places) for total in (below, below + 1)]
    return "或".join(str(Quantity(end, mean.unit)) for end in ends)
