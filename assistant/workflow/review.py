"""体检：装配好的文稿重新读一遍，连同台账一起交给规则；必改不清，不许导出。"""

from collections.abc import Sequence
from typing import NamedTuple

from assistant.domain.checked import CheckResult
from assistant.domain.errors import NotFound, Refused
from assistant.domain.events import FindingAccepted
from assistant.domain.findings import Finding, Severity
from assistant.domain.manuscript import Laid, Manuscript, lay_out
from assistant.workflow.books import Book, open_book, record
from assistant.workflow.checking.checking import check
from assistant.workflow.desk import Desk
from assistant.workflow.drafting.assembly import assemble


class Review(NamedTuple):
    """体检结果。open 是还没有处理的问题，accepted 是说明理由后接受的。"""

    book: Book
    manuscript: Manuscript
    laid: Laid
    result: CheckResult
    open: tuple[Finding, ...]
    accepted: tuple[Finding, ...]

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """挡住导出的必改。"""
        return tuple(f for f in self.open if f.severity is Severity.MUST)


def review(desk: Desk, report_id: str) -> Review:
    """体检一份报告。"""
    book = open_book(desk, report_id)
    manuscript = assemble(book)
    laid = lay_out(manuscript)
    spans = [place.span for place in laid.printed if place.key != "report.year"]
    shelf = desk.library.shelf()
    result = check(laid.document, book.locality, book.report.year, book.ledger, spans, shelf)
    findings = tuple(_placed(finding, laid) for finding in result.findings)
    accepted = tuple(f for f in findings if f.id in book.report.waivers and f.waivable)
    still_open = tuple(f for f in findings if f not in accepted)
    return Review(book, manuscript, laid, result, still_open, accepted)


def accept(desk: Desk, report_id: str, finding_id: str, reason: str, by: str) -> Review:
    """具名说明理由，接受一条问题。数字和得分的必改只能改正，接受不了。"""
    current = review(desk, report_id)
    finding = _named(current.open, finding_id)
    if not finding.waivable:
        raise Refused(
            f"{finding.code}“{finding.name}”是数字或得分的矛盾，只能改正，不能接受",
            "请改正相应的事实或文字。",
        )
    if len(reason.strip()) < 4 or not by.strip() or by == "经办人":
        raise Refused("接受一条问题要写明姓名和理由", "请填姓名，理由至少写清为什么可以保留。")
    payload = FindingAccepted(
        finding=finding.id, code=finding.code, quote=finding.quote, reason=reason.strip()
    )
    record(desk, current.book, by, payload)
    return review(desk, report_id)


def _placed(finding: Finding, laid: Laid) -> Finding:
    where = finding.fault.where
    section = laid.section_at(where.start) if where else ""
    return finding.model_copy(update={"section": section})


def _named(findings: Sequence[Finding], finding_id: str) -> Finding:
    for finding in findings:
        if finding.id == finding_id:
            return finding
    raise NotFound(f"没有编号为 {finding_id} 的问题", "请用 jigao review 查看现有的问题。")
