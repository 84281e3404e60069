"""后一阶段的率：最终合格率、复检合格率，不拿前一阶段的合格数断定它错。

抽检60批次，初检合格57批次，初检合格率95%，3批次复检合格，最终合格率100%。
"""

import re

from assistant.reading.claims.judging.judging import Claim, Doubt
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Paragraph

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
    if _AGAIN.search(said) or (stage and not own):
        return claim._replace(certain=False, doubt=Doubt.AGREE)
    return claim
