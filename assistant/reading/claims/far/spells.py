"""四个季度、上下半年的数加起来是全年的，全年的数写在别处。"""

from collections.abc import Iterator, Sequence

from assistant.domain.findings import Span
from assistant.domain.statements import Relationship
from assistant.reading.claims.far.told import Ledger, Told
from assistant.reading.claims.judging.formulas import TOTAL
from assistant.reading.claims.judging.judging import Claim, Doubt, Input, agrees
from assistant.reading.claims.sentence.closure import is_split
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import same_unit

_SPELLS = ("季度", "半年")
_STOCKS = (Role.LEVEL, Role.FLOW)


def spell_claims(
    paragraphs: Sequence[Paragraph], told: Ledger, settled: frozenset[Span]
) -> Iterator[Claim]:
    """各处成套的季度、半年；恰等于全文里某个数就是读懂，否则只差一处笔误才提。"""
    for paragraph in paragraphs:
        for row in _rows(paragraph):
            parts = [plain(paragraph.items[i], f"part{n}") for n, i in enumerate(row, 1)]
            spans = {each.span for each in parts}
            pool = told.get(paragraph.items[row[0]].dimension, ())
            wholes = [x for x in _wholes(parts, pool) if x.input.span not in spans]
            if wholes and wholes[0].input.span not in settled:
                yield _claim(parts, wholes)


def _rows(paragraph: Paragraph) -> Iterator[list[int]]:
    """接连几个说各季、各半年的同类数，恰成一套。"""
    items = paragraph.items
    if not any(map(paragraph.frame.__contains__, _SPELLS)):
        return
    named = [
        i
        for i, item in enumerate(items)
        if item.role in _STOCKS and any(word in item.lead for word in _SPELLS)
    ]
    for size in (4, 2):
        for start in range(len(named) - size + 1):
            row = named[start : start + size]
            same = all(same_unit(items[i], items[row[0]]) for i in row)
            if same and is_split([paragraph.subjects[i].core or items[i].lead for i in row]):
                yield row


def _wholes(parts: Sequence[Input], pool: Sequence[Told]) -> list[Told]:
    """比哪一项都大、又差得不多的，最近各项之和的在先。"""
    total = sum(each.base for each in parts)
    near = [x for x in pool if not x.prior and abs(x.input.base - total) <= total / 4]
    return sorted(near, key=lambda x: abs(x.input.base - total))


def _claim(parts: Sequence[Input], wholes: Sequence[Told]) -> Claim:
    ways = [each.input._replace(role="total") for each in wholes]
    stated = next((each for each in ways if agrees(TOTAL, parts, each)), ways[0])
    inputs = tuple(parts)
    return Claim(
        Relationship.SUM, TOTAL, inputs, stated, parts[-1].span, certain=False, doubt=Doubt.CAUSE
    )
