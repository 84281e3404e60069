"""jigao history / undo：一份报告的经过；撤销一步或退回到某一条。"""

import argparse

from assistant.bootstrap import LocalDesk
from assistant.cli.command import Command, Outcome
from assistant.workflow.books import open_book
from assistant.workflow.history import broken_record, rewind, steps, undo


def chain_words(broken: int | None) -> str:
    """哈希链的一句话。"""
    return "经过完好，逐条相连" if broken is None else f"第{broken}条记录被改动过，之后的不可信"


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("report", metavar="REPORT_ID", help="报告编号")


def _history(args: argparse.Namespace, desk: LocalDesk) -> Outcome:
    open_book(desk, args.report)
    listed = steps(desk, args.report)
    broken = broken_record(desk, args.report)
    lines = [
        f"{s.last:>4}　{s.at[:16].replace('T', ' ')}　{s.by or '系统'}　"
        f"{'（已退掉）' if s.undone else ''}{s.words}"
        for s in listed
    ]
    data = {"steps": [s._asdict() for s in listed], "chain": {"broken_at": broken}}
    return Outcome(data, "\n".join([*lines, chain_words(broken)]))


def _undo_arguments(parser: argparse.ArgumentParser) -> None:
    _arguments(parser)
    parser.add_argument("--to", type=int, metavar="N", help="退回到第几条记录，见 jigao history")
    parser.add_argument("--as", dest="by", default="经办人", metavar="NAME", help="姓名")


def _undo(args: argparse.Namespace, desk: LocalDesk) -> Outcome:
    to = args.to
    book = (
        undo(desk, args.report, args.by) if to is None else rewind(desk, args.report, to, args.by)
    )
    report = book.report
    data = {"seq": report.seq, "facts": len(report.confirmed()), "proposed": len(report.proposed())}
    said = f"已退回。现有 {data['facts']} 项事实，{data['proposed']} 项待确认。"
    return Outcome(data, said)


HISTORY = Command("history", "一份报告的经过，并核对有没有被改动", _arguments, _history)
UNDO = Command("undo", "撤销上一步，或退回到某一条记录", _undo_arguments, _undo)
