"""确认：办事人员点头，事实才算数。算得出的数报错了不收；两个来源不一致时都摆出来。"""

from collections.abc import Sequence
from typing import NamedTuple

from assistant.domain.errors import BadInput, NotFound
from assistant.domain.events import FactConfirmed, FactCorrected, FactWithdrawn, Payload
from assistant.domain.facts import Fact, Value, fault_of_value, shown
from assistant.domain.figures import Contradiction
from assistant.domain.outline import split_key
from assistant.reading.talk.replies import text_value
from assistant.scoring.ledger import GRADE, ledger_of
from assistant.workflow.books import Book, open_book, record
from assistant.workflow.desk import Desk
from assistant.workflow.interview.rivals import rivalries


class FactConflict(NamedTuple):
    """没能收下（或收下了但有矛盾）的一处。message 两边都说清楚。"""

    fact: str
    message: str
    kept: bool


class Confirmation(NamedTuple):
    """确认的结果。"""

    book: Book
    confirmed: tuple[str, ...]
    conflicts: tuple[FactConflict, ...]


def confirm(desk: Desk, report_id: str, ids: Sequence[str], by: str) -> Confirmation:
    """确认指定的几条。点名确认一条，就是选它而不要同一项的旧值。"""
    book = open_book(desk, report_id)
    facts = [_fact(book, fact_id) for fact_id in ids]
    return _confirm(desk, book, [f for f in facts if f.status == "proposed"], by)


def confirm_all(desk: Desk, report_id: str, by: str) -> Confirmation:
    """确认全部待确认的；同一项报了不同数的留给办事人员选。"""
    book = open_book(desk, report_id)
    split = rivalries(book)
    beside = {fact.id for rivalry in split for fact in rivalry.facts}
    done = _confirm(desk, book, [f for f in book.report.proposed() if f.id not in beside], by)
    stuck = tuple(FactConflict(r.facts[-1].id, r.words(book), kept=False) for r in split)
    return done._replace(conflicts=(*done.conflicts, *stuck))


def correct(desk: Desk, report_id: str, fact_id: str, text: str, reason: str, by: str) -> Book:
    """直接改一条事实；新值立即有效，旧值留在经过里。"""
    book = open_book(desk, report_id)
    fact = _fact(book, fact_id)
    if fact.status == "withdrawn":
        raise BadInput(f"事实 {fact_id} 已经撤回，不能再改", "请重新报数。")
    value = _value(text, fact, book)
    replacement = f"f{book.report.seq + 1}-1"
    payload = FactCorrected(
        fact=fact_id, replacement=replacement, value=value, reason=_written(reason)
    )
    return record(desk, book, by, payload)


def withdraw(desk: Desk, report_id: str, fact_id: str, reason: str, by: str) -> Book:
    """撤回一条事实。"""
    book = open_book(desk, report_id)
    _fact(book, fact_id)
    return record(desk, book, by, FactWithdrawn(fact=fact_id, reason=_written(reason)))


def _written(reason: str) -> str:
    """改正、撤回要留下理由。"""
    if not reason.strip():
        raise BadInput("没有写理由", "请写一句为什么改或撤回，它会留在经过里。")
    return reason.strip()


def _confirm(desk: Desk, book: Book, facts: Sequence[Fact], by: str) -> Confirmation:
    taken: list[Payload] = []
    confirmed: list[Fact] = []
    conflicts: list[FactConflict] = []
    for fact in _sources_first(facts):
        found = _against(fact, confirmed, book)
        kept = not (found and _derived(fact))
        conflicts += [FactConflict(fact.id, contradiction_words(c, book), kept) for c in found]
        if kept:
            confirmed.append(fact)
            taken.append(FactConfirmed(fact=fact.id))
    if taken:
        book = record(desk, book, by, *taken)
    return Confirmation(book, tuple(f.id for f in confirmed), tuple(conflicts))


def _sources_first(facts: Sequence[Fact]) -> list[Fact]:
    """先收来源数，再收增减额，最后收增减率和等级：结果要用来源去核。"""

    def rank(fact: Fact) -> int:
        return {"": 0, ".prior": 0, ".change": 1, ".change_rate": 2}[split_key(fact.key)[1]] + (
            3 if fact.key == GRADE else 0
        )

    return sorted(facts, key=rank)


def _derived(fact: Fact) -> bool:
    """能由别的数算出的数：报错了不收，因为印的是算出来的。"""
    return bool(split_key(fact.key)[1]) or fact.key == GRADE


def _against(fact: Fact, earlier: Sequence[Fact], book: Book) -> list[Contradiction]:
    """加上这一条会出现的、牵涉到它的矛盾。"""
    replaced = {(f.key, f.year) for f in (*earlier, fact)}
    old = [f for f in book.report.confirmed() if (f.key, f.year) not in replaced]
    trial = ledger_of((*old, *earlier, fact), book.outline, book.locality, book.report.year)
    found = [c for c in trial.contradictions if fact.id in c.facts and c.certain]
    return [c for c in found if c.facts[0] == fact.id] if _derived(fact) else found


def doubts(book: Book) -> dict[str, Contradiction]:
    """待确认的各条里，与别的对不上的：事实编号 → 矛盾。卡片上当场标出。"""
    facts = (*book.report.confirmed(), *book.report.proposed())
    trial = ledger_of(facts, book.outline, book.locality, book.report.year)
    waiting = {fact.id for fact in book.report.proposed()}
    return {c.facts[0]: c for c in trial.contradictions if c.facts and c.facts[0] in waiting}


def contradiction_words(found: Contradiction, book: Book) -> str:
    """一处矛盾的说明：报的是多少，应是多少，怎么算的，各从哪里来，怎么办。"""
    cause = f"（{found.cause}）" if found.cause else ""
    return (
        f"“{found.label}”报的是{found.stated}{cause}，按{found.formula}推算应为{found.expected}。"
        f"依据：{found.basis}。{_sources(found, book)}{_todo(found)}"
    )


def _sources(found: Contradiction, book: Book) -> str:
    """各个数的出处；都出自刚说的一句话就不必说。"""
    facts = [book.report.facts[i] for i in found.facts if i in book.report.facts]
    if len({fact.id.partition("-")[0] for fact in facts}) < 2:
        return ""
    named = (f"{book.ledger.label(f.key)}{shown(f.value)}（{f.provenance.origin}）" for f in facts)
    return f"出处：{'；'.join(named)}。"


def _todo(found: Contradiction) -> str:
    """怎么办。算得出的数不收报来的，来源数要改正一个。"""
    if split_key(found.key)[1]:
        return (
            f"这一项由系统计算，报告印{found.expected}，您报的不会写进去；"
            "若是本年数或上年数报错了，请改正那一个。"
        )
    return "请核对后改正其中一个。"


def _fact(book: Book, fact_id: str) -> Fact:
    if fact_id not in book.report.facts:
        raise NotFound(f"没有编号为 {fact_id} 的事实", "请用 jigao status 查看事实编号。")
    return book.report.facts[fact_id]


def _value(text: str, fact: Fact, book: Book) -> Value:
    """把命令行或页面上填的值读成字段的值。"""
    from assistant.reading.text.quantities import mentions

    field = book.outline.field(fact.key)
    if field is None:
        raise NotFound(f"大纲里没有 {fact.key}", "")
    value: Value | None = text_value(text, field)
    if field.kind.numeric:
        found = mentions(text)
        value = found[0].quantity if len(found) == 1 else None
    if value is None:
        raise BadInput(f"“{text}”读不出一个值", f"请写成一个带单位的数，如 12.50{field.unit}。")
    if fact.key == field.key and (fault := fault_of_value(field, value)):
        raise BadInput(fault, "请改正后重试。")
    return value
