"""也说得通的分母：就业率有的除以人次，执行率有的除以到位的资金；照这样算得通的不算错。"""

import re
from collections.abc import Collection, Iterator

from assistant.domain.quantities import Dimension
from assistant.reading.claims.judging.formulas import COMPLETED, Formula
from assistant.reading.claims.judging.judging import Input
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import REACH, Paragraph

_STOCKS = (Role.LEVEL, Role.REACHED, Role.FLOW)
_PEOPLE = ("人", "人次", "名")
_ARRIVED = re.compile("到位|下达|拨付|拨入")


def stretched(
    paragraph: Paragraph, at: int, part: int, wholes: Collection[int]
) -> Iterator[tuple[Formula, tuple[Input, ...]]]:
    """某某率 at 的分子是 part、分母是 wholes 之外，还可能怎样除。"""
    items = paragraph.items
    for index in range(max(0, at - REACH), at):
        item = items[index]
        if index == part or index in wholes or item.role not in _STOCKS:
            continue
        people = item.quantity.unit in _PEOPLE and items[part].quantity.unit in _PEOPLE
        if item.depth <= items[at].depth and (people or _arrived(paragraph, index, part, at)):
            yield COMPLETED, (plain(items[part], "actual"), plain(item, "budget"))


def _arrived(paragraph: Paragraph, index: int, part: int, at: int) -> bool:
    """同一句里到位、下达的资金。"""
    items = paragraph.items
    money = items[index].dimension is Dimension.MONEY is items[part].dimension
    said = f"{paragraph.subjects[index].core}{paragraph.lead(index)}"
    return bool(money and items[index].sentence == items[at].sentence and _ARRIVED.search(said))
