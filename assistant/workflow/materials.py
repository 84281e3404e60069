"""材料：把上传的文件附到报告上，读出的事实请人确认；与已有的数不一致的，两边并列由人选。"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from assistant.domain.errors import BadInput
from assistant.domain.events import (
    FactConfirmed,
    FactsProposed,
    FactWithdrawn,
    FileAttached,
    Payload,
)
from assistant.domain.facts import Fact, Provenance, ProvenanceKind
from assistant.domain.intervals import Interval
from assistant.domain.outline import split_key
from assistant.domain.quantities import Quantity
from assistant.reading.accounts_types import Taken
from assistant.workflow.books import Book, open_book, record
from assistant.workflow.desk import Desk
from assistant.workflow.material_reading import Material, agreeing, read_material
from assistant.workflow.proposing import Reading, Rejection, as_facts, screen


class Rivalry(NamedTuple):
    """同一项同一年的几个不同的值，各有出处，须由人选一个。"""

    key: str
    year: int
    facts: tuple[Fact, ...]


class Attached(NamedTuple):
    """附上一份材料的结果。

    earlier   以前附过同样内容的文件名；非空时没有再读
    proposed  提出的事实，待确认
    known     与已有的一致，不必再提的条数
    passed    读到而本报告不用的条数（大纲没有这一项，或不是本年、上年的）
    """

    book: Book
    name: str
    sha256: str
    earlier: str = ""
    material: Material | None = None
    proposed: tuple[Fact, ...] = ()
    rejected: tuple[Rejection, ...] = ()
    known: int = 0
    passed: int = 0


def attach(
    desk: Desk, report_id: str, name: str, content: bytes, by: str, year: int = 0
) -> Attached:
    """附上一份材料。读不了抛 Unreadable，什么也不记。"""
    book = open_book(desk, report_id)
    digest = hashlib.sha256(content).hexdigest()
    same = next((f for f in book.report.files if (f.sha256, f.year) == (digest, year)), None)
    if same is not None:
        return Attached(book, name, digest, earlier=same.name)
    material = read_material(desk, name, content, year)
    desk.uploads.keep(digest, content)
    wanted = _wanted(material, book)
    fresh = [taken for taken in wanted if not _known(taken, book)]
    screened = screen((_reading(taken, book) for taken in fresh), book)
    file = FileAttached(name=name, sha256=digest, size=len(content), year=year)
    facts = _facts(desk, book, screened.readings, fresh, name, by)
    payloads: list[Payload] = [file, *([FactsProposed(facts=facts)] if facts else [])]
    book = record(desk, book, by, *payloads)
    passed = sum(not _usable(taken, book) for taken in material.found.facts)
    known = len(wanted) - len(fresh)
    return Attached(book, name, digest, "", material, facts, screened.rejected, known, passed)


def material_of(desk: Desk, file: FileAttached) -> Material:
    """再看一份附过的材料读出了什么。"""
    return read_material(desk, file.name, desk.uploads.content(file.sha256), file.year)


def rivalries(book: Book) -> tuple[Rivalry, ...]:
    """等人选的：同一项同一年，有效的和待确认的值里有不同的。"""
    current = [*book.report.confirmed(), *book.report.proposed()]
    groups: dict[tuple[str, int], list[Fact]] = {}
    for fact in current:
        groups.setdefault((fact.key, fact.year), []).append(fact)
    return tuple(
        Rivalry(key, year, tuple(facts))
        for (key, year), facts in groups.items()
        if any(not _agree(facts[0], other) for other in facts[1:])
    )


def choose(desk: Desk, report_id: str, fact_id: str, by: str) -> Book:
    """选定一个值：它有效，同一项同一年的其他值撤回。"""
    book = open_book(desk, report_id)
    fact = book.report.facts.get(fact_id)
    if fact is None or fact.status == "withdrawn":
        raise BadInput(f"没有可选的事实 {fact_id}", "它可能已在别处撤回，请刷新后再选。")
    others = [
        other
        for other in (*book.report.confirmed(), *book.report.proposed())
        if (other.key, other.year) == (fact.key, fact.year) and other.id != fact_id
    ]
    dropped = [
        FactWithdrawn(fact=other.id, reason=f"选用了{_source(fact)}的数") for other in others
    ]
    confirmed = [FactConfirmed(fact=fact_id)] if fact.status == "proposed" else []
    return record(desk, book, by, *dropped, *confirmed)


def _wanted(material: Material, book: Book) -> list[Taken]:
    """本报告用得上的：大纲有这一项，是本年或上年的；几处一致的取最精确的一处。"""
    usable = [taken for taken in (*material.found.facts, *material.texts) if _usable(taken, book)]
    return [max(group, key=_precision) for group in agreeing(usable)]


def _usable(taken: Taken, book: Book) -> bool:
    field = book.outline.field(taken.key)
    if field is None or taken.year not in (book.report.year, book.report.year - 1):
        return False
    base, suffix = split_key(taken.key)
    if suffix and (not field.yearly or taken.year != book.report.year):
        return False
    numeric = isinstance(taken.value, Quantity)
    return numeric or taken.year == book.report.year or base in ROLLED_TEXTS


ROLLED_TEXTS = ("duties", "institutions", "problems")
"""上年材料里的这几项文字也要：职责、机构沿用到今年，问题留作对照。"""


def _precision(taken: Taken) -> tuple[object, ...]:
    """区间窄的优先，表格优先于正文。"""
    if not isinstance(taken.value, Quantity):
        return (0, bool(taken.printed))
    spread = Interval.printed(taken.value)
    return (spread.low - spread.high, bool(taken.printed))


def _reading(taken: Taken, book: Book) -> Reading:
    """上年的职责、机构作今年的提议；问题仍是上年的。"""
    carried = taken.key in ROLLED_TEXTS and taken.key != "problems"
    year = book.report.year if carried else taken.year
    return Reading(taken.key, year, taken.value, taken.quote)


def _facts(
    desk: Desk,
    book: Book,
    readings: Sequence[Reading],
    taken: Iterable[Taken],
    name: str,
    by: str,
) -> tuple[Fact, ...]:
    """编号从“附上文件”这条事件之后算起；各带自己的位置。"""
    at = desk.clock.now().isoformat(timespec="seconds")
    origin = Provenance(kind=ProvenanceKind.UPLOAD, source=name, by=by, at=at)
    places = {(t.key, t.quote, str(t.value)): t.locator.partition("#")[2] for t in taken}
    return tuple(
        fact.model_copy(
            update={
                "provenance": fact.provenance.model_copy(
                    update={"locator": places[reading.key, reading.quote, str(reading.value)]}
                )
            }
        )
        for fact, reading in zip(
            as_facts(readings, book.report.seq + 2, origin), readings, strict=True
        )
    )


def _known(taken: Taken, book: Book) -> bool:
    """已有一致的值（有效的或待确认的）。"""
    reading = _reading(taken, book)
    return any(
        fact.key == reading.key and fact.year == reading.year and _same(fact.value, reading.value)
        for fact in (*book.report.confirmed(), *book.report.proposed())
    )


def _agree(one: Fact, other: Fact) -> bool:
    return _same(one.value, other.value)


def _same(one: object, other: object) -> bool:
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        same = one.dimension is other.dimension
        return same and Interval.printed(one).meets(Interval.printed(other))
    return one == other


def _source(fact: Fact) -> str:
    return fact.provenance.source or fact.provenance.kind.label


def shown_files(book: Book) -> Iterator[FileAttached]:
    """附过的材料，最近的在前。"""
    return reversed(book.report.files)
