"""提问：只问还缺的，一次一小组，说明为什么问；问过三次仍没有就不再追。"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from assistant.domain.facts import FieldKind
from assistant.domain.ledger import Ledger
from assistant.domain.outline import Outline, Question, split_key
from assistant.domain.report import Report
from assistant.scoring.ledger import ledger_of
from assistant.workflow.books import Book

LIMIT = 3


class Ask(NamedTuple):
    """下一问：哪一组、组里还缺哪些地址。"""

    question: Question
    addresses: tuple[str, ...]


class Progress(NamedTuple):
    """写到哪里了：必填的共几项，已有几项（含待确认的），还要问几组。"""

    required: int
    given: int
    questions: int

    @property
    def share(self) -> float:
        """已有的占比。"""
        return self.given / self.required if self.required else 1.0


def next_ask(book: Book) -> Ask | None:
    """下一组要问的；都齐了（或都推辞了）则为 None。"""
    return next(_asks(book), None)


def progress(book: Book) -> Progress:
    """进度。说过的就算有，不必等确认。"""
    has = _with_proposals(book)
    fields = ((a, book.outline.field(a)) for q in in_order(book.outline) for a in q.fields)
    required = [a for a, field in fields if field is not None and field.required]
    given = [a for a in required if a not in has.missing]
    return Progress(len(required), len(given), sum(1 for _ in _asks(book)))


def still_missing(book: Book) -> tuple[str, ...]:
    """必填而还没有说过的；说过、等着确认的不算缺。"""
    told = _with_proposals(book)
    return tuple(a for a in book.ledger.missing if a in told.missing)


def _asks(book: Book) -> Iterator[Ask]:
    """还要问的各组，按次序。"""
    has = _with_proposals(book)
    times = Counter(address for asked in book.report.asked for address in asked)
    for question in in_order(book.outline):
        if question.when and not _nonzero(question.when, has):
            continue
        wanted = tuple(
            address
            for address in question.fields
            if not has.has(address)
            and not _replaced(address, has, book.outline)
            and not _declined(book.report, address)
            and times[address] < _patience(book.outline, address)
        )
        if wanted:
            yield Ask(question, wanted)


def in_order(outline: Outline) -> tuple[Question, ...]:
    """全部问题，按提问次序。"""
    questions = [q for section in outline.sections for q in section.questions]
    return tuple(sorted(questions, key=lambda q: q.order))


def absent_fields(text: str, outline: Outline) -> tuple[str, ...]:
    """话里说没有这回事的各项：没有做问卷。"""
    found = (q for q in in_order(outline) if q.absent and re.search(q.absent, text))
    return tuple(address for question in found for address in question.fields)


def ask_for(address: str, book: Book) -> str:
    """单独问一项的一句话：请报全年执行数（万元）。"""
    field = book.outline.field(address)
    label = book.ledger.label(address)
    if field is None or field.kind in (FieldKind.TEXT, FieldKind.CHOICE):
        return f"请写{label}。"
    if field.kind is FieldKind.ROWS:
        columns = "，".join(column.label for column in field.columns)
        return f"请给出{label}，每行一条：{columns}。"
    return f"请报{label}（{field.unit}）。"


def pending(book: Book) -> tuple[str, ...]:
    """正等着答的一组：上回问过的，还没有问过就是第一组；都问完了为空。"""
    if book.report.asked:
        return book.report.asked[-1]
    first = next_ask(book)
    return first.addresses if first else ()


def office_of(addresses: tuple[str, ...], book: Book) -> str:
    """这一组该由哪个股室提供：组里头一项的股室。"""
    field = book.outline.field(addresses[0])
    return field.owner if field else ""


def words_of(ask: Ask, book: Book) -> str:
    """一组问题的完整说法；组里已有一部分时只点还缺的。"""
    if len(ask.addresses) == len(ask.question.fields):
        return f"{ask.question.ask}\n（为什么问：{ask.question.why}）"
    labels = "、".join(book.ledger.label(address) for address in ask.addresses)
    return f"还差：{labels}。\n（为什么问：{ask.question.why}）"


def _with_proposals(book: Book) -> Ledger:
    """把待确认的也算上：说过的不再问。"""
    facts = (*book.report.confirmed(), *book.report.proposed())
    return ledger_of(facts, book.outline, book.locality, book.report.year)


def _replaced(address: str, has: Ledger, outline: Outline) -> bool:
    field = outline.field(address)
    return field is not None and has.has(field.unless)


def _nonzero(address: str, ledger: Ledger) -> bool:
    figure = ledger.figures.get(address)
    return figure is not None and figure.exact != 0


def _declined(report: Report, address: str) -> bool:
    return address in report.declined or split_key(address)[0] in report.declined


def _patience(outline: Outline, address: str) -> int:
    field = outline.field(address)
    return LIMIT if field is not None and field.required else 1
