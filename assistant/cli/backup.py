"""jigao backup / restore：备份与恢复全部报告和材料。"""

import argparse
from pathlib import Path

from assistant.bootstrap import LocalDesk
from assistant.cli.command import Command, Outcome


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="备份文件（.zip）")


def _backup(args: argparse.Namespace, desk: LocalDesk) -> Outcome:
    count = desk.backups.write(args.file)
    return Outcome(
        {"file": str(args.file), "reports": count}, f"已备份 {count} 份报告到 {args.file}"
    )


def _restore(args: argparse.Namespace, desk: LocalDesk) -> Outcome:
    count = desk.backups.restore(args.file)
    return Outcome({"file": str(args.file), "restored": count}, f"已恢复 {count} 份报告。")


BACKUP = Command("backup", "备份全部报告和材料", _arguments, _backup)
RESTORE = Command("restore", "从备份恢复", _arguments, _restore)
