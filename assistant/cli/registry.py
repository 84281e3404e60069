"""命令登记表。加一条命令：写一个文件，在这里加一行。用哪条载入哪条，起动才快。"""

from importlib import import_module

from assistant.cli.command import Command

_PLACES = {
    "ask": "ask.COMMAND",
    "attach": "attach.COMMAND",
    "backup": "backup.BACKUP",
    "restore": "backup.RESTORE",
    "certificate": "certificate.COMMAND",
    "check": "check.COMMAND",
    "doctor": "doctor.COMMAND",
    "eval": "evaluate.COMMAND",
    "explain": "explain.COMMAND",
    "accept": "export.ACCEPT",
    "draft": "export.DRAFT",
    "export": "export.EXPORT",
    "confirm": "facts.CONFIRM",
    "correct": "facts.CORRECT",
    "withdraw": "facts.WITHDRAW",
    "false-alarm": "false_alarm.COMMAND",
    "knowledge": "knowledge.COMMAND",
    "history": "history.HISTORY",
    "undo": "history.UNDO",
    "new": "new.COMMAND",
    "read": "read.COMMAND",
    "scheme": "scheme.COMMAND",
    "score": "score.COMMAND",
    "slip": "slip.COMMAND",
    "review": "status.REVIEW",
    "status": "status.STATUS",
    "turn": "turn.COMMAND",
}
NAMES = tuple(_PLACES)


def command(name: str) -> Command:
    """按名取一条命令。"""
    module, _, constant = _PLACES[name].partition(".")
    found: Command = getattr(import_module(f"assistant.cli.{module}"), constant)
    return found
