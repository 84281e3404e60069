"""经过：谁在什么时候做了什么；撤销一步，或退回到某一步。退回也是一条记录，退掉的仍然看得到。"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.domain.errors import BadInput
from assistant.domain.events import (
    CitationInserted,
    Event,
    FactConfirmed,
    FactCorrected,
    FactsProposed,
    FactWithdrawn,
    FieldsDeclined,
    FileAttached,
    FindingAccepted,
    PointsEntered,
    ReportExported,
    ReportOpened,
    Rewound,
    SectionDrafted,
    TurnAnswered,
    TurnSaid,
    broken_at,
)
from assistant.domain.facts import shown
from assistant.workflow.books import Book, open_book, record
from assistant.workflow.desk import Desk

_ANSWERS = (FactsProposed, FactWithdrawn, FieldsDeclined, TurnAnswered)


class Step(NamedTuple):
    """一步：从第几条记录到第几条，什么时候，谁，做了什么；undone 是后来退掉的。"""

    first: int
    last: int
    at: str
    by: str
    words: str
    undone: bool = False


def steps(desk: Desk, report_id: str) -> tuple[Step, ...]:
    """一份报告的全部经过，由前到后。"""
    book = open_book(desk, report_id)
    events = desk.reports.events(report_id)
    alive = _alive(events)
    return tuple(
        Step(
            group[0].seq,
            group[-1].seq,
            group[0].at,
            group[0].actor,
            _words(group, book),
            group[-1].seq not in alive,
        )
        for group in _groups(events)
    )


def undo(desk: Desk, report_id: str, by: str) -> Book:
    """撤销还有效的最后一步。"""
    left = [s for s in steps(desk, report_id) if not s.undone]
    if len(left) < 2:
        raise BadInput("没有可以撤销的了", "报告刚新建，还没有做过什么。")
    return rewind(desk, report_id, left[-1].first - 1, by)


def rewind(desk: Desk, report_id: str, to: int, by: str) -> Book:
    """退回到第 to 条记录之后的样子。"""
    book = open_book(desk, report_id)
    if not 1 <= to < book.report.seq:
        raise BadInput(f"没有第{to}条记录可退", f"可退到第1条至第{book.report.seq - 1}条。")
    record(desk, book, by, Rewound(to=to))
    return open_book(desk, report_id)


def broken_record(desk: Desk, report_id: str) -> int | None:
    """第几条记录被改动过；完好为 None。"""
    return broken_at(desk.reports.events(report_id))


def _alive(events: Sequence[Event]) -> frozenset[int]:
    """还算数的记录。退回本身不算一步。"""
    states: list[frozenset[int]] = [frozenset()]
    for event in events:
        payload = event.payload
        if isinstance(payload, Rewound):
            states.append(states[payload.to])
        else:
            states.append(states[-1] | {event.seq})
    return states[-1]


def _groups(events: Sequence[Event]) -> Iterator[list[Event]]:
    """并成一步步：一轮对话一步，同时做的同一种事一步。"""
    group: list[Event] = []
    for event in events:
        if group and not _same_step(group, event):
            yield group
            group = []
        group.append(event)
    if group:
        yield group


def _same_step(group: Sequence[Event], event: Event) -> bool:
    if isinstance(group[0].payload, TurnSaid):
        answered = isinstance(group[-1].payload, TurnAnswered)
        return not answered and isinstance(event.payload, _ANSWERS)
    same = (group[0].at, group[0].actor) == (event.at, event.actor)
    return same and not isinstance(event.payload, TurnSaid | Rewound | ReportOpened)


def _words(group: Sequence[Event], book: Book) -> str:
    """一步做了什么；同一种事只说一次，带上几项。"""
    said: dict[str, int] = {}
    for event in group:
        if words := _event_words(event, book):
            said[words] = said.get(words, 0) + 1
    return "；".join(words.replace("#", str(n)) for words, n in said.items())


def _event_words(event: Event, book: Book) -> str:  # noqa: C901 一种事件一行
    match event.payload:
        case ReportOpened():
            return "新建报告"
        case TurnSaid(text=text):
            said = " ".join(text.split())
            return f"说：{said if len(said) <= 60 else said[:57] + '……'}".replace("#", "＃")
        case FactsProposed(facts=facts):
            return f"读出{len(facts)}项"
        case FactConfirmed():
            return "确认#项"
        case FactCorrected(fact=fact, value=value, reason=reason):
            return f"改正“{_label(fact, book)}”为{shown(value)[:30]}（{reason}）"
        case FactWithdrawn(fact=fact):
            return f"撤回“{_label(fact, book)}”"
        case SectionDrafted():
            return "写成#节"
        case CitationInserted():
            return "引用一条依据"
        case FileAttached(name=name):
            return f"附上{name}"
        case PointsEntered():
            return "打分#项"
        case FindingAccepted(code=code, reason=reason):
            return f"接受{code}（{reason}）"
        case ReportExported():
            return "导出"
        case Rewound(to=to):
            return f"退回到第{to}条"
    return ""


def _label(fact_id: str, book: Book) -> str:
    fact = book.report.facts.get(fact_id)
    return book.ledger.label(fact.key) if fact else fact_id
