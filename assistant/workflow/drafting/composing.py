"""成文：按大纲把一节写成带占位符的文字。没有模型时全部章节都由此而来。

一行一段；表格用一行 [[表n]] 占位，n 是本节的第几张表。
"""

import re
from collections.abc import Iterator, Sequence

from assistant.domain.ledger import Ledger
from assistant.domain.outline import (
    Listing,
    Narrative,
    Outline,
    Section,
    Sentence,
    TableBody,
    Template,
    Verbatim,
)
from assistant.workflow.drafting.printing import cell_address, is_flat

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
                lines += ["{{" + field + "}}"] if ledger.has(field) else []
            case Template(sentences=sentences) | Narrative(prose=sentences):
                lines += _prose(sentences, ledger)
            case Listing():
                lines += _listing(body, outline, ledger)
            case TableBody():
                tables += 1
                lines.append(table_line(tables))
    return "\n".join(lines)


def _prose(sentences: Sequence[Sentence], ledger: Ledger) -> list[str]:
    text = "".join(_sentence(sentence, ledger) for sentence in sentences)
    return [line for line in text.split("\n") if line]


def _sentence(sentence: Sentence, ledger: Ledger) -> str:
    """选出能印的一种说法：增减为零用 flat，缺值用 or_else，再缺就不写这句。"""
    if sentence.flat and any(is_flat(key, ledger) for key in sentence.keys):
        return sentence.flat
    for text in (sentence.text, sentence.or_else):
        if text and all(ledger.has(key) for key in Sentence(text=text).keys):
            return text
    return ""


def _listing(body: Listing, outline: Outline, ledger: Ledger) -> Iterator[str]:
    field = outline.field(body.field)
    columns = [column.key for column in field.columns] if field else []
    for row, cells in enumerate(ledger.rows.get(body.field, ())):

        def address(match: re.Match[str], row: int = row) -> str:
            return "{{" + cell_address(body.field, row, columns.index(match[1])) + "}}"

        kept = _drop_empty_clauses(body.text, columns, cells)
        yield ordinal(body.style, row + 1) + _COLUMN.sub(address, kept)


def _drop_empty_clauses(text: str, columns: Sequence[str], cells: Sequence[str]) -> str:
    """一格为空时，用到它的那一句不写。"""
    clauses = re.findall(r"[^。]*。|[^。]+$", text)
    kept = [
        clause
        for clause in clauses
        if all(cells[columns.index(key)] for key in _COLUMN.findall(clause))
    ]
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
