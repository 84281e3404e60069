"""采集：一段话进来，先存下，读出事实请人确认，答了法规问题，再问还缺的一小组。"""

from typing import NamedTuple

from assistant.domain.errors import BadInput
from assistant.domain.events import FactsProposed, FieldsDeclined, TurnAnswered, TurnSaid
from assistant.domain.evidence import Answer
from assistant.domain.facts import Fact, shown
from assistant.domain.figures import Contradiction
from assistant.reading.talk.replies import Refusal, named_fields, questions_in, refusal_in
from assistant.scoring.ledger import ledger_of
from assistant.workflow.books import Book, open_book, record
from assistant.workflow.consultation import ask as ask_regulations
from assistant.workflow.desk import Desk
from assistant.workflow.interview.asking import Ask, next_ask, words_of
from assistant.workflow.interview.confirming import contradiction_words
from assistant.workflow.interview.extraction import extract
from assistant.workflow.interview.proposing import (
    Reading,
    Rejection,
    as_facts,
    chat_provenance,
    named_readings,
    pending_readings,
    screen,
    takes_text,
)

LONGEST = 1_000_000


class Turn(NamedTuple):
    """一轮对话的结果。"""

    book: Book
    reply: str
    proposed: tuple[Fact, ...]
    rejected: tuple[Rejection, ...]
    answer: Answer | None
    ask: Ask | None
    contradictions: tuple[Contradiction, ...]


def take_turn(desk: Desk, report_id: str, text: str, by: str) -> Turn:
    """走一轮。话先存下再处理：此后任何一步出错，说过的都在。"""
    if not text.strip():
        raise BadInput("没有收到内容", "请输入要报的数或要问的问题。")
    if len(text) > LONGEST:
        raise BadInput(f"这段话有{len(text)}字，太长了", "请存成文件，用“材料”页上传。")
    book = record(desk, open_book(desk, report_id), by, TurnSaid(text=text))
    asked = book.report.asked[-1] if book.report.asked else _opening(book)
    book, proposed, rejected = _propose(desk, book, text, asked, by)
    refusal = None if proposed else refusal_in(text)
    if refusal:
        book = _decline(desk, book, text, refusal, asked, by)
    answer = None if refusal else _consult(desk, book, text)
    upcoming = next_ask(book)
    found = _contradictions(book, proposed)
    reply = _reply(proposed, rejected, refusal, answer, found, upcoming, book)
    answered = TurnAnswered(
        reply=reply,
        citations=answer.citations if answer else (),
        asked=upcoming.addresses if upcoming else (),
    )
    book = record(desk, book, "", answered)
    return Turn(book, reply, proposed, rejected, answer, upcoming, found)


def _opening(book: Book) -> tuple[str, ...]:
    """还没有问过：以打开时页面上的第一问为准。"""
    first = next_ask(book)
    return first.addresses if first else ()


def _propose(
    desk: Desk, book: Book, text: str, asked: tuple[str, ...], by: str
) -> tuple[Book, tuple[Fact, ...], tuple[Rejection, ...]]:
    readings, unread = _read(desk, book, text, asked)
    screened = screen(readings, book)
    rejected = (*unread, *screened.rejected)
    if not screened.readings:
        return book, (), rejected
    at = desk.clock.now().isoformat(timespec="seconds")
    facts = as_facts(screened.readings, book.report.seq + 1, chat_provenance(by, at))
    return record(desk, book, by, FactsProposed(facts=facts)), facts, rejected


def _read(
    desk: Desk, book: Book, text: str, asked: tuple[str, ...]
) -> tuple[tuple[Reading, ...], tuple[Rejection, ...]]:
    """点名的文字回答整段照收，其中的数属于那段文字；其余先读数，再看是不是在答上一问。"""
    rest, named = named_readings(text, book)
    if named and not rest.strip():
        return named, ()
    readings, unread = extract(desk, book, rest, asked)
    silent = not (named or readings or refusal_in(text) or questions_in(text))
    if silent and takes_text(text, book, asked):
        return pending_readings(text, book, asked), ()
    return (*named, *readings), unread


def _decline(
    desk: Desk, book: Book, text: str, refusal: Refusal, asked: tuple[str, ...], by: str
) -> Book:
    """推辞的是话里点到的项；没点名就是刚问的那一组。"""
    named = [field.key for field in named_fields(text, book.outline.fields)]
    keys = tuple(named) or asked
    if not keys:
        return book
    declined = FieldsDeclined.model_validate(
        {"keys": keys, "how": refusal.how, "office": refusal.office}
    )
    return record(desk, book, by, declined)


def _consult(desk: Desk, book: Book, text: str) -> Answer | None:
    questions = questions_in(text)
    if not questions:
        return None
    history = tuple(m.text for m in book.report.messages[-7:-1] if m.who)
    return ask_regulations(
        desk,
        "".join(questions),
        year=book.report.year,
        locality=book.report.locality,
        history=history,
    )


def _contradictions(book: Book, proposed: tuple[Fact, ...]) -> tuple[Contradiction, ...]:
    """把待确认的也算上，当场指出刚说的哪里对不上；先前指出过的不再重复。"""
    fresh = {fact.id for fact in proposed}
    facts = (*book.report.confirmed(), *book.report.proposed())
    trial = ledger_of(facts, book.outline, book.locality, book.report.year)
    return tuple(c for c in trial.contradictions if fresh & set(c.facts))


def _reply(
    proposed: tuple[Fact, ...],
    rejected: tuple[Rejection, ...],
    refusal: Refusal | None,
    answer: Answer | None,
    found: tuple[Contradiction, ...],
    upcoming: Ask | None,
    book: Book,
) -> str:
    parts: list[str] = []
    if proposed:
        parts.append(f"记下{len(proposed)}项，请核对后确认：\n{_cards(proposed, book)}")
    parts += [f"没有收“{r.quote}”：{r.why}" for r in rejected]
    parts += [contradiction_words(c) for c in found]
    if refusal:
        office = f"已记下：请{refusal.office}提供。" if refusal.office else "好的，先放下这一项。"
        parts.append(f"{office}它会列在“还缺的”里，随时可以补。")
    if answer:
        parts.append(answer.answer)
    if not parts:
        parts.append("这段话里没有读出要填的数或文字，原话已存下。")
    parts.append(words_of(upcoming, book) if upcoming else _all_asked(book))
    return "\n\n".join(parts)


def _cards(facts: tuple[Fact, ...], book: Book) -> str:
    lines = (
        f"· {f.year}年 {book.ledger.label(f.key)}：{shown(f.value)[:80]}"
        + (f"（更正前为{shown(book.report.facts[f.corrects].value)}）" if f.corrects else "")
        for f in facts
    )
    return "\n".join(lines)


def _all_asked(book: Book) -> str:
    missing = len(book.ledger.missing)
    if not missing:
        return "要问的都齐了，可以到“体检”看问题，到“成稿”导出。"
    return f"要问的都问过了，还有{missing}项没有填，列在右边；缺着也可以先出稿。"
