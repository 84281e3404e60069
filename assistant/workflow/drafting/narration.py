"""叙述：一节的叙述文字由模型写，由代码守门。写得不对给一次改的机会，再不对就用大纲自带的文字。"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from assistant.checks.drafts.allowed import Allowed
from assistant.checks.drafts.guard import draft_faults
from assistant.domain.errors import Unavailable, Withheld
from assistant.domain.findings import Fault
from assistant.domain.outline import Body, Narrative, Section, Sentence, Template
from assistant.model_ports import LanguageModel
from assistant.workflow.books import Book
from assistant.workflow.desk import Desk
from assistant.workflow.drafting.basis import basis_of
from assistant.workflow.drafting.composing import compose
from assistant.workflow.drafting.wordings import told
from assistant.workflow.interview.listening import names_of

MARK = "〔叙述〕"
INSTEAD = "这一节用了大纲自带的文字，什么也没丢。"
Hearing = Callable[[str], None]


class Narrated(NamedTuple):
    """写成的一节。model 为空：用的是大纲自带的文字，notes 说明为什么。

    held 非空：没有送给模型，这是遮过的样子。basis 见 workflow/drafting/basis.py。
    repaired：第一遍没有通过校核，改过一次才通过。
    """

    text: str
    model: str = ""
    prompt: str = ""
    notes: tuple[str, ...] = ()
    held: str = ""
    basis: str = ""
    repaired: bool = False


class Cancelled(Exception):
    """起草被人取消。"""


def narrate(
    desk: Desk, book: Book, section: Section, *, seen: bool = False, hear: Hearing | None = None
) -> Narrated:
    """写一节。hear 逐段听到模型的字（未经守门，只供看）；它抛 Cancelled 就停下。"""
    own = compose(section, book.outline, book.ledger)
    narrative = next((body for body in section.body if isinstance(body, Narrative)), None)
    if desk.model is None or narrative is None:
        return Narrated(own)
    material = gather(desk, book, section, narrative)
    if not material["facts"]:
        return Narrated(own, notes=("还没有可写的文字事实，用了大纲自带的文字。",))
    model = desk.model.serving(book.report.id, names_of(book), seen=seen)
    try:
        done = _written(desk, book, model, section, narrative, material, hear)
    except Withheld as held:
        return Narrated(own, notes=(held.words,), held=held.shown)
    except Unavailable as error:
        return Narrated(own, notes=(f"{error.words}{INSTEAD}",))
    if done.faults:
        why = told(messages(done.faults), book.ledger)
        return Narrated(own, notes=(_fell_back(done.faults), *why))
    prompt = desk.prompts.prompt("section")
    return Narrated(
        _placed(section, book, done.text),
        model.name,
        f"{prompt.name}@{prompt.version}",
        basis=basis_of(section, book.ledger),
        repaired=done.repaired,
    )


class _Written(NamedTuple):
    """模型写成的一段：最后的文字，还在的毛病，改没改过。"""

    text: str
    faults: tuple[Fault, ...] = ()
    repaired: bool = False


def _written(
    desk: Desk,
    book: Book,
    model: LanguageModel,
    section: Section,
    narrative: Narrative,
    material: dict[str, str],
    hear: Hearing | None,
) -> _Written:
    """写一遍，有毛病按毛病改一遍。"""
    allowed = permission(desk, book, section, narrative)
    text = _stream(model, desk, "section", material, hear)
    faults = draft_faults(text, allowed)
    if not faults:
        return _Written(text)
    text = _again(model, desk, material, text, faults, hear)
    return _Written(text, draft_faults(text, allowed), repaired=True)


def _again(
    model: LanguageModel,
    desk: Desk,
    material: dict[str, str],
    text: str,
    faults: Sequence[Fault],
    hear: Hearing | None,
) -> str:
    """照毛病改一遍。"""
    inputs = {key: material[key] for key in ("title", "figures", "facts")}
    inputs |= {"draft": text, "findings": "\n".join(messages(faults))}
    return _stream(model, desk, "repair", inputs, hear)


def repair(desk: Desk, book: Book, section: Section, text: str) -> tuple[Fault, ...]:
    """请模型照毛病改一遍这段草稿，返回改后还在的毛病。供评测。"""
    narrative = next((body for body in section.body if isinstance(body, Narrative)), None)
    if desk.model is None or narrative is None:
        return ()
    allowed = permission(desk, book, section, narrative)
    model = desk.model.serving(book.report.id, names_of(book), seen=True)
    material = gather(desk, book, section, narrative)
    better = _again(model, desk, material, text, draft_faults(text, allowed), None)
    return draft_faults(better, allowed)


def _stream(
    model: LanguageModel, desk: Desk, name: str, inputs: dict[str, str], hear: Hearing | None
) -> str:
    pieces = []
    for piece in model.stream(desk.prompts.prompt(name), inputs):
        pieces.append(piece)
        if hear is not None:
            hear(piece)
    return "".join(pieces).strip()


def permission(desk: Desk, book: Book, section: Section, narrative: Narrative) -> Allowed:
    """写这一节时可以用的全部。"""
    prompt = desk.prompts.prompt("section")
    quoted = tuple(
        f"《{c.source}》{c.document_number}{c.provision}{c.text}"
        for _, c, _ in book.report.citations.get(section.id, ())
    )
    return Allowed(
        addresses=frozenset(a for a in narrative.facts if book.ledger.has(a)),
        facts=tuple(text for _, text in _texts(book, narrative)),
        known=(book.report.bureau, section.title, *quoted),
        year=book.report.year,
        fields=book.outline.fields,
        words=desk.catalogue.draft_words(),
        prompt=prompt.text,
    )


def gather(desk: Desk, book: Book, section: Section, narrative: Narrative) -> dict[str, str]:
    """交给模型的材料。figures 只有名称没有数；facts 是文字事实，出本机前由关口遮盖。"""
    figures = [
        f"- {{{{{address}}}}}：{book.ledger.label(address)}"
        for address in narrative.facts
        if address in book.ledger.figures
    ]
    facts = [f"- {label}：{text}" for label, text in _texts(book, narrative)]
    basis = [f"- {c.place}：{c.text}" for _, c, _ in book.report.citations.get(section.id, ())]
    return {
        "title": section.title,
        "brief": narrative.brief,
        "figures": "\n".join(figures) or "（没有）",
        "facts": "\n".join(facts),
        "basis": "\n".join(basis) or "（没有）",
        "style": _style(desk, section) or "（没有）",
    }


def _texts(book: Book, narrative: Narrative) -> list[tuple[str, str]]:
    """文字和表格型事实：（名称，文字）。"""
    ledger = book.ledger
    found = [(ledger.label(a), ledger.texts[a]) for a in narrative.facts if a in ledger.texts]
    for address in narrative.facts:
        for row in ledger.rows.get(address, ()):
            found.append((ledger.label(address), "；".join(cell for cell in row if cell)))
    return found


def _style(desk: Desk, section: Section) -> str:
    """往年报告同一节的写法；库里没有就没有。"""
    samples = desk.evidence.samples(section.title, 2)
    return "\n".join(sample.text for sample in samples)[:800]


def _placed(section: Section, book: Book, text: str) -> str:
    """模型写的一段放回原位，别的部分照大纲。"""
    marked = Template(sentences=(Sentence(text=MARK),))
    body: list[Body] = [marked if isinstance(b, Narrative) else b for b in section.body]
    frame = section.model_copy(update={"body": tuple(body)})
    return compose(frame, book.outline, book.ledger).replace(MARK, text)


def messages(faults: Sequence[Fault]) -> tuple[str, ...]:
    """毛病的话，各一条，不超过八条。"""
    return tuple(dict.fromkeys(fault.message for fault in faults))[:8]


def _fell_back(faults: Sequence[Fault]) -> str:
    return f"模型写的有{len(faults)}处没有通过校核，改过一次仍不行，用了大纲自带的文字。"
