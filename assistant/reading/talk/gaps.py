"""虚词：口径名和数之间可以有的话。中间夹了不认识的词就不算对上，宁可不认。"""

import re

from assistant.domain.findings import Span

_WORDS = """
一个 这一块 那一块 这一项 那一项 这一笔 那一笔 这一个 这一部分 这部分 这笔 那笔
会计 出纳 对上 核上 核准 查清 查实 算好 算清 弄清 找齐 补上
减到 增到 加到 调整到 调到 调为 压到 变成 变为
一个 由 从 还是 仍是 仍为 依然是 拢共 统共 值 总值 价值为 员 人员数 占 却 倒 系统 系统里 系统上
平台 平台上 表里 报表 台账 显示 写着 写的 填的 报的 共计 总共 一共 合计 总计 总额 总数 金额 数额
数字 数据 费用 支出 资金 经费 人员 人数 个数 数量 共 计 总 数 额 费 款 是 为 有 就 也 都 均 各
皆 同为 同样 的 了 在 着 达到 达 完成 实现 实际 实有 最终 最后 最新 核定 批复 下达 安排 确定 比
较 核对 核实 确认 应该 应当 应 该 改成 改为 改到 调整为 修改为 更新为 纠正为 更正为 修正为 更正
修正 纠正 更新 改 改一下 改一改 以 我们 我局 咱们 咱 我 本局 单位 部门 局里 全年 当年 年末 期末
年底 截至 截止 目前 现在 花了 用了 支了 花 用 支 开支 发生 列支 这块 这边 那块 这项 这个 那个
这里 里面 方面 情况 一项 这 那 元 万元 亿元 价值 原值 账面 分别 依次 填 写 按 就按 算 报 如下
以下 人民币 其实 正好 刚好 恰好 确实 才 而 而是 则 落实 到位 到账 下来 出来 查到 查了 查 看了 看
一下 翻到 找到 问到 问了 拿到 刚 刚才 刚刚 账上 表上 决算表 账本 财务 财政批复 财政 说 记 登记
准数 准确 具体 精确 准 收到 回来 另 另外 还有 以及 其中 和 与 及 增加到 减少到 增长到 增至 减至
降到 降至 升到 升至 涨到 提高到 下降到 压减到 到 至 重新 重报 之前 上次 上面 前面 新 请 麻烦
敲反了 填反了 抄反了 写反了 敲错了 填错了 抄错了 输错了 填串了 抄串了 说错了 错了 写错了 记错了
报错了 打错了 弄错了 搞错了 看错了 不对 抱歉 不好意思 口误 笔误 找着了 还 仅 只 只有 就只有 可
可是 但 但是 也就 定了 敲定 核过 核完 核了 对过 对完 对了 约 大约 大概 大致 大体 近 接近 差不多
快 不到 超过 超 至少 最多 不足 估计 可能 也许 好像 似乎 记得 印象 印象中 印象里 要 嗯 呃 哦 噢
啊 呢 嘛 吧 哈 啦 好 行 对 哎 给您 给你 您 你 哎呀 呗 噻 嘞 在编 在岗
有误 正确 无误 结果 测出来 测下来 算出来 算下来 辆车 台车 问卷 开了 发了
收了 同期 调查 测评 累计 报告 报告里 打的 财政拨款 支出决算
""".split()
_SIGNS = r"[\s:=→,，、;；|\"“”'·—…~>*#¥￥]|\([^()\d]{0,14}\)|\[[^\[\]\d]{0,14}\]"
_SIGNS += r"|不(?:含|包括|包含)[^，,。；;\d]{1,10}(?=[，,])"
_WORD = rf"(?:{_SIGNS}|" + "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True)) + ")"
_FILLER = re.compile(f"{_WORD}*")
_ONE_FILLER = re.compile(_WORD)


def is_filler(text: str) -> bool:
    """全是虚词和标点。"""
    return bool(_FILLER.fullmatch(text))


def without_filler(text: str) -> str:
    """去掉虚词和标点剩下的字。"""
    return _ONE_FILLER.sub("", text)


def erase(text: str, start: int, end: int, spans: tuple[Span, ...]) -> str:
    """[start, end) 的文字，抹去落在 spans 里的部分（年份、主语）。"""
    inside = [span for span in spans if span.start < end and start < span.end]
    if not inside:
        return text[start:end]
    marks = enumerate(text[start:end], start)
    return "".join(m for at, m in marks if not any(s.start <= at < s.end for s in inside))
