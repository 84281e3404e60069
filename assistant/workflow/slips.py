"""交办单：把该由某个股室提供而还缺的各项写成一张表，请他们填；收回来读成待确认的事实。"""

from collections.abc import Iterator
from typing import NamedTuple

from assistant.domain.errors import BadInput
from assistant.domain.events import FactsProposed
from assistant.domain.facts import Fact, FieldSpec, Provenance, ProvenanceKind, Value
from assistant.domain.grid import Grid, GridCell
from assistant.domain.outline import Question, split_key
from assistant.domain.quantities import Quantity
from assistant.domain.sheet import Look, Placed, Sheet
from assistant.ports import SheetWriter
from assistant.reading.talk.replies import text_value
from assistant.reading.text.quantities import mentions
from assistant.workflow.books import Book, open_book, record
from assistant.workflow.desk import Desk
from assistant.workflow.interview.asking import in_order
from assistant.workflow.interview.proposing import Reading, Rejection, as_facts, screen

HEAD = ("序号", "项目", "单位或写法", "上年", "请填", "为什么要")
_FILL = HEAD.index("请填") + 1


class Item(NamedTuple):
    """要填的一项：地址、名称、怎么写、上年的数、为什么要。"""

    address: str
    label: str
    unit: str
    prior: str
    why: str


class Taken(NamedTuple):
    """收回一张交办单：提出的事实，和没收的。"""

    book: Book
    proposed: tuple[Fact, ...]
    rejected: tuple[Rejection, ...]


def slips(book: Book) -> dict[str, tuple[Item, ...]]:
    """各股室还缺的各项，按提问次序。推给某股室的归它，没推的归平时提供的股室。"""
    found: dict[str, list[Item]] = {}
    for question in in_order(book.outline):
        for address in question.fields:
            field = book.outline.field(address)
            if field is not None and address in book.ledger.missing:
                office = _office(address, field, book)
                found.setdefault(office, []).append(_item(address, field, question, book))
    return {office: tuple(items) for office, items in found.items()}


def slip_file(book: Book, office: str, writer: SheetWriter) -> tuple[str, bytes]:
    """一个股室的交办单：文件名和 xlsx。没有要它填的抛 BadInput。"""
    items = slips(book).get(office)
    if not items:
        raise BadInput(f"没有要{office}填的", "请用 jigao slip 看各股室还缺什么。")
    name = f"{book.report.bureau}{book.report.year}年度自评交办单（{office}）"
    return f"{name}.xlsx", writer.xlsx([_sheet(name, items)])


def take_back(desk: Desk, report_id: str, name: str, content: bytes, by: str) -> Taken:
    """读收回的交办单，填了的成为待确认的事实。不是交办单抛 BadInput。"""
    book = open_book(desk, report_id)
    grid, head = _found(desk.grids.grids(name, content), name)
    readings, rejected = [], []
    for row in range(head + 1, max(row for row, _ in grid.cells) + 1):
        cell = grid.at(row, _FILL)
        address = _named(grid.text(row, 2), book)
        if cell is None or not cell.text.strip() or not address:
            continue
        value = _value(cell, address, book)
        if value is None:
            rejected.append(Rejection(cell.text, f"“{grid.text(row, 2)}”这样写读不出来"))
        else:
            readings.append(_reading(address, value, cell, book))
    kept = screen(readings, book)
    at = desk.clock.now().isoformat(timespec="seconds")
    origin = Provenance(kind=ProvenanceKind.UPLOAD, source=name, by=by, at=at)
    facts = as_facts(kept.readings, book.report.seq + 1, origin)
    if facts:
        book = record(desk, book, by, FactsProposed(facts=facts))
    return Taken(book, facts, (*rejected, *kept.rejected))


def _office(address: str, field: FieldSpec, book: Book) -> str:
    declined = book.report.declined.get(address) or book.report.declined.get(field.key)
    return declined.office if declined is not None and declined.office else field.owner


def _item(address: str, field: FieldSpec, question: Question, book: Book) -> Item:
    prior = book.ledger.figures.get(f"{address}.prior")
    columns = "，".join(column.label for column in field.columns)
    how = field.unit or (f"每行一条：{columns}" if columns else "文字")
    label = book.ledger.label(address)
    return Item(address, label, how, str(prior.quantity) if prior else "", question.why)


def _sheet(name: str, items: tuple[Item, ...]) -> Sheet:
    cells = [Placed(1, 1, name, Look.TITLE, columns=len(HEAD))]
    cells += [Placed(2, n, text, Look.HEAD) for n, text in enumerate(HEAD, 1)]
    for number, item in enumerate(items, 1):
        row = (str(number), item.label, item.unit, item.prior, "", item.why)
        cells += [Placed(number + 2, n, text, Look.TEXT) for n, text in enumerate(row, 1)]
    last = len(items) + 3
    cells.append(Placed(last, 1, "填报人：　　　　　　　日期：", Look.NOTE, columns=len(HEAD)))
    return Sheet("交办单", tuple(cells), (6, 24, 20, 14, 30, 46), landscape=True)


def _found(grids: tuple[Grid, ...], name: str) -> tuple[Grid, int]:
    """交办单所在的表和表头行。"""
    for grid in grids:
        for row in sorted({row for row, _ in grid.cells}):
            if tuple(grid.text(row, n) for n in range(1, len(HEAD) + 1)) == HEAD:
                return grid, row
    raise BadInput(f"{name} 里没有交办单的表头", "请用由本报告写出的交办单填写，表头不要改。")


def _named(label: str, book: Book) -> str:
    """表上的名称对到地址：上年某项也认。"""
    addresses: Iterator[str] = (a for q in in_order(book.outline) for a in q.fields)
    return next((a for a in addresses if book.ledger.label(a) == label.strip()), "")


def _value(cell: GridCell, address: str, book: Book) -> Value | None:
    field = book.outline.field(address)
    if field is None:
        return None
    if not field.kind.numeric:
        return text_value(cell.text, field)
    found = mentions(cell.text if cell.number is None else f"{cell.number:f}")
    if len(found) != 1:
        return None
    quantity = found[0].quantity
    return quantity if quantity.unit else Quantity(value=quantity.value, unit=field.unit)


def _reading(address: str, value: Value, cell: GridCell, book: Book) -> Reading:
    key, suffix = split_key(address)
    last_year = suffix == ".prior"
    year = book.report.year - 1 if last_year else book.report.year
    return Reading(key if last_year else address, year, value, f"{cell.address} {cell.text}"[:120])
