"""完成率的断言：完成预算的百分之几，执行率、回收率、满意度一类某某率。

分子分母都在同一句：写着预算、计划、应到、编制的是分母，写着决算、支出、实到、在职的是分子；
某某率的名称与分子说的是同一件事，才有把握。
"""

from collections.abc import Iterable, Iterator, Sequence

from assistant.domain.quantities import Dimension
from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import COMPLETED
from assistant.reading.claims.judging.judging import Claim, Doubt, Input
from assistant.reading.claims.ratios.assured import is_over, is_sure, told_before
from assistant.reading.claims.ratios.beside import all_of_own, bracketed, in_row
from assistant.reading.claims.ratios.denominators import denominators
from assistant.reading.claims.ratios.excellent import excellent_claim, graded
from assistant.reading.claims.ratios.explained import explained, is_peopled, is_spent
from assistant.reading.claims.ratios.numerators import numerators, of_this_year, own_part, rivals
from assistant.reading.claims.ratios.opposed import both_ways, is_rest, other_ways
from assistant.reading.claims.ratios.paralleled import counterparts, row_of
from assistant.reading.claims.ratios.rate_names import related
from assistant.reading.claims.ratios.satisfied import satisfied
from assistant.reading.claims.ratios.saved import is_saved, saved
from assistant.reading.claims.ratios.staged import of_later_stage
from assistant.reading.claims.ratios.stretched import stretched
from assistant.reading.claims.ratios.unspent import unspent_claim
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.governing import governed
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Item, Paragraph
from assistant.reading.claims.sentence.naming import same_thing
from assistant.reading.claims.sentence.nesting import Listing
from assistant.reading.claims.sentence.owing import BEYOND, OWED
from assistant.reading.tables.text_tables import Tables
from assistant.reading.text.labels import GENERIC, PLANNED, Label, parse

_STOCKS = (Role.LEVEL, Role.REACHED, Role.FLOW)
_RATIOS = (Dimension.RATIO, Dimension.POINT)
_TOLD = ("opening", "adjusted")


def completion_claims(
    paragraph: Paragraph, tables: Tables, lists: Iterable[Listing]
) -> Iterator[Claim]:
    """完成预算的……%、某某率……%。tables 供句中没有预算数时查。"""
    lists = tuple(lists)
    for at, item in enumerate(paragraph.items):
        rate = item.role in (Role.COMPLETION, Role.RATE)
        if rate and is_saved(paragraph, at) and (found := list(saved(paragraph, at))):
            yield from found
        elif item.role is Role.COMPLETION:
            told = _said(paragraph, at, tables, lists) if item.whole else None
            claim = told if item.whole else _rate(paragraph, at, lists)
            if claim is not None:
                yield of_later_stage(paragraph, at, claim)


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
    plan = [i for i in before if wanted.basis == "plan" and OWED.search(paragraph.lead(i))]
    budgets = [i for i in before if _is_base(subjects[i], wanted) or i in plan]
    done = [i for i in before if i not in budgets]
    actual = next((i for i in done if not BEYOND.match(paragraph.lead(i))), None)
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
    if grades := graded(paragraph, at):
        return excellent_claim(paragraph, at, grades)
    row = row_of(paragraph, at)
    if pair := _paired(paragraph, at, row):
        return _claim(paragraph, at, pair[:1], pair[1:], certain=True)
    before = of_this_year(paragraph, _before(paragraph, at, lists))
    before = own_part(paragraph, at, before)
    name = paragraph.items[at].name
    parts = numerators(paragraph, name, before)
    if not parts:
        return unspent_claim(paragraph, at, before)
    if (several := satisfied(paragraph, name, before)) is not None:
        return several.claim(paragraph, at)
    part = parts[0]
    wholes = denominators(paragraph, at, part, before, lists)
    if not wholes:
        return both_ways(paragraph, at, part)
    sure = len(row) == 1 and is_sure(paragraph, at, part, wholes[0])
    over, peopled = is_over(paragraph, at, part, wholes[0]), is_peopled(paragraph, name, wholes[0])
    wrong = is_rest(paragraph, name, wholes[0]) or is_spent(paragraph, name, wholes[0])
    sure = sure and not (over or wrong or peopled) and paragraph.items[at].quantity.unit != "‰"
    near = [part, *rivals(paragraph, at, parts, wholes)]
    claim = _claim(paragraph, at, near, wholes, certain=sure)
    claim = claim._replace(decoys=_decoys(paragraph, before, wholes))
    more = (*stretched(paragraph, at, part, wholes), *other_ways(paragraph, part, wholes))
    more = (*more, *explained(paragraph, at, part, wholes[0]))
    claim = claim._replace(others=(*claim.others, *more))
    if sure:
        return claim
    told = len(row) == 1 and len(wholes) == 1 and told_before(paragraph, at, part, wholes[0])
    if told and not peopled:
        return claim
    beside = len(row) == 1 and in_row(paragraph, wholes[0], part, at)
    beside = beside or (wholes[0] == at + 1 and part == at - 1 and not over)
    wrong = (
        wrong or (over and not related(name, paragraph, part)) or all_of_own(paragraph, at, part)
    )
    return claim._replace(doubt=Doubt.CAUSE if beside and not wrong else Doubt.AGREE)


def _paired(paragraph: Paragraph, at: int, row: range) -> Sequence[int]:
    """分子分母写得分明的：并列的率逐个对上的，括号里写着算式的。"""
    across = counterparts(paragraph, row, at) if len(row) > 1 else ()
    return across or bracketed(paragraph, at) or ()


def _decoys(
    paragraph: Paragraph, before: Sequence[int], wholes: Sequence[int]
) -> tuple[Input, ...]:
    """写着预算而不是分母的数：执行率常误除以年初预算。"""
    others = (i for i in before if paragraph.subjects[i].basis in PLANNED and i not in wholes)
    return tuple(plain(paragraph.items[i], paragraph.subjects[i].basis) for i in others)
