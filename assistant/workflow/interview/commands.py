"""命令：模型听一段话之后只能给出的几种命令。它只指出原话，由代码核对原话后执行，数从不由它给。"""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from pydantic import BaseModel, Field

from assistant.domain.facts import FieldSpec
from assistant.domain.outline import Outline
from assistant.reading.talk.facts import Pointed
from assistant.reading.talk.quoting import standing

Doing = Literal["propose", "correct", "withdraw", "ask", "unknown", "office", "goto"]


class Command(BaseModel):
    """一条命令。quote 须逐字出自话里；数从不由模型给。"""

    do: Doing
    quote: str = ""
    field: str = ""
    year: Literal["本年", "上年", ""] = ""
    office: str = ""
    section: str = ""


class Commands(BaseModel):
    """一段话引出的全部命令。"""

    commands: list[Command] = Field(max_length=60)


class Declined(NamedTuple):
    """不知道或交给别人的一项。office 为空是不知道。"""

    key: str
    office: str = ""


class Withdrawn(NamedTuple):
    """说作废的一项。"""

    key: str
    last_year: bool
    quote: str


class Orders(NamedTuple):
    """核对过原话、对得上大纲的命令，按去处分开。"""

    pointed: tuple[Pointed, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()
    questions: tuple[str, ...] = ()
    declined: tuple[Declined, ...] = ()
    section: str = ""


def orders(commands: Sequence[Command], text: str, outline: Outline) -> Orders:
    """逐条核对：引的不是原话的、字段或章节对不上的，一律不要。"""
    kept = [c.model_copy(update={"quote": q}) for c in commands if (q := standing(c.quote, text))]
    keys = {name: f.key for f in reversed(outline.fields) for name in (f.key, f.label)}
    known = [c for c in kept if c.field in keys]
    sections = [c.section for c in kept if c.do == "goto"]
    return Orders(
        tuple(
            Pointed(keys[c.field], c.quote, c.year == "上年", c.do == "correct")
            for c in known
            if c.do in ("propose", "correct")
        ),
        tuple(
            Withdrawn(keys[c.field], c.year == "上年", c.quote) for c in known if c.do == "withdraw"
        ),
        tuple(c.quote for c in kept if c.do == "ask"),
        tuple(_declined(known, keys, text)),
        next((found for name in sections if (found := section_named(name, outline))), ""),
    )


def _declined(commands: Sequence[Command], keys: dict[str, str], text: str) -> Iterator[Declined]:
    for command in commands:
        if command.do == "unknown":
            yield Declined(keys[command.field])
        elif command.do == "office" and command.office and command.office in text:
            yield Declined(keys[command.field], command.office)


def section_named(name: str, outline: Outline) -> str:
    """名称所指的章节编号：标题里有这几个字，或这几个字里有标题；没有或不止一节为空。"""
    plain = name.strip().lstrip("一二三四五六七八九十（）()、 ")
    found = [
        section.id
        for section in outline.sections
        if len(plain) > 1 and (bare := _bare(section.title)) and (plain in bare or bare in plain)
    ]
    return found[0] if len(found) == 1 else ""


def _bare(title: str) -> str:
    return title.lstrip("一二三四五六七八九十（）()、 ")


def numeric_fields(outline: Outline) -> tuple[FieldSpec, ...]:
    """交给模型认的字段：数量型的。"""
    return tuple(field for field in outline.fields if field.kind.numeric)
