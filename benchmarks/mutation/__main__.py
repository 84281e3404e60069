"""一条命令跑错数基准：python -m benchmarks.mutation [--data ../shared/reports] [--out DIR]。"""

import argparse
import json
import platform
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from benchmarks.mutation import checker, mutants, opened, pool, refigured, scoring, tabulate
from benchmarks.mutation.documents import build
from benchmarks.mutation.pool import Base

SEED = 20_231_123
UNSEEN = {
    "first": pool.FIRST,
    "second": pool.SECOND,
    "third": pool.THIRD,
    "fourth": pool.FOURTH,
    "fifth": pool.FIFTH,
    "sixth": pool.SIXTH,
    "seventh": pool.SEVENTH,
    "eighth": pool.EIGHTH,
}
HERE = Path(sys.executable).parent / "jigao"


def options(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.mutation", description=__doc__)
    parser.add_argument("--jigao", default=str(HERE), help="被测命令")
    parser.add_argument("--data", type=Path, help="公开开发集目录（claims.jsonl）")
    parser.add_argument("--out", type=Path, help="写出文件、个案与结果的目录")
    parser.add_argument("--bases", type=int, default=3000)
    parser.add_argument("--mutants", type=int, default=6000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--unseen", choices=UNSEEN, help="只测一组没有用来改读法的句族")
    return parser.parse_args(argv)


def bases(seed: int, size: int, data: Path | None) -> list[Base]:
    found = list(pool.invented(seed, size))
    if data is not None:
        real = list(opened.bases(data))
        found += [*real, *refigured.variants(real, seed, 6)]
    return found


def lines(rows: Iterable[dict[str, str]]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def run(args: argparse.Namespace, out: Path) -> str:
    unseen = args.unseen and list(pool.unseen(args.seed, args.bases, UNSEEN[args.unseen]))
    drafts = unseen or bases(args.seed, args.bases, args.data)
    wrong, fates = mutants.draw(drafts, args.mutants)
    texts = [(b.id, build(b.passage, b.context).text) for b in drafts]
    texts += [(m.id, build(m.passage, m.base.context).text) for m in wrong]
    checker.write(out / "in", texts)
    started = time.perf_counter()
    results = checker.check([args.jigao], out / "in", args.workers)
    seconds = time.perf_counter() - started
    found = scoring.verdicts(wrong, results)
    clean = [scoring.clean(base, results[base.id]) for base in drafts]
    (out / "misses.jsonl").write_text(lines(tabulate.misses(found)), encoding="utf-8")
    (out / "alarms.jsonl").write_text(lines(tabulate.alarms(found, clean)), encoding="utf-8")
    return "\n".join(_report(args, found, clean, fates, f"{seconds:.0f}"))


def _report(
    args: argparse.Namespace,
    found: list[scoring.Verdict],
    clean: list[scoring.Clean],
    fates: mutants.Fates,
    seconds: str,
) -> Iterable[str]:
    data = f" --data {args.data}" if args.data else ""
    data += f" --unseen {args.unseen}" if args.unseen else ""
    yield f"python -m benchmarks.mutation{data} --seed {args.seed}"
    yield (
        f"底稿 {len(clean)} 份，可查的错 {len(found)} 个，检查用时 {seconds} 秒"
        f"（{args.workers} 个进程，Python {platform.python_version()}）\n"
    )
    yield from tabulate.summary(found, clean)
    yield ""
    yield from tabulate.by_kind(found, fates)
    yield ""
    yield from tabulate.by(found, "关系", tabulate.relation)
    yield ""
    yield from tabulate.by(found, "来源", lambda v: v.mutant.base.group)


def main(argv: list[str]) -> None:
    args = options(argv)
    with tempfile.TemporaryDirectory() as folder:
        out = args.out or Path(folder)
        out.mkdir(parents=True, exist_ok=True)
        report = run(args, out)
        (out / "report.md").write_text(report + "\n", encoding="utf-8")
        print(report)


if __name__ == "__main__":
    main(sys.argv[1:])
