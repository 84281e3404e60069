"""合占的断言：几项合起来占整体的百分之几；各项占比之后才说的合计。

止于哪一项没有写明，由近到远逐个试，有一种算得通就算读懂，算不通的不断定。
"""

import re
from collections.abc import Iterable, Sequence

from assistant.domain.quantities import Dimension
from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import GATHERED, TOTAL
from assistant.reading.claims.judging.judging import Claim, Doubt, Input, agrees
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import REACH, Paragraph
from assistant.reading.claims.sentence.naming import GRAND
from assistant.reading.text.labels import essence

TOGETHER = re.compile("(?:合计|共计|总共|[两三四]项|之和|加起来)[^，占]{0,4}占")
_YEAR = re.compile("，?全年(?:共|支出|收入|总)*")
_STOCKS = (Role.LEVEL, Role.REACHED, Role.FLOW)
_RATIOS = (Dimension.RATIO, Dimension.POINT)


def gathered(
    paragraph: Paragraph, at: int, wholes: Iterable[Input], parts: Sequence[Input]
) -> Claim | None:
    """前几项之和占整体。"""
    ways = [
        (GATHERED, (whole, *parts[:count]))
        for whole in wholes
        for count in range(1, len(parts) + 1)
    ]
    if not ways:
        return None
    (formula, inputs), *rest = ways
    stated = plain(paragraph.items[at], "share")
    span = paragraph.sentence(at)
    return Claim(
        Relationship.RATIO, formula, inputs, stated, span, False, tuple(rest), doubt=Doubt.AGREE
    )


def both(
    paragraph: Paragraph, at: int, wholes: Sequence[Input], parts: Sequence[Input]
) -> Claim | None:
    """满意率（含基本满意）：写明了是哪几项合在一起，少算一项也是错。"""
    claim = gathered(paragraph, at, wholes, parts)
    if claim is None:
        return None
    (formula, inputs), *rest = [(GATHERED, (whole, *parts)) for whole in wholes]
    doubt = Doubt.NONE if len(wholes) == 1 else Doubt.CAUSE
    return claim._replace(formula=formula, inputs=inputs, others=tuple(rest), doubt=doubt)


def together(paragraph: Paragraph, at: int, wholes: Sequence[Input]) -> Claim | None:
    """甲多少、乙多少，合计占……%。"""
    spans = {each.span for each in wholes}
    found = [plain(paragraph.items[i], "part") for i in paragraph.before(at, *_STOCKS)]
    kind = wholes[0].quantity.dimension
    parts = [x for x in found if x.quantity.dimension is kind and x.span not in spans]
    return gathered(paragraph, at, wholes, parts)


def closing(paragraph: Paragraph, at: int) -> Input | None:
    """先逐项说占比，末了才说合计：合计恰是前面各项之和的，就是整体。"""
    items, subjects = paragraph.items, paragraph.subjects
    here = [
        i
        for i in range(max(0, at - REACH), min(len(items), at + REACH))
        if items[i].sentence == items[at].sentence
        and items[i].role in _STOCKS
        and items[i].dimension not in _RATIOS
    ]
    for place, index in enumerate(here):
        total = items[index].totals or essence(subjects[index].core) in GRAND
        total = total or _YEAR.match(items[index].lead) is not None
        parts = [plain(items[i], "part") for i in here[:place]]
        same = all(p.quantity.dimension is items[index].dimension for p in parts)
        if (index > at or place > 1) and total and same and len(parts) > 1:
            whole = plain(items[index], "whole")
            return whole if agrees(TOTAL, parts, whole) else None
    return None
