"""一进一出相抵：利润是盈利减亏损，自然增长是出生减死亡，净迁入是迁入减迁出，
顺差是出口减进口，限额空间是限额减余额。

盈利企业盈利850万元，亏损企业亏损120万元，实现利润730万元；利润总额730万元，其中：盈利……，亏损……
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.domain.statements import Relationship
from assistant.reading.claims.judging.formulas import TOTAL
from assistant.reading.claims.judging.judging import Claim, Doubt
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.inputs import plain
from assistant.reading.claims.sentence.items import Item, Paragraph
from assistant.reading.claims.sentence.kinds import STOCKS, same_unit

_AS = "(?:总额|额|人口|人数|数|量)?(?:为|达|约|共)*$"
_NEAR = 4


class Net(NamedTuple):
    """一种相抵：进、出、相抵之后各怎样叫；sure 表示名称就写明了是这两样相抵。"""

    gain: re.Pattern[str]
    loss: re.Pattern[str]
    result: re.Pattern[str]
    sure: bool


_NETS = (
    Net(
        re.compile("^(?!.*(?:新增|剩余)).*限额(?:总额|数)?(?:为|达|约|共)*$"),
        re.compile("(?<!超)余额(?:总额|数)?(?:为|达|约|共)*$"),
        re.compile(
            "(?:限额(?:内)?(?:发债|举债|剩余)?空间|(?:剩余|结存)(?:债务)?限额|低于(?:债务)?限额)(?:尚有|为|达|约)*$"
        ),
        True,
    ),
    Net(
        re.compile("盈利" + _AS),
        re.compile("亏损" + _AS),
        re.compile("(?:净利润|利润|盈亏相抵后?)(?:总额|额)?(?:为|达|约|共)*$"),
        True,
    ),
    Net(
        re.compile("出生" + _AS),
        re.compile("死亡" + _AS),
        re.compile("自然(?:净)?增[长加]?" + _AS),
        True,
    ),
    Net(
        re.compile("出口" + _AS),
        re.compile("进口" + _AS),
        re.compile("(?:贸易)?顺差" + _AS),
        True,
    ),
    Net(
        re.compile("[迁流调转]入[^，。；]{0,8}$"),
        re.compile("[迁流调转]出[^，。；]{0,8}$"),
        re.compile("净[迁流调转]入" + _AS),
        False,
    ),
)
_CUES = ("限额", "亏损", "自然", "顺差", "净迁", "净流", "净调", "净转")
_ROLES = (*STOCKS, Role.CHANGE, Role.LIMIT)


_GAINS = re.compile("|".join(net.gain.pattern for net in _NETS if net.sure), re.MULTILINE)


def net_claims(paragraph: Paragraph) -> Iterator[Claim]:
    """一段里相抵的各处；进、出各只有一个，名称又写明的，断得定。"""
    if not any(map(paragraph.frame.__contains__, _CUES)):
        return
    for at, item in enumerate(paragraph.items):
        nets = (each for each in _NETS if item.role in _ROLES and each.result.search(item.lead))
        found = (_claim(paragraph, at, net) for net in nets)
        yield from filter(None, [next(filter(None, found), None)])


def is_netted(paragraph: Paragraph, parts: Sequence[int]) -> bool:
    """各项里有进有出：不能相加。"""
    leads = [paragraph.lead(i) for i in parts]
    if not _GAINS.search("\n".join(leads)):
        return False
    return any(
        any(net.gain.search(x) for x in leads) and any(net.loss.search(x) for x in leads)
        for net in _NETS
        if net.sure
    )


def _claim(paragraph: Paragraph, at: int, net: Net) -> Claim | None:
    items = paragraph.items
    gains, losses = (_near(paragraph, at, side) for side in (net.gain, net.loss))
    if not gains or not losses:
        return None
    gain, loss = gains[0], losses[0]
    if items[gain].quantity.base < items[loss].quantity.base:
        return None
    sole = len(gains) == 1 and len(losses) == 1
    used = (gain, loss, at)
    return Claim(
        Relationship.DIFFERENCE,
        TOTAL,
        (plain(items[gain], "part1"), plain(items[loss], "less")._replace(sign=-1)),
        plain(items[at], "total"),
        paragraph.flow.span(items[min(used)].spot.start, items[max(used)].spot.end),
        certain=sole and net.sure,
        doubt=Doubt.NONE if sole and net.sure else Doubt.CAUSE,
    )


def _near(paragraph: Paragraph, at: int, side: re.Pattern[str]) -> list[int]:
    """同一句里它前面的、紧接着“其中”的后面的，这样叫的同类数，由近及远。"""
    items = paragraph.items
    ahead = range(at + 1, min(len(items), at + 1 + _NEAR))
    opened = at + 1 < len(items) and items[at + 1].opens is not None
    near = [*range(at - 1, max(-1, at - 1 - 2 * _NEAR), -1), *(ahead if opened else ())]
    return [i for i in near if _is_side(items[i], items[at]) and side.search(items[i].lead)]


def _is_side(item: Item, result: Item) -> bool:
    same = item.sentence == result.sentence and item.depth >= result.depth
    return same and item.role in _ROLES and same_unit(item, result) and not item.reason
