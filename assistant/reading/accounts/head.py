"""表名、年度、单位：一张表说的是哪一年、什么单位、哪一种。没写的不猜。"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from assistant.domain.accounts import FINAL, Chart, TableKind
from assistant.reading.accounts.lattice import is_title, squeezed

_UNIT = re.compile(
    r"单位[:：]?(?:人民币)?(百万元|亿元|万元|千元|元)|[（(](?:人民币)?(百万元|亿元|万元|千元|元)[）)]"
)
_YEARS = (
    re.compile(r"(?<!\d)((?:19|20)\d\d)年度"),
    re.compile(r"(?<!\d)((?:19|20)\d\d)年(?!\d{1,2}月)[^\d]{0,20}(?:决算|预算|报告|报表|总表)"),
    re.compile(r"(?<!\d)((?:19|20)\d\d)年"),
    re.compile(r"(?<!\d)((?:19|20)\d\d)(?![\d.\-—／/])"),
)
_HAN = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_HAN_YEAR = re.compile(r"[二2][〇○零0][〇○零一二三四五六七八九\d]{2}(?=年)")
_UNITS = ("万元", "元", "千元", "百万元", "亿元")


class Head(NamedTuple):
    """表头以上的信息。year 为 0、unit 为空表示没写。"""

    title: str
    kind: TableKind | None
    year: int
    unit: str


def head(lines: Sequence[str], name: str, chart: Chart) -> Head:
    """由表头以上的各行（表名、单位行）和表的名称（工作表名）看出。"""
    texts = [squeezed(line) for line in lines if line.strip()]
    titles = [t for t in texts if is_title(t)]
    title = titles[-1] if titles else squeezed(name)
    kind = kind_of(titles[::-1], chart) or kind_of([squeezed(name)], chart)
    year = next((y for t in (*titles[::-1], *texts) if (y := year_in(t))), 0)
    return Head(title, kind, year or year_in(name), unit_in(texts))


def kind_of(titles: Sequence[str], chart: Chart) -> TableKind | None:
    """表的种类：表名里有哪种表的字。"""
    for title in titles:
        plain = re.sub(r"[“”\"'‘’]", "", title)
        for kind in chart.tables:
            if any(mark in plain for mark in kind.titles):
                return kind
    return None


def unit_in(texts: Sequence[str]) -> str:
    """“单位：万元”“金额（元）”；没写为空。"""
    for text in reversed(texts):
        if match := _UNIT.search(text):
            return match[1] or match[2]
    return next((t for t in reversed(texts) if t in _UNITS), "")


def year_in(text: str) -> int:
    """一个标题里的年度；没有或有几个说不准为 0。2024年公开2023年度决算 → 2023。"""
    plain = _HAN_YEAR.sub(lambda m: m.group().translate(_HAN), squeezed(text))
    for pattern in _YEARS:
        found = {int(m[1]) for m in pattern.finditer(plain)}
        if found:
            return found.pop() if len(found) == 1 else 0
    return 0


_FUND_BUDGETS = ("一般公共预算", "政府性基金预算", "国有资本经营预算", "公共财政预算")


def stage_of(top: Head, file: str = "") -> str:
    """表名里写的是预算还是决算；表名没写的看文件名。"""
    title = top.title
    for word in _FUND_BUDGETS:
        title, file = title.replace(word, ""), file.replace(word, "")
    if not re.search(r"预算|决算|执行", title) and not re.search(r"决算|执行|绩效|自评", file):
        title += "预算" if "预算" in file else ""
    if "决算" in title or "执行" in title:
        return FINAL
    if "调整" in title and "预算" in title:
        return "adjusted"
    return "initial" if "预算" in title else top.kind.stage if top.kind else FINAL
