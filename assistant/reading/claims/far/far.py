"""隔得远的各种断言排成一列；添一种读法是一个文件加这里的一行。"""

from collections.abc import Iterator, Sequence

from assistant.domain.statements import Statement
from assistant.reading.claims.far.accounts import account_claims
from assistant.reading.claims.far.added import added_claims
from assistant.reading.claims.far.balances import balance_claims
from assistant.reading.claims.far.families import family_claims
from assistant.reading.claims.far.gaps import gap_claims
from assistant.reading.claims.far.growth import row_growth_claims
from assistant.reading.claims.far.lost import lost_claims
from assistant.reading.claims.far.means import mean_claims
from assistant.reading.claims.far.moved import moved_claims
from assistant.reading.claims.far.public import public_claims
from assistant.reading.claims.far.rates import rate_claims
from assistant.reading.claims.far.repeats import repeated_claims
from assistant.reading.claims.far.settled import settled
from assistant.reading.claims.far.shares import share_claims
from assistant.reading.claims.far.spells import spell_claims
from assistant.reading.claims.far.told import Ledger
from assistant.reading.claims.far.totals import table_total_claims
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
    yield from balance_claims(paragraphs, told, done)
    yield from account_claims(paragraphs, told)
    yield from share_claims(paragraphs, told, done)
    yield from rate_claims(paragraphs, told, done)
    yield from added_claims(paragraphs, done)
    yield from public_claims(paragraphs, done)
    yield from spell_claims(paragraphs, told, done)
    yield from gap_claims(paragraphs, told, done)
    yield from row_growth_claims(paragraphs, grids, done)
    yield from moved_claims(paragraphs, claims, judged)
    yield from repeated_claims(paragraphs, told)
    yield from lost_claims(paragraphs, told, done)
    yield from table_total_claims(paragraphs, told)
