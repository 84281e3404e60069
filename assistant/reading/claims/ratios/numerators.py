"""率的分子：前面的数里哪几个够得上，别的可能是哪几个。"""

from collections.abc import Sequence

from assistant.reading.claims.ratios.denominators import DUE, GAP, NOT
from assistant.reading.claims.ratios.rate_names import related
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import same_unit
from assistant.reading.text.labels import PLANNED


def numerators(paragraph: Paragraph, name: str, before: Sequence[int]) -> list[int]:
    """能作分子的数：名称对得上的在先，再由近及远；未完成率找未完成的，缺口、结余只有缺口率、结余率找。"""
    subjects, negative = paragraph.subjects, bool(NOT.search(name))
    found = [
        i
        for i in before
        if subjects[i].basis not in PLANNED
        and not DUE.search(paragraph.lead(i))
        and bool(NOT.search(paragraph.items[i].label.core)) is negative
        and (not GAP.search(paragraph.lead(i)) or GAP.search(name) is not None)
    ]
    return sorted(found, key=lambda i: not related(name, paragraph, i))


def rivals(paragraph: Paragraph, at: int, parts: Sequence[int], wholes: Sequence[int]) -> list[int]:
    """分子也可能是的：紧挨着的一个，和名称一样对得上的（整改688个，持续整改的4个）。"""
    name, unit = paragraph.items[at].name, paragraph.items[parts[0]]
    alike = [i for i in parts[1:] if related(name, paragraph, i)]
    alike = [i for i in alike if same_unit(paragraph.items[i], unit)] if alike else []
    return list(dict.fromkeys((*(i for i in parts[1:2] if i not in wholes), *alike[:3])))


def own_part(paragraph: Paragraph, at: int, before: list[int]) -> list[int]:
    """计划2万亩，完成1万亩，完成率50%；计划300人，培训315人，完成率105%：分号前后各算各的。"""
    items = paragraph.items
    own = [i for i in before if items[i].part == items[at].part]
    full = [i for i in own if not GAP.search(paragraph.lead(i))]
    paired = any(same_unit(items[i], items[j]) for i in full for j in full if i < j)
    return own if paired else before


def of_this_year(paragraph: Paragraph, found: list[int]) -> list[int]:
    """同一项说了本年又说上年的，上年的是拿来比的。"""
    subjects = paragraph.subjects
    last = [i for i in found if subjects[i].year == -1]
    if not last:
        return found
    own = {subjects[i][:2] for i in found if subjects[i].year != -1}
    return [i for i in found if subjects[i].year != -1 or subjects[i][:2] not in own]
