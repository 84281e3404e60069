"""折行的断口：断在词的中间，或断在句子还没说完的字上，下一行必是接续。

只看断口两侧的字，不看行有多宽；短文量不出折行的宽度，靠的就是这里。
"""

import re

_WORDS = (
    "万元 亿元 支出 收入 总计 合计 共计 累计 小计 预算 决算 执行 完成 增加 增长 减少 降低 提高 提升"
    " 上升 财政 拨款 经费 资金 金额 占比 比例 年度 年初 年末 年底 结转 结余 采购 绩效 评价 指标"
    " 得分 平均 满意 问卷 回收 公务 接待 用车 购置 运行 维护 人员 差旅 培训 会议 补助 安排"
    " 追加 调整 实际 下达 拨付 支付 投入 投资 同比 相比 其他 其余 占用 服务 货物 工程 编制"
    " 在职 退休"
).split()
_TORN = frozenset(_WORDS)
_LOOSE = re.compile("[以之]下|[以之]上|现在")
_TAIL = 6
_HANGING = re.compile(
    r"(?:(?<!行)为|占|(?<!目)的|(?<!参)与|(?<!总)和|及|(?<![理自])由|从|(?<!比)较"
    r"|不低于|不超过|达到|约为|相比于?|其中|分别|均为|各为|合计为)$"
)
_DOING = re.compile(
    r"(?:增加|增长|减少|下降|降低|提高|提升|上升|完成|比|达|共|增幅|降幅|至|到|得|约)$"
)
_YEAR = re.compile(r"(?:19|20)\d\d\s?年度?$")
_FIGURE = re.compile(
    r"-?\d[\d,]*(?:\.\d+)?\s?(?:万元|亿元|元|%|％|‰|个百分点|人次|人|万人|户|批次|平方米|公里|亩)"
    r"(?:[，。；、）]|$)"
)
_SAID = re.compile("[，。；]")


def torn(line: str, follower: str) -> bool:
    """断在一个词的中间：总|计、增|加、万|元。"""
    pair = line[-1] + follower[0]
    return pair in _TORN and not _LOOSE.search(line[-2:])


def hanging(line: str) -> bool:
    """行末的字后面必有下文：支出决算为|、占|。"""
    if _HANGING.search(line, max(0, len(line) - _TAIL)):
        return True
    return bool(_DOING.search(line, max(0, len(line) - _TAIL)) and _SAID.search(line))


def resumes(line: str, follower: str) -> bool:
    """下一行开头是上一行所缺的数：收入支出总计|3128.40万元。；年份独占一行的，下一行是话。"""
    if not _SAID.search(follower):
        return False
    if _YEAR.fullmatch(line):
        return True
    return bool(_FIGURE.match(follower)) and line[-1] > "\u2e80" and line[-1] not in "。！？；"
