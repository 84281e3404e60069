"""采集：一段话进来，先存下，读出事实请人确认，答了法规问题，再问还缺的一小组。

答一段话要写的事件一次写成：写到一半断了电，话还在“等着答”里，重开时接着答。
"""

from contextlib import suppress
from typing import NamedTuple

import tenacity

from assistant.domain.errors import Answered, BadInput, Conflict
from assistant.domain.events import FactsProposed, FactWithdrawn, Payload, TurnAnswered, TurnSaid
from assistant.domain.evidence import Answer
from assistant.domain.facts import Fact
from assistant.domain.figures import Contradiction
from assistant.reading.talk.replies import questions_in, refusal_in, section_in
from assistant.scoring.ledger import ledger_of
from assistant.workflow.answers.in_report import ask_in
from assistant.workflow.books import Book, open_book, record, with_payloads
from assistant.workflow.desk import Desk
from assistant.workflow.interview.asking import Ask, next_ask
from assistant.workflow.interview.commands import Orders, orders, section_named
from assistant.workflow.interview.declining import keys_of, refused
from assistant.workflow.interview.extraction import Extracted, Voided, extract
from assistant.workflow.interview.listening import Heard, listen
from assistant.workflow.interview.proposing import (
    Rejection,
    as_facts,
    chat_provenance,
    named_readings,
    pending_readings,
    screen,
    takes_text,
)
from assistant.workflow.interview.replying import Outcome, reply

LONGEST = 1_000_000
_AGAIN = tenacity.retry(
    retry=tenacity.retry_if_exception_type(Conflict),
    stop=tenacity.stop_after_attempt(5),
    reraise=True,
)


class Turn(NamedTuple):
    """一轮对话的结果。"""

    book: Book
    reply: str
    proposed: tuple[Fact, ...]
    rejected: tuple[Rejection, ...]
    answer: Answer | None
    ask: Ask | None
    contradictions: tuple[Contradiction, ...]
    voided: tuple[Voided, ...] = ()
    section: str = ""


class _Said(NamedTuple):
    """等着答的话：原文、说话人、末一段的事件序号、刚问过的地址。"""

    text: str
    by: str
    seq: int
    asked: tuple[str, ...]


def take_turn(desk: Desk, report_id: str, text: str, by: str) -> Turn:
    """走一轮。话先存下再处理：此后任何一步出错，说过的都在。上回没答完的先答完。"""
    _check(text)
    if open_book(desk, report_id).report.waiting:
        with suppress(Answered):
            answer(desk, report_id)
    return _answer(desk, say(desk, report_id, text, by))


def say(desk: Desk, report_id: str, text: str, by: str) -> Book:
    """存下一段话，还不答。"""
    _check(text)
    return _recorded(desk, report_id, by, TurnSaid(text=text))


def _check(text: str) -> None:
    if not text.strip():
        raise BadInput("没有收到内容", "请输入要报的数或要问的问题。")
    if len(text) > LONGEST:
        raise BadInput(f"这段话有{len(text)}字，太长了", "请存成文件，用“材料”页上传。")


@_AGAIN
def _recorded(desk: Desk, report_id: str, by: str, payload: Payload) -> Book:
    return record(desk, open_book(desk, report_id), by, payload)


def answer(desk: Desk, report_id: str, heard: Heard | None = None) -> Turn:
    """答等着答的话。heard 给了就不再问模型（例如不等了）。已在别处答过的抛 BadInput。"""
    return _answer(desk, open_book(desk, report_id), heard)


def _answer(desk: Desk, book: Book, heard: Heard | None = None) -> Turn:
    said = _waiting(book)
    heard = heard or listen(desk, book, _prose(said.text, book), said.asked)
    consulted = _consult(desk, book, said, heard)
    try:
        return _finish(desk, book, said, heard, consulted)
    except Conflict:
        return _answered(desk, book.report.id, said, heard, consulted)


def answer_seen(desk: Desk, report_id: str) -> Turn:
    """人看过遮了的样子、同意送出：把上一段没有送的话交给模型再听一遍，多读出的照样请人确认。"""
    book = open_book(desk, report_id)
    said = _withheld(book)
    heard = listen(desk, book, _prose(said.text, book), said.asked, seen=True)
    return _finish(desk, book, said, heard, None)


def _waiting(book: Book) -> _Said:
    waiting = book.report.waiting
    if not waiting:
        raise Answered("这段话已经在另一个窗口答过了，话和答复都在", "请刷新页面。")
    text = "\n".join(message.text for message in waiting)
    return _Said(text, waiting[-1].who, waiting[-1].seq, _asked(book))


def _withheld(book: Book) -> _Said:
    messages = book.report.messages
    if len(messages) < 2 or not messages[-1].withheld:
        raise BadInput("没有等着送的话", "请刷新页面。")
    asked = book.report.asked[-2] if len(book.report.asked) > 1 else ()
    return _Said(messages[-2].text, messages[-2].who, messages[-1].seq, asked)


def _asked(book: Book) -> tuple[str, ...]:
    """刚问过的；还没有问过，以打开时页面上的第一问为准。"""
    if book.report.asked:
        return book.report.asked[-1]
    first = next_ask(book)
    return first.addresses if first else ()


def _prose(text: str, book: Book) -> str:
    """点名回答的文字（部门职责：……）之前的话：数和命令只从这里读。"""
    return named_readings(text, book)[0]


def _consult(desk: Desk, book: Book, said: _Said, heard: Heard) -> Answer | None:
    """话里的提问；规则没认出而模型指了原话的也算。"""
    prose = _prose(said.text, book)
    questions = questions_in(prose) or orders(heard.commands, prose, book.outline).questions
    if not questions or refusal_in(prose):
        return None
    history = tuple(m.text for m in book.report.answered[-6:] if m.who)
    return ask_in(desk, book, "".join(questions), history)


@_AGAIN
def _answered(
    desk: Desk, report_id: str, said: _Said, heard: Heard, consulted: Answer | None
) -> Turn:
    """写下这一轮。模型答得慢，其间别处写过也不要紧：按最新的样子重算再写。"""
    book = open_book(desk, report_id)
    if not book.report.waiting or book.report.waiting[-1].seq != said.seq:
        raise Answered("这段话已经在另一个窗口答过了，话和答复都在", "请刷新页面。")
    return _finish(desk, book, said, heard, consulted)


def _finish(desk: Desk, book: Book, said: _Said, heard: Heard, consulted: Answer | None) -> Turn:
    given = orders(heard.commands, _prose(said.text, book), book.outline)
    at = desk.clock.now().isoformat(timespec="seconds")
    payloads, outcome = _worked_out(book, said, given, heard.note, at)
    outcome = outcome._replace(answer=consulted)
    words = reply(outcome)
    answered = TurnAnswered(
        reply=words,
        citations=consulted.citations if consulted else (),
        asked=outcome.ask.addresses if outcome.ask else (),
        withheld=heard.withheld,
    )
    book = record(desk, book, said.by, *payloads, answered)
    return Turn(
        book,
        words,
        outcome.proposed,
        outcome.rejected,
        consulted,
        outcome.ask,
        outcome.contradictions,
        outcome.voided,
        outcome.section,
    )


def _worked_out(
    book: Book, said: _Said, given: Orders, note: str, at: str
) -> tuple[list[Payload], Outcome]:
    """这一轮要写的事件，和写了之后的样子。"""
    found = _read(said.text, book, said.asked, given)
    screened = screen(found.readings, book)
    facts = as_facts(screened.readings, book.report.seq + 1, chat_provenance(said.by, at))
    prose = _prose(said.text, book)
    off = refused(prose, said.asked, book, keys_of([f.key for f in facts]), given)
    payloads: list[Payload] = [FactsProposed(facts=facts)] if facts else []
    payloads += [FactWithdrawn(fact=v.fact.id, reason=v.quote) for v in found.voided]
    payloads += off.events
    after = with_payloads(book, said.by, at, *payloads)
    notes = (Rejection("", note),) if note else ()
    outcome = Outcome(
        after,
        facts,
        (*found.rejected, *screened.rejected, *notes),
        found.voided,
        off.events,
        contradictions=_contradictions(after, facts),
        known=screened.known,
        section=given.section or section_named(section_in(prose), book.outline),
        ask=next_ask(after),
    )
    return payloads, outcome


def _read(text: str, book: Book, asked: tuple[str, ...], given: Orders) -> Extracted:
    """点名的文字回答整段照收，其中的数属于那段文字；其余先读数，再看是不是在答上一问。"""
    rest, named = named_readings(text, book)
    if named and not rest.strip():
        return Extracted(named)
    found = extract(book, rest, asked, given)
    silent = not (named or found.readings or refusal_in(text) or questions_in(text))
    if silent and not found.voided and takes_text(text, book, asked):
        return Extracted(pending_readings(text, book, asked))
    return found._replace(readings=(*named, *found.readings))


def _contradictions(book: Book, proposed: tuple[Fact, ...]) -> tuple[Contradiction, ...]:
    """把待确认的也算上，当场指出刚说的哪里对不上；先前指出过的不再重复。"""
    fresh = {fact.id for fact in proposed}
    facts = (*book.report.confirmed(), *book.report.proposed())
    trial = ledger_of(facts, book.outline, book.locality, book.report.year)
    return tuple(c for c in trial.contradictions if fresh & set(c.facts))
