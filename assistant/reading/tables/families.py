"""合计与各项：一栏里哪一行是哪几行之和。结构有几种读法的都列出来，由各列的数来定。"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from assistant.reading.tables.grids import Entry
from assistant.reading.tables.levels import PLAIN, WITHIN, contained, level, number

_SUM = re.compile(
    r"(?:合\s*计|总\s*计|小\s*计|总\s*额|共\s*计|总分|总得分|合计得分)"
    r"(?:[（(].{0,12}[)）]|[/／、]平均[分数值]?)?$"
)
_MEAN = re.compile(r"(?:算术)?平均(?:分|数|值|得分|水平)?$|均值$")
_GRAND = re.compile(r"总\s*计|总\s*额")
_SUB = re.compile(r"小\s*计")
_YEAR = re.compile(r"[收支]\s*[入出]\s*合\s*计")
_BESIDE = re.compile("结转|结余|弥补收支|事业基金")  # 加在本年合计之上才是总计
_PARTIAL = re.compile(r"主要|部分|重点|节选|前[一二三四五六七八九十\d]+[名位项家]|其中")


class Family(NamedTuple):
    """一个总数；options 是各项的几种读法，最可能的在前；plain 表示结构只有这一种读法。"""

    parent: Entry
    options: tuple[tuple[Entry, ...], ...]
    plain: bool = False


def is_sum(entry: Entry) -> bool:
    """合计一类的行。"""
    return _is_sum(entry.label)


@lru_cache(maxsize=1 << 12)
def _is_sum(label: str) -> bool:
    return _SUM.search(label) is not None and level(label) != WITHIN


def is_mean(entry: Entry) -> bool:
    """平均一行，不是各项之一。"""
    return _MEAN.match(entry.label) is not None


def averaged(entries: Sequence[Entry]) -> Iterator[Family]:
    """平均一行：以上没有分级的各行的平均。"""
    for at, entry in enumerate(entries):
        if not entry.values or not is_mean(entry):
            continue
        rows = tuple(e for e in entries[:at] if e.values and not is_sum(e) and not is_mean(e))
        if len(rows) > 1:
            yield Family(entry, (rows,), all(level(e.label) == PLAIN for e in rows))


def families(entries: Sequence[Entry], caption: str = "") -> Iterator[Family]:
    """一栏里的各个总数。"""
    whole = not _PARTIAL.search(caption)
    entries = [entry for entry in entries if not is_mean(entry)]
    for family in (*_totals(entries), *_marked(entries), *_within(entries)):
        yield family if whole else family._replace(plain=False)


def _totals(entries: Sequence[Entry]) -> Iterator[Family]:
    """合计、小计、总计各行：以上各项之和；在最上面的是以下各项之和。"""
    sums = [n for n, entry in enumerate(entries) if is_sum(entry) and entry.values]
    for order, at in enumerate(sums):
        before = sums[order - 1] if order else -1
        since = entries[before + 1 : at]
        if not any(entry.values for entry in since) and before < 0:
            family = _below(entries, at, sums[order + 1 :])
        else:
            family = _above(entries, at, sums[:order], since)
        if family is not None:
            yield family


def _below(entries: Sequence[Entry], at: int, later: Sequence[int]) -> Family | None:
    """总数在最上面；其后有总计的，各行也可能是加在合计之上的，不断定。"""
    end = next((n for n in later if not _SUB.search(entries[n].label)), len(entries))
    subs = [n for n in later if n < end]
    rows = entries[at + 1 : end]
    if subs:
        return Family(entries[at], (tuple(entries[n] for n in subs),))
    options, plain = tops(rows)
    if not options or _carried(entries[at], options[0]):
        return None
    added = end < len(entries) and _is_grand(entries[end]) and not _is_grand(entries[at])
    return Family(entries[at], options, plain and not added)


def _is_grand(entry: Entry) -> bool:
    return _GRAND.search(entry.label) is not None


def _carried(parent: Entry, rows: Sequence[Entry]) -> bool:
    """本年收入合计之下全是年初结转、使用结余：是与合计相加的，不是合计的组成。"""
    own = _YEAR.search(parent.label) and not _BESIDE.search(parent.label)
    return bool(own) and all(_BESIDE.search(row.label) for row in rows)


def _above(
    entries: Sequence[Entry], at: int, earlier: Sequence[int], since: Sequence[Entry]
) -> Family | None:
    """总数在各项之后：小计之后的合计是各小计之和，总计是上一个合计加其后各项。"""
    parent = entries[at]
    own, plain = tops(since) if any(e.values for e in since) else ((), True)
    if not earlier:
        return Family(parent, own, plain) if own else None
    last = entries[earlier[-1]]
    subs = tuple(entries[n] for n in _since_grand(entries, earlier))
    nested = not _SUB.search(parent.label) and bool(subs)
    chain = tuple((last, *option) for option in own) or ((last,),)
    summed = tuple((*subs, *option) for option in own) or (subs,)
    if nested:
        return Family(parent, (*summed, *own), plain and len(subs) > 1)
    if _is_grand(parent) or not _SUB.search(parent.label + last.label):
        return Family(parent, (*chain, *own), plain and _is_grand(parent))
    return Family(parent, (*own, *chain), plain) if own else None


def _since_grand(entries: Sequence[Entry], earlier: Sequence[int]) -> list[int]:
    """上一个合计（不是小计）以来的各个小计。"""
    found: list[int] = []
    for n in reversed(earlier):
        if not _SUB.search(entries[n].label):
            break
        found.insert(0, n)
    return found


def tops(rows: Sequence[Entry]) -> tuple[tuple[tuple[Entry, ...], ...], bool]:
    """最上一级的各项：几种读法，和结构是否只有一种读法。"""
    marked = [e for e in rows if 0 <= level(e.label) < WITHIN]
    plain = [e for e in rows if level(e.label) == PLAIN]
    within = any(level(e.label) == WITHIN for e in rows)
    if marked:
        top = min(level(e.label) for e in marked)
        heads = [e for e in marked if level(e.label) == top]
        if not plain:
            return _distinct(heads), not within or bool(len(heads) > 1)
        return _distinct(_mixed(rows, heads), heads, [*heads, *plain], plain), False
    own = [e for e in plain if not contained(e.label, [o.label for o in plain])]
    if within and len(own) == len(plain) and (cut := _cut(rows)):
        return _distinct(*cut), True
    return _distinct(own, plain), not within and len(own) == len(plain)


def _cut(rows: Sequence[Entry]) -> list[list[Entry]]:
    """只有一处“其中”的，止于它后面哪一行没有写明，一种一种都列出来。"""
    inside = [n for n, e in enumerate(rows) if level(e.label) == WITHIN]
    first, last = inside[0], inside[-1]
    if last - first + 1 != len(inside) or not first:
        return []
    return [[*rows[:first], *rows[n:]] for n in range(last + 1, len(rows) + 1)]


def _mixed(rows: Sequence[Entry], heads: Sequence[Entry]) -> list[Entry]:
    """“一、”之后另起的无序号行，其下的“一、”是它的组成。"""
    first = next(n for n, e in enumerate(rows) if level(e.label) == PLAIN)
    plain = [e for e in rows if level(e.label) == PLAIN]
    if level(rows[-1].label) == PLAIN and rows[-1] is not plain[0]:
        return [e for e in rows if e in heads or level(e.label) == PLAIN]
    return [e for e in rows[:first] if e in heads] + plain


def _distinct(*options: Sequence[Entry]) -> tuple[tuple[Entry, ...], ...]:
    found: dict[tuple[int, ...], tuple[Entry, ...]] = {}
    for option in options:
        valued = tuple(e for e in option if e.values)
        if valued:
            found.setdefault(tuple(e.row for e in valued), valued)
    return tuple(found.values())


def _marked(entries: Sequence[Entry]) -> Iterator[Family]:
    """一、某某 之下的 1. 2. 3. 之和。"""
    for at, entry in enumerate(entries):
        own = level(entry.label)
        if not 0 <= own < WITHIN or not entry.values:
            continue
        under = _under(entries[at + 1 :], own)
        lowest = min((level(e.label) for e in under), default=WITHIN)
        children = [e for e in under if level(e.label) == lowest]
        numbers = [number(e.label) for e in children]
        runs = all(b == a + 1 for a, b in pairwise(numbers)) and numbers[:1] == [1]
        if lowest < WITHIN and len([e for e in children if e.values]) > 1:
            yield Family(entry, _distinct(children), runs)


def _under(after: Sequence[Entry], own: int) -> list[Entry]:
    """其后层次更低的各行。"""
    under: list[Entry] = []
    for entry in after:
        if level(entry.label) <= own or is_sum(entry):
            break
        under.append(entry)
    return under


def _within(entries: Sequence[Entry]) -> Iterator[Family]:
    """其中：起于哪一行是写明的，止于哪一行由数来定。"""
    for at, entry in enumerate(entries):
        if level(entry.label) != WITHIN or not at or not entries[at - 1].values:
            continue
        parent = entries[at - 1]
        rest = [entry, *_plainly(entries[at + 1 :])]
        options = _distinct(*(rest[:n] for n in range(len(rest), 1, -1)))
        if options and level(parent.label) != WITHIN:
            yield Family(parent, options)


def _plainly(after: Sequence[Entry]) -> list[Entry]:
    """其后没有序号或仍是“其中”的各行。"""
    found: list[Entry] = []
    for entry in after:
        if level(entry.label) not in (PLAIN, WITHIN) or is_sum(entry):
            break
        found.append(entry)
    return found
