"""几样一起说的列举：资产、负债各多少，其中：甲单位资产、负债各多少；乙单位……。各样合各样的总数。

名称的末尾认得出是哪一样；一样加不通而别的样都加得通，所列就是全部，断定是错。
"""

from collections.abc import Iterator, Sequence

from assistant.reading.claims.judging.judging import Claim, Doubt
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.nesting import Listing
from assistant.reading.claims.sums.summing import holds, total_claim

_NAME = 2


def columns_of(paragraph: Paragraph, listing: Listing) -> dict[int, tuple[int, ...]]:
    """各样的总数 -> 属于它的各项；不是几样一起说的为空。名称分不清的一项，接着前一项的下一样。"""
    rows = listing.longer[-1] if listing.longer else listing.parts
    order = sorted(listing.wholes)
    found: dict[int, tuple[int, ...]] = {}
    last = -1
    for index in rows:
        whole = _column(paragraph, index, listing.wholes)
        if whole < 0 and last in order:
            whole = order[(order.index(last) + 1) % len(order)]
        if whole < 0:
            return {}
        found[whole] = (*found.get(whole, ()), index)
        last = whole
    return found if len(found) > 1 else {}


def column_claims(paragraph: Paragraph, columns: dict[int, tuple[int, ...]]) -> Iterator[Claim]:
    """各样的合计；只列了一项的不算。"""
    several = {whole: parts for whole, parts in columns.items() if len(parts) > 1}
    right = [whole for whole, parts in several.items() if holds(paragraph, whole, parts)]
    for whole, parts in several.items():
        mates = [i for i, each in several.items() if i != whole and len(each) == len(parts)]
        claim = total_claim(paragraph, whole, parts)
        even = len(parts) == max(len(each) for each in several.values())
        told = even and bool(mates) and all(each in right for each in mates)
        if told:
            yield claim._replace(closed=True)
        else:
            yield claim._replace(doubt=Doubt.CAUSE if even else Doubt.AGREE)


def _column(paragraph: Paragraph, index: int, wholes: Sequence[int]) -> int:
    """名称末尾与哪个总数的相同最多；分不清的为 -1。"""
    name = paragraph.subjects[index].core
    alike = [(_tail(name, paragraph.subjects[i].core), i) for i in wholes]
    best, whole = max(alike, default=(0, -1))
    sole = sum(size == best for size, _ in alike) == 1
    return whole if best >= _NAME and sole else -1


def _tail(one: str, other: str) -> int:
    """两个名称末尾有几个字相同。"""
    same = 0
    for mine, theirs in zip(reversed(one), reversed(other), strict=False):
        if mine != theirs:
            break
        same += 1
    return same
