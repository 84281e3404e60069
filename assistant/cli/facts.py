"""jigao confirm / correct / withdraw：确认、改正、撤回事实。"""

import argparse

from assistant.bootstrap import LocalDesk
from assistant.cli.command import Command, Outcome
from assistant.cli.shapes import fact_json
from assistant.domain.errors import BadInput
from assistant.workflow.books import Book
from assistant.workflow.interview.confirming import (
    Confirmation,
    confirm,
    confirm_all,
    correct,
    withdraw,
)


def _named(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("report", metavar="REPORT_ID", help="报告编号")
    parser.add_argument("--as", dest="by", default="经办人", metavar="NAME", help="姓名，记进经过")


def _confirm_arguments(parser: argparse.ArgumentParser) -> None:
    _named(parser)
    parser.add_argument("facts", nargs="*", metavar="FACT_ID", help="事实编号")
    parser.add_argument("--all", action="store_true", help="确认全部待确认的")


def _confirm(args: argparse.Namespace, desk: LocalDesk) -> Outcome:
    if args.all == bool(args.facts):
        raise BadInput("没有说确认哪几条", "请给出事实编号，或用 --all 确认全部。")
    done: Confirmation = (
        confirm_all(desk, args.report, args.by)
        if args.all
        else confirm(desk, args.report, args.facts, args.by)
    )
    conflicts = [{"id": c.fact, "message": c.message, "kept": c.kept} for c in done.conflicts]
    lines = [f"已确认 {len(done.confirmed)} 条。", *(c.message for c in done.conflicts)]
    return Outcome({"confirmed": list(done.confirmed), "conflicts": conflicts}, "\n".join(lines))


def _change_arguments(parser: argparse.ArgumentParser) -> None:
    _named(parser)
    parser.add_argument("fact", metavar="FACT_ID", help="事实编号")
    parser.add_argument("--reason", required=True, help="理由")


def _correct_arguments(parser: argparse.ArgumentParser) -> None:
    _change_arguments(parser)
    parser.add_argument("--value", required=True, help="新值，如 12.50万元")


def _correct(args: argparse.Namespace, desk: LocalDesk) -> Outcome:
    book = correct(desk, args.report, args.fact, args.value, args.reason, args.by)
    return _shown(book, next(f.id for f in book.report.confirmed() if f.corrects == args.fact))


def _withdraw(args: argparse.Namespace, desk: LocalDesk) -> Outcome:
    return _shown(withdraw(desk, args.report, args.fact, args.reason, args.by), args.fact)


def _shown(book: Book, fact_id: str) -> Outcome:
    fact = fact_json(book.report.facts[fact_id], book)
    state = {"confirmed": "有效", "withdrawn": "已撤回"}[fact["status"]]
    return Outcome(fact, f"{fact['label']}：{fact['value']}{fact['unit']}（{state}）")


CONFIRM = Command("confirm", "确认事实", _confirm_arguments, _confirm)
CORRECT = Command("correct", "改正一条事实", _correct_arguments, _correct)
WITHDRAW = Command("withdraw", "撤回一条事实", _change_arguments, _withdraw)
