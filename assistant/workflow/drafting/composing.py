"""成文：按大纲把一节写成带占位符的文字。没有模型时全部章节都由此而来。

一行一段；表格用一行 [[表n]] 占位，n 是本节的第几张表；落款用一行 [[落款]]。
"""

import re
from collections.abc import Container, Iterator, Sequence

from assistant.domain.ledger import Ledger
from assistant.domain.outline import (
    Listing,
    Narrative,
    Outline,
    Section,
    Sentence,
    SignOff,
    TableBody,
    Template,
    Verbatim,
)
from assistant.workflow.drafting.printing import cell_address, is_flat, show

SIGN_OFF_LINE = "[[落款]]"
TABLE_LINE = re.compile(r"^\[\[表(\d+)\]\]$")
_COLUMN = re.compile(r"\{([a-z_]+)\}")
_DIGITS = "一二三四五六七八九"


def table_line(number: int) -> str:
    """第 number 张表（从 1 数）的占位行。"""
    return f"[[表{number}]]"


def compose(section: Section, outline: Outline, ledger: Ledger) -> str:
    """一节的文字，由大纲自带的句子写成。"""
    lines: list[str] = []
    tables = 0
    for body in section.body:
        match body:
            case Verbatim(field=field):
                lines += ["{{" + field + "}}"] if _wanted(field, ledger) else []
            case Template(sentences=sentences) | Narrative(prose=sentences):
                lines += _prose(sentences, ledger)
            case Listing():
                lines += _listing(body, outline, ledger)
            case TableBody():
                tables += 1
                lines.append(table_line(tables))
            case SignOff() if signed(body, ledger):
                lines.append(SIGN_OFF_LINE)
    return "\n".join(lines)


def signed(body: SignOff, ledger: Ledger) -> bool:
    """落款的每一行都印得出。"""
    return all(ledger.has(key) for line in body.lines for key in Sentence(text=line).keys)


def _prose(sentences: Sequence[Sentence], ledger: Ledger) -> list[str]:
    text = "".join(_sentence(sentence, ledger) for sentence in sentences)
    return [line for line in text.split("\n") if line]


def _sentence(sentence: Sentence, ledger: Ledger) -> str:
    """选出能印的一种说法：增减为零用 flat，缺值用 or_else；缺必填项留出待补，再缺不写。"""
    if sentence.flat and any(is_flat(key, ledger) for key in sentence.keys):
        return sentence.flat
    ways = [text for text in (sentence.text, sentence.or_else) if text]
    for fits in (ledger.has, lambda key: _wanted(key, ledger)):
        for text in ways:
            if all(fits(key) for key in Sentence(text=text).keys):
                return text
    return ""


def _wanted(address: str, ledger: Ledger) -> bool:
    """有值可印，或是必填而还没有（印成待补）。"""
    return ledger.has(address) or address in ledger.missing


def _listing(body: Listing, outline: Outline, ledger: Ledger) -> Iterator[str]:
    places = _places(body, outline)
    count = max(len(ledger.rows.get(key, ())) for key in (body.field, body.beside))
    if not _wanted(body.field, ledger):
        return
    if not count and not body.beside:
        yield "{{" + body.field + "}}"
    if count and body.lead:
        yield body.lead
    for row in range(count):
        cells = {name: cell_address(key, row, n) for name, (key, n) in places.items()}
        empty = {name for name, address in cells.items() if show(address, ledger) == ""}
        text = _drop_empty_clauses(body.text, empty)
        for name, address in cells.items():
            text = text.replace(f"{{{name}}}", "{{" + address + "}}")
        yield ordinal(body.style, row + 1) + text


def _places(body: Listing, outline: Outline) -> dict[str, tuple[str, int]]:
    """列名 → 所属的表格型事实和第几列。"""
    return {
        column.key: (key, number)
        for key in (body.field, body.beside)
        if (field := outline.field(key)) is not None
        for number, column in enumerate(field.columns)
    }


def _drop_empty_clauses(text: str, empty: Container[str]) -> str:
    """一格为空时，用到它的那一句不写。"""
    clauses = re.findall(r"[^。]*。|[^。]+$", text)
    kept = [c for c in clauses if not any(key in empty for key in _COLUMN.findall(c))]
    return "".join(kept)


def ordinal(style: str, number: int) -> str:
    """编号：一是、1.、（一）、（1）。"""
    han = chinese(number)
    return {
        "一是": f"{han}是",
        "1.": f"{number}.",
        "（一）": f"（{han}）",
        "（1）": f"（{number}）",
    }[style]


def chinese(number: int) -> str:
    """1–99 的汉字数字：十、十一、二十、二十三。"""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens - 1]}十"
    return head + (_DIGITS[ones - 1] if ones else "")
