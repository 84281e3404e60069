"""jigao eval：一份提示词跑它的全部用例，看现在接的模型守不守规矩、多快、用多少记号。"""

import argparse

from assistant.bootstrap import LocalDesk
from assistant.cli.command import Command, Outcome
from assistant.workflow.evaluating.evaluating import evaluate
from assistant.workflow.evaluating.results import table, total


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("prompt", help="提示词名：turn、section、rewrite、repair、answer")


def _run(args: argparse.Namespace, desk: LocalDesk) -> Outcome:
    results = list(evaluate(desk, args.prompt))
    prompt = desk.prompts.prompt(args.prompt)
    model = desk.model.name if desk.model else ""
    data = {
        "prompt": f"{prompt.name}@{prompt.version}",
        "model": model,
        "cases": [result._asdict() for result in results],
        "total": total(results),
    }
    words = f"{prompt.name}@{prompt.version}　{model}\n\n{table(results)}"
    return Outcome(data, words, bad=all(result.unanswered for result in results))


COMMAND = Command("eval", "提示词评测：对现在接的模型跑一组用例", _arguments, _run)
