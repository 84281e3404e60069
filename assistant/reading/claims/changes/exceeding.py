"""比目标多少：超收、超额完成、超出目标、低于目标值多少，是实际与目标之差。

计划220公里，实际完成226.3公里，超额完成6.3公里；满意度89.80%，低于92%的目标值2.20个百分点。
与目标相比的是总数，括号里、其中之后的各项不是；前面另有一个数减得通的，就是它。
"""

import re
from collections.abc import Collection, Iterator, Sequence

from assistant.domain.findings import Span
from assistant.domain.quantities import Dimension
from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import RATE_BY_PRIOR, TOTAL
from assistant.reading.claims.judging.judging import Claim, Doubt, Input
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.governing import ended
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import same_unit
from assistant.reading.claims.sentence.nesting import Listing
from assistant.reading.claims.sentence.owing import OWED
from assistant.reading.text.labels import PLANNED

_BEYOND = re.compile(
    "(?:超收|短收|超额完成|超额|超出|高出|少完成|多完成)(?:目标值?|计划数?|任务数?)?(?:了|为)?"
    "|超过?(?:年度|年初|全年)?(?:目标值?|计划数?|任务数?)(?:了|为)?"
    "|(?:比|较)(?:年初)?(?:计划数?|目标值?|任务数?)[多少高低超](?:了|出)?|[高低超][于过]目标值?"
    "|，?[多少][修建办种造训做干检查发放]{1,2}(?:了|出)?"
)
_THAN = re.compile("(?:高于|低于|超过|超出|比|较|少于|多于)$")
_TARGET = re.compile(
    "的?(?:年度)?(?:目标值?|计划数?|任务数?|指标值|序时(?:要求|进度)?)[多少高低超]?(?:了|出)?"
)
_AIM = re.compile("目标|计划|任务|预算|指标值")
_ACTUAL = re.compile("[，、]?(?:实际|完成|已)")
_OVER = re.compile("超额(?:完成)?(?:了|达)?")
_ROLES = (Role.LEVEL, Role.REACHED, Role.FLOW, Role.WHOLE, Role.BASE, Role.MEAN, Role.COMPLETION)
_SAID = (Role.LEVEL, Role.CHANGE, Role.LIMIT, Role.RATE)


def exceeding_claims(paragraph: Paragraph, lists: Collection[Listing]) -> Iterator[Claim]:
    """一段里说比目标多少的各处；其中之后的一项也可能另有目标，总数减不通的断不定。"""
    items, listed = paragraph.items, {i for each in lists for i in each.parts}
    for at, item in enumerate(items):
        if item.role not in _SAID or not at:
            continue
        pairs = _pairs(paragraph, at, listed)
        if not pairs:
            continue
        inputs, *others = (_inputs(paragraph, pair) for pair in pairs)
        inner = any(i in listed and items[i].host < 0 for pair in pairs for i in pair)
        inner = inner and not any(_over(paragraph, each, pairs[0], at) for each in lists)
        span = paragraph.flow.span(items[min(pairs[0])].spot.start, item.spot.end)
        if item.dimension is Dimension.RATIO:
            yield _by_rate(paragraph, at, pairs, span)
            continue
        yield Claim(
            Relationship.DIFFERENCE,
            TOTAL,
            inputs,
            plain(item, "total"),
            span,
            others=tuple((TOTAL, each) for each in others),
            doubt=Doubt.AGREE if inner else Doubt.NONE,
        )


def _over(paragraph: Paragraph, listing: Listing, pair: tuple[int, int], at: int) -> bool:
    """完成甲，其中乙、丙，超计划……：各项一个分句里列完了，再说的是总数甲。"""
    return pair[0] in listing.wholes[:1] and ended(paragraph, listing, at)


def _by_rate(paragraph: Paragraph, at: int, pairs: Sequence[tuple[int, int]], span: Span) -> Claim:
    """计划35公里，实际37.8公里，超额8.0%：超出的部分除以计划。"""
    items = paragraph.items
    ways = [(plain(items[i], "current"), plain(items[j], "prior")) for i, j in pairs]
    (formula, inputs), *rest = [(RATE_BY_PRIOR, way) for way in ways]
    stated = plain(items[at], "rate")
    others = tuple(rest)
    return Claim(Relationship.YOY_PERCENT, formula, inputs, stated, span, False, others)


def _inputs(paragraph: Paragraph, pair: tuple[int, int]) -> tuple[Input, ...]:
    """大的减小的。"""
    items = paragraph.items
    more, less = sorted(pair, key=lambda i: -items[i].quantity.base)
    return plain(items[more], "part1"), plain(items[less], "less")._replace(sign=-1)


def _pairs(paragraph: Paragraph, at: int, listed: Collection[int]) -> list[tuple[int, int]]:
    """实际数和目标数，最可能的在前；目标只有一个可能才算。"""
    items, lead = paragraph.items, paragraph.items[at].lead
    than, beyond = _TARGET.fullmatch(lead), _BEYOND.fullmatch(lead)
    if not than and not beyond:
        return []
    told = [i for i in paragraph.before(at, *_ROLES) if _comparable(paragraph, i, at)]
    if than and told[:1] == [at - 1]:
        beside = _THAN.search(items[at - 1].lead)
        return [(told[1], at - 1)] if beside and len(told) > 1 else []
    if not beyond:
        return []
    aims = [i for i in told if _aimed(paragraph, i)]
    done = [i for i in told if i not in aims]
    done.sort(key=lambda i: i in listed or items[i].host >= 0)
    return [(i, aims[0]) for i in done] if len(aims) == 1 else []


def _aimed(paragraph: Paragraph, index: int) -> bool:
    item = paragraph.items[index]
    said = f"{item.lead}{item.whole}"
    if _ACTUAL.match(item.lead):
        return False
    return (
        bool(_AIM.search(said) or OWED.search(item.lead))
        or paragraph.subjects[index].basis in PLANNED
    )


def _comparable(paragraph: Paragraph, index: int, at: int) -> bool:
    """同一类数，又在同一个分号之内；百分点是两个率之差。"""
    one, other = paragraph.items[index], paragraph.items[at]
    if one.part != other.part or one.reason != other.reason:
        return False
    if other.dimension is Dimension.POINT:
        return one.dimension is Dimension.RATIO
    if other.dimension is Dimension.RATIO:
        near = one.sentence == other.sentence and at - index <= 2
        told = _OVER.fullmatch(other.lead) and not other.mention.qualifier
        return bool(near and told) and one.dimension is not Dimension.RATIO
    return one.dimension is not Dimension.RATIO and same_unit(one, other)
