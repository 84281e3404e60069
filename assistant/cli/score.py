"""jigao score FILE|DIR...：给自评表、汇总表计分并校核。"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tqdm import tqdm

from assistant.bootstrap import LocalDesk
from assistant.checks.forms.rule import CellFinding, must_fix
from assistant.checks.forms.run import CheckedWorkbook
from assistant.cli.command import Command, Outcome
from assistant.domain.errors import BadInput, JigaoError, Unreadable
from assistant.domain.scheme import Scheme
from assistant.workflow.scoring.export import written
from assistant.workflow.scoring.folder import Failure, Folder
from assistant.workflow.scoring.scoring import scheme_for, score_file
from assistant.workflow.scoring.shapes import fault_json, workbook_json

SUFFIXES = frozenset((".xlsx", ".xlsm", ".xls", ".et", ".docx"))


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", type=Path, nargs="+", metavar="FILE|DIR", help="文件或文件夹")
    parser.add_argument("--scheme", default="", help="评分方案编号，缺省取地区口径所指的")
    parser.add_argument("--locality", default="", help="地区口径编号，缺省取设置")
    parser.add_argument("--out", type=Path, help="把算好的自评表、汇总表、佐证目录写到这个文件夹")
    parser.add_argument("--bureau", default="", help="写出时填的单位名称")
    parser.add_argument("--jsonl", action="store_true", help="每份一行 JSON，按文件次序")


def _run(args: argparse.Namespace, desk: LocalDesk) -> Outcome:
    scheme = scheme_for(desk, args.scheme, args.locality or desk.settings.locality)
    files = list(_files(args.paths))
    if not files:
        raise BadInput("没有可计分的文件", "支持 xlsx、xls、et、docx。")
    one = len(files) == 1 and not args.paths[0].is_dir() and not args.jsonl
    if args.out and not one:
        raise BadInput("--out 只能用于一个文件", "请一次只给一个工作簿。")
    if one:
        return _single(files[0], scheme, args, desk)
    return _many(files, scheme, args, desk)


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            found = sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES)
            yield from (p for p in found if p.is_file() and not p.name.startswith((".", "~$")))
        elif path.exists():
            yield path
        else:
            raise BadInput(f"没有文件 {path}", "请核对路径。")


def _single(path: Path, scheme: Scheme, args: argparse.Namespace, desk: LocalDesk) -> Outcome:
    content = _read(path)
    if isinstance(content, JigaoError):
        raise content
    checked = score_file(desk, path.name, content, scheme)
    data, lines = workbook_json(checked), list(_lines(checked))
    if args.out:
        data["written"] = _write(args.out, checked, args.bureau, desk)
        lines += [f"写出 {name}" for name in data["written"]]
    return Outcome(data, "\n".join(lines), must_fix(checked.all_findings))


def _write(out: Path, checked: CheckedWorkbook, bureau: str, desk: LocalDesk) -> list[str]:
    files = written([form.scored for form in checked.forms], desk.sheets, bureau)
    try:
        out.mkdir(parents=True, exist_ok=True)
        for each in files:
            (out / each.name).write_bytes(each.content)
    except OSError as error:
        raise BadInput(
            f"{out} 写不进去：{error.strerror}", "请换一个文件夹，或检查权限。"
        ) from error
    return [str(out / each.name) for each in files]


def _many(files: list[Path], scheme: Scheme, args: argparse.Namespace, desk: LocalDesk) -> Outcome:
    folder, rows, found = Folder(desk, scheme), list[object](), False
    loaded = ((str(path), _read(path)) for path in files)
    bar = tqdm(folder.run(loaded), total=len(files), desc="计分", unit="份", disable=None)
    for path, result in zip(files, bar, strict=True):
        row, text = _row(path, result)
        found |= isinstance(result, CheckedWorkbook) and must_fix(result.all_findings)
        _emit(args, rows, row, text)
    across = folder.across(args.paths[0].name)
    if across:
        row = {"file": str(args.paths[0]), "across": [fault_json(f) for f in across]}
        _emit(args, rows, row, "\n".join(_finding(f) for f in across))
    return Outcome(rows, "", found or must_fix(across))


def _row(path: Path, result: CheckedWorkbook | Failure) -> tuple[dict[str, Any], str]:
    if isinstance(result, Failure):
        print(f"{result.where}。{result.todo}", file=sys.stderr)
        row = {"file": str(path), "error": result.where, "todo": result.todo}
        return row, f"{path}　未计分"
    return {**workbook_json(result), "file": str(path)}, "\n".join([str(path), *_lines(result)])


def _emit(args: argparse.Namespace, rows: list[object], row: dict[str, Any], text: str) -> None:
    if args.jsonl:
        print(json.dumps(row, ensure_ascii=False), flush=True)
    elif args.json:
        rows.append(row)
    else:
        print(text)


def _read(path: Path) -> bytes | JigaoError:
    try:
        return path.read_bytes()
    except OSError as error:
        return Unreadable(f"{path} 打不开：{error.strerror}", "请核对路径和权限。")


def _lines(checked: CheckedWorkbook) -> Iterator[str]:
    schemes = {form.scored.scheme.id: form.scored.scheme for form in checked.forms}
    for scheme in schemes.values():
        yield f"按{scheme.title}计分{'' if scheme.verified else '（依据待核）'}：{scheme.basis}"
    for form in checked.forms:
        scored = form.scored
        total = (
            "缺项，不能合计" if scored.total is None else f"应得{scored.total}分，{scored.grade}"
        )
        yield f"{scored.form.sheet}　{scored.form.project}　{total}"
    for summary in checked.summaries:
        counted = summary.scored
        yield f"{counted.summary.sheet}　{len(counted.rows)}个项目　平均{counted.mean}分"
    yield from (_finding(finding) for finding in checked.all_findings)
    for each in checked.all_unread:
        yield f"  未读懂 {each.sheet}!{each.cell} {each.text}：{each.why}"


def _finding(finding: CellFinding) -> str:
    return f"  {finding.severity.value} {finding.sheet}!{finding.cell} {finding.message}"


COMMAND = Command("score", "给自评表、汇总表计分并校核", _arguments, _run)
