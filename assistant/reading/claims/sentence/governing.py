"""统属：一个分句说的是前面哪一个数。

筹集房源300套，其中新建100套、改建200套，完成计划的…… 说的是 300 套：列举用顿号，到逗号就完了。
"""

from collections.abc import Callable, Iterable, Mapping

from assistant.reading.claims.sentence.items import Item, Paragraph
from assistant.reading.claims.sentence.nesting import Listing


def owners(lists: Iterable[Listing]) -> Mapping[int, Listing]:
    """各项属于哪处列举；里外几层都有的取里层。"""
    return {part: listing for listing in lists for part in listing.parts}


def governed(
    paragraph: Paragraph, at: int, fits: Callable[[Item], bool], lists: Iterable[Listing]
) -> list[int]:
    """同一句里它前面的数，最可能的在前：列举已经说完的，先总数后各项。"""
    items, belongs = paragraph.items, owners(lists)
    found: list[int] = []
    for index in paragraph.back(at - 1):
        item = items[index]
        if item.sentence != items[at].sentence:
            break
        if item.depth > items[at].depth or not fits(item):
            continue
        listing = belongs.get(index)
        if listing and listing.wholes and ended(paragraph, listing, at):
            found += [i for i in listing.wholes[:1] if i not in found and fits(items[i])]
        if index not in found:
            found.append(index)
    return found


def ended(paragraph: Paragraph, listing: Listing, at: int) -> bool:
    """各项都在一个分句里用顿号列完，而这个数在其后的分句里。"""
    first, last = paragraph.items[listing.parts[0]], paragraph.items[listing.parts[-1]]
    return first is not last and first.clause == last.clause < paragraph.items[at].clause


def grand(paragraph: Paragraph, at: int, name: str, pool: Iterable[int]) -> tuple[int, ...]:
    """单说“收入增加”：指的是前一两句里的收入合计，不是它的某一项。"""
    if name not in ("收入", "支出"):
        return ()
    first = paragraph.items[at].sentence
    near = [i for i in pool if first - paragraph.items[i].sentence <= 2]
    if paragraph.items[at].label.year == 0:  # 本年收入增加：说的是本年收入，不是连结转的收入总计
        own = (i for i in near if paragraph.items[i].label == paragraph.items[at].label)
        if (yearly := next(own, None)) is not None:
            return (yearly,)
    totals = (f"{name}合计", f"{name}总计", f"{name}总额")
    return tuple(i for i in near if paragraph.subjects[i].core.endswith(totals))[:1]
