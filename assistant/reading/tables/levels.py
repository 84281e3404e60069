"""行的层次：一、（一）1.（1）其中：，以及名称本身就有的包含关系。"""

import re
from collections.abc import Iterable
from functools import lru_cache

from assistant.reading.text.numerals import hanzi

_MARKS = (
    re.compile(r"([一二三四五六七八九十]{1,3})、"),
    re.compile(r"[（(]([一二三四五六七八九十]{1,3})[）)]"),
    re.compile(r"(\d{1,2})[、．.](?!\d)"),
    re.compile(r"[（(](\d{1,2})[）)]"),
    re.compile(r"([①-⑳])"),
)
_WITHIN = re.compile(r"^(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．])?其\s*中|^[-—–]{1,2}\s*\S")
_AMONG = re.compile(r"^其\s*中[：:]?")
PLAIN, WITHIN = -1, 9
# 名称 -> 它必然包含的各项：这几项与它同列在一张表里时，合计不重复加
_CONTAINS = (
    ("基本支出", ("人员经费", "人员支出", "公用经费", "公用支出", "日常公用")),
    ("三公", ("出国", "公务用车", "公车", "公务接待")),
    ("公务用车购置及运行", ("公务用车购置费", "公务用车运行", "公车运行", "购置费", "运行维护费")),
    ("财政拨款", ("一般公共预算", "政府性基金", "国有资本经营")),
    ("固定资产", ("房屋", "车辆", "通用设备", "专用设备", "其他固定资产")),
    ("流动资产", ("货币资金", "应收", "存货")),
    ("政府采购", ("货物", "工程", "服务")),
)
_PART = re.compile("|".join(part for _, parts in _CONTAINS for part in parts))


@lru_cache(maxsize=1 << 12)
def level(label: str) -> int:
    """层次：0 为“一、”，越大越低；没有序号为 PLAIN，“其中”为 WITHIN。"""
    if _WITHIN.match(label):
        return WITHIN
    return next((n for n, mark in enumerate(_MARKS) if mark.match(label)), PLAIN)


@lru_cache(maxsize=1 << 12)
def number(label: str) -> int:
    """序号的数值；没有序号为 0。"""
    for mark in _MARKS:
        if found := mark.match(label):
            text = found[1]
            if text.isdigit():
                return int(text)
            return ord(text) - 0x245F if "①" <= text <= "⑳" else int(hanzi(text) or 0)
    return 0


@lru_cache(maxsize=1 << 12)
def bare(label: str) -> str:
    """去掉序号和“其中：”。"""
    for mark in _MARKS:
        if found := mark.match(label):
            label = label[found.end() :]
            break
    return _AMONG.sub("", label)


def contained(label: str, others: Iterable[str]) -> bool:
    """这一行的名称说明它是另一行的组成部分；其他固定资产与房屋、车辆并列，不是它们的总数。"""
    name = bare(label)
    return _PART.search(name) is not None and any(
        whole in bare(other) and not bare(other).startswith("其他") and other != label
        for whole, parts in _CONTAINS
        if (whole not in name or whole == "三公") and any(part in name for part in parts)
        for other in others
    )
