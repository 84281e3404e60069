"""串位之误：串年、照抄上年数、串行、串列、并列两项互换、两处不一、表文不一。"""

import re
from collections.abc import Iterator
from itertools import pairwise
from random import Random

from benchmarks.mutation.figures import Figure
from benchmarks.mutation.passage import Passage, tokens
from benchmarks.mutation.slips.digits import mistyped, transposed
from benchmarks.mutation.slips.edit import Edit, Slip, claims_of, figure, operand, redigit, word


def _swapped(one: Figure, other: Figure) -> Edit:
    return {
        one.key: one._replace(digits=other.digits),
        other.key: other._replace(digits=one.digits),
    }


def swapped_years(rng: Random, passage: Passage) -> Iterator[Edit]:
    """本年数与上年数对调。"""
    for claim in claims_of(passage, "yoy_percent", "yoy_amount"):
        now, before = operand(passage, claim, "current"), operand(passage, claim, "prior")
        if now is not None and before is not None and now.unit == before.unit:
            yield _swapped(now, before)


def copied_prior(rng: Random, passage: Passage) -> Iterator[Edit]:
    """本年数照抄上年数。"""
    for claim in claims_of(passage, "yoy_percent", "yoy_amount"):
        now, before = operand(passage, claim, "current"), operand(passage, claim, "prior")
        if now is not None and before is not None and now.unit == before.unit:
            yield redigit(now, before.digits)


def _column(key: str) -> str:
    """表格格子的列：键去掉行号，如 0.w3 的 w。"""
    return re.sub(r"\d+$|t$", "", key.rpartition(".")[2])


def _cells(passage: Passage) -> dict[str, list[Figure]]:
    found: dict[str, list[Figure]] = {}
    for token in tokens(passage).values():
        if isinstance(token, Figure) and token.style.bare:
            prefix = token.key.rpartition(".")[0]
            found.setdefault(f"{prefix}.{_column(token.key)}", []).append(token)
    return found


def swapped_rows(rng: Random, passage: Passage) -> Iterator[Edit]:
    """表内同列相邻两行互换一格。"""
    for column in _cells(passage).values():
        steps = list(pairwise(column))
        for one, other in rng.sample(steps, len(steps)):
            yield _swapped(one, other)


def swapped_columns(rng: Random, passage: Passage) -> Iterator[Edit]:
    """同一行预算数与执行数互换。"""
    for claim in claims_of(passage, "execution_rate"):
        part, whole = operand(passage, claim, "part"), operand(passage, claim, "whole")
        if part is not None and whole is not None:
            yield _swapped(part, whole)


def swapped_pair(rng: Random, passage: Passage) -> Iterator[Edit]:
    """并列的两项，额或幅互换。"""
    claims = [c for c in claims_of(passage, "yoy_percent") if c.family != "table"]
    for one, other in pairwise(claims):
        first, second = figure(passage, one.stated), figure(passage, other.stated)
        if first is not None and second is not None:
            yield _swapped(first, second)
        left, right = operand(passage, one, "change"), operand(passage, other, "change")
        if left is not None and right is not None:
            yield _swapped(left, right)


def _slip_digits(rng: Random, digits: str) -> str:
    options = [d for d in (*transposed(digits), *mistyped(digits)) if d != digits]
    good = [d for d in options if not d.startswith("0") or d.startswith("0.")]
    return rng.choice(good or [digits])


def two_places(rng: Random, passage: Passage) -> Iterator[Edit]:
    """同一数在两处写得不一。"""
    for claim in claims_of(passage, "same_as"):
        stated = figure(passage, claim.stated)
        if stated is not None and claim.family != "table":
            yield redigit(stated, _slip_digits(rng, stated.digits))


def cell_and_prose(rng: Random, passage: Passage) -> Iterator[Edit]:
    """正文与表内之数不一。"""
    for claim in claims_of(passage, "same_as"):
        stated = figure(passage, claim.stated)
        if stated is not None and claim.family == "table":
            yield redigit(stated, _slip_digits(rng, stated.digits))


def year_label(rng: Random, passage: Passage) -> Iterator[Edit]:
    """年份未改：与本年相比，或本年印成上年。"""
    for claim in claims_of(passage, "year"):
        prior = word(passage, claim.stated)
        if prior is not None:
            year = str(int(prior.text) + 1)
            yield {prior.key: prior._replace(text=year, meaning=year)}


SLIPS = (
    Slip("swapped-years", "本年数与上年数对调", "串年", swapped_years),
    Slip("copied-prior", "照抄上年数", "上年数照抄", copied_prior),
    Slip("swapped-rows", "表内上下行互换", "串行", swapped_rows),
    Slip("swapped-columns", "预算数与执行数对调", "串列", swapped_columns),
    Slip("swapped-pair", "并列两项互换", "串行", swapped_pair),
    Slip("two-places", "同一数两处不一", "", two_places),
    Slip("cell-and-prose", "正文与表不一", "", cell_and_prose),
    Slip("year-label", "比较的年份与本年相同", "年份未改", year_label),
)
