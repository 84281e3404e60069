"""已经读懂的数：有断言说定了它该是多少，不必再到远处去找运算数。"""

from collections.abc import Iterable

from assistant.domain.findings import Span
from assistant.domain.statements import Verdict
from assistant.reading.claims.judging.judging import Claim, Doubt, judge


def settled(claims: Iterable[Claim]) -> frozenset[Span]:
    """照判的，或算得通的断言所声称的数。"""
    return frozenset(
        claim.stated.span
        for claim in claims
        if claim.doubt is Doubt.NONE or judge(claim).verdict is Verdict.CONSISTENT
    )
