"""单位之误：元、万元、亿元互错，百分点与百分比互错。"""

from collections.abc import Iterator
from decimal import Decimal
from random import Random

from benchmarks.mutation.passage import Passage
from benchmarks.mutation.slips.edit import Edit, Slip, claims_of, figure, figures_of, redigit

CAUSE = "元/万元差一万倍"
POINT = "百分点当百分比"


def _unit_word(wrong: dict[str, str], rng: Random, passage: Passage) -> Iterator[Edit]:
    """只改单位词，数字不动；表格单位在表头，不在此列。"""
    found = figures_of(passage)
    for each in rng.sample(found, len(found)):
        if each.unit in wrong and not each.style.bare:
            yield {each.key: each._replace(unit=wrong[each.unit])}


def yuan_word(rng: Random, passage: Passage) -> Iterator[Edit]:
    return _unit_word({"万元": "元", "元": "万元"}, rng, passage)


def hundred_million_word(rng: Random, passage: Passage) -> Iterator[Edit]:
    return _unit_word({"万元": "亿元", "亿元": "万元"}, rng, passage)


def ten_thousand_fold(rng: Random, passage: Passage) -> Iterator[Edit]:
    """单位不动，数字按另一单位填：多或少四个零。"""
    found = figures_of(passage)
    for each in rng.sample(found, len(found)):
        if each.unit == "万元":
            number = Decimal(each.digits) * 10_000
            yield redigit(each, f"{number:.2f}" if "." in each.digits else f"{number:f}")
        elif each.unit == "元":
            yield redigit(each, f"{Decimal(each.digits) / 10_000:.2f}")


def percent_as_point(rng: Random, passage: Passage) -> Iterator[Edit]:
    for claim in claims_of(passage, "yoy_percent"):
        stated = figure(passage, claim.stated)
        if stated is not None and stated.unit == "%" and claim.family != "table":
            yield {stated.key: stated._replace(unit="个百分点")}


def point_as_percent(rng: Random, passage: Passage) -> Iterator[Edit]:
    for claim in claims_of(passage, "difference"):
        stated = figure(passage, claim.stated)
        if stated is not None and stated.unit == "个百分点":
            yield {stated.key: stated._replace(unit="%")}


SLIPS = (
    Slip("yuan-word", "万元写成元（或反之）", CAUSE, yuan_word),
    Slip("yi-word", "万元写成亿元（或反之）", "单位错", hundred_million_word),
    Slip("ten-thousand-fold", "按另一单位填数，差一万倍", CAUSE, ten_thousand_fold),
    Slip("percent-as-point", "百分比写成百分点", POINT, percent_as_point),
    Slip("point-as-percent", "百分点写成百分比", POINT, point_as_percent),
)
