"""先分后总的断言：A万元、B万元，合计C万元；三项合计；甲得分A、乙得分B，总分C。"""

import re
from collections.abc import Iterator, Sequence

from assistant.domain.quantities import Dimension
from assistant.reading.claims.judging.formulas import TOTAL
from assistant.reading.claims.judging.judging import Claim, Doubt
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import same_unit
from assistant.reading.claims.sentence.naming import plural, same_thing
from assistant.reading.claims.sentence.nesting import Listing
from assistant.reading.claims.sums.addends import ADDENDS, FULL, backwards, is_planned
from assistant.reading.claims.sums.chained import ADDED, added_to, chained, fitting, headed, unsure
from assistant.reading.claims.sums.netted import is_netted
from assistant.reading.claims.sums.summing import holds, total_claim
from assistant.reading.claims.sums.tailed import tailed
from assistant.reading.text.labels import GENERIC
from assistant.reading.text.numerals import numeral

_TOTAL_NAME = re.compile(
    r".{0,4}?(?:合计|总计|共计|累计|总共|共|小计)?(?:投入|支出|支付|安排|拨付|到位|发放|落实|下达|使用|筹集|收到)?"
)
_TO_DATE = re.compile("累计([^，。；：]{1,8})$")
_ROUND = re.compile("(?:第[一二三四五六七八九十\\d]{1,3}|首|末|前|后)[批期次轮笔]")
_SEVERAL = re.compile(r"[^、]{2}、[^、]{2,}共|[^、]{2}、.*(?:合计|总计|小计)")
_COUNTED = re.compile(r"([两二三四五六七八九十])(?:项|类|笔|者|块)[^，、]{0,6}?(?:[合共总]计|共$)")
_IN_ALL = ("共", "共计", "共有")
_SUMMED = re.compile("[收支][入出](?:合计|总计)")


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
            sure = not unsure(paragraph, at, parts)
            claim = total_claim(paragraph, at, parts, certain=sure)
            claim = claim._replace(closed=True, doubt=doubt)
            chains = chained(paragraph, parts, lists)
            ways = (*headed(paragraph, parts), *((TOTAL, way) for way in chains))
            claim = claim._replace(others=ways)
            yield claim._replace(certain=False) if sure and chains else claim
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
    score = item.dimension is Dimension.SCORE and FULL.search(subject)
    if not score and not (item.totals and _bare(subject)):
        return tailed(paragraph, at) if item.totals else []
    parts = _actual(paragraph, at, list(backwards(paragraph, at))[::-1])
    if parts and ADDED.match(paragraph.lead(parts[0])):
        first = added_to(paragraph, parts[0], lists)
        return [fitting(paragraph, at, parts, first), *parts] if first >= 0 else []
    return parts


def _actual(paragraph: Paragraph, at: int, parts: list[int]) -> list[int]:
    """收入预算数10亿元，实际完成11亿元，加上……，收入合计……：加的是实际完成的，不是预算的。"""
    done = [i for i in parts if not is_planned(paragraph, i)]
    if is_planned(paragraph, at) or not done:
        return parts
    told = {paragraph.subjects[i].basis for i in done if paragraph.subjects[i].basis}
    return done if told else parts


def _count(paragraph: Paragraph, at: int) -> int:
    """“三项合计”说的几项；接着再说一个合计的承前；没写为 0。"""
    told = _COUNTED.search(paragraph.lead(at))
    if told is None and at and paragraph.items[at - 1].totals and paragraph.items[at].totals:
        told = _COUNTED.search(paragraph.lead(at - 1))
    return int(numeral(told[1]) or 0) if told else 0


def _counted(paragraph: Paragraph, at: int, count: int) -> list[int]:
    """最近的那几项；预算、支出逐项并列的，各合各的。"""
    items, planned = paragraph.items, is_planned(paragraph, at)
    first = at - 1 if items[at - 1].totals else at
    found = list(backwards(paragraph, first))
    alike = [i for i in found if is_planned(paragraph, i) is planned]
    parts = (alike if len(alike) >= count else found)[:count]
    return parts[::-1] if len(parts) == count else []


def _row_before(paragraph: Paragraph, at: int) -> list[int]:
    """紧挨着的上一个分句里用顿号列的各项：甲资金多少、乙资金多少，累计拨付某某资金多少。"""
    lead = paragraph.lead(at)
    if _SEVERAL.search(lead) or _foremost(paragraph, at):
        return []
    row: list[int] = []
    for index in backwards(paragraph, at):
        between = paragraph.between(index, row[0] if row else at)
        comma = between.count("，") + between.count("；")
        if ("、" in between) is not bool(row) or comma != (not row):
            break
        row.insert(0, index)
    return row


def _foremost(paragraph: Paragraph, at: int) -> bool:
    """前三名合计：是别处排过的前几名，不是这一句里的各项。"""
    return at > 0 and paragraph.items[at - 1].label.core.endswith("前")


def _bare(name: str) -> bool:
    """没有自己的名称，或只是“三年、共、合计”。"""
    return name in GENERIC or bool(_TOTAL_NAME.fullmatch(name))


def _named(paragraph: Paragraph, at: int, names: Sequence[str]) -> list[int]:
    """满意和基本满意合计：前面名为满意、基本满意的两项。"""
    found: list[int] = []
    for name in names:
        for index in paragraph.before(at, *ADDENDS):
            exact = same_thing(name, paragraph.subjects[index].core) >= 3
            if exact and same_unit(paragraph.items[index], paragraph.items[at]):
                found.append(index)
                break
    return found if len(found) == len(names) else []
