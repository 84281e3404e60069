"""断言的毛病：把不一致的断言写成给办事人员看的话。"""

from collections.abc import Iterator

from assistant.checks.dossier import Dossier
from assistant.domain.document import Document
from assistant.domain.findings import Fault, Span
from assistant.domain.statements import Cause, Operand, Relationship, Statement, Verdict

_MAX_SENTENCE = 120


def inconsistent(
    dossier: Dossier,
    *relations: Relationship,
    causes: tuple[Cause, ...] = (),
    without: tuple[Cause, ...] = (),
    certain: bool | None = None,
) -> Iterator[Statement]:
    """某几种关系、某些错因的不一致断言。"""
    for statement in dossier.reading.statements:
        if statement.verdict is not Verdict.INCONSISTENT:
            continue
        if relations and statement.relationship not in relations:
            continue
        if causes and statement.cause not in causes:
            continue
        if statement.cause in without or certain not in (None, statement.certain):
            continue
        yield statement


def fault_of(dossier: Dossier, statement: Statement, message: str, *, why: str = "") -> Fault:
    """一条断言写成毛病：位置取所声称的数连同它前面的词。"""
    document = dossier.document
    where = around(document, statement.stated)
    return Fault(
        where=where,
        found=squeezed(document.quote(where)),
        expected=statement.expected,
        message=f"{message}{_cause(statement)}{why}",
        suggestion=mended(document, statement),
        cause=statement.cause.value,
    )


def around(document: Document, operand: Operand) -> Span:
    """一个数连同同一分句里它前面的字。"""
    start = operand.span.start
    floor = max(0, start - 24)
    while start > floor and document.text[start - 1] not in "，。；：、！？,;\n（(）)":
        start -= 1
    while start < operand.span.start and document.text[start].isspace():
        start += 1
    return Span(start, operand.span.end)


def squeezed(text: str) -> str:
    """去掉换行和空格，一行看完。"""
    return "".join(text.split())


def shown(operand: Operand) -> str:
    """一个数照原文单位写出。"""
    return str(operand.quantity)


def _cause(statement: Statement) -> str:
    if statement.cause is Cause.NONE:
        return ""
    text = f"错因：{statement.cause.value}"
    culprit = statement.culprit
    if culprit is not None and culprit.span != statement.stated.span and statement.mended:
        text += f"（“{shown(culprit)}”疑为“{statement.mended}”）"
    return f"{text}。"


def mended(document: Document, statement: Statement) -> str:
    """改好的句子；没有把握改哪个数时为空。"""
    culprit = statement.culprit or statement.stated
    replacement = statement.mended or statement.expected
    if not replacement:
        return ""
    start, end = _sentence(document.text, culprit.span)
    text = document.text[start : culprit.span.start] + replacement
    text = squeezed(text + document.text[culprit.span.end : end])
    return text if len(text) <= _MAX_SENTENCE * 2 else ""


def _sentence(text: str, span: Span) -> tuple[int, int]:
    start = max((text.rfind(mark, 0, span.start) for mark in "。；！？"), default=-1) + 1
    ends = [at for mark in "。；！？" if (at := text.find(mark, span.end)) >= 0]
    return max(start, span.start - _MAX_SENTENCE), min([*ends, span.end + _MAX_SENTENCE])
