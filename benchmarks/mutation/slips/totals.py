"""合计与清点之误：漏项、漏行、合计未更新、清点不符、漏列一条。"""

from collections.abc import Iterator
from decimal import Decimal
from random import Random

from benchmarks.mutation.figures import Figure, places
from benchmarks.mutation.passage import Claim, Item, Passage, leaves, tokens
from benchmarks.mutation.slips.edit import Edit, Slip, by_role, claims_of, figure, redigit

MISSING, STALE = "漏项", "合计未更新"


def _items(passage: Passage) -> list[Item]:
    return [t for t in tokens(passage).values() if isinstance(t, Item)]


def _holds(item: Item, keys: set[str]) -> bool:
    return any(not isinstance(p, str) and p.key in keys for p in leaves(item.parts))


def _parts_of(passage: Passage, *relations: str) -> list[tuple[Claim, set[str]]]:
    return [(c, set(by_role(c, "part"))) for c in claims_of(passage, *relations)]


def missing_part(rng: Random, passage: Passage) -> Iterator[Edit]:
    """其中少列一项（不是首项，连同前面的标点删去，仍成句）。"""
    for claim, parts in _parts_of(passage, "sum", "score_sum"):
        if claim.family == "table":
            continue
        held = [item for item in _items(passage) if _holds(item, parts)]
        if len(held) > 2:
            yield {rng.choice(held[1:]).key: None}


def missing_row(rng: Random, passage: Passage) -> Iterator[Edit]:
    """表中少一行，合计仍旧。"""
    for claim, parts in _parts_of(passage, "sum", "score_sum"):
        held = [i for i in _items(passage) if _holds(i, parts) and not _holds(i, {claim.stated})]
        if claim.family == "table" and len(held) > 2:
            yield {rng.choice(held).key: None}


def stale_total(rng: Random, passage: Passage) -> Iterator[Edit]:
    """后来添了一项，合计没有改：合计少了其中一项。"""
    found = tokens(passage)
    for claim, parts in _parts_of(passage, "sum", "score_sum"):
        stated = figure(passage, claim.stated)
        added = [found[k] for k in sorted(parts) if isinstance(found.get(k), Figure)]
        if stated is None or len(added) < 3:
            continue
        last = rng.choice(added)
        if isinstance(last, Figure) and last.unit == stated.unit:
            left = Decimal(stated.digits) - Decimal(last.digits)
            yield redigit(stated, f"{left:.{places(stated.digits)}f}")


def count_number(rng: Random, passage: Passage) -> Iterator[Edit]:
    """所称项数与列举不符。"""
    for claim in claims_of(passage, "count"):
        stated = figure(passage, claim.stated)
        if stated is not None:
            yield redigit(stated, str(int(stated.digits) + rng.choice((1, -1))))


def item_dropped(rng: Random, passage: Passage) -> Iterator[Edit]:
    """列举少了末尾一条，项数未改。"""
    for claim in claims_of(passage, "count"):
        held = [i for i in _items(passage) if i.key in set(by_role(claim, "item"))]
        if len(held) > 2:
            yield {held[-1].key: None}


SLIPS = (
    Slip("missing-part", "其中漏列一项", MISSING, missing_part),
    Slip("missing-row", "表中漏一行", MISSING, missing_row),
    Slip("stale-total", "合计未更新", STALE, stale_total),
    Slip("count-number", "项数与列举不符", "", count_number),
    Slip("item-dropped", "列举漏一条", "", item_dropped),
)
