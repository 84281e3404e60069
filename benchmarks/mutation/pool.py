"""干净的底稿：各句族、表、整篇报告与公开句，按种子生成。"""

from collections.abc import Callable, Iterator
from random import Random
from typing import NamedTuple, TypeAlias

from benchmarks.mutation import manner as hand
from benchmarks.mutation.documents import Context, surround
from benchmarks.mutation.families import (
    changes,
    mentions,
    scores,
    shares,
    sums,
    tables,
    woven_counts,
    woven_money,
)
from benchmarks.mutation.manner import Manner
from benchmarks.mutation.oracle import broken
from benchmarks.mutation.passage import Passage, join
from benchmarks.mutation.reports import compose
from benchmarks.mutation.unseen import (
    counts,
    eighth,
    fifth_changes,
    fifth_clean,
    fifth_counts,
    fifth_scores,
    fifth_shares,
    fifth_sums,
    fourth,
    money,
    second_counts,
    second_money,
    seventh,
    sixth_counts,
    sixth_money,
    third_accounts,
    third_levels,
    third_natural,
    third_people,
    third_works,
)

Family: TypeAlias = Callable[[Random, Manner], Passage]
SENTENCES: tuple[Family, ...] = (
    *(changes.amount_and_rate,) * 4,
    changes.signed_change,
    *(changes.with_prior,) * 2,
    *(changes.rate_only,) * 2,
    changes.amount_only,
    changes.to_value,
    changes.doubled,
    *(changes.paired,) * 2,
    changes.paired_one,
    changes.flat,
    *(shares.shares,) * 3,
    *(shares.lone_share,) * 2,
    *(shares.execution,) * 3,
    shares.compared_execution,
    shares.three_steps,
    *(shares.points,) * 2,
    shares.each,
    shares.count_rate,
    *(sums.total,) * 3,
    sums.closing_total,
    sums.nested,
    sums.carried,
    sums.left_over,
    sums.people,
    sums.cars,
    sums.graded_projects,
    scores.total,
    scores.weights,
    scores.execution_points,
    scores.mean,
    scores.whole_mean,
    scores.grade,
    scores.bounded,
    scores.listed,
    scores.indicators,
    scores.dates,
    scores.ranges,
    mentions.repeated,
    mentions.converted,
    mentions.unbound,
    mentions.quiet,
    *woven_money.FAMILIES,
    *woven_counts.FAMILIES,
)
TABLES: tuple[Family, ...] = (
    tables.execution_table,
    tables.change_table,
    tables.asset_table,
    tables.score_table,
    tables.function_table,
)
FIRST: tuple[Family, ...] = (*money.FAMILIES, *counts.FAMILIES)
SECOND: tuple[Family, ...] = (*second_money.FAMILIES, *second_counts.FAMILIES)
THIRD: tuple[Family, ...] = (
    *third_accounts.FAMILIES,
    *third_works.FAMILIES,
    *third_levels.FAMILIES,
    *third_people.FAMILIES,
    *third_natural.FAMILIES,
)
FOURTH: tuple[Family, ...] = fourth.FAMILIES
FIFTH: tuple[Family, ...] = (
    *fifth_changes.FAMILIES,
    *fifth_shares.FAMILIES,
    *fifth_sums.FAMILIES,
    *fifth_counts.FAMILIES,
    *fifth_scores.FAMILIES,
    *fifth_clean.FAMILIES,
)
SIXTH: tuple[Family, ...] = (*sixth_money.FAMILIES, *sixth_counts.FAMILIES)
SEVENTH: tuple[Family, ...] = seventh.FAMILIES
EIGHTH: tuple[Family, ...] = eighth.FAMILIES
TABLE_SHARE, REPORT_SHARE, PARAGRAPH_SHARE = 0.12, 0.05, 0.08


def paragraph(rng: Random, manner: Manner) -> Passage:
    """一段：一句说钱，两三句说事，先后不定；各句名目不重。"""
    chosen = [rng.choice(woven_money.FAMILIES)]
    chosen += rng.sample(woven_counts.FAMILIES, rng.choice((2, 3)))
    return join([make(rng, manner) for make in rng.sample(chosen, len(chosen))])


class Base(NamedTuple):
    """一份干净底稿。group: 句 | 段 | 表 | 报告 | 公开句。"""

    id: str
    family: str
    group: str
    passage: Passage
    context: Context


def invented(seed: int, size: int) -> Iterator[Base]:
    """size 份虚构底稿；不相容的（生成器自身之误）直接报错。"""
    for index in range(size):
        rng = Random(f"{seed}/{index}")
        base = _one(rng, f"b{index:05d}")
        if wrong := broken(base.passage):
            raise AssertionError(f"底稿自相矛盾：{base.family} {wrong[0]}")
        yield base


def unseen(seed: int, size: int, families: tuple[Family, ...]) -> Iterator[Base]:
    """size 份另一组人写的底稿，各句族轮流。"""
    for index in range(size):
        rng = Random(f"unseen/{seed}/{index}")
        manner = hand.draw(rng)
        family = families[index % len(families)]
        passage = family(rng, manner)
        if wrong := broken(passage):
            raise AssertionError(f"底稿自相矛盾：{family.__name__} {wrong[0]}")
        label = f"unseen.{family.__name__}"
        yield Base(f"u{index:05d}", label, "未见", passage, surround(rng, manner, table=False))


def _one(rng: Random, name: str) -> Base:
    manner = hand.draw(rng)
    roll = rng.random()
    if roll < REPORT_SHARE:
        context = Context("", "", 0, rng.randrange(10**9))
        return Base(name, "report", "报告", compose.report(rng, manner), context)
    table = roll < REPORT_SHARE + TABLE_SHARE
    woven = roll > 1 - PARAGRAPH_SHARE
    family = paragraph if woven else rng.choice(TABLES if table else SENTENCES)
    context = surround(rng, manner, table=table)
    label = f"{family.__module__.rpartition('.')[2]}.{family.__name__}"
    group = "表" if table else "段" if woven else "句"
    return Base(name, label, group, family(rng, manner), context)
