"""正文说的项目个数、平均分，与项目表里逐行的得分。

纳入自评的项目7个……平均得分89.39分 <- 表里恰有7行得分，平均应是它。
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from assistant.domain.quantities import Dimension
from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import MEAN, SAME
from assistant.reading.claims.judging.judging import Claim, Doubt, Input, agrees
from assistant.reading.claims.scores.scoring import COUNTED
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Item, Paragraph
from assistant.reading.tables.families import is_mean, is_sum
from assistant.reading.tables.grids import Entry, Grid, Value
from assistant.reading.tables.matrix import value_input

TOTALLED = "totalled"  # 项目表合计行的格
_PROJECTS = re.compile(r"项目")
_MEAN = re.compile(r"平均(?:自评)?(?:综合)?(?:得分|分|得)?(?:为|是|达|：)?$|均分(?:为|是)?$")
_COUNTED = frozenset("个 项".split())
_NEAR = 8


class Scores(NamedTuple):
    """一张项目表里逐行的得分和（用来加权的）金额，合计行的金额。"""

    scores: tuple[Value, ...]
    weights: tuple[tuple[Value, ...], ...]
    totals: tuple[Value, ...] = ()


def project_claims(paragraphs: Sequence[Paragraph], grids: Sequence[Grid]) -> Iterator[Claim]:
    """正文与项目表：个数、平均分。"""
    tables = [found for grid in grids if (found := _scores(grid)) is not None]
    for paragraph in paragraphs if tables else ():
        for at, item in enumerate(paragraph.items):
            if item.dimension is Dimension.SCORE and _MEAN.search(paragraph.lead(at)):
                yield from _claims(paragraph, at, tables)


def _scores(grid: Grid) -> Scores | None:
    """逐行有一个得分的项目表。"""
    if not _PROJECTS.search(grid.head):
        return None
    rows = [e for e in grid.entries if e.values and not is_sum(e) and not is_mean(e)]
    scores = [_last_score(row) for row in rows]
    found = tuple(score for score in scores if score is not None)
    if len(found) < 2 or len(found) != len(rows):
        return None
    money = [_money(row) for row in rows]
    width = min(len(amounts) for amounts in money)
    sums = [_money(e) for e in grid.entries if is_sum(e)]
    columns = tuple(tuple(row[n] for row in money) for n in range(width))
    return Scores(found, columns, sums[0] if len(sums) == 1 else ())


def _money(entry: Entry) -> tuple[Value, ...]:
    return tuple(v for v in entry.values if v.quantity.dimension is Dimension.MONEY)


def _last_score(entry: Entry) -> Value | None:
    scores = [v for v in entry.values if v.quantity.dimension is Dimension.SCORE]
    return scores[0] if len(scores) == 1 else None


def _claims(paragraph: Paragraph, at: int, tables: Sequence[Scores]) -> Iterator[Claim]:
    """个数与行数相同、前面最近的那张表；没有相同的，说的不是这些表。"""
    count = _count(paragraph, at)
    if count is None:
        return
    number = count.quantity.value
    stated = plain(paragraph.items[at], "mean")
    same = [table for table in tables if len(table.scores) == number]
    before = [table for table in same if table.scores[0].span.start < stated.span.start]
    for table in (before[-1:] or same[:1]) if len(same) == 1 or before else ():
        inputs = tuple(value_input(v, "score") for v in table.scores)
        if not _weighted(table, stated):
            yield Claim(Relationship.AVERAGE, MEAN, inputs, stated, stated.span)
        yield _counted(count, table)
        yield from _totalled(paragraph, at, table)


def _totalled(paragraph: Paragraph, at: int, table: Scores) -> Iterator[Claim]:
    """同一段里的预算数、执行数，与合计行的两栏；只差一处笔误的才算错。"""
    if len(table.totals) != 2:
        return
    wanted = {"budget": table.totals[0], "adjusted": table.totals[0], "executed": table.totals[1]}
    for item, subject in zip(paragraph.items[:at], paragraph.subjects, strict=False):
        cell = wanted.get(subject.basis)
        near = paragraph.items[at].sentence - item.sentence <= 1
        if cell is not None and near and item.dimension is Dimension.MONEY:
            stated = plain(item, "text")
            source = value_input(cell, TOTALLED)
            yield Claim(
                Relationship.SAME_AS, SAME, (source,), stated, stated.span, doubt=Doubt.CAUSE
            )


def _counted(count: Item, table: Scores) -> Claim:
    inputs = tuple(value_input(v, "item") for v in table.scores)
    stated = plain(count, "count")
    return Claim(Relationship.COUNT, COUNTED, inputs, stated, stated.span)


def _count(paragraph: Paragraph, at: int) -> Item | None:
    """前面最近的“若干个项目”。"""
    for index in range(at - 1, -1, -1):
        item = paragraph.items[index]
        near = paragraph.lead(index)[-4:] + paragraph.after(index)[:_NEAR]
        if item.quantity.unit in _COUNTED and _PROJECTS.search(near):
            return item
    return None


def _weighted(table: Scores, stated: Input) -> bool:
    """按某一列金额加权的平均恰是所写，而简单平均不是。"""
    scores = [v.quantity.value for v in table.scores]
    for weights in table.weights:
        amounts = [v.quantity.value for v in weights]
        if not sum(amounts):
            continue
        total = sum((s * a for s, a in zip(scores, amounts, strict=True)), Decimal(0))
        if abs(total / sum(amounts) - stated.quantity.value) <= Decimal("0.01"):
            simple = tuple(value_input(v, "score") for v in table.scores)
            return not agrees(MEAN, simple, stated)
    return False
