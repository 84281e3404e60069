"""改好的句子：把该改的数换上，连同它所在的那一句印出来。"""

from bisect import bisect_right

from assistant.checks.dossier import Dossier
from assistant.domain.findings import Span
from assistant.domain.statements import Mend, Operand, Statement
from assistant.reading.claims.sentence.directions import last_direction, opposite

_MAX_SENTENCE = 120
_STOPS = "。；！？"


def mended(dossier: Dossier, statement: Statement) -> str:
    """改好的句子；没有把握改哪里、表里的格、不在同一段时为空。

    旁证不足以断定错在运算数的，改所声称的数，与“应为”一致。
    """
    changes = mends(statement)
    other = statement.culprit is not None and statement.culprit.span != statement.stated.span
    if other and not statement.pinned and not statement.mends:
        changes = (Mend(statement.stated, statement.expected),)
    text = dossier.document.text
    edits = [edit for each in changes if (edit := _edit(text, each)) is not None]
    if len(edits) != len(changes):
        return ""
    edits.sort()
    whole = _paragraph(dossier, edits[0][0])
    if whole is None or edits[-1][0].end > whole.end:
        return ""
    start, _ = _sentence(text, whole, edits[0][0])
    _, end = _sentence(text, whole, edits[-1][0])
    new, at = "", start
    for span, replacement in edits:
        new += text[at : span.start] + replacement
        at = span.end
    new = squeezed(new + text[at:end])
    return new if len(new) <= _MAX_SENTENCE * 2 else ""


def mends(statement: Statement) -> tuple[Mend, ...]:
    """改好这句话的各处改动。"""
    culprit = statement.culprit or statement.stated
    return statement.mends or (Mend(culprit, statement.mended or statement.expected),)


def shown(operand: Operand) -> str:
    """一个数照原文单位写出。"""
    return operand.text or str(operand.quantity)


def squeezed(text: str) -> str:
    """去掉换行和空格，一行看完。"""
    return "".join(text.split())


def _edit(text: str, mend: Mend) -> tuple[Span, str] | None:
    """一处改动落在原文哪里、换成什么字。"""
    if not mend.turn:
        return (mend.operand.span, mend.text) if mend.text else None
    span = mend.operand.span
    if mend.operand.text:
        found = opposite(mend.operand.text)
        return (span, found) if found else None
    floor = max(0, span.start - 12)
    at, word = last_direction(text[floor : span.start])
    return (Span(floor + at, floor + at + len(word)), opposite(word)) if word else None


def _paragraph(dossier: Dossier, span: Span) -> Span | None:
    """所在的一段正文，标题不连进来；表里的格没有。"""
    flows = dossier.reading.paragraphs
    at = bisect_right(flows, span.start, key=lambda each: each.flow.origins[0]) - 1
    if at < 0 or flows[at].flow.end < span.end:
        return None
    return Span(flows[at].flow.origins[0], flows[at].flow.end)


def _sentence(text: str, whole: Span, span: Span) -> tuple[int, int]:
    """一段里的那一句，连句末的标点；太长的只取前后各 120 字。"""
    start = max(text.rfind(mark, whole.start, span.start) + 1 for mark in _STOPS)
    ends = [at for mark in _STOPS if (at := text.find(mark, span.end, whole.end)) >= 0]
    first = max(start, whole.start, span.start - _MAX_SENTENCE)
    return first, min([*(at + 1 for at in ends), whole.end, span.end + _MAX_SENTENCE])
