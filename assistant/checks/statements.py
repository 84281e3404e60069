"""断言的毛病：把不一致的断言写成给办事人员看的话。

每条不一致的断言恰由一条规则报告：先看错因，再看关系；运算数是推定的一律存疑。
"""

from collections.abc import Iterator, Sequence

from assistant.checks.dossier import Dossier
from assistant.checks.mending import mended, mends, shown, squeezed
from assistant.domain.document import Document
from assistant.domain.findings import Fault, Span
from assistant.domain.statements import Cause, Operand, Relationship, Statement
from assistant.reading.claims.judging.formulas import PER_HEAD, PRORATED, SAME, Formula

_MAX_SHOWN = 6
_LESS = "less"
LAST_DIGIT = (Cause.TRUNCATED, Cause.LAST_DIGIT)
COPIED = (Cause.NEIGHBOUR, Cause.LAST_YEAR)
MOVED = (Cause.ROWS, Cause.COLUMNS, Cause.YEARS)
PARTS = (Cause.OMITTED, Cause.STALE)
OWN = (
    *(Cause.WRONG_BASE, Cause.OPENING, Cause.SIGN, Cause.UNIT, Cause.POINTS, Cause.DIGITS),
    *COPIED,
    *MOVED,
    *PARTS,
)
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
    for each in wrong(dossier):
        if each.certain and each.cause in causes and not _scored(each):
            yield each


def by_relation(dossier: Dossier, *relations: Relationship) -> Iterator[Statement]:
    """某几种关系的、没有专门错因规则的不一致断言。"""
    for each in wrong(dossier):
        if each.relationship in relations and each.certain and not _elsewhere(each):
            yield each


def _elsewhere(statement: Statement) -> bool:
    """由专门的错因规则报告。"""
    own = statement.cause in (*OWN, Cause.BASE_LABEL) and not _scored(statement)
    return own or statement.cause in LAST_DIGIT


def _scored(statement: Statement) -> bool:
    """得分、等级、得分的平均，由得分的规则报告；人均不算。"""
    return statement.relationship in _SCORES and statement.formula != PER_HEAD.words


def by_formula(dossier: Dossier, formula: Formula) -> Iterator[Statement]:
    """某一算式的、有把握的不一致断言，没有专门错因规则的。"""
    for each in wrong(dossier):
        if each.formula == formula.words and each.certain and not _elsewhere(each):
            yield each


def uncertain(dossier: Dossier) -> Iterator[Statement]:
    """运算数由上下文推定的不一致断言。"""
    for each in wrong(dossier):
        told = each.formula == PRORATED.words or each.cause in (Cause.YEAR, Cause.BASE_LABEL)
        if not each.certain and each.cause not in LAST_DIGIT and not told:
            yield each


def last_digit(dossier: Dossier) -> Iterator[Statement]:
    """只差末一位的断言。"""
    return (each for each in wrong(dossier) if each.cause in LAST_DIGIT)


_SCORES = (Relationship.SCORE_SUM, Relationship.AVERAGE, Relationship.GRADE)


def wrong(dossier: Dossier) -> Sequence[Statement]:
    """不成立的断言；同一个错的连带不另报。"""
    return dossier.reading.wrong


def fault_of(dossier: Dossier, statement: Statement, advice: str = "") -> Fault:
    """一条断言写成毛病：位置取写错的数（有旁证时），否则取所声称的数，连同它前面的词。"""
    document = dossier.document
    culprit = statement.culprit if statement.pinned else None
    where = around(document, culprit or statement.stated)
    return Fault(
        where=where,
        found=squeezed(document.quote(where)),
        expected=statement.mended or statement.expected if culprit else statement.expected,
        message=f"{account(document, statement)}{_cause(statement)}{advice}",
        suggestion=mended(dossier, statement),
        cause=statement.cause.value,
    )


def account(document: Document, statement: Statement) -> str:
    """写着什么、怎么算、应是什么；两处应相同的，说另一处在哪里。"""
    operands = "、".join(shown(operand) for operand in statement.operands[:_MAX_SHOWN])
    if statement.formula == SAME.words:
        there = document.place(statement.operands[0].span.start)
        other = f"另一处（{there}）" if there else "另一处"
        return f"这里写{shown(statement.stated)}，{other}写{operands}，两处应当相同。"
    more = "等" if len(statement.operands) > _MAX_SHOWN else ""
    what = _WHAT[statement.relationship]
    if any(operand.role == _LESS for operand in statement.operands):
        how = _worked(statement)
    else:
        how = f"{statement.formula}（{operands}{more}）"
    return f"{what}写{shown(statement.stated)}，按{how}应为{statement.expected}。"


def _worked(statement: Statement) -> str:
    """有加有减的，写成算式：660.00万元－145.00万元。"""
    first, *rest = statement.operands
    steps = (f"{'－' if each.role == _LESS else '＋'}{shown(each)}" for each in rest)
    return "".join((shown(first), *steps))


def around(document: Document, operand: Operand) -> Span:
    """一个数连同同一分句里它前面的字。"""
    start = operand.span.start
    floor = max(0, start - 24)
    while start > floor and document.text[start - 1] not in "，。；：、！？,;\n\t（(）)":
        start -= 1
    while start < operand.span.start and document.text[start].isspace():
        start += 1
    return Span(start, operand.span.end)


def _cause(statement: Statement) -> str:
    if statement.cause is Cause.NONE:
        return ""
    text = f"错因：{statement.cause.value}"
    elsewhere = [m for m in mends(statement) if m.operand.span != statement.stated.span and m.text]
    if elsewhere:
        said = "、".join(f"“{shown(m.operand)}”疑为“{m.text}”" for m in elsewhere)
        text += f"（{said}）"
    return f"{text}。"
