"""材料：把上传的文件附到报告上，读出的事实请人确认。"""

import hashlib
from typing import NamedTuple

from assistant.domain.events import (
    FactsProposed,
    FileAttached,
    Payload,
)
from assistant.domain.facts import Fact
from assistant.reading.accounts.types import Taken
from assistant.workflow.books import Book, open_book, record
from assistant.workflow.desk import Desk
from assistant.workflow.interview.proposing import Rejection
from assistant.workflow.materials.facts import offers, proposals, superseded, usable
from assistant.workflow.materials.forms import taken_from
from assistant.workflow.materials.reading import Material, names_for, read_material
from assistant.workflow.scoring.report import report_forms


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

    @property
    def foreign(self) -> str:
        """材料标题里是别的单位时，一句提醒；不是为空。"""
        ours, material = self.book.report.bureau, self.material
        if material is None or not material.foreign_to(ours):
            return ""
        theirs = material.bureau
        return f"标题里的单位是“{theirs}”，本报告是“{ours}”；附错了就把提出的事实都不要。"


def attach(
    desk: Desk, report_id: str, name: str, content: bytes, by: str, year: int = 0
) -> Attached:
    """附上一份材料。读不了抛 Unreadable，什么也不记。"""
    book = open_book(desk, report_id)
    digest = hashlib.sha256(content).hexdigest()
    same = next((f for f in book.report.files if (f.sha256, f.year) == (digest, year)), None)
    if same is not None:
        return Attached(book, name, digest, earlier=same.name)
    scheme = desk.catalogue.scheme(book.locality.scheme)
    material = read_material(desk, name, content, scheme, year)
    desk.uploads.keep(digest, content)
    file = FileAttached(name=name, sha256=digest, size=len(content), year=year)
    summed = _form_facts(desk, book, material)
    offer = offers([*material.found.facts, *material.texts], summed, book)
    at = desk.clock.now().isoformat(timespec="seconds")
    facts = proposals(offer, book, name, by, at)
    payloads: list[Payload] = [file, *superseded(facts, book)]
    payloads += [FactsProposed(facts=facts)] if facts else []
    book = record(desk, book, by, *payloads)
    passed = sum(not usable(taken, book) for taken in material.facts)
    return Attached(book, name, digest, "", material, facts, offer.rejected, offer.known, passed)


def _form_facts(desk: Desk, book: Book, material: Material) -> tuple[Taken, ...]:
    """自评表要合起来算：连同以前附上的各份，才是全部项目。"""
    if material.forms is None:
        return ()
    names = names_for(desk, book.outline)
    books = [*(each.checked for each in report_forms(desk, book)), material.forms]
    return tuple(taken_from(books, book.report.year, names))


def material_of(desk: Desk, book: Book, file: FileAttached) -> Material:
    """再看一份附过的材料读出了什么。"""
    scheme = desk.catalogue.scheme(book.locality.scheme)
    return read_material(desk, file.name, desk.uploads.content(file.sha256), scheme, file.year)
