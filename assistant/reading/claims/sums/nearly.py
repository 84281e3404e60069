"""差一处笔误就合得上的一排：没说“其中”，一排钱里打头的（或末尾的）只差一处笔误就是其余各数之和。

可用资金6372.70万元，执行950.20万元，结转272.84万元，收回5149.66万元：加得通的已另有断言；
加不通、恰好有一个数改一处就一分不差的，多半本来就是一套。只算钱，并须有三四位有效数字：
整数、一两位数随便改一处都能凑上。
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal

from assistant.domain.intervals import Interval
from assistant.domain.quantities import unit_named
from assistant.reading.claims.judging.judging import Claim, Doubt
from assistant.reading.claims.judging.slips import slips
from assistant.reading.claims.sentence.items import Item, Paragraph
from assistant.reading.claims.sentence.telling import telling
from assistant.reading.claims.sums.rows import Row
from assistant.reading.claims.sums.summing import holds, total_claim

_MOST = 7
_FOLD = Decimal(10_000)


def nearly_claims(
    paragraph: Paragraph, rows: Iterable[Row], taken: Collection[int]
) -> Iterator[Claim]:
    """一段里差一处就合得上的各排；taken 是已在别处列举里的数。"""
    for row in rows:
        if len(row) <= _MOST and _loose(paragraph, row, taken):
            yield from _nearly(paragraph, row)


def _loose(paragraph: Paragraph, row: Sequence[int], taken: Collection[int]) -> bool:
    """不在别的列举里，不在说原因，位数够多。"""
    found = [paragraph.items[i] for i in row]
    free = not any(i in taken for i in row) and not any(item.reason for item in found)
    return free and telling(found)


def _nearly(paragraph: Paragraph, row: Sequence[int]) -> Iterator[Claim]:
    """打头的或末尾的是总数；先看打头的，合得上的不必再说。"""
    ways = [(row[0], row[1:]), (row[-1], row[:-1])]
    if any(holds(paragraph, whole, parts) for whole, parts in ways):
        return
    for whole, parts in ways:
        if _one_slip_off(paragraph, whole, parts):
            claim = total_claim(paragraph, whole, parts, certain=False)
            yield claim._replace(closed=True, doubt=Doubt.CAUSE)
            return


def _one_slip_off(paragraph: Paragraph, whole: int, parts: Sequence[int]) -> bool:
    """有一个数改一处笔误、或换一个单位，就一分不差。"""
    items = paragraph.items
    gap = items[whole].quantity.base - sum(items[i].quantity.base for i in parts)
    return _could_be(items[whole], items[whole].quantity.base - gap) or any(
        _could_be(items[i], items[i].quantity.base + gap) for i in parts
    )


def _could_be(item: Item, base: Decimal) -> bool:
    """一个印出的数本来会不会是 base（以元计）。"""
    said = item.quantity
    if base <= 0:
        return False
    if base in (said.base * _FOLD, said.base / _FOLD):
        return True
    value = base / unit_named(said.unit).factor
    return any(found == value for _, found in slips(said, Interval(value, value)))
