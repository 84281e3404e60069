"""自评表的栏目用语：各地叫法归到同一个角色。"""

import re

from assistant.reading.forms.text import label

_CIRCLED = re.compile(r"[①-⑳]|[=＝+\-÷/×%\d]+$")

_MONEY = {
    "initial": "年初预算数 年初预算 年初预算金额 年初预算安排数 年初预算批复数 预算批复数 "
    "年初数 期初预算数",
    "adjusted": "全年预算数 全年预算 全年预算金额 全年调整预算数 调整后预算数 调整后预算 "
    "调整后的预算 调整预算数 "
    "调整后全年预算数 预算数 预算合计 全年预算总额 年度预算数 预算总额 全年预算资金",
    "executed": "全年执行数 执行数 全年执行 全年执行金额 预算执行数 预算执行 全年支出数 "
    "全年支出 实际支出数 实际支出 "
    "支出数 决算数 实际执行数 全年实际支出 全年实际支出数 年度执行数 累计执行数",
    "rate": "执行率 预算执行率 实现率 全年执行率 资金执行率 预算完成率",
    "weight": "分值 权重 执行率权重 执行率分值 标准分 标准分值 满分",
    "points": "得分 自评得分 执行率得分 自评分 预算执行率得分",
}
_INDICATOR = {
    "level_one": "一级指标 一级",
    "level_two": "二级指标 二级",
    "name": "三级指标 三级 指标名称 绩效指标名称 三级指标名称 名称 具体指标 指标内容",
    "sign": "指标性质 计算符号 符号 指标方向 指标符号 比较符号 性质",
    "target": "年度指标值 指标值 目标值 年度目标值 全年指标值 年初指标值 计划指标值 "
    "预期指标值 预期值 年初目标值 "
    "年度绩效指标值 绩效指标值 年度预期值 计划值 预期目标值 指标目标值 年初值",
    "new_target": "调整指标值 调整后指标值 调整目标值 调整后目标值 调整值",
    "unit": "度量单位 计量单位 单位 指标单位",
    "actual": "实际完成值 完成值 全年完成值 全年实际完成值 自评完成值 实际完成指标值 "
    "完成指标值 实际值 实际完成 "
    "全年实际值 年度实际完成值 实际完成情况 全年完成情况 完成情况 指标完成值",
    "weight": "分值 权重 指标分值 指标权重 标准分 标准分值 满分",
    "points": "得分 自评得分 指标得分 自评分 实际得分 自评分值 单位自评得分",
    "deduction": "扣分 扣分值 自评扣分 超标扣分 偏离扣分",
    "evidence": "佐证材料 证明材料 佐证资料 数据来源 印证材料 佐证",
}
_SUMMARY = {
    "serial": "序号 编号",
    "project": "项目名称 项目 自评项目名称 自评项目 预算项目名称",
    "initial": _MONEY["initial"],
    "adjusted": _MONEY["adjusted"],
    "executed": _MONEY["executed"],
    "rate": _MONEY["rate"],
    "points": "得分 自评得分 自评总分 总分 综合得分 总得分 自评分数 自评分 绩效自评得分 "
    "项目得分 项目自评得分",
    "grade": "等级 自评等级 评价等级 绩效等级 自评结论 结论 自评结果 评定等级 自评等次 等次",
}
GRADE_LABELS = frozenset(
    "自评等级 评价等级 等级 绩效等级 自评结论 评定等级 综合评价等级 自评等次 等次 自评结果".split()
)
PROJECT_LABELS = frozenset("项目名称 预算项目名称 项目资金名称 专项名称".split())
BUREAU_LABELS = frozenset("部门名称 单位名称 部门单位名称 预算部门 填报单位 部门".split())
GOAL_LABELS = frozenset(
    "预期目标 年初设定目标 年度预期目标 年度绩效目标 预期绩效目标 年初预期目标 年初绩效目标".split()
)
DONE_LABELS = frozenset(
    "实际完成情况 目标实际完成情况 年度目标完成情况 目标完成情况 全年实际完成情况".split()
)
TOTAL_LABELS = frozenset(
    "总分 合计 总计 合计得分 自评总分 总得分 合计总分 总分合计 自评得分合计".split()
)


def _roles(words: dict[str, str]) -> dict[str, str]:
    return {word: role for role, said in words.items() for word in said.split()}


_BY_MONEY, _BY_INDICATOR, _BY_SUMMARY = _roles(_MONEY), _roles(_INDICATOR), _roles(_SUMMARY)


def _flat(text: str) -> str:
    return _CIRCLED.sub("", _CIRCLED.sub("", label(text)))


def money_role(text: str) -> str | None:
    """资金表头的一栏；原因栏也算。"""
    flat = _flat(text)
    return _BY_MONEY.get(flat) or ("reason" if "原因" in flat and len(flat) < 30 else None)


def indicator_role(text: str) -> str | None:
    """指标表头的一栏。复核栏不取：那是别人打的分。"""
    flat = _flat(text)
    if not flat or len(flat) > 40 or flat.startswith("复核"):
        return None
    if re.search(r"超额|超标|超出|130%|120%|1\.[23]倍", flat) and re.search(r"原因|说明", flat):
        return "over_reason"
    if "原因" in flat or re.search(r"(?:偏离|偏差|超额|未完成).*(?:说明|分析)", flat):
        return "reason"
    return _BY_INDICATOR.get(flat)


def summary_role(text: str) -> str | None:
    """汇总表头的一栏。"""
    return _BY_SUMMARY.get(_flat(text))
