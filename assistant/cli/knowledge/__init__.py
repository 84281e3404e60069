"""jigao knowledge：藏书的入库、查看、核对和索引。一个文件一个子命令。"""

import argparse

from assistant.bootstrap import LocalDesk
from assistant.cli.command import Command, Outcome
from assistant.cli.knowledge import add, list_sources, rebuild, remove, show, verify

SUBCOMMANDS: tuple[Command, ...] = (
    add.COMMAND,
    list_sources.COMMAND,
    show.COMMAND,
    remove.COMMAND,
    rebuild.COMMAND,
    verify.COMMAND,
)


def _arguments(parser: argparse.ArgumentParser) -> None:
    groups = parser.add_subparsers(title="子命令", metavar="子命令", required=True)
    for command in SUBCOMMANDS:
        sub = groups.add_parser(command.name, help=command.help, description=command.help)
        sub.add_argument("--json", action="store_true", help="以 JSON 输出")
        command.arguments(sub)
        sub.set_defaults(subcommand=command.run)


def _run(args: argparse.Namespace, desk: LocalDesk) -> Outcome:
    outcome: Outcome = args.subcommand(args, desk)
    return outcome


COMMAND = Command("knowledge", "藏书：法规和往年报告的入库、查看、核对、重建索引", _arguments, _run)
