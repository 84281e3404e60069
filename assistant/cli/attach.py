"""jigao attach REPORT_ID FILE...：附上材料，读出的事实待确认。读不了的说一句，不停下。"""

import argparse
import sys
from pathlib import Path
from typing import Any

from assistant.bootstrap import LocalDesk
from assistant.cli.command import Command, Outcome
from assistant.cli.read import content_of, year_given
from assistant.cli.shapes import fact_json
from assistant.domain.errors import BadInput, JigaoError, NotFound
from assistant.domain.facts import shown
from assistant.workflow.books import Book, open_book
from assistant.workflow.interview.rivals import rivalries
from assistant.workflow.materials.materials import Attached, attach
from assistant.workflow.materials.shapes import form_lines, material_json


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("report", metavar="REPORT_ID", help="报告编号")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="材料")
    parser.add_argument("--year", type=int, default=0, help="材料没有写明年度时，按这一年读")
    parser.add_argument("--as", dest="by", default="经办人", metavar="NAME", help="姓名，记进经过")


def _run(args: argparse.Namespace, desk: LocalDesk) -> Outcome:
    year = year_given(args.year)
    open_book(desk, args.report)
    rows: list[dict[str, Any]] = []
    lines: list[str] = []
    failures: list[JigaoError] = []
    for path in args.files:
        try:
            done = attach(desk, args.report, path.name, content_of(path), args.by, year)
        except NotFound:
            raise
        except BadInput as error:
            failures.append(error)
            print(error.words, file=sys.stderr)
            rows.append({"file": path.name, "error": error.where, "todo": error.todo})
            continue
        rows.append(attached_json(done))
        lines += _lines(done)
    if len(failures) == len(args.files):
        raise failures[0]
    book = open_book(desk, args.report)
    conflicts = conflicts_json(book)
    lines += [f"两处不一致　{each['message']}" for each in conflicts]
    return Outcome({"files": rows, "conflicts": conflicts}, "\n".join(lines))


_SHOWN = ("unread", "breaks", "wrong_percentages", "form_faults", "reasons_asked")


def attached_json(done: Attached) -> dict[str, Any]:
    """一份材料附上的结果。"""
    shape: dict[str, Any] = {
        "file": done.name,
        "sha256": done.sha256,
        "earlier": done.earlier or None,
        "proposed": [fact_json(fact, done.book) for fact in done.proposed],
        "rejected": [{"quote": r.quote, "why": r.why} for r in done.rejected],
        "known": done.known,
        "passed": done.passed,
    }
    if done.material is not None:
        read = material_json(done.material)
        shape |= {key: read[key] for key in _SHOWN}
    return shape


def conflicts_json(book: Book) -> list[dict[str, Any]]:
    """同一项的几个不同的值，各带出处。"""
    return [
        {
            "key": rivalry.key,
            "label": book.ledger.label(rivalry.key),
            "year": rivalry.year,
            "facts": [fact_json(fact, book) for fact in rivalry.facts],
            "message": rivalry.words(book),
        }
        for rivalry in rivalries(book)
    ]


def _lines(done: Attached) -> list[str]:
    if done.earlier:
        return [f"{done.name}：与以前附的“{done.earlier}”内容相同，没有再读"]
    head = f"{done.name}：提出 {len(done.proposed)} 项待确认"
    also = [f"{done.known} 项与已有的一致"] if done.known else []
    also += [f"{done.passed} 个数本报告用不上"] if done.passed else []
    lines = ["，".join([head, *also])]
    lines += [
        f"  {fact.id}　{fact.year}年 {done.book.ledger.label(fact.key)}　{shown(fact.value)[:60]}"
        f"　{fact.provenance.locator}"
        for fact in done.proposed
    ]
    lines += [f"  没有收　“{each.quote}”：{each.why}" for each in done.rejected]
    if done.material is not None:
        lines += [f"  请核对　{done.foreign}"] if done.foreign else []
        found = done.material.found
        lines += [f"  对不上　{b.locator} {b.message}" for b in found.breaks]
        lines += [f"  算错　{w.at} “{w.quote}”：{w.why}" for w in done.material.wrong]
        lines += form_lines(done.material)
        lines += [f"  没有取　{u.locator} {u.text}：{u.why}" for u in found.unread]
    return lines


COMMAND = Command("attach", "附上材料，读出的事实待确认", _arguments, _run)
