"""jigao knowledge remove ID：移去一份导入的文件。"""

import argparse

from assistant.bootstrap import LocalDesk
from assistant.cli.command import Command, Outcome
from assistant.workflow.library.revising import remove


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="编号")


def _run(args: argparse.Namespace, desk: LocalDesk) -> Outcome:
    source = remove(desk, args.id)
    return Outcome({"removed": source.id}, f"已移去《{source.title}》（{source.id}）")


COMMAND = Command("remove", "移去一份导入的文件", _arguments, _run)
