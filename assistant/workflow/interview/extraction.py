"""取数：从一段话里取出事实。读话的规则和模型并列，值一律由代码从原话读出。"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.domain.facts import Fact
from assistant.domain.outline import split_key
from assistant.reading.talk.facts import Context, Known, Proposal, propose
from assistant.reading.talk.facts import Reading as TalkReading
from assistant.reading.talk.withdrawing import is_void
from assistant.workflow.books import Book
from assistant.workflow.interview.commands import Orders
from assistant.workflow.interview.proposing import Reading, Rejection
from assistant.workflow.interview.rivals import same_value

RECENT, LONG = 4, 2_000


class Voided(NamedTuple):
    """说作废的一条已有的事实和原话。"""

    fact: Fact
    quote: str


class Extracted(NamedTuple):
    """一段话里取到的：值，看见而不收的数及缘由，说作废的事实。"""

    readings: tuple[Reading, ...] = ()
    rejected: tuple[Rejection, ...] = ()
    voided: tuple[Voided, ...] = ()


def extract(book: Book, text: str, asked: Sequence[str], given: Orders) -> Extracted:
    """读一段话。given 是模型的命令，核对过原话的。"""
    found = propose(
        text, book.outline.fields, book.report.year, context_of(book, asked), given.pointed
    )
    readings = tuple(_reading(proposal, book) for proposal in found.proposals)
    rejected = tuple(Rejection(r.quote, r.why) for r in found.rejected)
    return Extracted(readings, rejected, tuple(_voided(found, given, book)))


def _voided(found: TalkReading, given: Orders, book: Book) -> Iterator[Voided]:
    """说作废的：写了数的数要对得上，同一条只算一次。模型指出的只管还没确认的。"""
    seen: set[str] = set()
    facts = (*book.report.proposed(), *book.report.confirmed())
    for one in found.withdrawn:
        value = one.amount.quantity if one.amount and one.amount.unit else None
        for fact in facts:
            here = fact.key in one.keys and fact.year == one.year and fact.id not in seen
            if here and (value is None or same_value(fact.value, value)):
                seen.add(fact.id)
                yield Voided(fact, one.quote)
    for said in given.withdrawn:
        year = book.report.year - said.last_year
        for fact in book.report.proposed() if is_void(said.quote) else ():
            if (fact.key, fact.year) == (said.key, year) and fact.id not in seen:
                seen.add(fact.id)
                yield Voided(fact, said.quote)


def context_of(book: Book, asked: Sequence[str]) -> Context:
    """读这段话之前的情形：刚问的、说过而没有准数的、已有的值。"""
    facts = (*book.report.confirmed(), *book.report.proposed())
    known = tuple(Known(f.key, f.year, f.value) for f in sorted(facts, key=_order))
    numeric = tuple(address for address in asked if _numeric(book, address))
    return Context(book.report.bureau, numeric, _open(book, known), known)


def _order(fact: Fact) -> tuple[int, ...]:
    """编号里的事件序号：说得晚的在后。"""
    return tuple(int(part) for part in fact.id.removeprefix("f").split("-") if part.isdigit())


def _numeric(book: Book, address: str) -> bool:
    field = book.outline.field(address)
    return field is not None and field.kind.numeric


def _open(book: Book, known: tuple[Known, ...]) -> tuple[str, ...]:
    """近几段话里说到而至今没有准数的地址，最近说的在后。"""
    said = [message for message in book.report.answered if message.who][-RECENT:]
    given = {split_key(value.key)[0] for value in known if value.year == book.report.year}
    keys: dict[str, None] = {}
    for message in said:
        if len(message.text) <= LONG:
            context = Context(bureau=book.report.bureau)
            reading = propose(message.text, book.outline.fields, book.report.year, context)
            for key in reading.open:
                keys.pop(key, None)
                keys[key] = None
    return tuple(key for key in keys if key not in given)


def _reading(proposal: Proposal, book: Book) -> Reading:
    return Reading(
        proposal.key,
        proposal.year,
        proposal.value,
        proposal.quote,
        _replaced(proposal, book) if proposal.corrects is not None else "",
    )


def _replaced(proposal: Proposal, book: Book) -> str:
    """被更正的那条事实的编号：先看有效的，再看待确认的。"""
    same = [
        fact
        for fact in (*book.report.proposed(), *book.report.confirmed())
        if (fact.key, fact.year) == (proposal.key, proposal.year)
        and fact.value == proposal.corrects
    ]
    return same[-1].id if same else ""
