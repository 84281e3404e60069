"""合计的断言：总数等于各项之和。"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from assistant.reading.claims.judging.judging import Claim, Doubt
from assistant.reading.claims.sentence.closure import is_closed, is_split
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import alike
from assistant.reading.claims.sentence.known import Known
from assistant.reading.claims.sentence.naming import same_thing
from assistant.reading.claims.sentence.nesting import ASPECT, Listing
from assistant.reading.claims.sums.coloned import coloned_claims
from assistant.reading.claims.sums.columned import column_claims, columns_of
from assistant.reading.claims.sums.implied import implied_claims
from assistant.reading.claims.sums.nearly import nearly_claims
from assistant.reading.claims.sums.netted import is_netted
from assistant.reading.claims.sums.overlapped import overlapped_claim
from assistant.reading.claims.sums.rows import Row
from assistant.reading.claims.sums.summing import holds, total_claim
from assistant.reading.claims.sums.totals import total_claims
from assistant.reading.text.labels import essence, parse

_MAKEUP = re.compile("的?(?:具体|主要)?$")
_GRANDS = {"收": "收入合计", "支": "支出合计"}
_REST = re.compile("^(?:其余|剩余|余下|尚有|尚余|还有)")
_INSIDE = re.compile("^([^中，。；：]{2,12})[中里]")


def sum_claims(
    paragraph: Paragraph, known: Known, lists: Iterable[Listing], rows: Iterable[Row]
) -> Iterator[Claim]:
    """一段里的合计。known 供总数不在本段时按名称查；rows 是段里的各排同类数。"""
    lists = tuple(lists)
    for listing in lists:
        if _two_sided(paragraph, listing.parts) or is_netted(paragraph, listing.parts):
            continue
        if len(listing.parts) > 1 and (columns := columns_of(paragraph, listing)):
            yield from column_claims(paragraph, columns)
        elif listing.wholes and (claim := overlapped_claim(paragraph, listing)) is not None:
            yield claim
        elif len(listing.parts) > 1 and listing.wholes:
            yield _listed(paragraph, listing)
            yield from _second(paragraph, listing)
        elif len(listing.parts) > 1 and listing.name:
            yield from _elsewhere(paragraph, known, listing)
    yield from total_claims(paragraph, lists)
    taken = {i for listing in lists for i in listing.parts}
    yield from coloned_claims(paragraph, taken)
    yield from implied_claims(paragraph, rows, taken)
    yield from nearly_claims(paragraph, rows, taken | {i for x in lists for i in x.wholes})


def _listed(paragraph: Paragraph, listing: Listing) -> Claim:
    """列举的合计：总数和止于何处有几种可能的，取算得通的那种。"""
    ways = [
        (whole, parts) for parts in (listing.parts, *listing.longer) for whole in listing.wholes
    ]
    shorter = ((whole, parts) for whole in listing.wholes for parts in _shorter(paragraph, listing))
    viewed = ASPECT.search(paragraph.frame, *_gap(paragraph, ways[0][0], ways[0][1][0]))
    far = paragraph.items[ways[0][0]].sentence < paragraph.items[ways[0][1][0]].sentence
    earlier = _earlier(paragraph, ways[0][0]) if viewed and far else []
    tried = chain(ways, shorter, ((i, ways[0][1]) for i in earlier))
    whole, parts = next((way for way in tried if holds(paragraph, *way)), ways[0])
    sure = listing.named or _lone(paragraph, listing)
    claim = total_claim(paragraph, whole, parts, certain=sure)
    if _subtotalled(paragraph, whole, parts):
        claim = claim._replace(closed=False)
    if not claim.closed and _bracketed(paragraph, whole, parts):
        return claim._replace(closed=True, certain=False)
    if _deducted(paragraph, parts):
        return claim._replace(doubt=Doubt.AGREE)
    if not sure and claim.closed and _akin(paragraph, whole, parts):
        return claim._replace(certain=True)
    most = max(paragraph.items[i].quantity.base for i in parts)
    over = most > paragraph.items[whole].quantity.base and not _is_set(paragraph, parts)
    if sure and earlier:
        return claim._replace(doubt=Doubt.CAUSE)
    if sure or not far:  # 有一项比总数还大：多半不是它的一项，除非恰像笔误
        return claim._replace(doubt=Doubt.CAUSE) if over and not claim.closed else claim
    return claim._replace(doubt=Doubt.AGREE) if over or viewed else claim


def _earlier(paragraph: Paragraph, whole: int) -> list[int]:
    """供应总量甲。其中，出让乙。分类型看，……：再分的可能是更前面、更大的甲。"""
    items, least = paragraph.items, paragraph.items[whole].quantity.base
    before = (i for i in paragraph.back(whole - 1) if alike(items[i], items[whole]))
    return [i for i in before if items[i].quantity.base > least]


def _is_set(paragraph: Paragraph, parts: Sequence[int]) -> bool:
    """各项名称恰成一套：在职、离休、退休。"""
    return is_split([paragraph.subjects[i].core for i in parts])


def _deducted(paragraph: Paragraph, parts: Sequence[int]) -> bool:
    """财力18亿元，其中：收入……、补助……，扣除上解……：还要减去紧接着的一个。"""
    after = paragraph.items[parts[-1] + 1 : parts[-1] + 2]
    return any(each.lead.startswith(("扣除", "减去", "减：")) for each in after)


def _two_sided(paragraph: Paragraph, parts: Sequence[int]) -> bool:
    """其中：保费收入……；支出……：一收一支，不能相加。"""
    names = [paragraph.subjects[i].core for i in parts]
    ends = {name[-2:] for name in names}
    return {"收入", "支出"} <= ends


def _subtotalled(paragraph: Paragraph, whole: int, parts: Sequence[int]) -> bool:
    """30个项目，其中优20个、良7个，优良27个：紧接着又说了各项之和，各项就不是全部。"""
    after = parts[-1] + 1
    items = paragraph.items
    beside = after < len(items) and items[after].sentence == items[parts[0]].sentence
    return beside and after != whole and holds(paragraph, after, parts)


def _bracketed(paragraph: Paragraph, whole: int, parts: Sequence[int]) -> bool:
    """走访31家（工业12家，农业5家，服务业14家）：紧跟着的括号里从头到尾列了三项以上，多半是全部。"""
    items = paragraph.items
    full = len(parts) > 2 and parts[0] == whole + 1 and parts[-1] - whole == len(parts)
    inside = all(items[i].host == whole for i in parts)
    return full and inside and paragraph.after(parts[-1]).startswith("）")


def _akin(paragraph: Paragraph, whole: int, parts: Sequence[int]) -> bool:
    """债务余额……，其中：一般债务、专项债务：成套的各项同名，最近的总数也叫这个名。"""
    names = {paragraph.subjects[i].core[-2:] for i in parts}
    common = names.pop() if len(names) == 1 else ""
    return len(common) > 1 and common in paragraph.subjects[whole].core


def _gap(paragraph: Paragraph, whole: int, first: int) -> tuple[int, int]:
    return paragraph.items[whole].at, paragraph.items[first].at


def _lone(paragraph: Paragraph, listing: Listing) -> bool:
    """可能的总数只有一个，别的都在分号之前。"""
    first, *rest = listing.wholes
    return all(paragraph.items[i].part != paragraph.items[first].part for i in rest)


def _shorter(paragraph: Paragraph, listing: Listing) -> Iterator[tuple[int, ...]]:
    """列举的末一项其实是前几项的小计：优13个、良3个、中18个，优良16个；或是总数之外的其余。"""
    *parts, last = listing.parts
    if len(parts) > 1 and _REST.match(paragraph.lead(last)):
        yield tuple(parts)
    for first in range(len(parts)):
        for end in range(first + 2, len(parts) + 1):
            if len(parts) > 2 and holds(paragraph, last, parts[first:end]):
                yield tuple(parts)
                return


def _elsewhere(paragraph: Paragraph, known: Known, listing: Listing) -> Iterator[Claim]:
    """基本支出由甲、乙构成，总数写在别的段；本年收入的具体构成，总数是本年收入合计。"""
    first = paragraph.items[listing.parts[0]]
    name = _MAKEUP.sub("", listing.name)
    grand = _GRANDS.get(essence(name), "")
    whole = known.find(name, first.dimension) or known.find(grand, first.dimension)
    if whole is not None:
        claim = total_claim(paragraph, listing.parts[0], listing.parts, certain=False)
        certain = bool(grand) and claim.closed
        yield claim._replace(stated=whole._replace(role="total"), certain=certain)


def _second(paragraph: Paragraph, listing: Listing) -> Iterator[Claim]:
    """同句分号之后又列一遍：按达到、未达到再分，也合成同一个总数。"""
    for longer in listing.longer:
        rest = longer[len(listing.parts) :]
        whole = _within(paragraph, listing.parts, rest)
        whole = listing.wholes[0] if whole < 0 else whole
        if len(rest) < 2 or not any(paragraph.items[i].quantity.value for i in rest):
            continue
        labels = [paragraph.subjects[i].core for i in rest]
        closed = is_closed(labels) and not _heads(paragraph, whole, rest)
        if closed or holds(paragraph, whole, rest):
            yield total_claim(paragraph, whole, rest)
            return


def _heads(paragraph: Paragraph, whole: int, rest: Sequence[int]) -> bool:
    """再列的数自己又有“其中”，或单位也不同：编制68名……；在职63人，其中……：另说一件事。"""
    items = paragraph.items
    own = any(i + 1 < len(items) and items[i + 1].opens == "" for i in rest)
    return own or any(items[i].quantity.unit != items[whole].quantity.unit for i in rest)


def _within(paragraph: Paragraph, parts: Sequence[int], rest: Sequence[int]) -> int:
    """本年收入中甲多少、乙多少：再列的是前一项之中的；没有点名为 -1。"""
    told = _INSIDE.match(paragraph.lead(rest[0])) if rest else None
    name = parse(told[1]).core if told else ""
    same = (i for i in parts if name and same_thing(name, paragraph.subjects[i].core) >= 2)
    return next(same, -1)
