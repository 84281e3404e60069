"""提问：只问还缺的，一次一小组，说明为什么问；问过三次仍没有就不再追。"""

from collections import Counter
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


def next_ask(book: Book) -> Ask | None:
    """下一组要问的；都齐了（或都推辞了）则为 None。"""
    has = _with_proposals(book)
    times = Counter(address for asked in book.report.asked for address in asked)
    for question in in_order(book.outline):
        wanted = tuple(
            address
            for address in question.fields
            if not has.has(address)
            and not _declined(book.report, address)
            and times[address] < _patience(book.outline, address)
        )
        if wanted:
            return Ask(question, wanted)
    return None


def in_order(outline: Outline) -> tuple[Question, ...]:
    """全部问题，按提问次序。"""
    questions = [q for section in outline.sections for q in section.questions]
    return tuple(sorted(questions, key=lambda q: q.order))


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


def _declined(report: Report, address: str) -> bool:
    return address in report.declined or split_key(address)[0] in report.declined


def _patience(outline: Outline, address: str) -> int:
    field = outline.field(address)
    return LIMIT if field is not None and field.required else 1
