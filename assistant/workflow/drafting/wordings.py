"""占位符给人看的样子：{{决算收入总计}}。改文字时看得懂，存的时候换回字段的键。"""

import re
from collections.abc import Sequence

from assistant.domain.errors import BadInput
from assistant.domain.ledger import Ledger
from assistant.domain.outline import PLACEHOLDER, Outline
from assistant.workflow.drafting.printing import fill

_MARKED = re.compile(f"占位符“{PLACEHOLDER.pattern}”")


def readable(text: str, ledger: Ledger) -> str:
    """键换成中文名；重名的、表格里的一格照旧。"""
    names = {address: name for name, address in _names(ledger).items()}
    return PLACEHOLDER.sub(lambda m: "{{" + names.get(m[1], m[1]) + "}}", text)


def told(messages: Sequence[str], ledger: Ledger) -> tuple[str, ...]:
    """守门查出的毛病说给人听：不说占位符和键，说是哪个数。"""
    return tuple(_told(message, ledger) for message in messages)


def _told(message: str, ledger: Ledger) -> str:
    named = _MARKED.sub(lambda m: f"“{ledger.label(m[1])}”这个数", message)
    return PLACEHOLDER.sub(lambda m: ledger.label(m[1]), named).replace("占位符", "数字的记号")


def keyed(text: str, ledger: Ledger, outline: Outline) -> str:
    """中文名换回键；写错了名称的抛 BadInput。"""
    for name, address in sorted(_names(ledger).items(), key=lambda pair: -len(pair[0])):
        text = text.replace("{{" + name + "}}", "{{" + address + "}}")
    rest = PLACEHOLDER.sub("", text)
    if "{{" in rest or "}}" in rest:
        wrong = rest[max(0, rest.find("{{")) :].partition("}}")[0] + "}}"
        raise BadInput(f"“{wrong}”不是一个数字的名称", "花括号里的名称请照原样，不要改、不要拆开。")
    unknown = [m[1] for m in PLACEHOLDER.finditer(text) if not _known(m[1], ledger, outline)]
    if unknown:
        raise BadInput(f"没有“{unknown[0]}”这一项", "请用文字里已有的名称。")
    return text


def printed(text: str, ledger: Ledger) -> str:
    """印上数字的样子。"""
    return fill(text, ledger).line.text


def _known(address: str, ledger: Ledger, outline: Outline) -> bool:
    return outline.field(address) is not None or fill("{{" + address + "}}", ledger).gaps == ()


def _names(ledger: Ledger) -> dict[str, str]:
    """中文名 → 地址；一名多址的不要。"""
    found: dict[str, list[str]] = {}
    for address in (*ledger.figures, *ledger.texts):
        found.setdefault(ledger.label(address), []).append(address)
    return {name: addresses[0] for name, addresses in found.items() if len(addresses) == 1}
