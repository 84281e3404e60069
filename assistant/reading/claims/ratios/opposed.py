"""相反两项的率：完成13个，未完成5个，完成率是完成的占两项之和。"""

from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import OF_ALL
from assistant.reading.claims.judging.judging import Claim
from assistant.reading.claims.sentence.closure import is_split
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import same_unit


def both_ways(paragraph: Paragraph, at: int, part: int) -> Claim | None:
    """紧挨着分子、名称相反的另一项；两项合起来就是全部。"""
    items, other = paragraph.items, part + 1
    if other >= at or not same_unit(items[part], items[other]):
        return None
    if not is_split([paragraph.subjects[i].core for i in (part, other)]):
        return None
    inputs = (plain(items[part], "actual"), plain(items[other], "rest"))
    span = paragraph.flow.span(items[part].spot.start, items[at].spot.end)
    return Claim(Relationship.RATIO, OF_ALL, inputs, plain(items[at], "rate"), span)
