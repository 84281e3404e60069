"""缺口：应到位的写在别处，到位的刚说过；几处缺口之后说的合计。

县级配套600万元……。县级配套到位510万元，到位率85.00%，缺口90万元。……缺口合计110万元。
"""

import re
from collections.abc import Iterator, Sequence

from assistant.domain.findings import Span
from assistant.domain.quantities import Dimension
from assistant.domain.statements import Relationship
from assistant.reading.claims.far.pairing import called
from assistant.reading.claims.far.rates import spent_of
from assistant.reading.claims.far.told import Ledger, Told
from assistant.reading.claims.judging.formulas import TOTAL
from assistant.reading.claims.judging.judging import Claim
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Paragraph

_GAP = re.compile("(?:缺口|差额|欠拨|未到位)(?:资金)?(?:为)?$")
_IN_ALL = re.compile("缺口(?:共计|合计|总计|共)(?:为)?$")
_STILL = re.compile("^(?P<name>[^，。；]{2,12}?)(?:类|项目)?(?:尚|还|仍)有$")
_UNSPENT = re.compile("^(?:没有|未|尚未)(?:支出|执行|使用|支付|完成支出)")
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
            still = _STILL.match(item.lead) if _UNSPENT.match(paragraph.after(at)) else None
            if not still and not _ANY.search(item.lead):
                continue
            money = [x for x in told.get(Dimension.MONEY) if not x.prior]
            gaps = [x for x in money if x.paragraph >= 0 and _GAP.search(x.said)]
            if still:
                yield from filter(None, [_unspent(paragraph, at, still["name"], money)])
            elif _GAP.search(item.lead):
                yield from filter(None, [_gap(paragraph, at, money)])
            elif _IN_ALL.search(item.lead) and len(gaps) > 1:
                parts = (x.input._replace(role=f"part{n}") for n, x in enumerate(gaps, 1))
                stated = plain(item, "total")
                yield Claim(
                    Relationship.SUM, TOTAL, tuple(parts), stated, stated.span, certain=False
                )


def _unspent(paragraph: Paragraph, at: int, name: str, money: Sequence[Told]) -> Claim | None:
    """项目支出尚有90万元未执行：预算减去支出，正文里的或表里那一行的。"""
    sides = spent_of(name, money)
    if not sides.parts or not sides.wholes:
        return None
    less = sides.parts[0].input._replace(role="less", sign=-1)
    inputs = (sides.wholes[0].input._replace(role="part1"), less)
    stated = plain(paragraph.items[at], "total")
    return Claim(Relationship.DIFFERENCE, TOTAL, inputs, stated, stated.span, certain=False)


def _gap(paragraph: Paragraph, at: int, money: Sequence[Told]) -> Claim | None:
    """应到位的减去刚说的到位的。"""
    items = paragraph.items
    before = next(paragraph.before(at, *_STOCKS), None)
    if before is None or items[before].part != items[at].part:
        return None
    own = paragraph.subjects[before].core
    done = _DONE.search(own)
    told = [x for x in money if x.paragraph >= 0]
    due = called(own[: done.start()], told) if done else []
    due = [x for x in due if x.input.base > items[before].quantity.base]
    if len({x.input.base for x in due}) != 1:
        return None
    less = plain(items[before], "less")._replace(sign=-1)
    stated = plain(items[at], "total")
    inputs = (due[0].input._replace(role="part1"), less)
    return Claim(Relationship.DIFFERENCE, TOTAL, inputs, stated, stated.span, certain=False)
