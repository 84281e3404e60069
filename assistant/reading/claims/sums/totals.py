"""先分后总的断言：A万元、B万元，合计C万元；三项合计；甲得分A、乙得分B，总分C。"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from assistant.domain.quantities import Dimension
from assistant.reading.claims.judging.formulas import TOTAL, Formula
from assistant.reading.claims.judging.judging import Claim, Doubt, Input
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.governing import owners
from assistant.reading.claims.sentence.items import Item, Paragraph
from assistant.reading.claims.sentence.kinds import same_unit
from assistant.reading.claims.sentence.naming import plural, same_thing
from assistant.reading.claims.sentence.nesting import Listing
from assistant.reading.claims.sums.netted import is_netted
from assistant.reading.claims.sums.summing import holds, part_of, total_claim
from assistant.reading.claims.sums.tailed import tailed
from assistant.reading.text.labels import GENERIC, PLANNED
from assistant.reading.text.numerals import numeral

_STOCKS = (Role.LEVEL, Role.FLOW)
_TOTAL_NAME = re.compile(
    r".{0,4}?(?:合计|总计|共计|累计|总共|共|小计)?(?:投入|支出|支付|安排|拨付|到位|发放|落实|下达|使用|筹集|收到)?"
)
_TO_DATE = re.compile("累计([^，。；：]{1,8})$")
_ROUND = re.compile("(?:第[一二三四五六七八九十\\d]{1,3}|首|末|前|后)[批期次轮笔]")
_SEVERAL = re.compile(r"[^、]{2}、[^、]{2,}共|[^、]{2}、.*(?:合计|总计|小计)")
_COUNTED = re.compile(r"([两二三四五六七八九十])(?:项|类|笔|者|块)[^，、]{0,6}?(?:[合共总]计|共$)")
_IN_ALL = ("共", "共计", "共有")
_ADDED = re.compile(r"^(?:再)?加(?:上)?")
_SUMMED = re.compile("[收支][入出](?:合计|总计)")
_FULL = re.compile(r"(?:总分|满分|总得分|综合得分|自评得分|合计得分|总分值|得分合计)(?:值)?$")


def total_claims(paragraph: Paragraph, lists: Sequence[Listing]) -> Iterator[Claim]:
    """一段里先分后总的合计；lists 是段里的列举，“加上”从列举的总数加起。"""
    for at, item in enumerate(paragraph.items):
        if item.role is not Role.LEVEL:
            continue
        parts = _addends(paragraph, at, lists)
        if parts and (
            is_netted(paragraph, parts)
            or _opens_own(paragraph, at, lists)
            or _other_side(paragraph, at, parts)
        ):
            continue
        if "扣" in paragraph.lead(at) and not all("扣" in paragraph.lead(i) for i in parts):
            continue
        if len(parts) > 1:
            doubt = Doubt.NONE if _same_doing(paragraph, at, parts) else Doubt.AGREE
            sure = not _unsure(paragraph, at, parts)
            claim = total_claim(paragraph, at, parts, certain=sure)
            claim = claim._replace(closed=True, doubt=doubt)
            chained = _chained(paragraph, parts, lists)
            ways = (*_headed(paragraph, parts), *((TOTAL, way) for way in chained))
            claim = claim._replace(others=ways)
            yield claim._replace(certain=False) if sure and chained else claim
        elif (item.totals or item.lead in _IN_ALL) and len(row := _row_before(paragraph, at)) > 1:
            claim = total_claim(paragraph, at, row)
            yield claim._replace(closed=True, doubt=Doubt.CAUSE)


def _opens_own(paragraph: Paragraph, at: int, lists: Sequence[Listing]) -> bool:
    """收入合计甲，其中……；支出合计乙，其中……：乙是它后面各项之和，不是前面各项的。"""
    own = (x for x in lists if x.wholes and x.wholes[0] == at and len(x.parts) > 1)
    return any(holds(paragraph, at, x.parts) for x in own)


def _other_side(paragraph: Paragraph, at: int, parts: Sequence[int]) -> bool:
    """收入合计甲，其中……；支出合计乙：分号之前的各项合的是收入，不是支出。"""
    said = paragraph.lead(at)
    other = "收入" if "支出" in said else "支出" if "收入" in said else ""
    apart = paragraph.items[parts[-1]].part != paragraph.items[at].part
    if not other or not apart:
        return False
    sums = (i for i in paragraph.back(at - 1) if _SUMMED.search(paragraph.lead(i)))
    return other in paragraph.lead(next(sums, at))


def _same_doing(paragraph: Paragraph, at: int, parts: Sequence[int]) -> bool:
    """累计支付：各项说的也是支付，才是它们之和；各项是到位的，累计支付是另一回事。"""
    doing = _TO_DATE.search(paragraph.lead(at))
    heads = [i for i in parts if not paragraph.items[i].follows]
    if doing is None or all(doing[1] in paragraph.lead(i) for i in heads):
        return True
    said = paragraph.frame[: paragraph.items[parts[0]].at].rpartition("。")[2]
    return doing[1] in said and all(_ROUND.fullmatch(paragraph.lead(i)) for i in parts)


def _addends(paragraph: Paragraph, at: int, lists: Sequence[Listing]) -> list[int]:
    """合计之前的各项；写明是哪几项之和的，按名称取；写明几项的，取那几项。"""
    item, subject = paragraph.items[at], paragraph.items[at].label.core
    if item.totals and (named := _named(paragraph, at, plural(subject))):
        return named
    if count := _count(paragraph, at):
        return _counted(paragraph, at, count)
    if item.totals and (_SEVERAL.search(paragraph.lead(at)) or _foremost(paragraph, at)):
        return []
    score = item.dimension is Dimension.SCORE and _FULL.search(subject)
    if not score and not (item.totals and _bare(subject)):
        return tailed(paragraph, at) if item.totals else []
    parts = _actual(paragraph, at, list(_backwards(paragraph, at))[::-1])
    if parts and _ADDED.match(paragraph.lead(parts[0])):
        first = _added_to(paragraph, parts[0], lists)
        return [_fitting(paragraph, at, parts, first), *parts] if first >= 0 else []
    return parts


def _actual(paragraph: Paragraph, at: int, parts: list[int]) -> list[int]:
    """收入预算数10亿元，实际完成11亿元，加上……，收入合计……：加的是实际完成的，不是预算的。"""
    done = [i for i in parts if not _is_planned(paragraph, i)]
    if _is_planned(paragraph, at) or not done:
        return parts
    told = {paragraph.subjects[i].basis for i in done if paragraph.subjects[i].basis}
    return done if told else parts


def _backwards(paragraph: Paragraph, at: int) -> Iterator[int]:
    """同一句里往前的同类数，到另一个合计、列举的开头为止。"""
    item = paragraph.items[at]
    for index in paragraph.back(at - 1):
        other = paragraph.items[index]
        if other.sentence != item.sentence or other.depth < item.depth:
            return
        if other.depth > item.depth:
            continue
        if other.role in _STOCKS and same_unit(other, item):
            if _ended(other):
                return
            yield index
        if other.opens is not None:
            return


def _count(paragraph: Paragraph, at: int) -> int:
    """“三项合计”说的几项；接着再说一个合计的承前；没写为 0。"""
    told = _COUNTED.search(paragraph.lead(at))
    if told is None and at and paragraph.items[at - 1].totals and paragraph.items[at].totals:
        told = _COUNTED.search(paragraph.lead(at - 1))
    return int(numeral(told[1]) or 0) if told else 0


def _counted(paragraph: Paragraph, at: int, count: int) -> list[int]:
    """最近的那几项；预算、支出逐项并列的，各合各的。"""
    items, planned = paragraph.items, _is_planned(paragraph, at)
    first = at - 1 if items[at - 1].totals else at
    found = list(_backwards(paragraph, first))
    alike = [i for i in found if _is_planned(paragraph, i) is planned]
    parts = (alike if len(alike) >= count else found)[:count]
    return parts[::-1] if len(parts) == count else []


def _is_planned(paragraph: Paragraph, index: int) -> bool:
    return paragraph.subjects[index].basis in PLANNED


def _headed(
    paragraph: Paragraph, parts: Sequence[int]
) -> Iterator[tuple[Formula, tuple[Input, ...]]]:
    """支出100万元，甲20万元、乙30万元，合计50万元：打头的那个可能是上一层的总数。"""
    rest = parts[1:]
    apart = "、" not in paragraph.between(parts[0], parts[1])
    joined = all("，" not in paragraph.between(i, j) for i, j in pairwise(rest))
    if len(rest) > 1 and apart and joined:
        yield TOTAL, tuple(part_of(paragraph.items[i], n) for n, i in enumerate(rest, 1))


def _chained(
    paragraph: Paragraph, parts: Sequence[int], lists: Sequence[Listing]
) -> list[tuple[Input, ...]]:
    """甲加乙，其中：乙一（……），丙、丁，合计：其中只到乙一为止，合计的是甲、乙、丙、丁。"""
    listing = owners(lists).get(parts[0])
    if (
        listing is None
        or not listing.wholes
        or not any(_ADDED.match(paragraph.lead(i)) for i in listing.wholes[:1])
    ):
        return []
    whole = listing.wholes[0]
    before = [i for i in _backwards(paragraph, whole) if not _is_planned(paragraph, i)][::-1]
    rows = ([*before, whole, *parts[end:]] for end in range(1, len(parts)))
    return [tuple(part_of(paragraph.items[i], n) for n, i in enumerate(row, 1)) for row in rows]


def _row_before(paragraph: Paragraph, at: int) -> list[int]:
    """紧挨着的上一个分句里用顿号列的各项：甲资金多少、乙资金多少，累计拨付某某资金多少。"""
    lead = paragraph.lead(at)
    if _SEVERAL.search(lead) or _foremost(paragraph, at):
        return []
    row: list[int] = []
    for index in _backwards(paragraph, at):
        between = paragraph.between(index, row[0] if row else at)
        comma = between.count("，") + between.count("；")
        if ("、" in between) is not bool(row) or comma != (not row):
            break
        row.insert(0, index)
    return row


def _foremost(paragraph: Paragraph, at: int) -> bool:
    """前三名合计：是别处排过的前几名，不是这一句里的各项。"""
    return at > 0 and paragraph.items[at - 1].label.core.endswith("前")


def _added_to(paragraph: Paragraph, at: int, lists: Sequence[Listing]) -> int:
    """上一句说了本级收入，这一句“加”起头：从上一句的数加起，是列举的从总数加起；没有为 -1。"""
    items, belongs = paragraph.items, owners(lists)
    for index in paragraph.back(at - 1):
        if items[index].sentence < items[at].sentence - 1:
            break
        if items[index].role in _STOCKS and same_unit(items[index], items[at]):
            return _headmost(paragraph, index, belongs)
    return -1


def _fitting(paragraph: Paragraph, at: int, parts: Sequence[int], first: int) -> int:
    """从 first 加起加不通，而从本段前面另一个数加起恰好加得通的，是从那个数加起。"""
    earlier = (
        i
        for i in (first, *paragraph.back(parts[0] - 1))
        if paragraph.items[i].role in _STOCKS and same_unit(paragraph.items[i], paragraph.items[at])
    )
    return next((i for i in earlier if holds(paragraph, at, [i, *parts])), first)


def _unsure(paragraph: Paragraph, at: int, parts: Sequence[int]) -> bool:
    """“加上”之前的数，自己或许只是更大的一项的一部分：另起一句的看前句，同一句的看加得通否。"""
    items = paragraph.items
    add = next((n for n, i in enumerate(parts) if n and _ADDED.match(paragraph.lead(i))), 0)
    if not add:
        return False
    first = items[parts[0]]
    if first.sentence == items[at].sentence:
        return add > 1 and holds(paragraph, at, [parts[0], *parts[add:]])
    return any(
        other.sentence == first.sentence
        and other.role in _STOCKS
        and same_unit(other, first)
        and other.quantity.base > first.quantity.base
        and not _is_planned(paragraph, i)
        for i, other in enumerate(items[: parts[0]])
    )


def _headmost(paragraph: Paragraph, index: int, belongs: Mapping[int, Listing]) -> int:
    """一项所在列举的总数，里外几层的取最外层；不在列举里的就是自己。"""
    seen = {index}
    while (listing := belongs.get(index)) and listing.wholes:
        fitting = (i for i in listing.wholes if holds(paragraph, i, listing.parts))
        index = next(fitting, listing.wholes[0])
        if index in seen:
            break
        seen.add(index)
    return index


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
