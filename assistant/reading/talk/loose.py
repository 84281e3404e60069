"""散话：口径名和数之间夹了几个不要紧的字，“退休的老同志有13位”“决算收入总计硬是整到2087.24万元”。

只在三条都满足时才认：夹的字少，没有一个会改变意思的字，数后面这小句就完了。
"""

import re

from assistant.reading.talk.gaps import without_filler

_FEW, _NEAR = 5, 14
_HEAVY = re.compile(
    r"(?<!好)多|[增减少升降涨跌压节省比较超低高差均占扣除剩余欠退缴拨给向对拟需应要求控限标未没不非无别否错误含另外里内中第每"
    r"或若如前后初末月季日借捐罚挪转补签像凑改收走卖买租封送调统投]|折旧|净值|残值|盘[点盈亏]|标准|限额|上限|额度|节约|缺口|收益|产值|预算|计划|目标|指标|任务|追加|调整|收回|结转|定额|包括|其中|过去|原来|曾经|"
    r"最[初早先]|开始|平均|合同|支付|项目|企业|单位|[局县市省厅镇乡村]|全国|他们?|她|谁|部门|报销|报废|处置|年度|"
    r"多少|几|哪|什么|部分|一半|大半"
)
_NOUN = re.compile("[费款金税租险贴奖]|维修|保养|改造|装修")
_DONE = re.compile(
    r"(?:吧|呢|哈|了|的|啊|呀|哦|嘞|噻|左右|整|钱|这么多|那么多|的样子)?\s*(?:[，,。；;、！!？?：:\n)(（）—…]|$)"
)


def loosely(gap: str, text: str, end: int) -> bool:
    """Gap 是名称和数之间的话，end 是数在 text 里的末尾。"""
    left = without_filler(gap)
    return (
        0 < len(left) <= _FEW
        and len(gap) <= _NEAR
        and not _HEAVY.search(gap)
        and not _NOUN.search(left)
        and not re.search(r"[^\u4e00-\u9fff]", left)
        and bool(_DONE.match(text, end))
    )
