"""断言的毛病：把不一致的断言写成给办事人员看的话。

每条不一致的断言恰由一条规则报告：先看错因，再看关系；运算数是推定的一律存疑。
"""

from collections.abc import Iterator

from assistant.checks.dossier import Dossier
from assistant.domain.document import Document
from assistant.domain.findings import Fault, Span
from assistant.domain.statements import Cause, Operand, Relationship, Statement, Verdict

_MAX_SENTENCE = 120
_MAX_SHOWN = 6
LAST_DIGIT = (Cause.TRUNCATED, Cause.LAST_DIGIT)
COPIED = (Cause.NEIGHBOUR, Cause.LAST_YEAR)
OWN = (Cause.WRONG_BASE, Cause.SIGN, Cause.UNIT, Cause.DIGITS, Cause.OMITTED, *COPIED)
_WHAT = {
    Relationship.YOY_AMOUNT: "增减额",
    Relationship.YOY_PERCENT: "增减率",
    Relationship.SUM: "合计",
    Relationship.DIFFERENCE: "差额",
    Relationship.RATIO: "占比",
    Relationship.EXECUTION_RATE: "完成率",
    Relationship.SCORE_SUM: "总分",
    Relationship.AVERAGE: "平均数",
    Relationship.COUNT: "个数",
    Relationship.GRADE: "等级",
    Relationship.SAME_AS: "这个数",
    Relationship.OTHER: "这个数",
}


def by_cause(dossier: Dossier, *causes: Cause) -> Iterator[Statement]:
    """某些错因的、有把握的不一致断言；得分另由得分的规则报告。"""
    for each in _wrong(dossier):
        if each.certain and each.cause in causes and each.relationship not in _SCORES:
            yield each


def by_relation(dossier: Dossier, *relations: Relationship) -> Iterator[Statement]:
    """某几种关系的、没有专门错因规则的不一致断言。"""
    for each in _wrong(dossier):
        elsewhere = each.cause in LAST_DIGIT or (
            each.cause in OWN and each.relationship not in _SCORES
        )
        if each.relationship in relations and each.certain and not elsewhere:
            yield each


def uncertain(dossier: Dossier) -> Iterator[Statement]:
    """运算数由上下文推定的不一致断言。"""
    for each in _wrong(dossier):
        if not each.certain and each.cause not in LAST_DIGIT:
            yield each


def last_digit(dossier: Dossier) -> Iterator[Statement]:
    """只差末一位的断言。"""
    return (each for each in _wrong(dossier) if each.cause in LAST_DIGIT)


_SCORES = (Relationship.SCORE_SUM, Relationship.AVERAGE, Relationship.GRADE)


def _wrong(dossier: Dossier) -> Iterator[Statement]:
    return (s for s in dossier.reading.statements if s.verdict is Verdict.INCONSISTENT)


def fault_of(dossier: Dossier, statement: Statement, advice: str = "") -> Fault:
    """一条断言写成毛病：位置取所声称的数连同它前面的词。"""
    document = dossier.document
    where = around(document, statement.stated)
    return Fault(
        where=where,
        found=squeezed(document.quote(where)),
        expected=statement.expected,
        message=f"{account(statement)}{_cause(statement)}{advice}",
        suggestion=mended(document, statement),
        cause=statement.cause.value,
    )


def account(statement: Statement) -> str:
    """写着什么、怎么算、应是什么。"""
    operands = "、".join(shown(operand) for operand in statement.operands[:_MAX_SHOWN])
    more = "等" if len(statement.operands) > _MAX_SHOWN else ""
    what = _WHAT[statement.relationship]
    return (
        f"{what}写{shown(statement.stated)}，按{statement.formula}（{operands}{more}）"
        f"应为{statement.expected}。"
    )


def around(document: Document, operand: Operand) -> Span:
    """一个数连同同一分句里它前面的字。"""
    start = operand.span.start
    floor = max(0, start - 24)
    while start > floor and document.text[start - 1] not in "，。；：、！？,;\n\t（(）)":
        start -= 1
    while start < operand.span.start and document.text[start].isspace():
        start += 1
    return Span(start, operand.span.end)


def squeezed(text: str) -> str:
    """去掉换行和空格，一行看完。"""
    return "".join(text.split())


def shown(operand: Operand) -> str:
    """一个数照原文单位写出。"""
    return operand.text or str(operand.quantity)


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
