"""行名、列名：去掉编号、空白、注解，查出是科目表里的哪一行、哪个科目、哪个阶段。"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeVar

from assistant.domain.accounts import Chart, Line, Naming, Subject
from assistant.domain.facts import FieldSpec
from assistant.domain.quantities import UNITS
from assistant.reading.accounts.lattice import squeezed

_NUMBERING = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[、.．,，]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}(?:[、．)）]|[.](?!\d))|[①-⑳]|[ⅠⅡⅢⅣⅤ]+[、.])"
)
_LEAD = re.compile(r"^(?:其中|加|减|包括|其他中|[-—－－·])[:：]?|^(?:[:：])")
_QUOTES = str.maketrans("", "", "“”\"'‘’《》＂")
_BRACKET = re.compile(r"[（(]([^（）()]*)[）)]")
_TOTAL = frozenset(
    "合计 总计 小计 本年合计 合计数 共计 本表合计 总合计 单位合计 部门合计 全年合计".split()
)
_GENERIC = frozenset(
    "金额 数额 本年数 数值 年度 数 本年 价值 账面价值 账面数 余额 本期数 人数 数量 情况 内容 "
    "实际 账面原值 原值".split()
)
_FORMAL = 4
_KEPT_BRACKETS = frozenset(("境", "基本建设", "基本建设类", "补助", "调整"))
_LIMIT = re.compile(r"单(?:位价值|位价|价)在?(?:人民币)?\d+万元(?:（含）|（含\d+万元）)?及?以上的?")
_UNIT_BRACKET = re.compile(r"(?:单位[:：]?)?(?P<unit>[^\d:：]{1,5})")


_Item = TypeVar("_Item", Line, Subject, Naming)


class Named(NamedTuple):
    """一个名称拆开：name 去掉编号和注解；unit 是括号里写明的单位，units 是并列写的几个。"""

    name: str
    unit: str = ""
    within: bool = False
    units: tuple[str, ...] = ()


@lru_cache(maxsize=8192)
def parsed(text: str) -> Named:
    """拆开一个名称。within：前面有“其中”，是上一行的一部分。"""
    plain = squeezed(text).translate(_QUOTES).replace("(", "（").replace(")", "）")
    within = False
    while True:
        shorter = _NUMBERING.sub("", plain, count=1)
        led = _LEAD.sub("", shorter, count=1)
        within = within or (led != shorter and "其中" in shorter[:4])
        if led == plain:
            break
        plain = led
    plain = _LIMIT.sub("单价限额以上", plain)
    units = next((u for m in _BRACKET.finditer(plain) if (u := _units(m[1]))), ())
    plain = _BRACKET.sub(lambda m: m.group() if m[1] in _KEPT_BRACKETS else "", plain)
    head, mark, tail = plain.partition("：")
    if mark and (not tail or _units(tail)):
        plain, units = head, units or _units(tail)
    return Named(plain.strip("：:*、，。"), units[0] if units else "", within, units)


def _units(text: str) -> tuple[str, ...]:
    """括号里写的单位：万元、辆、台、套。"""
    match = _UNIT_BRACKET.fullmatch(text)
    if match is None:
        return ()
    return tuple(unit for unit in re.split(r"[、,，/]", match["unit"]) if unit in UNITS)


def is_total(name: str) -> bool:
    """合计、总计、小计。"""
    return name in _TOTAL


def is_generic(name: str) -> bool:
    """金额、数值之类：没有说是哪一项。"""
    return name in _GENERIC


class Names:
    """名称到科目表各项的查找。fields 是大纲的字段，名称以科目表的为先。"""

    def __init__(self, chart: Chart, fields: Sequence[FieldSpec]) -> None:
        self.chart = chart
        self.fields = {field.key: field for field in fields}
        self.lines = {line.key: line for line in chart.lines}
        own = _index((line, (line.label, *line.names)) for line in chart.lines)
        known = {line.key for line in chart.lines}
        more = [
            Line(key=f.key, label=f.label, names=f.aliases, unit="" if f.unit == "万元" else f.unit)
            for f in fields
            if f.kind.numeric and f.key not in known
        ]
        self.lines.update({line.key: line for line in more})
        others = _index((self.lines[f.key], _formal(f)) for f in fields if f.kind.numeric)
        self._lines = {**others, **own}
        self._local = {
            (kind, parsed(name).name): line
            for line in chart.lines
            if line.local
            for kind in line.local.within
            for name in line.local.names
        }
        self._functions = _index((s, (s.name, *s.names)) for s in chart.functions)
        self._economic = _index((s, (s.name, *s.names)) for s in chart.economic)
        self._scopes = _index((s, (s.label, *s.names)) for s in chart.scopes)
        self._stages = _index((s, (s.label, *s.names)) for s in chart.stages)

    def line(self, name: str, kind: str = "") -> Line | None:
        """某名称的一行；太短的印法只在相应的表里认，在那里先认它。"""
        return self._local.get((kind, name)) or self._lines.get(name)

    def function(self, name: str) -> Subject | None:
        """功能分类的类。"""
        return self._functions.get(name)

    def economic(self, name: str) -> Subject | None:
        """经济分类的类。"""
        return self._economic.get(name)

    def scope(self, name: str) -> Naming | None:
        """资金口径。"""
        return self._scopes.get(name)

    def stage(self, name: str) -> Naming | None:
        """预算还是决算。"""
        return self._stages.get(name)


def _formal(field: FieldSpec) -> tuple[str, ...]:
    """书面的叫法：口语里的短名（车、发放、平均）在表格和公文里指不明，不用。"""
    return (field.label, *(name for name in field.aliases if len(name) >= _FORMAL))


def _index(items: Iterable[tuple[_Item, tuple[str, ...]]]) -> dict[str, _Item]:
    """名称 → 项；先写的为准。"""
    found: dict[str, _Item] = {}
    for item, names in items:
        for name in names:
            found.setdefault(parsed(name).name, item)
    return found
