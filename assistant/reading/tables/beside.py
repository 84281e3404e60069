"""正文与紧挨着的表：几个项目就是几行，某项的某栏就是那一格，总数就是合计行的那一栏。

项目涉及4个乡镇（下表恰列4个乡镇），受益人口30900人（合计行“受益人口”一栏）。
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from assistant.domain.quantities import Dimension, Quantity, digits
from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import SAME
from assistant.reading.claims.judging.judging import Claim, Doubt, Input
from assistant.reading.claims.scores.scoring import COUNTED
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.tables.families import is_mean, is_sum
from assistant.reading.tables.grids import Entry, Grid, Value
from assistant.reading.tables.matrix import value_input

_NEAR = 900
_FAR = 2
_VERB = re.compile(r"(?:仅|只|约|已|均|共|合计)*(?:为|是|达到?|有|：)*$")
_VERB_ENDS = frozenset("仅只约已均共计为是达到有：")
_NOTED = re.compile(r"[（(].*?[)）]|单位[:：].*")
_RANKED = re.compile("序号|编号|^$")
_KIND = re.compile("(?:名称|类别)$")
_PART = re.compile("其中|未|完成|优|良|重点|主要|新增|其余|另")
_UNITS = frozenset("个 项 家 所".split())
_ANYTHING = frozenset("项目 科目 内容 指标 事项".split())  # 这样的栏名底下什么都有，行数不是个数
_LABEL, _HEAD = 3, 3


class Told(NamedTuple):
    """一段有数的正文：start 是它的起点；leads 是各数前面的名称，counts 是几个几项的序号。"""

    paragraph: Paragraph
    start: int
    leads: tuple[str, ...]
    counts: tuple[int, ...]


def _told(paragraph: Paragraph) -> Told:
    items = paragraph.items
    counts = (at for at, item in enumerate(items) if item.quantity.unit in _UNITS)
    leads = tuple(_name(item.lead) for item in items)
    return Told(paragraph, paragraph.flow.origin(0), leads, tuple(counts))


def _name(lead: str) -> str:
    """数前面的名称，去掉“为、达到”。"""
    return _VERB.sub("", lead) if lead[-1:] in _VERB_ENDS else lead


def beside_claims(paragraphs: Sequence[Paragraph], grids: Sequence[Grid]) -> Iterator[Claim]:
    """各表与它前后几段正文。"""
    told = [_told(paragraph) for paragraph in paragraphs if paragraph.items] if grids else []
    starts = [each.start for each in told]
    for grid in grids:
        rows = [e for e in grid.entries if e.values and not is_sum(e) and not is_mean(e)]
        if not grid.columns or len(rows) < _LABEL:
            continue
        low = bisect_left(starts, grid.span.start - _NEAR)
        high = bisect_right(starts, grid.span.end + _NEAR)
        inside = range(grid.span.start, grid.span.end)
        near = [each for each in told[low:high] if each.start not in inside]
        heads = tuple(_bare(column) for column in grid.columns)
        yield from _rows(near, heads, rows)
        totals = [e for e in grid.entries if is_sum(e) and e.values]
        for each in near:
            yield from _cells(each, heads, rows, totals)


def _rows(near: Sequence[Told], heads: Sequence[str], rows: Sequence[Entry]) -> Iterator[Claim]:
    """几个项目，就是几行：近处只说过一个个数的才比。"""
    head = next((each for each in heads if not _RANKED.search(each)), "")
    kind = "" if head in _ANYTHING else _KIND.sub("", head)
    told = [
        (each.paragraph, at)
        for each in (near if len(kind) > 1 else ())
        for at in each.counts
        if _counts(each.paragraph, at, kind)
    ]
    if len({paragraph.items[at].quantity.value for paragraph, at in told}) != 1:
        return
    paragraph, at = told[0]
    if _PART.search(paragraph.lead(at)) or paragraph.items[at].depth:
        return
    stated = plain(paragraph.items[at], "count")
    if abs(stated.quantity.value - len(rows)) <= _FAR:
        one = Quantity(Decimal(1), stated.quantity.unit)
        inputs = tuple(Input("item", one, e.span, text=e.label) for e in rows)
        yield Claim(Relationship.COUNT, COUNTED, inputs, stated, stated.span, certain=False)


def _counts(paragraph: Paragraph, at: int, kind: str) -> bool:
    """4个乡镇，项目5个。"""
    return paragraph.after(at).startswith(kind) or paragraph.lead(at).endswith(kind)


def _cells(
    told: Told, heads: tuple[str, ...], rows: Sequence[Entry], totals: Sequence[Entry]
) -> Iterator[Claim]:
    """写着行名和栏名的，是那一格；只写栏名的，是合计行的那一格，只差一处笔误才算错。"""
    named = tuple(head for head in heads if head)
    for item, lead in zip(told.paragraph.items, told.leads, strict=True):
        if not lead.endswith(named):
            continue
        cells = [
            (value, Doubt.NONE)
            for entry in rows
            if len(entry.label) > _LABEL and entry.label in lead
            for value in _under(heads, entry, lead.partition(entry.label)[2], 2)
        ]
        if not cells and len(totals) == 1:
            cells = [(value, Doubt.CAUSE) for value in _under(heads, totals[0], lead, _HEAD)]
        if len(cells) == 1 and _same_kind(cells[0][0].quantity, item.quantity):
            value, doubt = cells[0]
            if doubt is Doubt.CAUSE and not _alike(value.quantity, item.quantity):
                continue
            stated = plain(item, "text")
            source = value_input(value, "table")
            if not source.quantity.unit:
                same = Quantity(source.quantity.value, item.quantity.unit)
                source = source._replace(quantity=same)
            yield Claim(
                Relationship.SAME_AS, SAME, (source,), stated, stated.span, False, doubt=doubt
            )


def _under(heads: Sequence[str], entry: Entry, lead: str, least: int) -> list[Value]:
    """这一行里栏名正是前面这几个字的格。"""
    return [
        value
        for value in entry.values
        if value.column is not None
        and len(head := heads[value.column]) >= least
        and lead.endswith(head)
    ]


def _alike(cell: Quantity, said: Quantity) -> bool:
    """数字差不多是那几个：差得远的不是笔误，多半说的不是这一格。"""
    one, other = (Counter(digits(abs(each.value)).replace(".", "")) for each in (cell, said))
    return (one - other).total() <= 1 and (other - one).total() <= 1


def _same_kind(cell: Quantity, said: Quantity) -> bool:
    """同一类数；格里没有单位的，正文须是个数。"""
    if not cell.unit:
        return said.dimension is Dimension.COUNT
    return cell.dimension is said.dimension


def _bare(head: str) -> str:
    return "".join(_NOTED.sub("", head).split())
