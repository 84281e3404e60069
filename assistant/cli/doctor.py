"""jigao doctor：自检。数据、知识、检索、模型、外部程序，哪里不对、怎么办。"""

import argparse

from assistant.bootstrap import LocalDesk
from assistant.cli.command import Command, Outcome
from assistant.domain.checkup import Check


def _arguments(parser: argparse.ArgumentParser) -> None:
    """没有参数。"""


def _run(_: argparse.Namespace, desk: LocalDesk) -> Outcome:
    checks = list(desk.checkup())
    wrong = [check for check in checks if not check.fine and not check.optional]
    data = {"fine": not wrong, "checks": [check._asdict() for check in checks]}
    lines = [line for check in checks for line in _lines(check)]
    lines.append(f"有 {len(wrong)} 处要改。" if wrong else "都好。")
    return Outcome(data, "\n".join(lines), bad=bool(wrong))


def _lines(check: Check) -> list[str]:
    mark = "好" if check.fine else "可缓" if check.optional else "要改"
    lines = [f"[{mark}] {check.name}：{check.words}"]
    return [*lines, f"      {check.todo}"] if check.todo else lines


COMMAND = Command("doctor", "自检：数据、知识、检索、模型、外部程序", _arguments, _run)
