"""扣除之后的断言：应补助甲，扣除已预拨乙，应清算丙，丙是甲减乙。"""

import re
from collections.abc import Iterator

from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import TOTAL
from assistant.reading.claims.judging.judging import Claim, Doubt, Input
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import same_unit

_WORDS = "扣除|减去|扣减|剔除|冲减|抵扣"
_ANY = re.compile(f"{_WORDS}|折旧|摊销")
_LESS = re.compile(f"^(?:在)?(?:{_WORDS})")
_REST = re.compile("^(?:后，)?(?:应|实际|实|净|尚|余|剩|结余|留|可|清算|仍)")
_GROSS = re.compile("原值(?:合计|总额|总计)?(?:为)?$")
_WORN = re.compile("^(?:其中)?(?:累计)?(?:折旧|摊销)(?:额|合计)?(?:为)?$")
_NET = re.compile("^(?:账面|资产|固定资产)?净值")
_STOCKS = (Role.LEVEL, Role.FLOW, Role.REACHED)


_MEANS = re.compile("财力(?:总计|合计|为)*$")
_MOST = 8


def deducting_claims(paragraph: Paragraph) -> Iterator[Claim]:
    """一段里“扣除”的前一个数、扣的数、紧接着的数；没说应、实、净、余的，说得出错因才算错。"""
    items = paragraph.items
    for at in range(2, len(items)) if _ANY.search(paragraph.frame) else ():
        whole, less, rest = items[at - 2 : at + 1]
        same = same_unit(whole, less) and same_unit(less, rest)
        near = whole.sentence == rest.sentence and whole.depth == less.depth == rest.depth
        worn = _WORN.search(less.lead) and _NET.match(rest.lead) and _GROSS.search(whole.lead)
        taken = worn or (_LESS.match(less.lead) and not _LESS.match(rest.lead))
        if not (same and near and taken) or not {whole.role, less.role, rest.role} <= set(_STOCKS):
            continue
        ways = [
            (*inputs, plain(less, "less")._replace(sign=-1)) for inputs in _addends(paragraph, at)
        ]
        span = paragraph.flow.span(whole.spot.start, rest.spot.end)
        ways = ways[:1] if worn else ways
        several = len(ways) > 1
        beyond = several and rest.quantity.base > whole.quantity.base
        told = (
            _MEANS.search(rest.lead)
            if beyond
            else None
            if several
            else worn or _REST.match(rest.lead)
        )
        first, *others = ways[::-1] if beyond else ways
        yield Claim(
            Relationship.DIFFERENCE,
            TOTAL,
            first,
            plain(rest, "total"),
            span,
            certain=not several,
            others=tuple((TOTAL, way) for way in others),
            doubt=Doubt.NONE if told else Doubt.CAUSE,
        )


def _addends(paragraph: Paragraph, at: int) -> Iterator[tuple[Input, ...]]:
    """被扣的：紧挨着的一个数；前面还有同类的数，也可能是连同它们的和（收入、补助、调入，扣除上解）。"""
    items, rest = paragraph.items, paragraph.items[at]
    inputs: list[Input] = []
    for index in range(at - 2, max(-1, at - 2 - _MOST), -1):
        item = items[index]
        alike = item.role in _STOCKS and same_unit(item, rest) and item.depth == rest.depth
        if not alike or item.sentence != rest.sentence:
            return
        inputs.insert(0, plain(item, f"part{len(inputs) + 1}"))
        yield tuple(inputs)
