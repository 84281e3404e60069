"""起草：每节写成带占位符的文字，存一个版本。有模型时叙述节由模型写，其余由大纲写。"""

from typing import NamedTuple

from assistant.domain.draft import DraftVersion
from assistant.domain.errors import NotFound
from assistant.domain.events import SectionDrafted
from assistant.domain.outline import Section
from assistant.workflow.books import Book, open_book, record
from assistant.workflow.desk import Desk
from assistant.workflow.drafting.assembly import kept_version
from assistant.workflow.drafting.composing import compose


class Drafted(NamedTuple):
    """写好的一节。"""

    section: Section
    version: DraftVersion


def draft(desk: Desk, report_id: str, section_id: str, by: str) -> tuple[Book, tuple[Drafted, ...]]:
    """起草一节（点名）或全部章节（section_id 为空）。全部起草时不动人改过的节。"""
    book = open_book(desk, report_id)
    sections = [_named(book, section_id)] if section_id else list(book.outline.sections)
    drafted = tuple(
        Drafted(section, _version(section, book, keep=not section_id)) for section in sections
    )
    fresh = [d for d in drafted if not _same_as_latest(d, book)]
    if fresh:
        book = record(desk, book, by, *(SectionDrafted(draft=d.version) for d in fresh))
    return book, drafted


def _named(book: Book, section_id: str) -> Section:
    section = book.outline.section(section_id)
    if section is None:
        known = "、".join(s.id for s in book.outline.sections)
        raise NotFound(f"没有章节 {section_id}", f"现有章节：{known}。")
    return section


def _version(section: Section, book: Book, *, keep: bool) -> DraftVersion:
    kept = kept_version(book.report, section.id)
    if keep and kept is not None and kept.by:
        return kept
    return DraftVersion(section=section.id, text=compose(section, book.outline, book.ledger))


def _same_as_latest(drafted: Drafted, book: Book) -> bool:
    versions = book.report.drafts.get(drafted.section.id, ())
    return bool(versions) and versions[-1].model_copy(update={"at": ""}) == drafted.version
