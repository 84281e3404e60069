"""扣分在别处对得上：共扣几分是满分一百减去总分；某一项扣几分是它的分值减去得分。

部门管理35分得33分……自评总分94.5分。共扣5.5分，其中部门管理扣2分。
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.domain.findings import Span
from assistant.domain.quantities import Dimension, Quantity, in_cents
from assistant.domain.statements import Relationship
from assistant.reading.claims.far.told import Ledger, Told
from assistant.reading.claims.judging.formulas import TOTAL, Formula
from assistant.reading.claims.judging.judging import Claim, Input
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Paragraph

_ALL = re.compile("^(?:共|合计|总共|累计)(?:扣|扣分|失分)$|^(?:扣分|失分)$")
_ONE = re.compile(
    "^(?:其中)?(?P<name>[^，。；共计]{2,12}?)(?:类|指标)?(?:共)?(?:扣|扣分|失分)(?:了)?$"
)
_SUM = re.compile(
    "^(?:自评|综合|评价|最终|项目)?(?:总分|总得分|得分|综合得分|评分)(?:为)?$|^合计(?:得)?$|自评总分$|综合得分$"
)
_WEIGHT = re.compile(r"\|(?:分值|权重|满分|标准分)(?:（分）)?$")
_SCORE = re.compile(r"\|(?:自评|评价|实际)?得分(?:（分）)?$")
_FULL = Decimal(100)
_LESS = Formula(lambda v: _FULL + v[0], "100－总分", rising=True)
_LEAST = Decimal(50)


def lost_claims(
    paragraphs: Sequence[Paragraph], told: Ledger, settled: frozenset[Span]
) -> Iterator[Claim]:
    """各处还没有读懂的扣分。"""
    for paragraph in paragraphs:
        lost = "扣" in paragraph.frame or "失分" in paragraph.frame
        for at, item in enumerate(paragraph.items) if lost else ():
            if item.dimension is not Dimension.SCORE or item.mention.span in settled:
                continue
            one = _ONE.match(item.lead)
            if _ALL.match(item.lead):
                yield from filter(None, [_total(paragraph, at)])
            elif one is not None:
                yield from filter(None, [_single(paragraph, at, one["name"], told)])


def _total(paragraph: Paragraph, at: int) -> Claim | None:
    """同一段里前面的总分，只有一个取值、五十分以上的。"""
    items = paragraph.items
    totals = [
        plain(items[i], "less")._replace(sign=-1)
        for i in range(at)
        if items[i].dimension is Dimension.SCORE
        and _SUM.search(items[i].lead)
        and items[i].quantity.value >= _LEAST
    ]
    if len({each.base for each in totals}) != 1:
        return None
    return _claim(_LESS, (_exact(totals[-1]),), plain(items[at], "total"))


def _single(paragraph: Paragraph, at: int, name: str, told: Ledger) -> Claim | None:
    """叫这个名称的分值和得分：表里那一行的，或正文里接连写的。"""
    scores = told.get(Dimension.SCORE)
    row = [x for x in scores if x.paragraph < 0 and x.said.startswith(name)]
    pair = [*(x for x in row if _WEIGHT.search(x.said)), *(x for x in row if _SCORE.search(x.said))]
    if len(pair) != 2:
        pair = [x for x in scores if x.paragraph >= 0 and x.name == name][:2]
        if len(pair) != 2 or pair[1].at != pair[0].at + 1 or not pair[1].said.endswith("得"):
            return None
    return _minus(pair, plain(paragraph.items[at], "total"))


def _minus(pair: Sequence[Told], stated: Input) -> Claim | None:
    weight, score = pair[0].input, pair[1].input
    if weight.base < score.base:
        return None
    less = _exact(score)._replace(role="less", sign=-1)
    return _claim(TOTAL, (_exact(weight)._replace(role="part1"), less), stated)


def _exact(each: Input) -> Input:
    """分数没有取舍：33 就是 33.00。"""
    return each._replace(quantity=Quantity(in_cents(each.quantity.value), each.quantity.unit))


def _claim(formula: Formula, inputs: tuple[Input, ...], stated: Input) -> Claim:
    return Claim(Relationship.SCORE_SUM, formula, inputs, stated, stated.span, certain=False)
