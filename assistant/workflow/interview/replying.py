"""答复：一轮里做了什么、哪里没收、接着问什么，说成给人看的话。"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.domain.events import FieldsDeclined
from assistant.domain.evidence import Answer
from assistant.domain.facts import Fact, shown
from assistant.domain.figures import Contradiction
from assistant.workflow.books import Book
from assistant.workflow.interview.asking import Ask, words_of
from assistant.workflow.interview.confirming import contradiction_words
from assistant.workflow.interview.extraction import Voided
from assistant.workflow.interview.proposing import Reading, Rejection
from assistant.workflow.interview.rivals import rivalries


class Outcome(NamedTuple):
    """一轮的结果，还没有说成话。book 已含这一轮提出的事实；section 是要去的章节。"""

    book: Book
    proposed: tuple[Fact, ...] = ()
    rejected: tuple[Rejection, ...] = ()
    voided: tuple[Voided, ...] = ()
    declined: tuple[FieldsDeclined, ...] = ()
    answer: Answer | None = None
    contradictions: tuple[Contradiction, ...] = ()
    section: str = ""
    known: tuple[Reading, ...] = ()
    ask: Ask | None = None


def reply(outcome: Outcome) -> str:
    """整段答复。"""
    parts = list(_parts(outcome)) or ["这段话里没有读出要填的数或文字，原话已存下。"]
    book = outcome.book
    parts.append(words_of(outcome.ask, book) if outcome.ask else _all_asked(book))
    return "\n\n".join(parts)


def _parts(outcome: Outcome) -> Iterator[str]:
    book = outcome.book
    if outcome.proposed:
        count = len(outcome.proposed)
        yield f"记下{count}项，请核对后确认：\n{_cards(outcome.proposed, book)}"
    if outcome.known:
        same = "；".join(
            f"{r.year}年 {book.ledger.label(r.key)}：{shown(r.value)[:40]}" for r in outcome.known
        )
        yield f"与已有的一致，不用再记：{same}。"
    for void in outcome.voided:
        yield f"已撤回：{_line(void.fact, book)}（您说“{void.quote}”）。"
    for rejection in outcome.rejected:
        yield f"没有收“{rejection.quote}”：{rejection.why}" if rejection.quote else rejection.why
    yield from (contradiction_words(found, book) for found in outcome.contradictions)
    yield from _two_values(outcome.proposed, book)
    yield from _put_off(outcome.declined, book)
    if outcome.answer:
        yield outcome.answer.answer
    section = book.outline.section(outcome.section)
    if section is not None:
        yield f"已转到“{section.title}”一节。"


def _two_values(proposed: Sequence[Fact], book: Book) -> Iterator[str]:
    """刚报的与先前的不一样：两边的值和出处都说，由人选。"""
    fresh = {fact.id for fact in proposed}
    for rivalry in rivalries(book):
        if fresh & {fact.id for fact in rivalry.facts}:
            yield rivalry.words(book)


def _put_off(declined: Sequence[FieldsDeclined], book: Book) -> Iterator[str]:
    for event in declined:
        labels = "、".join(book.ledger.label(key) for key in event.keys)
        if event.how == "none":
            yield f"已记下：没有{labels}，报告里不写。以后有了随时可以报。"
            continue
        office = f"已记下：{labels}请{event.office}提供。" if event.office else ""
        yield f"{office or f'好的，先放下{labels}。'}它会列在“还缺的”里，随时可以补。"


def _cards(facts: Sequence[Fact], book: Book) -> str:
    lines = (
        f"· {_line(f, book)}"
        + (f"（更正前为{shown(book.report.facts[f.corrects].value)}）" if f.corrects else "")
        for f in facts
    )
    return "\n".join(lines)


def _line(fact: Fact, book: Book) -> str:
    return f"{fact.year}年 {book.ledger.label(fact.key)}：{shown(fact.value)[:80]}"


def _all_asked(book: Book) -> str:
    missing = len(book.ledger.missing)
    if not missing:
        return "要问的都齐了，可以到“体检”看问题，到“成稿”导出。"
    return f"要问的都问过了，还有{missing}项没有填，列在右边；缺着也可以先出稿。"
