"""make test-model：起真的小模型，评测五份提示词，再走一遍全程，打印的表可以抄进文档。

python -m benchmarks.real_model [--only journey|turn|section|rewrite|repair|answer]
"""

import argparse
import platform
import sys
import tempfile
from pathlib import Path

from assistant.bootstrap import LocalDesk, connect
from assistant.settings import Settings
from assistant.workflow.evaluating.evaluating import evaluate
from assistant.workflow.evaluating.results import Result, table, total
from benchmarks.real_model.journey import walk
from benchmarks.real_model.rig import MODEL, served

PROMPTS = ("turn", "section", "rewrite", "repair", "answer")


def main() -> None:
    parser = argparse.ArgumentParser(description="真模型的测试")
    parser.add_argument("--only", choices=(*PROMPTS, "journey"))
    only = parser.parse_args().only
    with tempfile.TemporaryDirectory() as folder, served() as url:
        settings = Settings(
            data_dir=Path(folder), JIGAO_BASE_URL=url, model=MODEL, model_timeout=600
        )
        desk = connect(settings)
        say(f"{MODEL}，{platform.machine()}，Python {platform.python_version()}")
        for prompt in PROMPTS:
            if only in (None, prompt):
                evaluated(desk, prompt)
        fine = journey(desk) if only in (None, "journey") else True
    sys.exit(0 if fine else 1)


def evaluated(desk: LocalDesk, prompt: str) -> None:
    """一份提示词的用例表。"""
    results: list[Result] = []
    for result in evaluate(desk, prompt):
        print(f"… {prompt} {result.name} {result.seconds:.0f}秒", file=sys.stderr)
        results.append(result)
    say(f"\n{prompt}：{total(results)}\n\n{table(results)}")


def journey(desk: LocalDesk) -> bool:
    """全程的表；导出的报告里没有来历不明的数才算好。"""
    say("\n| 步骤 | 结果 | 秒 | 头一个字 | 入 | 出 |\n|---|---|---|---|---|---|")
    outcome = ""
    for step in walk(desk):
        outcome = step.outcome
        numbers = f"{step.seconds:.1f} | {step.first:.1f} | {step.tokens[0]} | {step.tokens[1]}"
        say(f"| {step.what} | {outcome} | {numbers} |")
    return outcome.startswith("导出")


def say(words: str) -> None:
    """立即打印：一轮要等不少时候。"""
    print(words, flush=True)


if __name__ == "__main__":
    main()
