"""jigao draft / accept / export：起草、接受问题、导出。"""

import argparse
from pathlib import Path

from assistant.bootstrap import LocalDesk
from assistant.cli.command import Command, Outcome
from assistant.cli.shapes import open_finding_json
from assistant.workflow.drafting.drafting import draft
from assistant.workflow.exporting import export, save
from assistant.workflow.review import accept


def _report(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("report", metavar="REPORT_ID", help="报告编号")
    parser.add_argument("--as", dest="by", default="经办人", metavar="NAME", help="姓名，记进经过")


def _draft_arguments(parser: argparse.ArgumentParser) -> None:
    _report(parser)
    parser.add_argument("--section", default="", help="只起草这一节")


def _draft(args: argparse.Namespace, desk: LocalDesk) -> Outcome:
    _, drafted = draft(desk, args.report, args.section, args.by)
    sections = [
        {
            "id": d.section.id,
            "title": d.section.title,
            "text": d.version.text,
            "model": d.version.model,
            "prompt": d.version.prompt,
            "findings": list(d.notes or d.version.notes),
        }
        for d in drafted
    ]
    text = "\n\n".join(
        "\n".join([d.section.title, d.version.text, *(f"（{note}）" for note in d.notes)])
        for d in drafted
    )
    return Outcome({"sections": sections}, text)


def _accept_arguments(parser: argparse.ArgumentParser) -> None:
    _report(parser)
    parser.add_argument("finding", metavar="FINDING_ID", help="问题编号")
    parser.add_argument("--reason", required=True, help="理由，印入附表")


def _accept(args: argparse.Namespace, desk: LocalDesk) -> Outcome:
    found = accept(desk, args.report, args.finding, args.reason, args.by)
    return Outcome({"accepted": args.finding}, f"已接受，尚有 {len(found.open)} 条未处理。")


def _export_arguments(parser: argparse.ArgumentParser) -> None:
    _report(parser)
    parser.add_argument("-o", "--out", type=Path, required=True, help="放到哪个文件夹")


def _export(args: argparse.Namespace, desk: LocalDesk) -> Outcome:
    done = export(desk, args.report, args.by)
    refused = done.review.blocking
    if refused:
        lines = [
            f"还有 {len(refused)} 条必改没有改，不能导出：",
            *(f.fault.message for f in refused),
        ]
        data = {"files": [], "refused": [open_finding_json(f) for f in refused]}
        return Outcome(data, "\n".join(lines), must_fix=True)
    paths = [str(path) for path in save(done, args.out)]
    return Outcome({"files": paths, "refused": []}, "已导出：\n" + "\n".join(paths))


DRAFT = Command("draft", "起草全部章节或一节", _draft_arguments, _draft)
ACCEPT = Command("accept", "说明理由，接受一条问题", _accept_arguments, _accept)
EXPORT = Command("export", "体检并导出 Word 文件", _export_arguments, _export)
