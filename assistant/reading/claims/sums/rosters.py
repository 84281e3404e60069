"""列了名字的个数：名字用顿号连着写，前后说共几个，应是所列的个数。

内设办公室、财务股、水政股3个股室；决算单位共3个，包括：局本级、水库管理所、河道管理站。
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from assistant.domain.quantities import Quantity
from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.judging import Claim, Input
from assistant.reading.claims.scores.scoring import COUNTED
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.text.numerals import numeral

_NAME = r"[^，。；：、（）()“”\d]{1,24}"
_MANY = rf"{_NAME}(?:、{_NAME}){{1,40}}"
_NUMBER = r"(?P<n>\d{1,2}|[二两三四五六七八九十]{1,3})(?P<unit>个|家|所|项|类|种)"
_KIND = (
    r"(?P<kind>(?:[^，。；：、（）\d的]{0,6}?)"
    r"(?:单位|机构|部门|股室|科室|处室|股|科|站|所|中心|局|镇|乡镇|乡|村|社区|街道|学校|企业|公司|方面"
    r"|环节|维度|一级指标|二级指标|领域|阶段|类别|层面))"
)
_BEFORE = re.compile(
    rf"(?:下辖|内设|下设|设有?|设置|辖有?|管理|包括|分为|含有?|从|按|围绕|共有?|对|以)(?P<list>{_MANY}){_NUMBER}{_KIND}"
)
_AFTER = re.compile(
    rf"(?<![第\d.]){_NUMBER}(?P<kind>{_NAME})?(?:，)?(?:分别为|分别是|包括|即|有|为|具体为|具体是)?"
    rf"[：:]?(?<=[：:为是括即])[：:]?(?P<list>{_MANY})(?=[。；])"
)
_BRACKETED = re.compile(rf"(?<![第\d.]){_NUMBER}{_KIND}（(?P<list>{_NAME}(?:、{_NAME}){{3,40}})）")
_GENERIC = re.compile("单位|机构|部门|方面|环节|维度|指标|领域|阶段|类别|层面")
_JOIN = re.compile("[和与及跟或]|以及")
_PARTIAL = re.compile("等(?:单位|部门|地|有关)?$")
_MARKED = re.compile("[一二三四五六七八九十]是|万元|%|％")
_FAR = 2


class Roster(NamedTuple):
    """一处：所称个数的匹配，各名字在连贯文字里的位置；partial 表示有“等”，没有列全。"""

    match: re.Match[str]
    names: tuple[tuple[int, int], ...]
    partial: bool


def roster_claims(paragraph: Paragraph) -> Iterator[Claim]:
    """一段里各处列名清点。"""
    text = paragraph.text
    if "、" not in text:
        return
    for pattern in (_BEFORE, _AFTER, _BRACKETED):
        for match in pattern.finditer(text):
            roster = _roster(match)
            if roster is not None and _meant(roster):
                yield _claim(paragraph, roster)


def _roster(match: re.Match[str]) -> Roster | None:
    """拆出各个名字；有“和、与”的分不清是一个还是两个，不拆。"""
    listed = match["list"]
    partial = _PARTIAL.search(listed) is not None
    listed = _PARTIAL.sub("", listed)
    if _JOIN.search(listed) or _MARKED.search(listed):
        return None
    names, at = [], match.start("list")
    for name in listed.split("、"):
        names.append((at, at + len(name)))
        at += len(name) + 1
    return Roster(match, tuple(names), partial)


def _meant(roster: Roster) -> bool:
    """数的就是这些名字：名字的字尾与所数的相同，或所数的是单位、方面一类；差得不远。"""
    match, count = roster.match, len(roster.names)
    stated = _value(match)
    if roster.partial and stated >= count:
        return False
    near = abs(stated - count) <= _FAR and count > 1
    kind = match["kind"] or ""
    tails = {match.string[end - 1] for _, end in roster.names}
    same = bool(_GENERIC.search(kind)) or bool(tails & set(kind)) or not kind
    return near and (same or match.re is _AFTER)


def _value(match: re.Match[str]) -> int:
    return int(numeral(match["n"].replace("两", "二")) or 0)


def _claim(paragraph: Paragraph, roster: Roster) -> Claim:
    match, flow = roster.match, paragraph.flow
    one = Quantity(Decimal(1), match["unit"])
    inputs: Sequence[Input] = [
        Input("item", one, flow.span(start, end), text=match.string[start:end])
        for start, end in roster.names
    ]
    quantity = Quantity(Decimal(_value(match)), match["unit"])
    stated = flow.span(match.start("n"), match.end("unit"))
    known = next((i for i in paragraph.items if i.spot.start == match.start("n")), None)
    if known is not None:
        stated = known.mention.span
    return Claim(
        Relationship.COUNT,
        COUNTED,
        tuple(inputs),
        Input("count", quantity, stated),
        flow.span(*match.span()),
        certain=match.re is _AFTER,
    )
