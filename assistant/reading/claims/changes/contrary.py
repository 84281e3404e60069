"""自相矛盾的增减：增减额说增，紧接着的增减率说降，不用算就知道有一个写反。

某项支出比上年增加12万元，下降3.0%。
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from assistant.domain.findings import Span
from assistant.domain.statements import Cause, Operand, Relationship, Statement, Verdict
from assistant.reading.claims.changes.moves import Move, moves
from assistant.reading.claims.sentence.directions import DOWN, TAIL, UP, last_direction, opposite
from assistant.reading.claims.sentence.items import Paragraph

_BARE = re.compile(rf"(?:同比|环比|同口径|较上年|比上年|较去年|比去年)?(?:{UP}|{DOWN}){TAIL}")
_FORMULA = "增减额与增减率同增同减"


def contrary_statements(paragraph: Paragraph) -> Iterator[Statement]:
    """一段里额与率说反了的各处；两个数挨着、率前面只有增减用词的才算。"""
    items = paragraph.items
    if not any(a.direction * b.direction < 0 for a, b in pairwise(items)):
        return
    for move in moves(paragraph):
        lone = len(move.amounts) == len(move.rates) == 1
        if lone and move.rates[0] == move.amounts[0] + 1 and _opposed(paragraph, move):
            yield from _statement(paragraph, move)


def merged(near: Iterable[Statement], contrary: Iterable[Statement]) -> Iterator[Statement]:
    """两头的数都找得到、断得定谁写反的，照那一条；断不定的只说自相矛盾。"""
    near, contrary = tuple(near), tuple(contrary)
    turned = [s for s in near if s.cause is Cause.SIGN]
    sure = [s.stated.span for s in turned if s.certain]
    kept = [c for c in contrary if not any(_touches(c, span) for span in sure)]
    doubted = {s.stated.span for s in turned for c in kept if _touches(c, s.stated.span)}
    yield from (s for s in near if s.cause is not Cause.SIGN or s.stated.span not in doubted)
    yield from kept


def _touches(contrary: Statement, span: Span) -> bool:
    return contrary.span.start <= span.start and span.end <= contrary.span.end


def _opposed(paragraph: Paragraph, move: Move) -> bool:
    amount, rate = paragraph.items[move.amounts[0]], paragraph.items[move.rates[0]]
    near = rate.clause - amount.clause == 1 and rate.depth == amount.depth
    told = _BARE.fullmatch(rate.lead) and amount.quantity.value and rate.quantity.value
    return near and bool(told) and amount.direction * rate.direction < 0


def _statement(paragraph: Paragraph, move: Move) -> Iterator[Statement]:
    amount, rate = paragraph.items[move.amounts[0]], paragraph.items[move.rates[0]]
    start = amount.spot.end
    at, word = last_direction(paragraph.text[start : rate.spot.start])
    if not word or not opposite(word):
        return
    span = paragraph.flow.span(start + at, start + at + len(word))
    yield Statement(
        Relationship.YOY_PERCENT,
        (Operand("change", amount.quantity, amount.mention.span),),
        Operand("word", rate.quantity, span, text=word),
        paragraph.flow.span(amount.spot.start, rate.spot.end),
        Verdict.INCONSISTENT,
        expected=opposite(word),
        formula=_FORMULA,
        cause=Cause.SIGN,
    )
