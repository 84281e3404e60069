"""合计之前的同类数：往前找，找到另一个合计、列举的开头为止。"""

import re
from collections.abc import Iterator

from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.items import Item, Paragraph
from assistant.reading.claims.sentence.kinds import same_unit
from assistant.reading.text.labels import PLANNED

ADDENDS = (Role.LEVEL, Role.FLOW)
FULL = re.compile(r"(?:总分|满分|总得分|综合得分|自评得分|合计得分|总分值|得分合计)(?:值)?$")


def backwards(paragraph: Paragraph, at: int) -> Iterator[int]:
    """同一句里往前的同类数，到另一个合计、列举的开头为止。"""
    item = paragraph.items[at]
    for index in paragraph.back(at - 1):
        other = paragraph.items[index]
        if other.sentence != item.sentence or other.depth < item.depth:
            return
        if other.depth > item.depth:
            continue
        if other.role in ADDENDS and same_unit(other, item):
            if _ended(other):
                return
            yield index
        if other.opens is not None:
            return


def is_planned(paragraph: Paragraph, index: int) -> bool:
    """说的是预算、计划数。"""
    return paragraph.subjects[index].basis in PLANNED


def _ended(other: Item) -> bool:
    """那一项自己就是合计；“得分分别为”起头的不是。"""
    return other.totals or bool(FULL.search(other.label.core) and other.each != "分别")
