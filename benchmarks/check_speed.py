"""检查的快慢与内存：随篇幅、随份数、一个与两个进程；同场比照两种只抽取的程序。

python -m benchmarks.check_speed                       只测 jigao 与正则
python -m benchmarks.check_speed --recognizers         另建临时环境装 recognizers-text（emoji==1.7）

机器上有别的活时墙钟不可靠，故并列处理器时间，并印出当时的平均负载。
"""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.mutation import manner
from benchmarks.mutation.passage import render
from benchmarks.mutation.reports.compose import report

PAGES = 30_000
LENGTHS = (1, 2, 5, 10, 100)
HERE = Path(__file__).parent
JIGAO = Path(sys.executable).parent / "jigao"


class Cost(NamedTuple):
    """墙钟秒数；处理器秒数（含子进程）；进程（含子进程中最大者）的内存峰值 MB。"""

    seconds: float
    cpu: float
    megabytes: float


def measured(command: list[str]) -> Cost:
    """跑一条命令，退出码 0、1 之外为错。"""
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            raise SystemExit(process.stderr.read().decode() if process.stderr else "失败")
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def best(command: list[str], times: int) -> Cost:
    runs = [measured(command) for _ in range(times)]
    return Cost(
        min(r.seconds for r in runs),
        min(r.cpu for r in runs),
        max(r.megabytes for r in runs),
    )


def text(characters: int, seed: int) -> str:
    """若干篇虚构报告接成的长文。"""
    pieces, size, index = [], 0, 0
    while size < characters:
        rng = Random(f"{seed}/{index}")
        pieces.append(render(report(rng, manner.draw(rng))).text)
        size, index = size + len(pieces[-1]), index + 1
    return "\n".join(pieces)[:characters]


def by_length(folder: Path, lengths: Sequence[int]) -> Iterator[str]:
    empty = folder / "empty.txt"
    empty.write_text("云岭县水利局\n", encoding="utf-8")
    start = best([str(JIGAO), "check", str(empty), "--json"], 5)
    yield f"启动（检查一行字）：墙钟 {start.seconds * 1000:.0f} 毫秒，{start.megabytes:.0f} MB\n"
    yield "| 字数 | 墙钟（秒） | 除去启动（毫秒） | 处理器净（毫秒） | 倍数 | 内存峰值（MB） |"
    yield "|---:|---:|---:|---:|---:|---:|"
    first = 0.0
    for times in lengths:
        path = folder / f"long{times}.txt"
        path.write_text(text(times * PAGES, 1), encoding="utf-8")
        cost = best([str(JIGAO), "check", str(path), "--json"], 5 if times < 100 else 1)
        work, net = cost.cpu - start.cpu, cost.seconds - start.seconds
        first = first or work
        yield (
            f"| {times * PAGES:,} | {cost.seconds:.2f} | {net * 1000:.0f} "
            f"| {work * 1000:.0f} | {work / first:.1f} | {cost.megabytes:.0f} |"
        )


def by_documents(folder: Path, count: int) -> Iterator[str]:
    many = folder / "many"
    many.mkdir()
    for index in range(count):
        (many / f"{index:04d}.txt").write_text(text(3000, index), encoding="utf-8")
    yield f"{count} 份，每份 3,000 字：\n"
    yield "| 进程 | 墙钟（秒） | 处理器（秒） | 份/秒 | 对一个进程 | 内存峰值（MB） |"
    yield "|---:|---:|---:|---:|---:|---:|"
    alone = 0.0
    for workers in (1, 2):
        cost = best([str(JIGAO), "check", str(many), "--jsonl", "--workers", str(workers)], 2)
        alone = alone or cost.seconds
        yield (
            f"| {workers} | {cost.seconds:.1f} | {cost.cpu:.1f} | {count / cost.seconds:.0f} "
            f"| {alone / cost.seconds:.2f}× | {cost.megabytes:.0f} |"
        )


def beside(folder: Path, recognizers: Path | None) -> Iterator[str]:
    """同一篇三万字：检查（读、算、判）对只抽取。"""
    path = folder / "long1.txt"
    runs = [("jigao check（读、算、判、写出）", [str(JIGAO), "check", str(path), "--json"])]
    script = str(HERE / "extraction_baselines.py")
    runs.append(("一条正则（只抽数）", [sys.executable, script, "regex", str(path)]))
    if recognizers is not None:
        command = [str(recognizers), "-W", "ignore", script, "recognizers", str(path)]
        runs.append(("recognizers-text（只抽数、百分数、金额）", command))
    yield "| 程序 | 墙钟（秒，含启动） | 处理器（秒） | 内存峰值（MB） |"
    yield "|---|---:|---:|---:|"
    for name, command in runs:
        cost = best(command, 3)
        yield f"| {name} | {cost.seconds:.2f} | {cost.cpu:.2f} | {cost.megabytes:.0f} |"


def prepared(folder: Path) -> Path:
    """recognizers-text 自己的环境：新版 emoji 去掉了它要的名字。"""
    venv.create(folder / "recognizers", with_pip=True)
    python = folder / "recognizers" / "bin" / "python"
    packages = ("recognizers-text-number", "recognizers-text-number-with-unit", "emoji==1.7")
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", *packages], check=True)
    return python


def main() -> None:
    parser = argparse.ArgumentParser(description="检查的快慢与内存")
    parser.add_argument("--recognizers", action="store_true")
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--lengths", type=int, nargs="+", default=LENGTHS, help="三万字的倍数")
    args = parser.parse_args()
    print(
        f"Python {platform.python_version()}，{os.cpu_count()} 核，"
        f"平均负载 {os.getloadavg()[0]:.1f}，{platform.platform()}\n"
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        python = prepared(folder) if args.recognizers else None
        tables = (
            by_length(folder, args.lengths),
            by_documents(folder, args.documents),
            beside(folder, python),
        )
        for line in (line for table in tables for line in (*table, "")):
            print(line, flush=True)


if __name__ == "__main__":
    main()
