"""jigao check FILE|DIR...：校核写好的报告。一份份读，读不了的说一句，不停下。"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from assistant.bootstrap import LocalDesk, connect
from assistant.cli.command import Command, Outcome
from assistant.domain.checked import CheckResult
from assistant.domain.errors import BadInput, JigaoError
from assistant.domain.findings import Severity
from assistant.domain.locality import Locality
from assistant.settings import load
from assistant.workflow.checking import check, check_json, check_text

SUFFIXES = frozenset(
    ".docx .docm .doc .pdf .xlsx .xlsm .xls .txt .md .html .htm .wps .et .png .jpg .jpeg .bmp "
    ".tif .tiff".split()
)


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", type=Path, metavar="FILE|DIR", help="文件或文件夹")
    parser.add_argument("--locality", default="", help="地区口径编号，缺省取设置")
    parser.add_argument("--year", type=int, help="报告年度，缺省由文中认出")
    parser.add_argument("--workers", type=int, default=1, help="同时查几份")
    parser.add_argument("--jsonl", action="store_true", help="每份一行 JSON，按文件次序")
    parser.add_argument("--text-out", type=Path, help="把查的文字另存，位置以它为准（限一份）")


def _run(args: argparse.Namespace, desk: LocalDesk) -> Outcome:
    files = list(_files(args.paths))
    if not files:
        raise BadInput("没有可查的文件", "支持 docx、pdf、xlsx、txt 等，见 README。")
    locality = desk.catalogue.locality(args.locality or desk.settings.locality)
    one = len(files) == 1 and not any(path.is_dir() for path in args.paths)
    if args.text_out and not one:
        raise BadInput("--text-out 只能用于一份文件", "请一次只给一个文件。")
    if one:
        return _single(files[0], locality, args, desk)
    return _many(files, locality, args)


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """逐个文件；文件夹里不认识的类型说一声跳过。"""
    for path in paths:
        if path.is_dir():
            for each in sorted(p for p in path.rglob("*") if p.is_file()):
                if each.suffix.lower() in SUFFIXES and not each.name.startswith((".", "~$")):
                    yield each
                else:
                    print(f"跳过 {each}：不是可查的文件类型", file=sys.stderr)
        elif path.exists():
            yield path
        else:
            raise BadInput(f"没有文件 {path}", "请核对路径。")


def _single(path: Path, locality: Locality, args: argparse.Namespace, desk: LocalDesk) -> Outcome:
    result = _checked(path, locality, args.year, desk)
    if args.text_out:
        args.text_out.write_text(result.document.text, encoding="utf-8", newline="")
    data = check_json(result, str(path))
    if args.jsonl:
        print(json.dumps(data, ensure_ascii=False))
        return Outcome(data, "", _must_fix(data))
    return Outcome(data, check_text(result, str(path)), _must_fix(data))


def _checked(path: Path, locality: Locality, year: int | None, desk: LocalDesk) -> CheckResult:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BadInput(f"{path} 打不开：{error.strerror}", "请核对路径和权限。") from error
    return check(desk.reader.read(path.name, content), locality, year)


def _many(files: list[Path], locality: Locality, args: argparse.Namespace) -> Outcome:
    rows, must_fix = [], False
    for row in _rows(files, locality, args.year, args.workers):
        must_fix |= _must_fix(row)
        if "error" in row:
            print(f"{row['error']}。{row['todo']}", file=sys.stderr)
        if args.jsonl:
            print(json.dumps(row, ensure_ascii=False), flush=True)
        elif args.json:
            rows.append(row)
        else:
            print(_line(row))
    return Outcome(rows, "", must_fix)


def _rows(
    files: list[Path], locality: Locality, year: int | None, workers: int
) -> Iterator[dict[str, Any]]:
    one = partial(_row, locality=locality, year=year)
    if workers <= 1:
        yield from map(one, files)
        return
    with ProcessPoolExecutor(max_workers=workers) as pool:
        yield from pool.map(one, files, chunksize=max(1, min(8, len(files) // workers // 4)))


def _row(path: Path, locality: Locality, year: int | None) -> dict[str, Any]:
    """一份文件的结果；读不了的给出原因。在工作进程里执行。"""
    try:
        return check_json(_checked(path, locality, year, connect(load())), str(path))
    except JigaoError as error:
        return {"file": str(path), "error": error.where, "todo": error.todo}


def _must_fix(row: dict[str, Any]) -> bool:
    return any(f["severity"] == Severity.MUST for f in row.get("findings", ()))


def _line(row: dict[str, Any]) -> str:
    if "error" in row:
        return f"{row['file']}\t未查"
    counts = [
        f"{severity.value}{sum(f['severity'] == severity for f in row['findings'])}"
        for severity in Severity
    ]
    return f"{row['file']}\t{' '.join(counts)}"


COMMAND = Command("check", "校核写好的报告", _arguments, _run)
