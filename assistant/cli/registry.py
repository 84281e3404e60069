"""命令登记表。加一条命令：写一个文件，在这里加一行。"""

from assistant.cli import certificate, check, explain, false_alarm, read, scheme, score
from assistant.cli.command import Command

COMMANDS: tuple[Command, ...] = (
    certificate.COMMAND,
    check.COMMAND,
    explain.COMMAND,
    read.COMMAND,
    false_alarm.COMMAND,
    scheme.COMMAND,
    score.COMMAND,
)
