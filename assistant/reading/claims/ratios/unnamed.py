"""本段里没说是哪一种的收支：占一般公共预算支出的，可能就是前面的“支出安排100万元”。"""

import re

from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import same_unit

_BARE = re.compile(
    "(?:全年|本年|当年|本级)?(?P<side>支出|收入)(?:预算)?(?:拟?安排|完成|合计|总计|总额|预计)*"
)
_SIDE = re.compile("(?P<side>支出|收入)(?:合计|总计|总额|的)*$")
_STOCKS = (Role.LEVEL, Role.REACHED, Role.FLOW)


def unnamed(paragraph: Paragraph, part: int, said: str) -> list[int]:
    """所占 said 是支出（收入）的：本段前面光叫支出（收入）的同类数，近的在先。"""
    items, side = paragraph.items, _SIDE.search(said)
    if side is None:
        return []
    return [
        i
        for i in paragraph.back(part - 1)
        if items[i].role in _STOCKS
        and same_unit(items[i], items[part])
        and (bare := _BARE.fullmatch(items[i].label.core)) is not None
        and bare["side"] == side["side"]
    ]
