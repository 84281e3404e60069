"""jigao certificate verify FILE：复核核查证明，逐字节比较，不同处用中文说明。"""

import argparse
from pathlib import Path

from assistant.bootstrap import LocalDesk
from assistant.cli.command import Command, Outcome
from assistant.domain.errors import NotFound
from assistant.workflow.checking.verifying import Verification, verify


def _arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(title="动作", metavar="动作", required=True)
    sub = actions.add_parser("verify", help="复核一份证明", description="复核一份核查证明")
    sub.add_argument("--json", action="store_true", help="以 JSON 输出")
    sub.add_argument("file", type=Path, metavar="FILE", help="核查证明，docx 或 json")
    sub.add_argument("--document", type=Path, help="所查的文件，缺省在证明旁边找")


def _run(args: argparse.Namespace, desk: LocalDesk) -> Outcome:
    issued = desk.reader.fetch(args.file)
    old = desk.papers.parse(args.file.name, issued)
    document = args.document or _beside(args.file, old.file)
    outcome = verify(desk, args.file.name, issued, desk.reader.fetch(document))
    data = {
        "file": str(args.file),
        "document": str(document),
        "number": old.number,
        "verified": not outcome.differences,
        "differences": list(outcome.differences),
    }
    return Outcome(data, _said(outcome), must_fix=bool(outcome.differences))


def _beside(certificate: Path, name: str) -> Path:
    """所查的文件：证明旁边、上一级、当前文件夹里同名的。"""
    for folder in (certificate.parent, certificate.resolve().parent.parent, Path()):
        if (folder / name).is_file():
            return folder / name
    raise NotFound(f"没有找到所查的文件 {name}", "请用 --document 指明它在哪里。")


def _said(outcome: Verification) -> str:
    if not outcome.differences:
        return f"复核一致：证明 {outcome.certificate.number} 逐字节重做无误。"
    return "\n".join(["复核不一致：", *(f"  {line}" for line in outcome.differences)])


COMMAND = Command("certificate", "复核核查证明", _arguments, _run)
