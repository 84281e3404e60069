"""jigao ask：问法规。"""

import argparse

from assistant.bootstrap import LocalDesk
from assistant.cli.command import Command, Outcome
from assistant.cli.shapes_answers import answer_json
from assistant.domain.errors import BadInput
from assistant.workflow.consultation import ask


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("question", nargs="?", default="", help="问题")
    parser.add_argument("--year", type=int, help="报告年度：取当年有效的规定")
    parser.add_argument("--top", type=int, default=5, help="列几条")


def _run(args: argparse.Namespace, desk: LocalDesk) -> Outcome:
    if not args.question.strip():
        raise BadInput("没有问题", "请写出问题。")
    answer = ask(desk, args.question, year=args.year, top=args.top)
    return Outcome(answer_json(answer), answer.answer)


COMMAND = Command("ask", "问法规：答的是库里的条款", _arguments, _run)
