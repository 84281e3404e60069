"""全部错法。"""

from benchmarks.mutation.slips import digits, judgements, places, rates, totals, units

SLIPS = (
    *digits.SLIPS,
    *units.SLIPS,
    *rates.SLIPS,
    *places.SLIPS,
    *totals.SLIPS,
    *judgements.SLIPS,
)
