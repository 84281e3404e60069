"""评测一份提示词：在一份只在内存里的报告上，跑它的全部用例，经同一个关口、同一套核对。"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from assistant.domain.draft import DraftVersion
from assistant.domain.errors import BadInput, Unavailable
from assistant.domain.events import FactConfirmed, FactsProposed, Payload, SectionDrafted
from assistant.domain.facts import Fact, FieldSpec, Provenance, ProvenanceKind, Value
from assistant.domain.outline import Section
from assistant.domain.prompt_cases import PromptCase
from assistant.domain.report import Report
from assistant.reading.talk.replies import text_value
from assistant.reading.text.quantities import mentions
from assistant.scoring.ledger import ledger_of
from assistant.workflow.books import Book, with_payloads
from assistant.workflow.desk import Desk
from assistant.workflow.drafting.narration import narrate, repair
from assistant.workflow.drafting.rewriting import rewritten
from assistant.workflow.evaluating.answering import answered
from assistant.workflow.evaluating.hearing import Heard, heard
from assistant.workflow.evaluating.results import Result
from assistant.workflow.reports import OUTLINE

BUREAU, YEAR = "云岭县科技和工业信息化局", 2023
_FINE = "好"
_BY = Provenance(kind=ProvenanceKind.FORM, source="用例")


class _Kept(NamedTuple):
    """一个用例守没守规矩。"""

    obeyed: bool = False
    repaired: bool = False
    note: str = ""


def evaluate(desk: Desk, name: str) -> Iterator[Result]:
    """逐个用例给出结果。没有接模型、没有用例抛 BadInput。"""
    if desk.model is None:
        raise BadInput("没有接模型，没有可评的", "请设 JIGAO_BASE_URL 和 JIGAO_MODEL 后再试。")
    desk.prompts.prompt(name)
    cases = desk.prompts.cases(name)
    if name not in _RUN or not cases:
        raise BadInput(f"提示词 {name} 没有用例", f"有用例的：{'、'.join(sorted(_RUN))}。")
    for case in cases:
        yield _timed(desk, case, _RUN[name])


Run = Callable[[Desk, Book, PromptCase], Result]


def _timed(desk: Desk, case: PromptCase, run: Run) -> Result:
    """跑一个用例，连同它用掉的时间和记号数。"""
    before = len(desk.outbox.dispatches())
    try:
        result = run(desk, _book(desk, case), case)
    except Unavailable as error:
        result = Result(case.name, fell_back=True, note=error.where)
    sent = desk.outbox.dispatches()[before:]
    failed = [d.outcome for d in sent if d.outcome != _FINE]
    if failed and not any(d.outcome == _FINE for d in sent):
        result = result._replace(unanswered=True, note=failed[-1])
    return result._replace(
        seconds=sum(d.seconds for d in sent),
        tokens_in=sum(d.tokens_in for d in sent),
        tokens_out=sum(d.tokens_out for d in sent),
    )


def _turn(desk: Desk, book: Book, case: PromptCase) -> Result:
    told: Heard = heard(desk, book, case)
    return Result(
        case.name,
        quoted=told.quoted,
        obeyed=not told.note and told.quoted[0] == told.quoted[1] and not told.wrong,
        fell_back=bool(told.note),
        found=told.found,
        wrong=told.wrong,
        expected=len(case.expect),
        note=told.note,
    )


def _narrated(desk: Desk, book: Book, case: PromptCase) -> Result:
    written = narrate(desk, book, _section(book, case), seen=True)
    fine = bool(written.model)
    note = "；".join(written.notes[1:2] or written.notes[:1])
    return _result(case, _Kept(fine and not written.repaired, fine and written.repaired, note))


def _rewritten(desk: Desk, book: Book, case: PromptCase) -> Result:
    change = rewritten(desk, book, case.section, case.marked, case.action, seen=True)
    return _result(case, _Kept(not change.doubts, note="；".join(change.doubts[:1])))


def _repaired(desk: Desk, book: Book, case: PromptCase) -> Result:
    faults = repair(desk, book, _section(book, case), case.draft)
    return _result(case, _Kept(not faults, note="；".join(fault.message for fault in faults[:1])))


def _answered(desk: Desk, _book: Book, case: PromptCase) -> Result:
    told = answered(desk, YEAR, case)
    silent = not told.heard or told.found < len(case.expect)
    return Result(
        case.name,
        quoted=told.quoted,
        obeyed=not silent and told.quoted[0] == told.quoted[1] and not told.wrong,
        fell_back=silent,
        found=told.found,
        wrong=told.wrong,
        expected=len(case.expect),
        note=told.note,
    )


def _result(case: PromptCase, kept: _Kept) -> Result:
    fell_back = not (kept.obeyed or kept.repaired)
    return Result(
        case.name,
        obeyed=kept.obeyed,
        repaired=kept.repaired,
        fell_back=fell_back,
        note=kept.note if fell_back else "",
    )


_RUN: dict[str, Run] = {
    "turn": _turn,
    "section": _narrated,
    "rewrite": _rewritten,
    "repair": _repaired,
    "answer": _answered,
}


def _book(desk: Desk, case: PromptCase) -> Book:
    """只在内存里的一份报告，用例的事实都已确认。"""
    outline, locality = desk.catalogue.outline(OUTLINE), desk.catalogue.locality("national")
    report = Report(id="评测", bureau=BUREAU, year=YEAR, locality=locality.id, outline=OUTLINE)
    empty = Book(report, outline, locality, ledger_of((), outline, locality, YEAR))
    facts = tuple(
        Fact(id=key, key=key, year=YEAR, value=_value(outline.field(key), text), provenance=_BY)
        for key, text in case.facts.items()
    )
    told: list[Payload] = [FactsProposed(facts=facts)]
    told += [FactConfirmed(fact=fact.id) for fact in facts]
    if case.marked:
        draft = DraftVersion(section=case.section, text=case.draft, by="评测")
        told.append(SectionDrafted(draft=draft))
    return with_payloads(empty, "评测", "", *told)


def _value(field: FieldSpec | None, text: str) -> Value:
    value: Value | None = None
    if field is not None:
        found = mentions(text)
        value = found[0].quantity if field.kind.numeric and found else text_value(text, field)
    if value is None:
        raise BadInput(f"用例里的值读不出：{text}", "请对照同目录的别的用例改正。")
    return value


def _section(book: Book, case: PromptCase) -> Section:
    section = book.outline.section(case.section)
    if section is None:
        raise BadInput(f"用例 {case.name} 的章节 {case.section} 大纲里没有", "请改正用例。")
    return section
