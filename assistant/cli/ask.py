"""jigao ask：问法规。--from FILE 一行一问，一行一答。"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.bootstrap import LocalDesk
from assistant.cli.command import Command, Outcome
from assistant.cli.shapes_answers import answer_json
from assistant.domain.errors import BadInput, Unavailable
from assistant.domain.evidence import Answer
from assistant.workflow.consultation import ask

_TOP = 50


class _Line(BaseModel):
    """一问。写成 JSON 的行可带前几问和年度。"""

    model_config = ConfigDict(extra="ignore")

    question: str = ""
    history: tuple[str, ...] = ()
    year: int | None = Field(None, ge=1949, le=2999)


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("question", nargs="?", default="", help="问题")
    parser.add_argument(
        "--from",
        dest="file",
        type=Path,
        metavar="FILE",
        help="一行一问的文件；.jsonl 的一行是一个对象：question、history、year",
    )
    parser.add_argument("--year", type=int, help="报告年度：取当年有效的规定")
    parser.add_argument("--locality", default="", help="地区口径编号，缺省取设置")
    parser.add_argument("--top", type=int, default=5, help="列几条")


def _run(args: argparse.Namespace, desk: LocalDesk) -> Outcome:
    if not 0 < args.top <= _TOP:
        raise BadInput(f"--top {args.top} 不对", f"请写 1 到 {_TOP}。")
    if args.year is not None and not 1949 <= args.year <= 2999:
        raise BadInput(f"--year {args.year} 不是年度", "请写四位年度，如 2024。")
    if args.file:
        return _many(args, desk)
    if not args.question.strip():
        raise BadInput("没有问题", "请写出问题，或用 --from 给出一行一问的文件。")
    _prepare(desk)
    answer = _one(_Line(question=args.question), args, desk)
    return Outcome(answer_json(answer), _words(answer))


def _many(args: argparse.Namespace, desk: LocalDesk) -> Outcome:
    """逐行作答，答一行印一行；空行也占一行。"""
    lines = list(_lines(args.file))
    _prepare(desk)
    for line in lines:
        answer = _one(line, args, desk)
        shown = json.dumps(answer_json(answer), ensure_ascii=False) if args.json else _words(answer)
        print(shown, flush=True)
    return Outcome(None)


def _prepare(desk: LocalDesk) -> None:
    """索引没建好就先建；向量库够不着，照样按词面回答。"""
    try:
        desk.evidence.rebuild()
    except Unavailable as error:
        print(error.words, file=sys.stderr)


def _one(line: _Line, args: argparse.Namespace, desk: LocalDesk) -> Answer:
    return ask(
        desk,
        line.question,
        year=line.year or args.year,
        locality=args.locality or desk.settings.locality,
        top=args.top,
        history=line.history,
    )


def _words(answer: Answer) -> str:
    return "\n".join(filter(None, (answer.answer, answer.notice)))


def _lines(path: Path) -> Iterator[_Line]:
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"读不了 {path}", "请给一个 UTF-8 编码的文字文件，一行一问。") from error
    for number, row in enumerate(text.splitlines(), 1):
        if path.suffix != ".jsonl":
            yield _Line(question=row)
            continue
        try:
            yield _Line.model_validate_json(row or "{}")
        except ValidationError as error:
            raise BadInput(
                f"{path} 第{number}行不是一个问题", '写成 {"question": "…", "history": ["…"]}。'
            ) from error


COMMAND = Command("ask", "问法规：答的是库里的条款", _arguments, _run)
