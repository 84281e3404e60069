"""率之误：基数用错、分母用错、截尾、方向词、正负号、增加到与增加了。"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from random import Random

from benchmarks.mutation import figures as printed
from benchmarks.mutation.figures import Figure, value
from benchmarks.mutation.manner import FLIP
from benchmarks.mutation.passage import Claim, Passage, Word
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

SIGN = "正负或增减用词反"


def _stated(passage: Passage, claim: Claim) -> Figure | None:
    return figure(passage, claim.stated)


def _changed(passage: Passage, claim: Claim) -> Fraction | None:
    """变动额的绝对值，以基本单位计。"""
    now, before = operand(passage, claim, "current"), operand(passage, claim, "prior")
    change = operand(passage, claim, "change")
    if change is not None:
        return value(change)
    return value(now) - value(before) if now is not None and before is not None else None


def this_year_base(rng: Random, passage: Passage) -> Iterator[Edit]:
    """以本年数为基数。"""
    for claim in claims_of(passage, "yoy_percent"):
        stated, now = _stated(passage, claim), operand(passage, claim, "current")
        change = _changed(passage, claim)
        if stated is None or now is None or change is None or not value(now):
            continue
        rate = 100 * abs(change) / value(now)
        rate = -rate if stated.digits.startswith("-") else rate
        yield redigit(stated, printed.half_up(rate, printed.places(stated.digits)))


def exact_rate(passage: Passage, claim: Claim) -> Fraction | None:
    """按印出的操作数算得的率。"""
    if claim.relation == "yoy_percent":
        return _exact_growth(passage, claim)
    part, whole = operand(passage, claim, "part"), operand(passage, claim, "whole")
    if part is None or whole is None or not value(whole):
        return None
    return 100 * value(part) / value(whole)


def _exact_growth(passage: Passage, claim: Claim) -> Fraction | None:
    now, before = operand(passage, claim, "current"), operand(passage, claim, "prior")
    change = _changed(passage, claim)
    if change is None:
        return None
    if before is not None:
        return 100 * abs(change) / value(before) if value(before) else None
    down = any(w.meaning == "down" for w in _words(passage, claim))
    base = value(now) - (-change if down else change) if now is not None else Fraction(0)
    return 100 * abs(change) / base if base > 0 else None


def _words(passage: Passage, claim: Claim) -> list[Word]:
    found = (word(passage, key) for key in by_role(claim, "direction"))
    return [w for w in found if w is not None]


def truncated(rng: Random, passage: Passage) -> Iterator[Edit]:
    """该进位而截去。"""
    for claim in claims_of(passage, "yoy_percent", "ratio", "execution_rate"):
        stated, rate = _stated(passage, claim), exact_rate(passage, claim)
        if stated is None or rate is None or stated.digits.startswith("-"):
            continue
        cut = printed.truncated(rate, printed.places(stated.digits))
        if cut != stated.digits:
            yield redigit(stated, cut)


def opening_base(rng: Random, passage: Passage) -> Iterator[Edit]:
    """执行率误以年初预算为分母。"""
    for claim in claims_of(passage, "execution_rate"):
        stated, part = _stated(passage, claim), operand(passage, claim, "part")
        opening = operand(passage, claim, "opening")
        if stated is None or part is None or opening is None or not value(opening):
            continue
        rate = 100 * value(part) / value(opening)
        yield redigit(stated, printed.half_up(rate, printed.places(stated.digits)))


def wrong_whole(rng: Random, passage: Passage) -> Iterator[Edit]:
    """占比张冠李戴：印了另一项的占比。"""
    shares = list(claims_of(passage, "ratio"))
    for one, other in pairwise(shares):
        stated, borrowed = _stated(passage, one), operand(passage, other, "part")
        source = figure(passage, other.stated)
        if stated is not None and borrowed is not None and source is not None:
            yield redigit(stated, source.digits)


def _flipped(found: Word) -> Word:
    meaning = "down" if found.meaning == "up" else "up"
    return found._replace(text=FLIP[found.text], meaning=meaning)


def one_direction(rng: Random, passage: Passage) -> Iterator[Edit]:
    """增减词有两处的，写反一处。"""
    for claim in claims_of(passage, "yoy_percent", "yoy_amount", "difference"):
        found = _words(passage, claim)
        if len(found) > 1:
            wrong = rng.choice(found)
            yield {wrong.key: _flipped(wrong)}


def every_direction(rng: Random, passage: Passage) -> Iterator[Edit]:
    """一处勾稽的增减词全写反。"""
    for claim in claims_of(passage, "yoy_percent", "yoy_amount", "difference"):
        if found := _words(passage, claim):
            yield {w.key: _flipped(w) for w in found}


def lost_sign(rng: Random, passage: Passage) -> Iterator[Edit]:
    """负号丢失或误加（额、率带符号的写法与表格）。"""
    for claim in claims_of(passage, "yoy_percent", "yoy_amount"):
        stated = _stated(passage, claim)
        if stated is None or by_role(claim, "direction"):
            continue
        bare = stated.digits.removeprefix("-")
        yield redigit(stated, bare if stated.digits.startswith("-") else "-" + bare)


def to_for_by(rng: Random, passage: Passage) -> Iterator[Edit]:
    """增加到写成增加了。"""
    for claim in claims_of(passage, "yoy_percent", "yoy_amount"):
        for key in by_role(claim, "mode"):
            found = word(passage, key)
            if found is not None and found.meaning == "to":
                yield {key: found._replace(text="了", meaning="by")}


SLIPS = (
    Slip("this-year-base", "增减幅度以本年数为基数", "以本年数为基数", this_year_base),
    Slip("truncated", "末位截去不进", "截尾", truncated),
    Slip("opening-base", "执行率以年初预算为分母", "分母用错", opening_base),
    Slip("wrong-share", "占比印成另一项的", "串行", wrong_whole),
    Slip("one-direction", "增减用词写反一处", SIGN, one_direction),
    Slip("every-direction", "增减用词全反", SIGN, every_direction),
    Slip("lost-sign", "负号丢失或误加", SIGN, lost_sign),
    Slip("to-for-by", "增加到写成增加了", "", to_for_by),
)
