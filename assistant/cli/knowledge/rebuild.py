"""jigao knowledge rebuild：按现在的文件重建索引。"""

import argparse

from assistant.bootstrap import LocalDesk
from assistant.cli.command import Command, Outcome


def _arguments(_: argparse.ArgumentParser) -> None:
    """没有参数。"""


def _run(_: argparse.Namespace, desk: LocalDesk) -> Outcome:
    state = desk.evidence.rebuild()
    lines = [
        f"索引已是最新：{state.provisions}条规定，{state.samples}段往年报告，"
        f"新编码{state.fresh}段。",
        *(f"读不了，没有收进索引：{fault}" for fault in state.faults),
    ]
    return Outcome(state.model_dump(mode="json"), "\n".join(lines))


COMMAND = Command("rebuild", "按现在的文件重建索引，只编码改了的段落", _arguments, _run)
