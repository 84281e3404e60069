"""比较对象：“较上年”“与2022年决算相比”“比上年的12.5万元”里，拿来作比的是什么。"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from assistant.reading.claims.sentence.directions import DOWN, UP
from assistant.reading.claims.sentence.skeleton import N
from assistant.reading.text.labels import parse

_MOVED = rf"{UP}|{DOWN}|增减|变动|变化|[增升涨多高减降少低缩](?:了|{N})"
_NEXT = (
    rf"(?={_MOVED}|持平|无|没有|未|不变|一致|相同|净|略|有所|大幅|小幅|明显|稳步|(?<!公)共|合计|分别|各|(?<!平)均|基本|相应|仅"
    r"|也|(?<![成首])都|继续|同比|又|再|[多少](?:支|收|投|完|安|拨|出|花|用|拿|领|交|发|争|筹|引|新|建|产|销|办|查|救|培)|[，。；：、]|$)"
)
_KNOWN = (
    r"[^，。；：、（）]{0,12}?(?:上年|上一|去年|前年|前一|同期|年初|期初|年末|上期|(?:19|20)\d\d年|预算|决算|计划|目标|任务"
    r"|控制价|限价|概算|估算|标准|基数|进度|平均|水平|原|上半年|上季|上月|一季度)[^，。；：、（）]{0,20}?"
)
_ANY = r"[^，。；：、（）]{1,30}?"
_WITH = (
    r"(?:与|同|和|跟)(?=[^，。；：（）]{1,30}"
    r"(?:相比|比较|相较|对比|持平|一致|相同|比(?=[增减下上提降升多少])))"
)
_THAN = (
    r"(?:同比(?=上|去|前|(?:19|20)\d\d)|(?<![占同环对相正])比(?![例重率值较照])"
    r"|(?<!比)较(?![好大高多快为差强小低少慢完晚早])(?:之|于)?)"
)
_WORDS = re.compile(
    r"(?=[与同和跟相对比较在环高超多快好优领低少慢不落滞])(?:"  # 先看头一个字
    rf"(?:{_WITH}|相较于?|相比于?|对比)(?P<object>{_ANY})(?:相比较?|比较|相较|对比|比)?{_NEXT}"
    rf"|{_THAN}(?:(?P<known>{_KNOWN})(?:相比较?|比较|比)?{_NEXT}|(?P<other>{_ANY})(?={_MOVED}))"
    rf"|在(?P<ground>[^，。；：、（）]{{1,24}})(?:的)?基础上"
    r"|(?P<same>同比(?!上|去|前|(?:19|20)\d\d)|环比|同口径)"
    rf"|(?:(?P<more>高于|高出|超出|多于|快于|好于|优于|领先于?|超过|超(?![声级频导支收]))|(?P<less>低于|少于|慢于|不及|落后于?|滞后于?))"
    rf"(?P<side>[^，。；：、（）\ue000-\ue007不了]{{2,20}}(?<!的){N}?)(?={N}))"
)
_PRIOR = re.compile(r"上一?年|上一度|上年度|去年|前一?年|同期|同比|环比")
_INSIDE = re.compile(N)
_GROUPS = ("object", "known", "other", "ground", "same", "side")


class Comparison(NamedTuple):
    """一处比较。[start, end) 在骨架里；inline 是夹在其中的数的位置（没有为 -1）。

    year 是年份（-1 上年，None 未言），basis 是口径；direction 是“高于、低于”自带的方向。
    """

    start: int
    end: int
    text: str
    year: int | None
    basis: str
    inline: int = -1
    direction: int = 0


def comparisons(frame: str) -> Iterator[Comparison]:
    """骨架里的各处比较，从左到右。"""
    for match in _WORDS.finditer(frame):
        group = next(name for name in _GROUPS if match[name])
        text = match[group]
        within = _INSIDE.search(text) if group != "same" else None
        name = text.replace(within.group(), "") if within else text
        label = parse(name)
        year = _year(name, label.year)
        yield Comparison(
            match.start(),
            match.end(),
            name,
            year,
            label.basis,
            match.start(group) + within.start() if within else -1,
            1 if match["more"] else -1 if match["less"] else 0,
        )


def _year(name: str, told: int | None) -> int | None:
    """比较对象的年份：上年 -1，前年 -2。"""
    if not _PRIOR.search(name):
        return told
    return -2 if "前年" in name else -1
