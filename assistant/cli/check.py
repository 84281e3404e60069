"""jigao check FILE|DIR...：校核写好的报告。一份份查，读不了的说一句，不停下。"""

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from assistant.bootstrap import LocalDesk
from assistant.cli.command import Command, Outcome
from assistant.domain.errors import BadInput, NotFound
from assistant.domain.findings import Finding, Severity, Waiver
from assistant.workflow.checking.certifying import accept
from assistant.workflow.checking.checking import check_json, check_text
from assistant.workflow.checking.handing_over import Checked, deliver
from assistant.workflow.checking.inspecting import (
    SECONDS,
    Delivery,
    Order,
    Row,
    Upload,
    inspect,
    inspect_all,
)

SUFFIXES = frozenset(
    ".docx .docm .doc .pdf .xlsx .xlsm .xls .txt .md .html .htm .wps .et .png .jpg .jpeg .bmp "
    ".tif .tiff".split()
)


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", type=Path, metavar="FILE|DIR", help="文件或文件夹")
    parser.add_argument("--locality", default="", help="地区口径编号，缺省取设置")
    parser.add_argument("--year", type=int, help="报告年度，缺省由文中认出")
    parser.add_argument("--workers", type=int, default=1, help="同时查几份")
    parser.add_argument("--seconds", type=float, default=SECONDS, help="每份的时限，秒")
    parser.add_argument("--jsonl", action="store_true", help="每份一行 JSON，按文件次序")
    parser.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        help="写出文书：问题清单 xlsx、核查证明 docx 和 json，docx 另有带批注的原件；"
        "一批查到一半停了，照原样再查一遍，查好的不重做",
    )
    parser.add_argument(
        "--accept",
        action="append",
        default=[],
        metavar="ID=REASON",
        help="接受一条问题并写明理由，印入核查证明（限一份，与 --out、--as 同用）",
    )
    parser.add_argument("--as", dest="by", default="", metavar="NAME", help="谁接受的")
    parser.add_argument("--text-out", type=Path, help="把查的文字另存，位置以它为准（限一份）")


def _run(args: argparse.Namespace, desk: LocalDesk) -> Outcome:
    files = list(_files(args.paths, args.out))
    if not files:
        raise BadInput("没有可查的文件", "支持 docx、pdf、xlsx、txt 等，见 README。")
    locality = desk.catalogue.locality(args.locality or desk.settings.locality)
    order = Order(locality, args.year, args.seconds)
    one = len(files) == 1 and not any(path.is_dir() for path in args.paths)
    if (args.text_out or args.accept) and not one:
        raise BadInput("--text-out 和 --accept 只能用于一份文件", "请一次只给一个文件。")
    if not one:
        return _many(files, order, args, desk)
    listed = (args.json or args.jsonl) and not (args.out or args.text_out or args.accept)
    return _listed(files[0], order, desk) if listed else _single(files[0], order, args, desk)


def _files(paths: Sequence[Path], out: Path | None) -> Iterator[Path]:
    """逐个文件；文件夹里不认识的类型说一声跳过，写出的文书不算。"""
    for path in paths:
        if path.is_dir():
            for each in sorted(p for p in path.rglob("*") if p.is_file()):
                if out and each.absolute().is_relative_to(out.absolute()):
                    continue
                if each.suffix.lower() in SUFFIXES and not each.name.startswith((".", "~$")):
                    yield each
                else:
                    print(f"跳过 {each}：不是可查的文件类型", file=sys.stderr)
        elif path.exists():
            yield path
        else:
            raise BadInput(f"没有文件 {path}", "请核对路径。")


def _listed(path: Path, order: Order, desk: LocalDesk) -> Outcome:
    """一份，只要 JSON：在工作进程里写好了拿来，不必把全部所得搬过来。"""
    (row,) = inspect_all(desk, order, [path], 1, None)
    if row.error:
        raise row.error
    return Outcome(None, row.json.decode(), bool(row.counts[0]))


def _single(path: Path, order: Order, args: argparse.Namespace, desk: LocalDesk) -> Outcome:
    content = desk.reader.fetch(path)
    result = inspect(desk, order, Upload(path.name, content))
    if args.text_out:
        args.text_out.write_text(result.document.text, encoding="utf-8", newline="")
    accepted = _accepted(result.findings, args, desk)
    checked = Checked(content, result, order.locality, order.year, desk.clock.now(), accepted)
    written = deliver(desk, checked, args.out) if args.out else []
    must_fix = any(finding.severity is Severity.MUST for finding in result.findings)
    data = check_json(result, str(path)) if args.json or args.jsonl else None
    if args.jsonl:
        return Outcome(None, json.dumps(data, ensure_ascii=False), must_fix)
    said = [f"已写出 {each}" for each in written]
    return Outcome(data, "\n".join([check_text(result, str(path)), *said]), must_fix)


def _accepted(
    findings: Sequence[Finding], args: argparse.Namespace, desk: LocalDesk
) -> list[Waiver]:
    known = {finding.id: finding for finding in findings}
    waivers = []
    for each in args.accept:
        identity, _, reason = each.partition("=")
        if identity not in known:
            raise NotFound(f"没有问题 {identity}", "问题编号见 --json 的 findings.id。")
        waivers.append(accept(known[identity], reason, args.by, desk.clock.now()))
    return waivers


def _many(
    files: Sequence[Path], order: Order, args: argparse.Namespace, desk: LocalDesk
) -> Outcome:
    from tqdm import tqdm

    rows: list[Any] = []
    must_fix, old, unread = False, 0, 0
    delivery = Delivery(args.out, _root(args.paths)) if args.out else None
    tqdm.monitor_interval = 0  # 不要监视线程：单线程时工作进程可以直接 fork
    replies = inspect_all(desk, order, files, args.workers, delivery)
    bar = tqdm(replies, "校核", len(files), unit="份", file=sys.stderr, mininterval=0.5)
    for row in bar:
        must_fix |= bool(row.counts and row.counts[0])
        old += row.kept
        if row.error:
            unread += 1
            tqdm.write(_visible(f"{row.file}：{row.error.words}"), file=sys.stderr)
        if args.json and not args.jsonl:
            rows.append(json.loads(row.json))
        else:
            print(row.json.decode() if args.jsonl else _line(row), flush=True)
    if old:
        print(f"{old} 份沿用上次的结果：文件、规则、地区、年度和资料库都没有变", file=sys.stderr)
    if unread:
        print(f"{len(files)} 份里有 {unread} 份没有查，缘由见上", file=sys.stderr)
    return Outcome(rows, "", must_fix, bad=unread == len(files))


def _root(paths: Sequence[Path]) -> Path:
    """文书按原来的子文件夹放，从给出的各处共同的上级算起；不同处的同名文件不互相盖掉。"""
    return Path(os.path.commonpath([(p if p.is_dir() else p.parent).absolute() for p in paths]))


def _line(row: Row) -> str:
    counts = (f"{s.value}{n}" for s, n in zip(Severity, row.counts, strict=True))
    return f"{_visible(row.file)}\t{'未查' if row.error else ' '.join(counts)}"


def _visible(text: str) -> str:
    """一份一行：文件名里的换行、改变书写方向的记号印成问号。"""
    return "".join(mark if mark.isprintable() else "？" for mark in text)


COMMAND = Command("check", "校核写好的报告", _arguments, _run)
