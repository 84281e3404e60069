"""jigao knowledge list：库里有哪些文件。"""

import argparse

from assistant.bootstrap import LocalDesk
from assistant.cli.command import Command, Outcome
from assistant.workflow.library.browsing import Entry, entries, source_json, today


def _arguments(_: argparse.ArgumentParser) -> None:
    """没有参数。"""


def _run(_: argparse.Namespace, desk: LocalDesk) -> Outcome:
    found = entries(desk.library.shelf())
    on = today(desk)
    data = {"sources": [source_json(entry, on) for entry in found]}
    return Outcome(data, "\n".join(_line(entry, entry.state(on)) for entry in found))


def _line(entry: Entry, state: str) -> str:
    source = entry.source
    dates = f"{source.effective_from or '？'}—{source.effective_to or ''}"
    parts = (source.id, source.title, source.document_number, dates, state, entry.kind)
    return "\t".join((*parts, f"{entry.size}段"))


COMMAND = Command(
    "list", "列出库里的文件：编号、名称、文号、有效期、原文还是要点", _arguments, _run
)
