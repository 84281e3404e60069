"""合计在后的：A万元、B万元，合计C万元；往前找它是哪几项之和。"""

import re
from collections.abc import Sequence

from assistant.domain.quantities import Dimension
from assistant.reading.claims.cues import Role
from assistant.reading.claims.items import Item, Paragraph
from assistant.reading.claims.naming import plural, same_thing
from assistant.reading.claims.nesting import same_unit
from assistant.reading.text.labels import GENERIC

_STOCKS = (Role.LEVEL, Role.FLOW)
_TOTAL_NAME = re.compile(
    r".{0,4}?(?:合计|总计|共计|累计|总共|共|小计)?(?:投入|支出|支付|安排|拨付|到位|发放|落实|下达|使用|筹集|收到)?"
)
_TO_DATE = re.compile("累计([^，。；：]{1,8})$")
SEVERAL = re.compile(r"[^、]{2}、[^、]{2,}共|[^、]{2}、.*(?:合计|总计|小计)")
_ADDED = re.compile(r"^(?:再)?加(?:上)?")
_FULL = re.compile(r"(?:总分|满分|总得分|综合得分|自评得分|合计得分|总分值|得分合计)(?:值)?$")


def addends(paragraph: Paragraph, at: int) -> list[int]:
    """合计之前的各项；写明是哪几项之和的，按名称取。"""
    item, subject = paragraph.items[at], paragraph.items[at].label.core
    if item.totals and (named := _named(paragraph, at, plural(subject))):
        return named
    if item.totals and (SEVERAL.search(paragraph.lead(at)) or _foremost(paragraph, at)):
        return []
    score = item.dimension is Dimension.SCORE and _FULL.search(subject)
    if not score and not (item.totals and _bare(subject)):
        return []
    parts: list[int] = []
    for index in paragraph.back(at - 1):
        other = paragraph.items[index]
        if other.sentence != item.sentence or other.depth != item.depth:
            break
        if other.role in _STOCKS and same_unit(other, item):
            if _ended(other):
                break
            parts.insert(0, index)
        if other.opens is not None:
            break
    if parts and _ADDED.match(paragraph.lead(parts[0])):
        first = _added_to(paragraph, parts[0])
        return [first, *parts] if first >= 0 else []
    return parts


def _foremost(paragraph: Paragraph, at: int) -> bool:
    """前三名合计：是别处排过的前几名，不是这一句里的各项。"""
    return at > 0 and paragraph.items[at - 1].label.core.endswith("前")


def _added_to(paragraph: Paragraph, at: int) -> int:
    """上一句说了本级收入，这一句“加”起头：从上一句的数加起；没有为 -1。"""
    items = paragraph.items
    for index in paragraph.back(at - 1):
        if items[index].sentence < items[at].sentence - 1:
            break
        if items[index].role in _STOCKS and same_unit(items[index], items[at]):
            return index
    return -1


def _bare(name: str) -> bool:
    """没有自己的名称，或只是“三年、共、合计”。"""
    return name in GENERIC or bool(_TOTAL_NAME.fullmatch(name))


def _ended(other: Item) -> bool:
    """那一项自己就是合计；“得分分别为”起头的不是。"""
    return other.totals or bool(_FULL.search(other.label.core) and other.each != "分别")


def _named(paragraph: Paragraph, at: int, names: Sequence[str]) -> list[int]:
    """满意和基本满意合计：前面名为满意、基本满意的两项。"""
    found: list[int] = []
    for name in names:
        for index in paragraph.before(at, *_STOCKS):
            exact = same_thing(name, paragraph.subjects[index].core) >= 3
            if exact and same_unit(paragraph.items[index], paragraph.items[at]):
                found.append(index)
                break
    return found if len(found) == len(names) else []


def same_doing(paragraph: Paragraph, at: int, parts: Sequence[int]) -> bool:
    """累计支付：各项说的也是支付，才是它们之和；各项是到位的，累计支付是另一回事。"""
    doing = _TO_DATE.search(paragraph.lead(at))
    return doing is None or all(doing[1] in paragraph.lead(i) for i in parts)
