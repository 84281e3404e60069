"""着落：文中每个数经过验算、只有出处，还是无从核对。"""

from assistant.domain.findings import Span
from assistant.domain.statements import CheckedFigure, FigureStatus, Verdict
from assistant.reading.reading import Reading


def figures_of(reading: Reading) -> tuple[CheckedFigure, ...]:
    """每个数和它的着落，按位置先后。"""
    verified = {
        operand.span
        for statement in reading.statements
        if statement.verdict is not Verdict.UNVERIFIABLE
        for operand in (*statement.operands, statement.stated)
    }
    return tuple(
        CheckedFigure(mention, _status(mention.span, verified, reading.sourced))
        for mention in reading.mentions
    )


def _status(span: Span, verified: set[Span], sourced: frozenset[Span]) -> FigureStatus:
    if span in verified:
        return FigureStatus.VERIFIED
    return FigureStatus.SOURCED if span in sourced else FigureStatus.UNCHECKED
