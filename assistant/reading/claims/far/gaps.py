"""缺口：应到位的写在别处，到位的刚说过；几处缺口之后说的合计。

县级配套600万元……。县级配套到位510万元，到位率85.00%，缺口90万元。……缺口合计110万元。
"""

import re
from collections.abc import Iterator, Sequence

from assistant.domain.findings import Span
from assistant.domain.quantities import Dimension
from assistant.domain.statements import Relationship
from assistant.reading.claims.far.pairing import called
from assistant.reading.claims.far.told import Ledger, Told
from assistant.reading.claims.judging.formulas import TOTAL
from assistant.reading.claims.judging.judging import Claim
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Paragraph

_GAP = re.compile("(?:缺口|差额|欠拨|未到位)(?:资金)?(?:为)?$")
_IN_ALL = re.compile("缺口(?:共计|合计|总计|共)(?:为)?$")
_ANY = re.compile(f"{_GAP.pattern}|{_IN_ALL.pattern}")
_DONE = re.compile("(?:实际|已)?(?:到位|筹集|拨付)(?:资金)?$")
_STOCKS = (Role.LEVEL, Role.REACHED, Role.FLOW)


def gap_claims(
    paragraphs: Sequence[Paragraph], told: Ledger, settled: frozenset[Span]
) -> Iterator[Claim]:
    """各处还没有读懂的缺口，和缺口的合计。"""
    for paragraph in paragraphs:
        for at, item in enumerate(paragraph.items):
            if item.dimension is not Dimension.MONEY or item.mention.span in settled:
                continue
            if not _ANY.search(item.lead):
                continue
            money = [x for x in told.get(Dimension.MONEY) if not x.prior and x.paragraph >= 0]
            gaps = [x for x in money if _GAP.search(x.said)]
            if _GAP.search(item.lead):
                yield from filter(None, [_gap(paragraph, at, money)])
            elif _IN_ALL.search(item.lead) and len(gaps) > 1:
                parts = (x.input._replace(role=f"part{n}") for n, x in enumerate(gaps, 1))
                stated = plain(item, "total")
                yield Claim(
                    Relationship.SUM, TOTAL, tuple(parts), stated, stated.span, certain=False
                )


def _gap(paragraph: Paragraph, at: int, money: Sequence[Told]) -> Claim | None:
    """应到位的减去刚说的到位的。"""
    items = paragraph.items
    before = next(paragraph.before(at, *_STOCKS), None)
    if before is None or items[before].part != items[at].part:
        return None
    own = paragraph.subjects[before].core
    done = _DONE.search(own)
    due = called(own[: done.start()], money) if done else []
    due = [x for x in due if x.input.base > items[before].quantity.base]
    if len({x.input.base for x in due}) != 1:
        return None
    less = plain(items[before], "less")._replace(sign=-1)
    stated = plain(items[at], "total")
    inputs = (due[0].input._replace(role="part1"), less)
    return Claim(Relationship.DIFFERENCE, TOTAL, inputs, stated, stated.span, certain=False)
