"""jigao false-alarm：登记误报，导出为回归用例。"""

import argparse
from pathlib import Path

from assistant.bootstrap import LocalDesk
from assistant.cli.command import Command, Outcome
from assistant.domain.errors import BadInput
from assistant.workflow.checking.false_alarms import regression_cases, report_false_alarm
from assistant.workflow.checking.inspecting import Order, Upload, inspect


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="所查的文件")
    parser.add_argument("finding", nargs="?", metavar="FINDING_ID", help="报错了的问题编号")
    parser.add_argument("--reason", default="", help="为什么是误报")
    parser.add_argument("--as", dest="by", default="", metavar="NAME", help="谁认定的")
    parser.add_argument("--locality", default="", help="地区口径编号，缺省取设置")
    parser.add_argument("--year", type=int, help="报告年度")
    parser.add_argument("--export", type=Path, metavar="JSONL", help="把全部误报导出为回归用例")


def _run(args: argparse.Namespace, desk: LocalDesk) -> Outcome:
    if args.export:
        return _export(args.export, desk)
    if args.file is None or args.finding is None:
        raise BadInput(
            "要么给出文件和问题编号，要么用 --export 导出",
            "例：jigao false-alarm 报告.docx 3f2a… --reason 理由 --as 姓名",
        )
    order = Order(desk.catalogue.locality(args.locality or desk.settings.locality), args.year)
    content = desk.reader.fetch(args.file)
    result = inspect(desk, order, Upload(args.file.name, content))
    alarm = report_false_alarm(desk, result, content, args.finding, args.reason, args.by)
    return Outcome(alarm.model_dump(), f"已登记误报：{alarm.code} “{alarm.quote}”。")


def _export(path: Path, desk: LocalDesk) -> Outcome:
    cases = regression_cases(desk.false_alarms.all())
    lines = "".join(f"{case.model_dump_json()}\n" for case in cases)
    desk.papers.save(path, lines.encode())
    return Outcome(
        {"cases": [case.model_dump() for case in cases]}, f"已导出 {len(cases)} 条到 {path}。"
    )


COMMAND = Command("false-alarm", "登记误报，导出为回归用例", _arguments, _run)
