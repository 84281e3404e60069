"""占某某的，某某或所占的写在别处：照名称在全文里找。

全镇辖18个行政村……。收入过百万的村9个，占行政村总数的50.00%。
"""

import re
from collections.abc import Iterator, Sequence

from assistant.domain.findings import Span
from assistant.domain.quantities import Dimension
from assistant.reading.claims.far.pairing import called, ratio_claim
from assistant.reading.claims.far.told import Ledger, Told
from assistant.reading.claims.judging.judging import Claim
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.text.labels import GENERIC, PLANNED, core, essence, parse

_STOCKS = (Role.LEVEL, Role.REACHED, Role.FLOW)
_ALL = re.compile("总数|总量|总额|总人数|全部|合计|总计|总户数")
_KINDS = (Dimension.MONEY, Dimension.COUNT, Dimension.AREA)
_LOST = re.compile("^(?:共|合计|累计|总共)?扣(?:分)?$")
_TOGETHER = re.compile("合计|共计|之和|分别|[两三四五]项")
_WHOLLY = re.compile("在校|在籍|全镇|全县|全乡|全校|辖|共有|总")
_SIDES = {
    side: re.compile(
        f"(?:本年|全年|当年|实际|累计|总){name}$|{name}(?:合计|总计|总额)$|公共预算{name}$"
    )
    for side, name in (("支", "支出"), ("收", "收入"))
}


def share_claims(
    paragraphs: Sequence[Paragraph], told: Ledger, settled: frozenset[Span]
) -> Iterator[Claim]:
    """各处还没有读懂的占比。"""
    for paragraph in paragraphs:
        for at, item in enumerate(paragraph.items):
            if item.role is not Role.SHARE or item.operand >= 0 or item.mention.span in settled:
                continue
            if _TOGETHER.search(item.lead):
                continue
            if item.whole and not parse(item.whole).basis and parse(item.whole).year != -1:
                yield from filter(None, [_claim(paragraph, at, told)])


def _claim(paragraph: Paragraph, at: int, told: Ledger) -> Claim | None:
    item = paragraph.items[at]
    parts = _parts(paragraph, at, told)
    if not parts:
        return None
    kind = parts[0].dimension
    used = {each.input.span for each in parts}
    pool = [x for x in told.get(kind, ()) if _told_now(x) and x.input.span not in used]
    return ratio_claim(plain(item, "share"), parts, _wholes(item.whole, parts[0], pool))


def _told_now(each: Told) -> bool:
    """本年的实际数：不是上年的，不是预算的。"""
    return not each.prior and each.basis not in PLANNED and "预算" not in each.context


def _parts(paragraph: Paragraph, at: int, told: Ledger) -> list[Told]:
    """写着名称的按名称，本段的在先；没写的是同一句里前面紧挨着的那个数。"""
    item = paragraph.items[at]
    if item.label.core not in GENERIC:
        pool = [x for kind in _KINDS for x in told.get(kind) if _told_now(x)]
        found = called(item.label.core, pool, least=3)
        here = [x for x in found if x.paragraph == item.paragraph]
        return (here or found)[-1:]
    depths = (i for i in paragraph.before(at, *_STOCKS) if paragraph.items[i].depth <= item.depth)
    before = next(depths, None)
    if before is None or paragraph.items[before].part != item.part:
        return []
    span = paragraph.items[before].mention.span
    pool = list(told.get(paragraph.items[before].dimension, ()))
    return [x for x in pool if x.input.span == span]


def _wholes(said: str, part: Told, pool: Sequence[Told]) -> list[Told]:
    """整体：总支出、总收入，或名称相同的；说的是整个的在先。"""
    side = _SIDES.get(essence(core(said)))
    if side is not None:
        return [x for x in pool if side.search(x.said)]
    if "扣分" in said:
        return [x for x in pool if _LOST.search(x.said)]
    name = _ALL.sub("", parse(said).core or core(said))
    found = called(name, pool)
    whole = [x for x in found if _WHOLLY.search(x.said)] if _ALL.search(said) else []
    return _nearest(whole or found, part)


def _nearest(found: Sequence[Told], part: Told) -> list[Told]:
    """离得近的在先，表格在后。"""
    return sorted(found, key=lambda x: (x.paragraph < 0, abs(x.paragraph - part.paragraph)))
