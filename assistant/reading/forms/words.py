"""自评表的栏目用语：各地叫法按构词归到同一个角色，不逐个列举。"""

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.reading.forms.text import label, squeezed

_LONGEST = 18
_CIRCLED = re.compile(r"[①-⑳]|[=＝+\-÷/×*%\d]+$|(?<=[一-龥])[A-Za-z]$")
_BRACKETED = re.compile(r"[一-龥]\(([一-龥]{3,8})\)$")
_OTHERS_SCORE = re.compile(
    r"复核|复评|抽查|审核|财政|专家|评价组|第三方|调整后得分|上年|系数|标准$|依据|说明"
)

_AMOUNT = r"(?:数|金额|额|总额|合计|总数|总计|安排数?|资金|批复数|下达数)?"
_WEIGHT = (
    r"(?:标准分值?|满分值?|(?:指标|执行率|评价|设定|分配|各项)?(?:分值|权重|权数|总分值)(?:分配)?)"
)
_POINTS = (
    r"(?:单位|部门|项目|指标|预算|执行率|预算执行率|自评|评价|实际|本次)*"
    r"(?:得分值?|自评分[值数]?|评分|打分|自评打分)(?:情况)?"
)
_BUDGET_BASE = r"(?:全年|年中|年度|调整后?的?|变更后|调剂后|最终|本年|当年|预算调整后)"

_MONEY = (
    (
        "rate",
        r"(?:全年|年度|资金|预算|财政|项目|支出|实际)*(?:执行|支出|支付|使用|实现|预算完成)(?:率|进度)(?:情况)?",
    ),
    ("weight", _WEIGHT),
    ("points", _POINTS),
    (
        "initial",
        rf"(?:本年|当年)?(?:年初|期初|原|初始)(?:部门|项目)?(?:批复|核定|下达|安排)?的?(?:预算)?{_AMOUNT}",
    ),
    ("initial", r"(?:年初)?预算批复(?:数|金额)|批复预算(?:数|金额)"),
    (
        "adjusted",
        rf"{_BUDGET_BASE}+的?(?:全年)?(?:预算|指标|资金)(?:安排)?{_AMOUNT}|调整后{_AMOUNT}",
    ),
    ("adjusted", r"预算(?:数|合计|总额|金额|总数|安排数|资金|安排)|全年数|预算安排情况"),
    (
        "executed",
        r"(?:全年|年度|本年|当年|累计|实际|预算|资金|项目|财政)*"
        r"(?:执行|支出|支付|使用|决算|拨付使用)(?:数|金额|额|总额|合计|总数|资金|资金额|资金数)",
    ),
    ("executed", r"(?:全年|实际|预算|年度|累计)+(?:执行|支出|支付|使用)|资金执行情况"),
    ("balance", r"(?:年末|结转|资金|预算)*(?:结余|余额)(?:结转)?(?:数|金额|资金)?"),
)
_INDICATOR = (
    ("level_one", r"一级(?:指标)?(?:名称)?|指标(?:分类|类别|类型)|类别"),
    ("level_two", r"二级(?:指标)?(?:名称)?|分类"),
    (
        "name",
        r"三级(?:指标)?(?:名称|内容)?|(?:具体|绩效|评价|考核)?指标(?:名称|内容|项)|名称|具体指标|考核指标|指标"
        r"|(?:三级|绩效)?指标(?:名称)?(?:及|和|与|、)(?:年度|绩效)?(?:目标|指标)值",
    ),
    ("sign", r"(?:指标)?(?:性质|符号|方向|计算符号|比较符号?|运算符号?)"),
    ("new_target", r"(?:年中|全年)?调整后?的?(?:指标|目标)?值"),
    (
        "target",
        r"(?:三级|年初|年度|全年|当年|绩效|计划|预期|设定|指标|目标|批复|考核)*"
        r"(?:指标|目标|预期|计划|设定|年初|绩效)(?:目标)?(?:指标)?值(?:设定)?|值",
    ),
    (
        "target",
        r"(?:年度|预期|计划|设定)(?:绩效)?(?:指标|目标)|(?:计划|应|预期)(?:完成|实现|达到)(?:值|数|情况)",
    ),
    ("unit", r"(?:度量|计量|指标值?)?单位"),
    (
        "actual",
        r"(?:全年|年度|年末|自评|实际|指标|目标|绩效|截至年底)*"
        r"(?:完成|实现|达到|实际|达成)(?:指标|目标|绩效)?(?:值|情况|数|结果)|实际完成|全年实际|年度实际",
    ),
    ("weight", _WEIGHT),
    ("points", _POINTS),
    ("deduction", r"(?:自评|超标|偏离|偏差)?扣分[值数]?"),
    (
        "evidence",
        r"(?:佐证|证明|印证|支撑|附件|数据)(?:材料|资料|来源|依据)(?:清单|名称|目录)?|佐证",
    ),
)
_SUMMARY = (
    ("serial", r"序号|编号|序"),
    ("project", r"(?:自评|预算|评价|绩效|支出|二级)*项目(?:支出)?(?:名称)?"),
    *((role, pattern) for role, pattern in _MONEY if role not in ("weight", "points")),
    (
        "points",
        r"(?:单位|部门|项目|绩效|自评|评价|综合|最终|最后)*"
        r"(?:得分值?|总分|总得分|得分合计|分数|自评分[值数]?|评分|评分结果|综合分)",
    ),
    (
        "grade",
        r"(?:单位|部门|项目|绩效|自评|评价|评定|综合|得分)*(?:等级|等次|级别|评级|档次)(?:评定)?"
        r"|(?:自评|评价|绩效评价)(?:结论|结果)|结论",
    ),
)
GRADE_LABELS = re.compile(
    r"(?:(?:单位|部门|项目|绩效|自评|评价|评定|综合|得分|总体|结果)*(?:等级|等次|评级)(?:评定)?|(?:自评|评价|综合评价)(?:结论|结果))"
)
PROJECT_LABELS = re.compile(
    r"(?:预算|自评|评价|财政支出|专项资金)?项目(?:支出|资金)?名称|专项(?:资金)?名称"
)
BUREAU_LABELS = re.compile(
    r"(?:预算|填报|编制|申报|评价)?(?:部门|单位|部门单位|部门和单位)(?:全称)?(?:名称)?"
)
GOAL_LABELS = re.compile(
    r"(?:年初|年度|当年|预期|全年|本年|总体)*(?:设定|预期|申报|批复)?(?:的)?(?:总体|整体|绩效|预期|年度)*目标(?:设定|内容)?"
)
DONE_LABELS = re.compile(
    r"(?:全年|年度|年初|年末|年终|当年|本年|具体|实际|预期|总体|整体|绩效)*(?:目标|任务)?(?:实际|具体)?(?:完成|实现)情况(?:综述|概述|说明)?"
    r"|(?:年度)?(?:总体)?目标(?:实际)?(?:完成|实现)情况(?:综述)?"
)
SCORE_LABELS = re.compile(
    r"(?:自评|评价|综合|指标|合计)*(?:总分|总得分|得分合计|合计得分)(?:合计)?"
)
TOTAL_LABELS = re.compile(
    r"(?:自评|评价|综合|各项|合计|指标)*(?:总分|总得分|合计|总计|得分合计|合计得分|总分合计)(?:得分)?"
    r"|[一二三四五六七八九十]+、(?:自评|评价|评分)(?:结果|得分)"
)
NAMES_TARGET = re.compile(r"(?:目标|指标)值\)?$")


def _compiled(roles: Sequence[tuple[str, str]]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((role, re.compile(pattern)) for role, pattern in roles)


_MONEY_ROLES, _INDICATOR_ROLES = _compiled(_MONEY), _compiled(_INDICATOR)
_SUMMARY_ROLES = _compiled(_SUMMARY)


def _flat(text: str) -> str:
    return _CIRCLED.sub("", _CIRCLED.sub("", label(text)))


def _inside(text: str) -> str:
    """括号里的栏目名：绩效指标（三级指标）。"""
    match = _BRACKETED.search(squeezed(text))
    return match[1] if match else ""


def _role(flat: str, roles: Sequence[tuple[str, re.Pattern[str]]]) -> str | None:
    if not flat or len(flat) > _LONGEST:
        return None
    found = next((role for role, pattern in roles if pattern.fullmatch(flat)), None)
    return None if found in ("points", "weight", "grade") and _OTHERS_SCORE.search(flat) else found


def is_label(text: str, labels: re.Pattern[str]) -> bool:
    """这一格是不是 labels 所说的栏目名。"""
    flat = label(text)
    return len(flat) <= _LONGEST and labels.fullmatch(flat) is not None


@lru_cache(maxsize=4096)
def money_role(text: str) -> str | None:
    """资金表头的一栏；原因栏也算。"""
    flat = _flat(text)
    if "原因" in flat and len(flat) < 30:
        return "reason"
    return _role(flat, _MONEY_ROLES) or _role(_inside(text), _MONEY_ROLES)


@lru_cache(maxsize=4096)
def indicator_role(text: str) -> str | None:
    """指标表头的一栏。复核栏不取：那是别人打的分。"""
    flat = _flat(text)
    if not flat or len(flat) > 40 or flat.startswith(("复核", "抽查", "复评")):
        return None
    if re.search(r"超额|超标|超出|超过|130%|120%|1\.[23]倍", flat) and re.search(
        r"原因|说明", flat
    ):
        return "over_reason"
    if "原因" in flat or re.search(r"(?:偏离|偏差|超额|未完成).*(?:说明|分析|情况)", flat):
        return "reason"
    return _role(flat, _INDICATOR_ROLES) or _role(_inside(text), _INDICATOR_ROLES)


@lru_cache(maxsize=4096)
def summary_role(text: str) -> str | None:
    """汇总表头的一栏。"""
    return _role(_flat(text), _SUMMARY_ROLES) or _role(_inside(text), _SUMMARY_ROLES)
