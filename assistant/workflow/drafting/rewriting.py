"""改写：只改选中的一段，或人自己动手改。改前改后事实必须一样，不一样就停下来问人。"""

import re
from typing import NamedTuple

from assistant.checks.drafts.allowed import Allowed
from assistant.checks.drafts.guard import draft_faults, rewriting_faults
from assistant.domain.draft import DraftVersion
from assistant.domain.errors import BadInput
from assistant.domain.events import SectionDrafted
from assistant.domain.outline import PLACEHOLDER, Section
from assistant.workflow.books import Book, open_book, record
from assistant.workflow.desk import Desk
from assistant.workflow.drafting.assembly import section_text
from assistant.workflow.drafting.basis import basis_of
from assistant.workflow.drafting.narration import messages
from assistant.workflow.drafting.printing import show
from assistant.workflow.drafting.wordings import told
from assistant.workflow.interview.listening import names_of

ACTIONS = {
    "压缩": "压缩到一半左右的篇幅，意思不变。",
    "更实": "去掉空话和修饰，只留事实和做法。",
    "补原因": "把前后文里已有的原因接进来，说清因果；没有原因就不补。",
    "改口气": "改成机关公文平实的口气。",
}


_SYSTEM = ("report.", "locality.", "department.grade")


class Rewritten(NamedTuple):
    """改写的结果。model 为空是人改的；doubts 非空：事实变了，没有采用，请人来定。"""

    before: str
    after: str
    doubts: tuple[str, ...] = ()
    model: str = ""
    prompt: str = ""


def rewrite(
    desk: Desk, report_id: str, section_id: str, marked: str, action: str, *, seen: bool = False
) -> Rewritten:
    """请模型改写选中的一段，还不写入。没有模型、模型失败抛 Unavailable。"""
    return rewritten(desk, open_book(desk, report_id), section_id, marked, action, seen=seen)


def rewritten(
    desk: Desk, book: Book, section_id: str, marked: str, action: str, *, seen: bool = False
) -> Rewritten:
    """在打开着的报告上改写选中的一段。"""
    before, after = _around(book, section_id, marked)
    if desk.model is None:
        raise BadInput("没有接模型，不能改写", "可以直接在文字上改；接模型的办法见 README。")
    model = desk.model.serving(book.report.id, names_of(book), seen=seen)
    prompt = desk.prompts.prompt("rewrite")
    inputs = {
        "action": ACTIONS.get(action, action),
        "before": before[-300:] or "（没有）",
        "span": marked,
        "after": after[:300] or "（没有）",
    }
    text = "".join(model.stream(prompt, inputs)).strip()
    allowed = _allowed(desk, book, section_id, marked, before[-300:] + after[:300], prompt.text)
    changed = rewriting_faults(marked, text)
    said = {"", *(fault.found for fault in changed)}
    doubts = (*changed, *(f for f in draft_faults(text, allowed) if f.found not in said))
    label = f"{prompt.name}@{prompt.version}"
    return Rewritten(marked, text, told(messages(doubts), book.ledger), model.name, label)


def edit(desk: Desk, report_id: str, section_id: str, text: str) -> Rewritten:
    """人自己改了一节的文字，还不写入；事实变了的列在 doubts 里。"""
    book = open_book(desk, report_id)
    before = unfolded(_section(book, section_id), book)
    if not text.strip():
        raise BadInput("改后的文字是空的", "这一节不想要文字，请把有关的事实撤回。")
    doubts = told(messages(rewriting_faults(before, text)), book.ledger)
    return Rewritten(before, text.strip(), doubts)


def adopt(
    desk: Desk, report_id: str, section_id: str, change: Rewritten, by: str, *, sure: bool = False
) -> Book:
    """采用一次改写，成为新的版本。事实变了的须 sure，即人看过并负责。"""
    book = open_book(desk, report_id)
    if change.doubts and not sure:
        raise BadInput("改写前后的事实不一样，没有采用", "；".join(change.doubts))
    before, after = _around(book, section_id, change.before)
    draft = DraftVersion(
        section=section_id,
        text=f"{before}{change.after}{after}",
        model=change.model,
        prompt=change.prompt,
        notes=tuple(f"经{by}确认：{doubt}" for doubt in change.doubts),
        by=by,
        at=desk.clock.now().isoformat(timespec="seconds"),
        basis=basis_of(_section(book, section_id), book.ledger),
    )
    first = SectionDrafted(draft=_now(book, section_id, draft.at))
    known = [version.text for version in book.report.drafts.get(section_id, ())]
    told = () if first.draft.text in known else (first,)
    return record(desk, book, by, *told, SectionDrafted(draft=draft))


def _now(book: Book, section_id: str, at: str) -> DraftVersion:
    """改之前的样子，也存一版：退得回去，也分得清哪几句是后来改的。原是模型写的仍算它写的。"""
    section = _section(book, section_id)
    text, now = unfolded(section, book), section_text(section, book)
    return DraftVersion(
        section=section_id,
        text=text,
        model=now.model,
        prompt=now.prompt,
        notes=("改之前的文字，照录的事实已展开",),
        at=at,
    )


def unfolded(section: Section, book: Book) -> str:
    """这一节现用的文字，照录的文字事实展开，数字仍是占位符：要改的正是这些话。"""
    ledger = book.ledger

    def said(match: re.Match[str]) -> str:
        own = match[1] not in ledger.figures and not match[1].startswith(_SYSTEM)
        return (show(match[1], ledger) or match[0]) if own else match[0]

    return PLACEHOLDER.sub(said, section_text(section, book).text)


def _allowed(
    desk: Desk, book: Book, section_id: str, marked: str, around: str, prompt: str
) -> Allowed:
    """改写可用的全部：原文里有的，前后文里有的。"""
    return Allowed(
        addresses=frozenset(match[1] for match in PLACEHOLDER.finditer(marked)),
        facts=(marked, around),
        known=(book.report.bureau, _section(book, section_id).title),
        year=book.report.year,
        fields=book.outline.fields,
        words=desk.catalogue.draft_words(),
        prompt=prompt,
    )


def _section(book: Book, section_id: str) -> Section:
    section = book.outline.section(section_id)
    if section is None:
        raise BadInput(f"没有 {section_id} 这一节", "请从目录里选一节。")
    return section


def _around(book: Book, section_id: str, marked: str) -> tuple[str, str]:
    """选中的一段前后的文字；选的不是现用文字里的抛 BadInput。"""
    before, found, after = unfolded(_section(book, section_id), book).partition(marked)
    if not marked.strip() or not found:
        raise BadInput("选中的文字不在这一节里", "这一节可能刚改过，请重新选。")
    return before, after
