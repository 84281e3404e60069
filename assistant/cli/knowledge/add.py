"""jigao knowledge add PATH...：导入法规、通知或往年报告。一份份收，收不了的说一句，不停下。"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from assistant.bootstrap import LocalDesk
from assistant.cli.command import Command, Outcome
from assistant.domain.errors import BadInput, JigaoError
from assistant.workflow.library.adding import Added, add
from assistant.workflow.library.browsing import Entry, source_json, today

SUFFIXES = frozenset(".docx .doc .wps .rtf .pdf .html .htm .md .txt .png .jpg .jpeg".split())


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="文件或文件夹")
    parser.add_argument(
        "--kind", choices=("regulation", "report"), help="法规通知，或往年报告；缺省自己认"
    )
    parser.add_argument("--locality", default="", help="只在哪里适用：地区编号，缺省为不限")
    parser.add_argument(
        "--replace", action="store_true", help="库里同一版本的正式文本与它不同时，换成这一份"
    )


def _run(args: argparse.Namespace, desk: LocalDesk) -> Outcome:
    rows: list[dict[str, Any]] = []
    lines: list[str] = []
    failures: list[JigaoError] = []
    said: list[str] = []
    for path in _files(args.paths):
        try:
            done = add(
                desk,
                path.name,
                desk.reader.fetch(path),
                kind=args.kind,
                locality=args.locality,
                replace=args.replace,
            )
        except JigaoError as error:
            failures.append(error)
            named = path.name in error.words
            said.append(error.words if named else f"{path.name}：{error.words}")
            rows.append({"file": path.name, "error": error.where, "todo": error.todo})
            continue
        rows.append(added_json(done, desk))
        lines += _lines(done)
    if len(rows) == 1 and failures:
        raise failures[0]
    print(*said, sep="\n", end="\n" if said else "", file=sys.stderr)
    if failures and len(failures) == len(rows):
        raise BadInput(f"{len(rows)}份都没有收下", "原因逐份列在上面。")
    return Outcome({"files": rows}, "\n".join(lines))


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES)
            yield from (p for p in inside if not p.name.startswith((".", "~$")))
        elif path.exists():
            yield path
        else:
            raise BadInput(f"没有文件 {path}", "请核对路径。")


def added_json(done: Added, desk: LocalDesk) -> dict[str, Any]:
    """导入一份的结果。"""
    return {
        "file": done.file,
        "added": done.fresh,
        **source_json(Entry(done.source, len(done.passages)), today(desk)),
        "notes": list(done.notes),
        "ended": [{"id": s.id, "effective_to": str(s.effective_to)} for s in done.ended],
    }


def _lines(done: Added) -> list[str]:
    if not done.fresh:
        return [f"{done.file}：早已收过（{done.source.id}），没有变"]
    head = f"{done.file}：收下《{done.source.title}》{len(done.passages)}段（{done.source.id}）"
    lines = [head, *(f"  请看　{note}" for note in done.notes)]
    return lines + [
        f"  到期　《{s.name}》{s.effective_from} 起施行的版本到 {s.effective_to} 为止"
        for s in done.ended
    ]


COMMAND = Command("add", "导入法规、通知的正式文本，或往年报告", _arguments, _run)
