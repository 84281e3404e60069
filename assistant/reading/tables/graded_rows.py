"""逐行的得分和等级：项目自评汇总表里，一行一个得分、一个等级。"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.domain.findings import Span
from assistant.domain.quantities import Dimension
from assistant.domain.statements import Operand, Relationship, Statement, Verdict
from assistant.reading.claims.scores.bands import NAMES, Scale, nearest
from assistant.reading.claims.scores.grading import edges_of, fits, graded
from assistant.reading.tables.families import is_mean, is_sum
from assistant.reading.tables.grids import Entry, Grid, Note, Value

_GRADE = re.compile(rf"[“\"]?({NAMES})[”\"]?")


class GradedRow(NamedTuple):
    """一行的得分和等级。"""

    entry: Entry
    score: Value
    note: Note
    grade: str


def graded_rows(grid: Grid) -> Iterator[GradedRow]:
    """一张表里写着等级的各行；得分取以分计的末一个数。"""
    for entry in grid.entries:
        if is_sum(entry) or is_mean(entry):
            continue
        scores = [v for v in entry.values if v.quantity.dimension is Dimension.SCORE]
        for note in entry.notes:
            found = _GRADE.fullmatch(note.text)
            if found and scores:
                yield GradedRow(entry, scores[-1], note, found[1])


def row_grades(grids: Sequence[Grid], scales: Sequence[Scale]) -> Iterator[Statement]:
    """各行的等级与文中写明的分档是否相符。"""
    edges = {scale[0].span: tuple(edges_of(scale)) for scale in scales}
    for grid in grids if scales else ():
        for row in graded_rows(grid):
            score = row.score.quantity
            bands = nearest(scales, row.note.span.start)
            right = graded(score, bands)
            same = fits(score, row.grade, scales)
            yield Statement(
                Relationship.GRADE,
                (Operand("score", score, row.score.span), *edges[bands[0].span]),
                Operand("grade", score, row.note.span, text=row.grade),
                Span(row.score.span.start, row.note.span.end),
                Verdict.CONSISTENT if same else Verdict.INCONSISTENT,
                expected="" if same else right,
                formula="文中的分档",
            )
