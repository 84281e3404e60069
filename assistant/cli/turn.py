"""jigao turn：一轮对话，与页面完全相同。"""

import argparse

from assistant.bootstrap import LocalDesk
from assistant.cli.command import Command, Outcome
from assistant.cli.shapes import asks_json, fact_json
from assistant.cli.shapes_answers import answer_json
from assistant.workflow.interview.interview import take_turn


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("report", metavar="REPORT_ID", help="报告编号")
    parser.add_argument("--text", required=True, help="要说的话")
    parser.add_argument("--as", dest="by", default="经办人", metavar="NAME", help="姓名，记进经过")


def _run(args: argparse.Namespace, desk: LocalDesk) -> Outcome:
    turn = take_turn(desk, args.report, args.text, args.by)
    data = {
        "reply": turn.reply,
        "proposed": [fact_json(fact, turn.book) for fact in turn.proposed],
        "rejected": [{"quote": r.quote, "why": r.why} for r in turn.rejected],
        "answer": answer_json(turn.answer) if turn.answer else None,
        "withdrawn": [void.fact.id for void in turn.voided],
        "section": turn.section or None,
        "next": asks_json(turn.ask.addresses, turn.book) if turn.ask else [],
        "findings": [c.model_dump(mode="json") for c in turn.contradictions],
    }
    return Outcome(data, turn.reply)


COMMAND = Command("turn", "说一段话：报数、提问、推辞都可以", _arguments, _run)
