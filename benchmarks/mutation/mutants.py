"""注入：对每份底稿试每种错法，先判可查与否，再按错法与句族均衡取样。"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from random import Random
from typing import NamedTuple

from benchmarks.mutation.causes import admissible
from benchmarks.mutation.oracle import CONSISTENT, broken_by, judge
from benchmarks.mutation.passage import Claim, Item, Passage, leaves, replace, tokens
from benchmarks.mutation.pool import Base
from benchmarks.mutation.slips.catalogue import SLIPS
from benchmarks.mutation.slips.edit import Edit, Slip

CHECKABLE, UNREACHABLE, EQUIVALENT = "可查", "无从判定", "仍相容"


class Mutant(NamedTuple):
    """base 为底稿；broken 为被打破的勾稽；causes 为说得通的原因，cause 为注入的原因。"""

    id: str
    base: Base
    slip: Slip
    passage: Passage
    touched: tuple[str, ...]
    broken: tuple[Claim, ...]
    causes: frozenset[str]


class Fates(NamedTuple):
    """每种错法的结局计数：kind → 结局 → 个数。"""

    counts: dict[str, Counter[str]]


def fate(base: Passage, edit: Edit) -> tuple[str, Passage, list[Claim]]:
    """改后矛盾为可查；所涉勾稽仍相容为不成错；不在任何勾稽中为无从判定。"""
    changed = replace(base, edit)
    wrong = broken_by(changed, _inside(base, edit), ())
    if wrong:
        return CHECKABLE, changed, wrong
    found = tokens(changed)
    bound = [c for c in base.claims if set(c.members()) & _inside(base, edit)]
    held = any(judge(c, found) == CONSISTENT for c in bound)
    return (EQUIVALENT if held else UNREACHABLE), changed, []


def _inside(base: Passage, edit: Edit) -> set[str]:
    """所改的键；整条删去时连同条内的数和词。"""
    found = tokens(base)
    keys = set(edit)
    for key in edit:
        token = found[key]
        if isinstance(token, Item):
            keys |= {p.key for p in leaves(token.parts) if not isinstance(p, str)}
    return keys


def candidates(base: Base, fates: Fates) -> Iterator[tuple[Slip, Edit, Passage, list[Claim]]]:
    """每种错法在一份底稿上至多取两处（报告六处）。"""
    rng = Random(base.id)
    limit = 6 if base.group in ("报告", "公开句") else 2
    for slip in SLIPS:
        for edit in islice(slip.find(rng, base.passage), limit):
            end, changed, wrong = fate(base.passage, edit)
            fates.counts.setdefault(slip.kind, Counter())[end] += 1
            if end == CHECKABLE:
                yield slip, edit, changed, wrong


def draw(bases: Iterable[Base], size: int) -> tuple[list[Mutant], Fates]:
    """取 size 个可查的错，错法间、句族间尽量均衡。"""
    fates = Fates({})
    shelves: dict[str, dict[str, list[Mutant]]] = defaultdict(lambda: defaultdict(list))
    for base in bases:
        for slip, edit, changed, wrong in candidates(base, fates):
            mutant = Mutant("", base, slip, changed, tuple(edit), tuple(wrong), frozenset())
            shelves[slip.kind][base.family].append(mutant)
    chosen = _spread(shelves, size)
    return [
        m._replace(id=f"m{i:05d}", causes=admissible(m.passage, m.broken, m.slip.cause))
        for i, m in enumerate(chosen)
    ], fates


def _spread(shelves: dict[str, dict[str, list[Mutant]]], size: int) -> list[Mutant]:
    """各错法轮流取；一种错法内各句族轮流取。"""
    queues = {kind: _round_robin(list(by.values())) for kind, by in sorted(shelves.items())}
    chosen: list[Mutant] = []
    while len(chosen) < size and queues:
        for kind in list(queues):
            found = next(queues[kind], None)
            if found is None:
                del queues[kind]
            elif len(chosen) < size:
                chosen.append(found)
    return chosen


def _round_robin(shelves: list[list[Mutant]]) -> Iterator[Mutant]:
    rng = Random(len(shelves))
    rows = [iter(rng.sample(shelf, len(shelf))) for shelf in shelves]
    while rows:
        for row in list(rows):
            found = next(row, None)
            if found is None:
                rows.remove(row)
            else:
                yield found
