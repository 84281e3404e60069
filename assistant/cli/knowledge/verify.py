"""jigao knowledge verify：逐份核对。"""

import argparse

from assistant.bootstrap import LocalDesk
from assistant.cli.command import Command, Outcome
from assistant.workflow.library.browsing import entries
from assistant.workflow.library.verifying import verify


def _arguments(_: argparse.ArgumentParser) -> None:
    """没有参数。"""


def _run(_: argparse.Namespace, desk: LocalDesk) -> Outcome:
    troubles = verify(desk)
    count = len(entries(desk.library.shelf()))
    data = {"sources": count, "troubles": [trouble._asdict() for trouble in troubles]}
    lines = [f"核对 {count} 份，{len(troubles)} 处要看。"]
    lines += [
        f"《{t.source}》{t.what}。{t.todo}" if t.source else f"{t.what}。{t.todo}" for t in troubles
    ]
    return Outcome(data, "\n".join(lines))


COMMAND = Command("verify", "核对每份文件：读得了、条号相接、逐字出自原件", _arguments, _run)
