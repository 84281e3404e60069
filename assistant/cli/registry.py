"""命令登记表。加一条命令：写一个文件，在这里加一行。"""

from assistant.cli import check, explain, read, scheme, score
from assistant.cli.command import Command

COMMANDS: tuple[Command, ...] = (
    check.COMMAND,
    explain.COMMAND,
    read.COMMAND,
    scheme.COMMAND,
    score.COMMAND,
)
