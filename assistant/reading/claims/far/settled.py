"""已经读懂的数：有断言说定了它该是多少，不必再到远处去找运算数。"""

from collections.abc import Iterable

from assistant.domain.findings import Span
from assistant.domain.statements import Statement, Verdict
from assistant.reading.claims.judging.judging import Claim, Doubt


def settled(claims: Iterable[Claim], judged: Iterable[Statement]) -> frozenset[Span]:
    """照判的，或算得通的断言所声称的数；judged 是各条的判断。"""
    return frozenset(
        claim.stated.span
        for claim, each in zip(claims, judged, strict=True)
        if claim.doubt is Doubt.NONE or each.verdict is Verdict.CONSISTENT
    )
