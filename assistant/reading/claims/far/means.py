"""隔着句段的均摊：总数或个数写在别的句、别的段。

在校学生1728人……。公用经费356.94万元……。生均公用经费2066元。
照名目找得到的总数和个数，有一对算得通就算读懂；都算不通的，最可能的一对提出来核对。
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from assistant.domain.findings import Span
from assistant.domain.quantities import Dimension
from assistant.domain.statements import Relationship
from assistant.reading.claims.far.people import people
from assistant.reading.claims.far.told import Ledger, Told
from assistant.reading.claims.judging.formulas import PER_HEAD, Formula
from assistant.reading.claims.judging.judging import Claim, Doubt, Input, agrees, exact
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Item, Paragraph
from assistant.reading.claims.sentence.naming import same_thing

_SAID = re.compile(
    r"(?P<of>[^，。；：、每均]{0,8}?)(?:平均)?(?:每(?P<many>[百千万])?(?:一|个|名|位)?(?P<rest>[^，。；、每均]{1,10}?)"
    r"|(?P<each>[人户车村生床师校班亩件台次场期家])均(?P<what>[^，。；、均每]{0,10}?))(?:只有|为|达到?|是|约|仅|：)*$"
)
_TERM = re.compile("月|日|年|天|季")
_COUNTED = {
    "人": ("人", "名", "位", "人次"),
    "户": ("户", "家"),
    "车": ("辆", "台"),
    "公里": ("公里",),
    "平方米": ("平方米",),
    "亩": ("亩",),
    "件": ("件",),
    "台": ("台", "套"),
    "床": ("张", "床"),
    "次": ("人次", "次"),
    "辆": ("辆",),
    "家": ("家",),
}
_NOUNS = {"生": "学生", "村": "村", "师": "教师", "校": "学校", "班": "班"}
_MANY = {"百": 100, "千": 1_000, "万": 10_000}
_ANYHOW = re.compile(
    "(?:造价|投入|成本|投资|费用|支出|补助|经费|金额|资金|拥有|改造|单位|公共|消费|标准|增收)*"
)
_WHOLLY = re.compile("在校|在籍|总数|全镇|全县|全校|辖|共有")
_IN_ALL = re.compile("共|总|合计|累计")
_BY = re.compile("按([^，。；：]{2,8})(?:计算|计)")
_AVERAGED = re.compile("按[^，。；：]{0,6}平均[^，。；：]{0,6}(?:人数|人员)")  # 文中只有年末人数
_AHEAD = 30
_SCALES = "百千万亿"
_MEANT = (Role.MEAN, Role.LEVEL, Role.CHANGE)
_PLAUSIBLE = (Decimal("0.3"), Decimal(3))
_AIM = re.compile("任务|计划|目标")
_TRIED = 12
_NEAR = Decimal("0.05")


class Phrase(NamedTuple):
    """在职教职工人均工资支出：of 在职教职工，per 人，what 工资支出，many 是每几个。"""

    of: str
    per: str
    what: str
    many: int


def mean_claims(
    paragraphs: Sequence[Paragraph], told: Ledger, settled: frozenset[Span]
) -> Iterator[Claim]:
    """各处还没有读懂的均摊。"""
    for paragraph in paragraphs:
        for at, item in enumerate(paragraph.items):
            if item.role not in _MEANT or item.mention.span in settled:
                continue
            if "均" not in item.lead and "每" not in item.lead:
                continue
            if _AVERAGED.search(paragraph.text, max(0, item.spot.start - _AHEAD), item.spot.start):
                continue
            found = (_claim(paragraph, at, each, told) for each in _phrases(item.lead))
            yield from filter(None, [next(filter(None, found), None)])


def _phrases(lead: str) -> Iterator[Phrase]:
    """均摊的说法，“每”后面的字到哪里为止有几种可能，由长到短；按月、按日的不读。"""
    match = _SAID.search(lead)
    if match is None or _TERM.fullmatch(match["of"][-1:]):
        return
    many = _MANY.get(match["many"] or "", 1)
    if match["each"]:
        yield Phrase(match["of"], match["each"], match["what"], many)
        return
    rest = match["rest"]
    for end in range(len(rest), 0, -1):
        if not _TERM.match(rest):
            yield Phrase(match["of"], rest[:end], rest[end:], many)


def _claim(paragraph: Paragraph, at: int, phrase: Phrase, told: Ledger) -> Claim | None:
    heads = _heads(paragraph, at, phrase, told)
    tops, named = _tops(paragraph, at, phrase, told) if heads else ([], False)
    if not tops:
        return None
    formula = PER_HEAD if phrase.many == 1 else _per_many(phrase.many)
    stated = plain(paragraph.items[at], "mean")
    ways = [
        (top.input._replace(role="part"), head.input._replace(role="whole"))
        for top in tops[:_TRIED]
        for head in heads[:_TRIED]
    ]
    found = next((way for way in ways if agrees(formula, way, stated)), None)
    if found is None and phrase.what and stated.quantity.dimension is Dimension.MONEY:
        found = _anyhow(formula, stated, told, heads[0])
    inputs = found or ways[0]
    right = exact(formula, inputs)
    near = right and _PLAUSIBLE[0] < stated.base / right < _PLAUSIBLE[1]
    sure = near and named and len({head.input.base for head in heads}) == 1
    return Claim(
        Relationship.AVERAGE,
        formula,
        inputs,
        stated,
        stated.span,
        certain=False,
        doubt=Doubt.NONE if sure else Doubt.CAUSE,
    )


def _anyhow(
    formula: Formula, stated: Input, told: Ledger, head: Told
) -> tuple[Input, Input] | None:
    """全文里有别的金额除以这个个数正是它：人均投资也有除实际支出的，不算错。"""
    whole = head.input._replace(role="whole")
    for top in told.get(Dimension.MONEY, ()):
        way = (top.input._replace(role="part"), whole)
        value = exact(formula, way)
        near = value is not None and abs(value - stated.base) <= stated.base * _NEAR
        if near and top.input.span != stated.span and agrees(formula, way, stated):
            return way
    return None


def _per_many(many: int) -> Formula:
    """每百名学生12.5台。"""
    return Formula(lambda v: v[0] / v[1] * many, f"总数÷个数×{many}", divisor=lambda v: v[1])


def _tops(paragraph: Paragraph, at: int, phrase: Phrase, told: Ledger) -> tuple[list[Told], bool]:
    """总数，和认不认得准：“按……计算”的、名目相同的；没有另写名目的，是同一句或上一句里最近的。"""
    item = paragraph.items[at]
    pool = [each for each in told.get(item.dimension, ()) if _sharable(each, item)]
    by = _BY.search(paragraph.text, 0, item.spot.start)
    if by and item.clause - _clause(paragraph, by.end()) <= 3 and (named := _of(by[1], pool)):
        return _near(named, item.paragraph, at), True
    anyhow = _ANYHOW.fullmatch(phrase.what)
    for name in (phrase.of, phrase.what) if anyhow else (phrase.what,):
        if len(name) > 1 and (named := _of(name, pool)):
            return _near(named, item.paragraph, at), True
    if not anyhow:
        return [], False
    here = [x for x in pool if x.paragraph == item.paragraph]
    near = [x for x in here if x.sentence == item.sentence and x.at < at]
    after = [x for x in here if x.sentence == item.sentence and _IN_ALL.match(x.said)]
    last = [x for x in here if x.sentence == item.sentence - 1]
    return (near[::-1] or after, True) if near or after else (last[::-1], False)


def _sharable(each: Told, item: Item) -> bool:
    """能均摊成这个均数的：不是上年的，自己不是均数，个数的单位相同。"""
    own = each.prior or each.input.span == item.mention.span
    rated = "均" in each.said or "每" in each.said
    counted = item.dimension is Dimension.COUNT
    return not (own or rated) and (not counted or _unit(each) == _bare(item.quantity.unit))


def _of(name: str, pool: Sequence[Told]) -> list[Told]:
    """名目相同的；说的是整个的（总投资）在先。"""
    return [x for x in pool if name in x.said or same_thing(name, x.name) >= 2]


def _clause(paragraph: Paragraph, place: int) -> int:
    """连贯文字里一处之后头一个数的分句。"""
    after = (item.clause for item in paragraph.items if item.spot.start >= place)
    return next(after, 0)


def _heads(paragraph: Paragraph, at: int, phrase: Phrase, told: Ledger) -> list[Told]:
    """个数：单位就是所均的，或名称就是；人均写明谁的按名称找，没写的是同一段的或人口。"""
    item = paragraph.items[at]
    pool = [
        each
        for kind in (Dimension.COUNT, Dimension.AREA)
        for each in told.get(kind, ())
        if not each.prior
        and not _AIM.search(each.said)
        and (each.paragraph >= 0 or each.said.startswith(("合计", "总计")))
    ]
    noun = _NOUNS.get(phrase.per, phrase.per)
    units = _COUNTED.get(phrase.per, ())
    found = [x for x in pool if _unit(x) in units or (not units and _is(x, noun))]
    by = _BY.search(paragraph.text, 0, item.spot.start)
    if by and phrase.per == "人" and (own := [x for x in found if _about(by[1], x)]):
        return _near(own, item.paragraph, at)
    if units and len(phrase.of) > 1 and (own := [x for x in found if _about(phrase.of, x)]):
        return _near(own, item.paragraph, at)
    if phrase.per == "人":
        here = [x for x in found if x.paragraph == item.paragraph and x.at < at]
        found = here or people(phrase.what, found)
    here = [x for x in found if (x.paragraph, x.sentence) == (item.paragraph, item.sentence)]
    whole = [x for x in found if _WHOLLY.search(x.said)]
    return [x for x in here if x.at < at][:1] or whole or _near(found, item.paragraph, at)


def _unit(each: Told) -> str:
    return _bare(each.input.quantity.unit)


def _bare(unit: str) -> str:
    """万人也是人。"""
    return unit[1:] if len(unit) > 1 and unit[0] in _SCALES else unit


def _is(each: Told, noun: str) -> bool:
    """18个行政村；在校学生1728人。"""
    named = noun in each.noun[:5] or each.said.endswith(noun) or each.name.endswith(noun)
    return named or _unit(each) == noun


def _about(of: str, each: Told) -> bool:
    """说的是那些人、那些面积。"""
    return same_thing(of, each.name) >= 2 or of in each.said


def _near(found: Sequence[Told], paragraph: int, at: int) -> list[Told]:
    """前面的在先，近的在先；表格在后。"""
    return sorted(
        found,
        key=lambda x: (
            x.paragraph < 0,
            (x.paragraph, x.at) > (paragraph, at),
            abs(x.paragraph - paragraph),
            abs(x.at - at),
        ),
    )
