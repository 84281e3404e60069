"""文字层里的决算表：没有框线、只剩一行行文字的表。

空格没有留下痕迹，因此只取凭一行就能断定的：名称紧跟着数的、有编码的科目的第一个数、
合计等于其余各数之和的。其余不取，也不列：它们多半在有框线的原件里读得到。
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from assistant.domain.accounts import FINAL, Line, TableKind
from assistant.domain.findings import Span
from assistant.domain.quantities import Quantity
from assistant.reading.accounts.head import Head, head, stage_of, unit_in
from assistant.reading.accounts.lattice import is_title, squeezed
from assistant.reading.accounts.meaning import placed
from assistant.reading.accounts.names import Names, is_total, parsed
from assistant.reading.tables.rows import number
from assistant.reading.text.lines import Line as TextLine

_NUMBERED = re.compile(r"^[一二三四五六七八九十]{1,3}、")
_CODE = re.compile(r"\d{3}(?:\d{2}){0,2}")
_SHORT = re.compile(r"\d{1,2}")
_BUDGET_HEAD = re.compile(r"^(?!.*(?:决算|执行)).*20\d\d年(?:度)?预算数?(?:$|项目)")
_DASHES = re.compile(r"[—－–-]+")
_CARRIED = "财政拨款结转和结余"
_FUND = re.compile(r"^[一二三]、.{4,14}(?:财政拨款|预算)")
_PARTS = ("expenditure.basic", "expenditure.project")
_THREE_PUBLIC = (
    "three_public.total",
    "three_public.overseas",
    "three_public.vehicles",
    "three_public.vehicle_purchase",
    "three_public.vehicle_running",
    "three_public.reception",
)


class LineFact(NamedTuple):
    """一行里读出的一个数。"""

    key: str
    label: str
    year: int
    value: Quantity
    span: Span
    printed: str


class _Pair(NamedTuple):
    """一个名称和紧跟着它的数；order 是名称在这一行的第几个。"""

    label: str
    code: str
    values: tuple[Decimal, ...]
    order: int
    labels: int


def line_facts(
    region: Sequence[TextLine], year: int, names: Names, file: str = ""
) -> Iterator[LineFact]:
    """一片表格文字里的数。遇到表名就换一张表。file 是文件名。"""
    title: list[str] = []
    top = Head("", None, 0, "")
    below = budgeted = False
    for line in region:
        text = squeezed(line.text)
        if is_title(text):
            title, budgeted = [line.text], False
        elif unit_in([text]):
            title.append(line.text)
        else:
            below = below or _CARRIED in text
            budgeted = budgeted or _BUDGET_HEAD.search(text) is not None
            if not (below and _FUND.search(text)):
                stage = "initial" if budgeted else stage_of(top, file)
                yield from _row(line, top, stage, year, names)
            continue
        below = False
        top = head(title, "", names.chart)


def _row(line: TextLine, top: Head, stage: str, year: int, names: Names) -> Iterator[LineFact]:
    when = top.year or year
    if top.kind is None or not top.unit or not when:
        return
    for item, scope, over, value in _items(line.text, top.kind, names):
        key, label = placed(item[0], item[1], scope, over or stage, names)
        quantity = Quantity(value, top.unit)
        yield LineFact(key, label, when, quantity, line.span, line.text.strip())


_Item = tuple[tuple[str, str], str, str, Decimal]


def _items(text: str, kind: TableKind, names: Names) -> Iterator[_Item]:
    """（键，名称）、资金口径、阶段（空为随表）、值。"""
    if kind.id == "three_public":
        yield from _three_public(text, names)
        return
    for pair in _pairs(text, names):
        if not pair.values:
            continue
        if kind.rows == "lines":
            yield from _of_line(pair, kind, names)
        else:
            yield from _of_subject(pair, kind, names)


def _of_line(pair: _Pair, kind: TableKind, names: Names) -> Iterator[_Item]:
    line = names.line(parsed(pair.label).name, kind.id) or _grand_total(pair, names)
    subject = names.function(parsed(pair.label).name)
    alone = len(pair.values) == 1 or kind.id == "appropriation_balance"
    if line is not None and alone:
        scope = "" if line.scope or not line.side else kind.scope
        yield (line.key, line.label), scope, "", pair.values[0]
    elif subject is not None and alone:
        yield (f"function.{subject.code}", subject.name), kind.scope, "", pair.values[0]


def _grand_total(pair: _Pair, names: Names) -> Line | None:
    """同一行两个“总计”：左边是收入，右边是支出。"""
    if not is_total(parsed(pair.label).name) or pair.labels != 2:
        return None
    return names.lines["final.income" if pair.order == 0 else "final.expenditure"]


def _of_subject(pair: _Pair, kind: TableKind, names: Names) -> Iterator[_Item]:
    name = parsed(pair.label).name
    line = names.line(name)
    if is_total(name) and kind.total:
        total = names.lines[kind.total]
        yield (total.key, total.label), kind.scope, "", pair.values[0]
        for key, value in _split(pair.values, kind):
            part = names.lines[key]
            yield (part.key, part.label), kind.scope, "", value
    elif pair.code:
        family = "economic" if kind.rows == "economic" else "function"
        income = kind.total == "final.income.current"
        key = f"{'income.' if income else ''}{family}.{pair.code}"
        yield (key, f"{name}（收入）" if income else name), kind.scope, "", pair.values[0]
    elif line is not None and line.side == "expenditure" and kind.rows == "economic":
        yield (line.key, line.label), kind.scope, "", pair.values[0]


def _split(values: Sequence[Decimal], kind: TableKind) -> Iterator[tuple[str, Decimal]]:
    """支出表的合计行恰有三个数、后两个之和等于第一个：基本支出、项目支出。"""
    if kind.total == "final.expenditure.current" and len(values) == 3:
        total, basic, project = values
        if basic + project == total:
            yield from zip(_PARTS, (basic, project), strict=True)


def _three_public(text: str, names: Names) -> Iterator[_Item]:
    """一行全是数：十二个是预算数、决算数各六个或相间，六个是决算数；小计须等于各项之和。"""
    values = _all_numbers(text)
    if len(values) == 12:
        halves, turns = (values[:6], values[6:]), (values[0::2], values[1::2])
        chosen = halves if all(_three_public_adds(half) for half in halves) else turns
        groups = list(zip(("initial", FINAL), chosen, strict=True))
    elif len(values) == 6:
        groups = [("", values)]
    else:
        return
    for stage, found in groups:
        if _three_public_adds(found):
            for key, value in zip(_THREE_PUBLIC, found, strict=True):
                yield (key, names.lines[key].label), "", stage, value


def _three_public_adds(values: Sequence[Decimal]) -> bool:
    total, overseas, vehicles, purchase, running, reception = values
    return total == overseas + vehicles + reception and vehicles == purchase + running


def _all_numbers(text: str) -> list[Decimal]:
    found = [number(chunk) for chunk in text.split()]
    return [q.value for q in found if q is not None] if None not in found else []


class _Group:
    """一行里正在读的一组：编码、名称、数。"""

    def __init__(self) -> None:
        self.codes: list[str] = []
        self.words: list[str] = []
        self.values: list[Decimal] = []
        self.gaps = False

    @property
    def name(self) -> str:
        """名称。"""
        return "".join(self.words)

    @property
    def code(self) -> str:
        """科目编码；不成编码的为空。"""
        code = "".join(self.codes)
        return code if _CODE.fullmatch(code) else ""


def _pairs(text: str, names: Names) -> list[_Pair]:
    """切成名称和数：新名称以“一、”起头，或本身就是一个完整的名称。"""
    groups = [_Group()]
    for chunk in text.split():
        value = number(chunk)
        last = groups[-1]
        if value is None and last.values and _broken(chunk):
            last.gaps = True
        elif value is None:
            if last.values or (last.words and _opens(chunk, last, names)):
                groups.append(_Group())
            groups[-1].words.append(chunk)
        elif _is_code(chunk, last):
            if last.words:
                groups.append(_Group())
            groups[-1].codes.append(chunk)
        elif last.words:
            last.values.append(value.value)
    named = [group for group in groups if group.words]
    return [
        _Pair(group.name, group.code, () if group.gaps else tuple(group.values), order, len(named))
        for order, group in enumerate(named)
    ]


def _broken(chunk: str) -> bool:
    """横线，或被邻格遮断的数：前面的小整数是行次，不是金额。"""
    return _DASHES.fullmatch(chunk) is not None or re.match(r"\d[\d,]*\.?\D", chunk) is not None


def _is_code(chunk: str, last: _Group) -> bool:
    """科目编码：行首或上一组的数之后的三、五、七位整数，后面可再跟两位的款、项。"""
    if last.codes and not last.words:
        return bool(_SHORT.fullmatch(chunk))
    return bool(_CODE.fullmatch(chunk)) and (not last.words or bool(last.values))


def _opens(chunk: str, last: _Group, names: Names) -> bool:
    """前一个名称没有数，这里另起一个。"""
    if _NUMBERED.match(chunk):
        return True
    return names.line(last.name) is not None and names.line(chunk) is not None
