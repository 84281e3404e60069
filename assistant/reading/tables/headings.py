"""表头：一列写的是什么——金额、个数、比率，还是得分，用什么单位。"""

import re
from functools import lru_cache

from assistant.domain.quantities import UNITS, Dimension, unit_named

HEADING = re.compile(
    r"预算|决算|执行|支出|收入|金额|编制|人数|数$|率$|占比|得分|分值|权重|项目|指标|科目|名称|合计|小计"
    r"|本年|上年|增减|价值|数量|单位|备注|年$|年度|等级|完成|目标|情况|内容|[（(](?:万元|元|人|个|%)[)）]$"
)
_BRACKET = re.compile(r"[（(]([^（）()]{1,8})[)）]")
_RATIO = re.compile(
    r"率(?!数)|占比|比重|比例|百分比|%|幅度|增幅|降幅|增速|进度|(?:增长|增减|升降|变动)(?:情况)?$"
)
_AMOUNT = re.compile(r"额|数$|得分|分值|权重|满分|扣分")
_SCORE = re.compile(r"得分|分值|分数|评分|权重|满分|扣分|总分|标准分")
_COUNTED = re.compile(
    r"数量|人数|个数|户数|家数|次数|面积|件数|项数|笔数|份数|编制|人口|行政村|项目数|单位数|台数|辆数|序号|排名|位次"
)
_MONEY = re.compile(
    r"预算|决算|执行|支出|收入|金额|资金|经费|费用|投资|拨款|价值|原值|净值|余额|结转|结余|合计|增减|安排|拨付"
)
_VALUED = re.compile(r"价值|原值|净值|金额|账面|造价")
_TEN_THOUSAND = re.compile(r"万|亿|百万|千")


@lru_cache(maxsize=1 << 12)
def unit_in(text: str) -> str:
    """括号里写明的单位：预算数（万元）→ 万元；没有写为空。"""
    for match in reversed(_BRACKET.findall(text)):
        name = match.removeprefix("单位：").removeprefix("单位:").strip().replace("％", "%")
        if name in UNITS or _scaled(name):
            return str(name)
    return ""


def _scaled(name: str) -> bool:
    """万人次、万亩一类。"""
    found = _TEN_THOUSAND.match(name)
    return bool(found) and name[found.end() :] in UNITS if found else False


@lru_cache(maxsize=1 << 12)
def is_ratio(heading: str, unit: str = "") -> bool:
    """这一列是比率：执行率、占比、增长（%）。"""
    bare = _BRACKET.sub("", heading)
    if unit:
        return unit_named(unit).dimension is Dimension.RATIO
    return _RATIO.search(bare) is not None and not _AMOUNT.search(bare)


def is_valued(heading: str) -> bool:
    """这一列写的是值多少钱：房屋（平方米）一行的原值，不是平方米。"""
    return _VALUED.search(heading) is not None


@lru_cache(maxsize=1 << 12)
def default_unit(heading: str, whole: str) -> str:
    """表头没有写单位的列：比率、得分之外，用全表的单位；金额单位不用于个数。"""
    bare = _BRACKET.sub("", heading)
    if is_ratio(heading):
        return "%"
    if _SCORE.search(bare):
        return "分"
    money = unit_named(whole).dimension is Dimension.MONEY
    if money and _COUNTED.search(bare) and not _MONEY.search(bare):
        return ""
    return whole
