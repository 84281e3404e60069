"""隔得远的各种断言排成一列；添一种读法是一个文件加这里的一行。"""

from collections.abc import Iterator, Sequence

from assistant.reading.claims.far.families import family_claims
from assistant.reading.claims.far.settled import settled
from assistant.reading.claims.far.told import ledger
from assistant.reading.claims.judging.judging import Claim
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.tables.grids import Grid


def far_claims(
    paragraphs: Sequence[Paragraph], grids: Sequence[Grid], claims: Sequence[Claim]
) -> Iterator[Claim]:
    """近处读出的断言是 claims，读懂了的数不再读。"""
    told, done = ledger(paragraphs, grids), settled(claims)
    yield from family_claims(paragraphs, told, done)
