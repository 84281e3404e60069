"""没有写整体的占比：同句各项占比合起来是百分之百，整体就是各项之和。"""

from collections.abc import Iterator, Sequence

from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import OF_ALL
from assistant.reading.claims.judging.judging import Claim
from assistant.reading.claims.ratios.exhausted import MOST, exhaust, fitting, totalled
from assistant.reading.claims.ratios.sharers import shared_by
from assistant.reading.claims.sentence.closure import is_closed
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import REACH, Paragraph
from assistant.reading.claims.sentence.nesting import Listing


def _is_sure(paragraph: Paragraph, mates: Sequence[int], parts: Sequence[int]) -> bool:
    """各项名称成套，合成前面说的总数；或三项以上，除一项外占比都对得上。"""
    if totalled(paragraph, parts):
        return True
    if is_closed([paragraph.subjects[i].core for i in parts]):
        return True
    return 2 < len(mates) <= MOST and fitting(paragraph, mates, parts) >= len(mates) - 1


def sibling_claims(
    paragraph: Paragraph, at: int, part: int, lists: Sequence[Listing]
) -> Iterator[Claim]:
    """没有写整体、但同句各项占比合起来是百分之百：整体就是各项之和。"""
    items = paragraph.items
    near = [
        i
        for i in range(max(0, at - REACH), min(len(items), at + REACH))
        if items[i].role is Role.SHARE and items[i].operand < 0
    ]
    mates = [i for i in near if items[i].sentence == items[at].sentence]
    if len(mates) < 2 and items[at].whole:
        mates = [i for i in near if items[i].whole == items[at].whole]
    parts = [(shared_by(paragraph, i, lists) or [-1])[0] for i in mates]
    inner = _inner(parts, lists)
    mates = [i for i, each in zip(mates, parts, strict=True) if each not in inner]
    parts = [each for each in parts if each not in inner]
    if part in inner or len(mates) < 2 or -1 in parts or not exhaust(paragraph, mates, parts):
        return
    others = [plain(items[i], "part") for i in parts if i != part]
    yield Claim(
        Relationship.RATIO,
        OF_ALL,
        (plain(items[part], "part"), *others),
        plain(items[at], "share"),
        paragraph.flow.span(items[part].spot.start, items[at].spot.end),
        certain=_is_sure(paragraph, mates, parts),
    )


def _inner(parts: Sequence[int], lists: Sequence[Listing]) -> frozenset[int]:
    """其中又分出来的：汉族占75%，少数民族占25%，其中回族占23%——回族不与前两项并列。"""
    return frozenset(i for x in lists if set(x.wholes) & set(parts) for i in x.parts)
