"""命令登记表。加一条命令：写一个文件，在这里加一行。"""

from assistant.cli import (
    ask,
    attach,
    backup,
    certificate,
    check,
    explain,
    export,
    facts,
    false_alarm,
    new,
    read,
    scheme,
    score,
    status,
    turn,
)
from assistant.cli.command import Command

COMMANDS: tuple[Command, ...] = (
    ask.COMMAND,
    attach.COMMAND,
    backup.BACKUP,
    backup.RESTORE,
    certificate.COMMAND,
    check.COMMAND,
    explain.COMMAND,
    export.ACCEPT,
    export.DRAFT,
    export.EXPORT,
    facts.CONFIRM,
    facts.CORRECT,
    facts.WITHDRAW,
    false_alarm.COMMAND,
    new.COMMAND,
    read.COMMAND,
    scheme.COMMAND,
    score.COMMAND,
    status.REVIEW,
    status.STATUS,
    turn.COMMAND,
)
