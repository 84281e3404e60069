"""名称：一个数是谁的。去掉年份、口径和套话，留下能互相比对的核心。"""

import re
from typing import NamedTuple

_YEAR = re.compile(r"(?:19|20)\d\d(?:年度?)?")
_PERIOD = re.compile(
    r"((?:19|20)\d\d)年?度?|(上年度?|上一年度?|去年|上年同期|前一年)|(本年度?|今年|当年)"
)
_BASIS = (
    ("opening", r"年初(?:部门|批复|批准)?预算|年初安排预算"),
    ("adjusted", r"全年预算|调整后?(?:的)?预算|年度调整预算|预算调整后?"),
    ("executed", r"(?:当年)?预算执行|全年执行|实际执行|执行|实际支出|累计支出|全年支出|实际完成"),
    ("final", r"决算"),
    ("budget", r"预算安排|安排预算|年度预算|当年预算|预算"),
)
_BASIS_TAIL = [
    (name, re.compile(rf"(?:{words})(?:总)?(?:数|额|金额)?(?:安排)?$")) for name, words in _BASIS
]
_COPULA = re.compile(r"(?:分别|均|各|共有|共)?(?:为|是|有|达到|达|共|约|得|：|:|=|＝)*$")
_FRONT = re.compile(
    r"^(?:[、,和与及并且]|以及|其中|包括|包含|[（(]?[一二三四五六七八九十]{1,3}[）)、]|\d{1,2}[、.．]|[①-⑳]"
    r"|截至|截止|我(?:局|部门|单位|委|办)|本(?:部门|单位|局|委|办)(?!级)|\x00|\s)+"
)
_NOISE = re.compile(r"[\x00\s“”\"'‘’【】「」,，]|我(?:局|部门|单位)|本(?:部门|单位|局)(?!级)")
_END = "科目 金额 总额 数额 资金 情况 项目 合计 总计 小计 数 额 的".split()
_SPENDING = re.compile(r"(?<=[费金款贴助])支出$")
GENERIC = frozenset(["", *"支出 收入 金额 数 资金 费用 经费 合计 总计 共计".split()])


class Label(NamedTuple):
    """名称的几部分：core 是核心，basis 是口径，year 是年份（-1 上年，0 本年，None 未言）。"""

    core: str
    basis: str = ""
    year: int | None = None


def parse(text: str) -> Label:
    """数字前的名称 -> 核心、口径、年份。"""
    name = _FRONT.sub("", text)
    name = _COPULA.sub("", name.rstrip("\x00 "), count=1)
    year = None
    if found := _PERIOD.search(name):
        year = int(found[1]) if found[1] else -1 if found[2] else 0
    basis = ""
    bare = name.rstrip("\x00 ”")
    for key, pattern in _BASIS_TAIL:
        if tail := pattern.search(bare):
            basis, name = key, bare[: tail.start()]
            break
    return Label(core(name), basis, year)


def core(text: str) -> str:
    """名称的核心：去掉年份、引号、本部门之类。"""
    name = _NOISE.sub("", _PERIOD.sub("", text))
    return _FRONT.sub("", name).strip("、：:；;-—的")


def likeness(one: str, other: str) -> int:
    """两个核心有多像：4 全同，3 去掉“合计、金额”后相同，2 一个是另一个的结尾，1 含有，0 不像。"""
    if not one or not other:
        return 0
    if one == other:
        return 4
    one, other = _stem(one), _stem(other)
    if one == other:
        return 3
    short, long = sorted((one, other), key=len)
    if len(short) < 2:
        return 0
    if long.endswith(short):
        return 2
    return 1 if short in long else 0


def _stem(name: str) -> str:
    stem = name
    while (end := next((e for e in _END if stem.endswith(e)), "")) and len(stem) > len(end):
        stem = stem[: -len(end)]
    return _SPENDING.sub("", stem)
