"""归因：一个错的哪些原因同样说得通——按该原因改一处便全部相容的，都算。"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import islice
from random import Random

from benchmarks.mutation.figures import Figure, half_up
from benchmarks.mutation.figures import places as decimals
from benchmarks.mutation.oracle import CONSISTENT, broken_by, judge
from benchmarks.mutation.passage import Claim, Passage, replace, tokens
from benchmarks.mutation.slips import places, rates, units
from benchmarks.mutation.slips.digits import DIGITS, added, dropped, shifted, transposed
from benchmarks.mutation.slips.edit import Edit, by_role, figure, operand, redigit
from benchmarks.mutation.slips.totals import MISSING, STALE

REPAIRS = {
    units.CAUSE: (units.yuan_word, units.ten_thousand_fold),
    "单位错": (units.hundred_million_word,),
    rates.SIGN: (rates.one_direction, rates.every_direction, rates.lost_sign),
    "串年": (places.swapped_years,),
    "串行": (places.swapped_rows, places.swapped_pair),
    "串列": (places.swapped_columns,),
}
RATE_CAUSES = (
    ("以本年数为基数", rates.this_year_base),
    ("截尾", rates.truncated),
    ("分母用错", rates.opening_base),
)
LIMIT = 60


def admissible(passage: Passage, wrong: Sequence[Claim], expected: str) -> frozenset[str]:
    """说得通的原因；expected 恒在其中。只在矛盾所涉的数上试改。"""
    found = {expected} if expected else set()
    near = _near(passage, wrong)
    found |= {
        cause
        for cause, finders in REPAIRS.items()
        if any(_mends(near, wrong, find(Random(0), near)) for find in finders)
    }
    if _mends(near, wrong, _digit_repairs(passage, wrong)):
        found.add(DIGITS)
    return frozenset(found | set(_signatures(passage, wrong)))


def _near(passage: Passage, wrong: Sequence[Claim]) -> Passage:
    """只留矛盾所涉的词与数，以及与它们相关的勾稽。"""
    keys = {key for claim in wrong for key in claim.members()}
    found = tokens(passage)
    related = tuple(c for c in passage.claims if keys & set(c.members()))
    outside = {k for c in related for k in c.members()} - keys
    hidden = tuple(f for k in outside if isinstance(f := found.get(k), Figure))
    parts = tuple(token for k, token in found.items() if k in keys)
    return Passage(parts, related, (*passage.hidden, *hidden))


def _mends(passage: Passage, wrong: Sequence[Claim], edits: Iterable[Edit]) -> bool:
    """有一处改动使先前的矛盾全消而不生新的；变成无从判断的不算消。"""
    return any(_settles(replace(passage, edit), edit, wrong) for edit in islice(edits, LIMIT))


def _settles(changed: Passage, edit: Edit, wrong: Sequence[Claim]) -> bool:
    found = tokens(changed)
    mended = all(judge(claim, found) == CONSISTENT for claim in wrong)
    return mended and not broken_by(changed, edit, ())


def _digit_repairs(passage: Passage, wrong: Sequence[Claim]) -> Iterator[Edit]:
    """对矛盾所涉的每个数试换位、添位、去位、移小数点。"""
    found: Mapping[str, object] = tokens(passage)
    for key in {k for claim in wrong for k in claim.members()}:
        token = found.get(key)
        if isinstance(token, Figure):
            for maker in (transposed, dropped, added, shifted):
                for digits in maker(token.digits):
                    yield redigit(token, digits)


def _signatures(passage: Passage, wrong: Sequence[Claim]) -> Iterator[str]:
    """凭数值特征认出的原因，须能解释全部矛盾。"""
    if len(wrong) == 1:
        yield from _rate_signature(passage, wrong[0])
    if all(c.relation in ("sum", "score_sum") for c in wrong) and _whole_row(passage, wrong):
        yield from set.intersection(*(set(_sum_signature(passage, c)) for c in wrong))
    for claim in wrong:
        now, before = operand(passage, claim, "current"), operand(passage, claim, "prior")
        if now is not None and before is not None and now.digits == before.digits:
            yield "上年数照抄"


def _rate_signature(passage: Passage, claim: Claim) -> Iterator[str]:
    """率正是这样错出来的，且换成应有的率便相容。"""
    alone = passage._replace(claims=(claim,))
    stated, rate = figure(passage, claim.stated), rates.exact_rate(passage, claim)
    if stated is None or rate is None:
        return
    right = redigit(stated, half_up(rate, decimals(stated.digits)))
    for cause, find in RATE_CAUSES:
        same = any(_same(passage, edit) for edit in find(Random(0), alone))
        if same and _mends(passage, [claim], [right]):
            yield cause


def _whole_row(passage: Passage, wrong: Sequence[Claim]) -> bool:
    """表里少一行会使各列合计都错；只错一列的不像漏行。"""
    columns = [c for c in passage.claims if c.family == "table" and c.relation == "sum"]
    return all(c.family != "table" for c in wrong) or len(wrong) == len(columns)


def _same(passage: Passage, edit: Edit) -> bool:
    """改动与现状相同：现状正是这样错出来的。"""
    found = tokens(passage)
    return all(
        isinstance(new, Figure) and isinstance(old := found[key], Figure) and new == old
        for key, new in edit.items()
    )


def _sum_signature(passage: Passage, claim: Claim) -> Iterator[str]:
    """各项之和小于合计为漏项；合计恰少其中一项为未更新。"""
    found = tokens(passage)
    stated = found.get(claim.stated)
    parts = [found.get(key) for key in by_role(claim, "part")]
    numbers = [Decimal(p.digits) for p in parts if isinstance(p, Figure)]
    if not isinstance(stated, Figure):
        return
    gap = Decimal(stated.digits) - sum(numbers)
    if gap > 0:
        yield MISSING
    elif -gap in numbers:
        yield STALE
