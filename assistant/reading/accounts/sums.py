"""表内核对：合计等于各项之和，类等于款之和，款等于项之和；两边各在取舍区间内相等就算一致。

空格当作没有数；一项细分都没有的合计不核。
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from assistant.domain.accounts import Chart, Sum
from assistant.domain.intervals import Interval
from assistant.domain.quantities import Quantity, half_up, places_of, unit_named
from assistant.reading.accounts.meaning import Group
from assistant.reading.accounts.types import Break, Entry, Taken

Values = Mapping[str, Taken]
_WAN = Decimal(10_000)
EXPENDITURE = "final.expenditure.current"
_LEVELS = (3, 5, 7)


def breaks(entries: Sequence[Entry], chart: Chart) -> tuple[Break, ...]:
    """一张小表里对不上的各处。"""
    groups: dict[Group, dict[str, Taken]] = defaultdict(dict)
    for entry in entries:
        groups[entry.group].setdefault(entry.base, entry.taken)
    found = [
        b for values in groups.values() for rule in chart.sums for b in _sum(values, rule, chart)
    ]
    found += _subjects(groups)
    return tuple({(b.locator, b.expected): b for b in found}.values())


def _sum(values: Values, rule: Sum, chart: Chart) -> Iterator[Break]:
    if rule.total in values:
        parts = [t for part in rule.parts for t in _part(part, values, chart)]
        if len(parts) >= min(2, len(rule.parts)):
            yield from _compare(values[rule.total], parts)


def _part(key: str, values: Values, chart: Chart) -> list[Taken]:
    """一个部分；没有它而有它的细分时用细分。"""
    if key in values:
        return [values[key]]
    finer = next((s.parts for s in chart.sums if s.total == key and len(s.parts) > 1), ())
    return [values[k] for k in finer if k in values] if not key.endswith(".current") else []


def _subjects(groups: Mapping[Group, Values]) -> Iterator[Break]:
    """按科目加总：各类之和为合计，下级之和为上级。"""
    columns: dict[tuple[Group, str], dict[str, Taken]] = defaultdict(dict)
    for group, values in groups.items():
        for base, taken in values.items():
            columns[group._replace(subject=""), base][group.subject] = taken
    for column in columns.values():
        families = {subject.partition(".")[0] for subject in column if "." in subject}
        for family in families:
            yield from _family(family, column)


def _family(family: str, column: Mapping[str, Taken]) -> Iterator[Break]:
    codes = {s.partition(".")[2]: t for s, t in column.items() if s.startswith(f"{family}.")}
    tops = [taken for code, taken in codes.items() if len(code) == _LEVELS[0]]
    if "" in column and tops and family == "function":
        yield from _compare(column[""], tops)
    for code, taken in codes.items():
        level = _LEVELS.index(len(code)) if len(code) in _LEVELS[:-1] else -1
        lower = [
            t
            for c, t in codes.items()
            if level >= 0 and len(c) == _LEVELS[level + 1] and c.startswith(code)
        ]
        if lower:
            yield from _compare(taken, lower)


def _compare(total: Taken, parts: Sequence[Taken]) -> Iterator[Break]:
    """合计与各项之和。"""
    values = [p.value for p in parts]
    if not isinstance(total.value, Quantity) or not all(isinstance(v, Quantity) for v in values):
        return
    numbers = [v for v in values if isinstance(v, Quantity)]
    spread = sum((Interval.printed(v) for v in numbers), Interval.exactly(Decimal(0)))
    if Interval.printed(total.value).meets(spread):
        return
    exact = sum((v.base for v in numbers), Decimal(0))
    unit = total.value.unit
    expected = Quantity(
        value=half_up(exact / unit_named(unit).factor, places_of(total.value.value)), unit=unit
    )
    terms = " + ".join(f"{p.label}{p.value}" for p in parts)
    cause = _cause(total.value.base, exact)
    yield Break(
        total.locator,
        total.label,
        str(total.value),
        str(expected),
        f"“{total.label}”写的是{total.value}，{terms} = {expected}"
        + (f"（{cause}）" if cause else "")
        + "。请核对表格。",
        cause,
    )


def _cause(stated: Decimal, exact: Decimal) -> str:
    if exact and stated in (exact * _WAN, exact / _WAN):
        return "元、万元差一万倍"
    return ""
