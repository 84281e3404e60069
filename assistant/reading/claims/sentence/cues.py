"""提示词：数字前面的字说明它是什么——增减、占比、完成、平均、期初、期末。

全部是固定的词表，认在骨架上；一个数的角色由同一分句里它前面的字决定。
"""

import re
from functools import lru_cache
from typing import NamedTuple

from assistant.domain.quantities import Dimension, unit_named
from assistant.domain.words import Words
from assistant.reading.claims.sentence.directions import (
    DOWN,
    DOWN_SHORT,
    DOWN_TO,
    FLAT,
    TAIL,
    UP,
    UP_SHORT,
    UP_TO,
    WHEN,
)
from assistant.reading.claims.sentence.skeleton import N


class Role(Words):
    """一个数在句中的角色。

    FLOW 是追加、收回、新增之类的发生额；BASE、WHOLE 是夹在比较、占比里的运算数，只归那一处用。
    """

    LEVEL = "level"
    FLOW = "flow"
    CHANGE = "change"
    RATE = "rate"
    SHARE = "share"
    COMPLETION = "completion"
    REACHED = "reached"
    ORIGIN = "origin"
    MEAN = "mean"
    LIMIT = "limit"
    BASE = "base"
    WHOLE = "whole"


class Cue(NamedTuple):
    """角色，连同数字前剩下的名称、方向（1 增、-1 减、0 未言）、所比的整体和率或均数的名称。"""

    role: Role
    label: str
    direction: int = 0
    whole: str = ""
    name: str = ""


_BY = re.compile(rf"(?:(?P<up>{UP})|(?P<down>{DOWN})|{FLAT})(?:[/、或及和](?:{UP}|{DOWN}))?{TAIL}$")
_BY_SHORT = re.compile(
    rf"即?(?:(?P<up>{UP_SHORT}|新增)|(?P<down>{DOWN_SHORT}))"
    rf"(?:支出|收入|投入|完成|安排|支付|拨付|征收|争取|筹集|引进|建成|办理|办结|救助|培训|发放|使用|查处)?(?:了|出|约|为)?$"
)
_SINGLE = frozenset("增 减 升 降 净增 净减 即增 即减 即多 即少".split())
_ADJUSTED = re.compile(
    "(?:(?P<up>调增|核增|追加)|(?P<down>调减|核减))(?:了|额|金额|数)?(?:为|达)?$"
)
_ADJUSTED_BY = re.compile(
    "(?:(?P<up>调增|核增|追加)|(?P<down>调减|核减|审减))(?:幅度|比例|比率)(?:为|达到?|是)?$"
)
_MEASURED = re.compile("(?:变动|变化|增减)(?:幅度|比例|比率|率)(?:为|是|达到?)?$")
_NAMING = re.compile("增长|提升|提高|扩大|上升|压缩|变化|变动|增速|增幅|缩小")
_TO = re.compile(
    rf"(?:(?P<up>{UP_TO})|(?P<down>{DOWN_TO})|[调变])(?<![幅速率])(?:到了|至了|到|至|为|成)(?:约)?(?P<when>{WHEN})$"
)
_ORIGIN = re.compile(r"(?:由|从(?![业事])|自(?![然主有治筹]))(?P<when>[^由从自，]{0,24})$")
_TO_AHEAD = re.compile(
    rf"[^。；]{{0,16}}?(?:{UP_TO}|{DOWN_TO}|[调变]|调整)(?:到|至|为|成|了)|[^，。；\ue000-\ue00f]{{2,6}}(?:到|至)"
)
_GONE_TO = re.compile(
    rf"(?:发展|壮大|扩充|扩建|延伸|推进|突破|变动|调整|优化)(?:到|至|(?<=调整)为)(?P<when>{WHEN})$"
)
_SHARE = re.compile(
    r"(?:所)?占(?:到了?(?!位)|了)?(?P<whole>[^占，]{0,40}?)(?:的)?(?:比例|比重|比率|份额|百分比|比)?(?:分别|均|约|各|只|仅)?"
    r"(?:为|是|达到|达|：)*$|(?:^，?比例|比重|占比|所占比例)(?:分别|均|各)?(?:为|是|达到|达|：)*$"
)
_PART_OF = re.compile(
    r"(?P<verb>为|是|相当于|达到了?|达|完成了?|执行|实现)(?P<whole>[^，占为是完达]{1,30}?)的(?:比例为|比例)?$"
)
_DONE_OF = re.compile(
    r"(?:完成|实现)了?(?P<whole>[^，。；：占为是完达\ue000-\ue00f]{0,10}?(?:预算|任务|目标|计划)[数值]?)$"
)
_DOING = re.compile("完成|执行|实现|达")
_RATE = re.compile(
    r"(?P<name>[^，。；：、（）\ue000-\ue00f]{1,16}?率"
    r"|[^，。；：、（）\ue000-\ue00f]{0,14}?(?:满意度|完成度|知晓度|完成程度|密度|进度|覆盖面"
    r"|(?:完成|执行|到位|支付|拨付|支出|使用|剩余|结余|结转|合格|达标|办结|整改)比例))(?:约|均|分别|各|仅|只|已|也)*(?:为|达到了?|达|是|有|：|得|在)*$"
)
_MEASURE = "人次|批次|场次|公里|千米|平方米|[人户辆亩家次年月日天例件台套所座期班场村生车]"
_MEAN = re.compile(
    rf"(?:平均每(?:一|名|个(?=[^，。；每]))?(?P<per>{_MEASURE}|[^，。；每\ue000-\ue00f]{{1,3}}?)"
    rf"|(?P<each>[人户车亩次年月日家辆件校村场班生床例台镇乡批])均|每(?P<every>{_MEASURE})(?:平均|均)?"
    r"|单(?P<solo>[车台户人件亩])|平均)(?P<what>[^，。；、均\ue000-\ue00f]{0,8}?)"
    r"(?:为|达到|达|是|约|仅|得|：)*$"
)
_RATED = re.compile(
    r"每(?:(?P<many>[一百千万])(?:名|个|位)?(?P<per>[^，。；、每\ue000-\ue00f]{1,4})"
    r"|[^，。；、每\ue000-\ue00f]{1,3}每[^，。；、\ue000-\ue00f]{1,2})(?:拥有|有|为|是|达)*$"
)
_FLOW = re.compile(
    rf"(?:追加|调增|新增|增拨|补充(?!医疗|养老|耕地)|收回|调减|核减|核增|上缴(?!收入|上级)|盘活|{UP}|{DOWN})(?!值)[^，。；、\ue000-\ue00f]{{0,16}}$"
)
_TITLED = re.compile(
    "(?:提升|提高|扩大|增收|增产|增值|节约|节能|压减)[^，。；、]{0,8}(?:资金|经费|工程|项目|行动|计划|补助|奖补|费)$"
)
_LIMIT = re.compile(
    r"(?:单价|不低于|不少于|不超过|不高于|不大于|不小于|≥|≤|<|>|至少|(?<![债务法定]{2})限额|标准为|上限|下限|大于|小于|超过|(?<![目此之以先日月年事会课])前)$"
)
_LIMIT_WORDS = frozenset("以上 以下 以内 不低于 不少于 不超过 不高于 至少".split())
_CAPPED = re.compile("(?:预算|概算|计划|控制价|限价|指标)(?:数|额|金额)?(?:为)?$")
_PER = re.compile(
    "[/／]?每(?:人|户|亩|年|月|天|日|次|名|生)|[/／](?:人|户|亩|年|月|天|日|次|名|生)"
)
_INSIDE = re.compile(N)
_RATIOS = (Dimension.RATIO, Dimension.POINT)


def cue(
    lead: str,
    unit: str,
    qualifier: str,
    after: str,
    *,
    compared: bool,
    beside: bool,
    moved: bool = False,
) -> Cue:
    """由同一分句里数字前的字看出它的角色。

    lead 已除去比较对象；compared 表示这一句说了与什么相比，beside 表示比较对象紧挨在前，
    moved 表示同一分句刚说完由多少到多少；
    after 是数字后的字。
    """
    capped = qualifier == "以内" and _CAPPED.search(lead)
    if qualifier in _LIMIT_WORDS and not capped:
        return Cue(Role.LIMIT, lead)
    if _PER.match(after) and unit_named(unit).dimension is Dimension.MONEY:
        return Cue(Role.LIMIT, lead)
    ahead = bool(_ORIGIN.search(lead) and _TO_AHEAD.match(after))
    return _cue(lead, unit, ahead=ahead, compared=compared, beside=beside, moved=moved)


@lru_cache(maxsize=1 << 12)
def _cue(lead: str, unit: str, *, ahead: bool, compared: bool, beside: bool, moved: bool) -> Cue:
    """同样的字，角色也同样；ahead 表示由多少之后说了到多少。"""
    dimension = unit_named(unit).dimension
    if _LIMIT.search(lead, max(0, len(lead) - 4)):
        return Cue(Role.LIMIT, lead)
    if to := _TO.search(lead):
        return Cue(Role.REACHED, lead[: to.start()], _direction(to), whole=to["when"])
    if gone := _GONE_TO.search(lead):
        return Cue(Role.REACHED, lead[: gone.start()], whole=gone["when"])
    if moved and dimension not in _RATIOS and (set_to := _ADJUSTED.search(lead)):
        return Cue(Role.CHANGE, lead[: set_to.start()], _direction(set_to))
    bare = _BY_SHORT.fullmatch(lead) if dimension in _RATIOS else lead in _SINGLE
    short = beside or moved or (compared and bare)
    if dimension is Dimension.RATIO and (set_by := _ADJUSTED_BY.search(lead)):
        return Cue(Role.RATE, lead[: set_by.start()], _direction(set_by))
    by = _BY.search(lead) or (_BY_SHORT.search(lead) if short else None)
    if by and (dimension in _RATIOS or compared or not _NAMING.match(lead, by.start())):
        role = Role.RATE if dimension is Dimension.RATIO else Role.CHANGE
        return Cue(role, _MEASURED.sub("", lead[: by.start()]), _direction(by))
    if ahead and (origin := _ORIGIN.search(lead)):
        return Cue(Role.ORIGIN, lead[: origin.start()], whole=origin["when"])
    if dimension in _RATIOS and (found := ratio_cue(lead)):
        return found
    return _other(lead, ratio=dimension in _RATIOS)


def _other(lead: str, *, ratio: bool) -> Cue:
    """平均、发生额，都不是就是一个数。"""
    if not ratio and (mean := _MEAN.search(lead)):
        per = mean["per"] or mean["each"] or mean["every"] or mean["solo"] or ""
        per = per or ("班" if mean["what"] == "班额" else "")
        return Cue(Role.MEAN, lead[: mean.start()], whole=per, name=mean["what"])
    if not ratio and (rated := _RATED.search(lead)):
        return Cue(Role.MEAN, lead[: rated.start()], name=rated.group())
    if not ratio and (flow := _FLOW.search(lead)) and not _TITLED.search(lead):
        return Cue(Role.FLOW, lead[flow.start() :])
    return Cue(Role.LEVEL, lead)


def ratio_cue(lead: str) -> Cue | None:
    """占比、完成率、某某率。"""
    if share := _SHARE.search(lead):
        return Cue(Role.SHARE, lead[: share.start()], whole=share["whole"] or "")
    if part := _PART_OF.search(lead):
        role = Role.COMPLETION if _DOING.match(part["verb"]) else Role.SHARE
        return Cue(role, lead[: part.start()], whole=part["whole"])
    if done := _DONE_OF.search(lead):
        return Cue(Role.COMPLETION, lead[: done.start()], whole=done["whole"])
    if rate := _RATE.search(lead):
        return Cue(Role.COMPLETION, lead, name=rate["name"])
    return None


def inline(whole: str) -> bool:
    """占比、完成所比的整体里夹着数。"""
    return bool(_INSIDE.search(whole))


def _direction(match: re.Match[str]) -> int:
    groups = match.groupdict()
    return 1 if groups.get("up") else -1 if groups.get("down") else 0
