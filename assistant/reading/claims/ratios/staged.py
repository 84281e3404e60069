"""后一阶段的率：最终合格率、复检合格率，不拿前一阶段的合格数断定它错。

抽检60批次，初检合格57批次，初检合格率95%，3批次复检合格，最终合格率100%。
"""

import re
from collections.abc import Iterator

from assistant.reading.claims.judging.formulas import GATHERED, Formula
from assistant.reading.claims.judging.judging import Claim, Doubt, Input
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import STOCKS, same_unit

_AGAIN = re.compile("复检|复验|复查|整改后")  # 分母只是前一阶段不合格的
_IN_ALL = re.compile("最终|累计")  # 分子是各阶段之和


def of_later_stage(paragraph: Paragraph, at: int, claim: Claim) -> Claim:
    """At 是后一阶段的率，分子没说是同一阶段的：只有算得通才算读懂。"""
    item, part = paragraph.items[at], claim.inputs[0]
    said = f"{item.lead}{item.name}"
    stage = _IN_ALL.search(said)
    own = stage is not None and any(
        stage.group() in each.lead for each in paragraph.items if plain(each, part.role) == part
    )
    if stage and not own and (ways := tuple(_gathered(paragraph, at))):
        (formula, inputs), *rest = ways
        others = (*rest, *claim.others, (claim.formula, claim.inputs))
        claim = claim._replace(formula=formula, inputs=inputs, others=others, decoys=())
        return claim._replace(certain=False, doubt=Doubt.CAUSE)
    if _AGAIN.search(said) or (stage and not own):
        return claim._replace(certain=False, doubt=Doubt.AGREE)
    return claim


def _gathered(paragraph: Paragraph, at: int) -> Iterator[tuple[Formula, tuple[Input, ...]]]:
    """两个阶段合格的：后一个不少于前一个的已经连同前一个，少的要加上前一个；除以头一个数。"""
    items, doing = paragraph.items, paragraph.items[at].name.removesuffix("率")[-2:]
    near = [i for i in paragraph.back(at - 1) if items[at].sentence - items[i].sentence <= 1]
    passed = [i for i in near[::-1] if items[i].role in STOCKS and doing in items[i].lead]
    passed = [i for i in passed if f"不{doing}" not in items[i].lead]
    if len(passed) != 2 or not same_unit(items[passed[0]], items[passed[1]]):
        return
    wholes = (i for i in near if i < passed[0] and same_unit(items[i], items[passed[0]]))
    whole = next(wholes, -1)
    first, last = (items[i].quantity.base for i in passed)
    used = passed[1:] if last >= first else passed
    if whole >= 0 and items[whole].quantity.base >= sum(items[i].quantity.base for i in used):
        yield GATHERED, (plain(items[whole], "whole"), *(plain(items[i], "part") for i in used))
