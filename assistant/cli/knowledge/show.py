"""jigao knowledge show ID：一份文件的各条。"""

import argparse

from assistant.bootstrap import LocalDesk
from assistant.cli.command import Command, Outcome
from assistant.domain.evidence import Passage
from assistant.workflow.library.browsing import Entry, opened, passage_json, source_json, today


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="编号、名称或文号")


def _run(args: argparse.Namespace, desk: LocalDesk) -> Outcome:
    shelf = desk.library.shelf()
    source = opened(shelf, args.id)
    passages = shelf.of(source.id)
    entry = Entry(source, len(passages))
    data = source_json(entry, today(desk)) | {
        "passages": [passage_json(passage) for passage in passages],
        "corrections": list(source.corrections),
    }
    head = [
        f"{source.title}　{source.document_number}".rstrip(),
        f"{entry.kind}；{entry.state(today(desk))}；"
        f"{source.effective_from or '施行日不明'}—{source.effective_to or ''}",
    ]
    return Outcome(data, "\n".join((*head, *_lines(passages))))


def _lines(passages: tuple[Passage, ...]) -> list[str]:
    lines, heading = [], ""
    for passage in passages:
        if passage.heading != heading:
            heading = passage.heading
            lines += ["", f"【{heading}】"]
        lines.append(f"{passage.provision}　{passage.text}")
    return lines


COMMAND = Command("show", "看一份文件的各条", _arguments, _run)
