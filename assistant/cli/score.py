"""jigao score FILE...：给自评表、汇总表计分并校核。"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from assistant.bootstrap import LocalDesk
from assistant.checks.forms.rule import must_fix
from assistant.checks.forms.run import CheckedWorkbook
from assistant.cli.command import Command, Outcome
from assistant.domain.errors import Unreadable
from assistant.workflow.score_json import workbook_json
from assistant.workflow.scoring import scheme_for, score_file


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", type=Path, nargs="+", help="自评表文件")
    parser.add_argument("--scheme", default="", help="评分方案编号，缺省取地区口径所指的")
    parser.add_argument("--locality", default="", help="地区口径编号")


def _run(args: argparse.Namespace, desk: LocalDesk) -> Outcome:
    scheme = scheme_for(desk, args.scheme, args.locality or desk.settings.locality)
    path: Path = args.path[0]
    checked = score_file(desk, path.name, _read(path), scheme)
    return Outcome(
        workbook_json(checked), "\n".join(_lines(checked)), must_fix(checked.all_findings)
    )


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(f"{path} 打不开", "请确认文件在那里，并且没有被别的程序占用。") from error


def _lines(checked: CheckedWorkbook) -> Iterator[str]:
    for form in checked.forms:
        scored = form.scored
        total = "不能合计" if scored.total is None else f"{scored.total}分，{scored.grade}"
        yield f"{scored.form.sheet}　{scored.form.project}　应得{total}"
    for finding in checked.all_findings:
        yield f"  {finding.severity.value} {finding.sheet}!{finding.cell} {finding.message}"


COMMAND = Command("score", "给自评表、汇总表计分并校核", _arguments, _run)
