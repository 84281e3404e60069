"""jigao new：新建报告。"""

import argparse

from assistant.bootstrap import LocalDesk
from assistant.cli.command import Command, Outcome
from assistant.workflow.reports import new_report, open_example


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--bureau", help="单位全称")
    parser.add_argument("--year", type=int, help="被评价的年度")
    parser.add_argument("--locality", help="地区口径，缺省取设置 JIGAO_LOCALITY")
    parser.add_argument("--from", dest="rolled_from", default="", help="沿用哪份去年的报告")
    parser.add_argument("--example", action="store_true", help="打开虚构的示例报告")
    parser.add_argument("--as", dest="by", default="经办人", metavar="NAME", help="姓名，记进经过")


def _run(args: argparse.Namespace, desk: LocalDesk) -> Outcome:
    if args.example:
        book = open_example(desk, args.by)
    else:
        locality = args.locality or desk.settings.locality
        book = new_report(
            desk, args.bureau or "", args.year or 0, locality, args.by, args.rolled_from
        )
    report = book.report
    return Outcome({"id": report.id}, f"{report.id}　{report.bureau}　{report.year}年度")


COMMAND = Command("new", "新建报告", _arguments, _run)
