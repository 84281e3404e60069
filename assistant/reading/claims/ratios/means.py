"""均摊的断言：人均、户均、车均、年均是总数除以个数。"""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from assistant.domain.quantities import Dimension
from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import MEAN, PER_HEAD, Formula
from assistant.reading.claims.judging.judging import Claim, Doubt
from assistant.reading.claims.ratios.standards import standard_claim
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.governing import governed
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Item, Paragraph
from assistant.reading.claims.sentence.naming import same_thing
from assistant.reading.claims.sentence.nesting import Listing
from assistant.reading.text.labels import GENERIC
from assistant.reading.text.numerals import numeral

UNITS = {
    "人": "人 名 位 员 人次 万人".split(),
    "户": "户 家".split(),
    "车": "辆 台".split(),
    "辆": ["辆"],
    "家": "家 户 个".split(),
    "次": "次 批次 场次 人次 场 期".split(),
    "亩": ["亩", "万亩"],
    "件": "件 份".split(),
    "台": "台 套".split(),
    "个": ["个"],
    "村": "个 个村 村".split(),
    "校": "所 个".split(),
    "场": "场 场次".split(),
    "班": "个 期 班".split(),
    "生": "人 名 生 万人".split(),
    "例": "例 人 名 人次".split(),
    "公里": "公里 千米 km".split(),
    "所": ["所"],
    "镇": ["个"],
    "乡": ["个"],
    "天": ["天", "日"],
    "人次": ["人次", "万人次"],
    "批次": ["批次", "批"],
    "批": ["批次", "批"],
    "月": ["个月"],
    "日": ["天", "日"],
}
_STOCKS = (Role.LEVEL, Role.REACHED, Role.FLOW)
_YEARS = re.compile(r"([两二三四五六七八九十\d]{1,2})年(?:来|间|内|里|共|累计|合计|总)")
_ANYHOW = re.compile(
    "(?:花费|支出|费用|成本|投入|金额|经费|开支|使用|补助|资金|占用|标准|拥有|享有|班额)*"
)
_AMONG = re.compile("[^，。；、]{1,8}平均")
_BY = re.compile("按|以|合计|共|总")
_PERIODS = {"月": 12, "季": 4, "日": 365, "天": 365}
_TRIED = 4
_IN_ALL = re.compile("共|总|合计|累计")


def mean_claims(paragraph: Paragraph, lists: Iterable[Listing]) -> Iterator[Claim]:
    """一段里的均摊。"""
    lists = tuple(lists)
    for at, item in enumerate(paragraph.items):
        if item.role is not Role.MEAN:
            continue
        if not item.whole:
            yield from filter(None, [_among(paragraph, at)])
            continue
        before = governed(paragraph, at, _stock, lists)
        claim = _yearly(paragraph, at) if item.whole == "年" else _shared(paragraph, at, before)
        if claim is not None:
            yield claim


def _among(paragraph: Paragraph, at: int) -> Claim | None:
    """拨付经费400万元，16个村平均25万元：紧挨着的个数，和它前面同类的总数；说得出错因才算错。"""
    items = paragraph.items
    if at < 2 or not _AMONG.fullmatch(paragraph.between(at - 1, at)):
        return None
    top, head, mean = items[at - 2 : at + 1]
    near = top.sentence == head.sentence == mean.sentence and top.part == mean.part
    counted = head.dimension is Dimension.COUNT and mean.dimension is not Dimension.COUNT
    if not (near and counted and _stock(top) and _stock(head) and _sharable(top, mean)):
        return None
    inputs = (plain(top, "part"), plain(head, "whole"))
    span = paragraph.flow.span(top.spot.start, mean.spot.end)
    stated, doubt = plain(mean, "mean"), Doubt.CAUSE
    return Claim(Relationship.AVERAGE, PER_HEAD, inputs, stated, span, False, doubt=doubt)


def _stock(item: Item) -> bool:
    return item.role in _STOCKS


def _shared(paragraph: Paragraph, at: int, before: Sequence[int]) -> Claim | None:
    """总数 ÷ 个数：个数的单位由“人均、户均”定，总数与均数同类。"""
    items, item = paragraph.items, paragraph.items[at]
    units = UNITS.get(item.whole, [item.whole])
    noted = _noted(paragraph, at)
    before = [*noted, *before]
    heads = [i for i in before if items[i].quantity.unit in units]
    heads.sort(key=lambda i: units.index(items[i].quantity.unit))
    if item.whole not in UNITS:
        heads = [i for i in before if paragraph.after(i).startswith(item.whole)] or heads
    tops = [i for i in before if i not in heads] or _after(paragraph, at)
    tops = [i for i in tops if _sharable(items[i], item)]
    told = [i for i in tops if _named(paragraph, item, i)] or _earlier(paragraph, at)
    if not heads and item.dimension is Dimension.MONEY:
        return standard_claim(paragraph, at, units)
    if not heads or not told:
        return None
    heads = [i for i in heads if i in noted] or heads
    sure = len(told) == 1 and len(heads) == 1 and not _nameless(paragraph, item, told[0])
    ways = [
        (PER_HEAD, (plain(items[top], "part"), plain(items[head], "whole")))
        for top in dict.fromkeys((*told[:2], *tops[:4]))
        for head in _outer(paragraph, told[0], heads)[:_TRIED]
    ]
    tops = told
    if divisor := _PERIODS.get(item.label.core[-1:]):
        ways += [(_by_period(divisor), inputs) for _, inputs in ways]
        sure = False
    (formula, inputs), *rest = ways
    return Claim(
        Relationship.AVERAGE,
        formula,
        inputs,
        plain(item, "mean"),
        paragraph.flow.span(
            min(items[tops[0]].spot.start, items[heads[0]].spot.start), item.spot.end
        ),
        sure,
        tuple(rest),
    )


def _noted(paragraph: Paragraph, at: int) -> list[int]:
    """均数后面括号里注明的总数或个数：人均支出17万元（按年末在职64人计）。"""
    items = paragraph.items
    inner = [i for i in range(at + 1, min(at + 3, len(items))) if items[i].host == at]
    return [i for i in inner if _BY.search(paragraph.lead(i)) and _stock(items[i])]


def _outer(paragraph: Paragraph, top: int, heads: Sequence[int]) -> list[int]:
    """接待97人次，其中省级19人次、市级78人次，人均……：总数在“其中”之前的，个数也先取“其中”之前的。"""
    opened = (i for i in range(top + 1, max(heads) + 1) if paragraph.items[i].opens is not None)
    first = next(opened, None)
    return sorted(heads, key=lambda i: first is not None and i >= first)


def _by_period(count: int) -> Formula:
    """月人均：全年的总数再分到各月。"""
    return Formula(lambda v: v[0] / v[1] / count, f"总数÷个数÷{count}", divisor=lambda v: v[1])


def _sharable(top: Item, item: Item) -> bool:
    """能均摊成这个均数的：量纲相同，个数的单位也相同。"""
    if item.dimension is Dimension.COUNT:
        return top.quantity.unit == item.quantity.unit
    return top.dimension is item.dimension


def _earlier(paragraph: Paragraph, at: int) -> list[int]:
    """总数写在前面几句，名称与均数的相同：机关运行经费……。按在职18人计，人均机关运行经费……。"""
    items, name = paragraph.items, paragraph.items[at].name
    return [
        i
        for i in paragraph.back(at - 1)
        if len(name) > 2
        and items[at].sentence > items[i].sentence
        and _stock(items[i])
        and _sharable(items[i], items[at])
        and same_thing(name, paragraph.subjects[i].core) >= 2
    ][:1]


def _after(paragraph: Paragraph, at: int) -> list[int]:
    """先说人均、后说总共的。"""
    items, index = paragraph.items, at + 1
    if index >= len(items) or items[index].sentence != items[at].sentence:
        return []
    same = items[index].dimension is items[at].dimension and _stock(items[index])
    return [index] if same and _IN_ALL.search(paragraph.lead(index)) else []


def _named(paragraph: Paragraph, item: Item, top: int) -> bool:
    """人均后面另有名称的（人均培训费），须与总数的名称相像。"""
    if not item.name or _ANYHOW.fullmatch(item.name) or _nameless(paragraph, item, top):
        return True
    said = paragraph.subjects[top].core
    return any(item.name[i : i + 2] in said for i in range(len(item.name) - 1))


def _nameless(paragraph: Paragraph, item: Item, top: int) -> bool:
    """共支出……，人均接待费：总数自己没写名称，是不是同一笔不能断定。"""
    named = bool(item.name) and not _ANYHOW.fullmatch(item.name)
    return named and paragraph.items[top].label.core in GENERIC


def _yearly(paragraph: Paragraph, at: int) -> Claim | None:
    """年均：三年累计的三分之一，或前面逐年列出的各年的平均。"""
    items = paragraph.items
    for index in paragraph.before(at, *_STOCKS):
        told = _YEARS.search(paragraph.lead(index))
        count = numeral(told[1]) if told else None
        if count and items[index].dimension is items[at].dimension:
            return _per_year(paragraph, at, index, count)
    years = [
        i
        for i in paragraph.before(at, *_STOCKS)
        if (paragraph.subjects[i].year or 0) > 0
        and items[i].dimension is items[at].dimension
        and not items[i].totals
    ]
    if len({paragraph.subjects[i].year for i in years}) != len(years) or len(years) < 2:
        return None
    inputs = tuple(plain(items[i], "part") for i in reversed(years))
    span = paragraph.flow.span(items[years[-1]].spot.start, items[at].spot.end)
    return Claim(Relationship.AVERAGE, MEAN, inputs, plain(items[at], "mean"), span)


def _per_year(paragraph: Paragraph, at: int, top: int, years: Decimal) -> Claim:
    items = paragraph.items
    formula = Formula(lambda v: v[0] / years, f"总数÷{years:f}年", rising=True)
    span = paragraph.flow.span(items[top].spot.start, items[at].spot.end)
    inputs = (plain(items[top], "part"),)
    return Claim(Relationship.AVERAGE, formula, inputs, plain(items[at], "mean"), span)
