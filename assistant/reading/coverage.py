"""着落：文中每个数经过验算、只有出处，还是无从核对。"""

from collections.abc import Sequence

from assistant.domain.findings import Span
from assistant.domain.statements import CheckedFigure, FigureStatus, Verdict
from assistant.reading.claims.covering import Covering
from assistant.reading.reading import Reading


def figures_of(reading: Reading, printed: Sequence[Span] = ()) -> tuple[CheckedFigure, ...]:
    """每个数和它的着落，按位置先后。printed 是由台账印出的各处，其中的数都有出处。"""
    verified = {
        operand.span
        for statement in reading.statements
        if statement.verdict is not Verdict.UNVERIFIABLE
        for operand in (*statement.operands, statement.stated)
    }
    places = Covering(printed)
    return tuple(
        CheckedFigure(mention, _status(mention.span, verified, reading.sourced, places))
        for mention in reading.mentions
    )


def _status(
    span: Span, verified: set[Span], sourced: frozenset[Span], printed: Covering
) -> FigureStatus:
    if span in verified:
        return FigureStatus.VERIFIED
    known = span in sourced or span in printed
    return FigureStatus.SOURCED if known else FigureStatus.UNCHECKED
