"""口径名：在话里找出说的是哪几个字段。名称来自大纲的 label 和 aliases，这里只添构词上的变化。

年初预算收入数 → 年初预算收入、年初预算的收入、年初预算总收入
收入、支出成对的字段 → 年初预算收支、决算收入和支出（一说两项）
只说“支出” → 承前：前面说的是年初预算收入，就是年初预算支出
"""

import re
from functools import lru_cache
from typing import NamedTuple

from assistant.domain.facts import FieldSpec
from assistant.domain.findings import Span
from assistant.reading.talk.amounts import fold
from assistant.reading.talk.terse import terse_names

INCOME, EXPENDITURE = "收入", "支出"
ENDS = {"年初": "opening", "年末": "closing"}
_ENDINGS = (
    "人数",
    "个数",
    "数量",
    "总额",
    "总计",
    "合计",
    "金额",
    "费用",
    "经费",
    "数",
    "额",
    "费",
)
_TOO_WIDE = frozenset(
    "收入 支出 预算 决算 经费 费用 资金 合计 总计 全年 年初 年末 本年 人员 运行".split()
)
_OTHER_BOOK = re.compile("财政拨款支出(?:决算)?(?:总额|总计|合计)?数?")
_PAIRED = rf"(?:{INCOME}[、和与及,]?{EXPENDITURE}|收[、和与及]?支)"
_PARTIAL = re.compile(
    rf"(?P<pair>{_PAIRED})|(?P<one>{INCOME}|{EXPENDITURE})|(?P<end>年[初末])(?=的?[是为]?\d)"
)
_LOOSE_LEFT = re.compile(
    r"(?:^|[\s，,、。；;:：！？()\[\]“”\"'|/*·+=\-—>]|[\d万亿元%人个辆份分台]|[的是为有在了和与及把将说报查到下中共年度来回给送供填列才只就还也都另外再后"
    r"末留保局委门位们里给跟按改没无呀啊哦嗯哎呃嘛呢问这那]|里面|上面|下面|全部|全都|其中|全年|本年|当年|今年|目前|现在|实际|分别|自评|实施|开展|安排|申报|涉及|参评|纳入|整体|总体|综合)$"
)
_OTHER_NOUN_LEFT = re.compile(
    r"(?:财政拨款|无形|新增|处置|报废|流动|闲置|出租|下属|所属|二级|市级|省级|中央|上级|其他|人均|每|追加|调增|调减|压减|"
    r"节约|剩余|(?:政府性基金|国有资本(?:经营)?)(?:预算)?(?:财政)?|专户|计划|预计|拟|待|未|非|单个|个别|其中[^:，,、\s]{1,4}|专项|差旅|会议|培训|公共|"
    r"项目|工程|专项资金|不含|不包括|不包含|扣除|剔除|除了|抽查|抽取|抽评|重点|[%分元]以[上下内]的|(?:低于|高于|超过|达到)[^，,。；;]{0,7}的)$"
)


class Label(NamedTuple):
    """话里的一个口径名。

    keys   它可能指的字段（同名时由数量的量纲选定）；成对说法为两个
    pair   一说两项：收、支各多少
    part   只说了“收入”“支出”“收支”，须承前
    """

    keys: tuple[str, ...]
    span: Span
    pair: bool = False
    part: str = ""


class Lexicon(NamedTuple):
    """词表：一个大正则和每个写法所指的字段。"""

    pattern: re.Pattern[str]
    groups: tuple[tuple[tuple[str, ...], bool], ...]
    specs: dict[str, FieldSpec]

    def labels(self, text: str, edges: frozenset[int] = frozenset()) -> tuple[Label, ...]:
        """text（已 fold）里的口径名，由前到后，互不重叠，长的优先。edges 是主语、年份的末尾。"""
        text = _OTHER_BOOK.sub(lambda m: " " * len(m[0]), text)
        named: list[Label] = []
        at = 0
        while match := self.pattern.search(text, at):
            adjoining = bool(named) and named[-1].span.end == match.start()
            if adjoining or match.start() in edges or _bounded(text, match.start(), match.end()):
                named.append(self._label(match))
                at = match.end()
            elif _another_noun(text, match.start()):
                at = match.end()
            else:
                at = match.start() + 1
        for name, span in terse_names(text):
            if match := self.pattern.fullmatch(name):
                named.append(self._label(match)._replace(span=span))
        taken = [label.span for label in named]
        parts = [label for match in _PARTIAL.finditer(text) if (label := _part(text, match, taken))]
        return tuple(sorted((*named, *parts), key=lambda label: label.span.start))

    def _label(self, match: re.Match[str]) -> Label:
        keys, pair = self.groups[int((match.lastgroup or "_0")[1:])]
        return Label(keys, Span(match.start(), match.end()), pair)


@lru_cache(maxsize=16)
def lexicon(fields: tuple[FieldSpec, ...]) -> Lexicon:
    """由字段造词表。"""
    names = _names(fields)
    ordered = sorted(names, key=lambda name: (-_shortest(name[0]), not name[1], name[0]))
    groups = tuple((names[name], name[1]) for name in ordered)
    parts = (f"(?P<g{number}>{_spelling(*name)})" for number, name in enumerate(ordered))
    pattern = rf"{_heads(ordered)}(?:{'|'.join(parts)})" if ordered else r"(?!)"
    return Lexicon(re.compile(pattern), groups, {f.key: f for f in fields})


def _shortest(name: str) -> int:
    """至少几个字：括号里的可省，不算进去，免得“全年(调整)预算”抢在“全年预算收入”前面。"""
    return len(re.sub(r"\(.*?\)", "", name))


def _heads(names: list[tuple[str, bool]]) -> str:
    """先看首字：不是任何名称的首字就不必逐个去试，长文因此快得多。"""
    first = {name[0] for name, _ in names} | {name.strip("()")[0] for name, _ in names}
    return f"(?=[{''.join(map(re.escape, sorted(first | set(_OPENERS))))}])"


def sibling(key: str) -> str:
    """收入、支出成对字段的另一个（initial.income ↔ initial.expenditure）；不成对的返回空。"""
    match = re.fullmatch(r"(.+\.)(income|expenditure)(\.current)?", key)
    if match is None:
        return ""
    other = "expenditure" if match[2] == "income" else "income"
    return f"{match[1]}{other}{match[3] or ''}"


Names = dict[tuple[str, bool], tuple[str, ...]]


def _names(fields: tuple[FieldSpec, ...]) -> Names:
    """(写法, 是否成对) → 字段键。写明的名称优先于去掉词尾得来的。"""
    stated: Names = {}
    derived: Names = {}
    known = {field.key for field in fields}
    for field in fields:
        for name in (field.label, *field.aliases):
            _add(stated, (_fold_name(name), False), field.key)
            for short in _shortened(_fold_name(name)):
                _add(derived, (short, False), field.key)
            other = sibling(field.key)
            if other in known and ".income" in field.key and INCOME in name:
                stated[(_fold_name(name), True)] = (field.key, other)
    for name_key, keys in derived.items():
        for key in keys:
            _add(stated, name_key, key)
    return stated


def _add(names: Names, name: tuple[str, bool], key: str) -> None:
    if key not in names.get(name, ()):
        names[name] = (*names.get(name, ()), key)


def folded_names(field: FieldSpec) -> frozenset[str]:
    """一个字段写明的和去掉词尾的全部叫法。"""
    stated = {_fold_name(name) for name in (field.label, *field.aliases)}
    return frozenset(stated.union(*map(_shortened, stated)))


def _fold_name(name: str) -> str:
    return re.sub(r"[\s“”\"]", "", fold(name))


def _shortened(name: str) -> list[str]:
    end = next((end for end in _ENDINGS if name.endswith(end)), "")
    short = name.removesuffix(end)
    return [short] if end and len(short) > 1 and short not in _TOO_WIDE else []


_OPENERS = '总收支两“”"'


def _spelling(name: str, pair: bool) -> str:
    """一个名称的正则：字间可夹“的”，括号里的字可省，成对说法把收入换成收支。"""
    marks = re.findall(r"\(.*?\)|收入|结余|.", name)
    parts = []
    for mark in marks:
        if mark == INCOME:
            parts.append(_PAIRED if pair else f"总?{INCOME}")
        elif mark == "结余":
            parts.append("[结节]余")
        elif mark.startswith("(") and len(mark) > 1:
            parts.append(rf"(?:\({re.escape(mark[1:-1])}\)|{re.escape(mark[1:-1])})?")
        else:
            parts.append(re.escape(mark))
    quote = '[“”"]?'
    body = quote + ("的?" + quote).join(parts) if "三公" in name else "的?".join(parts)
    return body if name.endswith("率") else f"{body}(?!率)"


def _bounded(text: str, start: int, end: int) -> bool:
    """左边没有把它变成别的东西的字：“无形资产”里的资产不是资产。名称越短越严。"""
    if _another_noun(text, start):
        return False
    return end - start >= 4 or edged(text, start)


def edged(text: str, start: int) -> bool:
    """左边是标点、数、虚词，一个短名称可以从这里起。"""
    return bool(_LOOSE_LEFT.search(text[max(0, start - 6) : start]))


def _another_noun(text: str, start: int) -> bool:
    """左边的字把它变成了别的东西，连同里面更短的名称都不算：“非财政拨款收入”。"""
    return bool(_OTHER_NOUN_LEFT.search(text[max(0, start - 10) : start]))


def _part(text: str, match: re.Match[str], taken: list[Span]) -> Label | None:
    if any(span.start < match.end() and match.start() < span.end for span in taken):
        return None
    if not edged(text, match.start()):
        return None
    part = "收支" if match["pair"] else match["one"] or match["end"]
    return Label((), Span(match.start(), match.end()), bool(match["pair"]), part)
