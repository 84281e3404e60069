"""占比的断言：部分占整体的百分之几。"""

from collections.abc import Iterable, Iterator, Sequence

from assistant.domain.quantities import Dimension
from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import PART
from assistant.reading.claims.judging.judging import Claim, Doubt, Input
from assistant.reading.claims.ratios.called import named, nearby
from assistant.reading.claims.ratios.gathered import TOGETHER, closing, together
from assistant.reading.claims.ratios.preceding import amidst, preceding
from assistant.reading.claims.ratios.sharers import shared_by, within
from assistant.reading.claims.ratios.siblings import sibling_claims
from assistant.reading.claims.ratios.whole import Whole
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.governing import owners
from assistant.reading.claims.sentence.heads import Above
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import same_heads
from assistant.reading.claims.sentence.known import Known
from assistant.reading.claims.sentence.naming import same_thing
from assistant.reading.claims.sentence.nesting import Listing
from assistant.reading.text.labels import GENERIC, PLANNED, core, essence, parse

_STOCKS = (Role.LEVEL, Role.REACHED, Role.FLOW)
_RATIOS = (Dimension.RATIO, Dimension.POINT)
_ANY_TOTAL = frozenset(("", "支", "收", "收支", "资金", "投资", "金额", "经费", "项目"))


def share_claims(
    paragraph: Paragraph, known: Known, lists: Iterable[Listing], above: Above | None = None
) -> Iterator[Claim]:
    """占……%。known 是全文里名称唯一的数，above 是上一段“其中：”的总数，供本段没有整体时查。"""
    lists = tuple(lists)
    for at, item in enumerate(paragraph.items):
        if item.role is not Role.SHARE:
            continue
        parts = shared_by(paragraph, at, lists)
        if not parts or (item.label.year == -1 and paragraph.subjects[parts[0]].year != -1):
            continue
        whole = _above(paragraph, at, parts[0], above)
        whole = whole or _whole(paragraph, at, parts[0], lists, known)
        unit = paragraph.items[parts[0]].quantity.unit
        fit = tuple(each for each in whole.inputs if same_heads(unit, each.quantity.unit))
        whole = whole._replace(inputs=fit)
        if whole.inputs and TOGETHER.search(paragraph.lead(at)):
            yield from filter(None, [together(paragraph, at, whole.inputs)])
        elif whole.inputs:
            yield _claim(paragraph, at, parts, whole)
        else:
            yield from sibling_claims(paragraph, at, parts[0], lists)


def _claim(paragraph: Paragraph, at: int, parts: Sequence[int], whole: Whole) -> Claim:
    """占比的断言；部分比整体还大的，多半认错了整体。"""
    items = paragraph.items
    ways = [(PART, (plain(items[part], "part"), each)) for part in parts for each in whole.inputs]
    (formula, inputs), *rest = ways
    over = items[at].operand < 0 and not whole.planned and inputs[0].base > inputs[1].base
    over = over and not (whole.certain and not items[at].whole)  # 其中……占：整体就是那个总数
    return Claim(
        Relationship.EXECUTION_RATE if whole.planned else Relationship.RATIO,
        formula,
        inputs,
        plain(items[at], "share"),
        paragraph.flow.span(items[parts[0]].spot.start, items[at].spot.end),
        whole.certain,
        tuple(rest),
        doubt=Doubt.AGREE if over and items[at].quantity.base <= 1 else whole.doubt,
    )


def _whole(
    paragraph: Paragraph, at: int, part: int, lists: Sequence[Listing], known: Known
) -> Whole:
    items, item = paragraph.items, paragraph.items[at]
    if item.operand >= 0:
        planned = items[item.operand].label.basis in PLANNED
        return Whole((plain(items[item.operand], "whole"),), True, planned)
    if not item.whole and (top := within(paragraph, part)) >= 0:
        return Whole((plain(items[top], "whole"),), True)
    if not item.whole and (top := amidst(paragraph, part)) >= 0:
        return Whole((plain(items[top], "whole"),), True)
    listing = owners(lists).get(part)
    inside = _listed(paragraph, part, listing)
    said = item.whole or (
        "" if _opened_here(paragraph, at, listing) else _said_before(paragraph, at)
    )
    if not core(said) and not inside and (total := closing(paragraph, at)) is not None:
        return Whole((total,), True)
    if not core(said) and not inside and (top := preceding(paragraph, at, part)) >= 0:
        return Whole((plain(items[top], "whole"),), doubt=Doubt.CAUSE)
    if not core(said):
        return _inside(paragraph, listing, inside, lists)
    if essence(core(said)) in _ANY_TOTAL and inside:
        return Whole(inside, True)
    if parse(said).basis in PLANNED and (whole := _budget(paragraph, part, said)).inputs:
        return whole
    mates = set(listing.parts) if listing else set()
    wholes = listing.wholes[:1] if listing else ()
    found = named(paragraph, part, said, mates, known, wholes)
    return found or Whole(inside, doubt=Doubt.AGREE)


def _inside(
    paragraph: Paragraph,
    listing: Listing | None,
    inside: tuple[Input, ...],
    lists: Sequence[Listing],
) -> Whole:
    """所属列举的总数；总数自己也说了占比的，里层的可能占的是外层的总数，外层没写就不断定。"""
    if listing is None or not inside or not _has_share(paragraph, listing.wholes[0]):
        return Whole(inside, bool(listing and (listing.named or len(inside) == 1)))
    outer = _listed(paragraph, listing.wholes[0], owners(lists).get(listing.wholes[0]))
    return Whole((*inside[:1], *outer), bool(outer), doubt=Doubt.NONE if outer else Doubt.AGREE)


def _has_share(paragraph: Paragraph, whole: int) -> bool:
    after = paragraph.items[whole + 1 : whole + 2]
    return any(each.role is Role.SHARE and each.operand < 0 for each in after)


def _above(paragraph: Paragraph, at: int, part: int, above: Above | None) -> Whole | None:
    """占基本支出的：上一段“基本支出……其中：”的总数，名称对得上、又是本段打头的那一项的。"""
    said = core(paragraph.items[at].whole)
    if above is None or part or paragraph.items[at].operand >= 0:
        return None
    name = parse(paragraph.items[at].whole).core or said
    own = above.paragraph.subjects[above.at].core
    if same_thing(name, own) < 2 or paragraph.items[part].sentence != paragraph.items[at].sentence:
        return None
    return Whole((plain(above.item, "whole"),), True)


def _budget(paragraph: Paragraph, part: int, said: str) -> Whole:
    """占年初预算的：同一口径、说的是同一件事的预算数。"""
    items, subjects, label = paragraph.items, paragraph.subjects, parse(said)
    near = [
        i
        for i in nearby(paragraph, part)
        if subjects[i].basis in PLANNED
        and i != part
        and _about(label.core or subjects[part].core, subjects[i].core)
    ]
    same = [i for i in near if subjects[i].basis == label.basis]
    if not same and label.basis == "budget":  # 年初预算……，为预算的
        same = [i for i in near if items[i].sentence == items[part].sentence]
    return Whole(tuple(plain(items[i], "whole") for i in same[:2]), len(same) == 1, True)


def _about(name: str, other: str) -> bool:
    """预算数说的是这件事，或没写名称。"""
    return other in GENERIC or same_thing(name, other) >= 2


def _listed(paragraph: Paragraph, part: int, listing: Listing | None) -> tuple[Input, ...]:
    items = paragraph.items
    if listing is None:
        return ()
    return tuple(
        plain(items[i], "whole")
        for i in listing.wholes
        if items[i].dimension is items[part].dimension
    )


def _said_before(paragraph: Paragraph, at: int) -> str:
    """前一项写明占什么的，后几项承前。"""
    last = next(paragraph.before(at, Role.SHARE), None)
    if last is None or paragraph.items[last].operand >= 0:
        return ""
    return paragraph.items[last].whole


def _opened_here(paragraph: Paragraph, at: int, listing: Listing | None) -> bool:
    """分号之后另起的列举：整体是它自己的总数，不承前。"""
    if listing is None:
        return False
    part = paragraph.items[at].part
    return all(paragraph.items[i].part == part for i in (*listing.wholes[:1], listing.parts[0]))
