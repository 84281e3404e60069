"""去年的问题今年改了没有：逐条对照，每条要有结果或缘由，写进“存在的问题”一节。"""

from typing import NamedTuple

from assistant.domain.errors import BadInput, NotFound
from assistant.domain.events import FactConfirmed, FactsProposed
from assistant.domain.facts import Fact, Provenance, ProvenanceKind, Rows
from assistant.workflow.books import Book, open_book, record
from assistant.workflow.desk import Desk
from assistant.workflow.rolling import CHECKLIST

FOLLOWED = "problems.followed"
STATES = ("已整改", "正在整改", "未整改")
_SHORTEST = 4


class Followed(NamedTuple):
    """去年的一条问题和今年的交代；answer 为空是还没有交代。"""

    problem: str
    measure: str
    answer: str


def checklist(book: Book) -> tuple[Followed, ...]:
    """去年的各条问题，按原来的次序；没有沿用也没附去年报告的为空。"""
    answers = {row[0]: row[-1] for row in _rows(book, FOLLOWED, book.report.year)}
    return tuple(
        Followed(row[0], row[1] if len(row) > 1 else "", answers.get(row[0], ""))
        for row in _rows(book, CHECKLIST, book.report.year - 1)
        if row and row[0]
    )


def follow(desk: Desk, report_id: str, problem: str, state: str, note: str, by: str) -> Book:
    """交代一条：整改到什么程度，凭什么这样说（结果）或为什么没改（缘由）。"""
    book = open_book(desk, report_id)
    items = checklist(book)
    if problem not in {item.problem for item in items}:
        raise NotFound(f"去年的问题里没有“{problem}”", "请刷新后再填。")
    if state not in STATES:
        raise BadInput(f"整改情况只能是{'、'.join(STATES)}之一", "请重新选择。")
    said = note.strip().rstrip("。；;，,")
    if len(said) < _SHORTEST:
        raise BadInput("没有写结果或缘由", "已整改的写改成了什么样，没改的写为什么。")
    answers = {item.problem: item.answer for item in items} | {problem: f"{state}，{said}"}
    rows = tuple(
        (item.problem, item.measure, answers[item.problem])
        for item in items
        if answers[item.problem]
    )
    at = desk.clock.now().isoformat(timespec="seconds")
    fact = Fact(
        id=f"f{book.report.seq + 1}-1",
        key=FOLLOWED,
        year=book.report.year,
        value=rows,
        provenance=Provenance(
            kind=ProvenanceKind.CHAT, source="上年问题对照单", quote=said[:120], by=by, at=at
        ),
    )
    return record(desk, book, by, FactsProposed(facts=(fact,)), FactConfirmed(fact=fact.id))


def _rows(book: Book, key: str, year: int) -> Rows:
    """某项某年的表格：有效的优先，没有就看待确认的。"""
    facts = (*book.report.confirmed(), *book.report.proposed())
    found = next((f.value for f in facts if (f.key, f.year) == (key, year)), ())
    return found if isinstance(found, tuple) else ()
