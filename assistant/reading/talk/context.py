"""承前：没有口径名的数，从前文里找它可能说的是哪一项、哪一年。"""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from assistant.domain.outline import split_key
from assistant.domain.quantities import Quantity
from assistant.reading.talk.bound import Bound
from assistant.reading.talk.labels import sibling
from assistant.reading.talk.types import Context

Place = tuple[str, int]
Fits = Callable[[str], bool]


def placed(addresses: Iterable[str], year: int, stated: bool, report_year: int) -> list[Place]:
    """地址落到键和年份。刚问的带 .prior 而话里没写年份时，说的是上年。"""
    found: dict[Place, None] = {}
    for address in addresses:
        key, suffix = split_key(address)
        last = suffix == ".prior" and not stated
        found[key, report_year - 1 if last else year] = None
    return list(found)


def places_before(
    bound: Bound, context: Context, fits: Fits, year: int, stated: bool, report_year: int
) -> list[Place]:
    """前文里可能的去处；不止一个就是说不清，由调用者问人。

    先看说过而没有准数的，更正先看刚说过的，再看刚问的。话里写了年份、又接得上刚说过的一项，
    与刚问的不是一回事时，两边都给出；“今年的是A”说的就是刚说过的那一项。
    """

    def at(addresses: Sequence[str]) -> list[Place]:
        return placed([a for a in addresses if fits(a)], year, stated, report_year)

    if found := at(context.open[-1:]):
        return found
    said = [known.key for known in reversed(context.known) if fits(known.key)]
    if bound.elliptic and (topic := _topic(bound, at(said[:1]), context)):
        return topic
    if bound.revising and said:
        return at(said[:1])
    asked = at(context.asked)
    topic = _topic(bound, at(said[:1]), context) if stated else []
    return list(dict.fromkeys([*asked, *topic]))


def valued_before(context: Context, fits: Fits, old: Decimal) -> list[Place]:
    """“655.9改成656.9”：报过 655.9 的那一项；没有报过的为空。"""
    said = [
        (known.key, known.year)
        for known in reversed(context.known)
        if isinstance(known.value, Quantity) and known.value.value == old and fits(known.key)
    ]
    return said[:1]


def _topic(bound: Bound, places: list[Place], context: Context) -> list[Place]:
    """刚说过的一项的另一年；说“都”而收支成对的，两项都算。"""
    if not places or context.known[-1].key != places[0][0]:
        return []
    key, year = places[0]
    both = [(key, year), (sibling(key), year)] if bound.each and sibling(key) else [(key, year)]
    return [place for place in both if context.value(*place) is None]
