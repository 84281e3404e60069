"""扣除之后的断言：应补助甲，扣除已预拨乙，应清算丙，丙是甲减乙。"""

import re
from collections.abc import Iterator

from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import TOTAL
from assistant.reading.claims.judging.judging import Claim, Doubt
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import same_unit

_LESS = re.compile("^(?:在)?(?:扣除|减去|扣减|剔除|冲减|抵扣)")
_REST = re.compile("^(?:后，)?(?:应|实际|实|净|尚|余|剩|结余|留|可|清算|仍)")
_STOCKS = (Role.LEVEL, Role.FLOW, Role.REACHED)


def deducting_claims(paragraph: Paragraph) -> Iterator[Claim]:
    """一段里“扣除”的前一个数、扣的数、紧接着的数；没说应、实、净、余的，说得出错因才算错。"""
    items = paragraph.items
    for at in range(2, len(items)):
        whole, less, rest = items[at - 2 : at + 1]
        same = same_unit(whole, less) and same_unit(less, rest)
        near = whole.sentence == rest.sentence and whole.depth == less.depth == rest.depth
        told = _LESS.match(less.lead) and not _LESS.match(rest.lead)
        if not (same and near and told) or not {whole.role, less.role, rest.role} <= set(_STOCKS):
            continue
        inputs = (plain(whole, "part1"), plain(less, "less")._replace(sign=-1))
        span = paragraph.flow.span(whole.spot.start, rest.spot.end)
        doubt = Doubt.NONE if _REST.match(rest.lead) else Doubt.CAUSE
        stated = plain(rest, "total")
        yield Claim(Relationship.DIFFERENCE, TOTAL, inputs, stated, span, doubt=doubt)
