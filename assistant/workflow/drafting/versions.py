"""版本：一节写过的各版，差别在哪里，退回哪一版，哪几句是模型写的。"""

import re
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from assistant.domain.draft import DraftVersion
from assistant.domain.errors import BadInput
from assistant.domain.events import SectionDrafted
from assistant.domain.facts import shown
from assistant.domain.report import Report
from assistant.workflow.books import Book, open_book, record
from assistant.workflow.desk import Desk
from assistant.workflow.drafting.basis import basis_of

_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?|\n")


class Piece(NamedTuple):
    """差别里的一小段：same 没变，gone 删去，new 添上。"""

    kind: Literal["same", "gone", "new"]
    text: str


def versions(report: Report, section_id: str) -> tuple[DraftVersion, ...]:
    """一节的全部版本，由旧到新。"""
    return report.drafts.get(section_id, ())


def difference(old: str, new: str) -> tuple[Piece, ...]:
    """两版的差别，按句比较。"""
    one, two = sentences(old), sentences(new)
    pieces: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece("same", "".join(one[a:b])))
        else:
            pieces += [Piece("gone", "".join(one[a:b]))] if a < b else []
            pieces += [Piece("new", "".join(two[c:d]))] if c < d else []
    return tuple(pieces)


def roll_back(desk: Desk, report_id: str, section_id: str, number: int, by: str) -> Book:
    """退回第 number 版（从 1 数）：照它再添一版，中间的都留着。退回的人对照过现在的事实。"""
    book = open_book(desk, report_id)
    known = versions(book.report, section_id)
    if not 1 <= number <= len(known):
        raise BadInput(f"这一节没有第{number}版", f"现有{len(known)}版。")
    at = desk.clock.now().isoformat(timespec="seconds")
    note = f"退回第{number}版"
    section = book.outline.section(section_id)
    basis = basis_of(section, book.ledger) if section else ""
    fresh = {"notes": (note,), "by": by, "at": at, "basis": basis}
    draft = known[number - 1].model_copy(update=fresh)
    return record(desk, book, by, SectionDrafted(draft=draft))


def by_model(report: Report, section_id: str, text: str) -> tuple[str, ...]:
    """现用文字里哪几句是模型写的：在任一模型版本里有，而在它之前没有，也不是办事人员的原话。"""
    own = "\n".join(shown(fact.value) for fact in report.confirmed())
    written: set[str] = set()
    before: set[str] = set()
    for version in versions(report, section_id):
        now = set(sentences(version.text))
        written |= (now - before) if version.model else set()
        written -= set() if version.model else (now - before)
        before |= now
    mine = (s for s in sentences(text) if s.strip() and s.strip() not in own)
    return tuple(s for s in mine if s in written)


def sentences(text: str) -> list[str]:
    """逐句，换行自成一句。"""
    return _SENTENCE.findall(text)
