"""jigao read FILE：材料里有哪些事实。不需要报告，也不写任何东西。"""

import argparse
from pathlib import Path

from assistant.bootstrap import LocalDesk
from assistant.cli.command import Command, Outcome
from assistant.domain.errors import BadInput
from assistant.workflow.materials.reading import read_material
from assistant.workflow.materials.shapes import material_json, material_lines
from assistant.workflow.scoring.scoring import scheme_for


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="xlsx、xls、docx、pdf、txt 等")
    parser.add_argument("--year", type=int, default=0, help="材料没有写明年度时，按这一年读")


def _run(args: argparse.Namespace, desk: LocalDesk) -> Outcome:
    year = year_given(args.year)
    scheme = scheme_for(desk, "", desk.settings.locality)
    material = read_material(desk, args.file.name, content_of(args.file), scheme, year)
    return Outcome(material_json(material), "\n".join(material_lines(material)))


def year_given(year: int) -> int:
    """命令行给的年度；没给为 0，不合理的抛 BadInput。"""
    if year and not 2000 <= year <= 2100:
        raise BadInput(f"年度应在2000到2100之间，写的是{year}", "如 --year 2023。")
    return year


def content_of(path: Path) -> bytes:
    """文件的字节；打不开抛 BadInput。"""
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadInput(f"{path} 打不开：{error.strerror}", "请核对路径和权限。") from error


COMMAND = Command("read", "读出材料里的事实", _arguments, _run)
