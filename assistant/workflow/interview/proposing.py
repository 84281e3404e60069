"""提出事实：一段话里读出的值，连同原话，交办事人员确认。不合要求的当场说明为什么不收。"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from assistant.domain.facts import (
    Fact,
    FieldKind,
    FieldSpec,
    Provenance,
    ProvenanceKind,
    Value,
    fault_of_value,
    shown,
)
from assistant.domain.quantities import Quantity, unit_named
from assistant.reading.talk.replies import labelled_parts, text_value
from assistant.reading.talk.smuggled import instruction_in
from assistant.workflow.books import Book


class Rejection(NamedTuple):
    """没有收下的一处：原话和为什么。"""

    quote: str
    why: str


class Reading(NamedTuple):
    """从话里读出的一个值，还没有编号。"""

    key: str
    year: int
    value: Value
    quote: str
    corrects: str = ""


class Screened(NamedTuple):
    """收下的、没收下的，和与已有的一样而不必再提的。"""

    readings: tuple[Reading, ...]
    rejected: tuple[Rejection, ...]
    known: tuple[Reading, ...] = ()


def screen(readings: Iterable[Reading], book: Book) -> Screened:
    """逐个核对单位、范围、年度；已有同样的值就不再提。"""
    kept: dict[Reading, None] = {}
    known: dict[Reading, None] = {}
    rejected: list[Rejection] = []
    for reading in readings:
        why = _fault(reading, book)
        if why:
            rejected.append(Rejection(reading.quote, why))
        else:
            (known if _already(reading, book) else kept)[reading] = None
    return Screened(tuple(kept), tuple(rejected), tuple(known))


def as_facts(
    readings: Sequence[Reading], first_seq: int, provenance: Provenance
) -> tuple[Fact, ...]:
    """编号：f事件序号-第几个。quote 换成各自的原话。"""
    return tuple(
        Fact(
            id=f"f{first_seq}-{number}",
            key=reading.key,
            year=reading.year,
            value=reading.value,
            provenance=provenance.model_copy(update={"quote": reading.quote}),
            corrects=reading.corrects,
        )
        for number, reading in enumerate(readings, 1)
    )


def chat_provenance(by: str, at: str) -> Provenance:
    """对话的出处。"""
    return Provenance(kind=ProvenanceKind.CHAT, source="对话", by=by, at=at)


def named_readings(text: str, book: Book) -> tuple[str, tuple[Reading, ...]]:
    """点名回答的文字和表格字段（部门职责：……），和它们之前剩下的话。"""
    fields = [field for field in book.outline.fields if not field.kind.numeric]
    before, parts = labelled_parts(text, fields)
    return before, _text_readings([(part.field, part.body) for part in parts], book)


def pending_readings(text: str, book: Book, asked: Sequence[str]) -> tuple[Reading, ...]:
    """没有点名：当作对上一问的回答。几个字段各有样子的都试，否则只给第一个。"""
    pending = [book.outline.field(address) for address in asked]
    wanted = [(f, text) for f in pending if f is not None and not f.kind.numeric]
    patterned = all(field.pattern for field, _ in wanted)
    return _text_readings(wanted if patterned else wanted[:1], book)


def _text_readings(named: Sequence[tuple[FieldSpec, str]], book: Book) -> tuple[Reading, ...]:
    return tuple(
        Reading(field.key, book.report.year, value, _short(body))
        for field, body in named
        if (value := text_value(body, field)) is not None
    )


def _fault(reading: Reading, book: Book) -> str | None:
    field = book.outline.field(reading.key)
    if field is None:
        return "大纲里没有这一项。"
    if not 2000 <= reading.year <= 2100:
        return f"年度应在2000年到2100年之间，写的是{reading.year}年。"
    if reading.key != field.key:
        return _fault_of_derived(reading, field)
    return fault_of_value(field, reading.value) or _smuggled(reading, field)


def _smuggled(reading: Reading, field: FieldSpec) -> str | None:
    """文字里夹着冲着系统来的指令：整段不提，免得一确认就进了报告。"""
    if isinstance(reading.value, Quantity):
        return None
    order = instruction_in(shown(reading.value))
    if not order:
        return None
    return f"其中“{order}”像是夹带的指令，不当作“{field.label}”。真要写进报告的，去掉这句再报。"


def _fault_of_derived(reading: Reading, field: FieldSpec) -> str | None:
    """增减额与本项同量纲，可正可负；增减率是百分数。"""
    unit = "%" if reading.key.endswith(".change_rate") else field.unit
    value = reading.value
    if not isinstance(value, Quantity) or value.dimension is not unit_named(unit).dimension:
        return f"“{field.label}”的增减应以{unit}计。"
    return None


def _already(reading: Reading, book: Book) -> bool:
    known = (*book.report.confirmed(), *book.report.proposed())
    return any(
        f.key == reading.key and f.year == reading.year and f.value == reading.value for f in known
    )


def _short(text: str) -> str:
    return text if len(text) <= 120 else f"{text[:117]}……"


def takes_text(text: str, book: Book, asked: Sequence[str]) -> bool:
    """上一问要的是文字，且这段话像是在回答它。"""
    pending = [book.outline.field(address) for address in asked]
    wants = [f for f in pending if f is not None and f.kind in (FieldKind.TEXT, FieldKind.ROWS)]
    return bool(wants) and len(text.strip()) >= 6
