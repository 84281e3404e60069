"""评分与词语之误：等级不合分档、分档有缝、得分超分值、平均数不可得、大于小于、翻番、先后。"""

from collections.abc import Iterator
from fractions import Fraction
from random import Random

from benchmarks.mutation import figures as printed
from benchmarks.mutation.figures import Figure, value
from benchmarks.mutation.passage import Passage, tokens
from benchmarks.mutation.slips.edit import (
    Edit,
    Slip,
    by_role,
    claims_of,
    figure,
    operand,
    redigit,
    word,
)

OPPOSITE = {"大于": ("小于", "less"), "小于": ("大于", "more")}


def grade_off(rng: Random, passage: Passage) -> Iterator[Edit]:
    """等级写成相邻的一档。"""
    for claim in claims_of(passage, "grade"):
        found = word(passage, claim.stated)
        keys = by_role(claim, "name")
        names = [w.text for k in keys if (w := word(passage, k)) is not None]
        if found is None or found.text not in names:
            continue
        at = names.index(found.text)
        near = names[at - 1] if at else names[1]
        yield {found.key: found._replace(text=near, meaning=near)}


def scale_gap(rng: Random, passage: Passage) -> Iterator[Edit]:
    """分档界限错位：上一档的下限与下一档的上限对不上。"""
    for claim in claims_of(passage, "falling"):
        tops = [f for k in by_role(claim, "top") if (f := figure(passage, k)) is not None]
        for top in tops[:1]:
            yield redigit(top, str(int(top.digits) + rng.choice((5, -5))))


def above_weight(rng: Random, passage: Passage) -> Iterator[Edit]:
    """得分高于分值。"""
    for claim in claims_of(passage, "bound"):
        stated, most = figure(passage, claim.stated), operand(passage, claim, "most")
        if stated is not None and most is not None:
            over = value(most) + Fraction(rng.randint(10, 200), 100)
            yield redigit(stated, printed.half_up(over, 2))


def unreachable_mean(rng: Random, passage: Passage) -> Iterator[Edit]:
    """平均分由给定粒度的 n 个分数得不到。"""
    for claim in claims_of(passage, "average"):
        stated = figure(passage, claim.stated)
        if stated is not None and by_role(claim, "grain"):
            shift = Fraction(rng.choice((1, -1, 2, -2)), 100)
            yield redigit(stated, printed.half_up(value(stated) + shift, 2))


def wrong_mean(rng: Random, passage: Passage) -> Iterator[Edit]:
    """平均分算错（少算一个分数）。"""
    found = tokens(passage)
    for claim in claims_of(passage, "average"):
        stated = figure(passage, claim.stated)
        scores = [found[k] for k in by_role(claim, "score")]
        numbers = [value(f) for f in scores if isinstance(f, Figure)]
        if stated is not None and len(numbers) > 2:
            mean = sum(numbers[:-1], Fraction(0)) / (len(numbers) - 1)
            yield redigit(stated, printed.half_up(mean, 2))


def compare_word(rng: Random, passage: Passage) -> Iterator[Edit]:
    """大于小于写反。"""
    for claim in claims_of(passage, "compare"):
        found = word(passage, claim.stated)
        if found is not None and found.text in OPPOSITE:
            text, meaning = OPPOSITE[found.text]
            yield {found.key: found._replace(text=text, meaning=meaning)}


def doubling_word(rng: Random, passage: Passage) -> Iterator[Edit]:
    for claim in claims_of(passage, "doubling"):
        found = word(passage, claim.stated)
        if found is not None:
            times = "2" if found.meaning == "1" else "1"
            text = "翻了两番" if times == "2" else "翻了一番"
            yield {found.key: found._replace(text=text, meaning=times)}


def out_of_order(rng: Random, passage: Passage) -> Iterator[Edit]:
    """起讫日期或区间先后颠倒。"""
    for claim in claims_of(passage, "order"):
        last, first = figure(passage, claim.stated), operand(passage, claim, "first")
        if last is not None and first is not None:
            yield {
                last.key: last._replace(digits=first.digits),
                first.key: first._replace(digits=last.digits),
            }


SLIPS = (
    Slip("grade-off", "等级不合分档", "", grade_off),
    Slip("scale-gap", "分档有缝或重叠", "", scale_gap),
    Slip("above-weight", "得分超过分值", "", above_weight),
    Slip("unreachable-mean", "平均分不可得", "", unreachable_mean),
    Slip("wrong-mean", "平均分算错", "", wrong_mean),
    Slip("compare-word", "大于小于写反", "正负或增减用词反", compare_word),
    Slip("doubling-word", "翻番数写错", "", doubling_word),
    Slip("out-of-order", "起讫颠倒", "", out_of_order),
)
