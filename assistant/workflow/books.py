"""取用一份报告：事件折叠成状态，连同它的大纲、地区口径和台账。"""

from functools import reduce
from typing import NamedTuple

from assistant.domain.errors import NotFound
from assistant.domain.events import Payload, seal
from assistant.domain.ledger import Ledger
from assistant.domain.locality import GradeScale, Locality
from assistant.domain.outline import Outline
from assistant.domain.report import Report, apply, fold
from assistant.scoring.ledger import ledger_of
from assistant.workflow.desk import Desk


class Book(NamedTuple):
    """打开着的一份报告。"""

    report: Report
    outline: Outline
    locality: Locality
    ledger: Ledger


def open_book(desk: Desk, report_id: str) -> Book:
    """打开一份报告；没有则抛 NotFound。"""
    events = desk.reports.events(report_id)
    if not events:
        raise NotFound(f"没有编号为 {report_id} 的报告", "请在“我的报告”里选一份，或新建。")
    report = fold(events)
    outline = desk.catalogue.outline(report.outline)
    locality = desk.catalogue.locality(report.locality)
    return Book(report, outline, locality, _ledger(report, outline, locality))


def with_payloads(book: Book, actor: str, at: str, *payloads: Payload) -> Book:
    """假如写下这些事件会是什么样子；不写。"""
    report = book.report
    for payload in payloads:
        event = seal(report.id, report.seq + 1, at, actor, payload, report.head)
        report = apply(report, event)
    return _with_report(book, report)


def _with_report(book: Book, report: Report) -> Book:
    return Book(report, book.outline, book.locality, _ledger(report, book.outline, book.locality))


def record(desk: Desk, book: Book, actor: str, *payloads: Payload) -> Book:
    """在这份报告后面写事件，返回写后的样子。别处先写过则抛 Conflict，什么也不写。

    返回的样子由原来的接着算；退回（Rewound）要重新打开才看得到。
    """
    at = desk.clock.now().isoformat(timespec="seconds")
    written = desk.reports.append(book.report.id, book.report.seq, actor, at, payloads)
    return _with_report(book, reduce(apply, written, book.report))


def _ledger(report: Report, outline: Outline, locality: Locality) -> Ledger:
    ledger = ledger_of(report.confirmed(), outline, locality, report.year)
    own = {
        "report.bureau": report.bureau,
        "report.year": str(report.year),
        "locality.scale": scale_in_words(locality.grades) + _graded_from(locality),
    }
    missing = tuple(a for a in ledger.missing if not _absent(report, a))
    return ledger._replace(texts={**ledger.texts, **own}, missing=missing)


def _absent(report: Report, address: str) -> bool:
    """说过没有这回事：不算缺。"""
    declined = report.declined.get(address)
    return declined is not None and declined.how == "none"


def _graded_from(locality: Locality) -> str:
    """等级不由部门整体得分定的，写明由什么定。"""
    by_mean = locality.grade_from == "projects.mean_score"
    return "评价等级以项目自评平均得分评定。" if by_mean else ""


def scale_in_words(scale: GradeScale) -> str:
    """分档的文字：得分≥90分为优；80分≤得分<90分为良……"""
    parts, above = [], ""
    for band in scale.bands:
        low = f"{band.at_least.normalize():f}分"
        if not above:
            parts.append(f"得分≥{low}为{band.name}")
        elif band is scale.bands[-1]:
            parts.append(f"得分<{above}为{band.name}")
        else:
            parts.append(f"{low}≤得分<{above}为{band.name}")
        above = low
    return f"按照综合绩效评价分为{len(scale.bands)}个等级：" + "；".join(parts) + "。"
