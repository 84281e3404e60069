"""隔段相加的总计：本级收入说在前一段，这一段“加……，收入总计”起头，从前一段的数加起。

全镇收入完成600万元……
加上级补助收入300万元、上年结转20万元，收入总计920万元。
"""

import re
from collections.abc import Iterator, Sequence

from assistant.domain.findings import Span
from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import TOTAL
from assistant.reading.claims.judging.judging import Claim, Input, agrees
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import same_unit

_ADD = re.compile(r"^(?:再)?加(?:上)?(?!强|快|大)")
_ALL = re.compile("(?:收入|支出)?(?:总计|合计|总量)(?:为|达)?$")
_BACK = 2
_STOCKS = (Role.LEVEL, Role.FLOW, Role.REACHED)


def added_claims(paragraphs: Sequence[Paragraph], settled: frozenset[Span]) -> Iterator[Claim]:
    """各处隔段相加的总计。"""
    for number, paragraph in enumerate(paragraphs):
        items = paragraph.items
        if not items or not _ADD.match(paragraph.frame):
            continue
        total = next((i for i, item in enumerate(items) if _ALL.search(item.lead)), 0)
        if not total or items[total].mention.span in settled:
            continue
        parts = [
            plain(items[i], f"part{i + 2}")
            for i in range(total)
            if items[i].role in _STOCKS and same_unit(items[i], items[total])
        ]
        firsts = list(_firsts(paragraphs[max(0, number - _BACK) : number], paragraph, total))
        stated = plain(items[total], "total")
        if parts and firsts:
            yield _claim(parts, firsts, stated)


def _firsts(before: Sequence[Paragraph], paragraph: Paragraph, total: int) -> Iterator[Input]:
    """前两段各自打头的同类数，近的在先。"""
    for each in reversed(before):
        levels = (x for x in each.items if x.role is Role.LEVEL)
        first = next((x for x in levels if same_unit(x, paragraph.items[total])), None)
        if first is not None:
            yield plain(first, "part1")


def _claim(parts: Sequence[Input], firsts: Sequence[Input], stated: Input) -> Claim:
    ways = [(first, *parts) for first in firsts]
    inputs = next((way for way in ways if agrees(TOTAL, way, stated)), ways[0])
    return Claim(Relationship.SUM, TOTAL, inputs, stated, stated.span, certain=False)
