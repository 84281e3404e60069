"""隔得远的各种断言排成一列；添一种读法是一个文件加这里的一行。"""

from collections.abc import Iterator, Sequence

from assistant.domain.statements import Statement
from assistant.reading.claims.far.families import family_claims
from assistant.reading.claims.far.means import mean_claims
from assistant.reading.claims.far.settled import settled
from assistant.reading.claims.far.told import Ledger
from assistant.reading.claims.judging.judging import Claim
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.tables.grids import Grid


def far_claims(
    paragraphs: Sequence[Paragraph],
    grids: Sequence[Grid],
    claims: Sequence[Claim],
    judged: Sequence[Statement],
) -> Iterator[Claim]:
    """近处读出的断言是 claims，judged 是各条的判断；读懂了的数不再读。"""
    told, done = Ledger(paragraphs, grids), settled(claims, judged)
    yield from family_claims(paragraphs, told, done)
    yield from mean_claims(paragraphs, told, done)
