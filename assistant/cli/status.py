"""jigao status / review：事实、章节、还缺什么、有什么问题。"""

import argparse
from typing import Any

from assistant.bootstrap import LocalDesk
from assistant.cli.command import Command, Outcome
from assistant.cli.history import chain_words
from assistant.cli.shapes import coverage_json, fact_json, missing_json, open_finding_json
from assistant.domain.findings import Severity
from assistant.workflow.drafting.sourcing import coverage_words
from assistant.workflow.history import broken_record
from assistant.workflow.review import Review, review


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("report", metavar="REPORT_ID", help="报告编号")


def _data(found: Review, desk: LocalDesk) -> dict[str, Any]:
    book = found.book
    missing = set(book.ledger.missing)
    return {
        "id": book.report.id,
        "bureau": book.report.bureau,
        "year": book.report.year,
        "locality": book.report.locality,
        "facts": [fact_json(f, book) for f in book.report.facts.values()],
        "sections": [
            {
                "id": section.id,
                "title": section.title,
                "missing": [a for q in section.questions for a in q.fields if a in missing],
            }
            for section in book.outline.sections
        ],
        "missing": missing_json(book),
        "coverage": coverage_json(found.result.coverage),
        "findings": [open_finding_json(f) for f in found.open],
        "chain": {"broken_at": broken_record(desk, book.report.id)},
        "accepted": [open_finding_json(f) for f in found.accepted],
    }


def _status(args: argparse.Namespace, desk: LocalDesk) -> Outcome:
    found = review(desk, args.report)
    book = found.book
    counts = {s: sum(f.severity is s for f in found.open) for s in Severity}
    lines = [
        f"{book.report.bureau}　{book.report.year}年度　{book.locality.title}",
        f"已确认 {len(book.report.confirmed())} 项，待确认 {len(book.report.proposed())} 项，"
        f"还缺 {len(book.ledger.missing)} 项",
        *(f"  缺：{book.ledger.label(a)}" for a in book.ledger.missing),
        "　".join(f"{severity.value} {n}" for severity, n in counts.items()),
        chain_words(broken_record(desk, book.report.id)),
    ]
    return Outcome(_data(found, desk), "\n".join(lines))


def _review(args: argparse.Namespace, desk: LocalDesk) -> Outcome:
    found = review(desk, args.report)
    lines = [f"[{f.severity}] {f.code} {f.fault.message}　（{f.id}）" for f in found.open]
    lines.append(coverage_words(found.result.coverage))
    return Outcome(_data(found, desk), "\n".join(lines), must_fix=bool(found.blocking))


STATUS = Command("status", "一份报告的事实、章节和缺项", _arguments, _status)
REVIEW = Command("review", "体检：成文重新读一遍", _arguments, _review)
