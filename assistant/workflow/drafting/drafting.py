"""起草：每节写成带占位符的文字，存一个版本。有模型时叙述节由模型写，其余由大纲写。"""

from collections import deque
from typing import NamedTuple

from assistant.domain.draft import DraftVersion
from assistant.domain.errors import NotFound
from assistant.domain.events import SectionDrafted
from assistant.domain.outline import Section
from assistant.workflow.books import Book, open_book, record
from assistant.workflow.desk import Desk
from assistant.workflow.drafting.assembly import kept_version
from assistant.workflow.drafting.basis import is_stale
from assistant.workflow.drafting.composing import compose
from assistant.workflow.drafting.narrating import Job, Progress, narratives


class Drafted(NamedTuple):
    """写好的一节。notes 是没有用上模型的缘由、没有通过校核的毛病。"""

    section: Section
    version: DraftVersion
    notes: tuple[str, ...] = ()


def draft(desk: Desk, report_id: str, section_id: str, by: str) -> tuple[Book, tuple[Drafted, ...]]:
    """起草一节（点名）或全部章节（section_id 为空）。全部起草时不动人改过的节。"""
    book = open_book(desk, report_id)
    sections = [_named(book, section_id)] if section_id else list(book.outline.sections)
    mine = [s for s in sections if section_id or not _edited(s, book)]
    progress = _narrated(desk, book, [s for s in mine if s in narratives(book)], by)
    book = open_book(desk, report_id)
    anew = bool(section_id) and not progress
    drafted = tuple(
        Drafted(s, _version(s, book, anew=anew), progress[s.id].notes if s.id in progress else ())
        for s in sections
    )
    fresh = [d for d in drafted if not _same_as_latest(d, book)]
    if fresh:
        book = record(desk, book, by, *(SectionDrafted(draft=d.version) for d in fresh))
    return book, drafted


def _narrated(desk: Desk, book: Book, sections: list[Section], by: str) -> dict[str, Progress]:
    """叙述节由模型写，几节同时；没有模型则什么也不做。"""
    if desk.model is None or not sections:
        return {}
    (last,) = deque(Job(desk, book.report.id, sections, by, seen=False).watch(), maxlen=1)
    return {progress.section: progress for progress in last}


def _named(book: Book, section_id: str) -> Section:
    section = book.outline.section(section_id)
    if section is None:
        known = "、".join(s.id for s in book.outline.sections)
        raise NotFound(f"没有章节 {section_id}", f"现有章节：{known}。")
    return section


def _edited(section: Section, book: Book) -> bool:
    kept = kept_version(book.report, section.id)
    return kept is not None and bool(kept.by)


def _version(section: Section, book: Book, *, anew: bool) -> DraftVersion:
    """现用的一版：留用的那一版，或照大纲写的。anew：不留旧的，重新照大纲写。"""
    kept = None if anew else kept_version(book.report, section.id)
    if kept is not None and not is_stale(kept, section, book.ledger):
        return kept
    return DraftVersion(section=section.id, text=compose(section, book.outline, book.ledger))


def _same_as_latest(drafted: Drafted, book: Book) -> bool:
    versions = book.report.drafts.get(drafted.section.id, ())
    plain = {"at": "", "notes": ()}
    return bool(versions) and drafted.version in (
        versions[-1],
        versions[-1].model_copy(update=plain),
    )
