"""听：把一段话交给模型，得到命令。模型不在、失败或没有送出，都只是没有命令。"""

from collections.abc import Sequence
from typing import NamedTuple

from assistant.domain.errors import Unavailable, Withheld
from assistant.domain.facts import FieldSpec
from assistant.workflow.books import Book
from assistant.workflow.desk import Desk
from assistant.workflow.interview.commands import Command, Commands, numeric_fields

EARLIER, LONGEST = 3, 6_000
INSTEAD = "这段话已按读话规则读过，什么也没丢。"


class Heard(NamedTuple):
    """模型给的命令。note 非空：没有用上模型，是一句给人看的缘由；withheld 是等人看过才送的话。"""

    commands: tuple[Command, ...] = ()
    note: str = ""
    withheld: str = ""


def listen(desk: Desk, book: Book, text: str, asked: Sequence[str], *, seen: bool = False) -> Heard:
    """请模型听一段话。seen：人已看过并同意送出。"""
    if desk.model is None or not text.strip():
        return Heard()
    if len(text) > LONGEST:
        return Heard(note="这段话太长，没有交给模型，已按读话规则读过。")
    model = desk.model.serving(book.report.id, names_of(book), seen=seen)
    try:
        reply = model.reply(desk.prompts.prompt("turn"), _inputs(book, text, asked), Commands)
    except Withheld as held:
        return Heard(
            note=f"{held.where}；已按读话规则读过。{held.todo}", withheld=held.shown or text
        )
    except Unavailable as error:
        return Heard(note=f"{error.words}{INSTEAD}")
    return Heard(tuple(reply.commands))


def names_of(book: Book) -> tuple[str, ...]:
    """事实表里的人名：列名为姓名的那一列。"""
    facts = (*book.report.confirmed(), *book.report.proposed())
    found: dict[str, None] = {}
    for fact in facts:
        field = book.outline.field(fact.key)
        columns = field.columns if field else ()
        at = next((n for n, column in enumerate(columns) if column.label == "姓名"), None)
        if at is not None and isinstance(fact.value, tuple):
            found |= dict.fromkeys(row[at] for row in fact.value if row[at])
    return tuple(found)


def nameless(text: str, book: Book) -> str:
    """问法规的话里去掉事实表里的人名：查依据用不着，也不该送出本机。"""
    for name in sorted(names_of(book), key=len, reverse=True):
        text = text.replace(name, "某人")
    return text


def sent_before(book: Book) -> tuple[str, ...]:
    """前面说过的话里可以给模型作参照的：没有送出过的、等人看过才送的不在内，免得后来夹带出去。"""
    kept: list[str] = []
    said: list[str] = []
    for message in book.report.answered:
        if message.who:
            said.append(message.text)
        else:
            kept += [] if message.withheld else said
            said = []
    return tuple(kept)


def _inputs(book: Book, text: str, asked: Sequence[str]) -> dict[str, str]:
    earlier = [text[:300] for text in sent_before(book)]
    sections = [section.title for section in book.outline.sections if section.title]
    return {
        "year": str(book.report.year),
        "fields": "\n".join(_described(field) for field in numeric_fields(book.outline)),
        "sections": "、".join(sections),
        "asked": "、".join(book.ledger.label(address) for address in asked) or "（没有）",
        "earlier": "\n".join(earlier[-EARLIER:]) or "（没有）",
        "said": text,
    }


def _described(field: FieldSpec) -> str:
    aliases = "、".join(field.aliases[:6])
    return f"- {field.label}：{f'又叫{aliases}；' if aliases else ''}{field.unit or '个数'}"
