"""jigao slip REPORT_ID：各股室还缺什么；写出交办单，或读收回的交办单。"""

import argparse
from pathlib import Path

from assistant.bootstrap import LocalDesk
from assistant.cli.command import Command, Outcome
from assistant.cli.read import content_of
from assistant.cli.shapes import fact_json
from assistant.domain.facts import shown
from assistant.workflow.books import Book, open_book
from assistant.workflow.exporting import saved
from assistant.workflow.slips import slip_file, slips, take_back


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("report", metavar="REPORT_ID", help="报告编号")
    parser.add_argument("--office", default="", metavar="NAME", help="只要这个股室的")
    parser.add_argument("-o", "--out", type=Path, metavar="DIR", help="写出交办单放到哪个文件夹")
    parser.add_argument("--back", type=Path, metavar="FILE", help="收回的交办单")
    parser.add_argument("--as", dest="by", default="经办人", metavar="NAME", help="姓名，记进经过")


def _run(args: argparse.Namespace, desk: LocalDesk) -> Outcome:
    if args.back:
        return _back(args, desk)
    book = open_book(desk, args.report)
    wanted = {k: v for k, v in slips(book).items() if args.office in ("", k)}
    files = [] if args.out is None else _written(book, args.office, tuple(wanted), args.out, desk)
    offices = [
        {"office": office, "items": [item._asdict() for item in items]}
        for office, items in wanted.items()
    ]
    lines = [f"{o}：{'、'.join(item.label for item in items)}" for o, items in wanted.items()]
    lines += [f"已写出 {path}" for path in files]
    said = "\n".join(lines) or "没有要交办的，必填的都有了。"
    return Outcome({"offices": offices, "files": [str(path) for path in files]}, said)


def _written(
    book: Book, office: str, offices: tuple[str, ...], folder: Path, desk: LocalDesk
) -> tuple[Path, ...]:
    named = offices or ((office,) if office else ())
    return saved([slip_file(book, each, desk.sheets) for each in named], folder)


def _back(args: argparse.Namespace, desk: LocalDesk) -> Outcome:
    taken = take_back(desk, args.report, args.back.name, content_of(args.back), args.by)
    rejected = [{"quote": r.quote, "why": r.why} for r in taken.rejected]
    data = {"proposed": [fact_json(f, taken.book) for f in taken.proposed], "rejected": rejected}
    lines = [f"提出 {len(taken.proposed)} 项待确认"]
    lines += [
        f"  {f.id}　{taken.book.ledger.label(f.key)}　{shown(f.value)[:60]}" for f in taken.proposed
    ]
    lines += [f"  没有收　“{r['quote']}”：{r['why']}" for r in rejected]
    return Outcome(data, "\n".join(lines))


COMMAND = Command("slip", "各股室还缺什么：写出交办单，读收回的交办单", _arguments, _run)
