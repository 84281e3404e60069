"""jigao scheme list | check PATH：列出评分方案；校验一个方案或地区口径并执行它的例子。"""

import argparse
from pathlib import Path

from assistant.adapters.data_files import load, load_yaml
from assistant.bootstrap import LocalDesk
from assistant.cli.command import Command, Outcome
from assistant.domain.department import DepartmentTable
from assistant.domain.errors import BadData
from assistant.domain.locality import Locality
from assistant.domain.scheme import Scheme
from assistant.workflow.scoring.schemes import department_failures, failures, locality_failures


def _arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(title="做什么", metavar="list|check", required=True)
    show = actions.add_parser("list", help="列出评分方案")
    show.set_defaults(action="list")
    check = actions.add_parser("check", help="校验一个方案或地区口径文件并执行它的例子")
    check.add_argument("path", type=Path, help="YAML 文件")
    check.set_defaults(action="check")
    for action in (show, check):
        action.add_argument("--json", action="store_true", help="以 JSON 输出")


def _run(args: argparse.Namespace, desk: LocalDesk) -> Outcome:
    return _list(desk) if args.action == "list" else _check(args.path, desk)


def _list(desk: LocalDesk) -> Outcome:
    schemes = desk.catalogue.schemes()
    data = [
        {
            "id": scheme.id,
            "title": scheme.title,
            "since": scheme.since,
            "verified": scheme.verified,
            "basis": scheme.basis,
            "note": scheme.note,
            "cases": len(scheme.cases),
        }
        for scheme in schemes
    ]
    lines = (
        f"{s.id}\t{s.title}\t{'已核实' if s.verified else '依据待核'}\t{len(s.cases)} 个例子"
        for s in schemes
    )
    return Outcome({"schemes": data}, "\n".join(lines))


def _check(path: Path, desk: LocalDesk) -> Outcome:
    content = load_yaml(path)
    if not isinstance(content, dict):
        raise BadData(f"{path} 不是评分方案，也不是地区口径", "请照 knowledge/schemes 里的文件写。")
    kind, wrong, count = _checked(path, content, desk)
    lines = [f"{kind} {content.get('id')}：{count} 个例子，{len(wrong)} 处不成立。", *wrong]
    data = {"path": str(path), "kind": kind, "cases": count, "failures": list(wrong)}
    return Outcome(data, "\n".join(lines), must_fix=bool(wrong))


def _checked(
    path: Path, content: dict[str, object], desk: LocalDesk
) -> tuple[str, tuple[str, ...], int]:
    if "execution" in content:
        scheme = load(path, Scheme)
        return "评分方案", failures(scheme), len(scheme.cases)
    if "indicators" in content:
        table = load(path, DepartmentTable)
        return "部门整体指标表", department_failures(table), len(table.cases)
    locality = load(path, Locality)
    wrong = locality_failures(locality, desk.catalogue.scheme(locality.scheme))
    return "地区口径", wrong, len(locality.cases)


COMMAND = Command("scheme", "评分方案：列出、校验", _arguments, _run)
