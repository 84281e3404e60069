"""自评表第二批：得分、毛病、误报，按版式和按毛病各一张表。经公开的命令 jigao score。

python -m benchmarks.forms                     全部，xlsx
python -m benchmarks.forms --format docx       文字文档
python -m benchmarks.forms --layout hebei -v   只看一种版式，列出不同之处
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.forms.content import content
from benchmarks.forms.faults_rows import ROWS
from benchmarks.forms.faults_whole import WHOLE
from benchmarks.forms.files import write_docx, write_xlsx
from benchmarks.forms.judging import LEVELS, Job, Json, Verdict, judge
from benchmarks.forms.planting import plant
from benchmarks.forms.template import Layout, fill, layouts

JIGAO = Path(sys.executable).parent / "jigao"
FAULTS = (*WHOLE, *ROWS)
_COLUMNS = (
    "份数",
    "漏读",
    "指标",
    "指标对",
    "执行率对",
    "毛病",
    "找到",
    *(f"多报{v}" for v in LEVELS),
)


def jobs_of(layout: Layout, clean: int) -> Iterator[Job]:
    """一种版式：几份没有毛病的，每种毛病一份。"""
    for seed in range(clean):
        yield Job(layout, content(random.Random(f"{layout.name}{seed}"), seed + 1, layout.head))
    for number, fault in enumerate(FAULTS):
        made = content(random.Random(f"{layout.name}{fault.name}"), 100 + number, layout.head)
        groups = plant(fault, made, layout)
        if groups is not None:
            yield Job(layout, made, fault.name, groups)


def run(layout: Layout, jobs: Sequence[Job], folder: Path, kind: str) -> list[Verdict]:
    """写成一个文件，交给命令，逐份比。"""
    pages = [fill(layout, job.made) for job in jobs]
    rng = random.Random(layout.name)
    data, placed = write_xlsx(pages, rng) if kind == "xlsx" else write_docx(pages)
    path = folder / f"{layout.name}.{kind}"
    path.write_bytes(data)
    scheme = layout.head.get("scheme", "national-2020")
    command = [str(JIGAO), "score", str(path), "--json", "--scheme", scheme]
    out = subprocess.run(command, capture_output=True, text=True, check=False)
    forms: list[Json] = json.loads(out.stdout)["forms"] if out.stdout else []
    found = {form["sheet"]: form for form in forms}
    return [
        judge(job, place, found.get(place.sheet)) for job, place in zip(jobs, placed, strict=True)
    ]


def table(title: str, rows: dict[str, Counter[str]]) -> None:
    """一张表，末行合计。"""
    print(f"\n| {title} | {' | '.join(_COLUMNS)} |\n|---{'|---' * len(_COLUMNS)}|")
    total: Counter[str] = Counter()
    for name, counts in rows.items():
        total += counts
        print(f"| {name} | {' | '.join(str(counts[c]) for c in _COLUMNS)} |")
    print(f"| 合计 | {' | '.join(str(total[c]) for c in _COLUMNS)} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--layout", default="", help="只测名称含此的版式")
    parser.add_argument("--batch", default="", help="只测这一批，如 3")
    parser.add_argument("--clean", type=int, default=6, help="每种版式几份没有毛病的")
    parser.add_argument("--format", choices=("xlsx", "docx"), default="xlsx")
    parser.add_argument("-v", action="store_true", help="列出不同之处")
    args = parser.parse_args()
    by_layout: dict[str, Counter[str]] = {}
    by_fault: dict[str, Counter[str]] = {}
    with tempfile.TemporaryDirectory(prefix="jigao-forms-") as name:
        for layout in layouts():
            if args.layout not in layout.name or args.batch not in layout.head.get("batch", "2"):
                continue
            jobs = list(jobs_of(layout, args.clean))
            for job, verdict in zip(jobs, run(layout, jobs, Path(name), args.format), strict=True):
                by_layout.setdefault(layout.head["place"], Counter()).update(verdict.counts)
                by_fault.setdefault(job.fault or "（没有毛病）", Counter()).update(verdict.counts)
                for said in verdict.said if args.v else ():
                    print(f"{layout.name}［{job.fault}］{said}")
    table("版式", by_layout)
    table("毛病", by_fault)


if __name__ == "__main__":
    main()
