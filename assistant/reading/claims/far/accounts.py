"""决算说明的收支总计：收入一边、支出一边各自加起来，都是收支总计。

收、支总计 = 本年收入合计 + 年初结转和结余 + 使用非财政拨款结余
收、支总计 = 本年支出合计 + 结余分配 + 年末结转和结余
每一样全文只有一个取值才加；总计写了别的单位、别的口径（财政拨款）的不是。
"""

import re
from collections.abc import Iterator, Sequence

from assistant.domain.quantities import Dimension
from assistant.domain.statements import Relationship
from assistant.reading.claims.far.balances import CLOSING, INCOME, OPENING, SPENT, of, only
from assistant.reading.claims.far.told import Ledger
from assistant.reading.claims.judging.formulas import TOTAL
from assistant.reading.claims.judging.judging import Claim, Doubt, Input
from assistant.reading.claims.sentence.items import Paragraph

_GRAND = re.compile("^(?:(?:19|20)\\d\\d年度?)?(?:本年|部门)?收入?、支出?总计(?:均|各)?(?:为)?$")
_USED = re.compile("^(?:和|、|，)?使用非财政拨款结余(?:（含专用结余）)?(?:为)?$")
_SHARED = re.compile("^(?:和|、|，)?结余分配(?:为)?$")


def account_claims(paragraphs: Sequence[Paragraph], told: Ledger) -> Iterator[Claim]:
    """两边各一条；少了哪一样、有两个取值的不算。"""
    if not any("总计" in each.frame for each in paragraphs):
        return
    money = [x for x in told.get(Dimension.MONEY, ()) if x.paragraph >= 0 and not x.prior]
    grand = only(of(money, _GRAND))
    if grand is None:
        return
    for flow, rest, extra in ((INCOME, OPENING, _USED), (SPENT, CLOSING, _SHARED)):
        named = [of(money, what) for what in (flow, rest, extra)]
        sides = [only(found) for found in named if found]
        if named[0] and named[1] and None not in sides:
            yield _claim(grand, [each for each in sides if each])


def _claim(grand: Input, parts: Sequence[Input]) -> Claim:
    inputs = tuple(each._replace(role=f"part{n}") for n, each in enumerate(parts, 1))
    stated = grand._replace(role="total")
    return Claim(
        Relationship.SUM, TOTAL, inputs, stated, stated.span, certain=False, doubt=Doubt.CAUSE
    )
