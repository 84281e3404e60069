"""没有见过的整篇文件：手写的虚构自评报告、决算、预算、项目报告，各埋下几处错，查出多少、错报多少。

python -m benchmarks.whole_documents [--own-format] [--pdf] [-v]     -v 列出每一处漏查与错报

每篇先印一份干净的：其上的必改、存疑都是错报或“缺项”一类提醒，逐类计数；再印带错的：新出现的发现
落在错处所在的句、行，或提到错写的数，即为查出。
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.mutation.checker import Finding, Result, result
from benchmarks.paper import FORMATS, OFFICE_FORMATS
from benchmarks.planted import Slip, Source, parse

FOLDER = Path(__file__).parent / "data" / "documents"
JIGAO = Path(sys.executable).parent / "jigao"
BAD = ("必改", "存疑")


class Read(NamedTuple):
    """检查所读的正文与结果。"""

    text: str
    result: Result


class Report(NamedTuple):
    """一篇一种格式的成绩。"""

    name: str
    format: str
    characters: int
    slips: tuple[Slip, ...]
    found: tuple[str, ...]
    false: tuple[Finding, ...]
    missed: tuple[Slip, ...]


def read(path: Path) -> Read:
    text = path.with_suffix(path.suffix + ".read")
    run = subprocess.run(
        [str(JIGAO), "check", str(path), "--json", "--text-out", str(text)],
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode not in (0, 1):
        raise SystemExit(f"{path.name}：{run.stderr[-300:]}")
    return Read(text.read_text(encoding="utf-8"), result(json.loads(run.stdout)))


def squeezed(text: str) -> tuple[str, list[int]]:
    """去掉空白与竖线后的文字，和各字原来的位置。"""
    kept = [i for i, ch in enumerate(text) if not ch.isspace() and ch not in "|"]
    return "".join(text[i] for i in kept), kept


def place(text: str, slip: Slip) -> tuple[int, int]:
    """错写之数在所读正文里那一句或一行的起止。"""
    flat, kept = squeezed(text)
    before = re.sub(r"[\s|]", "", slip.context)
    for length in range(len(before), 1, -1):
        at = flat.find(before[-length:] + slip.wrong)
        if at >= 0:
            break
    else:
        return 0, 0
    start, end = kept[at + length], kept[at + length + len(slip.wrong) - 1] + 1
    stops = [m.start() for m in re.finditer(r"[。\n]", text)]
    left = max((s + 1 for s in stops if s < start), default=0)
    right = min((s for s in stops if s >= end), default=len(text))
    wrapped = text[left:right]
    return (left, right) if len(wrapped) > 20 else (max(0, start - 60), end + 60)


def new(after: Result, before: Result) -> list[Finding]:
    seen = {(f.code, f.quote, f.message) for f in before.findings}
    return [
        f for f in after.findings if f.severity in BAD and (f.code, f.quote, f.message) not in seen
    ]


def hit(slip: Slip, planted: Read, findings: Sequence[Finding]) -> str:
    """查出此错的最重级别；没有则为空。"""
    start, end = place(planted.text, slip)
    bare = slip.wrong.replace(",", "")
    levels = {
        f.severity
        for f in findings
        if (f.start < end and start < f.end)
        or (bare[:1].isdigit() and bare in (f.message + f.quote).replace(",", ""))
    }
    return next((level for level in BAD if level in levels), "")


def assess(name: str, source: Source, format_: str, folder: Path) -> Report:
    suffix, write = {**FORMATS, **OFFICE_FORMATS}[format_]
    paths = [folder / f"{name}-{format_}-{kind}{suffix}" for kind in ("clean", "planted")]
    for path, body in zip(paths, (source.clean, source.planted), strict=True):
        write(body, path)
    clean, planted = (read(path) for path in paths)
    findings = new(planted.result, clean.result)
    levels = tuple(hit(slip, planted, findings) for slip in source.slips)
    missed = tuple(s for s, level in zip(source.slips, levels, strict=True) if not level)
    false = tuple(f for f in clean.result.findings if f.severity in BAD)
    size = len(planted.text)
    return Report(name, format_, size, source.slips, levels, false, missed)


def _of(report: Report, severity: str, *, figures: bool) -> int:
    family = ("FIG", "SCR")
    return sum(f.severity == severity and (f.code[:3] in family) is figures for f in report.false)


def table(reports: Sequence[Report]) -> Iterator[str]:
    yield "| 文件 | 格式 | 字数 | 埋错 | 查出 | 必改 | 错报数必改 | 数存疑 | 其他必改 | 其他存疑 |"
    yield "|---|---|---:|---:|---:|---:|---:|---:|---:|---:|"
    for r in reports:
        counts = (
            len(r.slips),
            sum(map(bool, r.found)),
            r.found.count("必改"),
            _of(r, "必改", figures=True),
            _of(r, "存疑", figures=True),
            _of(r, "必改", figures=False),
            _of(r, "存疑", figures=False),
        )
        yield f"| {r.name} | {r.format} | {r.characters} | " + " | ".join(map(str, counts)) + " |"
    planted = sum(len(r.slips) for r in reports)
    found = sum(sum(map(bool, r.found)) for r in reports)
    must = sum(_of(r, "必改", figures=True) + _of(r, "必改", figures=False) for r in reports)
    yield (
        f"\n共 {len(reports)} 份，埋错 {planted}，查出 {found}（{found / planted:.3f}）；"
        f"干净文件上的必改 {must} 条，每份 {must / len(reports):.2f}。"
    )


def details(reports: Sequence[Report]) -> Iterator[str]:
    for r in reports:
        for slip in r.missed:
            said = f"…{slip.context[-16:]}{slip.wrong}（应 {slip.right}）"
            yield f"漏 {r.name} {r.format} {slip.kind}：{said}"
        for f in r.false:
            said = f"{f.quote[:40]}｜{f.message[:120]}"
            yield f"报 {r.name} {r.format} {f.code} {f.severity}：{said}"


def by_kind(reports: Sequence[Report]) -> Iterator[str]:
    planted = Counter(s.kind for r in reports for s in r.slips)
    missed = Counter(s.kind for r in reports for s in r.missed)
    yield "\n| 错法 | 埋错 | 查出 |"
    yield "|---|---:|---:|"
    for kind, count in sorted(planted.items()):
        yield f"| {kind} | {count} | {count - missed[kind]} |"


def main() -> None:
    parser = argparse.ArgumentParser(description="没有见过的整篇文件")
    parser.add_argument("--own-format", action="store_true", help="只印各篇自己的格式")
    parser.add_argument("--pdf", action="store_true", help="也印成真的 PDF（需 LibreOffice）")
    parser.add_argument("-v", "--verbose", action="store_true")
    args = parser.parse_args()
    reports: list[Report] = []
    with tempfile.TemporaryDirectory() as name:
        for path in sorted(FOLDER.glob("*.txt")):
            source = parse(path.read_text(encoding="utf-8"))
            formats = (source.format,) if args.own_format else tuple(FORMATS)
            formats += tuple(OFFICE_FORMATS) if args.pdf else ()
            reports += [assess(path.stem, source, f, Path(name)) for f in formats]
    print(*table(reports), *by_kind(reports), sep="\n")
    if args.verbose:
        print(*details(reports), sep="\n")


if __name__ == "__main__":
    main()
