"""材料到事实：哪些本报告用得上，几处一致的取哪一处，与已有的一致的不再提。"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from assistant.domain.events import FactWithdrawn
from assistant.domain.facts import Fact, Provenance, ProvenanceKind
from assistant.domain.intervals import Interval
from assistant.domain.outline import split_key
from assistant.domain.quantities import Quantity
from assistant.reading.accounts.types import Taken
from assistant.workflow.books import Book
from assistant.workflow.interview.proposing import Reading, Rejection, as_facts, screen
from assistant.workflow.materials.reading import agree, agreeing

ROLLED_TEXTS = ("duties", "institutions", "problems")
"""上年材料里的这几项文字也要：职责、机构沿用到今年，问题留作对照。"""


class _Origin(NamedTuple):
    """一条提议的出处。"""

    kind: ProvenanceKind
    locator: str


class Offer(NamedTuple):
    """要提出的，连同各自的出处；known 是与已有的一致、不必再提的条数。"""

    readings: tuple[Reading, ...]
    origins: tuple[_Origin, ...]
    rejected: tuple[Rejection, ...]
    known: int


def offers(taken: Sequence[Taken], summed: Sequence[Taken], book: Book) -> Offer:
    """要提出的：taken 是表格和正文里的，summed 是自评表汇总的。"""
    wanted = [
        (_best(group), kind)
        for kind, found in ((ProvenanceKind.UPLOAD, taken), (ProvenanceKind.FORM, summed))
        for group in agreeing([each for each in found if usable(each, book)])
    ]
    fresh = [(each, kind) for each, kind in wanted if not _known(each, book)]
    readings: list[Reading] = []
    origins: list[_Origin] = []
    rejected: list[Rejection] = []
    for each, kind in fresh:
        screened = screen([reading_of(each, book)], book)
        rejected += screened.rejected
        readings += screened.readings
        origins += [_Origin(kind, _place(each))] * len(screened.readings)
    return Offer(tuple(readings), tuple(origins), tuple(rejected), len(wanted) - len(fresh))


def proposals(offer: Offer, book: Book, name: str, by: str, at: str) -> tuple[Fact, ...]:
    """编号从“附上文件”及撤回旧汇总之后的事件算起，各带自己的位置。"""
    origin = Provenance(kind=ProvenanceKind.UPLOAD, source=name, by=by, at=at)
    facts = as_facts(offer.readings, book.report.seq + 2, origin)
    return tuple(
        fact.model_copy(
            update={
                "provenance": fact.provenance.model_copy(
                    update={"kind": place.kind, "locator": place.locator}
                )
            }
        )
        for fact, place in zip(facts, offer.origins, strict=True)
    )


def usable(taken: Taken, book: Book) -> bool:
    """大纲有这一项，是本年或上年的。增减额、增减率只用本年的。"""
    field = book.outline.field(taken.key)
    if field is None or taken.year not in (book.report.year, book.report.year - 1):
        return False
    base, suffix = split_key(taken.key)
    if suffix and (not field.yearly or taken.year != book.report.year):
        return False
    numeric = isinstance(taken.value, Quantity)
    return numeric or taken.year == book.report.year or base in ROLLED_TEXTS


def reading_of(taken: Taken, book: Book) -> Reading:
    """上年的职责、机构作今年的提议；问题仍是上年的。"""
    carried = taken.key in ROLLED_TEXTS and taken.key != "problems"
    year = book.report.year if carried else taken.year
    return Reading(taken.key, year, taken.value, taken.quote)


def superseded(facts: tuple[Fact, ...], book: Book) -> list[FactWithdrawn]:
    """由自评表汇总而还没确认的旧值：又附了表，以新的汇总为准。"""
    fresh = {(f.key, f.year) for f in facts if f.provenance.kind is ProvenanceKind.FORM}
    return [
        FactWithdrawn(fact=old.id, reason="又附了自评表，重新汇总")
        for old in book.report.proposed()
        if old.provenance.kind is ProvenanceKind.FORM and (old.key, old.year) in fresh
    ]


def _best(group: Iterable[Taken]) -> Taken:
    """区间窄的优先，表格优先于正文。"""

    def rank(taken: Taken) -> tuple[object, ...]:
        if not isinstance(taken.value, Quantity):
            return (0, bool(taken.printed))
        spread = Interval.printed(taken.value)
        return (spread.low - spread.high, bool(taken.printed))

    return max(group, key=rank)


def _place(taken: Taken) -> str:
    return taken.locator.partition("#")[2]


def _known(taken: Taken, book: Book) -> bool:
    """已有一致的值（有效的或待确认的）。"""
    reading = reading_of(taken, book)
    return any(
        (fact.key, fact.year) == (reading.key, reading.year) and agree(fact.value, reading.value)
        for fact in (*book.report.confirmed(), *book.report.proposed())
    )
