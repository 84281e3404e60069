"""列没列全：各项的占比说明所列就是全部。"""

from collections.abc import Sequence
from decimal import Decimal

from assistant.reading.claims.judging.formulas import OF_ALL
from assistant.reading.claims.judging.judging import agrees
from assistant.reading.claims.sentence.closure import is_split
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import STOCKS

MOST = 20  # 再多的列举不逐项试


def exhaust(paragraph: Paragraph, mates: Sequence[int], parts: Sequence[int]) -> bool:
    """各项是不是全部：占比合起来是百分之百，或除一项外都恰是本项占各项之和（只两项的，名称要成套，或写明占的是同一个整体）。"""
    items = paragraph.items
    total = sum((items[i].quantity.value for i in mates), Decimal(0))
    if abs(total - 100) <= len(mates) * Decimal("0.02"):
        return True
    if totalled(paragraph, parts):
        return True
    split = is_split([paragraph.subjects[i].core for i in parts])
    together = len({items[i].whole for i in mates}) == 1 and bool(items[mates[0]].whole)
    if not (2 < len(mates) <= MOST or split or together):
        return False
    return len(set(parts)) == len(mates) and fitting(paragraph, mates, parts) >= len(mates) - 1


def totalled(paragraph: Paragraph, parts: Sequence[int]) -> bool:
    """各项加起来一分不差正是同一句前面的一个数：那个数就是整体，所列就是全部。"""
    items = paragraph.items
    total = sum((items[i].quantity.base for i in parts), Decimal(0))
    return len(set(parts)) > 1 and any(
        items[i].role in STOCKS
        and items[i].dimension is items[parts[0]].dimension
        and items[i].sentence == items[parts[0]].sentence
        and items[i].quantity.base == total
        for i in paragraph.back(min(parts) - 1)
    )


def fitting(paragraph: Paragraph, mates: Sequence[int], parts: Sequence[int]) -> int:
    """有几项的占比恰是本项占各项之和。"""
    items = paragraph.items
    inputs = {i: plain(items[i], "part") for i in parts}
    return sum(
        agrees(
            OF_ALL,
            (inputs[part], *(each for i, each in inputs.items() if i != part)),
            plain(items[mate], "share"),
        )
        for mate, part in zip(mates, parts, strict=True)
    )
