"""读入的长时间试炼：python -m benchmarks.fuzz_readers --seconds 600 [--seed 1]

每一轮弄坏一份小样再读、再查。崩溃、卡住（CPU 超过 5 秒）、别的异常、结果不自洽，都印出种子。
"""

import argparse
import random
import time
import traceback
from collections import Counter
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from typing import NamedTuple

from assistant.adapters.catalogue import FileCatalogue
from assistant.adapters.documents.reader import FileReader
from assistant.adapters.workers import ProcessWorkers
from assistant.domain.errors import JigaoError, Unreadable
from assistant.domain.locality import Locality
from assistant.workflow.checking.checking import check
from tests.adapters.documents.mutations import mutated, samples
from tests.adapters.documents.test_fuzz import consistent

ROUND = 50
SLOW = 5.0


class Round(NamedTuple):
    """一轮的结果：各种结局的份数，和毛病。"""

    counts: Counter[str]
    faults: list[str]


def one_round(names: dict[str, bytes], locality: Locality, seed: int) -> Round:
    """一轮若干份；在工作进程里执行。"""
    dice = random.Random(seed)
    counts: Counter[str] = Counter()
    faults: list[str] = []
    for turn in range(ROUND):
        name = dice.choice(list(names))
        content = mutated(names[name], dice)
        started = time.process_time()
        try:
            document = FileReader().read(name, content)
            consistent(document)
            check(document, locality)
            counts[f"{name} 读出"] += 1
        except Unreadable:
            counts[f"{name} 拒绝"] += 1
        except Exception:  # noqa: BLE001 要找的就是意料之外的异常
            faults.append(f"种子 {seed} 第 {turn} 份 {name}\n{traceback.format_exc()}")
        took = time.process_time() - started
        if took > SLOW:
            faults.append(f"种子 {seed} 第 {turn} 份 {name} 用了 {took:.1f} 秒（CPU）")
    return Round(counts, faults)


def main() -> None:
    """跑够时间，印出合计。"""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    locality = FileCatalogue(Path("knowledge")).locality("national")
    job = partial(one_round, samples(), locality)
    workers = ProcessWorkers(Path(mkdtemp()))
    counts: Counter[str] = Counter()
    faults = 0
    until, seed = time.monotonic() + args.seconds, args.seed
    while time.monotonic() < until:
        seeds = range(seed, seed + 40)
        seed += 40
        for number, done in zip(seeds, workers.each(job, seeds, 1, 120), strict=True):
            if isinstance(done, JigaoError):
                faults += 1
                print(f"种子 {number}：{done.where} {done.todo}", flush=True)
            else:
                counts.update(done.counts)
                for fault in done.faults:
                    faults += 1
                    print(fault, flush=True)
    for name, count in sorted(counts.items()):
        print(f"{name}\t{count}")
    print(f"合计 {sum(counts.values())} 份，毛病 {faults} 处")


if __name__ == "__main__":
    # 另起的解释器按模块名找 one_round，在 __main__ 里它找不到
    from benchmarks.fuzz_readers import main as run

    run()
