"""同一个率写在两处：名称全同、都不是上年的、也不是目标，两处应相同；表里那一格也算一处。"""

import re
from collections.abc import Iterator, Sequence

from assistant.domain.quantities import Dimension
from assistant.domain.statements import Relationship
from assistant.reading.claims.far.told import Ledger
from assistant.reading.claims.judging.formulas import SAME
from assistant.reading.claims.judging.judging import Claim, Input
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.text.labels import core

_LEAD = re.compile(
    "^(?:因|由于|其中|全年|年度|预算|部门|本年|综合|以及|和|但|但是|一是|二是|三是)+"
)
_OTHER = re.compile("目标|计划|上年|去年|同期|不低于|要求|标准|平均|应")
_MIN = 5
_NEAR = 30


def repeated_claims(paragraphs: Sequence[Paragraph], told: Ledger) -> Iterator[Claim]:
    """各个写了两处的率；有三种以上取值的，多半不是一回事。"""
    found: dict[str, list[Input]] = {}
    for paragraph in paragraphs:
        for at, item in enumerate(paragraph.items):
            if item.role is not Role.COMPLETION or item.dimension is not Dimension.RATIO:
                continue
            name = _LEAD.sub("", core(item.name))
            said = paragraph.text[max(0, item.spot.start - _NEAR) : item.spot.start]
            prior = paragraph.subjects[at].year == -1 or _OTHER.search(said.rpartition("。")[2])
            if len(name) >= _MIN and not prior:
                found.setdefault(name, []).append(plain(item, "this"))
    for each in told.printed(Dimension.RATIO) if found else ():
        if each.name in found:
            found[each.name].insert(0, each.input)
    for inputs in found.values():
        if len({each.base for each in inputs}) == 2:
            first = inputs[0]._replace(role="other")
            for stated in inputs[1:]:
                yield Claim(
                    Relationship.SAME_AS, SAME, (first,), stated, stated.span, certain=False
                )
