"""完成率的断言：完成预算的百分之几，执行率、回收率、满意度一类某某率。

分子分母都在同一句：写着预算、计划、应到、编制的是分母，写着决算、支出、实到、在职的是分子；
某某率的名称与分子说的是同一件事，才有把握。
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.domain.quantities import Dimension
from assistant.domain.statements import Relationship
from assistant.reading.claims.cues import Role
from assistant.reading.claims.formulas import COMPLETED
from assistant.reading.claims.governing import governed, owners
from assistant.reading.claims.inputs import plain
from assistant.reading.claims.items import Item, Paragraph
from assistant.reading.claims.judging import Claim, Doubt, Input
from assistant.reading.claims.naming import same_thing
from assistant.reading.claims.nesting import Listing, same_unit
from assistant.reading.claims.rate_names import covered, related, told_apart
from assistant.reading.claims.satisfied import satisfied
from assistant.reading.claims.stretched import stretched
from assistant.reading.tables.text_tables import Tables
from assistant.reading.text.labels import GENERIC, PLANNED, Label, parse

_STOCKS = (Role.LEVEL, Role.REACHED, Role.FLOW)
_RATIOS = (Dimension.RATIO, Dimension.POINT)
_MONEY_RATE = re.compile("执行|支出|支付|完成|使用|到位|拨付|进度|兑现|下达|落实|资金")
_NOT = re.compile("^(?:正在|正|未|不|尚|没有|待|剩余|其余|另)|未(?:完成|达到|整改)|不满意|不合格")
_DUE = re.compile("^(?:其中|年度|全年)?(?:应(?!急)|核定|计划|任务|目标)|总数$")
_FULL = re.compile("执行|预算|进度|完成")
_BACK = re.compile("收回|回收|有效")
_ORDER = ("adjusted", "budget", "plan", "opening")
_TOLD = ("opening", "adjusted")


def completion_claims(
    paragraph: Paragraph, tables: Tables, lists: Iterable[Listing]
) -> Iterator[Claim]:
    """完成预算的……%、某某率……%。tables 供句中没有预算数时查。"""
    lists = tuple(lists)
    for at, item in enumerate(paragraph.items):
        if item.role is Role.COMPLETION:
            claim = (
                _said(paragraph, at, tables, lists) if item.whole else _rate(paragraph, at, lists)
            )
            if claim is not None:
                yield claim


def _stock(item: Item) -> bool:
    return item.role in _STOCKS and item.dimension not in _RATIOS


def _claim(
    paragraph: Paragraph,
    at: int,
    parts: Sequence[int],
    wholes: Sequence[int],
    *,
    certain: bool,
) -> Claim:
    items = paragraph.items
    ways = [
        (COMPLETED, (plain(items[part], "actual"), plain(items[whole], "budget")))
        for whole in wholes
        for part in parts
        if part != whole
    ]
    (formula, inputs), *rest = ways
    planned = paragraph.subjects[wholes[0]].basis in PLANNED or bool(items[at].whole)
    return Claim(
        Relationship.EXECUTION_RATE if planned else Relationship.RATIO,
        formula,
        inputs,
        plain(items[at], "rate"),
        paragraph.flow.span(items[parts[0]].spot.start, items[at].spot.end),
        certain,
        tuple(rest),
    )


def _said(paragraph: Paragraph, at: int, tables: Tables, lists: Sequence[Listing]) -> Claim | None:
    """完成某某的：夹着数的就用那个数，没夹的按口径找。"""
    items, subjects = paragraph.items, paragraph.subjects
    operand = items[at].operand
    before = [i for i in _before(paragraph, at, lists) if i != operand]
    if operand >= 0:
        parts = [i for i in before if items[i].dimension is items[operand].dimension]
        return _claim(paragraph, at, parts[:2], [operand], certain=True) if parts else None
    wanted = parse(items[at].whole)
    plan = [i for i in before if wanted.basis == "plan" and _DUE.search(paragraph.lead(i))]
    budgets = [i for i in before if _is_base(subjects[i], wanted) or i in plan]
    actual = next((i for i in before if i not in budgets), None)
    if actual is None:
        return None
    name = subjects[actual].core
    budgets = [i for i in budgets if _about(name, subjects[i].core)]
    exact = [i for i in budgets if subjects[i].basis == wanted.basis or i in plan]
    rest = sorted(
        (i for i in budgets if i not in exact), key=lambda i: subjects[i].basis != "adjusted"
    )
    if not exact and not rest:
        return _from_tables(paragraph, at, actual, tables)
    told = wanted.basis in _TOLD and bool(exact)
    claim = _claim(paragraph, at, [actual], exact if told else [*exact, *rest], certain=True)
    return claim._replace(decoys=tuple(plain(items[i], "labelled") for i in rest if told))


def _is_base(label: Label, wanted: Label) -> bool:
    """这个数是所完成的那个数：同是预算、计划，或同是上年。"""
    if wanted.year is not None and not wanted.basis:
        return label.year == wanted.year
    return label.basis in PLANNED


def _from_tables(paragraph: Paragraph, at: int, actual: int, tables: Tables) -> Claim | None:
    items = paragraph.items
    done = plain(items[actual], "actual")
    budget = tables.budget_for(paragraph.subjects[actual].core, done)
    if budget is None:
        return None
    return Claim(
        Relationship.EXECUTION_RATE,
        COMPLETED,
        (done, budget),
        plain(items[at], "rate"),
        paragraph.flow.span(items[actual].spot.start, items[at].spot.end),
        certain=False,
    )


def _before(paragraph: Paragraph, at: int, lists: Sequence[Listing]) -> list[int]:
    """前面的数；这一句没有的看上一句。"""
    found = governed(paragraph, at, _stock, lists)
    if found or not at:
        return found
    items = paragraph.items
    return [
        i
        for i in paragraph.back(at - 1)
        if _stock(items[i]) and items[i].sentence == items[at].sentence - 1
    ]


def _about(name: str, other: str) -> bool:
    """预算数和完成数说的是同一件事：名称相像，或有一个没写名称。"""
    bare = name.removeprefix("实际")
    return bare in GENERIC or other in GENERIC or same_thing(bare, other) >= 2


def _rate(paragraph: Paragraph, at: int, lists: Sequence[Listing]) -> Claim | None:
    """某某率：分子、分母按口径和名称认。"""
    items, subjects = paragraph.items, paragraph.subjects
    before = _before(paragraph, at, lists)
    name = items[at].name
    negative = bool(_NOT.search(name))
    parts = sorted(
        (
            i
            for i in before
            if subjects[i].basis not in PLANNED
            and not _DUE.search(paragraph.lead(i))
            and bool(_NOT.search(items[i].label.core)) is negative
        ),
        key=lambda i: (not related(name, paragraph, i), before.index(i)),
    )
    if not parts:
        return None
    part = parts[0]
    if (several := satisfied(paragraph, name, before)) is not None:
        return several.claim(paragraph, at)
    noted = _noted(paragraph, at, part)
    wholes = noted or _wholes(paragraph, name, part, before, lists)
    if not wholes:
        return None
    wholes = _returned(paragraph, wholes) if "满意" in name else wholes
    planned = subjects[wholes[0]].basis in PLANNED and _MONEY_RATE.search(name)
    apart = items[part].sentence != items[at].sentence
    scored = name.endswith("得分率") and items[part].dimension is Dimension.SCORE
    told = (
        planned
        or scored
        or (related(name, paragraph, part) and told_apart(name, paragraph, part, wholes[0]))
    )
    sure = bool(told) and not (apart and not covered(name, paragraph, part))
    near = [part, *(i for i in parts[1:2] if i not in wholes)]
    claim = _claim(paragraph, at, near, wholes, certain=sure)
    claim = claim._replace(decoys=_decoys(paragraph, before, wholes))
    claim = claim._replace(others=(*claim.others, *stretched(paragraph, at, part, wholes)))
    return claim if sure else claim._replace(doubt=Doubt.AGREE)


def _returned(paragraph: Paragraph, wholes: list[int]) -> list[int]:
    """满意度除以收回的问卷，不除以发出的。"""
    back = [i for i in wholes if _BACK.search(paragraph.lead(i))]
    return back or wholes


def _noted(paragraph: Paragraph, at: int, part: int) -> list[int]:
    """率后面括号里注明的预算数：执行率76.74%（预算10245.80万元）。"""
    items, after = paragraph.items, at + 1
    if after >= len(items) or items[after].host != at or not same_unit(items[after], items[part]):
        return []
    due = paragraph.subjects[after].basis in PLANNED or _DUE.search(paragraph.lead(after))
    return [after] if due else []


def _wholes(
    paragraph: Paragraph, name: str, part: int, before: Sequence[int], lists: Sequence[Listing]
) -> list[int]:
    """分母：同类的数里，写着预算、计划的在先（调整后的更先），再是所属列举的总数，再由近及远。"""
    items, subjects = paragraph.items, paragraph.subjects
    listing = owners(lists).get(part) or _summed(paragraph, part, lists)
    inside = [i for i in listing.wholes if same_unit(items[i], items[part])] if listing else []
    same = [i for i in (*inside, *before) if i != part and same_unit(items[i], items[part])]
    planned = [i for i in same if subjects[i].basis in PLANNED]
    planned.sort(key=lambda i: _ORDER.index(subjects[i].basis))
    earlier = [i for i in dict.fromkeys(same) if i < part or _DUE.search(paragraph.lead(i))]
    if planned and (_FULL.search(name) or planned[0] in earlier[:1]):
        return planned[:1]
    return list(dict.fromkeys([*(earlier or same)[:1], *planned[:1], *earlier[1:2]]))[:2]


def _summed(paragraph: Paragraph, part: int, lists: Sequence[Listing]) -> Listing | None:
    """满意和基本满意合计……：合计的各项所在的列举。"""
    if not paragraph.items[part].totals:
        return None
    sentence = paragraph.items[part].sentence
    return next((x for x in lists if paragraph.items[x.parts[0]].sentence == sentence), None)


def _decoys(
    paragraph: Paragraph, before: Sequence[int], wholes: Sequence[int]
) -> tuple[Input, ...]:
    """写着预算而不是分母的数：执行率常误除以年初预算。"""
    others = (i for i in before if paragraph.subjects[i].basis in PLANNED and i not in wholes)
    return tuple(plain(paragraph.items[i], paragraph.subjects[i].basis) for i in others)
