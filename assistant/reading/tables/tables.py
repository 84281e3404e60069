"""文档里的各张表：真表格、制表符分列的和文字层的表格，以及表内的断言和数量。"""

import re
from collections.abc import Iterator, Sequence

from assistant.domain.document import Document, Table
from assistant.domain.findings import Span
from assistant.domain.quantities import Quantity
from assistant.domain.statements import Mention, Statement
from assistant.reading.claims.judging.judging import Claim
from assistant.reading.tables.balanced import balanced_tables
from assistant.reading.tables.cell_prose import is_prose
from assistant.reading.tables.code_sums import code_claims, is_coded
from assistant.reading.tables.column_sums import column_claims, mean_claims
from assistant.reading.tables.diagnosis import diagnosed
from assistant.reading.tables.first_sums import first_claims
from assistant.reading.tables.grids import Grid
from assistant.reading.tables.matrix import Matrix, matrices
from assistant.reading.tables.row_relations import derived, relation_claims, relations
from assistant.reading.tables.score_columns import score_column_claims
from assistant.reading.tables.score_rows import score_claims
from assistant.reading.tables.table_grids import table_grids
from assistant.reading.tables.text_grids import text_grids
from assistant.reading.tables.three_public import three_public_claims
from assistant.reading.text.layout import Layout
from assistant.reading.text.numerals import HANZI, HANZI_UNITS
from assistant.reading.text.quantities import spots

_BEFORE = 160
_TITLE = 60
_FIGURED = re.compile(rf"[\d{HANZI}{HANZI_UNITS}]")
_SENTENCE = re.compile(r"[。；！？]")


def grids_of(document: Document, plan: Layout) -> Iterator[Grid]:
    """各张表，按位置先后。"""
    found = [grid for lines in plan.tables for grid in text_grids(document.text, lines)]
    for table in document.tables:
        found += table_grids(table, _before(document.text, table))
    yield from sorted(found, key=lambda grid: grid.span)


def _before(text: str, table: Table) -> str:
    """表前一两行短的：表名和单位。"""
    lines = text[max(0, table.span.start - _BEFORE) : table.span.start].splitlines()
    titles: list[str] = []
    for line in reversed([line.strip() for line in lines if line.strip()][-3:]):
        if len(line) > _TITLE or _SENTENCE.search(line):
            break
        titles.insert(0, line)
    return "\n".join(titles)


def table_mentions(tables: Sequence[Table], grids: Sequence[Grid]) -> Iterator[Mention]:
    """表里的数：各格数值，和文字格里带单位的数。"""
    taken: set[Span] = set()
    for grid in grids:
        for entry in grid.entries:
            for value in entry.values:
                taken.add(value.span)
                yield Mention(value.quantity, value.span)
    for table in tables:
        for cell in table.cells:
            if cell.span not in taken and not is_prose(cell):
                yield from _label_mentions(cell.text, cell.span)


def _label_mentions(text: str, span: Span) -> Iterator[Mention]:
    """文字格里带单位的数，如 单价20万元以上的设备、≥95%。"""
    for spot in spots(text) if _FIGURED.search(text) else ():
        if spot.unit:
            yield Mention(
                Quantity(spot.value, spot.unit),
                Span(span.start + spot.start, span.start + spot.end),
                qualifier=spot.qualifier,
            )


def grid_statements(grid: Grid) -> Iterator[Statement]:
    """一张表里的断言，判断好的。"""
    panels = matrices(grid)
    return diagnosed(tuple(_claims(grid, panels)), panels)


def _claims(grid: Grid, panels: Sequence[Matrix]) -> Iterator[Claim]:
    coded = is_coded(grid)
    if coded:
        yield from code_claims(grid)
    yield from balanced_tables(panels)
    yield from three_public_claims(grid)
    yield from first_claims(grid)
    yield from score_column_claims(grid)
    for matrix in panels:
        found = relations(matrix)
        yield from relation_claims(matrix, found)
        if not coded:
            yield from column_claims(matrix, grid.caption, derived(found))
        yield from mean_claims(matrix, derived(found))
        yield from score_claims(matrix)
