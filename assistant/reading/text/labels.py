"""名称：一个数是谁的。去掉年份、口径和套话，留下能互相比对的核心。"""

import re
from functools import lru_cache
from typing import NamedTuple

_PERIOD = re.compile(
    r"((?:19|20)\d\d)年?度?|((?:上一?年度?(?!末?结[转余])|去年|前一?年)(?:同期)?|同期)|(本年度?|今年|当年)"
)
_BASIS = (
    ("opening", r"年初(?:部门|批复|批准|安排|核定|下达)?(?:的)?预算|年初安排预算"),
    ("adjusted", r"全年预算|调整后?(?:的)?(?:全年)?预算|年度调整预算|预算调整后?|调整后预算"),
    ("executed", r"(?:当年|全年)?预算执行|全年执行|累计执行|执行|(?:全年|累计|实际|已|共)支出"
                 r"|(?:已|共|实际|累计)支付|实际完成|(?:实际|已)到位|(?:实际|累计)?完成"),
    ("final", r"(?:年末|全年)?决算"),
    ("plan", r"计划(?:投入|投资|安排|任务)?|(?:年度|全年)?(?:目标|任务)(?:值)?"),
    ("budget", r"预算安排|安排预算|年度预算|当年预算|(?:采购|部门|本级)?预算"),
)  # fmt: skip
_BASIS_TAIL = [
    (name, re.compile(rf"(?:{words})(?:总)?(?:数|额|金额|资金|指标)?(?:合计|总计)?(?:安排)?$"))
    for name, words in _BASIS
]
_BASIS_HEAD = re.compile(r"^(?:全年|年度|当年)?(?:预算安排|安排预算|计划安排)(?=.{2})")
PLANNED = frozenset(("opening", "adjusted", "budget", "plan"))
_COPULA = re.compile(
    r"(?:(?:分别|均|各|共有|共计|共|总共|累计|也|又|则|已|仅|实际|净|整体|总体|同比|环比|(?:按)?同口径|略有?|有所|大幅|相应|继续)"
    r"|为|是|有|达到了?|达|约|得|设|：|:|=|＝)*$"
)
_VERB = re.compile(r"(?<=[入支出费资金额值款量数积程源])(?:完成|实现|落实|录得|计)$")
_FRONT = re.compile(
    r"^(?:[、,，和与及并且]|以及|其中|包括|包含|含(?!税)|由(?=.)|[（(]?[一二三四五六七八九十]{1,3}[）)、]|\d{1,2}[、.．]"
    r"|[①-⑳\ue000-\uf8ff]|截至?[^，。；]{0,12}?(?:末|日|底)|截止|我(?:局|部门|单位|委|办)"
    r"|本(?:部门|单位|局|委|办)(?!级)|全年(?!预算|执行|支出|收入)|\x00|\s)+"
)
_NOISE = re.compile(
    r"[\x00\s“”\"'‘’【】「」,，]|我(?:局|部门|单位)|本(?:部门|单位|局)(?!级)"
    r"|\d{1,2}[-—–～~至]\d{1,2}月份?|\d{1,2}月(?:末|底|份)?|截至?(?:年末|年底)"
)
_END = "科目 金额 总额 数额 资金 情况 项目 合计 总计 小计 数 额 的".split()
_SPENDING = re.compile(r"(?<=[费金款贴助])支出$")
_WHOLE = re.compile("合计|总计|总额|总数|总量|小计|全部|全年|本年|当年|年度|部门|总|的|数$|额$")
GENERIC = frozenset(["", *"支出 收入 金额 数 资金 费用 经费 合计 总计 共计 实际 年末 全年".split()])


class Label(NamedTuple):
    """名称的几部分：core 是核心，basis 是口径，year 是年份（-1 上年，0 本年，None 未言）。"""

    core: str
    basis: str = ""
    year: int | None = None


@lru_cache(maxsize=1 << 13)
def parse(text: str) -> Label:
    """数字前的名称 -> 核心、口径、年份。"""
    name = _FRONT.sub("", text)
    name = _VERB.sub("", _COPULA.sub("", name.rstrip("\x00 "), count=1))
    year = _year(name)
    basis = ""
    bare = name.rstrip("\x00 ”")
    for key, pattern in _BASIS_TAIL:
        if tail := pattern.search(bare):
            basis, name = key, bare[: tail.start()]
            break
    if not basis and (head := _BASIS_HEAD.match(name)):
        basis, name = "budget", name[head.end() :]
    return Label(core(name), basis, year)


def _year(name: str) -> int | None:
    """最后写的年份；“本年收入合计”里的本年让给写明的年份。"""
    found = list(_PERIOD.finditer(name))
    told = [each for each in found if each[1] or each[2]] or found
    if not told:
        return None
    return int(told[-1][1]) if told[-1][1] else -1 if told[-1][2] else 0


@lru_cache(maxsize=1 << 13)
def core(text: str) -> str:
    """名称的核心：去掉年份、引号、本部门之类。"""
    name = _NOISE.sub("", _PERIOD.sub("", text))
    return _FRONT.sub("", name).strip("、：:；;-—的")


@lru_cache(maxsize=1 << 15)
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


@lru_cache(maxsize=1 << 13)
def essence(name: str) -> str:
    """总数名称的实质：支出总额、本年支出合计、总支出 都是“支出”；收、支总计 是“收支”。"""
    return _WHOLE.sub("", name.replace("收入", "收").replace("支出", "支").replace("、", ""))


@lru_cache(maxsize=1 << 13)
def _stem(name: str) -> str:
    stem = name
    while (end := next((e for e in _END if stem.endswith(e)), "")) and len(stem) > len(end):
        stem = stem[: -len(end)]
    return _SPENDING.sub("", stem)
