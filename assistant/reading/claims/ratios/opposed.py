"""相反两项的率：完成13个，未完成5个，完成率是完成的占两项之和。"""

import re
from collections.abc import Sequence

from assistant.domain.quantities import Dimension
from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import COMPLETED, OF_ALL, SAVED, Formula
from assistant.reading.claims.judging.judging import Claim, Input
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


_DECIDED = re.compile("^(?:提起)?公?[起批]?[诉捕]率")
_NEGATIVE = re.compile("^[不未]")
_FAILED = re.compile("不(?:合格|及格|达标)")
_ALL = re.compile(
    "受理|审结|办结|申请|登记|总[数量额]|总计|合计|应|收到|回收|收回|抽检|检查|检测|检验|送检|抽查|样本|问卷|参加|调查"
)


def is_rest(paragraph: Paragraph, name: str, whole: int) -> bool:
    """不捕率除的是捕与不捕之和，不是“批准逮捕”那一头；受理、审结的才是全部。

    起诉率、批捕率除的是诉与不诉之和，审结的里还有退查、移送的，也不是。
    """
    return bool(_DECIDED.search(name)) or (
        bool(_NEGATIVE.match(name)) and not _ALL.search(paragraph.lead(whole))
    )


def other_ways(
    paragraph: Paragraph, part: int, wholes: Sequence[int]
) -> tuple[tuple[Formula, tuple[Input, ...]], ...]:
    """审结10件15人，其中不捕2件3人：件数、人数都可以算；分子分母是两头的，合起来算。"""
    items = paragraph.items
    found: list[tuple[Formula, tuple[Input, ...]]] = []
    for whole in wholes:
        pair = [_companion(paragraph, i) for i in (part, whole)]
        if min(pair) >= 0 and same_unit(items[pair[0]], items[pair[1]]):
            found.append((COMPLETED, _inputs(paragraph, *pair)))
        if is_split([paragraph.subjects[i].core for i in (part, whole)]):
            found.append((OF_ALL, _inputs(paragraph, part, whole)))
        if (failed := _failed(paragraph, part, whole)) >= 0:
            found.append((SAVED, (plain(items[whole], "whole"), plain(items[failed], "rest"))))
    return tuple(found)


def _failed(paragraph: Paragraph, part: int, whole: int) -> int:
    """优秀、良好、合格、不合格各几个，合格率：不合格的之外都合格；没有说不合格几个的为 -1。"""
    items = paragraph.items
    near = range(part + 1, min(len(items), part + 3))
    rest = (i for i in near if _FAILED.search(items[i].lead) and same_unit(items[i], items[whole]))
    return next(rest, -1)


def _companion(paragraph: Paragraph, at: int) -> int:
    """156件221人：紧挨着的另一种单位的数；没有为 -1。"""
    items = paragraph.items
    for index in (at + 1, at - 1):
        first = min(at, index)
        near = 0 <= index < len(items) and not paragraph.between(first, first + 1)
        counted = near and items[index].dimension is Dimension.COUNT is items[at].dimension
        if counted and not same_unit(items[index], items[at]):
            return index
    return -1


def _inputs(paragraph: Paragraph, part: int, whole: int) -> tuple[Input, ...]:
    return plain(paragraph.items[part], "actual"), plain(paragraph.items[whole], "rest")
