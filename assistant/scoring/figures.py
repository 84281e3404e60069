"""数字：由事实和勾稽关系得出全部可印的数，每个数带算式和依据。"""

from collections.abc import Iterable, Mapping

from assistant.domain.facts import Fact, FieldKind, FieldSpec
from assistant.domain.figures import Figure
from assistant.domain.intervals import Interval
from assistant.domain.outline import Outline, label_for, split_key
from assistant.domain.quantities import Quantity, half_up, unit_named
from assistant.scoring.solving import Known, Terms, solve

_PLACES = {FieldKind.MONEY: 2, FieldKind.SCORE: 2, FieldKind.COUNT: 0, FieldKind.AREA: 2}


def address_of(fact: Fact, year: int) -> str | None:
    """事实在本年报告里的地址：本年为键本身，上年为 KEY.prior，其他年份没有位置。"""
    if fact.year == year:
        return fact.key
    if fact.year == year - 1 and not split_key(fact.key)[1]:
        return f"{fact.key}.prior"
    return None


def given_by(facts: Iterable[Fact], year: int) -> dict[str, Fact]:
    """数量型事实按地址排好；同一地址以后给的为准。"""
    return {
        address: fact
        for fact in facts
        if isinstance(fact.value, Quantity) and (address := address_of(fact, year))
    }


def known_from(given: Mapping[str, Fact], outline: Outline) -> dict[str, Known]:
    """报来的数和能算出的数。增减率只在算不出时才用报来的：它是结果，不是来源。"""
    stated = {address: _stated(fact) for address, fact in given.items()}
    primary = {a: item for a, item in stated.items() if not a.endswith(".change_rate")}
    return {**stated, **solve(primary, outline.all_relations)}


def figures_from(
    known: Mapping[str, Known], given: Mapping[str, Fact], outline: Outline, percent_places: int
) -> dict[str, Figure]:
    """每个已知数的印法、算式、依据和所据事实。"""
    made = {a: _figure(a, item, outline, percent_places) for a, item in known.items()}
    return {
        address: figure.model_copy(
            update={
                "formula": formula(known[address].terms, made),
                "facts": roots(address, known, given),
            }
        )
        for address, figure in made.items()
    }


def formula(terms: Terms, figures: Mapping[str, Figure]) -> str:
    """算式的中文写法：决算收入总计12.00万元 - 上年决算收入总计10.00万元。"""
    parts = (
        f" {sign} {figures[a].label}{figures[a].quantity}"
        if sign
        else f"{figures[a].label}{figures[a].quantity}"
        for sign, a in terms
    )
    return "".join(parts)


def roots(address: str, known: Mapping[str, Known], given: Mapping[str, Fact]) -> tuple[str, ...]:
    """一个数最终依据的事实编号。"""
    item = known[address]
    if item.relation is None:
        return (given[address].id,) if address in given else ()
    found = (fact for _, a in item.terms for fact in roots(a, known, given))
    return tuple(dict.fromkeys(found))


def _stated(fact: Fact) -> Known:
    assert isinstance(fact.value, Quantity)
    return Known(fact.value.base, Interval.printed(fact.value))


def _figure(address: str, item: Known, outline: Outline, percent_places: int) -> Figure:
    unit, places = printing(outline.field(address), address, percent_places)
    return Figure(
        key=address,
        label=label_for(address, outline.labels),
        quantity=Quantity(value=half_up(item.value / unit_named(unit).factor, places), unit=unit),
        exact=item.value,
        given=item.relation is None,
        basis=item.relation.basis if item.relation else "",
    )


def printing(field: FieldSpec | None, address: str, percent_places: int) -> tuple[str, int]:
    """某地址印成什么单位、几位小数。"""
    if address.endswith(".change_rate"):
        return "%", percent_places
    if field is None:
        return "", 2
    is_rate = field.kind is FieldKind.RATE
    unit = "个百分点" if is_rate and address.endswith(".change") else field.unit
    if field.places is not None:
        return unit, field.places
    return unit, percent_places if is_rate else _PLACES[field.kind]
