"""jigao explain [CODE]：一条规则的说明、依据和例文；不写代号是全部规则的目录。"""

import argparse

from assistant.bootstrap import LocalDesk
from assistant.checks.catalogue import catalogue, reading_examples
from assistant.checks.forms.run import by_code
from assistant.checks.registry import BY_CODE
from assistant.cli.command import Command, Outcome
from assistant.domain.errors import NotFound


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("code", metavar="CODE", nargs="?", help="规则代号，如 FIG103；缺省为目录")


def _run(args: argparse.Namespace, _desk: LocalDesk) -> Outcome:
    known = {**BY_CODE, **by_code()}
    if args.code is None:
        listed = [
            {"code": r.code, "severity": r.severity, "words": r.words} for r in known.values()
        ]
        return Outcome({"rules": listed}, catalogue(known.values()))
    rule = known.get(args.code.upper())
    if rule is None:
        raise NotFound(f"没有规则 {args.code}", f"现有：{'、'.join(known)}。")
    data = rule._asdict()
    del data["check"]
    lines = [f"{rule.code} {rule.name}（{rule.severity.value}）", rule.words, f"依据：{rule.basis}"]
    lines += [how] if (how := reading_examples(rule)) else []
    lines += [f"错例：\n{example}" for example in rule.wrong]
    lines += [f"正例：\n{example}" for example in rule.right]
    return Outcome(data, "\n".join(lines))


COMMAND = Command("explain", "说明一条规则，或列出全部规则", _arguments, _run)
