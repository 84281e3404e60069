"""没说“其中”、标点看得出是分项的列举：共296人：甲156人，乙68人，丙72人。

冒号之后、括号之内一项接一项列到句末，或几项的名称是一套（大型、中型、小型），多半就是全部；
不敢断定，算不通的提出来核对。算得通的、列举里已有的另有断言。
"""

from collections.abc import Collection, Iterator, Sequence

from assistant.reading.claims.judging.judging import Claim
from assistant.reading.claims.sentence.items import REACH, Paragraph
from assistant.reading.claims.sentence.kinds import STOCKS, same_unit
from assistant.reading.claims.sums.rows import RATIOS
from assistant.reading.claims.sums.summing import holds, total_claim

_OPENS = ("：", "（", "，")
_ENDS = ("。", "；", "）")
_LEAST, _SHORT = 3, 4


def coloned_claims(paragraph: Paragraph, taken: Collection[int]) -> Iterator[Claim]:
    """一段里的各处；taken 是已在别处列举里的数。"""
    items = paragraph.items
    for whole, item in enumerate(items):
        if item.role not in STOCKS or item.dimension in RATIOS or whole + _LEAST >= len(items):
            continue
        opening = paragraph.frame[item.at + 1 : item.at + 2]
        if opening not in _OPENS:
            continue
        parts = _parts(paragraph, whole)
        if len(parts) < _LEAST or any(i in taken for i in parts):
            continue
        if opening == "，" and not _alike(paragraph, parts):
            continue
        if not holds(paragraph, whole, parts):
            yield total_claim(paragraph, whole, parts, certain=False)._replace(closed=True)


def _parts(paragraph: Paragraph, whole: int) -> Sequence[int]:
    """紧跟着的同类数，一项接一项列到句末、括号完；各有名称，不是上年的、合计的。"""
    items, found = paragraph.items, []
    bracketed = items[whole + 1].host == whole
    for index in range(whole + 1, min(len(items), whole + REACH)):
        item = items[index]
        if item.sentence != items[whole].sentence or (bracketed and item.host != whole):
            break
        fits = item.role in STOCKS and same_unit(item, items[whole]) and not item.totals
        if not fits or not item.label.core or paragraph.subjects[index].year == -1:
            return ()
        if item.follows or item.marked or (item.depth != items[whole].depth) is not bracketed:
            return ()
        found.append(index)
        if paragraph.after(index).startswith(_ENDS):
            break
    return found


def _alike(paragraph: Paragraph, parts: Sequence[int]) -> bool:
    """大型、中型、小型：几项的名称一样长，首字或末字相同。"""
    names = [paragraph.subjects[i].core for i in parts]
    short = len({len(name) for name in names}) == 1 and 1 < len(names[0]) <= _SHORT
    return short and 1 in (len({name[0] for name in names}), len({name[-1] for name in names}))
