"""一条合计断言怎样立：各项、总数、所列是不是全部。"""

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.domain.intervals import Interval
from assistant.domain.quantities import Dimension
from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import TOTAL
from assistant.reading.claims.judging.judging import Claim, Input, agrees
from assistant.reading.claims.sentence.closure import is_closed, is_opposed
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain, signed
from assistant.reading.claims.sentence.items import REACH, Item, Paragraph
from assistant.reading.claims.sentence.naming import plural, same_thing

_OF = {Dimension.SCORE: Relationship.SCORE_SUM, Dimension.COUNT: Relationship.COUNT}
_EXHAUSTED = re.compile(
    r"分别[为是]|部分构成|部分组成|构成[为如：]|具体[为是：]"
    "|(?:分项|具体|构成|明细)情况(?:分别)?(?:为|是|如下)"
)
_FOR = re.compile("用于(?:以下|下列)(?:[几两三四五六七八九十]+个?)?方面：")
_BELOW = re.compile("(?:具体|明细|构成|分项)(?:情况)?如下")
_COMPOSED = re.compile("(?:[^，。；（）]|（[^（）]*）){0,40}?(?:组成|构成)[，。；]")
_WITHIN = re.compile("^其中：?")
_YEARS = re.compile("本年[^，。；\n]{0,8}[收支][入出]")  # 总计就是结转和本年的两项
_POSTS = "编制"  # 工作人员里行政编制、事业编制各几人：还有编制之外的


def total_claim(
    paragraph: Paragraph, whole: int, parts: Sequence[int], *, certain: bool = True
) -> Claim:
    """总数 whole 是 parts 之和。"""
    items = paragraph.items
    first, last = min(whole, *parts), max(whole, *parts)
    closed = _closed(paragraph, whole, parts)
    shared = not closed and _shared_out(paragraph, whole, parts)
    deducted = "扣" in paragraph.lead(whole)
    return Claim(
        Relationship.SUM if deducted else _OF.get(items[whole].dimension, Relationship.SUM),
        TOTAL,
        tuple(part_of(items[i], n) for n, i in enumerate(parts, 1)),
        part_of(items[whole], 0),
        paragraph.flow.span(items[first].spot.start, items[last].spot.end),
        certain=certain and not shared,
        closed=closed or shared,
    )


def _shared_out(paragraph: Paragraph, whole: int, parts: Sequence[int]) -> bool:
    """用于以下方面：教育……，占40%；卫生……，占25%：逐项说了占比、没写“等”的，应当列全。"""
    items = paragraph.items
    if whole > parts[0] or not _FOR.search(paragraph.between(whole, parts[0])):
        return False
    after = [items[i + 1 : i + 2] for i in parts]
    told = all(each and each[0].role is Role.SHARE for each in after)
    return told and "等" not in paragraph.after(parts[-1] + 1)[:4]


def _closed(paragraph: Paragraph, whole: int, parts: Sequence[int]) -> bool:
    """所列是不是全部：话里说了、名称成套，或各项占比合起来是百分之百。"""
    names = [paragraph.subjects[i].core for i in parts]
    if is_closed(names) and (_POSTS in paragraph.subjects[whole].core or _POSTS not in names[0]):
        return True
    leads = "\n".join(paragraph.lead(i) for i in parts)
    if "结转" in leads and _YEARS.search(leads):
        return True
    if is_opposed([_WITHIN.sub("", paragraph.lead(i)) for i in parts]):
        return True
    if _is_spelled(paragraph.subjects[whole].core, names):
        return True
    if _COMPOSED.match(paragraph.after(parts[-1])):
        return True
    ended = paragraph.items[parts[0]].marked and paragraph.after(parts[-1]).startswith("。")
    if ended and _BELOW.search(paragraph.between(whole, parts[0])):
        return True
    if whole < parts[0] and _EXHAUSTED.search(paragraph.between(whole, parts[0])):
        return True
    last = paragraph.items[parts[-1]].sentence
    shares = [
        item.quantity
        for item in paragraph.items[whole : parts[-1] + REACH]
        if item.role is Role.SHARE and item.sentence == last
    ]
    if len(shares) != len(parts):
        return False
    slack = sum((Interval.printed(each).high - each.base for each in shares), Decimal(0))
    return abs(sum((each.base for each in shares), Decimal(0)) - 1) <= slack


def _is_spelled(whole: str, names: Sequence[str]) -> bool:
    """企业和事业单位共30户，其中：企业10户，事业单位20户：总数的名称已经点全了各项。"""
    told = plural(whole)
    return len(told) == len(names) and all(
        same_thing(one, other) >= 2 for one, other in zip(told, names, strict=True)
    )


def holds(paragraph: Paragraph, whole: int, parts: Sequence[int]) -> bool:
    """加起来正是总数。"""
    items = paragraph.items
    inputs = [part_of(items[i], n) for n, i in enumerate(parts, 1)]
    return agrees(TOTAL, inputs, part_of(items[whole], 0))


def part_of(item: Item, number: int) -> Input:
    """第 number 项；零是总数。"""
    role = f"part{number}" if number else "total"
    return signed(item, role) if item.role is Role.CHANGE else plain(item, role)
