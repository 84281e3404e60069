"""评分的快慢、内存与准确：62 份一簿、62 个文件、一个文件夹一万份；随机版式与埋下的毛病。

python -m benchmarks.scoring                     全部
python -m benchmarks.scoring --folder 1000 2000  只测这几种份数的文件夹

表由 tests/form_factory.py 造（虚构），应得分用分数另算一遍，不经过被测代码。
机器上有别的活时墙钟不可靠，故并列处理器时间，并印出当时的平均负载。
"""

import argparse
import io
import os
import random
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from openpyxl import Workbook

from assistant.adapters.forms.reader import FormFileReader
from assistant.bootstrap import connect
from assistant.checks.forms.run import CheckedWorkbook, check_workbook
from assistant.domain.scheme import Scheme
from assistant.reading.forms.forms import workbook_of
from assistant.settings import Settings
from benchmarks.check_speed import JIGAO, measured
from tests.form_factory import Content, content
from tests.form_layouts import LAYOUTS, Sheet, build
from tests.form_plants import PLANTS

FOLDERS = (1_000, 2_000, 5_000, 10_000)
TIMES = 5


class Tally(NamedTuple):
    """一批随机表的对错。"""

    forms: int
    wrong_totals: int
    wrong_points: int
    false_alarms: int
    unread: int


def run(name: str, data: bytes, scheme: Scheme) -> CheckedWorkbook:
    return check_workbook(workbook_of(name, FormFileReader().grids(name, data)), scheme)


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def one(seed: int) -> tuple[Content, bytes, dict[str, str]]:
    rng = random.Random(seed)
    made = content(rng, seed)
    book, cells = build(made, rng.choice(LAYOUTS), rng)
    return made, saved(book), cells


def one_workbook(count: int) -> bytes:
    book = Workbook()
    for number in range(count):
        rng = random.Random(number)
        rng.choice(LAYOUTS)(Sheet(book.create_sheet(f"表{number}"), rng), content(rng, number))
    return saved(book)


def best(work: Callable[[], object]) -> tuple[float, float]:
    """几次里最快的墙钟与处理器秒数。"""
    walls, cpus = [], []
    for _ in range(TIMES):
        wall, cpu = time.perf_counter(), time.process_time()
        work()
        walls.append(time.perf_counter() - wall)
        cpus.append(time.process_time() - cpu)
    return min(walls), min(cpus)


def speed(scheme: Scheme) -> None:
    whole, files = one_workbook(62), [one(number)[1] for number in range(62)]
    rows = (
        ("62 份在一个工作簿", lambda: run("一簿.xlsx", whole, scheme)),
        ("62 份在 62 个文件", lambda: [run("份.xlsx", data, scheme) for data in files]),
    )
    print("| 读、计分、校核 | 墙钟 s | 处理器 s |\n|---|---|---|")
    for name, work in rows:
        wall, cpu = best(work)
        print(f"| {name} | {wall:.2f} | {cpu:.2f} |")


def folders(counts: Sequence[int]) -> None:
    print("\n| 文件夹份数 | 墙钟 s | 处理器 s | 每份 ms | 内存峰值 MB |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory(prefix="jigao-bench-") as name:
        folder, made = Path(name), 0
        for count in sorted(counts):
            while made < count:
                (folder / f"{made:05}.xlsx").write_bytes(one(made)[1])
                made += 1
            cost = measured([str(JIGAO), "score", str(folder), "--jsonl"])
            each = cost.cpu / count * 1000
            print(
                f"| {count} | {cost.seconds:.1f} | {cost.cpu:.1f} | {each:.1f} "
                f"| {cost.megabytes:.0f} |",
                flush=True,
            )


def accuracy(count: int, scheme: Scheme) -> None:
    good = Tally(0, 0, 0, 0, 0)
    for seed in range(count):
        made, data, _ = one(seed)
        checked = run("份.xlsx", data, scheme)
        scored = checked.forms[0].scored
        points = [i.automatic.points for i in scored.indicators]
        good = Tally(
            good.forms + 1,
            good.wrong_totals + (scored.total != made.total),
            good.wrong_points + (points != [row.points for row in made.rows]),
            good.false_alarms + len(checked.all_findings),
            good.unread + len(checked.all_unread),
        )
    print("\n| 没有毛病的表 | 总分错 | 指标分错 | 误报 | 未读懂 |\n|---|---|---|---|---|")
    print("|", " | ".join(str(value) for value in good), "|")
    found, missed, extra = 0, 0, 0
    for seed in range(count):
        rng = random.Random(-seed - 1)
        made = content(rng, seed)
        wrong = PLANTS[seed % len(PLANTS)](made)
        book, cells = build(made, rng.choice(LAYOUTS), rng)
        named = {finding.cell for finding in run("份.xlsx", saved(book), scheme).all_findings}
        expected = {cells[key] for key in wrong}
        found += len(expected & named)
        missed += len(expected - named)
        extra += len(named - expected)
    print(f"\n| 埋 {len(PLANTS)} 种毛病的表 | 找到 | 漏掉 | 多报 |\n|---|---|---|---|")
    print(f"| {count} | {found} | {missed} | {extra} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=int, nargs="*", help="只测文件夹，给出份数")
    parser.add_argument("--forms", type=int, default=1000, help="测准确用多少份")
    args = parser.parse_args()
    scheme = connect(Settings()).catalogue.scheme("national-2020")
    print(f"平均负载 {os.getloadavg()[0]:.1f}，处理器 {os.cpu_count()} 个\n")
    if args.folder is None:
        speed(scheme)
        accuracy(args.forms, scheme)
    folders(args.folder or FOLDERS)


if __name__ == "__main__":
    main()
