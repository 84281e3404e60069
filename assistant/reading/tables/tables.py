"""文档里的各张表：真表格和文字层的表格，以及表内的断言和数量。"""

from collections.abc import Iterator

from assistant.domain.document import Document
from assistant.domain.findings import Span
from assistant.domain.quantities import Quantity
from assistant.domain.statements import Mention
from assistant.reading.claims.judging import Claim
from assistant.reading.tables.code_sums import code_claims
from assistant.reading.tables.grids import Grid, table_grid, text_grid
from assistant.reading.tables.list_sums import list_claims
from assistant.reading.tables.row_sums import row_claims, three_public_claims
from assistant.reading.text.layout import Layout
from assistant.reading.text.quantities import spots

_BEFORE = 120


def grids_of(document: Document, plan: Layout) -> Iterator[Grid]:
    """各张表，按位置先后。"""
    found = [text_grid(document.text, lines) for lines in plan.tables]
    for table in document.tables:
        before = document.text[max(0, table.span.start - _BEFORE) : table.span.start]
        found.append(table_grid(table, "\n".join(before.splitlines()[-3:])))
    yield from sorted(found, key=lambda grid: grid.span)


def grid_mentions(grid: Grid) -> Iterator[Mention]:
    """表里的数：各格数值，和名称里带单位的数。"""
    for entry in grid.entries:
        for value in entry.values:
            yield Mention(value.quantity, value.span)


def label_mentions(text: str, span: Span) -> Iterator[Mention]:
    """名称里带单位的数，如 单价在20万元以上的设备。"""
    for spot in spots(text):
        if spot.unit:
            yield Mention(
                Quantity(value=spot.value, unit=spot.unit),
                Span(span.start + spot.start, span.start + spot.end),
                qualifier=spot.qualifier,
            )


def grid_claims(grid: Grid) -> Iterator[Claim]:
    """一张表里的断言。"""
    yield from code_claims(grid)
    yield from row_claims(grid)
    yield from three_public_claims(grid)
    yield from list_claims(grid)
