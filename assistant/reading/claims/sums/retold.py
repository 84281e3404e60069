"""刚说过又提到的同一个数：到位300万元。上述300万元已全部拨付；改造875户，改造的875户全部验收。"""

import re
from collections.abc import Iterator

from assistant.domain.quantities import Dimension
from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import SAME
from assistant.reading.claims.judging.judging import Claim
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import same_unit

_ABOVE = re.compile("^(?:上述|以上|前述|该|这)(?:的|笔)?$")
_DONE_TO = re.compile("([\u4e00-\u9fff]{2,4})的$")
_LAST = frozenset("述上该这的笔")
_WHOLLY = re.compile("[\u4e00-\u9fff]{0,4}(?:全部|均|都|已|悉数)")
_STOCKS = (Role.LEVEL, Role.REACHED, Role.FLOW)
_REACH = 2


def retold_claims(paragraph: Paragraph) -> Iterator[Claim]:
    """一段里的各处：前两句里同类的数只有一个，说的就是它。"""
    items = paragraph.items
    for at, item in enumerate(items):
        if item.role not in _STOCKS or item.dimension in (Dimension.RATIO, Dimension.SCORE):
            continue
        if item.lead[-1:] not in _LAST:
            continue
        above = _ABOVE.match(item.lead)
        done = _DONE_TO.search(item.lead)
        if not (above or done) or not _WHOLLY.match(paragraph.after(at)):
            continue
        told = [
            i
            for i in paragraph.back(at - 1)
            if 0 < item.sentence - items[i].sentence <= _REACH
            and items[i].role in _STOCKS
            and same_unit(items[i], item)
            and (above or (done and done[1] in paragraph.lead(i)))
        ]
        if len(told) == 1:
            yield Claim(
                Relationship.SAME_AS,
                SAME,
                (plain(items[told[0]], "other"),),
                plain(item, "this"),
                paragraph.flow.span(items[told[0]].spot.start, item.spot.end),
                certain=False,
            )
