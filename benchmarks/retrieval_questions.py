"""法规问答的题库评测：经公开的命令行 `jigao ask --from` 提问，按法律文本核对所引的条。

    JIGAO_DATA_DIR=某目录 jigao knowledge add 法律文本目录      先入库，一次
    JIGAO_DATA_DIR=某目录 python -m benchmarks.retrieval_questions --data 法律文本目录

默认跑开发集；--split test 是封存的测试集，只在发布前跑，不据它改任何东西。
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import mean, quantiles
from tempfile import TemporaryDirectory
from typing import get_args

from benchmarks.questions import Question, Split, load
from benchmarks.retrieval_scores import Asked, Ranks, Reply, invented, out_of_force, ranks
from benchmarks.statutes import Statutes, read_statutes

_TOP = "10"


Answer = Callable[[Path, int | None], Iterator[tuple[Reply, float]]]
"""问题文件与年度 → 逐行的回答和所等的秒数。"""


def ask(questions: Sequence[Question], answer: Answer) -> list[Asked]:
    """按年度分批提问；追问带着前文，另成一批。"""
    batches: dict[tuple[int | None, bool], list[Question]] = defaultdict(list)
    for question in questions:
        batches[question.year, bool(question.history)].append(question)
    return [asked for (year, _), batch in batches.items() for asked in _ask(batch, year, answer)]


def _ask(batch: list[Question], year: int | None, answer: Answer) -> list[Asked]:
    with TemporaryDirectory() as folder:
        asked_again = [batch[0], *batch]  # 头一问含启动与装入索引，重问一遍，不计它
        replies = list(answer(_write(Path(folder), asked_again), year))
    if len(replies) != len(asked_again):
        sys.exit(f"问了 {len(asked_again)} 行，只答了 {len(replies)} 行：见上面的错误")
    return [Asked(q, *reply) for q, reply in zip(asked_again, replies, strict=True)][1:]


def _write(folder: Path, batch: list[Question]) -> Path:
    """一行一问；有前文的写成 JSON 对象（.jsonl）。"""
    if batch[0].history:
        path = folder / "questions.jsonl"
        lines = [
            json.dumps({"question": q.question, "history": q.history}, ensure_ascii=False)
            for q in batch
        ]
    else:
        path, lines = folder / "questions.txt", [q.question for q in batch]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def command_line(path: Path, year: int | None) -> Iterator[tuple[Reply, float]]:
    """经 `jigao ask --from` 回答；一行一等。"""
    command = [sys.executable, "-m", "assistant", "ask", "--from", str(path), "--top", _TOP]
    command += ["--json"] if year is None else ["--json", "--year", str(year)]
    environment = os.environ | {"PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        started = time.perf_counter()
        for line in process.stdout or ():
            now = time.perf_counter()
            yield Reply.model_validate_json(line), now - started
            started = now


def _row(name: str, result: Ranks) -> str:
    return (
        f"| {name} | {result.total} | {result.hit_1:.3f} | {result.hit_5:.3f} "
        f"| {result.mrr_10:.3f} | {result.refused:.1%} |"
    )


def _print_ranks(answers: Sequence[Asked]) -> None:
    print("| 提问 | 题数 | hit@1 | hit@5 | MRR@10 | 该答而拒 |\n|---|---|---|---|---|---|")
    print(_row("全部", ranks(answers)))
    for kind, group in _by_kind(answers).items():
        print(_row(kind, ranks(group)))


def _print_traps(answers: Sequence[Asked]) -> None:
    print("\n| 陷阱 | 题数 | 错答 | 错答率 |\n|---|---|---|---|")
    for kind, group in ({"全部": list(answers)} | _by_kind(answers)).items():
        wrong = [asked.reply.answered for asked in group]
        print(f"| {kind} | {len(group)} | {sum(wrong)} | {mean(wrong):.1%} |")


def _by_kind(answers: Sequence[Asked]) -> dict[str, list[Asked]]:
    groups: dict[str, list[Asked]] = defaultdict(list)
    for asked in answers:
        groups[asked.question.kind].append(asked)
    return dict(groups)


def _print_faults(answers: Sequence[Asked], statutes: Statutes) -> None:
    today = datetime.now(UTC).date()
    faults = {
        "编造的条文": [(a, invented(a, statutes)) for a in answers],
        "不在效力期的条文": [(a, out_of_force(a, today)) for a in answers],
    }
    print()
    for name, found in faults.items():
        print(f"{name}：{sum(len(cited) for _, cited in found)}")
        for asked, cited in found:
            if cited:
                print(f"  {asked.question.id} {asked.question.question} → {'、'.join(cited)}")


def _print_speed(answers: Sequence[Asked]) -> None:
    percent = quantiles((asked.seconds * 1000 for asked in answers), n=100)
    print(f"\n每问 p50 {percent[49]:.0f} ms，p95 {percent[94]:.0f} ms（{len(answers)} 问）")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, required=True, help="法律文本目录（每部一个 .md）")
    parser.add_argument("--split", choices=get_args(Split), default="dev")
    args = parser.parse_args()
    split: Split = args.split
    questions = ask(load("questions", split), command_line)
    traps = ask(load("traps", split), command_line)
    _print_ranks(questions)
    _print_traps(traps)
    _print_faults([*questions, *traps], read_statutes(args.data))
    _print_speed([*questions, *traps])


if __name__ == "__main__":
    main()
