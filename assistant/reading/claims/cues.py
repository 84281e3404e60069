"""提示词：数字前面的字说明它是什么——增减、占比、完成、平均、期初、期末。

全部是固定的词表；一个数的角色由紧挨在它前面的字决定。
"""

import re
from enum import StrEnum
from typing import NamedTuple

from assistant.domain.quantities import Dimension, unit_named


class Role(StrEnum):
    """一个数在句中的角色。"""

    LEVEL = "level"
    CHANGE = "change"
    RATE = "rate"
    SHARE = "share"
    COMPLETION = "completion"
    REACHED = "reached"
    ORIGIN = "origin"
    MEAN = "mean"
    LIMIT = "limit"


class Cue(NamedTuple):
    """角色，连同数字前剩下的名称、方向（1 增、-1 减、0 未言）和所比的整体。"""

    role: Role
    label: str
    direction: int = 0
    whole: str = ""


_UP = "|".join(
    "增加 增长 提高 上升 上涨 增多 扩大 提升 增收 增支 上浮 攀升 多支 多收 超支 增幅 增速 上调 "
    "超出".split()
)
_DOWN = "|".join(
    "减少 下降 降低 下滑 压减 压缩 缩减 节约 减支 减收 回落 下浮 降幅 减幅 少支 少收 节省 下调 "
    "负增长".split()
)
_FLAT = "增减|变动|变化"
_TAIL = r"(?:了|额|数|额度|金额|幅度|比例|比率|率|幅)?(?:分别|均|各)?(?:为|达到|达|是|约|近|共|：)?"
_BY = re.compile(
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<flat>{_FLAT}))(?:[/、或](?:{_UP}|{_DOWN}))?{_TAIL}$"
)
_BY_SHORT = re.compile(
    r"(?:(?:比|较)[^，比较]{1,20}?|同比|环比)(?:(?P<up>[增升涨多高])|(?P<down>[减降少低]))(?:了|出|约)?$"
)
_NAMING = re.compile("增长|提升|提高|扩大|上升|压缩|变化|变动|增速|增幅")
_WHEN = r"(?:(?:(?:19|20)\d\d年度?|今年|本年度?|当年|年末|期末|现在)的?)?"
_TO = re.compile(
    rf"(?:(?P<up>{_UP}|[增升涨])|(?P<down>{_DOWN}|[减降跌]))(?:到了|至了|到|至|为)(?:约)?{_WHEN}$"
)
_ORIGIN = re.compile(r"(?:由|从)(?P<when>[^由从，]{0,24})$")
_SHARE = re.compile(
    r"(?:所)?占(?P<whole>[^占]{0,40}?)(?:的)?(?:比例|比重|比率|份额|比)?(?:分别|均|约)?(?:为|是|达到|达)?$"
)
_RATE_NAME = re.compile(
    r"(?:执行率|完成率|支出率|支付率|使用率|到位率|完成比例|执行比例|执行进度|支出进度|支付进度|完成程度)"
    r"(?:约|均|分别|仅|只)?(?:为|达到|达|是|有|：)?$"
)
_COMPLETED = re.compile(r"(?:完成|达到|执行)(?:了)?(?P<whole>[^完成]{0,30}?)的?(?:比例为|比例)?$")
_PART_OF = re.compile(r"(?:为|是|相当于)(?P<whole>[^为是]{2,24}?)的$")
_MEAN = re.compile(
    r"(?:平均|人均|户均|均值)(?:每[^，]{1,4})?(?:综合)?(?:得分|分数|分值|成绩|分|值)?(?:为|达|是|约)?$"
)
_LIMIT = re.compile(
    r"(?:单价|不低于|不少于|不超过|不高于|不大于|不小于|≥|≤|<|>|至少|限额|标准为|上限|下限)$"
)
_LIMIT_WORDS = frozenset("以上 以下 以内 不低于 不少于 不超过 不高于 至少".split())


def cue(lead: str, unit: str, qualifier: str, *, compared: bool = True) -> Cue:
    """由数字前的字、单位和约数词看出它的角色；compared 表示这一句说了与什么相比。"""
    ratio = unit_named(unit).dimension in (Dimension.RATIO, Dimension.POINT)
    if _LIMIT.search(lead) or qualifier in _LIMIT_WORDS:
        return Cue(Role.LIMIT, lead)
    if to := _TO.search(lead):
        return Cue(Role.REACHED, lead[: to.start()], _direction(to))
    by = _BY.search(lead) or _BY_SHORT.search(lead)
    if by and (ratio or compared or not _NAMING.match(lead, by.start())):
        role = Role.RATE if unit_named(unit).dimension is Dimension.RATIO else Role.CHANGE
        return Cue(role, lead[: by.start()], _direction(by))
    found = _ratio_cue(lead) if ratio else None
    if found is not None:
        return found
    if origin := _ORIGIN.search(lead):
        return Cue(Role.ORIGIN, lead[: origin.start()], whole=origin["when"])
    if mean := _MEAN.search(lead):
        return Cue(Role.MEAN, lead[: mean.start()])
    return Cue(Role.LEVEL, lead)


def _ratio_cue(lead: str) -> Cue | None:
    if share := _SHARE.search(lead):
        return Cue(Role.SHARE, lead[: share.start()], whole=share["whole"])
    if name := _RATE_NAME.search(lead):
        return Cue(Role.COMPLETION, lead[: name.start()], whole="")
    if done := _COMPLETED.search(lead):
        return Cue(Role.COMPLETION, lead[: done.start()], whole=done["whole"])
    if part := _PART_OF.search(lead):
        return Cue(Role.SHARE, lead[: part.start()], whole=part["whole"])
    return None


def _direction(match: re.Match[str]) -> int:
    groups = match.groupdict()
    return 1 if groups.get("up") else -1 if groups.get("down") else 0
