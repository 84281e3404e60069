"""说了几个、其后逐段编号列出的：纳入评价的共4个项目，涉及资金若干： 1.…… 2.……"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.domain.findings import Span
from assistant.domain.quantities import Dimension, Quantity, places_of
from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.judging import Claim, Input
from assistant.reading.claims.scores.scoring import COUNTED
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Item, Paragraph
from assistant.reading.text.marks import deeper, ordinal

_UNITS = frozenset("个 项 家 所 条 处 座".split())
_THING = re.compile(
    "^(?:[^，。；：、]{0,6}?)(?:项目|单位|企业|工程|任务|指标|问题|事项|机构|部门|资金)"
)
_ALL = re.compile("共|总|涉及|纳入|包括|有|为|安排|实施")
_NOT = re.compile("每|首批|前|第|其中")
_FAR = 3


def numbered_claims(paragraphs: Sequence[Paragraph]) -> Iterator[Claim]:
    """各处；只在引出列举的一段恰说了一个个数、列的又与它相差不远时才算。"""
    for at, paragraph in enumerate(paragraphs):
        if not paragraph.items or not paragraph.text.rstrip("\x00 ").endswith(("：", ":")):
            continue
        told = [i for i, item in enumerate(paragraph.items) if _counts(paragraph, i, item)]
        rows = _rows(paragraphs, at)
        if len(told) == 1 and len(rows) > 1:
            item = paragraph.items[told[0]]
            if abs(item.quantity.value - len(rows)) <= _FAR:
                yield _claim(item, rows)


def _counts(paragraph: Paragraph, at: int, item: Item) -> bool:
    """说的是共有几个什么。"""
    whole = item.dimension is Dimension.COUNT and not places_of(item.quantity.value)
    named = _THING.match(paragraph.after(at)) and _ALL.search(item.lead)
    own = item.quantity.unit in _UNITS and item.role is Role.LEVEL and not item.depth
    return whole and own and bool(named) and not _NOT.search(item.lead)


def _rows(paragraphs: Sequence[Paragraph], at: int) -> list[Paragraph]:
    """其后从1编号的各段；下一级的编号、没有编号的段属于上一条。"""
    found: list[Paragraph] = []
    style = ""
    for paragraph in paragraphs[at + 1 :]:
        mark = ordinal(paragraph.flow.text)
        if mark is None or (found and deeper(mark.style, style)):
            if not found:
                break
            continue
        if (style and mark.style != style) or mark.number != len(found) + 1:
            break
        style = mark.style
        found.append(paragraph)
    return found


def _claim(item: Item, rows: Sequence[Paragraph]) -> Claim:
    one = Quantity(Decimal(1), "个")
    spans = [row.flow.span(0, min(8, len(row.text))) for row in rows]
    inputs = tuple(
        Input("item", one, span, text=row.text[:8]) for row, span in zip(rows, spans, strict=True)
    )
    stated = plain(item, "count")
    span = Span(stated.span.start, spans[-1].end)
    return Claim(Relationship.COUNT, COUNTED, inputs, stated, span, certain=False)
