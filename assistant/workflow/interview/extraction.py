"""取数：从一段话里取出事实。读话的规则和模型并列，值一律由代码从原话读出。"""

from collections.abc import Sequence

from assistant.domain.facts import Fact, FieldSpec
from assistant.domain.outline import split_key
from assistant.reading.talk.facts import Context, Known, Pointed, Proposal, propose
from assistant.workflow.books import Book
from assistant.workflow.desk import Desk
from assistant.workflow.interview.listening import Heard, listen
from assistant.workflow.interview.proposing import Reading, Rejection

RECENT, LONG = 4, 2_000


def extract(
    desk: Desk, book: Book, text: str, asked: Sequence[str]
) -> tuple[tuple[Reading, ...], tuple[Rejection, ...]]:
    """读一段话：取到的值，和看见而不收的数及缘由。话已存为最后一条消息。"""
    heard = listen(desk, book, text, asked)
    found = propose(
        text,
        book.outline.fields,
        book.report.year,
        context_of(book, asked),
        pointed(heard, book.outline.fields),
    )
    readings = tuple(_reading(proposal, book) for proposal in found.proposals)
    rejected = tuple(Rejection(r.quote, r.why) for r in found.rejected)
    return readings, (*rejected, *((Rejection("", heard.note),) if heard.note else ()))


def pointed(heard: Heard, fields: Sequence[FieldSpec]) -> tuple[Pointed, ...]:
    """模型的提出和更正，字段名对到键；对不上的略去。"""
    keys = {name: field.key for field in reversed(fields) for name in (field.key, field.label)}
    return tuple(
        Pointed(keys[c.field], c.quote, c.year == "上年", c.do == "correct")
        for c in heard.commands
        if c.do in ("propose", "correct") and c.field in keys
    )


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
    said = [message for message in book.report.messages[:-1] if message.who][-RECENT:]
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
